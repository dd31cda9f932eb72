"""How a case or a proposal opens: who comes first, the problem or the solution; whom it names and
how one would know that it worked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, Literal, NamedTuple, Protocol

from pmlint.language.claims import Claim
from pmlint.language.framing import Frame
from pmlint.language.parts import TITLE
from pmlint.text.span import Span


class Line(Protocol):
    """What is read of a line."""

    @property
    def text(self) -> str: ...
    @property
    def block(self) -> str: ...
    @property
    def sentences(self) -> tuple[Span, ...]: ...
    @property
    def starts_block(self) -> bool: ...
    @property
    def time(self) -> float | None: ...
    @property
    def kept(self) -> dict[str, Any]: ...
    @property
    def claim(self) -> Claim: ...
    @property
    def frame(self) -> Frame: ...


class Said(NamedTuple):
    """A line and where it stands: ``part`` is the role of its section, "" under the title;
    ``section`` numbers the sections."""

    line: Line
    part: str
    section: int


class Mention(NamedTuple):
    """Words of a line; ``span`` counts in its text."""

    line: Line
    span: Span


class Opening(NamedTuple):
    """``opens_with``: the first thing of substance; ``first``: the words that decide it.

    The others are first mentions: ``user`` of a specific user, ``crowd`` of users at large,
    ``success`` of a goal that could be checked.
    """

    opens_with: Literal["problem", "solution", "neither"] = "neither"
    first: Mention | None = None
    user: Mention | None = None
    crowd: Mention | None = None
    problem: Mention | None = None
    goal: Mention | None = None
    solution: Mention | None = None
    success: Mention | None = None


STANCES = frozenset(("solution", "thing", "problem", "goal", "framing", "statement"))
_SKIPPED = frozenset("appendix non-goals contact skills interests education".split())
_PROBLEM_PARTS = frozenset("problem users evidence situation goals vision metrics noticed".split())
_SOLUTION_PARTS = frozenset("solution requirements press-release decision timeline".split())


def read(lines: Sequence[Said], kind: str) -> Opening:
    said = [one for one in answers(lines, kind) if one.part not in _SKIPPED]
    opens_with, first = _opens_with(said, kind)
    return Opening(
        opens_with,
        first,
        user(said),
        _mention(said, "crowd"),
        _mention(said, "problem"),
        _mention(said, "goal"),
        _mention(said, "solution"),
        _success(said),
    )


def answers(lines: Iterable[Said], kind: str) -> list[Said]:
    """The lines without the question that a case answers, with the parts that labels open."""
    if kind == "transcript":
        from pmlint.language import transcripts

        lines = transcripts.read(list(lines)).lines
    asked = kind != "case"
    found: list[Said] = []
    opened, section, alone = "", -1, False
    for one in lines:
        frame, text = one.line.frame, one.line.text
        if one.section != section:
            opened, section = "", one.section
        elif one.line.starts_block and not alone:
            # A label with words after it is one for its paragraph.
            opened = ""
        if not (asked or found) and frame.has("asked"):
            # The question of the case; more of them are the writer's own.
            asked = True
            continue
        if frame.label and frame.label != TITLE:
            opened = frame.label
            alone = frame.body >= len(text) or text.endswith(":")
        found.append(one._replace(part=opened) if opened and opened != one.part else one)
    return found


def _opens_with(
    said: Sequence[Said], kind: str
) -> tuple[Literal["problem", "solution", "neither"], Mention | None]:
    told: Mention | None = None
    for one in said:
        part = one.part
        if told is not None and part in _PROBLEM_PARTS and kind == "proposal":
            # A summary that named no trouble has told what is proposed.
            return "solution", told
        for fact in one.line.frame.facts:
            name = fact.name
            if name not in STANCES:
                continue
            here = Mention(one.line, fact.span)
            if part in _PROBLEM_PARTS:
                if name == "solution" and part == "problem":
                    return "solution", here
                return "problem", here
            if name in ("problem", "goal", "framing"):
                return "problem", here
            if name in ("solution", "thing") or part in _SOLUTION_PARTS:
                return "solution", here
            if part == "summary" and told is None:
                told = here
    if told is not None and kind == "proposal":
        return "solution", told
    return "neither", None


def _mention(said: Iterable[Said], name: str) -> Mention | None:
    for one in said:
        if (span := one.line.frame.first(name)) is not None:
            return Mention(one.line, span)
    return None


def user(said: Sequence[Said]) -> Mention | None:
    """The first segment; a bare role is one when a sentence is about it, or it comes again."""
    seen: set[str] = set()
    for one in said:
        for fact in one.line.frame.facts:
            here = Mention(one.line, fact.span)
            if fact.name in ("segment", "topic role"):
                return here
            if fact.name == "role":
                word = _ENDING.sub("", fact.span.of(one.line.text).lower())
                if word in seen or one.part == "users":
                    return here
                seen.add(word)
    return None


_ENDING = re.compile(r"(?:s?['’]s?|s)$")
# Words in a goal that are no state to observe.
_FEWEST = 5


def _success(said: Sequence[Said]) -> Mention | None:
    done = False
    for one in said:
        line = one.line
        frame, claim = line.frame, line.claim
        span = frame.first("success")
        if span is None and one.part in ("goals", "metrics"):
            span = checkable(frame, in_metrics=one.part == "metrics")
        if span is None and frame.has("goal") and one.part not in ("problem", "users"):
            span = frame.first("bound") or frame.first("figure")
        if span is None and one.part == "requirements":
            span = frame.first("bound")
        if span is None and done and claim.claim and claim.measured:
            span = claim.first("measure")
        if span is not None:
            return Mention(line, span)
        done = done or (claim.claim and claim.has("actor"))
        if done and claim.measured and claim.has("actor"):
            return Mention(line, claim.first("measure") or Span(0, len(line.text)))
    return None


def checkable(frame: Frame, *, in_metrics: bool) -> Span | None:
    """What of a line under goals or metrics could be checked: a figure, a metric, a state."""
    if frame.has("placeholder"):
        return None
    span = frame.first("bound") or frame.first("figure")
    if span is None and in_metrics:
        span = frame.first("metric")
    wish = frame.has("goal") or frame.has("solution")
    if span is None and not wish and frame.words >= (_SHORTEST if in_metrics else _FEWEST):
        # A state ("Escape closes the picker"), or the name of a metric under metrics.
        span = frame.first("statement") or frame.first("others")
        if span is None and in_metrics:
            span = Span(0, 1)
    return span


_SHORTEST = 3
