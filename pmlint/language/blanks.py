"""Blanks that a template or a fix has left in a text."""

from __future__ import annotations

import re
from functools import cache

from pmlint.text.span import Span

# Such as "[why?]", "[from ? to ?]", "[specific reason]", "[X]%", "<insert metric>"; not "[1]",
# "[docs](...)", "[ ]" or "[x]", which are references, links and check boxes.
_BLANK = r"""
    \[ (?: [^\]\[]*\?[^\]\[]* | [XYZN]{1,3}(?:[ ](?:vs\.?|or|and|of|in)[ ][A-Z])? | \#+
        | (?:[^\]\[]*[ /])?
          (?:specific|concrete|short|brief|what|your|insert|metric|number|name|reason|example|amount|company|team|role
            |product|result|option|outcome|problem|evidence|action|percent|percentage|date|title|person|thing|change|description)
          (?:[ /][^\]\[]*)?
      ) \] (?![(\[:])
  | < (?:your|insert|add|the|name|metric|number)\b [^<>\n]* >
  | \b(?:TBD|TBC|TODO|FIXME|XX+%?(?!-)|[Ll]orem\ ipsum)\b
  | \$?\b[XYZ]%
  | \$[XYZ]\b
  | _{3,}
    """


def spans(text: str) -> list[Span]:
    """Where the blanks of a text stand, in order."""
    if "[" not in text and "<" not in text and "_" not in text and not _LOUD.search(text):
        return []
    return [Span(*match.span()) for match in _blank().finditer(text)]


@cache
def _blank() -> re.Pattern[str]:
    # Few lines look as if they might hold one.
    return re.compile(_BLANK, re.VERBOSE)


_LOUD = re.compile(r"TB[DC]|TODO|FIXME|XX|[XYZ]%|\$[XYZ]|[Ll]orem")
