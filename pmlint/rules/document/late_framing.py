"""
## What it flags

A mock interview in which the candidate reaches a solution before scope, user and success are stated;
or, where times are given, after less framing than the profile asks for: five minutes of a case of 45,
and as much less as the case is shorter.

## Why it weakens the text

Interviewers score the framing before they hear a feature. A redesign proposed after eight minutes, with no
user named, is turned down however sound it is.

## Weak

```markdown {transcript}
**Interviewer:** How would you improve group chats?

**Candidate:** I would add threads to each message. You would get a badge when somebody answers.

**Interviewer:** For whom?

**Candidate:** For people in large groups.
```

```markdown {transcript}
**Interviewer:** Improve the library app.

**Candidate:** We should build a chat with the librarian. I'd put it on the first screen.

**Interviewer:** Go on.
```

## Stronger

```markdown {transcript}
**Interviewer:** How would you improve group chats?

**Candidate:** May I clarify the scope: do we care about families or about work? I'd focus on parents in a
school chat. Success is the share of them who read the one message that concerns their child. I would
add a filter for names.

**Interviewer:** Go on.
```

```markdown {transcript}
**Interviewer:** Improve the library app.

**Candidate:** Do we mean the phone app only? I'll take readers over 65. My goal is that twice as many place
a hold without help. Where does it break? I would build larger buttons last.

**Interviewer:** Go on.
```

## When to ignore it

In an execution or an estimation round.

## Options

- `minutes`: how long the framing should take in a whole case (5).
- `case`: how many minutes a whole case has (45).

## Source

The article: "force yourself to spend 5 minutes defining scope, user, and success before touching
features"; the redesign of Messenger's group chat after eight minutes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Document, Flag, Opening, Option, Rule, place


def check(document: Document, options: Mapping[str, Any]) -> Iterable[Flag]:
    transcript = document.transcript
    told = Opening("transcript", transcript.framing())
    solution = transcript.solution
    if solution is None:
        return ()
    facts = told.facts
    missing = [
        words
        for words, found in (
            ("scope", transcript.scope),
            ("the user", facts.user),
            ("success", facts.success or facts.goal),
        )
        if found is None
    ]
    complaints = []
    if missing:
        complaints.append(f"before {_listed(missing)}")
    at = transcript.time(solution)
    if at is not None:
        asked = options["minutes"] * min(1.0, transcript.minutes / options["case"])
        if at / 60 < asked:
            complaints.append(f"after {at / 60:.1f} minutes of framing, not {asked:.1f}")
    if not complaints:
        return ()
    return [Flag(place(solution, whole=True), f"a solution comes here {' and '.join(complaints)}")]


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


RULE = Rule(
    name="late-framing",
    summary="The answer reaches a solution before scope, user and success are stated.",
    question="Who is it for, and what would success be?",
    message="a solution comes here before the framing is done",
    unit="document",
    check=check,
    page=__doc__ or "",
    category="framing",
    kinds=frozenset({"transcript"}),
    rank=7,
    options=(
        Option("minutes", 5.0, "How many minutes of framing a whole case should have."),
        Option("case", 45.0, "How many minutes a whole case has."),
    ),
    metadata={"frames": frozenset({"transcript"})},
)
