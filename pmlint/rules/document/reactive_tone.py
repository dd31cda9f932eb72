"""
## What it flags

A mock interview in which the candidate hedges and asks for permission more often per minute than the
profile allows. Without times a minute is 150 words.

## Why it weakens the text

Product managers lead the conversation, engineers follow it. "Should I go on?" and "I think we could maybe"
hand each decision back to the interviewer.

## Weak

```markdown {transcript}
**Interviewer:** What would you do first?

**Candidate:** I think we could maybe look at the drop-off? Is it OK if I talk about the tutorial? I guess it
is probably too long. Does that make sense?

**Interviewer:** Yes.
```

```markdown {transcript}
**Interviewer:** Which of them?

**Candidate:** Maybe the second one, I'm not sure. Should I go into the reasons? I feel like it might be the
price. Would that be all right?

**Interviewer:** Sure.
```

## Stronger

```markdown {transcript}
**Interviewer:** What would you do first?

**Candidate:** First I look at the drop-off. I start with the tutorial, because two in three leave there. It has
nine screens, and I would cut it to four.

**Interviewer:** Go on.
```

```markdown {transcript}
**Interviewer:** Which of them?

**Candidate:** The second one. It hurts most buyers, and we can test it in two weeks. The price comes next. Is
revenue a constraint this year?

**Interviewer:** Yes.
```

## When to ignore it

In the first minutes of a friendly talk, and where an honest range is called a guess.

## Options

- `per-minute`: how many hedges and requests for permission a minute may have (2).
- `least`: how many there must be at all (3).

## Source

The article on tone: "Are you directing the conversation or reacting? PMs lead. Engineers follow."
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Document, Flag, Line, Option, Place, Rule

_MOST = 10
_SENTENCE = 5
_GUESSES = frozenset(("perhaps", "maybe", "possibly", "might", "may"))


def check(document: Document, options: Mapping[str, Any]) -> Iterable[Flag]:
    transcript = document.transcript
    found = []
    for one in transcript.lines:
        line = one.line
        assert isinstance(line, Line)
        # "Perhaps they can't log in" is a hypothesis, and asked for; "perhaps I should" is none.
        guess = line.frame.has("hypothesis") and not line.frame.has("told")
        spared = _GUESSES if guess and line.frame.words >= _SENTENCE else ()
        hedges = [s for s in line.claim.spans("hedge") if s.of(line.text).lower() not in spared]
        spans = [*line.frame.spans("permission"), *hedges]
        found += [Place(line, span) for span in sorted(set(spans))]
    minutes = max(transcript.spoken, 0.5)
    if len(found) < options["least"] or len(found) <= options["per-minute"] * minutes:
        return ()
    message = f"{len(found)} hedges and requests for permission in {minutes:.1f} minutes of talking"
    related = tuple((place, "and here") for place in found[1 : _MOST + 1])
    return [Flag(found[0], message, (), related)]


RULE = Rule(
    name="reactive-tone",
    summary="Hedges and requests for permission come too often.",
    question="Are you leading this conversation, or following it?",
    message="hedges and requests for permission come too often",
    unit="document",
    check=check,
    page=__doc__ or "",
    category="wording",
    kinds=frozenset({"transcript"}),
    severity="info",
    rank=36,
    options=(
        Option("per-minute", 2.0, "How many a minute of talking may have."),
        Option("least", 3, "How many there must be at all."),
    ),
    metadata={"frames": frozenset({"transcript"})},
)
