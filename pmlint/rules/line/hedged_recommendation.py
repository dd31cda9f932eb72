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

## Source

The article on hesitation ("I think we could" against "we should, because"); work on hedging in
speech and scientific prose.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Edit, Fix, Flag, Line, Place, Rule, Span

# "I think (that) we should ...": what can be cut so that the recommendation stands by itself.
_OPENERS = (
    "i think",
    "i believe",
    "i feel",
    "we think",
    "we believe",
    "we feel",
    "i guess",
    "i'd say",
)
_SINGLE = (
    "maybe",
    "perhaps",
    "possibly",
    "probably",
    "hopefully",
    "arguably",
    "kind of",
    "sort of",
)


def check(line: Line, options: Mapping[str, Any]) -> Iterable[Flag]:  # noqa: ARG001
    spans = line.claim.spans("hedge")
    if line.claim.claim:
        spans = sorted(spans + line.claim.spans("weak help"))
    return [Flag(Place(line, span), None, _fixes(line, span)) for span in spans]


def _fixes(line: Line, span: Span) -> tuple[Fix, ...]:
    words = span.of(line.text).lower()
    if words in _OPENERS:
        end = span.end
        if line.text[end:].lower().startswith(" that "):
            end += len(" that")
        return _cut(line, Span(span.start, end), words)
    return _cut(line, span, words) if words in _SINGLE else ()


def _cut(line: Line, span: Span, words: str) -> tuple[Fix, ...]:
    """Delete the words with the space after them; the next word takes a capital at the start."""
    text = line.text
    rest = span.end + len(text[span.end :]) - len(text[span.end :].lstrip(" ,"))
    if rest >= len(text) or not text[rest].isalpha():
        return ()
    starts = any(sentence.start == span.start for sentence in line.sentences)
    if starts:
        edits = (Edit(Span(span.start, rest + 1), text[rest].upper()),)
    elif text[span.start - 1 : span.start] == " ":
        edits = (Edit(Span(span.start, rest), ""),)
    else:
        return ()
    return (Fix(f"Delete “{words}”", edits, "safe"),)


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
