"""A line cut into tokens, with one symbol a token."""

from __future__ import annotations

import re

from pmlint.language.vocabulary import Vocabulary
from pmlint.text.span import Span

# A word, a number with what belongs to it ("$4.2 million", "40 %", "200ms"), a run of stops, or one
# other character. What a token is, its surface tells (`shapes.shape`); so this stays short, for it
# runs over every line.
_TOKEN = re.compile(
    r"(?!(?:EUR|USD|GBP|INR|CHF)\s?\d)[^\W\d_](?:\w|[.'’+#@-]+(?=\w))*(?:\+\+|#)?"
    r"|[+\-−–~]?(?:(?:(?:US|CA|AU)?[$€£¥₹]|(?:EUR|USD|GBP|INR|CHF)(?=\s?\d))\s?)?\d(?:[\d,]*\d)?(?:\.\d+)?\+?"
    r"(?:-?fold\b|\s?(?:%|(?:percent(?:age points?)?|per cent|pp|bps|ppts?|million|billion|thousand"
    r"|bn|mn|dollars|euros|pounds|USD|EUR|GBP|ms|[µu]s|ns|secs?|seconds?|mins?|minutes?|hrs?|hours?"
    r"|[KMGTkmgt]i?[Bb]|[KMGkmg]?Hz|hz|fps|[QRTqrt][Pp][Ss]|[kKmMbBxX×hs]|MM)\b)"
    r"|[A-Za-z][\w-]*)?\+?"
    r"|[.!?…]+(?:NET\b)?|\S"
)


class Tokens:
    """The tokens of one line.

    ``tags``: one symbol a token, so that a pattern's match offsets are token indexes. A phrase of
    the vocabulary ("page load time") is one token. Where tokens stand is worked out when first
    asked for: most lines are never asked. ``may``: the bits of the patterns that may match.
    """

    __slots__ = ("_matches", "_spans", "_widths", "may", "tags", "text", "vocabulary")

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text = text
        self.vocabulary = vocabulary
        self._spans: list[tuple[int, int]] | None = None
        self._widths: list[int] | None = None
        self._matches: list[re.Match[str]] = []
        self.tags = self._read()
        self.may = vocabulary.may_match(self.tags)

    def __len__(self) -> int:
        return len(self.tags)

    def span(self, first: int, stop: int) -> Span:
        """The span in the text of tokens ``first`` up to ``stop`` (exclusive)."""
        spans = self._spans or self._place()
        return Span(spans[first][0], spans[stop - 1][1])

    def words(self, first: int, stop: int) -> str:
        return self.span(first, stop).of(self.text)

    def index(self, offset: int) -> int:
        """The first token that ends after ``offset`` (a code point in the text)."""
        spans = self._spans or self._place()
        return next((i for i, span in enumerate(spans) if span[1] > offset), len(spans))

    def has(self, index: int, name: str) -> bool:
        """True when token ``index`` exists and is in class ``name``."""
        return 0 <= index < len(self.tags) and self.vocabulary.is_in(self.tags[index], name)

    def _read(self) -> str:
        matches = self._matches = list(_TOKEN.finditer(self.text))
        surfaces = [match[0] for match in matches]
        table = self.vocabulary.table
        entries = [table[surface] for surface in surfaces]
        symbols = [entry.symbol for entry in entries]
        phrases = [i for i, entry in enumerate(entries) if entry.phrases]
        if phrases:
            self._join_phrases(phrases, surfaces, symbols)
        return self.vocabulary.resolve(symbols)

    def _join_phrases(self, places: list[int], surfaces: list[str], symbols: list[str]) -> None:
        """Make one token of the longest phrase that begins at each place, from the left."""
        table = self.vocabulary.table
        last = len(surfaces) - 1
        joined: list[tuple[int, int, str]] = []
        free = 0
        for place in places:
            if place < free or place == last:
                continue
            by_second = table[surfaces[place]].phrases or {}
            for rest, whole in by_second.get(surfaces[place + 1].lower(), ()):
                stop = place + 2 + len(rest)
                if not rest or [word.lower() for word in surfaces[place + 2 : stop]] == rest:
                    joined.append((place, stop, whole))
                    free = stop
                    break
        if joined:
            widths = [1] * len(symbols)
            for place, stop, whole in reversed(joined):
                symbols[place:stop] = [whole]
                widths[place:stop] = [stop - place]
            self._widths = widths

    def _place(self) -> list[tuple[int, int]]:
        spans = [match.span() for match in self._matches]
        if self._widths is not None:
            at, joined = 0, []
            for width in self._widths:
                joined.append((spans[at][0], spans[at + width - 1][1]))
                at += width
            spans = joined
        self._spans = spans
        return spans
