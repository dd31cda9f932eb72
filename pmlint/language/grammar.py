"""Phrase patterns: regular expressions over word classes.

In a pattern ``<name>`` is one token of the class, ``<a|b>`` of either, ``<a&b>`` of both,
``<a&!b>`` of one and not the other, ``<^a|b>`` of none of them; spaces are layout; the rest is regular expression syntax:

    Pattern("<to> <adverb>* (?P<head> <verb&base> )")

A match gives token indexes, start inclusive and end exclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.language.tokens import Tokens
from pmlint.language.vocabulary import Vocabulary, char

_CLASS = re.compile(r"(?<!\?P)<([^<>]+)>")


class PatternError(ValueError):
    """A pattern names a class that no vocabulary has."""


class Pattern:
    """One phrase pattern, compiled once for each vocabulary."""

    __slots__ = ("source",)

    def __init__(self, source: str) -> None:
        self.source = source

    def search(self, tokens: Tokens, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        tags = tokens.tags
        return self._compiled(tokens).search(tags, start, len(tags) if end is None else end)

    def match(self, tokens: Tokens, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        tags = tokens.tags
        return self._compiled(tokens).match(tags, start, len(tags) if end is None else end)

    def finditer(
        self, tokens: Tokens, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        tags = tokens.tags
        return self._compiled(tokens).finditer(tags, start, len(tags) if end is None else end)

    def covers(self, tokens: Tokens, start: int, end: int) -> bool:
        """True when the tokens from ``start`` to ``end`` are all of one match."""
        return self._compiled(tokens).fullmatch(tokens.tags, start, end) is not None

    def _compiled(self, tokens: Tokens) -> re.Pattern[str]:
        compiled = tokens.vocabulary.compiled.get(self)
        if compiled is None:
            compiled = _compile(self.source, tokens.vocabulary)
            tokens.vocabulary.compiled[self] = compiled
        found: re.Pattern[str] = compiled
        return found


def _compile(source: str, vocabulary: Vocabulary) -> re.Pattern[str]:
    def symbols(match: re.Match[str]) -> str:
        text = match[1]
        chosen = vocabulary.symbols(_condition(text.lstrip("^"), vocabulary))
        if not chosen:
            raise PatternError(f"no word can match <{text}> in {source!r}")
        return f"[{'^' if text[0] == '^' else ''}{_ranges(chosen)}]"

    named = source.replace("(?P<", "(?P\0")
    spaced = re.sub(r"\s+", "", _quote_spaces(named))
    return re.compile(_CLASS.sub(symbols, spaced.replace("(?P\0", "(?P<").replace("\1", " ")))


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


def _quote_spaces(source: str) -> str:
    """Keep the spaces inside class names while layout is taken away."""
    return re.sub(r"<[^<>]*>", lambda m: m[0].replace(" ", "\1"), source)


def _condition(text: str, vocabulary: Vocabulary) -> list[list[tuple[str, bool]]]:
    """Alternatives of conjunctions of (class, wanted)."""
    alternatives = []
    for alternative in text.split("|"):
        names = []
        for part in alternative.split("&"):
            wanted = not part.strip().startswith("!")
            name = part.strip().lstrip("!")
            if name not in vocabulary.marks:
                raise PatternError(f"no class is called {name!r}")
            names.append((name, wanted))
        alternatives.append(names)
    return alternatives
