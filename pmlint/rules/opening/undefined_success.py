"""
## What it flags

The opening of a case answer or a proposal in which no goal could be checked: no metric, no target,
no state that somebody could go and look at.

## Why it weakens the text

Product managers win by defining what "win" means. Without it every launch is a success, and nobody
can say which of two solutions is better.

## Weak

```markdown {case}
Couriers wait too long at the gate. I want to make pick-up a smooth experience for them.
```

```markdown {proposal}
# Quiet hours

Technicians on call are woken up for alarms that could wait. We hold these back until the morning.
```

## Stronger

```markdown {case}
Couriers wait too long at the gate. I'd measure the time between arrival and barcode, and I want the
median to go from 14 minutes to 5.
```

```markdown {proposal}
# Quiet hours

Technicians on call are woken up 3.4 times a night. The goal is fewer than 1.5 calls per night after
eight weeks.
```

## When to ignore it

Where the document only asks for a decision to look into something.

## How right it is

Measured against what careful readers marked: precision .95, recall .96 on the reference corpus (57
openings to flag, 13 to leave). Two readers agree with each other to F1 .98.

## Source

The article: "user, goal, success metrics" in the first five minutes. SMART goals, OKRs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Flag, Opening, Place, Rule, Span, ask, place


def check(opening: Opening, options: Mapping[str, Any]) -> Iterable[Flag]:
    facts = opening.facts
    if facts.success is not None or not opening:
        return ()
    mention = facts.goal or facts.first
    if mention is not None:
        where = place(mention, whole=True)
    else:
        where = Place(opening[0], opening[0].sentence(Span(0, 1)))
    message = "this goal could not be checked" if facts.goal is not None else None
    blank = ask(where.line, where.span, "what to measure", " [which metric, from ? to ?, by when?]")
    return [Flag(where, message, (blank,))]


RULE = Rule(
    name="undefined-success",
    summary="No goal in the opening could be checked.",
    question="What would have to be true in 90 days?",
    message="the opening does not say how one would know that it worked",
    unit="opening",
    check=check,
    page=__doc__ or "",
    category="framing",
    kinds=frozenset({"case", "proposal"}),
    rank=9,
    metadata={"frames": True},
)
