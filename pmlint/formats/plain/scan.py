"""Where a plain text can be cut: between paragraphs, items with what is indented below, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.api import front_matter_end
from pmlint.formats.plain.rows import (
    BLANK,
    BULLET,
    COMMENT,
    DASH,
    MARKS,
    QUOTE,
    RULE,
    TEXT,
    TIME,
    Row,
    is_capitals,
    row_at,
)

# A line as long as this was probably wrapped, not ended.
_WRAPPED = 50
_GOES_ON = re.compile(r"[a-z0-9(\[\"'“‘$€£%&/]")

# What the chunk so far is.
_NOTHING, _PARAGRAPH, _HEADING_LINE, _ITEM, _QUOTED, _DONE = range(6)


def ends(text: str, start: int) -> Iterator[int]:
    """Ends of chunks after ``start``, which is 0 or an end; see `pmlint.api.Format.ends`."""
    begin = at = start
    state = _NOTHING
    first = last = None
    gap = False
    if start == 0:
        at = front_matter_end(text)
        state = _DONE if at else _NOTHING
    while at < len(text):
        row = row_at(text, at)
        if row.kind == BLANK:
            gap = True
            at = row.after
            continue
        if state != _NOTHING and not _belongs(text, state, first, last, row, gap=gap):
            yield at
            begin = at
            state = _NOTHING
        if state == _NOTHING:
            first = row
            state = _opened(text, row)
        elif row.kind == RULE:
            state = _DONE
        elif state == _HEADING_LINE:
            state = _PARAGRAPH
        last = row
        gap = False
        at = row.after
    if len(text) > begin:
        yield len(text)


def _opened(text: str, row: Row) -> int:
    """What a chunk is that starts with this line."""
    if row.kind in (BULLET, DASH):
        return _ITEM
    if row.kind == QUOTE:
        return _QUOTED
    if row.kind in (COMMENT, MARKS, RULE):
        return _DONE
    if row.kind == TEXT and is_capitals(text[row.start : row.end]):
        return _HEADING_LINE
    return _PARAGRAPH


def _belongs(
    text: str, state: int, first: Row | None, last: Row | None, row: Row, *, gap: bool
) -> bool:
    """Whether a line goes on with the chunk that starts with ``first`` and goes up to ``last``."""
    if first is None or last is None or state == _DONE:
        return False
    if state == _ITEM and row.indent > first.indent and row.kind not in (COMMENT, MARKS, TIME):
        return True
    if gap or row.kind in (COMMENT, MARKS, TIME, BULLET):
        return False
    if state == _QUOTED or row.kind == QUOTE:
        return state == _QUOTED and row.kind == QUOTE
    before = text[last.start : last.end]
    if row.kind == RULE:
        # The underline of a heading.
        return state in (_PARAGRAPH, _HEADING_LINE) and first is last and first.kind == TEXT
    if row.kind == DASH:
        return state == _PARAGRAPH and len(before) >= _WRAPPED and before[-1] not in ".:;!?"
    if state == _ITEM:
        return before[-1] not in ".:!?" and (
            len(before) >= _WRAPPED or _GOES_ON.match(text, row.start) is not None
        )
    return state == _PARAGRAPH
