"""
## What it flags

A line that claims to own, lead, define or manage a whole area of decisions (a roadmap, a strategy,
a vision, a product line, pricing, go-to-market) and names no decision that was taken in it, nobody
who was won for one, and nothing that came of it.

## Why it weakens the text

Ownership of a roadmap is the first thing that a committee tests: who set the price, who cut scope,
who lost resources for it? A claim that is wider than the decisions behind it costs trust in every
other line. A smaller claim with a decision in it is stronger.

## Weak

- Owned the product roadmap for the clinic scheduling suite.
- Led go-to-market strategy for a line of home routers.
- Defined the vision and roadmap of the seller tools.

## Stronger

- Moved appointment reminders ahead of two roadmap items after front desks counted 40 missed visits a week.
- Persuaded sales to launch the router in two regions instead of nine, with the roadmap cut to match; returns stayed under 2%.
- Owned the seller roadmap and cut it from 30 items to 9, which raised weekly listings by 14%.

## When to ignore it

In a summary whose bullets name the decisions one by one.

## How right it is

Measured against what careful readers marked: precision 1.00, recall 1.00 on the reference corpus
(9 lines to flag, 506 to leave); precision .96, recall .85 on the lines of four other readers in
`tests/language/readers` (26 to flag). Two readers agree with each other to F1 .90.

## Source

*How to Transition from Software Engineer to PM*: the candidate who "owned product roadmap" and had
set neither price nor launch nor trade-offs, in the section on internal transfer and among the
mistakes to avoid. What counts is the scope of decision rights. Also "result, not process" in resume
advice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Flag, Line, Place, Rule, ask


def check(line: Line, options: Mapping[str, Any]) -> Iterable[Flag]:
    ownership = line.claim.first("ownership")
    if ownership is None:
        return ()
    blank = ask(line, ownership, "the decision", ", deciding [what: scope, price, order, launch?]")
    return [Flag(Place(line, ownership), None, (blank,))]


RULE = Rule(
    name="overclaimed-ownership",
    summary="Ownership of a roadmap, strategy or product with no decision in it.",
    question="What did you decide: scope, price, order, launch?",
    message="this claims an area of decisions and names no decision",
    unit="line",
    check=check,
    page=__doc__ or "",
    category="ownership",
    kinds=frozenset({"resume", "packet", "story"}),
    rank=10,
)
