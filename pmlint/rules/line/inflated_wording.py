"""
## What it flags

Superlatives and hype in place of facts: "world-class", "best-in-class", "cutting-edge",
"seamless", "visionary", "proven track record", "robust" as praise.

## Why it weakens the text

Praise that the writer hands out to the writer's own work proves nothing, and every other candidate
has the same words. A reader skips them and looks for the fact that they stand in for.

## Weak

- Delivered a world-class onboarding experience for dentists.
- Visionary leader with a proven track record in logistics.
- A seamless checkout powered by cutting-edge technology.

## Stronger

- Got nine in ten dentists through onboarding without a call to support.
- Led logistics products for eight years, three of them from the first sale to profit.
- A checkout in one step, where the old one had five.

## When to ignore it

In a quotation, or where the word is the name of something ("the Innovation award").

## Source

Amazon's writing advice: data instead of adjectives; resume reviewers' lists of self-praise.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Flag, Line, Place, Rule


def check(line: Line, options: Mapping[str, Any]) -> Iterable[Flag]:  # noqa: ARG001
    return [Flag(Place(line, span)) for span in line.claim.spans("hype")]


RULE = Rule(
    name="inflated-wording",
    summary="Superlatives and hype in place of facts.",
    question="Compared with what?",
    message="praise stands here in place of a fact",
    unit="line",
    check=check,
    page=__doc__ or "",
    category="wording",
    moment="at once",
    severity="info",
    rank=60,
    metadata={"density": 5},
)
