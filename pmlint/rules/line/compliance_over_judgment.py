"""
## What it flags

A choice that is explained by a document, a policy, a process or an order: "as per policy",
"followed the runbook", "my manager asked me to".

## Why it weakens the text

The question behind the question is how you weigh impact when the documents are silent or wrong.
Looking up who owns a thing is not a judgment of who is hurt by it.

## Weak

- I checked the ownership docs and paged the team that was listed, as per policy.
- My manager asked me to restart the service, so I did.

## Stronger

- I paged the checkout team first because every minute cost orders, and told the listed owner afterwards.
- I restarted the service against the runbook because nurses on 200 wards could not print labels, and they lost nine minutes instead of an hour.

## When to ignore it

Where the rule is the law and breaking it was no option.

## How right it is

On the lines of four readers who did not see the code (`tests/language/readers`, 16 to flag):
precision 1.00, recall .62.

## Source

*How to Transition from Software Engineer to PM*, on the skills that PM interviews evaluate: asked
whom to engage first, the candidate had "checked the ownership docs", where blast radius and user
impact were wanted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Flag, Line, Place, Rule, ask


def check(line: Line, options: Mapping[str, Any]) -> Iterable[Flag]:
    claim = line.claim
    compliance = claim.first("compliance")
    if compliance is None or not claim.claim or claim.reason:
        return ()
    blank = ask(line, compliance, "the impact", "; at stake was [what, for whom?]")
    return [Flag(Place(line, compliance), None, (blank,))]


RULE = Rule(
    name="compliance-over-judgment",
    summary="A choice explained by a policy, a process or an order.",
    question="What was the blast radius, and for whom?",
    message="a rule or an order stands here in place of a judgment of impact",
    unit="line",
    check=check,
    page=__doc__ or "",
    category="decision",
    kinds=frozenset({"story", "case", "packet", "transcript"}),
    rank=22,
)
