"""What stands at a place of a draft."""

from __future__ import annotations

from bisect import bisect_right

from pmlint.document.document import Document
from pmlint.text.span import Span


def chunk_at(document: Document, offset: int) -> int | None:
    """The index of the chunk that holds an offset, None before the first."""
    index = bisect_right(document.starts, offset) - 1
    return index if 0 <= index < len(document.chunks) else None


def line_at(document: Document, offset: int) -> Span | None:
    """The place in the source of the bullet or sentence that holds an offset.

    It is the last one that starts there or before, in the same chunk, with nothing but blanks
    between its end and the offset.
    """
    index = chunk_at(document, offset)
    # At the start of a chunk it may be the one before that is written on.
    for at in () if index is None else (index, index - 1):
        if at < 0:
            continue
        lines = document.chunks[at].lines
        start = document.starts[at]
        last = bisect_right(lines, offset - start, key=lambda line: line.source().start) - 1
        if last >= 0:
            place = lines[last].source().shift(start)
            if not document.text[place.end : offset].strip(" \t"):
                return place
    return None
