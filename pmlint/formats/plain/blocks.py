"""One chunk of plain text to blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.api import Block, ProseWriter, Span, front_matter_end
from pmlint.formats.plain.rows import (
    BLANK,
    BULLET,
    COMMENT,
    DASH,
    MARKS,
    QUOTE,
    RULE,
    SPACE,
    TEXT,
    TIME,
    Row,
    heading_level,
    is_capitals,
    row_at,
)

_WORD = re.compile(r"\S+")
_MARKER = re.compile(r"\[?[0-9]+:[0-9:.,]+\]?|[0-9]{1,3}[.)]|\([0-9A-Za-z]+\)|[A-Za-z]\)|[^\w\s]")
# A line that stops this much short of where it could was ended on purpose.
_SLACK = 5


def blocks(chunk: str) -> tuple[Block, ...]:
    """The blocks of one chunk that `ends` cut; see `pmlint.api.Format.blocks`."""
    found: list[Block] = []
    at = front_matter_end(chunk)
    if at:
        found.append(Block("front-matter", Span(int(chunk[0] == "\ufeff"), at).strip(chunk)))
    rows: list[Row] = []
    while at < len(chunk):
        row = row_at(chunk, at)
        at = row.after
        if rows or row.kind != BLANK:
            rows.append(row)
    if not rows:
        return tuple(found)
    first = rows[0]
    if first.kind == COMMENT:
        found.append(Block("comment", Span(first.start, first.end)))
    elif first.kind == MARKS:
        line = chunk[first.start : first.end]
        level = len(line) - len(line.lstrip("#"))
        found += _heading(chunk, first, level, len(line) - len(line[level:].lstrip()), " \t#")
    elif first.kind in (BULLET, DASH):
        found += _items(chunk, rows)
    elif first.kind != RULE:
        found += _paragraph_or_heading(chunk, rows)
    return tuple(found)


def _paragraph_or_heading(chunk: str, rows: list[Row]) -> Iterator[Block]:
    lines = [row for row in rows if row.kind != BLANK]
    first = lines[0]
    if first.kind == TEXT:
        if len(lines) == 2 and lines[1].kind == RULE:
            level = 1 if chunk[lines[1].start] == "=" else 2
            yield from _heading(chunk, first, level, 0, "")
            return
        line = chunk[first.start : first.end]
        if len(lines) == 1 and (len(rows) > 1 or is_capitals(line) or line[-1] == ":"):
            level = heading_level(line)
            if level:
                yield from _heading(chunk, first, level, 0, ": \t")
                return
    yield from _text(chunk, lines, quoted=first.kind == QUOTE)


def _heading(chunk: str, row: Row, level: int, lead: int, trail: str) -> Iterator[Block]:
    """A heading from the text of a line, without ``lead`` code points of it and ``trail``."""
    title = chunk[row.start + lead : row.end].rstrip(trail or None)
    writer = ProseWriter()
    writer.write(title, row.start + lead, row.start + lead + len(title))
    prose = writer.prose()
    if prose is not None:
        yield Block("heading", Span(row.start, row.end), prose, level)


def _items(chunk: str, rows: list[Row]) -> Iterator[Block]:
    """An item, the items and paragraphs that are indented below it."""
    indents: list[int] = []
    lines: list[Row] = []
    for row in rows:
        if row.kind in (BULLET, DASH):
            yield from _text(chunk, lines, len(indents))
            while indents and indents[-1] >= row.indent:
                indents.pop()
            indents.append(row.indent)
            lines = [row]
        elif row.kind == BLANK:
            yield from _text(chunk, lines, len(indents))
            lines = []
        elif row.kind != RULE:
            lines.append(row)
    yield from _text(chunk, lines, len(indents))


def _text(chunk: str, lines: list[Row], level: int = 0, *, quoted: bool = False) -> Iterator[Block]:
    """The paragraph or item that the lines are, if there are any words."""
    if not lines:
        return
    writer = ProseWriter()
    width = max(row.end - row.start for row in lines)
    before: Row | None = None
    for row in lines:
        start = row.start + _lead(chunk, row, first=row is lines[0])
        if start >= row.end:
            continue
        if before is not None:
            hard = _ended(chunk, before, start, width)
            writer.space(before.end, before.after, hard=hard)
        writer.write(chunk[start : row.end], start, row.end)
        before = row
    prose = writer.prose()
    if prose is None:
        return
    first = lines[0]
    yield Block(
        "item" if first.kind in (BULLET, DASH) else "paragraph",
        Span(first.start, lines[-1].end),
        prose,
        level,
        chunk[first.start : first.start + _marker(chunk, first)],
        quoted,
    )


def _marker(chunk: str, row: Row) -> int:
    """The length of the marker that a line starts with: bullet, number, quote marks or time."""
    if row.kind in (BULLET, DASH, TIME):
        mark = _MARKER.match(chunk, row.start)
        assert mark is not None
        return mark.end() - row.start
    return 0


def _lead(chunk: str, row: Row, *, first: bool) -> int:
    """How much of a line comes before its words: a marker stands on a block's first line only."""
    line = chunk[row.start + (_marker(chunk, row) if first else 0) : row.end]
    words = line.lstrip(SPACE + ">" if row.kind == QUOTE else SPACE)
    return row.end - row.start - len(words)


def _ended(chunk: str, row: Row, start: int, width: int) -> bool:
    """Whether a line was ended on purpose: what comes next would have fitted on it."""
    if chunk[row.end - 1] in ",;&-" or not (chunk[start].isupper() or chunk[start].isdigit()):
        return False
    word = _WORD.match(chunk, start)
    return row.end - row.start + 1 + (len(word[0]) if word else 1) + _SLACK <= width
