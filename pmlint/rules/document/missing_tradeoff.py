"""
## What it flags

A story, a packet or a proposal in which nothing was given up anywhere: nothing delayed, dropped,
accepted or chosen over something named.

## Why it weakens the text

Where nothing was given up, nothing was decided. Minimizing risk is an engineer's reward; managing it is
a product manager's, and the trade-off is where that shows.

## Weak

```markdown {packet}
I noticed that shops disconnected the till within ten days. I called twelve of them and found that the
report showed two totals. I rebuilt the report. Disconnections fell from 33% to 14%.
```

```markdown {packet}
We launched self-service returns in four countries. We reduced the handling time from six days to two.
We trained the support team.
```

## Stronger

```markdown {packet}
I noticed that shops disconnected the till within ten days. I called twelve of them and found that the
report showed two totals. I rebuilt the report and gave up the offline mode for it. Disconnections
fell from 33% to 14%.
```

```markdown {packet}
We launched self-service returns in four countries and postponed the launch in the other five, so that
support could follow. We reduced the handling time from six days to two.
```

## When to ignore it

Where there was no choice: an outage, a law, an order that you say was one.

## Source

The article: "We delayed two minor features to prioritize error logging"; "What trade-offs were made?"
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Document, Flag, Place, Rule, ask, place

# A text with fewer deeds has no room for one.
_FEWEST = 2


def check(document: Document, options: Mapping[str, Any]) -> Iterable[Flag]:
    where = _proposal(document) if document.kind == "proposal" else _story(document)
    if where is None:
        return ()
    blank = ask(where.line, where.span, "what it cost", ", and for that gave up [what?]")
    return [Flag(where, None, (blank,) if document.kind != "proposal" else ())]


def _proposal(document: Document) -> Place | None:
    proposal = document.proposal
    if "tradeoffs" in proposal.parts or not proposal.parts:
        return None
    opening = document.opening
    facts = getattr(opening, "facts", None)
    mention = facts and (facts.solution or facts.first)
    return None if mention is None else place(mention, whole=True)


def _story(document: Document) -> Place | None:
    story = document.story
    if story.gave_up is not None or len(story.deeds) < _FEWEST:
        return None
    return place(story.arc.chose or story.deeds[0][0], whole=True)


RULE = Rule(
    name="missing-tradeoff",
    summary="Nothing was given up anywhere.",
    question="What did it cost?",
    message="nothing in this text was given up, delayed or chosen over anything",
    unit="document",
    check=check,
    page=__doc__ or "",
    category="decision",
    kinds=frozenset({"story", "packet", "proposal"}),
    severity="info",
    rank=34,
    metadata={"frames": frozenset({"story", "packet", "proposal"})},
)
