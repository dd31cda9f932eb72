"""Plain text: paragraphs between blank lines, bullets and numbers, headings that look like it.

Lines that were wrapped to fit are joined; lines that were ended on purpose are not. Headings are
lines of their own in capitals, underlined, in Title Case before a blank line, ending in a colon, or
with "#" as in Markdown. A line that is ``<!-- ... -->`` alone is a comment, lines with ">" are
other people's words, and a line with a time ("00:03:12 Candidate: ...") starts a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pmlint.api import (
    Block,
    ProseWriter,
    Span,
    front_matter_end,
    front_matter_resume,
    section_role,
)

_LINE = re.compile(
    r"""
    \ufeff?([ \t\xa0\u3000]*)                                  # 1 indent
    (?:
      ((?=[\r\n]|\Z))                                          # 2 blank
    | (<!--[^\r\n]*-->[ \t]*(?=[\r\n]|\Z))                     # 3 comment
    | (\#{1,6})[ \t]+(?=[^\s])                                 # 4 heading with marks
    | ([=\-_*~]{3,}[ \t]*(?=[\r\n]|\Z))                        # 5 underline or rule
    | (>)                                                      # 6 quote
    | (\[?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:[.,][0-9]{1,3})?\]?(?=[ \t]))   # 7 time
    | ([•‣▪◦●○■□▸►➢➤✓✔](?=[^\r\n])
      |[-*+·](?=[ \t\xa0]+[^\s])
      |[0-9]{1,3}[.)](?=[ \t\xa0]+[^\s])
      |\((?:[0-9]{1,3}|[A-Za-z]|[ivx]{2,5})\)(?=[ \t\xa0]+[^\s])
      |[A-Za-z]\)(?=[ \t\xa0]+[^\s]))                          # 8 bullet or number
    | ([–—](?=[ \t\xa0]+[^\s]))                                # 9 a dash: bullet, or wrapped text
    | ()                                                       # 10 text
    )
    [^\r\n]*(?:\r\n?|\n|\Z)
    """,
    re.VERBOSE,
)
_BLANK, _COMMENT, _MARKS, _RULE, _QUOTE, _TIME, _BULLET, _DASH, _TEXT = range(2, 11)
_SPACE = " \t\xa0\u3000\r\n"

# A line as long as this was probably wrapped, not ended.
_WRAPPED = 50
_GOES_ON = re.compile(r"[a-z0-9(\[\"'“‘$€£%&/]")
_WORD = re.compile(r"\S+")
_MARKER = re.compile(
    r"\[?[0-9]+:[0-9:.,]+\]?|[0-9]{1,3}[.)]|\([0-9A-Za-z]+\)|[A-Za-z]\)|[^\w\s]"
)
# A line that stops this much short of where it could was ended on purpose.
_SLACK = 5
_WORDS = re.compile(r"[^\W\d_][\w'’.&-]*")
_SMALL = frozenset("a an and as at by for from in nor of on or per the to via vs with".split())


class _Row(NamedTuple):
    """One line: its kind (a group of the pattern above), its columns of indent, and where its
    text, without indent, starts and ends and the line break ends."""

    kind: int
    indent: int
    start: int
    end: int
    after: int


def _row(text: str, at: int) -> _Row:
    line = _LINE.match(text, at)
    assert line is not None and line.lastindex is not None
    start, after = line.end(1), line.end()
    end = after
    while end > start and text[end - 1] in _SPACE:
        end -= 1
    return _Row(line.lastindex, len(line[1].expandtabs(4)), start, end, after)


# What the chunk so far is.
_NOTHING, _PARAGRAPH, _HEADING_LINE, _ITEM, _QUOTED, _DONE = range(6)


def _ends(text: str, start: int) -> Iterator[int]:
    begin = at = start
    state = _NOTHING
    first = last = None
    gap = False
    if start == 0:
        at = front_matter_end(text)
        state = _DONE if at else _NOTHING
    while at < len(text):
        row = _row(text, at)
        if row.kind == _BLANK:
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
        elif row.kind == _RULE:
            state = _DONE
        elif state == _HEADING_LINE:
            state = _PARAGRAPH
        last = row
        gap = False
        at = row.after
    if len(text) > begin:
        yield len(text)


def _opened(text: str, row: _Row) -> int:
    """What a chunk is that starts with this line."""
    if row.kind in (_BULLET, _DASH):
        return _ITEM
    if row.kind == _QUOTE:
        return _QUOTED
    if row.kind in (_COMMENT, _MARKS, _RULE):
        return _DONE
    if row.kind == _TEXT and _is_capitals(text[row.start : row.end]):
        return _HEADING_LINE
    return _PARAGRAPH


def _belongs(
    text: str, state: int, first: _Row | None, last: _Row | None, row: _Row, *, gap: bool
) -> bool:
    """Whether a line goes on with the chunk that starts with ``first`` and goes up to ``last``."""
    if first is None or last is None or state == _DONE:
        return False
    if state == _ITEM and row.indent > first.indent and row.kind not in (_COMMENT, _MARKS, _TIME):
        return True
    if gap or row.kind in (_COMMENT, _MARKS, _TIME, _BULLET):
        return False
    if state == _QUOTED or row.kind == _QUOTE:
        return state == _QUOTED and row.kind == _QUOTE
    before = text[last.start : last.end]
    if row.kind == _RULE:
        # The underline of a heading.
        return state in (_PARAGRAPH, _HEADING_LINE) and first is last and first.kind == _TEXT
    if row.kind == _DASH:
        return state == _PARAGRAPH and len(before) >= _WRAPPED and before[-1] not in ".:;!?"
    if state == _ITEM:
        return before[-1] not in ".:!?" and (
            len(before) >= _WRAPPED or _GOES_ON.match(text, row.start) is not None
        )
    return state == _PARAGRAPH


def _is_capitals(line: str) -> bool:
    return (
        len(line) <= 60
        and line.upper() == line
        and line[-1] not in ".,;!?"
        and sum(character.isalpha() for character in line) >= 4
        and len(line.split()) <= 8
        and line.count(",") < 2
    )


def _heading_level(line: str) -> int:
    """The level of a lone line that looks like a heading, else 0.

    A name that sections have stands higher than another: jobs are headings within "Experience".
    """
    title = line.rstrip(": \t")
    named = section_role(title) != ""
    if not title or len(line) > 60 or line[-1] in ".,;!?" or "@" in line or "://" in line:
        return 0
    if _is_capitals(line):
        return 1 if named else 2
    words = _WORDS.findall(title)
    if not words or len(words) > 8 or not words[0][0].isupper():
        return 0
    if line[-1] == ":":
        return 3 if len(words) <= 5 else 0
    large = [word for word in words if word.lower() not in _SMALL]
    if all(word[0].isupper() for word in large) and (len(large) > 1 or named):
        return 2 if named else 3
    return 0


def _blocks(chunk: str) -> tuple[Block, ...]:
    found: list[Block] = []
    at = front_matter_end(chunk)
    if at:
        found.append(Block("front-matter", Span(int(chunk[0] == "\ufeff"), at).strip(chunk)))
    rows: list[_Row] = []
    while at < len(chunk):
        row = _row(chunk, at)
        if rows or row.kind != _BLANK:
            rows.append(row)
        at = row.after
    if not rows:
        return tuple(found)
    first = rows[0]
    if first.kind == _COMMENT:
        found.append(Block("comment", Span(first.start, first.end)))
    elif first.kind == _MARKS:
        line = chunk[first.start : first.end]
        level = len(line) - len(line.lstrip("#"))
        found += _heading(chunk, first, level, len(line) - len(line[level:].lstrip()), " \t#")
    elif first.kind in (_BULLET, _DASH):
        found += _items(chunk, rows)
    elif first.kind != _RULE:
        found += _paragraph_or_heading(chunk, rows)
    return tuple(found)


def _paragraph_or_heading(chunk: str, rows: list[_Row]) -> Iterator[Block]:
    lines = [row for row in rows if row.kind != _BLANK]
    first = lines[0]
    if first.kind == _TEXT:
        if len(lines) == 2 and lines[1].kind == _RULE:
            level = 1 if chunk[lines[1].start] == "=" else 2
            yield from _heading(chunk, first, level, 0, "")
            return
        line = chunk[first.start : first.end]
        if len(lines) == 1 and (len(rows) > 1 or _is_capitals(line) or line[-1] == ":"):
            level = _heading_level(line)
            if level:
                yield from _heading(chunk, first, level, 0, ": \t")
                return
    yield from _text(chunk, lines, quoted=first.kind == _QUOTE)


def _heading(chunk: str, row: _Row, level: int, lead: int, trail: str) -> Iterator[Block]:
    """A heading from the text of a line, without ``lead`` code points of it and ``trail``."""
    title = chunk[row.start + lead : row.end].rstrip(trail or None)
    writer = ProseWriter()
    writer.write(title, row.start + lead, row.start + lead + len(title))
    prose = writer.prose()
    if prose is not None:
        yield Block("heading", Span(row.start, row.end), prose, level)


def _items(chunk: str, rows: list[_Row]) -> Iterator[Block]:
    """An item, the items and paragraphs that are indented below it."""
    indents: list[int] = []
    lines: list[_Row] = []
    for row in rows:
        if row.kind in (_BULLET, _DASH):
            yield from _text(chunk, lines, len(indents))
            while indents and indents[-1] >= row.indent:
                indents.pop()
            indents.append(row.indent)
            lines = [row]
        elif row.kind == _BLANK:
            yield from _text(chunk, lines, len(indents))
            lines = []
        elif row.kind != _RULE:
            lines.append(row)
    yield from _text(chunk, lines, len(indents))


def _text(chunk: str, lines: list[_Row], level: int = 0, *, quoted: bool = False) -> Iterator[Block]:
    """The paragraph or item that the lines are, if there are any words."""
    if not lines:
        return
    writer = ProseWriter()
    width = max(row.end - row.start for row in lines)
    before: _Row | None = None
    for row in lines:
        start = row.start + _lead(chunk, row)
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
    marker = ""
    if first.kind in (_BULLET, _DASH):
        marker = chunk[first.start : first.start + _marker(chunk, first)]
    yield Block(
        "item" if marker else "paragraph",
        Span(first.start, lines[-1].end),
        prose,
        level,
        marker,
        quoted,
    )


def _marker(chunk: str, row: _Row) -> int:
    """The length of the marker that a line starts with: bullet, number, quote marks or time."""
    if row.kind in (_BULLET, _DASH, _TIME):
        mark = _MARKER.match(chunk, row.start)
        assert mark is not None
        return mark.end() - row.start
    return 0


def _lead(chunk: str, row: _Row) -> int:
    """How much of a line comes before its words."""
    at = row.start + _marker(chunk, row)
    skip = _SPACE + ">" if row.kind == _QUOTE else _SPACE
    while at < row.end and chunk[at] in skip:
        at += 1
    return at - row.start


def _ended(chunk: str, row: _Row, start: int, width: int) -> bool:
    """Whether a line was ended on purpose: what comes next would have fitted on it."""
    if chunk[row.end - 1] in ",;&-" or not (chunk[start].isupper() or chunk[start].isdigit()):
        return False
    word = _WORD.match(chunk, start)
    return row.end - row.start + 1 + (len(word[0]) if word else 1) + _SLACK <= width


class _Plain:
    name = "plain"
    extensions = (".txt", ".text")
    languages = ("plaintext", "text")
    comment = "<!-- {} -->"
    kind = ""

    def ends(self, text: str, start: int) -> Iterator[int]:
        return _ends(text, start)

    def resume(self, text: str, start: int) -> int:
        return front_matter_resume(text, start)

    def blocks(self, chunk: str) -> tuple[Block, ...]:
        return _blocks(chunk)


PLAIN = _Plain()
