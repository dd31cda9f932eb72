"""
## What it flags

A hedge on your own recommendation, decision or fact: "I think we could", "maybe we should",
"we believe", "hopefully", "helped to", "tried to". An honest range with its source ("we expect
5-8%, from a two-week test") is no hedge.

## Why it weakens the text

A product manager is hired to decide under uncertainty. "I think we could" hands the decision back
to the listener; "we should, because" takes it.

## Weak

- I think we could maybe start with the export.
- We believe this is probably the right order.

## Stronger

- We should start with the export, because half of all support mail is about it.
- This order is right: each step pays for the next.

## When to ignore it

Where the uncertainty is the point: a hypothesis that the text goes on to test.

## How right it is

Measured against what careful readers marked: precision .89, recall .96 on the reference corpus (25
lines to flag, 732 to leave); precision .95, recall .96 on the lines of four other readers in
`tests/language/readers` (57 to flag). Two readers agree with each other to F1 .96.

## Source

*How to Transition from Software Engineer to PM*, on preparing for interviews: "I think we could"
against "We should, because". George Lakoff's work on hedges, and what writers on calibration make
of it: keep them for real uncertainty.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Fix, Flag, Line, Place, Rule, Span, cut

# What can go so that the rest stands by itself. The other hedges are part of their sentence
# ("helped to plan", "we might want to").
_LOOSE = frozenset(
    """i think|i believe|i feel|i feel like|i feel that|i guess|i suppose|i assume|i'd say|i'd guess
    |we think|we believe|we feel|we guess|we assume|in my opinion|it seems|it seems like|seems like
    |maybe|perhaps|possibly|probably|presumably|hopefully|arguably|kind of|sort of|kinda|sorta
    |somewhat|more or less|in a way|to some extent""".replace("\n    ", "").split("|")
)
# In a recommendation the writer decides, and the hedge only weakens that. Anywhere else it may be
# all that keeps a guess from being told as a fact, so the writer has to pick.
_RECOMMENDS = frozenset("should shall would could must recommend propose suggest let's".split())
_MUST = ("need to", "needs to", "have to", "has to", "ought to")
# "I think so", "maybe twenty of them", "I believe in it" would say something else without it.
_LEANS = frozenset(
    "so not in about of one two three four five six seven eight nine ten eleven twelve twenty "
    "thirty forty fifty half hundreds thousands".split()
)
_FRACTIONS = ("a half", "a third", "a quarter", "a dozen", "a couple", "a few", "a hundred")


def check(line: Line, options: Mapping[str, Any]) -> Iterable[Flag]:
    spans = line.claim.spans("hedge")
    if line.claim.claim:
        spans = sorted(spans + line.claim.spans("weak help"))
    return [Flag(Place(line, span), None, _fixes(line, span)) for span in spans]


def _fixes(line: Line, span: Span) -> tuple[Fix, ...]:
    words = span.of(line.text).lower()
    end = span.end
    if line.text[end:].lower().startswith(" that "):
        end += len(" that")
    after = line.text[end:].lower().lstrip(" ,")
    if words.replace("’", "'") not in _LOOSE or after.startswith(_FRACTIONS):
        return ()
    edits = cut(line, Span(span.start, end))
    if not edits or after.partition(" ")[0].rstrip(".!?,;:") in _LEANS:
        return ()
    sentence = next(each for each in line.sentences if span.end <= each.end)
    said = sentence.of(line.text).lower().replace("’", "'")
    safe = any(each in said for each in _MUST) or any(
        word in _RECOMMENDS or word.endswith("'d")
        for word in (each.strip('.,;:!?()"“”') for each in said.split())
    )
    return (Fix(f"Delete “{words}”", edits, "safe" if safe else "suggestion"),)


RULE = Rule(
    name="hedged-recommendation",
    summary="A hedge on your own recommendation, decision or fact.",
    question="Do you recommend it or not?",
    message="this weakens what you say yourself",
    unit="line",
    check=check,
    page=__doc__ or "",
    category="decision",
    kinds=frozenset({"case", "proposal", "story", "packet", "transcript", "resume"}),
    moment="at once",
    rank=25,
    metadata={"density": 6},
)
