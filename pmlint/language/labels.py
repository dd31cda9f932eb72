"""Labels that open a line: "Situation: ...", "Problem. ...", "S - ...", "What I saw. ..."."""

from __future__ import annotations

import re
from functools import lru_cache

from pmlint.document.sections import section_role

# A short run of words, then a colon or a dash; or a period, when the words are a known label.
_LABEL = re.compile(
    r"""[^\w\n]{0,4}(?P<name>[^\W_][\w '’/&()?,]{0,48}?)[*_]{0,3}
        (?: \s*:(?=\s|$) | \s+[–—-]+(?=\s) | (?P<stop>[.?])(?=\s|$) )[*_]{0,3}\s*""",
    re.VERBOSE,
)
_LETTERS = {"s": "situation", "t": "task", "a": "action", "r": "result"}
_SPEAKERS = frozenset("interviewer interviewee candidate panel recruiter me i q a".split())
# Labels that are no heading of a section; a phrase of the field to the part that it opens.
_PARTS = {
    "audience": "users", "population": "users", "for whom": "users", "who": "users",
    "change": "solution", "feature": "solution", "idea": "solution", "the idea": "solution",
    "change proposed": "solution", "concept": "solution",
    "why": "problem", "why now": "problem", "pain": "problem", "risk": "risks",
    "primary metric": "metrics", "guard rail": "metrics", "guard rails": "metrics",
    "how we'll know": "metrics", "how we will know": "metrics", "definition of success": "metrics",
    "framing": "problem", "finding": "noticed", "the finding": "noticed",
    "what i saw": "noticed", "what i noticed": "noticed", "what we saw": "noticed",
    "what everyone thought": "questioned", "what i asked": "questioned",
    "the argument": "questioned", "my part": "task", "what i did instead": "action",
    "what happened": "result", "nugget": "", "memory hook": "",
}
_NOT = re.compile(r"(?i)\b(?:not?|non|out of)\b")


@lru_cache(maxsize=1024)
def part(name: str) -> str:
    """The part of a text that a label opens: a role of sections ("problem"), or "" for none."""
    words = " ".join(name.lower().replace("’", "'").split())
    if words in _LETTERS:
        return _LETTERS[words]
    known = _PARTS.get(words)
    if known is not None:
        return known
    role = section_role(name)
    if role and _NOT.search(words):
        return "non-goals"
    return role


def label(text: str) -> tuple[str, str, int]:
    """(words, part, where the rest of the line starts) of the label that opens a line.

    ("", "", 0) when none does. A label that ends with a period has to be a known one.
    """
    match = _LABEL.match(text)
    if match is None or len(match["name"].split()) > 7:
        return "", "", 0
    name = match["name"].strip()
    opened = part(name)
    if match["stop"] and not opened:
        return "", "", 0
    return name, opened, match.end()
