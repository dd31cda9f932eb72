"""What a lint comes to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from pmlint.api.finding import Finding
from pmlint.host.problem import Problem

if TYPE_CHECKING:
    from pmlint.engine.chunks import Checked, Directives


# The findings of one chunk, its offset first; their spans count from there. As long as nothing
# about them changes the findings are the same object from lint to lint, so that what was made of
# them can be kept. A plain tuple, as there may be many thousand for every key that is pressed.
Piece = tuple[int, tuple[Finding, ...]]


class Typing(NamedTuple):
    """A line that is being written, so that what is missing from it is not said yet.

    ``offset``: where the writer types, in or right after the line. What rules that wait until a
    line is finished find in it is left out, but for the rules in ``shown``, which the writer sees
    there already. So is what such rules find in openings, sections and the document, but for those
    in ``wide``.
    """

    offset: int
    shown: frozenset[str] = frozenset()
    wide: frozenset[str] = frozenset()


class Report:
    """The findings of a document, in order, and what went wrong.

    ``pieces``: the findings chunk by chunk; ``held``: in the same way those that directives hold
    back. ``findings`` and ``suppressed`` are the same with spans in the whole source, made when
    they are first asked for. ``problems``: rules that failed in this lint. ``kind``: the document's.
    ``typed``: the rules that found something in the line that is being written, and ``wide`` those
    for more than a line that found something anywhere, left out for now or not.
    ``checked`` and ``directives``: what a later lint of the edited document starts from.
    """

    __slots__ = (
        "_findings",
        "_suppressed",
        "checked",
        "directives",
        "held",
        "kind",
        "pieces",
        "problems",
        "typed",
        "wide",
    )

    def __init__(
        self,
        kind: str,
        pieces: Sequence[Piece],
        held: Sequence[Piece],
        problems: tuple[Problem, ...],
        checked: Checked,
        directives: Directives,
        typed: frozenset[str] = frozenset(),
        wide: frozenset[str] = frozenset(),
    ) -> None:
        self.kind = kind
        self.pieces = pieces
        self.held = held
        self.problems = problems
        self.checked = checked
        self.directives = directives
        self.typed = typed
        self.wide = wide
        self._findings: tuple[Finding, ...] | None = None
        self._suppressed: tuple[Finding, ...] | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All that is shown, in order of place; spans count code points of the whole source."""
        if self._findings is None:
            self._findings = tuple(_placed(self.pieces))
        return self._findings

    @property
    def suppressed(self) -> tuple[Finding, ...]:
        """All that a directive holds back, in order of place."""
        if self._suppressed is None:
            self._suppressed = tuple(_placed(self.held))
        return self._suppressed

    def between(self, first: int, last: int) -> Sequence[Piece]:
        """The pieces that may have findings from one offset of the source to another."""
        at = max(bisect_right(self.pieces, first, key=itemgetter(0)) - 1, 0)
        return self.pieces[at : bisect_right(self.pieces, last, key=itemgetter(0))]


def _placed(pieces: Sequence[Piece]) -> Iterator[Finding]:
    for start, findings in pieces:
        for finding in findings:
            yield finding.shifted(start)
