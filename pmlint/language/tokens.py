"""A line cut into tokens, each with what patterns see of it."""

from __future__ import annotations

import re
from functools import reduce
from operator import or_

from pmlint.language.letters import Layout
from pmlint.language.vocabulary import Reading, Vocabulary
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
    r"|[.!?…]+(?:NET\b)?|[-=]+>|\S"
)

# The most surfaces that a vocabulary remembers: drafts hold names without end, and a server runs
# for days.
_REMEMBER = 20_000


class Tokens:
    """The tokens of one line.

    A phrase of the vocabulary ("page load time") is one token. ``tags``: the rows of all tokens,
    each ``width`` long, as ``layout`` has them; ``live``: the patterns that may match. Where tokens
    stand is worked out when first asked for.
    """

    __slots__ = (
        "_readings",
        "_spans",
        "_surfaces",
        "_widths",
        "layout",
        "live",
        "tags",
        "text",
        "vocabulary",
        "width",
    )

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text = text
        self.vocabulary = vocabulary
        self._spans: list[tuple[int, int]] | None = None
        self._widths: list[int] | None = None
        self._surfaces: list[str] = _TOKEN.findall(text)
        self._readings = self._read()
        self._spell(vocabulary.layout or vocabulary.current())

    def __len__(self) -> int:
        return len(self._readings)

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
        readings = self._readings
        return 0 <= index < len(readings) and self.vocabulary.is_in(readings[index], name)

    def renew(self) -> None:
        """Follow the layout of all patterns that there are by now."""
        self._spell(self.vocabulary.current())

    def _spell(self, layout: Layout) -> None:
        readings = self._readings
        self.layout = layout
        self.width = layout.width
        self.tags = "".join([reading.row for reading in readings])
        self.live = layout.live(reduce(or_, [reading.signs for reading in readings], 0))

    def _read(self) -> list[Reading]:
        vocabulary, surfaces = self.vocabulary, self._surfaces
        table = vocabulary.table
        if len(table) > _REMEMBER:
            vocabulary.forget()
        readings = [table[surface] for surface in surfaces]
        starts = vocabulary.starts
        places = [place for place, surface in enumerate(surfaces) if surface in starts]
        if places:
            self._join_phrases(places, readings)
        before: Reading | None = None
        for index, reading in enumerate(readings):
            # Words that can be noun or verb are read by what stands before: a noun after a
            # determiner, preposition, number or another verb; a verb after "to", a modal, a pronoun
            # or an adverb; left open where both are likely (after a comma, after "and").
            if reading.as_noun is not None and before is not None:
                if before.before_noun and not (before.is_noun and reading.may_be_past):
                    readings[index] = reading = reading.as_noun
                elif before.before_verb and reading.as_verb is not None:
                    readings[index] = reading = reading.as_verb
            before = reading
        return readings

    def _join_phrases(self, places: list[int], readings: list[Reading]) -> None:
        """Make one token of the longest phrase that begins at each place, from the left."""
        surfaces, starts = self._surfaces, self.vocabulary.starts
        last = len(surfaces) - 1
        joined: list[tuple[int, int, Reading]] = []
        free = 0
        for place in places:
            if place < free or place == last:
                continue
            for rest, whole in starts[surfaces[place]].get(surfaces[place + 1].lower(), ()):
                stop = place + 2 + len(rest)
                if not rest or [word.lower() for word in surfaces[place + 2 : stop]] == rest:
                    joined.append((place, stop, whole))
                    free = stop
                    break
        if joined:
            widths = [1] * len(readings)
            for place, stop, whole in reversed(joined):
                readings[place:stop] = [whole]
                widths[place:stop] = [stop - place]
            self._widths = widths

    def _place(self) -> list[tuple[int, int]]:
        # Only white space is between tokens, so that the next place of each is where it stands.
        text, at = self.text, 0
        spans: list[tuple[int, int]] = []
        for surface in self._surfaces:
            at = text.index(surface, at)
            spans.append((at, at := at + len(surface)))
        if self._widths is not None:
            at, joined = 0, []
            for width in self._widths:
                joined.append((spans[at][0], spans[at + width - 1][1]))
                at += width
            spans = joined
        self._spans = spans
        return spans
