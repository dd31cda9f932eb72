"""Phrase patterns: regular expressions over word classes.

    Pattern("<to> <adverb>* (?P<head> <verb&base> )")

How they are written: `pmlint.language.syntax`. A match gives token indexes, start inclusive and end
exclusive. What a pattern reads of a token, and how it is known that it cannot match a line:
`pmlint.language.letters`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pmlint.language import syntax
from pmlint.language.letters import Column, Layout
from pmlint.language.syntax import PatternError as PatternError
from pmlint.language.tokens import Tokens


class Pattern(Column):
    """One phrase pattern, compiled when it may first match. Raises `PatternError` then."""

    __slots__ = ("_regex",)

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self._regex = _NOTHING

    def may_match(self, tokens: Tokens) -> bool:
        """False when no part of the line can match; cheap."""
        if tokens.layout is not self.layout:
            tokens.renew()
        return tokens.live & self.bit != 0

    def search(
        self, tokens: Tokens, start: int = 0, end: int | None = None
    ) -> re.Match[str] | None:
        if tokens.layout is not self.layout:
            tokens.renew()
        if not tokens.live & self.bit:
            return None
        regex = self._compile(tokens) if self.stale else self._regex
        line = tokens.tags[self.at :: tokens.width]
        return regex.search(line, start) if end is None else regex.search(line, start, end)

    def match(self, tokens: Tokens, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """A match that begins at ``start``."""
        if tokens.layout is not self.layout:
            tokens.renew()
        if not tokens.live & self.bit:
            return None
        regex = self._compile(tokens) if self.stale else self._regex
        line = tokens.tags[self.at :: tokens.width]
        return regex.match(line, start) if end is None else regex.match(line, start, end)

    def finditer(
        self, tokens: Tokens, start: int = 0, end: int | None = None
    ) -> Iterable[re.Match[str]]:
        if tokens.layout is not self.layout:
            tokens.renew()
        if not tokens.live & self.bit:
            return ()
        regex = self._compile(tokens) if self.stale else self._regex
        line = tokens.tags[self.at :: tokens.width]
        return regex.finditer(line, start) if end is None else regex.finditer(line, start, end)

    def ends(self, tokens: Tokens, start: int, end: int) -> bool:
        """True when some match that begins at ``start`` or later ends just at ``end``.

        For a pattern that closes with ``$``.
        """
        return self.search(tokens, start, end) is not None

    def covers(self, tokens: Tokens, start: int, end: int) -> bool:
        """True when the tokens from ``start`` to ``end`` are all of one match."""
        if not self.may_match(tokens):
            return False
        regex = self._compile(tokens) if self.stale else self._regex
        return regex.fullmatch(tokens.tags[self.at :: tokens.width], start, end) is not None

    def _compile(self, tokens: Tokens) -> re.Pattern[str]:
        sets = self.sets(tokens.vocabulary.likely)
        try:
            self._regex = re.compile(syntax.write(self.source, sets))
        except re.error as fault:
            raise PatternError(f"{fault} in {self.source!r}") from fault
        return self._regex


class Family:
    """Patterns by name, of which few can match any one line.

    ``live(tokens)`` gives those that may, in the order they were given.
    """

    __slots__ = ("_bits", "_layout", "_live", "_patterns")

    def __init__(self, patterns: Mapping[str, str]) -> None:
        self._patterns = [(name, Pattern(source)) for name, source in patterns.items()]
        self._bits = 0
        self._live: dict[int, tuple[tuple[str, Pattern], ...]] = {}
        self._layout: Layout | None = None

    def live(self, tokens: Tokens) -> tuple[tuple[str, Pattern], ...]:
        if tokens.layout is not self._layout:
            self._settle(tokens)
        bits = tokens.live & self._bits
        live = self._live.get(bits)
        if live is None:
            live = tuple(pair for pair in self._patterns if pair[1].bit & bits)
            # The bits that lines have in common are few; a pathological text must not fill memory.
            if len(self._live) < _FAMILY_CACHE:
                self._live[bits] = live
        return live

    def _settle(self, tokens: Tokens) -> None:
        """Learn the patterns' bits in the layout of all patterns that there are by now."""
        tokens.renew()
        self._layout = tokens.layout
        self._live.clear()
        self._bits = 0
        for _, pattern in self._patterns:
            self._bits |= pattern.bit


_FAMILY_CACHE = 1024
_NOTHING = re.compile(r"(?!)")
