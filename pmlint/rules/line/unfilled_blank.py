"""
## What it flags

A blank that a fix or a template left in the draft: `[why?]`, `[from ? to ?]`, `[X]%`, `TBD`,
`lorem ipsum`.

## Why it weakens the text

Nothing says "not finished" more clearly, and a blank that slips into a packet is read aloud.

## Weak

- Cut onboarding time because [which users were hurt, and how?].
- Increased revenue by [X]%.
- Target: TBD

## Stronger

- Cut onboarding from nine days to five because new clerks needed a week before their first sale.
- Increased revenue by 12%.
- Target: 60% of orders by June

## When to ignore it

In a text about templates.

## Source

pmlint itself: a fix leaves a blank rather than invent a fact, so something has to find it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Flag, Line, Place, Rule


def check(line: Line, options: Mapping[str, Any]) -> Iterable[Flag]:
    return [Flag(Place(line, span)) for span in line.claim.spans("blank")]


RULE = Rule(
    name="unfilled-blank",
    summary="A blank that a fix or a template left.",
    question="What goes here?",
    message="this blank is not filled yet",
    unit="line",
    check=check,
    page=__doc__ or "",
    category="hygiene",
    moment="at once",
    profile="draft",
    rank=1,
)
