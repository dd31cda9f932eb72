"""Phrase patterns: regular expressions over word classes.

In a pattern ``<name>`` is one token of the class, ``<a|b>`` of either, ``<a&b>`` of both,
``<a&!b>`` of one and not the other, ``<^a|b>`` of none of them; spaces are layout; the rest is
regular expression syntax:

    Pattern("<to> <adverb>* (?P<head> <verb&base> )")

A match gives token indexes, start inclusive and end exclusive.

Most patterns cannot match most lines. So each knows its *triggers*, symbols of which a match needs
at least one, and a line knows by its symbols which patterns may match it (`Tokens.may`): one bit a
pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pmlint.language.tokens import Tokens
from pmlint.language.vocabulary import Vocabulary, char

_ATOM = re.compile(
    r"""
    (?P<open> \( (?: \?: | \?P<\w+> | \?= | \?! | \?<= | \?<! )? )
  | (?P<close> \) )
  | (?P<bar> \| )
  | (?P<word> <[^<>]+> )
  | (?P<end> \$ )
  | (?P<space> \s+ )
    """,
    re.VERBOSE,
)
_REPEAT = re.compile(r"\s*(?P<repeat> [*?+] | \{(?P<least>\d+)[^}]*\} )(?P<lazy>\?)?", re.VERBOSE)
_EVERY: frozenset[int] = frozenset()


class PatternError(ValueError):
    """A pattern cannot be read, or names a class that no vocabulary has."""


class Pattern:
    """One phrase pattern. It is compiled when a vocabulary is first used with it."""

    __slots__ = ("_regex", "_vocabulary", "bit", "source")

    _count = 0

    def __init__(self, source: str) -> None:
        self.source = source
        self.bit = 1 << Pattern._count
        Pattern._count += 1
        self._vocabulary: Vocabulary | None = None
        self._regex: re.Pattern[str] = _NOTHING

    def may_match(self, tokens: Tokens) -> bool:
        """False when no part of the line can match; cheap."""
        if tokens.vocabulary is not self._vocabulary:
            return self._compile(tokens)
        return tokens.may & self.bit != 0

    def search(
        self, tokens: Tokens, start: int = 0, end: int | None = None
    ) -> re.Match[str] | None:
        if not self.may_match(tokens):
            return None
        tags = tokens.tags
        return self._regex.search(tags, start, len(tags) if end is None else end)

    def match(self, tokens: Tokens, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """A match that begins at ``start``."""
        if not self.may_match(tokens):
            return None
        tags = tokens.tags
        return self._regex.match(tags, start, len(tags) if end is None else end)

    def finditer(
        self, tokens: Tokens, start: int = 0, end: int | None = None
    ) -> Iterable[re.Match[str]]:
        if not self.may_match(tokens):
            return ()
        tags = tokens.tags
        return self._regex.finditer(tags, start, len(tags) if end is None else end)

    def ends(self, tokens: Tokens, start: int, end: int) -> bool:
        """True when some match that begins at ``start`` or later ends just at ``end``.

        For a pattern that closes with ``$``.
        """
        return self.search(tokens, start, end) is not None

    def covers(self, tokens: Tokens, start: int, end: int) -> bool:
        """True when the tokens from ``start`` to ``end`` are all of one match."""
        if not self.may_match(tokens):
            return False
        return self._regex.fullmatch(tokens.tags, start, end) is not None

    def _compile(self, tokens: Tokens) -> bool:
        """Make ready for the vocabulary of ``tokens``; whether these tokens may match."""
        vocabulary = tokens.vocabulary
        known = vocabulary.compiled.get(self)
        if known is None:
            text, triggers = _Reader(self.source, vocabulary).read()
            known = vocabulary.compiled[self] = re.compile(text)
            vocabulary.trigger(self.bit, triggers)
        self._vocabulary, self._regex = vocabulary, known
        # Lines that were cut before the pattern was ready do not know of it.
        tokens.may |= self.bit
        return True


class Family:
    """Patterns by name, of which few can match any one line.

    ``live(tokens)`` gives those that may, in the order they were given.
    """

    __slots__ = ("_bits", "_live", "_patterns", "_vocabulary")

    def __init__(self, patterns: Mapping[str, str]) -> None:
        self._patterns = [(name, Pattern(source)) for name, source in patterns.items()]
        self._bits = 0
        self._live: dict[int, tuple[tuple[str, Pattern], ...]] = {}
        self._vocabulary: Vocabulary | None = None
        for _, pattern in self._patterns:
            self._bits |= pattern.bit

    def live(self, tokens: Tokens) -> tuple[tuple[str, Pattern], ...]:
        if tokens.vocabulary is not self._vocabulary:
            for _, pattern in self._patterns:
                pattern.may_match(tokens)
            self._vocabulary = tokens.vocabulary
        bits = tokens.may & self._bits
        live = self._live.get(bits)
        if live is None:
            live = tuple(pair for pair in self._patterns if pair[1].bit & bits)
            # The bits that lines have in common are few; a pathological text must not fill memory.
            if len(self._live) < _FAMILY_CACHE:
                self._live[bits] = live
        return live


_FAMILY_CACHE = 4096
_NOTHING = re.compile(r"(?!)")


class _Reader:
    """Reads one pattern: the regular expression over symbols, and the triggers."""

    def __init__(self, source: str, vocabulary: Vocabulary) -> None:
        self.source = source
        self.vocabulary = vocabulary
        self.at = 0
        self.out: list[str] = []

    def read(self) -> tuple[str, frozenset[int]]:
        triggers = self._alternatives()
        if self.at != len(self.source):
            raise PatternError(f"unbalanced parenthesis at {self.at} in {self.source!r}")
        return "".join(self.out), triggers

    def _alternatives(self) -> frozenset[int]:
        """Triggers of what stands up to the closing parenthesis; empty when any symbol will do."""
        found: list[frozenset[int]] = []
        needed = _EVERY
        while self.at < len(self.source):
            atom = _ATOM.match(self.source, self.at)
            if atom is None:
                raise PatternError(f"cannot read {self.source[self.at :]!r}")
            kind = atom.lastgroup
            if kind == "close":
                break
            self.at = atom.end()
            if kind == "space":
                continue
            if kind == "bar":
                self.out.append("|")
                found.append(needed)
                needed = _EVERY
                continue
            self.out.append(atom[0])
            here = _EVERY
            if kind == "word":
                here = self._word(atom[0][1:-1])
            elif kind == "open":
                here = self._alternatives()
                self._close()
                # What is only looked at counts when it has to be there.
                if atom[0] in ("(?!", "(?<!"):
                    here = _EVERY
            if self._repeat() and here and (not needed or len(here) < len(needed)):
                needed = here
        found.append(needed)
        return frozenset().union(*found) if all(found) else _EVERY

    def _close(self) -> None:
        if self.source[self.at : self.at + 1] != ")":
            raise PatternError(f"parenthesis not closed in {self.source!r}")
        self.out.append(")")
        self.at += 1

    def _repeat(self) -> bool:
        """Reads what follows an atom; False when the atom may be left out."""
        match = _REPEAT.match(self.source, self.at)
        if match is None:
            return True
        self.at = match.end()
        self.out.append(match["repeat"] + (match["lazy"] or ""))
        return match["repeat"] == "+" or bool(match["least"]) and match["least"] != "0"

    def _word(self, text: str) -> frozenset[int]:
        """Puts the character set of a class condition in place of its name."""
        condition = text.removeprefix("^")
        chosen = self.vocabulary.symbols(_condition(condition, self.vocabulary))
        if not chosen:
            raise PatternError(f"no word can match <{text}> in {self.source!r}")
        inverted = condition != text
        self.out[-1] = f"[{'^' if inverted else ''}{_ranges(chosen)}]"
        return _EVERY if inverted else frozenset(chosen)


def _ranges(numbers: list[int]) -> str:
    """Symbol numbers as the inside of a character set, runs written as ranges."""
    parts = []
    first = last = numbers[0]
    for number in [*numbers[1:], -1]:
        if number != last + 1:
            parts.append(char(first) if first == last else f"{char(first)}-{char(last)}")
            first = number
        last = number
    return "".join(parts)


def _condition(text: str, vocabulary: Vocabulary) -> list[list[tuple[str, bool]]]:
    """Alternatives of conjunctions of (class, wanted)."""
    alternatives = []
    for alternative in text.split("|"):
        names = []
        for raw in alternative.split("&"):
            part = raw.strip()
            name = part.removeprefix("!")
            if name not in vocabulary.marks:
                raise PatternError(f"no class is called {name!r}")
            names.append((name, name == part))
        alternatives.append(names)
    return alternatives
