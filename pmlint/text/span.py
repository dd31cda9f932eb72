"""The one span type of pmlint."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points, counted from 0: ``text[start:end]``."""

    start: int
    end: int

    def shift(self, by: int) -> Span:
        return Span(self.start + by, self.end + by)

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True when the two share at least one code point."""
        return max(self.start, other.start) < min(self.end, other.end)

    def cover(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def strip(self, text: str) -> Span:
        """The span without the white space of ``text`` at its ends; empty at its start if all is."""
        held = text[self.start : self.end]
        bare = held.strip()
        start = self.start + len(held) - len(held.lstrip()) if bare else self.start
        return Span(start, start + len(bare))
