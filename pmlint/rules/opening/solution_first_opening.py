"""
## What it flags

A case answer or a proposal whose first thing of substance is what to build, use or change, before
anybody has a problem, a goal or a metric. Titles, metadata, greetings, definitions and a table of
contents do not count; background that leads up to a problem does.

## Why it weakens the text

Leading with architecture is the most common way to fail a product case: the answer may be sound and
still be blind to its context. Nobody can tell a good solution from a bad one before it is said whose
problem it is, and how one would know that it is solved.

## Weak

```markdown {case}
I'd build a recommendation engine with embedding similarity. It would rank each clip by watch time.
```

```markdown {proposal}
# Saved filters

This proposal adds named filters to the order list. Each filter is stored on the server.
```

## Stronger

```markdown {case}
First, the goal: casual viewers should stay longer. Where do they leave? Perhaps after three clips,
because the feed repeats itself. Only then would I look at the ranking.
```

```markdown {proposal}
# Saved filters

Night dispatchers set the same six filters every evening, and two in five forget one. We want no
missed order in the first month. Named filters would do it.
```

## When to ignore it

In a document that was asked for by people who know the problem, such as the design behind an
approved proposal.

## How right it is

Measured against what careful readers marked: precision .95, recall .90 on the reference corpus (39
openings to flag, 32 to leave). Two readers agree with each other to F1 .99.

## Source

The article: "Not solution-first, but problem-first." Amazon's PR/FAQ and most PRD templates ask for
the customer and the problem first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Edit, Fix, Flag, Opening, Rule, Span, place

_BLANK = "[Who has which problem, and how would you know that it is solved?] "


def check(opening: Opening, options: Mapping[str, Any]) -> Iterable[Flag]:
    facts = opening.facts
    if facts.opens_with != "solution" or facts.first is None:
        return ()
    where = place(facts.first, whole=True)
    blank = Fix("Put a blank for the problem before it", (Edit(Span(0, 0), _BLANK),), "template")
    related = []
    if facts.problem is not None and facts.problem.line is not facts.first.line:
        related.append((place(facts.problem, whole=True), "the problem comes only here"))
    return [Flag(where, None, (blank,), tuple(related))]


RULE = Rule(
    name="solution-first-opening",
    summary="The solution comes before anybody has a problem, a goal or a metric.",
    question="Whose problem is it, and how would you know it is solved?",
    message="this opens with what to build, before whose problem it is",
    unit="opening",
    check=check,
    page=__doc__ or "",
    category="framing",
    kinds=frozenset({"case", "proposal", "transcript"}),
    rank=5,
    metadata={"frames": True},
)
