"""Proposals: which parts that a decision needs are there, in substance and not by heading alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from pmlint.language import openings
from pmlint.language.framing import Frame
from pmlint.language.openings import Line, Mention, Said
from pmlint.language.parts import TITLE
from pmlint.text.span import Span

Part = Literal["problem", "users", "evidence", "success", "risks", "tradeoffs", "alternatives"]
PARTS: tuple[Part, ...] = (
    "problem",
    "users",
    "evidence",
    "success",
    "risks",
    "tradeoffs",
    "alternatives",
)

Measure = Literal["target", "baseline", "time frame"]
MEASURES: tuple[Measure, ...] = ("target", "baseline", "time frame")

# What a heading promises, for those that headings of other kinds share.
_PROMISES: tuple[tuple[re.Pattern[str], Part | Literal[""]], ...] = tuple(
    (re.compile(pattern), part)  # type: ignore[misc]
    for pattern, part in (
        (r"\brationale and alternatives\b", "alternatives"),
        (r"^why\b.*\b(?:rather than|instead of|over|not)\b", "alternatives"),
        (r"\b(?:drawbacks?|downsides?|limitations?|consequences|bad|negative)\b", "tradeoffs"),
        (r"\bnot in (?:v1|scope|this)\b|\bleft out\b|\bleave out\b", "tradeoffs"),
        (r"\b(?:dependenc(?:y|ies)|assumptions?|constraints?|questions?)\b", ""),
        (r"\b(?:potential|known) (?:issues|challenges|problems)\b|\bchallenges\b", "risks"),
        (r"\b(?:compatibility|performance|accessibility|good|neutral)\b", ""),
    )
)
_ROLES: dict[str, Part] = {
    "problem": "problem",
    "background": "problem",
    "users": "users",
    "evidence": "evidence",
    "metrics": "success",
    "goals": "success",
    "risks": "risks",
    "tradeoffs": "tradeoffs",
    "alternatives": "alternatives",
}
# A role that a text comes back to so often is whom it is about.
_OFTEN = 4
# A line with fewer words has no substance.
_FEWEST = 4


class Heading(NamedTuple):
    """A heading that promises a part; ``filled``: something of substance stands under it;
    ``empty``: nothing does."""

    line: Line
    part: Part
    filled: bool
    empty: bool


class Proposal(NamedTuple):
    """``parts``: where the substance of each part that is there begins. ``headings``: those that
    promise a part. ``lacking``: what the metrics of success are without; empty when there are none.
    """

    parts: dict[Part, Mention]
    headings: tuple[Heading, ...]
    lacking: tuple[Measure, ...]


class Under(NamedTuple):
    """A section: its heading, or None, the part of the text that it is, and its lines."""

    heading: Line | None
    title: str
    part: str
    lines: Sequence[Said]


def read(sections: Sequence[Under], opening: openings.Opening) -> Proposal:
    parts: dict[Part, Mention] = {}
    headings: list[Heading] = []
    metrics: list[Line] = []
    roles: dict[str, int] = {}
    proposed = False
    for at, section in enumerate(sections):
        promised = _promised(section)
        filled: Mention | None = None
        for one, part in _labelled(section.lines, promised):
            line = one.line
            if part and part == promised:
                filled = filled or _substance(line, part)
            proposed = proposed or section.part == "solution" or line.frame.has("solution")
            found = _told(line, part)
            if proposed and part not in _BEFORE:
                found += _follows(line)
            if part and part != "users" and (said := _substance(line, part)) is not None:
                parts.setdefault(part, said)
            for name, span in found:
                parts.setdefault(name, Mention(line, span))
            if part == "success":
                metrics.append(line)
            for fact in line.frame.facts:
                if fact.name in ("role", "topic role"):
                    word = fact.span.of(line.text).lower().rstrip("s")
                    roles[word] = roles.get(word, 0) + 1
                    if roles[word] == _OFTEN:
                        parts.setdefault("users", Mention(line, fact.span))
        if promised and section.heading is not None:
            nested = any(_promised(below) == promised for below in sections[at + 1 : at + 2])
            there = filled is not None or nested
            headings.append(Heading(section.heading, promised, there, not section.lines))
    if opening.user is not None:
        parts.setdefault("users", opening.user)
    if opening.problem is not None:
        parts.setdefault("problem", opening.problem)
    return Proposal(parts, tuple(headings), _lacking(metrics))


def _promised(section: Under) -> Part | Literal[""]:
    words = section.title.lower()
    for pattern, part in _PROMISES:
        if pattern.search(words) is not None:
            return part
    return _ROLES.get(section.part, "")


def _labelled(
    lines: Iterable[Said], promised: Part | Literal[""]
) -> Iterable[tuple[Said, Part | Literal[""]]]:
    """The lines of a section, each with the part that its heading or a label puts it in."""
    part = promised
    for one in lines:
        label = one.line.frame.label
        if label and (label != TITLE or one.line.block == "paragraph"):
            part = _ROLES.get(label, "")
        yield one, part


def _substance(line: Line, part: Part) -> Mention | None:
    """The line, when it says something: no placeholder, no fragment, no vague wish for a goal."""
    frame = line.frame
    if frame.has("placeholder") and frame.words <= 2 * _FEWEST:
        return None
    if part == "success":
        span = openings.checkable(frame, in_metrics=False)
        return None if span is None else Mention(line, span)
    if part == "evidence":
        span = frame.first("evidence")
        return None if span is None else Mention(line, span)
    if frame.words < _FEWEST:
        return None
    return Mention(line, Span(0, len(line.text)))


def _told(line: Line, part: str) -> list[tuple[Part, Span]]:
    """What a line tells in its own words, wherever it stands."""
    frame, claim = line.frame, line.claim
    found: list[tuple[Part, Span]] = []
    if part in ("users", "problem", "evidence"):
        span = frame.first("segment") or frame.first("topic role") or frame.first("persona")
        if span is None and part == "users":
            span = frame.first("role")
        if span is not None:
            found.append(("users", span))
    if (span := frame.first("asking")) is not None:
        found.append(("users", span))
    if (span := frame.first("success")) is not None:
        found.append(("success", span))
    if part != "success" and frame.has("goal") and part not in ("problem", "users"):
        span = frame.first("bound") or frame.first("figure")
        if span is not None:
            found.append(("success", span))
    span = frame.first("cost")
    if span is None and (claim.has("actor") or claim.has("choice")):
        span = claim.first("tradeoff")
    if span is None and part == "alternatives":
        # What speaks against another way, and that it was not taken, is what was given up.
        span = frame.first("rejected")
    if span is not None:
        found.append(("tradeoffs", span))
    if (span := frame.first("alternative")) is not None:
        found.append(("alternatives", span))
    if (span := frame.first("risk")) is not None:
        found.append(("risks", span))
    about = part in ("problem", "users", "evidence") or frame.has("problem")
    if about and (span := frame.first("evidence")) is not None:
        found.append(("evidence", span))
    return found


def _follows(line: Line) -> list[tuple[Part, Span]]:
    """What a line tells once something is proposed: "guests can no longer book by phone" is a
    trade-off then, and trouble before."""
    frame = line.frame
    return [
        (part, span) for name, part in _LATER.items() if (span := frame.first(name)) is not None
    ]


_BEFORE = frozenset(("problem", "users", "evidence"))
_LATER: dict[str, Part] = {"price": "tradeoffs", "hazard": "risks", "imagined": "alternatives"}


def _lacking(lines: Sequence[Line]) -> tuple[Measure, ...]:
    """What no line with a metric has. A table says it in cells that are too short to be read, and a
    state to observe needs none of it."""
    measured = [line for line in lines if _measures(line.frame)]
    if not measured or any(line.block == "cell" for line in lines):
        return ()
    frames = [line.frame for line in measured]
    changes = any(
        _FROM_TO.search(span.of(line.text))
        for line in measured
        for span in line.frame.spans("figure")
    )
    found = {
        "target": any(frame.has("bound") or frame.has("figure") for frame in frames),
        "baseline": changes or any(frame.has("baseline") for frame in frames),
        "time frame": any(frame.has("time frame") for frame in frames),
    }
    return tuple(measure for measure in MEASURES if not found[measure])


def _measures(frame: Frame) -> bool:
    """Whether a line states a metric; "empty for seven days" is a state."""
    return frame.has("bound") or (
        frame.has("metric") and (frame.has("figure") or frame.has("goal"))
    )


_FROM_TO = re.compile(r"(?i)\bfrom\b.*\bto\b|→|->")
