"""Numbers as writers state them: sizes, changes, ranks, before and after.

One parser for all rules and for plugins:

>>> [m.kind for m in measures("cut p95 latency from 2.1 s to 300 ms, a 7x gain", VOCABULARY)]
["range", "multiple"]
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from pmlint.language.grammar import Pattern
from pmlint.language.tokens import Tokens
from pmlint.language.vocabulary import Vocabulary
from pmlint.text.span import Span

MeasureKind = Literal[
    "percent",  # 40%, 3 pp, 25 bps
    "multiple",  # 3x, tenfold, halved, twice
    "money",  # $1.2M
    "duration",  # 300 ms, two weeks
    "range",  # from 4 hours to 45 minutes, 11% -> 17%
    "rank",  # #1, top 3, first in ...
    "rating",  # 4.8/5
    "zero",  # zero downtime, no incidents
    "count",  # 1,200 tickets: a bare number, a measure only of something that is counted
]


class Measure(NamedTuple):
    """``start`` and ``stop`` are token indexes, stop exclusive; ``span`` counts in the text."""

    kind: MeasureKind
    start: int
    stop: int
    span: Span


_AMOUNT = "<number|percent|money|multiple|quantity|amount|numeral|year>"
_BOUND = "<number|percent|money|multiple|quantity|amount|numeral|frequency|time unit>"
_UNIT = "<time unit|metric unit>"
_MEASURE = Pattern(
    rf"""
      (?P<range> <from>? <compare>? {_AMOUNT} {_UNIT}* <preposition&to|arrow> <compare|under>* {_AMOUNT} <time unit|metric unit>?
             | <from> <^stop|comma|from|to>{{1,6}} <preposition&to> <compare|under|adverb>* {_BOUND} <time unit|metric unit>? )
    | (?P<percent> <compare|plus|dash>? <number>? <dash>? <percent> )
    | (?P<multiple> <multiple|times word> | <numeral|number> <times unit> )
    | (?P<money> <compare|plus>? <money> )
    | (?P<duration> <compare>? <quantity|amount> | <compare>? <number|numeral|some> <time unit|unit word> )
    | (?P<rating> <number> <slash> <number> | <number> <star> | <number> <out of> <number|numeral> )
    | (?P<rank> <mark> <number> (?= <noun|in|preposition|unknown> ) | <top> <number|percent|numeral> | <rank word> )
    | (?P<zero> <negative&!not> (?= <^verb>{{0,2}} <bad metric> ) )
    | (?P<count> <compare|plus>? <number|numeral> )
    """
)


def of_tokens(tokens: Tokens, start: int = 0, end: int | None = None) -> list[Measure]:
    """The measures among tokens ``[start, end)``, in order."""
    return [
        Measure(
            match.lastgroup,  # type: ignore[arg-type]
            match.start(),
            match.end(),
            tokens.span(match.start(), match.end()),
        )
        for match in _MEASURE.finditer(tokens, start, end)
    ]


def measures(text: str, vocabulary: Vocabulary) -> list[Measure]:
    """The measures of a text, in order; for plugins and tests."""
    return of_tokens(Tokens(text, vocabulary))
