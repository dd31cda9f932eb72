"""
## What it flags

A size word where a number belongs: "significantly", "greatly", "various", "numerous", "multiple
clients". A line that has the number is left alone.

## Why it weakens the text

The reader cannot tell ten from ten thousand, and suspects the smaller. The word shows that the
writer knew there was a size and did not look it up.

## Weak

- Significantly reduced the time to onboard a supplier.
- Trained numerous store managers on the new till.

## Stronger

- Reduced the time to onboard a supplier from nine days to two.
- Trained 85 store managers on the new till.

## When to ignore it

When the exact number does not matter to the point, or when a list of the things follows.

## Source

Amazon's list of weasel words; "scope hiders" in resume reviews.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Flag, Line, Place, Rule


def check(line: Line, options: Mapping[str, Any]) -> Iterable[Flag]:  # noqa: ARG001
    return [Flag(Place(line, span)) for span in line.claim.spans("vague")]


RULE = Rule(
    name="vague-impact",
    summary="A size word where a number belongs.",
    question="How many? By how much?",
    message="a size word stands where a number belongs",
    unit="line",
    check=check,
    page=__doc__ or "",
    category="wording",
    moment="at once",
    severity="info",
    rank=55,
    metadata={"density": 6},
)
