"""
## What it flags

An outcome for users, customers or the business that carries no number, comparison or before and
after.

## Why it weakens the text

"Improved satisfaction" is what everybody says. A size, even a rough one with its source, shows that
somebody looked, and gives the reader something to ask about.

## Weak

- Redesigned the returns page, improving customer satisfaction.
- Increased donations through a new letter.

## Stronger

- Redesigned the returns page, raising customer satisfaction from 3.6 to 4.4 of 5.
- Doubled donations through a new letter.

## When to ignore it

When the number is secret: then give the direction with a comparison ("the largest rise of the year").

## How right it is

Measured against what careful readers marked: precision .88, recall .84 on the reference corpus (25
lines to flag, 484 to leave); precision .83, recall .54 on the lines of four other readers in
`tests/language/readers` (90 to flag). Two readers agree with each other to F1 .86.

## Source

*How to Transition from Software Engineer to PM*: "What evidence shows it worked?", the third
question for every bullet. Laszlo Bock's formula (accomplished X, measured by Y, by doing Z);
Amazon's rule to replace adjectives with data.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Edit, Fix, Flag, Line, Place, Rule, Span, ask

# What goes on after the words of an outcome that are whole.
_NEXT = frozenset(
    "by through via with using after when while and which that because since so".split()
)


def check(line: Line, options: Mapping[str, Any]) -> Iterable[Flag]:
    claim = line.claim
    if not claim.claim or claim.outcome != "people" or claim.measured:
        return ()
    if any(near.claim.measured for near in line.rest()):
        return ()
    outcome = claim.first("people outcome")
    return [Flag(Place(line, outcome), None, (_blank(line, outcome),))]


def _blank(line: Line, outcome: Span | None) -> Fix:
    """What is asked for right after the words of the outcome, or at the end of their sentence."""
    at = line.tail(outcome)
    if outcome is not None:
        if any(outcome.overlaps(won) for won in line.claim.spans("persuasion")):
            # Somebody was won for something, and that has no size.
            return ask(line, outcome, "what came of it", ", which [changed what, by how much?]")
        after = line.text[outcome.end :].lstrip()
        if not after[:1].isalnum() or after.partition(" ")[0].lower() in _NEXT:
            at = outcome.end
    words = "[from ? to ?, by when?]"
    return Fix(f"Add the evidence: “{words}”", (Edit(Span(at, at), f" {words}"),), "template")


RULE = Rule(
    name="missing-evidence",
    summary="An outcome for people with no number, comparison or observation.",
    question="How do you know that it worked?",
    message="this outcome has nothing to measure it by",
    unit="line",
    check=check,
    page=__doc__ or "",
    category="evidence",
    kinds=frozenset({"resume", "packet", "story", "proposal"}),
    rank=30,
    reach=1,
)
