"""
## What it flags

"Collaborated with", "worked closely with", "partnered with", "liaised with", and nothing about what
was decided, changed or conceded because of it.

## Why it weakens the text

Everybody works with others. What a product manager is paid for is that the others do something
differently afterwards.

## Weak

- Worked closely with designers and engineers on the new app.
- Partnered with marketing and legal across three regions.

## Stronger

- Persuaded legal to accept one consent screen instead of three by showing where patients gave up, which raised sign-ups by 12%.
- Partnered with marketing to launch the renewal letter, which kept 400 members a month.

## When to ignore it

When the cooperation itself is the news (two companies that had never shared data).

## How right it is

Measured against what careful readers marked: precision .86, recall .92 on the reference corpus (13
lines to flag, 502 to leave); precision 1.00, recall .87 on the lines of four other readers in
`tests/language/readers` (45 to flag). Two readers agree with each other to F1 .93.

## Source

*How to Transition from Software Engineer to PM*, on the skills that PM interviews evaluate:
coalition-building instead of collaboration, persuasion instead of teamwork.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Flag, Line, Place, Rule, ask


def check(line: Line, options: Mapping[str, Any]) -> Iterable[Flag]:
    teamwork = line.claim.first("teamwork")
    if teamwork is None or any(near.claim.outcome != "none" for near in line.rest()):
        return ()
    blank = ask(line, teamwork, "what they did", ", and they [did what differently?]")
    return [Flag(Place(line, teamwork), None, (blank,))]


RULE = Rule(
    name="teamwork-without-influence",
    summary="Working with others, and nothing changed by it.",
    question="What did they do differently because of you?",
    message="this says with whom you worked, and not what changed through it",
    unit="line",
    check=check,
    page=__doc__ or "",
    category="ownership",
    kinds=frozenset({"resume", "packet", "story"}),
    rank=16,
    reach=1,
)
