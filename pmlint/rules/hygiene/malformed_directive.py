"""
## What it flags

A comment or a front matter key that speaks to pmlint and cannot be understood: a verb that does
not exist, no rule named, a kind or profile that there is none of, an `enable` with nothing to end.
With the option `require-reason` also a suppression that does not say why.

## Why it weakens the text

It looks as if it worked. The findings that it was meant to hold back come back, or the rules that
it was meant to bring back stay away.

## Weak

```markdown
<!-- pmlint: disbale vague-impact -->
- Improved many reports for numerous teams.
```

## Stronger

```markdown
<!-- pmlint: disable-next vague-impact -- the exact count is under NDA -->
- Improved many reports for numerous teams.
```

## When to ignore it

Never: correct the directive or take it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Directive, Flag, Option, Place, Rule


def check(directive: Directive, options: Mapping[str, Any]) -> Iterable[Flag]:
    place = Place(directive.line, directive.fault_span)
    if directive.fault:
        return [Flag(place, f"this directive does not work: {directive.fault}")]
    if options["require-reason"] and directive.verb.startswith("disable") and not directive.reason:
        return [Flag(place, "this suppression gives no reason")]
    return ()


RULE = Rule(
    name="malformed-directive",
    summary="A comment to pmlint that cannot be understood.",
    question="What should pmlint do here?",
    message="this directive does not work",
    unit="directive",
    check=check,
    page=__doc__ or "",
    category="hygiene",
    moment="finished",
    profile="draft",
    rank=90,
    options=(Option("require-reason", False, "flag suppressions without `-- reason` too"),),
)
