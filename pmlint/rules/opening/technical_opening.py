"""
## What it flags

A story, a packet or the summary of a resume whose first sentence is a technical result, with no word
on why it mattered.

## Why it weakens the text

Readers decide in the first sentence what kind of story this is. "We cut the latency by 40 ms" files it
under engineering, and everything after it is heard as proof of engineering competence.

## Weak

```markdown {story}
We cut the API latency to 40 milliseconds. The team used a new cache for it.
```

```markdown {packet}
I reduced build time by 60%. Then I moved the tests to the cloud.
```

## Stronger

```markdown {story}
I prioritized latency because users dropped off at 300 ms. We cut it by 40 ms with a new cache.
```

```markdown {packet}
Riders gave up while the map was loading. I reduced the load time by half, and bookings rose by 6%.
```

## When to ignore it

Where the reader is an engineering committee.

## Source

The article: answers that begin with "We optimized the API latency by 40ms" instead of "I prioritized
reducing latency because user drop-off spiked at 300ms".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Flag, Line, Opening, Place, Rule, Span, ask


def check(opening: Opening, options: Mapping[str, Any]) -> Iterable[Flag]:
    first = next(iter(_sentences(opening)), None)
    if first is None:
        return ()
    claim = first.claim
    if not claim.claim or claim.outcome != "technical" or claim.reason:
        return ()
    span = claim.first("deed") or Span(0, len(first.text))
    blank = ask(first, span, "the reason", " because [which users were hurt, and how?]")
    return [Flag(Place(first, first.sentence(span)), None, (blank,))]


def _sentences(opening: Opening) -> Iterable[Line]:
    """What a reader takes as the beginning: in a resume only the summary has one."""
    for one in opening.said:
        line = one.line
        assert isinstance(line, Line)
        if opening.kind == "resume":
            if line.section == "summary":
                yield line
        elif line.claim.claim or not (line.frame.has("asked") or line.frame.words < 3):
            yield line


RULE = Rule(
    name="technical-opening",
    summary="The first sentence is a technical result.",
    question="Why did it matter, before how you did it?",
    message="the story opens with a technical result, before why it mattered",
    unit="opening",
    check=check,
    page=__doc__ or "",
    category="framing",
    kinds=frozenset({"story", "packet", "resume"}),
    rank=6,
)
