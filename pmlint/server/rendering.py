"""A report as diagnostics in JSON text, of which as much as can be is kept for the next time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from operator import itemgetter

from pmlint.api.finding import Finding
from pmlint.engine.report import Piece, Report
from pmlint.server import wire

Findings = tuple[Finding, ...]
Place = Callable[[int], wire.Position]


class Rendered:
    """The diagnostics of one draft.

    The engine gives the same tuple of findings for a chunk as long as nothing about them changes,
    and a chunk starts at the start of a line: so the text made of them holds as long as they start
    at the same line.
    """

    __slots__ = ("_kept", "_shown", "hidden")

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Findings, int, str]] = {}
        self._shown = 0
        self.hidden = 0

    def diagnostics(
        self,
        report: Report,
        place: Place,
        line: Callable[[int], int],
        *,
        page: Callable[[str], str],
        related_uri: str,
        limit: int,
        near: int,
    ) -> list[str]:
        """One text for each chunk that has findings, several diagnostics in it with commas between.

        ``place`` gives the position of an offset, ``line`` only its line. ``page`` gives the address
        of a rule's page, "" for none; ``related_uri`` is "" for a client without related places. Of
        more than ``limit`` findings (0: all) those nearest to the offset ``near`` are shown, and
        ``hidden`` is how many are not.
        """
        kept = self._kept
        fresh: dict[int, tuple[Findings, int, str]] = {}
        texts = []
        for start, findings in self._nearest(report.pieces, limit, near):
            at = line(start)
            known = kept.get(id(findings))
            if known is not None and known[0] is findings and known[1] == at:
                fresh[id(findings)] = known
                texts.append(known[2])
                continue
            text = _text(start, findings, place, page, related_uri)
            texts.append(text)
            if not (related_uri and any(finding.related for finding in findings)):
                # A related place may be in another chunk, which moves by itself.
                fresh[id(findings)] = (findings, at, text)
        self._kept = fresh
        return texts

    def _nearest(self, pieces: Sequence[Piece], limit: int, near: int) -> Sequence[Piece]:
        """Whole pieces with at least ``limit`` findings, if there are so many."""
        self.hidden = 0
        if not limit or not pieces:
            return pieces
        ends = list(accumulate([len(findings) for _, findings in pieces]))
        total = ends[-1]
        if total <= limit:
            return pieces
        middle = bisect_right(pieces, near, key=itemgetter(0))
        before = ends[middle - 1] if middle else 0
        first = bisect_right(ends, max(0, min(before - limit // 2, total - limit)))
        start = ends[first - 1] if first else 0
        last = min(bisect_left(ends, start + limit), len(ends) - 1)
        self.hidden = total - (ends[last] - start)
        return pieces[first : last + 1]


def _text(
    start: int, findings: Findings, place: Place, page: Callable[[str], str], related_uri: str
) -> str:
    """The diagnostics of a chunk that starts at an offset, with commas between."""

    def placed(offset: int) -> wire.Position:
        return place(start + offset)

    return ",".join(
        [
            wire.diagnostic(finding, placed, page=page(finding.rule), related_uri=related_uri)
            for finding in findings
        ]
    )
