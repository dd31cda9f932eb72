"""
## What it flags

An outcome that is tied to the act by sequence alone: "launched X and revenue grew". No test, no
comparison, no mechanism in the line.

## Why it weakens the text

Two things happened one after the other. The first question in the room will be what else happened
that month, and a writer who has thought of it says so in advance.

## Weak

- Launched the referral program and revenue grew 20%.
- Rewrote the help pages, and customer satisfaction rose.

## Stronger

- Launched the referral program to half of the cities, where revenue grew 20% more than in the others.
- Rewrote the help pages, which cut calls about them from 90 a week to 20.

## When to ignore it

When the line before names the test.

## Source

The old warning that after is not because. Execution interviews ask for the experiment behind a
claim, and skeptics of resume numbers ask what else changed that month.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Flag, Line, Place, Rule, ask


def check(line: Line, options: Mapping[str, Any]) -> Iterable[Flag]:
    claim = line.claim
    sequence = claim.first("sequence")
    if sequence is None or claim.has("test") or claim.has("cause"):
        return ()
    blank = ask(line, sequence, "the evidence", ", as [which test or comparison?] shows")
    return [Flag(Place(line, sequence), None, (blank,))]


RULE = Rule(
    name="unsupported-cause",
    summary="An outcome tied to the act by sequence alone.",
    question="How do you know that X caused it?",
    message="this follows the act in time; nothing says that it came from it",
    unit="line",
    check=check,
    page=__doc__ or "",
    category="evidence",
    kinds=frozenset({"resume", "packet", "story", "proposal"}),
    severity="info",
    profile="strict",
    rank=35,
)
