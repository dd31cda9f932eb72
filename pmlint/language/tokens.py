"""A line cut into tokens, each with what patterns see of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import reduce
from itertools import accumulate, count
from operator import or_

from pmlint.language.letters import Layout
from pmlint.language.vocabulary import Reading, Vocabulary
from pmlint.text.span import Span

# White space, and a word, a number with what belongs to it ("$4.2 million", "40 %", "200ms"), a run
# of stops, or one other character. What a token is, its surface tells (`shapes.shape`); so this
# stays short, for it runs over every line. What is most frequent comes first.
_TOKEN = re.compile(
    r"\s*(?:"
    r"[a-z]++(?![\w.'’+#@-])"
    r"|[,;:()]"
    r"|(?![CEGIU](?:HF|UR|BP|NR|SD)\s?\d)[^\W\d_]\w*(?:[.'’+#@-]+\w+)*(?:\+\+|#)?"
    r"|[+\-−–~]?(?:(?:(?:US|CA|AU)?[$€£¥₹]|(?:EUR|USD|GBP|INR|CHF)(?=\s?\d))\s?)?\d(?:[\d,]*\d)?(?:\.\d+)?\+?"
    r"(?:-?fold\b|\s?(?:%|(?:percent(?:age points?)?|per cent|pp|bps|ppts?|million|billion|thousand"
    r"|bn|mn|dollars|euros|pounds|USD|EUR|GBP|ms|[µu]s|ns|secs?|seconds?|mins?|minutes?|hrs?|hours?"
    r"|[KMGTkmgt]i?[Bb]|[KMGkmg]?Hz|hz|fps|[QRTqrt][Pp][Ss]|[kKmMbBxX×hs]|MM)\b)"
    r"|[A-Za-z][\w-]*)?\+?"
    r"|[.!?…]+(?:NET\b)?"
    r"|[-=]{1,3}>"
    r"|\S)"
)
# The most surfaces that a vocabulary remembers: drafts hold names without end, and a server runs
# for days.
_REMEMBER = 20_000
_new = tuple.__new__


class Tokens:
    """The tokens of one line.

    A phrase of the vocabulary ("page load time") is one token. ``tags``: the rows of all tokens,
    each ``width`` long, as ``layout`` has them; ``live``: the patterns that may match. Where tokens
    stand is worked out when first asked for.
    """

    __slots__ = (
        "_bits",
        "_ends",
        "_matches",
        "_readings",
        "_surfaces",
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
        # With no white space at the end, each match begins where the one before it ended.
        self._matches: list[str] = _TOKEN.findall(text.rstrip())
        self._surfaces = list(map(str.lstrip, self._matches))
        self._ends: list[int] | None = None
        self._bits = vocabulary.bits
        self._readings = self._read()
        self._spell(vocabulary.layout or vocabulary.current())

    def __len__(self) -> int:
        return len(self._readings)

    def span(self, first: int, stop: int) -> Span:
        """The span in the text of tokens ``first`` up to ``stop`` (exclusive)."""
        ends = self._ends or self._place()
        # As Span(...), which costs three times as much, several times a line.
        return _new(Span, (ends[first] - len(self._surfaces[first]), ends[stop - 1]))

    def words(self, first: int, stop: int) -> str:
        return self.span(first, stop).of(self.text)

    def index(self, offset: int) -> int:
        """The first token that ends after ``offset`` (a code point in the text)."""
        return bisect_right(self._ends or self._place(), offset)

    def has(self, index: int, name: str) -> bool:
        """True when token ``index`` exists and is in class ``name``, or in one of "a|b|c"."""
        readings = self._readings
        return 0 <= index < len(readings) and readings[index].names & self._bits[name] != 0

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
        table, ambiguous = vocabulary.table, vocabulary.ambiguous
        if len(table) > _REMEMBER:
            vocabulary.forget()
        readings = list(map(table.__getitem__, surfaces))
        self._join_phrases(readings)
        for index, reading in enumerate(readings):
            # Words that can be noun or verb are read by what stands before: a noun after a
            # determiner, preposition, number or another verb; a verb after "to", a modal, a pronoun
            # or an adverb; left open where both are likely (after a comma, after "and").
            if reading in ambiguous and index:
                before = readings[index - 1]
                if before.before_noun and not (before.is_noun and reading.may_be_past):
                    readings[index] = ambiguous[reading][0]
                elif before.before_verb:
                    readings[index] = ambiguous[reading][1]
        return readings

    def _join_phrases(self, readings: list[Reading]) -> None:
        """Make one token of the longest phrase that begins at each place, from the left."""
        surfaces, starts = self._surfaces, self.vocabulary.starts
        places = [
            place
            for place, first, second in zip(count(), surfaces, surfaces[1:], strict=False)
            if first in starts and second.lower() in starts[first]
        ]
        joined: list[tuple[int, int, Reading]] = []
        free = 0
        for place in places:
            if place < free:
                continue
            for rest, whole in starts[surfaces[place]][surfaces[place + 1].lower()]:
                stop = place + 2 + len(rest)
                if not rest or [word.lower() for word in surfaces[place + 2 : stop]] == rest:
                    joined.append((place, stop, whole))
                    free = stop
                    break
        matches = self._matches
        for place, stop, whole in reversed(joined):
            readings[place:stop] = [whole]
            matches[place:stop] = ["".join(matches[place:stop])]
            surfaces[place:stop] = [matches[place].lstrip()]

    def _place(self) -> list[int]:
        ends = self._ends = list(accumulate(map(len, self._matches)))
        return ends
