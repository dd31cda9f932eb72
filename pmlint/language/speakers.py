"""Who speaks and when, as written at the start of a line: "00:03:12 Candidate: ..."."""

from __future__ import annotations

import re
from typing import NamedTuple

_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?")
# "00:03:12 Candidate: ...", "[3:12] Ana: ...", "Candidate (03:12): ...".
_SPEAKER = re.compile(
    r"""[\[(]?(?P<before>(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)?[\])]?[\s–—-]*
        (?P<name>[^\W\d_][\w.'’-]*(?:\ [\w.'’-]+){0,2})
        \s*(?:[\[(](?P<after>(?:\d{1,2}:)?\d{1,2}:\d{2})[\])])?\s*(?::|\s[–—-])\s+(?=\S)""",
    re.VERBOSE,
)


class Mark(NamedTuple):
    """``name``: of the speaker, in lower case; ``clock``: the time as written, or ""; ``end``: where
    the words start."""

    name: str
    clock: str
    end: int


def mark(text: str) -> Mark | None:
    """The speaker that a line begins with; None when it names none."""
    match = _SPEAKER.match(text)
    if match is None:
        return None
    return Mark(match["name"].lower(), match["before"] or match["after"] or "", match.end())


def seconds(clock: str) -> float | None:
    """A time as written ("00:03:12", "[3:12]", "3:12.5") in seconds; None for what is no time."""
    match = _CLOCK.fullmatch(clock.strip("[]() \t"))
    if match is None:
        return None
    hours, minutes, secs, part = match.groups()
    whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(secs)
    return whole + (float(f"0.{part}") if part else 0.0)
