"""Where lines are, and the way between offsets and line/column in three unit systems."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import Literal

from pmlint.text.span import Span

Encoding = Literal["utf-8", "utf-16", "utf-32"]

_END = re.compile(r"\r\n?|\n")
_STEP = 1024  # code points encoded at a time on the way back from units


def _starts(text: str) -> list[int]:
    if "\r" in text:
        return [0, *(end.end() for end in _END.finditer(text))]
    starts = [0, *accumulate(map(len, text.split("\n")))]
    starts.pop()
    return [start + line for line, start in enumerate(starts)]


def _width(text: str, encoding: Encoding) -> int:
    # "surrogatepass": a broken client can send half a pair, and it still has a width.
    if encoding == "utf-32" or text.isascii():
        return len(text)
    if encoding == "utf-16":
        return len(text.encode("utf-16-le", "surrogatepass")) // 2
    return len(text.encode("utf-8", "surrogatepass"))


class LineIndex:
    r"""The lines of one text; they end at ``\n``, ``\r\n`` and lone ``\r``, nowhere else.

    Lines and columns count from 0. Columns count code points, or units of ``utf-8`` (bytes),
    ``utf-16`` or ``utf-32`` where an encoding is given. What lies outside is clamped as the
    language server protocol asks: a column past the line's end is the line's end (before its line
    break), a line past the last is the end of the text. Immutable.
    """

    __slots__ = ("starts", "text")

    def __init__(self, text: str, starts: list[int] | None = None) -> None:
        """``starts``: the offsets where lines start, when the caller has them already."""
        self.text = text
        self.starts = _starts(text) if starts is None else starts

    def __len__(self) -> int:
        """How many lines; a text that ends with a line break has an empty last line."""
        return len(self.starts)

    def line(self, line: int) -> Span:
        """The line without its line break. Raises IndexError when there is no such line."""
        if not 0 <= line < len(self.starts):
            raise IndexError(f"line {line} of {len(self.starts)}")
        start = self.starts[line]
        if line + 1 == len(self.starts):
            return Span(start, len(self.text))
        end = self.starts[line + 1] - 1
        if end > start and self.text[end] == "\n" and self.text[end - 1] == "\r":
            end -= 1
        return Span(start, end)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, in code points, of an offset (clamped to the text)."""
        offset = min(max(offset, 0), len(self.text))
        line = bisect_right(self.starts, offset) - 1
        return line, offset - self.starts[line]

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and a column in code points."""
        if line < 0:
            return 0
        if line >= len(self.starts):
            return len(self.text)
        start, end = self.line(line)
        return min(start + max(column, 0), end)

    def units(self, offset: int, encoding: Encoding) -> tuple[int, int]:
        """Line and column, in units of ``encoding``, of an offset (clamped to the text)."""
        line, column = self.position(offset)
        if encoding == "utf-32" or self.text.isascii():
            return line, column
        start = self.starts[line]
        return line, _width(self.text[start : start + column], encoding)

    def from_units(self, line: int, unit: int, encoding: Encoding) -> int:
        """The offset of a line and a column in units of ``encoding``.

        A column inside a character (the second half of a pair, a later byte) is its start.
        """
        if encoding == "utf-32" or self.text.isascii() or not 0 <= line < len(self.starts):
            return self.offset(line, unit)
        at, end = self.line(line)
        if self.text[at:end].isascii():
            return min(at + max(unit, 0), end)
        step = _STEP
        while step and at < end and unit > 0:
            piece = self.text[at : min(at + step, end)]
            width = _width(piece, encoding)
            if width <= unit:
                at += len(piece)
                unit -= width
            else:
                step = len(piece) // 2
        return at

    def edited(self, span: Span, new_text: str, text: str | None = None) -> LineIndex:
        """The index after ``span`` was replaced by ``new_text``; only lines around it are re-read.

        ``text``: the whole text after the edit, when the caller has it already.
        """
        if text is None:
            text = self.text[: span.start] + new_text + self.text[span.end :]
        by = len(text) - len(self.text)
        starts = self.starts
        # A line start is safe when the characters on both its sides are: "\r" | "\n" may join.
        first = max(bisect_left(starts, span.start) - 1, 0)
        after = bisect_right(starts, span.end)
        begin = starts[first]
        if after < len(starts):
            window = _starts(text[begin : starts[after] + by])
            window.pop()
        else:
            window = _starts(text[begin:])
        fresh = starts[:first]
        fresh += [begin + start for start in window]
        fresh += [start + by for start in starts[after:]] if by else starts[after:]
        return LineIndex(text, fresh)
