"""
## What it flags

A name in a suppression that no installed rule, category or pattern answers to. A rule of a plugin
that is not installed here is let pass, as it may be installed where the draft is read next.

## Why it weakens the text

A misspelled name holds back nothing, and a renamed rule is asked for by a name that is gone.

## Weak

```markdown
<!-- pmlint: disable-next vague-impct -->
- Improved many reports for numerous teams.
```

## Stronger

```markdown
<!-- pmlint: disable-next vague-impact -->
- Improved many reports for numerous teams.
```

## When to ignore it

Never: correct the name or take it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Directive, Edit, Fix, Flag, Name, Place, Rule


def check(directive: Directive, options: Mapping[str, Any]) -> Iterable[Flag]:
    return [_flag(directive, name) for name in directive.names if not name.known]


def _flag(directive: Directive, name: Name) -> Flag:
    message = f'there is no rule "{name.text}"'
    fixes = []
    if name.nearest:
        message += f'; did you mean "{name.nearest}"?'
        edit = Edit(name.span, name.nearest)
        fixes.append(Fix(f'Write "{name.nearest}"', (edit,), "suggestion"))
    return Flag(Place(directive.line, name.span), message, tuple(fixes))


RULE = Rule(
    name="unknown-rule-in-directive",
    summary="A suppression that names a rule that does not exist.",
    question="Which rule is meant?",
    message="there is no such rule",
    unit="directive",
    check=check,
    page=__doc__ or "",
    category="hygiene",
    moment="finished",
    profile="draft",
    rank=91,
)
