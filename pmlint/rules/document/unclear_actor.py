"""
## What it flags

A story whose decisive sentences say only "we", or nobody at all.

## Why it weakens the text

A committee decides about one person. "We decided" tells that a decision was made in your presence; what
you saw, proposed or pushed for is left to guess.

## Weak

```markdown {story}
We saw that carers swapped visits by phone. We looked at the swaps and decided to weigh familiarity. We ran a
trial in two regions. Swaps fell from 71 to 22 a week.
```

```markdown {story}
**Situation:** The contract of the data center expired.

**Action:** We planned four waves. We moved the critical systems at night.

**Result:** Costs are 18% lower.
```

## Stronger

```markdown {story}
We saw that carers swapped visits by phone. I looked at the swaps and proposed to weigh familiarity. We ran a
trial in two regions. Swaps fell from 71 to 22 a week.
```

```markdown {story}
**Situation:** The contract of the data center expired.

**Action:** I planned four waves and convinced the hospital to move the laboratory last.

**Result:** Costs are 18% lower.
```

## When to ignore it

Where the question is about the team.

## Source

STAR guides: "say I, not we". The article on influence against team dynamics.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Document, Flag, Rule, place

_FEWEST = 2


def check(document: Document, options: Mapping[str, Any]) -> Iterable[Flag]:
    deeds = document.story.deeds
    ours = [mention for mention, actor in deeds if actor == "we"]
    if len(ours) < _FEWEST or any(actor == "i" for _, actor in deeds):
        return ()
    related = [(place(mention, whole=True), "and here") for mention in ours[1:]]
    return [Flag(place(ours[0], whole=True), None, (), tuple(related))]


RULE = Rule(
    name="unclear-actor",
    summary='The decisive sentences say only "we".',
    question="What did you do?",
    message="all that decides this story was done by “we”",
    unit="document",
    check=check,
    page=__doc__ or "",
    category="ownership",
    kinds=frozenset({"story"}),
    rank=28,
    metadata={"frames": frozenset({"story"})},
)
