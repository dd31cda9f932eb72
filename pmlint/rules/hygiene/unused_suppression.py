"""
## What it flags

A rule named in a suppression that holds back nothing there. Only rules that run on the draft
count: one that the profile or the config leaves out cannot show whether it is still needed.

## Why it weakens the text

It says that a fault is there which you have mended, and it would hide the same fault if it came
back.

## Weak

```markdown
<!-- pmlint: disable-next vague-impact -->
- Cut the weekly report from two days to one hour.
```

## Stronger

```markdown
- Cut the weekly report from two days to one hour.
```

## When to ignore it

While you are still writing the sentence that it is for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Directive, Edit, Fix, Flag, Name, Place, Rule, Span


def check(directive: Directive, options: Mapping[str, Any]) -> Iterable[Flag]:
    idle = [name for name in directive.names if name.idle]
    if not idle:
        return ()
    line = directive.line
    if line.block == "comment" and len(idle) == len(directive.names):
        whole = Fix("Delete the suppression", (Edit(Span(0, len(line.text)), ""),), "safe")
        return [Flag(Place(line, idle[0].span), _message(idle), (whole,))]
    return [_flag(directive, name) for name in idle]


def _flag(directive: Directive, name: Name) -> Flag:
    fix = Fix(f'Delete "{name.text}"', (Edit(name.removal, ""),), "safe")
    return Flag(Place(directive.line, name.span), _message([name]), (fix,))


def _message(names: list[Name]) -> str:
    quoted = ", ".join(f'"{name.text}"' for name in names)
    return f"nothing of {quoted} is found here, so there is nothing to hold back"


RULE = Rule(
    name="unused-suppression",
    summary="A suppression that holds back nothing.",
    question="Is it still needed?",
    message="there is nothing to hold back",
    unit="directive",
    check=check,
    page=__doc__ or "",
    category="hygiene",
    moment="finished",
    severity="info",
    profile="draft",
    rank=92,
)
