"""Numbers as writers state them: sizes, changes, ranks, before and after.

One parser for all rules and for plugins:

>>> [m.kind for m in measures("cut p95 latency from 2.1 s to 300 ms, a 7x gain", VOCABULARY)]
["range", "multiple"]
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from pmlint.language.clauses import Clause
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


# "about 30 a month", "3h 40m", "$2.1M".
_ABOUT = "<compare|under|adverb>*"
_AMOUNT = "<number|percent|money|multiple|quantity|amount|numeral|year>"
_BOUND = "<number|percent|money|multiple|quantity|amount|numeral|frequency|time unit>"
_UNIT = "<time unit|metric unit>"
_MEASURE = Pattern(
    # As for clauses: look at the first token before all the ways that a measure may begin.
    rf"""
      (?= <from|compare|under|adverb|plus|dash|some|mark|top|rank word|negative|times word|fraction|number|percent>
        | <money|multiple|quantity|amount|numeral|year> )
      (?:
      (?P<range> (?! <from>? <year> <to> <year> )
               <from>? {_ABOUT} {_AMOUNT}{{1,2}} {_UNIT}* (?: <time rate> <time unit> )? <direction>?
                 (?: <preposition&to|arrow> {_ABOUT} (?: {_AMOUNT}{{1,2}} | <zero bound> ) {_UNIT}? (?: <time rate> <time unit> )? )
             | <from> <^stop|comma|from|to>{{1,6}} <preposition&to> <compare|under|adverb>* (?: {_BOUND} | <zero bound> ) {_UNIT}? )
    | (?P<percent> <compare|plus|dash>? <number>? <dash>? <percent> | <number|numeral> <metric unit> )
    | (?P<multiple> <multiple|times word|fraction> | <numeral|number> <times unit> )
    | (?P<money> <compare|plus>? <money> )
    | (?P<duration> <compare>? <quantity|amount> | <compare>? <number|numeral|some> <time unit|unit word> )
    | (?P<rating> <number> <slash> <number> | <number> <star> | <number> <out of> <number|numeral> )
    | (?P<rank> <mark> <number> (?= <noun|in|preposition|unknown> ) | <top> <number|percent|numeral> | <rank word> )
    | (?P<zero> <negative&!not> (?= <^verb>{{0,2}} <bad metric> ) )
    | (?P<count> <compare|plus>? <number|numeral> )
      )
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
        if match.lastgroup != "range" or _is_range(tokens, match.start(), match.end())
    ]


def _is_range(tokens: Tokens, start: int, stop: int) -> bool:
    """False for two figures that only stand side by side: "in five weeks to 10% of shops"."""
    if tokens.has(stop - 2, "time rate"):
        # "from 6.1% to 4.4% per month".
        stop -= 2
    timed = any(
        tokens.has(at, "time unit") or tokens.has(at, "quantity") for at in range(start, stop)
    )
    return not (timed and any(tokens.has(at, "percent") for at in range(start, stop)))


def measures(text: str, vocabulary: Vocabulary) -> list[Measure]:
    """The measures of a text, in order; for plugins and tests."""
    return of_tokens(Tokens(text, vocabulary))


def belonging_to(tokens: Tokens, verb: int, inside: list[Measure]) -> Measure | None:
    """The number that measures what the verb changed: no size of a team, no period."""
    best: Measure | None = None
    for number in inside:
        if number.stop <= verb and number.stop < verb - 3:
            continue
        if number.kind == "zero":
            continue
        if number.kind == "count":
            if not _counts_metric(tokens, number) and not tokens.has(number.start - 1, "by"):
                continue
        elif number.kind == "duration" and _is_period(tokens, number):
            continue
        if best is None or best.kind == "count":
            best = number
    return best


_COUNTS = Pattern(
    "(?: <^stop|comma|person>){0,3}? <people metric|technical metric|served person|code thing|problem>"
)


def _counts_metric(tokens: Tokens, number: Measure) -> bool:
    return _COUNTS.match(tokens, number.stop) is not None


def _is_period(tokens: Tokens, number: Measure) -> bool:
    """ "within 6 months", "every 2 weeks": when, not how much."""
    before = number.start - 1
    if tokens.has(before, "under") or tokens.has(before, "unknown"):
        before -= 1
    return tokens.has(before, "period")


def in_aside(clause: Clause, parts: list[Clause], numbers: list[Measure]) -> Measure | None:
    """A number in parentheses right after the clause: "cut the wait (from 9 days to 2)"."""
    for part in parts:
        if part.start == clause.end and part.kind == "aside":
            for number in numbers:
                if part.start <= number.start < part.end and number.kind not in (
                    "count",
                    "duration",
                ):
                    return number
    return None
