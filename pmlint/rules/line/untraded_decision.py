"""
## What it flags

A decision with no alternative, cost or thing given up in the line or the next two.

## Why it weakens the text

Where nothing was given up, nothing was decided. What you turned down, and why, is what shows the
judgment in what you chose.

## Weak

- We decided to launch in three cities.
- I chose the subscription model.

## Stronger

- We decided to launch in three cities instead of twelve, so that every clinic could have a person on site.
- I chose the subscription model because clinics budget by the year, giving up the weekend visitors.

## When to ignore it

When the alternatives stand in a section of their own.

## Source

*How to Transition from Software Engineer to PM*, on trade-offs as one of three questions for every
bullet. Case rubrics on recommendations without a named trade-off.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Flag, Line, Place, Rule, ask


def check(line: Line, options: Mapping[str, Any]) -> Iterable[Flag]:
    choice = line.claim.first("choice")
    if choice is None:
        return ()
    if any(
        near.claim.tradeoff or near.claim.has("contrast") for near in (line, *line.following[:2])
    ):
        return ()
    blank = ask(line, choice, "the alternative", ", instead of [what?]")
    return [Flag(Place(line, choice), None, (blank,))]


RULE = Rule(
    name="untraded-decision",
    summary="A decision with no alternative, cost or thing given up.",
    question="Instead of what, and at what cost?",
    message="this decides something, and nothing is given up for it",
    unit="line",
    check=check,
    page=__doc__ or "",
    category="decision",
    kinds=frozenset({"case", "proposal", "story", "packet"}),
    severity="info",
    profile="strict",
    state="preview",
    rank=38,
    reach=2,
)
