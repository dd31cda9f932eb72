"""
## What it flags

A claim that says what was built, shipped, written or led, and neither what changed once it existed
nor why it was worth doing.

## Why it weakens the text

A committee for product managers does not doubt that you can build things; it asks whether you know
which things matter. An output without an outcome leaves that question open, however hard the work.

## Weak

- Built a dashboard for the warehouse team.
- Led the migration of the booking system to a new cloud.
- Conducted 45 interviews with bus drivers.

## Stronger

- Built a dashboard for the warehouse team that cut late shipments by 30%.
- Led the migration of the booking system because guests lost their reservations at every outage.
- Interviewed 45 bus drivers and moved the route editor ahead of the rebrand after most could not reroute around a closed road, which cut missed stops by a third.

## When to ignore it

In a list of duties that a form asks for, or where the line before says what came of it.

## How right it is

Measured against what careful readers marked: precision .98, recall .95 on the reference corpus
(184 lines to flag, 321 to leave); precision .81, recall .91 on the lines of four other readers in
`tests/language/readers` (442 to flag). Two readers agree with each other to F1 .97.

## Source

*How to Transition from Software Engineer to PM*: "From output to outcome", the first of the three
shifts. Laszlo Bock's formula (accomplished X, measured by Y, by doing Z); product writing on
outputs against outcomes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Flag, Line, Place, Rule, ask

_STAND_INS = ("title", "ceremony", "teamwork", "ownership")


def check(line: Line, options: Mapping[str, Any]) -> Iterable[Flag]:
    claim = line.claim
    if not claim.claim or claim.outcome != "none" or claim.reason:
        return ()
    # A paragraph may tell the deed first and what came of it next.
    if any(near.claim.outcome != "none" or near.claim.reason for near in line.rest()):
        return ()
    # What the line offers in place of a result has a question of its own.
    if any(claim.has(name) for name in _STAND_INS):
        return ()
    deed = claim.first("deed")
    blanks = (
        ask(line, deed, "what changed", ", which [changed what for whom?]"),
        ask(line, deed, "the reason", " because [what was hurting whom?]"),
    )
    return [Flag(Place(line, deed), None, blanks)]


RULE = Rule(
    name="output-without-outcome",
    summary="A thing built, shipped or led, with no outcome and no reason.",
    question="What changed for users or the business once it existed?",
    message="this says what was done, not what changed or why it was worth doing",
    unit="line",
    check=check,
    page=__doc__ or "",
    category="outcome",
    kinds=frozenset({"resume", "packet", "story"}),
    rank=40,
    reach=2,
)
