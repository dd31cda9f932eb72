"""Finding a report format by its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module

from pmlint.api.report import ReportFormat

BUILT_IN = ("full", "concise", "json", "jsonl", "github")
# Formats that options of their own ask for.
_BY_OPTION = ("statistics", "diff")


def names(plugged: Iterable[str] = ()) -> tuple[str, ...]:
    """The built-in names, then the others in order of the alphabet."""
    return (*BUILT_IN, *sorted(name for name in plugged if name not in BUILT_IN))


def find(name: str, plugged: Mapping[str, ReportFormat]) -> ReportFormat | None:
    """The format called ``name``; None when there is none. A plugin cannot replace a built-in."""
    if name in BUILT_IN or name in _BY_OPTION:
        # Only the one that is asked for is imported.
        found: ReportFormat = import_module(f"pmlint.report.{name}").FORMAT
        return found
    form = plugged.get(name)
    if form is None:
        return None
    # Only for a plugin's.
    from pmlint.report.guarded import guarded

    return guarded(form)
