"""
## What it flags

A case answer that goes to a solution, or picks a cause, with fewer than three hypotheses of what the
problem is; and says which other step of 1-3-5 is missing.

## Why it weakens the text

One guess is no diagnosis. In 1-3-5 the first minute states the user and the goal, the next three list
three hypotheses of the problem, and only then one is picked and a solution sketched. Whoever skips
the list cannot say why this problem and no other.

## Weak

```markdown {case}
Casual viewers leave after three clips. I'd build a better ranking, with a slider for new topics.
```

```markdown {case}
Older readers place few holds. Perhaps they can't log in. I'd bet on the log-in, and I would add a
code by text message.
```

## Stronger

```markdown {case}
Casual viewers leave after three clips; the goal is that they stay for ten. Three causes: content
fatigue, repetition, or poor pacing. I'd bet on repetition, and I would build a limit per channel.
```

```markdown {case}
Older readers should place a hold without help. Why don't they?

- They can't log in, as the PIN was set years ago.
- They can't tell the large-print edition from the others.
- They don't trust that the hold went through.

I'd bet on the third, and I would build a receipt by mail.
```

## When to ignore it

In an estimate, a metrics question, or a case whose question names the cause.

## Options

- `hypotheses`: how many are asked for (3).

## Source

The article's 1-3-5 framework: one minute for user and goal, three problem hypotheses, five minutes to
pick one and sketch.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Document, Flag, Option, Rule, place

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def check(document: Document, options: Mapping[str, Any]) -> Iterable[Flag]:
    steps = document.steps
    decided = steps.pick or steps.solution
    if decided is None or steps.counted >= options["hypotheses"]:
        return ()
    number = _WORDS[steps.counted] if steps.counted < len(_WORDS) else str(steps.counted)
    noun = "hypothesis" if steps.counted == 1 else "hypotheses"
    message = f"{number} {noun} of the problem before this is picked"
    missing = [
        name for name, step in (("the user", steps.user), ("the goal", steps.goal)) if step is None
    ]
    if missing:
        message += f"; {' and '.join(missing)} {'are' if len(missing) > 1 else 'is'} missing too"
    related = [(place(mention, whole=True), "a hypothesis") for mention in steps.hypotheses]
    return [Flag(place(decided, whole=True), message, (), tuple(related))]


RULE = Rule(
    name="single-hypothesis",
    summary="Fewer than three hypotheses of the problem before one is picked (1-3-5).",
    question="What else could be wrong?",
    message="fewer than three hypotheses of the problem before this is picked",
    unit="document",
    check=check,
    page=__doc__ or "",
    category="framing",
    kinds=frozenset({"case"}),
    severity="info",
    profile="strict",
    state="preview",
    rank=20,
    options=(Option("hypotheses", 3, "How many hypotheses of the problem are asked for."),),
    metadata={"frames": frozenset({"case"})},
)
