"""All that a plugin may import.

Names are looked up when they are first asked for, so that a plugin pays only for what it uses.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pmlint.api.finding import Edit as Edit
    from pmlint.api.finding import Finding as Finding
    from pmlint.api.finding import Fix as Fix
    from pmlint.api.finding import Flag as Flag
    from pmlint.api.finding import Place as Place
    from pmlint.api.finding import Safety as Safety
    from pmlint.api.finding import Severity as Severity
    from pmlint.api.finding import ask as ask
    from pmlint.api.finding import cut as cut
    from pmlint.api.finding import place as place
    from pmlint.api.hooks import API_VERSION as API_VERSION
    from pmlint.api.hooks import hookimpl as hookimpl
    from pmlint.api.report import CheckedFile as CheckedFile
    from pmlint.api.report import Failure as Failure
    from pmlint.api.report import Look as Look
    from pmlint.api.report import ReportFormat as ReportFormat
    from pmlint.api.report import Totals as Totals
    from pmlint.api.rule import Category as Category
    from pmlint.api.rule import Moment as Moment
    from pmlint.api.rule import Option as Option
    from pmlint.api.rule import Profile as Profile
    from pmlint.api.rule import Rule as Rule
    from pmlint.api.rule import State as State
    from pmlint.api.rule import Unit as Unit
    from pmlint.api.views import Directive as Directive
    from pmlint.api.views import Document as Document
    from pmlint.api.views import Line as Line
    from pmlint.api.views import Name as Name
    from pmlint.api.views import Opening as Opening
    from pmlint.api.views import Section as Section
    from pmlint.document.format import Format as Format
    from pmlint.document.front import front_matter_end as front_matter_end
    from pmlint.document.front import front_matter_resume as front_matter_resume
    from pmlint.document.kind import Kind as Kind
    from pmlint.document.nodes import Block as Block
    from pmlint.document.nodes import BlockType as BlockType
    from pmlint.document.prose import Prose as Prose
    from pmlint.document.prose import ProseWriter as ProseWriter
    from pmlint.document.sections import section_role as section_role
    from pmlint.language.claims import Claim as Claim
    from pmlint.language.claims import Fact as Fact
    from pmlint.language.claims import OutcomeKind as OutcomeKind
    from pmlint.language.openings import Mention as Mention
    from pmlint.text.span import Span as Span

_HOMES = {
    "pmlint.api.finding": (
        "Edit",
        "Finding",
        "Fix",
        "Flag",
        "Place",
        "Safety",
        "Severity",
        "ask",
        "cut",
        "place",
    ),
    "pmlint.api.hooks": ("API_VERSION", "hookimpl"),
    "pmlint.api.report": ("CheckedFile", "Failure", "Look", "ReportFormat", "Totals"),
    "pmlint.api.rule": ("Category", "Moment", "Option", "Profile", "Rule", "State", "Unit"),
    "pmlint.api.views": ("Directive", "Document", "Line", "Name", "Opening", "Section"),
    "pmlint.document.format": ("Format",),
    "pmlint.document.front": ("front_matter_end", "front_matter_resume"),
    "pmlint.document.kind": ("Kind",),
    "pmlint.document.nodes": ("Block", "BlockType"),
    "pmlint.document.prose": ("Prose", "ProseWriter"),
    "pmlint.document.sections": ("section_role",),
    "pmlint.language.claims": ("Claim", "Fact", "OutcomeKind"),
    "pmlint.language.openings": ("Mention",),
    "pmlint.text.span": ("Span",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

# Spelled out in the type-checking block too, where a checker reads it.
__all__ = sorted(_HOME)


def __getattr__(name: str) -> object:
    module = _HOME.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(module), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME})
