"""
## What it flags

A packet or a story that lists what was done, with no decision in it: nobody noticed something,
questioned the plan or chose between options, and said what came of it.

## Why it weakens the text

The packets that succeed do not list projects, they tell decision arcs: I noticed, I questioned, we
chose, and this is what happened. The arc is the evidence of judgment; the list is evidence of work.

## Weak

```markdown {packet}
- Designed the label service.
- Migrated the tracking database.
- Wrote the guide for new carriers.
```

```markdown {story}
I was asked to move the archive. I made a list of the shelves and ordered trolleys. I labeled the boxes. I checked each shelf in
the evening. All boxes were moved two days early.
```

## Stronger

```markdown {packet}
I noticed that a third of the shops left within ten days. Instead of speeding up the sync I questioned
whether they saw it at all. I called twelve of them and proposed one total on the report. Departures fell
from 33% to 14%.
```

```markdown {story}
I saw that tips were lower in small towns. Everyone assumed that amounts work best, and I doubted it. I
chose percentages for short rides, although it cost us some of the gain in the suburbs. Tips in small
towns rose by 17%.
```

## When to ignore it

In the part of a packet that has to be a list, with the arcs in another.

## Source

The article: "The ones that succeed don't list projects - they tell decision arcs."
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Document, Flag, Rule, place

_FEWEST = 3


def check(document: Document, options: Mapping[str, Any]) -> Iterable[Flag]:
    story = document.story
    if story.decision_arc or len(story.deeds) < _FEWEST:
        return ()
    arc = story.arc
    missing = [
        words
        for words, step in (
            ("noticed", arc.noticed),
            ("questioned or weighed", arc.questioned),
            ("chosen", arc.chose),
        )
        if step is None
    ]
    if missing:
        message = f"a list of what was done: nothing is {_listed(missing)}"
        if arc.result is None:
            message += ", and nothing came of it"
    elif arc.result is None:
        message = "a decision is told here, and nothing came of it"
    else:
        message = None
    return [Flag(place(story.deeds[0][0], whole=True), message)]


def _listed(words: list[str]) -> str:
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} or {words[-1]}"


RULE = Rule(
    name="missing-decision-arc",
    summary="A list of what was done, with nothing noticed, questioned or chosen.",
    question="What did you notice that others had not?",
    message="the steps are here, and no decision comes out of them",
    unit="document",
    check=check,
    page=__doc__ or "",
    category="decision",
    kinds=frozenset({"packet", "story"}),
    severity="info",
    rank=32,
    metadata={"frames": frozenset({"packet", "story"})},
)
