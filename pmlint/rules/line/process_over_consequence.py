"""
## What it flags

An answer about failure or risk that lists safeguards (rollback, runbook, retry, monitoring, feature
flag) and says nothing of what happens to users, the business or competitors.

## Why it weakens the text

Everybody has a rollback. The question was what it costs while you roll back, and who notices.

## Weak

- If the launch fails, we have a rollback plan, monitoring and a runbook.
- Risks are covered by feature flags, alerting and a canary release.

## Stronger

- If the launch fails, 4,000 riders see a wrong fare for up to ten minutes; we roll back at the first 50 complaints.
- The main risk is that sellers list elsewhere within a week, so the old form stays on for a month behind a feature flag.

## When to ignore it

In an operations document that is about the safeguards.

## Source

*How to Transition from Software Engineer to PM*, on why engineers struggle: asked what would happen
if the launch failed, the candidate listed rollback procedures, "not user impact or competitive
response".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Flag, Line, Option, Place, Rule, ask


def check(line: Line, options: Mapping[str, Any]) -> Iterable[Flag]:
    claim = line.claim
    safeguards = claim.spans("safeguard")
    if len(safeguards) < options["safeguards"]:
        return ()
    if not (claim.has("failure") or line.section == "risks"):
        return ()
    if any(near.claim.has("stake") for near in (line, *line.following[:1])):
        return ()
    words = safeguards[0].cover(safeguards[-1])
    blank = ask(line, words, "the consequence", ", while [users see what, and for how long?]")
    return [Flag(Place(line, words), None, (blank,))]


RULE = Rule(
    name="process-over-consequence",
    summary="Safeguards listed, and no consequence for anybody.",
    question="What happens to users while that runs?",
    message="this lists safeguards, and not what happens to users or the business",
    unit="line",
    check=check,
    page=__doc__ or "",
    category="decision",
    kinds=frozenset({"story", "case", "proposal"}),
    severity="info",
    rank=34,
    reach=1,
    options=(Option("safeguards", 2, "how many safeguards make a list"),),
)
