"""
## What it flags

A story without its situation, task, action or result, labelled or not; and a story whose setting
(situation and task) takes up more than 40% of the words. In a story that names no parts the situation
stands for the task too.

## Why it weakens the text

Without a result a story proves effort. Without a situation nobody knows what the effort was up
against. And a long setting leaves a minute for what the listener came for: what you did and why.

## Weak

```markdown {story}
**Situation:** The lease of our archive ended early.

**Task:** I had to move 3,200 boxes before the first of the month.

**Action:** I ordered trolleys and split the helpers into pairs.
```

```markdown {story}
Our sender name had expired, so that patients of two carriers got no message. I pulled the delivery
reports and proposed to renew the name. I went to see the head of operations.
```

## Stronger

```markdown {story}
**Situation:** The lease of our archive ended early.

**Task:** I had to move 3,200 boxes before the first of the month.

**Action:** I ordered trolleys, split the helpers into pairs, started each day at seven and checked off
each shelf in the evening with the judge's clerk, so that we saw at once which boxes were missing.

**Result:** All boxes were moved two days early, and no file was lost.
```

```markdown {story}
Our sender name had expired, so that patients of two carriers got no message. I pulled the delivery
reports and proposed to renew the name. I went to see the head of operations with one chart. The
no-show rate fell from 13% to 9% in three weeks.
```

## When to ignore it

In an answer that the interviewer will lead through with questions.

## Options

- `setting`: the most that situation and task may take of the words (0.4; 1.0 turns it off).

## Source

STAR: situation, task, action, result. Amazon's advice on its leadership principles: most of the time
goes to the action.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Document, Flag, Line, Option, Place, Rule, Span

_PARTS = ("situation", "task", "action", "result")
# Too short a text to have shares.
_FEWEST_WORDS = 60


def check(document: Document, options: Mapping[str, Any]) -> Iterable[Flag]:
    story = document.story
    if len(story.parts) < 2 and not story.deeds:
        # No story: advice, a question, notes.
        return
    parts = set(story.parts)
    if not story.labelled and "situation" in parts:
        parts.add("task")
    missing = [part for part in _PARTS if part not in parts]
    if missing:
        line = story.lines[0 if missing[0] in ("situation", "task") else -1]
        yield Flag(_begin(line), f"the story has no {_listed(missing)}")
    total = sum(story.words.values())
    setting = story.words.get("situation", 0) + story.words.get("task", 0)
    if not missing and total >= _FEWEST_WORDS and setting > options["setting"] * total:
        share = round(100 * setting / total)
        yield Flag(
            _begin(story.parts["situation"].line), f"situation and task take {share}% of the story"
        )


def _begin(line: object) -> Place:
    """The first sentence of a line, behind its label."""
    assert isinstance(line, Line)
    body = line.frame.body if line.frame.body < len(line.text) else 0
    return Place(line, line.sentence(Span(body, body + 1)))


def _listed(words: list[str]) -> str:
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} and no {words[-1]}"


RULE = Rule(
    name="incomplete-story",
    summary="Situation, task, action or result is missing, or the setting takes most of it.",
    question="How did it end?",
    message="a part of the story is missing",
    unit="document",
    check=check,
    page=__doc__ or "",
    category="structure",
    kinds=frozenset({"story"}),
    severity="info",
    rank=30,
    options=(Option("setting", 0.4, "The most that situation and task may take of the words."),),
    metadata={"frames": frozenset({"story"})},
)
