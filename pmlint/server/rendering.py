"""A report as diagnostics in JSON text, of which as much as can be is kept for the next time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate, repeat
from operator import itemgetter
from typing import Any

from pmlint.engine.report import Piece, Report
from pmlint.server import wire

_start = itemgetter(0)
_findings = itemgetter(1)


class Rendered:
    """The diagnostics of one draft.

    The engine gives the same tuple of findings for a chunk as long as nothing about them changes,
    and a chunk starts at the start of a line: so the text made of them holds as long as they start
    at the same line. After a key that is true of all chunks but one, and they are compared by the
    thousand, not one by one.
    """

    __slots__ = ("_keys", "_pieces", "_related", "_texts", "hidden")

    def __init__(self) -> None:
        self._pieces: Sequence[Piece] = ()
        self._keys: list[tuple[int, int]] = []
        self._texts: list[str] = []
        self._related: list[int] = []
        self.hidden = 0

    def diagnostics(
        self,
        report: Report,
        place: Callable[[int], wire.Position],
        line_starts: Sequence[int],
        chunk_starts: Sequence[int],
        *,
        page: Callable[[str], str],
        related_uri: str,
        limit: int,
        near: int,
    ) -> list[str]:
        """One text for each chunk that has findings, several diagnostics in it with commas between.

        ``place`` gives the position of an offset; ``line_starts`` and ``chunk_starts`` are the offsets
        of all lines and chunks. ``page`` gives the address of a rule's page, "" for none;
        ``related_uri`` is "" for a client without related places. Of more than ``limit`` findings (0: all) those nearest to the offset
        ``near`` are shown, and ``hidden`` is how many are not.
        """

        def text(at: int) -> str:
            start, findings = pieces[at]

            def placed(offset: int) -> wire.Position:
                return place(start + offset)

            return ",".join(
                [
                    wire.diagnostic(
                        finding, placed, page=page(finding.rule), related_uri=related_uri
                    )
                    for finding in findings
                ]
            )

        pieces = self._nearest(report.pieces, limit, near)
        lines = map(bisect_right, repeat(line_starts), map(_start, pieces))
        # By identity: findings that are equal may be in a text that breaks its lines elsewhere.
        keys = list(zip(lines, map(id, map(_findings, pieces)), strict=True))
        first, last = _same_ends(self._keys, keys)
        stop, old_stop = len(keys) - last, len(self._keys) - last
        by = stop - old_stop
        texts = self._texts[:first] + [text(at) for at in range(first, stop)]
        texts += self._texts[old_stop:]
        # A related place may be in another chunk, which moves by itself.
        related = [at for at in self._related if at < first]
        related += [at + by for at in self._related if at >= old_stop]
        for at in related:
            texts[at] = text(at)
        related += [
            at
            for at in range(first, stop)
            if wire.RELATED in texts[at] and _points_away(pieces[at], chunk_starts)
        ]
        # The pieces are kept, so that no other findings get the id of one of theirs.
        self._pieces, self._keys = pieces, keys
        self._texts, self._related = texts, sorted(related)
        return texts

    def _nearest(self, pieces: Sequence[Piece], limit: int, near: int) -> Sequence[Piece]:
        """Whole pieces with at least ``limit`` findings, if there are so many."""
        self.hidden = 0
        if not limit or not pieces:
            return pieces
        ends = list(accumulate(map(len, map(_findings, pieces))))
        total = ends[-1]
        if total <= limit:
            return pieces
        middle = bisect_right(pieces, near, key=_start)
        before = ends[middle - 1] if middle else 0
        first = bisect_right(ends, max(0, min(before - limit // 2, total - limit)))
        start = ends[first - 1] if first else 0
        last = min(bisect_left(ends, start + limit), len(ends) - 1)
        self.hidden = total - (ends[last] - start)
        return pieces[first : last + 1]


def _points_away(piece: Piece, chunk_starts: Sequence[int]) -> bool:
    """Whether a finding may have a related place in another chunk than its own."""
    start, findings = piece
    after = bisect_right(chunk_starts, start)
    if after == len(chunk_starts):
        return True
    end = chunk_starts[after] - start
    return any(not 0 <= other.span.start < end for finding in findings for other in finding.related)


def _same_ends(old: Sequence[Any], new: Sequence[Any]) -> tuple[int, int]:
    """How many items at the start, and of the rest at the end, are equal; found by halving."""
    most = min(len(old), len(new))
    first = _longest(most, lambda a, b: old[a:b] == new[a:b])
    last = _longest(
        most - first,
        lambda a, b: old[len(old) - b : len(old) - a] == new[len(new) - b : len(new) - a],
    )
    return first, last


def _longest(most: int, equal: Callable[[int, int], bool]) -> int:
    """The greatest n up to ``most`` for which [0, n) is equal."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if equal(low, middle):
            low = middle
        else:
            high = middle - 1
    return low
