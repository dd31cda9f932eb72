"""
## What it flags

Words that take the whole credit for what a group normally does: "single-handedly", "I alone",
"sole driver of". Being the only developer on a project is a fact of staffing and is left alone.

## Why it weakens the text

Products are the work of many, and a committee will ask the others. Whoever claims all of it is
read as someone who did not see, or does not mention, what design, sales and support did.

## Weak

- Single-handedly turned around a failing payments business.
- I alone convinced the board to enter the rental market.

## Stronger

- Brought the payments business from a loss of $2M to a profit, with two engineers and a lawyer, by dropping three of its five markets.
- As sole developer of the inventory app, cut stock-outs in six shops by half.

## When to ignore it

When nobody else was there and that is the point: then say so as a fact ("the only engineer on it").

## How right it is

On the lines of four readers who did not see the code (`tests/language/readers`, 9 to flag):
precision 1.00, recall .89.

## Source

Skeptics of resumes on team results that one person claims. *How to Transition from Software
Engineer to PM*, on mistakes to avoid: a claim that is too large sets off the strictest interviewer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Edit, Fix, Flag, Line, Place, Rule, Span, cut


def check(line: Line, options: Mapping[str, Any]) -> Iterable[Flag]:
    return [
        Flag(Place(line, span), None, _fixes(line, span))
        for span in line.claim.spans("sole credit")
    ]


def _fixes(line: Line, span: Span) -> tuple[Fix, ...]:
    words = span.of(line.text)
    if words.lower() == "i alone":
        span = Span(span.start + len("I "), span.end)
    elif not words.lower().endswith(("handedly", "myself", "help")):
        # "Sole driver of", "solely responsible for": the line is built on them.
        return ()
    edits = cut(line, span)
    if not edits:
        return ()
    at = line.tail(span)
    last = edits[-1]
    if last.span.end < at:
        shared = (*edits, Edit(Span(at, at), " with [whom?]"))
    else:
        shared = (*edits[:-1], Edit(last.span, " with [whom?]"))
    return (
        Fix("Name the others: “with [whom?]”", shared, "template"),
        Fix(f"Delete “{span.of(line.text).lower()}”", edits),
    )


RULE = Rule(
    name="sole-credit",
    summary="The whole credit for what a group does.",
    question="Who else would say they did this?",
    message="this takes the whole credit for what a group does",
    unit="line",
    check=check,
    page=__doc__ or "",
    category="ownership",
    kinds=frozenset({"resume", "packet", "story"}),
    moment="at once",
    rank=20,
)
