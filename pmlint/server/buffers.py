"""The server's copy of each open document, equal to the editor's after any edit.

pygls' own documents are not used: they break lines where no editor does (form feed, U+2028), clamp
a position at the end of the text one too short, and split the whole text anew at each change.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from pmlint.text.lines import Encoding, LineIndex
from pmlint.text.span import Span


class Edit(NamedTuple):
    """All the changes of one notification as one: ``span`` of the text before became ``text``.

    ``typed``: the new text of each change as the client sent it.
    """

    span: Span
    text: str
    typed: tuple[str, ...]


class Buffer:
    """One open document: its text, its lines, and where it stands.

    ``language`` is the editor's language id. ``version`` is the editor's, which grows with each
    change. ``encoding`` says how the editor counts characters in a line.
    """

    __slots__ = ("_torn", "encoding", "index", "language", "uri", "version")

    def __init__(
        self, uri: str, language: str, version: int, text: str, encoding: Encoding
    ) -> None:
        self.uri = uri
        self.language = language
        self.version = version
        self.encoding: Encoding = encoding
        self._torn = _is_torn(text)
        self.index = LineIndex(_mended(text) if self._torn else text)

    @property
    def text(self) -> str:
        return self.index.text

    def offset(self, position: Mapping[str, int]) -> int:
        """The offset of a protocol position, clamped as the protocol says."""
        return self.index.from_units(position["line"], position["character"], self.encoding)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and character, in the editor's units, of an offset."""
        return self.index.units(offset, self.encoding)

    def change(self, version: int, changes: Sequence[Mapping[str, Any]]) -> Edit:
        """Apply the ``contentChanges`` of one notification, each to what the one before left.

        When one of them makes no sense an exception is raised and none is applied.
        """
        was = self.index, self._torn
        before = self.text
        span, new = Span(0, 0), ""
        try:
            for change in changes:
                span, new = self._apply(change)
        except Exception:
            self.index, self._torn = was
            raise
        if len(changes) != 1:
            span, new = difference(before, self.text)
        self.version = version
        return Edit(span, new, tuple(change["text"] for change in changes))

    def _apply(self, change: Mapping[str, Any]) -> tuple[Span, str]:
        before, new = self.text, change["text"]
        where = change.get("range")
        if where is None:
            return self._replaced(new)
        start, end = where["start"], where["end"]
        span = Span(self.offset(start), self.offset(end))
        if span.end < span.start:
            span, start, end = Span(span.end, span.start), end, start
        if self._torn or _is_torn(new) or self._cuts(start, span[0]) or self._cuts(end, span[1]):
            return self._replaced(self._in_utf16(span, start, end, new))
        text = before[: span.start] + new + before[span.end :]
        self.index = self.index.edited(span, new, text)
        return span, new

    def _replaced(self, text: str) -> tuple[Span, str]:
        """Take a whole new text; gives the part that differs."""
        self._torn = _is_torn(text)
        if self._torn:
            text = _mended(text)
        span, new = difference(self.text, text)
        self.index = self.index.edited(span, new, text)
        return span, new

    # An editor that counts in UTF-16 may cut a surrogate pair in two, send half a pair, or bring
    # two halves together. All of that is rare, so it may cost a pass over the text.

    def _cuts(self, position: Mapping[str, int], offset: int) -> bool:
        """Whether a position lies inside the pair that starts at ``offset``."""
        if self.encoding != "utf-16" or offset >= len(self.text) or self.text[offset] <= "\uffff":
            return False
        return self.position(offset) == (position["line"], position["character"] - 1)

    def _in_utf16(
        self, span: Span, start: Mapping[str, int], end: Mapping[str, int], new: str
    ) -> str:
        units = _utf16(self.text)
        first = len(_utf16(self.text[: span.start])) + 2 * self._cuts(start, span.start)
        last = len(_utf16(self.text[: span.end])) + 2 * self._cuts(end, span.end)
        return (units[:first] + _utf16(new) + units[last:]).decode("utf-16-le", "surrogatepass")


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def _mended(text: str) -> str:
    """Halves of a pair that stand side by side become one character."""
    return _utf16(text).decode("utf-16-le", "surrogatepass")


def _is_torn(text: str) -> bool:
    """Whether a text holds half a surrogate pair."""
    if text.isascii():
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def difference(before: str, after: str) -> tuple[Span, str]:
    """The one replacement that turns ``before`` into ``after``: the span of ``before`` between
    what both begin with and what both end with, and the text that takes its place."""
    start = _common(before, after)
    old, new = before[start:], after[start:]
    end = _common(old[::-1], new[::-1])
    return Span(start, len(before) - end), new[: len(new) - end]


def _common(one: str, other: str) -> int:
    """How many characters two texts share from their start; by halves, as slices compare fast."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
