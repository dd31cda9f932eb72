"""
## What it flags

"We should X", "I recommend X", "I'd build X" with no reason in the line or the next two.

## Why it weakens the text

A recommendation without a because is a preference. The reason is what the others can test, and
what makes them follow.

## Weak

- We should add a wallet to the driver app.
- I'd build a recommendation engine for lunch menus.

## Stronger

- We should add a wallet to the driver app because a third of drivers wait two days for their pay.
- I'd start with the menu's first screen, since most guests never scroll past it.

## When to ignore it

In a list of requirements under a reasoned goal.

## Source

*How to Transition from Software Engineer to PM*, on preparing for interviews: "We should, because".
Case rubrics on prioritization without a criterion.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Flag, Line, Place, Rule, ask


def check(line: Line, options: Mapping[str, Any]) -> Iterable[Flag]:
    recommendation = line.claim.first("recommendation")
    if recommendation is None:
        return ()
    if any(near.claim.reason or near.claim.has("cause") for near in (line, *line.following[:2])):
        return ()
    blank = ask(line, recommendation, "the reason", " because [why?]")
    return [Flag(Place(line, recommendation), None, (blank,))]


RULE = Rule(
    name="unreasoned-recommendation",
    summary="A recommendation with no reason near it.",
    question="We should, because...?",
    message="this recommends something, and no reason follows",
    unit="line",
    check=check,
    page=__doc__ or "",
    category="decision",
    kinds=frozenset({"case", "proposal", "transcript"}),
    severity="info",
    profile="strict",
    state="preview",
    rank=32,
    reach=2,
)
