"""Readable text of a block, with the way back to the source.

Markup is left out, a line end inside a paragraph becomes one space, an entity its character, a URL
nothing or the one word "link". Formats write prose with a `ProseWriter`; readers get `Prose`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TypeVar

from pmlint.text.span import Span

# A line that opens with a label ("Result: ...") opens a sentence, wherever the line before ended.
LABEL = re.compile(r"[A-Z][\w&/’'-]*(?: [\w&/’'-]+){0,3}:(?=\s|\Z)")

# Addresses are no words: URLs, mail addresses, footnote marks. The last character of a URL is no
# punctuation, which belongs to the sentence.
# (Compiled when the first is met.)
_ADDRESS = r"""(?x)
    (?<!\w)(?:[A-Za-z][A-Za-z0-9+.-]{0,20}://|www\.)
      [^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]}*_]
  | (?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}
  | \[\^[^\s\[\]]{1,80}\]
"""
_PLACEHOLDER = "link"


class Prose:
    """Clean text and its map to source offsets; immutable.

    ``text``: what a reader sees. ``start`` and ``end``: source offsets of its first character and
    just after its last one, counted from the start of the chunk that holds the block. ``breaks``:
    offsets in ``text`` where a sentence must start (a hard line break, a label on a new line).
    """

    __slots__ = ("_clean", "_ends", "_sources", "breaks", "end", "start", "text")

    def __init__(
        self,
        text: str,
        runs: Iterable[tuple[int, int]],
        end: int,
        ends: dict[int, int] | None = None,
        breaks: tuple[int, ...] = (),
    ) -> None:
        """``runs``: pairs (clean offset, source offset), ascending, the first at clean offset 0;
        from a run's start on both advance together until the next run. ``ends``: clean offset of a
        character to the source offset where it ends, for those that are not one character there.
        """
        clean, sources = zip(*runs, strict=True)
        self.text = text
        self.start: int = sources[0]
        self.end = end
        # Most prose is one run: no tables for it.
        self._clean: tuple[int, ...] = clean if len(clean) > 1 else ()
        self._sources: tuple[int, ...] = sources if len(clean) > 1 else ()
        self._ends = ends or None
        self.breaks = breaks

    @classmethod
    def plain(cls, text: str, start: int) -> Prose:
        """Prose that stands in the source just as it reads."""
        prose = cls.__new__(cls)
        prose.text = text
        prose.start = start
        prose.end = start + len(text)
        prose._clean = prose._sources = prose.breaks = ()
        prose._ends = None
        return prose

    @property
    def runs(self) -> tuple[tuple[int, int], ...]:
        """Pairs (clean offset, source offset); see `__init__`."""
        return tuple(zip(self._clean, self._sources, strict=True)) or ((0, self.start),)

    @property
    def ends(self) -> dict[int, int]:
        """Source ends of the characters that are not one character there; see `__init__`."""
        return dict(self._ends or {})

    def offset(self, clean: int) -> int:
        """The source offset of the character at ``clean`` (``len(text)`` gives the end)."""
        if clean >= len(self.text):
            return self.end
        if not self._clean:
            return self.start + clean
        run = bisect_right(self._clean, clean) - 1
        return self._sources[run] + clean - self._clean[run]

    def source(self, span: Span) -> Span:
        """The source span from the first to just after the last character of ``span``.

        Markup inside the span is part of the answer; markup around it is not. An empty span is
        the place before the character at its offset.
        """
        start = self.offset(span.start)
        last = min(span.end, len(self.text)) - 1
        if last < span.start:
            return Span(start, start)
        if self._ends is not None and last in self._ends:
            return Span(start, self._ends[last])
        return Span(start, self.offset(last) + 1)


class ProseWriter:
    """Puts the prose of one block together, piece by piece in source order."""

    __slots__ = ("_at", "_breaks", "_ends", "_hidden", "_next", "_parts", "_runs", "_soft")

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._at = 0  # length of what is written
        self._next = -1  # the source offset that would go on the last run
        self._runs: list[tuple[int, int]] = []
        self._ends: dict[int, int] = {}
        self._soft: list[int] = []
        self._breaks: list[int] = []
        self._hidden: list[tuple[int, int]] = []

    def __len__(self) -> int:
        return self._at

    def write(self, text: str, start: int, end: int) -> None:
        """Add text that stands at ``start`` to ``end`` in the source.

        Text as long as its source is taken to be its source; other text (an entity) stands for
        the whole of it.
        """
        if start != self._next:
            self._runs.append((self._at, start))
        self._parts.append(text)
        self._at += len(text)
        self._next = end
        if len(text) != end - start:
            self._ends[self._at - 1] = end
            self._next = -1

    def space(self, start: int, end: int, *, hard: bool = False) -> None:
        """Add one space for a line end; a ``hard`` one ends the sentence too."""
        self.write(" ", start, end)
        (self._breaks if hard else self._soft).append(self._at)

    def hide(self, start: int) -> None:
        """What was written from ``start`` (a length of this writer) on is an address, no words."""
        if start < self._at:
            self._hidden.append((start, self._at))

    def ends_with(self, text: str) -> bool:
        """Whether ``text`` is the end of the last piece written, white space left out."""
        return bool(self._parts) and self._parts[-1].rstrip().endswith(text)

    def hide_tail(self, pattern: str) -> None:
        """What ``pattern`` finds in the text written so far is no words either."""
        found = re.search(pattern, "".join(self._parts))
        if found:
            self._hidden.append(found.span())

    def prose(self) -> Prose | None:
        """What was written, None when there is nothing but white space."""
        parts = self._parts
        text = parts[0] if len(parts) == 1 else "".join(parts)
        if not text or text.isspace():
            return None
        hidden = self._hidden
        if "://" in text or "@" in text or "[^" in text or "www." in text:
            hidden = hidden + [place.span() for place in re.finditer(_ADDRESS, text)]
        breaks = self._breaks
        if self._soft:
            breaks = sorted(breaks + [at for at in self._soft if LABEL.match(text, at)])
        if breaks and breaks[-1] == self._at:
            breaks = breaks[:-1]
        if len(self._runs) == 1 and not (self._ends or breaks or hidden):
            return Prose.plain(text, self._runs[0][1])
        last = len(text) - 1
        end = self._ends.get(last) or self._next
        prose = Prose(text, self._runs, end, self._ends, tuple(breaks))
        return _without(prose, hidden) if hidden else prose


def _without(prose: Prose, hidden: Iterable[tuple[int, int]]) -> Prose | None:
    """The prose without the given clean ranges.

    A range that stands between words of one sentence leaves a word in its place, so that "shipped
    <address> to 500 shops" still says that something was shipped.
    """
    text = prose.text
    copy = _Copy(prose)
    for start, end in sorted(hidden):
        if start < copy.done:
            continue
        if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
            copy.keep(start - 1)
            copy.done = end + 1
            continue
        copy.keep(start)
        if not text.startswith("[^", start) and _between_words(text, start, end):
            copy.insert(_PLACEHOLDER, prose.source(Span(start, end)))
        copy.done = end
    copy.keep(len(text))
    return copy.prose()


def _between_words(text: str, start: int, end: int) -> bool:
    before = text[max(start - 3, 0) : start].rstrip(" ")[-1:]
    after = text[end : end + 3].lstrip(" ")[:1]
    return (before.isalnum() or before in ("'", '"', ",")) and after.isalnum()


_Entry = TypeVar("_Entry", bound=tuple[int, ...])


def _upto(entries: list[_Entry], stop: int) -> Iterator[_Entry]:
    """Take the entries that start before ``stop`` off the end of a list."""
    while entries and entries[-1][0] < stop:
        yield entries.pop()


class _Copy:
    """Copies prose from left to right, leaving some of it out; one pass over its tables."""

    def __init__(self, prose: Prose) -> None:
        self.done = 0  # how far the old text is dealt with
        self._old = prose
        # What is still to come, the next at the end.
        self._old_runs = [*reversed(prose.runs)]
        self._old_ends = sorted(prose.ends.items(), reverse=True)
        self._old_breaks = [(at,) for at in reversed(prose.breaks)]
        self._parts: list[str] = []
        self._length = 0
        self._runs: list[tuple[int, int]] = []
        self._ends: dict[int, int] = {}
        self._breaks: list[int] = []

    def keep(self, stop: int) -> None:
        """Copy what comes up to ``stop``."""
        done = self.done
        if done >= stop:
            return
        by = self._length - done
        self._runs.append((self._length, self._old.offset(done)))
        for at, source in _upto(self._old_runs, stop):
            if at > done:
                self._runs.append((at + by, source))
        for at, end in _upto(self._old_ends, stop):
            if at >= done:
                self._ends[at + by] = end
        for (at,) in _upto(self._old_breaks, stop):
            self._breaks.append(max(at, done) + by)
        self._parts.append(self._old.text[done:stop])
        self._length += stop - done
        self.done = stop

    def insert(self, word: str, source: Span) -> None:
        """Put a word where the source has ``source``."""
        for _ in _upto(self._old_breaks, self.done + 1):
            self._breaks.append(self._length)
        self._runs.append((self._length, source.start))
        self._parts.append(word)
        self._length += len(word)
        self._ends[self._length - 1] = source.end

    def prose(self) -> Prose | None:
        text = "".join(self._parts)
        if not text or text.isspace():
            return None
        last = len(text) - 1
        at, source = self._runs[-1]
        end = self._ends[last] if last in self._ends else source + len(text) - at
        breaks = (at for at in self._breaks if 0 < at < len(text))
        return Prose(text, self._runs, end, self._ends, tuple(dict.fromkeys(breaks)))
