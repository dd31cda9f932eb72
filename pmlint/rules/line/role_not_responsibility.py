"""
## What it flags

A title, a duty or an assignment where an act belongs: "was the tech lead", "responsible for",
"in charge of", "tasked with", "member of the platform team".

## Why it weakens the text

A title says what you were asked to do, not what you did with it. The same title was held by people
who changed things and by people who did not.

## Weak

- Responsible for the upkeep of the partner portal.
- I was the tech lead of the fraud team.
- Served as scrum master for two squads.

## Stronger

- Cut the partner portal's form from 40 fields to 12 because half of all partners gave up on it.
- As tech lead of the fraud team, dropped the score threshold after 300 honest buyers were blocked in a week.

## When to ignore it

In the line under a job title that describes the post, when bullets with acts follow.

## How right it is

Measured against what careful readers marked: precision 1.00, recall .97 on the reference corpus
(31 lines to flag, 482 to leave); precision .82, recall .80 on the lines of four other readers in
`tests/language/readers` (79 to flag). Two readers agree with each other to F1 .94.

## Source

*How to Transition from Software Engineer to PM*: "From role to responsibility", the third of the
three shifts. "Duty openers" in resume reviews.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Flag, Line, Place, Rule, ask


def check(line: Line, options: Mapping[str, Any]) -> Iterable[Flag]:
    title = line.claim.first("title")
    if title is None:
        return ()
    blank = ask(line, title, "the act", " and [did what, with what result?]")
    return [Flag(Place(line, title), None, (blank,))]


RULE = Rule(
    name="role-not-responsibility",
    summary="A title, duty or assignment in place of an act.",
    question="Whom did you align, on what, and why?",
    message="this names a role or a duty, and no act",
    unit="line",
    check=check,
    page=__doc__ or "",
    category="ownership",
    kinds=frozenset({"resume", "packet", "story"}),
    rank=12,
)
