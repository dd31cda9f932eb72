"""
## What it flags

A solution in the section that states the problem.

## Why it weakens the text

"The problem is that there is no dashboard" has decided on a dashboard before anybody looked. As long as
the problem is told in the words of one solution, no other one can win.

## Weak

```markdown {proposal}
## Problem

Shift leads lose twenty minutes when someone is late. We propose a list of late arrivals by lane.
```

```markdown {case}
## Motivation

Night nurses hand over by word of mouth. I would build a shared sheet for the ward.
```

## Stronger

```markdown {proposal}
## Problem

Shift leads lose twenty minutes when someone is late, because they learn of it only at six.
```

```markdown {case}
## Motivation

Night nurses hand over by word of mouth, and one medication error in three follows a handover.
```

## When to ignore it

Where an existing solution is the problem: say what it does to people, not what replaces it.

## Source

PRD and PR/FAQ reviews: "a problem statement names no solution". The article on diagnosing before
building.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Flag, Place, Rule, Section


def check(section: Section, options: Mapping[str, Any]) -> Iterable[Flag]:
    if section.part != "problem":
        return ()
    for line in section.lines:
        if line.frame.label not in ("", "problem"):
            # "Proposal: ..." under the heading is a part of its own.
            return ()
        span = line.frame.first("solution")
        if span is not None and not line.quoted:
            return [Flag(Place(line, line.sentence(span)))]
    return ()


RULE = Rule(
    name="solution-in-problem",
    summary="The section that states the problem states a solution.",
    question="What hurts, without naming the fix?",
    message="the problem section says here what to build",
    unit="section",
    check=check,
    page=__doc__ or "",
    category="framing",
    kinds=frozenset({"proposal", "case"}),
    severity="info",
    rank=22,
)
