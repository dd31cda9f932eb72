"""
## What it flags

A text in which one side of the 3x3 grid (user impact, business value, technical feasibility) carries
nearly all of the evidence, while another has none.

## Why it weakens the text

Engineers optimize feasibility; product managers optimize the balance. A text with one side only shows
that the others were not looked at, however good that one side is.

## Weak

```markdown {case}
We would store events in Kafka. The API caches reads in Redis. Queries go to an index on Postgres.
Each service runs in Docker. Latency stays below 50 ms.
```

```markdown {proposal}
The queue moves to Kafka. A cache in front of the database cuts latency. Kubernetes scales the
workers. A feature flag guards the rollout. Logging goes to Elasticsearch.
```

## Stronger

```markdown {case}
Night nurses wait for the list, because each query takes nine seconds. Every lost minute is overtime, at a
cost of 40,000 a year. An index on Postgres brings latency below 50 ms. Nurses told us they would
use it on each round. The API stays as it is.
```

```markdown {proposal}
Sellers with one shop lose orders when the queue is down. Each lost order costs us 4% of revenue. The
queue moves to Kafka. Sellers see the delay on the screen. A cache guards the API.
```

## When to ignore it

Where another document holds the other sides, as in a design that follows an approved proposal.

## Options

- `share`: the share of the evidence from which one side carries nearly all of it (0.75).
- `least`: how many lines of evidence a text must have to be judged (5).

## Source

The article's 3x3 evaluation grid: user impact, business value and technical feasibility, as an
engineer, a tech lead and a product manager tell them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Document, Flag, Option, Rule, place

_SIDES = ("user impact", "business value", "technical feasibility")
_LEVELS = ("engineer", "tech lead", "product manager")


def check(document: Document, options: Mapping[str, Any]) -> Iterable[Flag]:
    found = document.evidence
    counts = {side: sum(one.side == side for one in found) for side in _SIDES}
    lines = len({id(one.mention.line) for one in found})
    heaviest = max(_SIDES, key=lambda side: counts[side])
    absent = [side for side in _SIDES if not counts[side]]
    if lines < options["least"] or not absent:
        return ()
    if counts[heaviest] < options["share"] * len(found):
        return ()
    level = max((one.level for one in found if one.side == heaviest), key=_LEVELS.index)
    message = (
        f"{heaviest} carries {counts[heaviest]} of {len(found)} pieces of evidence, told as"
        f" {'an' if level == 'engineer' else 'a'} {level} would; {' and '.join(absent)}"
        f" {'have' if len(absent) > 1 else 'has'} none"
    )
    first = next(one for one in found if one.side == heaviest)
    return [Flag(place(first.mention, whole=True), message)]


RULE = Rule(
    name="unbalanced-case",
    summary="One side of the 3x3 grid carries nearly everything, and another is absent.",
    question="Where is the missing side?",
    message="one side carries nearly all of the evidence, and another has none",
    unit="document",
    check=check,
    page=__doc__ or "",
    category="framing",
    kinds=frozenset({"case", "proposal", "packet", "resume"}),
    severity="info",
    profile="strict",
    state="preview",
    rank=40,
    options=(
        Option("share", 0.75, "From this share on, one side carries nearly all."),
        Option("least", 5, "How many lines of evidence a text must have to be judged."),
    ),
    metadata={"frames": frozenset({"case", "proposal", "packet", "resume"})},
)
