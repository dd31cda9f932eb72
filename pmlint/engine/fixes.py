"""Applying the fixes of findings to a text."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable
from typing import NamedTuple

from pmlint.api.finding import Finding, Safety, SourceFix
from pmlint.text.edits import TextEdit, apply
from pmlint.text.span import Span


class Applied(NamedTuple):
    """A fix that went in, or that gave way to another, and the finding that it mends."""

    finding: Finding
    fix: SourceFix


class Fixed(NamedTuple):
    """The text after fixing; ``applied`` and ``skipped`` in the order in which they were tried.

    A skipped fix would have changed what another one changes: lint the new text to see whether it
    still stands.
    """

    text: str
    applied: tuple[Applied, ...]
    skipped: tuple[Applied, ...]


_SAFE: tuple[Safety, ...] = ("safe",)


def fix(text: str, findings: Iterable[Finding], safeties: Collection[Safety] = _SAFE) -> Fixed:
    """Apply to the text the first fix of each finding that is of one of the safeties.

    Of fixes that overlap or touch, as each was made for the words around it as they stand, the one
    of the higher ranked finding goes in, then the one that comes first in the text. All edits of a
    fix go in or none. One round only: what a fix uncovers is found by linting the new text.
    """
    candidates = [
        Applied(finding, offer)
        for finding in findings
        for offer in [one for one in finding.fixes if one.safety in safeties][:1]
    ]
    candidates.sort(key=lambda one: (one.finding.rank, one.finding.span, one.finding.rule))
    taken: list[Span] = []
    edits: list[TextEdit] = []
    applied: list[Applied] = []
    skipped: list[Applied] = []
    for candidate in candidates:
        wanted = candidate.fix.edits
        if any(_touches(taken, edit.span) for edit in wanted):
            skipped.append(candidate)
            continue
        applied.append(candidate)
        for span, new in wanted:
            insort(taken, span)
            edits.append(TextEdit(span, new))
    return Fixed(apply(text, edits), tuple(applied), tuple(skipped))


def _touches(taken: list[Span], span: Span) -> bool:
    """True when a span overlaps one of those taken, which are in order, or is right beside it."""
    at = bisect_left(taken, span)
    return any(
        span.start <= other.end and other.start <= span.end
        for other in taken[max(at - 1, 0) : at + 1]
    )
