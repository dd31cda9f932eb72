"""
## What it flags

The opening of a case answer or a proposal that names nobody more specific than "users",
"customers" or "people".

## Why it weakens the text

Teens, families and professionals want different things of the same product. As long as it is
"users" any feature can be argued for, and no problem can be checked with anybody.

## Weak

```markdown {case}
People often lose track of long threads. Users want to find what they have missed.
```

```markdown {proposal}
# Reminders

Customers receive too many messages. The goal is to cut unsubscribes by half.
```

## Stronger

```markdown {case}
Parents in a school chat with sixty members lose track of it over one working day. They want to find
the two messages that concern their own child.
```

```markdown {proposal}
# Reminders

Customers who pay by invoice receive five messages for one payment. The goal is to cut their
unsubscribes by half.
```

## When to ignore it

Where it is indeed everybody: a law, an outage, a login page. And in tools for developers where the
document before this one says which.

## How right it is

Measured against what careful readers marked: precision .96, recall .91 on the reference corpus (53
openings to flag, 17 to leave). Two readers agree with each other to F1 .98.

## Source

The article: "He didn't ask who the user was. Was it teens? Families? Professionals?" Segmentation in
case rubrics.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Edit, Fix, Flag, Opening, Place, Rule, Span, place


def check(opening: Opening, options: Mapping[str, Any]) -> Iterable[Flag]:
    facts = opening.facts
    if facts.user is not None or not opening:
        return ()
    if facts.crowd is not None:
        where = place(facts.crowd)
        end = facts.crowd.span.end
        blank = Fix("Ask which ones", (Edit(Span(end, end), " [which ones?]"),), "template")
        return [Flag(where, "nobody here is more specific than this", (blank,))]
    if facts.first is not None:
        return [Flag(place(facts.first, whole=True))]
    line = opening[0]
    return [Flag(Place(line, line.sentence(Span(0, 1))))]


RULE = Rule(
    name="undefined-user",
    summary="The opening names nobody more specific than users.",
    question="Teens, families, professionals?",
    message="the opening names nobody who has the problem",
    unit="opening",
    check=check,
    page=__doc__ or "",
    category="framing",
    kinds=frozenset({"case", "proposal"}),
    rank=8,
    metadata={"frames": True},
)
