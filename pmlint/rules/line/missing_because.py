"""
## What it flags

A technical outcome (latency, uptime, coverage, build time, "performance") with no reason in terms
of users, customers or the business: the Because rule.

## Why it weakens the text

To a reader who is no engineer a technical win is noise until it is said whom the old state hurt.
The same number with its because turns an engineering result into a product decision.

## Weak

- Cut p95 search latency from 900 ms to 200 ms.
- Improved the reliability of the dispatch service.
- Raised test coverage of the billing module to 85%.

## Stronger

- Cut p95 search latency from 900 ms to 200 ms because buyers gave up before the first result.
- Improved the reliability of the dispatch service, since every outage left couriers waiting at the dock.
- Raised test coverage of the billing module to 85% after customers had been charged twice in three releases.

## When to ignore it

In a skills section, or in text for engineers only.

## How right it is

Measured against what careful readers marked: precision .94, recall .94 on the reference corpus (51
lines to flag, 459 to leave); precision .91, recall .69 on the lines of four other readers in
`tests/language/readers` (108 to flag). Two readers agree with each other to F1 .94.

## Source

*How to Transition from Software Engineer to PM*: the "Because" rule in the section on repositioning
experience, and the first of the mistakes to avoid.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Flag, Line, Place, Rule, ask


def check(line: Line, options: Mapping[str, Any]) -> Iterable[Flag]:
    claim = line.claim
    if not claim.claim or claim.outcome != "technical" or claim.reason:
        return ()
    if any(near.claim.reason for near in line.rest()):
        return ()
    outcome = claim.first("outcome")
    blank = ask(line, outcome, "the reason", " because [which users were hurt, and how?]")
    return [Flag(Place(line, outcome), None, (blank,))]


RULE = Rule(
    name="missing-because",
    summary="A technical outcome with no reason that users or the business had.",
    question="Because what was hurting whom?",
    message="a technical result, with no word on whom the old state hurt",
    unit="line",
    check=check,
    page=__doc__ or "",
    category="outcome",
    kinds=frozenset({"resume", "packet", "story"}),
    rank=15,
    reach=1,
)
