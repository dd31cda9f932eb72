"""
## What it flags

Leadership shown by running a meeting or a tool that the role controls (sprint planning, stand-ups,
retrospectives, the Jira board, code reviews, status meetings) with nothing that changed through it.

## Why it weakens the text

Whoever has the role can run the meeting. Interviewers who ask about leadership ask whom you moved
although you could not order them to move.

## Weak

- Facilitated daily stand-ups and retrospectives for two teams.
- Led sprint planning with a board of 300 tickets.

## Stronger

- Talked design into a two-week pause in sprint planning because support could not absorb another change before the holidays.
- Cut the weekly status meeting, giving eight leads two hours a week back.

## When to ignore it

For a role whose product is the process (an agile coach), when the line says what got better.

## How right it is

Measured against what careful readers marked: precision .86, recall .86 on the reference corpus (7
lines to flag, 509 to leave); precision .88, recall .76 on the lines of four other readers in
`tests/language/readers` (29 to flag). Two readers agree with each other to F1 .93.

## Source

*How to Transition from Software Engineer to PM*, on the skills that PM interviews evaluate: "I led
the sprint planning" tells of a meeting that came with the role; talking design into waiting, with
data, is influence without formal power.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Flag, Line, Place, Rule, ask


def check(line: Line, options: Mapping[str, Any]) -> Iterable[Flag]:
    ceremony = line.claim.first("ceremony")
    if ceremony is None or any(near.claim.outcome != "none" for near in line.rest()):
        return ()
    blank = ask(line, ceremony, "what changed", ", which [changed what for whom?]")
    return [Flag(Place(line, ceremony), None, (blank,))]


RULE = Rule(
    name="ceremony-leadership",
    summary="Leadership shown by a meeting or a board.",
    question="Whom did you move without authority?",
    message="this shows a meeting that was run, and nothing that changed through it",
    unit="line",
    check=check,
    page=__doc__ or "",
    category="ownership",
    kinds=frozenset({"resume", "packet", "story"}),
    rank=14,
    reach=1,
)
