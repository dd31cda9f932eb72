"""
## What it flags

"Ahead of schedule", "on time", "under budget", "shipped faster", with nothing that was delayed,
dropped or cut for it.

## Why it weakens the text

Speed has a price, and knowing it is the job. A plan that was met without giving anything up was a
loose plan, or the writer did not see the price.

## Weak

- Delivered the loyalty program two months ahead of schedule.
- Shipped the redesign on time and under budget.

## Stronger

- Delivered the loyalty program before the holidays by dropping gift cards, because half of the year's sales fall in December.
- Shipped the redesign on time instead of with the new icon set, cutting refunds by 20%.

## When to ignore it

Where the date itself was the product (a law, a trade fair).

## Source

*How to Transition from Software Engineer to PM*: "From task to trade-off", the second of the three
shifts ("We shipped faster" against "We delayed two minor features to prioritize error logging
because...").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Flag, Line, Place, Rule, ask


def check(line: Line, options: Mapping[str, Any]) -> Iterable[Flag]:
    claim = line.claim
    speed = claim.first("speed claim")
    if speed is None or not claim.claim or claim.tradeoff or claim.has("contrast"):
        return ()
    blank = ask(line, speed, "the price", " by delaying [what?]")
    return [Flag(Place(line, speed), None, (blank,))]


RULE = Rule(
    name="speed-without-tradeoff",
    summary="Speed with nothing given up for it.",
    question="What did you delay or drop for it?",
    message="this was fast or on time, and nothing was given up for it",
    unit="line",
    check=check,
    page=__doc__ or "",
    category="decision",
    kinds=frozenset({"resume", "packet", "story"}),
    severity="info",
    rank=45,
)
