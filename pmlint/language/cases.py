"""Product cases: the steps from user and goal over hypotheses to a pick, and the three sides that
the answer has evidence for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pmlint.language import grid, openings
from pmlint.language.grid import Level, Side
from pmlint.language.openings import Mention, Said
from pmlint.language.parts import TITLE
from pmlint.text.span import Span

_NUMBERS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten".split(), 1)
}
_ONE = re.compile(r"(?i)\W*hypothesis\b")
_JOINT = re.compile(r"[,;]\s*(?:or\s+|and\s+)?|\s+or\s+|\s+and\s+")


class Steps(NamedTuple):
    """The steps of a case answer, in the order that they are asked for.

    ``hypotheses``: the words of each; ``counted``: how many there are, which may be more, as "three
    families of reasons" counts them itself. ``pick``: what was chosen of them; ``solution``: the
    first words of what to build.
    """

    user: Mention | None
    goal: Mention | None
    hypotheses: tuple[Mention, ...]
    counted: int
    pick: Mention | None
    solution: Mention | None


def steps(lines: Sequence[Said], kind: str) -> Steps:
    """The steps of an answer to a case."""
    said = openings.answers(lines, kind)
    pick = solution = None
    found: list[Mention] = []
    count = announced = 0
    # The question of the case may be the one that is answered: "Why do they stop?"
    listing = bool(lines) and bool(said) and said[0].line is not lines[0].line
    listing = listing and any(one.line.frame.has("why") for one in lines[:_FIRST])
    for one in said:
        line, frame = one.line, one.line.frame
        if solution is None:
            span = frame.first("solution")
            if span is not None and one.part not in ("problem", "users", "metrics", "goals"):
                solution = Mention(line, span)
        if pick is None and (found or announced) and (span := frame.first("pick")) is not None:
            pick = Mention(line, span)
        if pick is not None or (solution is not None and not found and not announced):
            continue
        if frame.label == "hypotheses" and line.block not in ("item", "cell"):
            announced = max(announced, _number(line.text))
            if not _ONE.match(line.text):
                count = max(count, _listed(line.text[frame.body :]))
            listing = True
        elif (span := frame.first("causes")) is not None:
            announced = max(announced, _number(span.of(line.text)))
            listing = True
        elif line.block in ("item", "cell"):
            if listing or one.part in _CAUSES:
                found.append(Mention(line, Span(0, len(line.text))))
            continue
        elif frame.label == "problem":
            listing = True
        elif frame.has("asked"):
            listing = frame.has("why")
        elif listing and line.text.rstrip()[-1:] in ".!":
            # "Why do they stop? They go too fast. The novelty is gone."
            span = frame.first("problem") or frame.first("others")
            listing = span is not None
            if span is not None and not frame.has("hypothesis"):
                found.append(Mention(line, span))
        found += [Mention(line, span) for span in frame.spans("hypothesis")]
        count = max(count, _series(line.text, frame.first("causes") or frame.first("hypothesis")))
    user = openings.user(said)
    goal = next(
        (
            Mention(one.line, span)
            for one in said
            for name in ("success", "goal")
            if (span := one.line.frame.first(name)) is not None
        ),
        None,
    )
    return Steps(user, goal, tuple(found), max(count, announced, len(found)), pick, solution)


# The question of a case is among so many lines.
_FIRST = 3
_CAUSES = frozenset(("problem", "hypotheses"))


def _number(words: str) -> int:
    """How many are announced: "three families of reasons", "several causes"."""
    first = words.lower().split()[0]
    if first.isdigit():
        return int(first)
    return _NUMBERS.get(first, 3 if first in ("several", "some", "many", "various") else 1)


def _series(text: str, cause: Span | None) -> int:
    """How many causes a sentence lists: "causes: fatigue, repetition, or poor pacing"."""
    if cause is None:
        return 0
    rest = text[cause.end :]
    at = rest.find(":")
    if at < 0:
        return 0
    return _listed(rest[at + 1 :])


def _listed(words: str) -> int:
    return len([part for part in _JOINT.split(words.strip(" .")) if part.strip()])


class Evidence(NamedTuple):
    """A line that is evidence for a side of the case, at a level."""

    side: Side
    level: Level
    mention: Mention


def evidence(lines: Iterable[Said], kind: str) -> list[Evidence]:
    """What of a text is evidence for which side, as `pmlint.language.grid` says; a line may be
    for several."""
    found: list[Evidence] = []
    for one in openings.answers(lines, kind):
        line = one.line
        key = (one.part, kind)
        kept = line.kept.get("evidence")
        if kept is None or kept[0] != key:
            kept = line.kept["evidence"] = (key, _evidence(one, kind))
        found += kept[1]
    return found


def _evidence(one: Said, kind: str) -> Sequence[Evidence]:
    line = one.line
    if line.frame.label == TITLE:
        return ()
    placed = grid.place(grid.Said(line.text, line.claim, line.frame, one.part, kind))
    if placed is None:
        return ()
    words = line.claim.first("deed") or Span(0, len(line.text))
    return [Evidence(side, placed.level, Mention(line, words)) for side in placed.sides]
