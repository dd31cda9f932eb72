"""Mock interviews: who speaks when, what the candidate reaches when, and in what tone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pmlint.language.openings import Line, Mention, Said
from pmlint.language.speakers import mark, seconds

_ASKERS = frozenset(
    "interviewer recruiter panel coach host q int moderator examiner narrator".split()
)
_ANSWERERS = frozenset("candidate interviewee me applicant a i pm you myself".split())
# How many words are spoken in a minute, when no times tell.
_WORDS_A_MINUTE = 150


class Turn(NamedTuple):
    """What one person says in one go. ``start``: seconds, or None; ``speaker``: lower case, ""
    when nobody is named."""

    speaker: str
    start: float | None
    lines: tuple[Said, ...]


class Transcript(NamedTuple):
    """``turns`` of the candidate; ``minutes`` that the whole takes, from times or by the words."""

    turns: tuple[Turn, ...]
    timed: bool
    minutes: float
    spoken: float

    @property
    def lines(self) -> list[Said]:
        return [one for turn in self.turns for one in turn.lines]

    @property
    def solution(self) -> Mention | None:
        """The candidate's first words about what to build."""
        for one in self.lines:
            for name in ("solution", "thing"):
                if (span := one.line.frame.first(name)) is not None:
                    return Mention(one.line, span)
        return None

    @property
    def scope(self) -> Mention | None:
        """Where the candidate asks or sets what the case is about, before any solution."""
        for one in self.framing():
            for name in ("asked", "framing"):
                if (span := one.line.frame.first(name)) is not None:
                    return Mention(one.line, span)
        return None

    def framing(self) -> list[Said]:
        """The candidate's lines before the first solution."""
        found = self.solution
        lines = self.lines
        if found is None:
            return lines
        return lines[: next(at for at, one in enumerate(lines) if one.line is found.line)]

    def time(self, mention: Mention) -> float | None:
        """When a line is said, in seconds from the candidate's first words; None when not known."""
        if not self.turns or self.turns[0].start is None:
            return None
        for turn in self.turns:
            if any(one.line is mention.line for one in turn.lines):
                return None if turn.start is None else turn.start - self.turns[0].start
        return None


def read(lines: Sequence[Said]) -> Transcript:
    turns = _turns(lines)
    names = Counter(turn.speaker for turn in turns if turn.speaker)
    asking = {name for name in names if name.split()[0] in _ASKERS}
    answering = {name for name in names if name in _ANSWERERS}
    if not answering:
        answering = set(names) - asking
        if not asking and len(answering) > 1:
            answering = _answering(turns)
    mine = tuple(turn for turn in turns if not names or turn.speaker in answering)
    words = sum(one.line.frame.words for turn in turns for one in turn.lines)
    own = sum(one.line.frame.words for turn in mine for one in turn.lines)
    starts = [turn.start for turn in turns if turn.start is not None]
    timed = len(starts) > 1 and starts[-1] > starts[0]
    minutes = words / _WORDS_A_MINUTE
    if timed:
        last = sum(one.line.frame.words for one in turns[-1].lines) / _WORDS_A_MINUTE
        minutes = (starts[-1] - starts[0]) / 60 + last
    return Transcript(mine, timed, minutes, minutes * own / words if words else 0.0)


def _turns(lines: Iterable[Said]) -> list[Turn]:
    marks = [(one, _mark(one.line)) for one in lines]
    counts = Counter(name for _, (name, _) in marks if name)
    known = {
        name
        for name, count in counts.items()
        if count > 1 or name.split()[0] in _ASKERS or name in _ANSWERERS
    }
    turns: list[Turn] = []
    speaker, start = "", None
    held: list[Said] = []
    for one, (name, clock) in marks:
        named = name in known
        if (named or clock is not None) and held:
            turns.append(Turn(speaker, start, tuple(held)))
            held = []
        if named:
            speaker = name
        if named or clock is not None:
            start = clock
        held.append(one)
    if held:
        turns.append(Turn(speaker, start, tuple(held)))
    return turns


def _mark(line: Line) -> tuple[str, float | None]:
    """The speaker and the time that a line begins with; ("", None) for neither."""
    said = mark(line.text)
    if said is None:
        return "", line.time
    return said.name, seconds(said.clock) if line.time is None else line.time


def _answering(turns: Sequence[Turn]) -> set[str]:
    """Of speakers that no role is told of, those who answer: the one who talks by far the most, or
    all but the first to ask."""
    words: Counter[str] = Counter()
    for turn in turns:
        words[turn.speaker] += sum(one.line.frame.words for one in turn.lines)
    (most, spoken), (_, next_spoken) = words.most_common(2)
    if spoken > _FAR_MORE * next_spoken:
        return {most}
    asker = next((turn.speaker for turn in turns if _asks(turn)), turns[0].speaker)
    return set(words) - {asker}


_FAR_MORE = 2


def _asks(turn: Turn) -> bool:
    return turn.lines[-1].line.text.rstrip("\"'”’)*_ ").endswith("?")
