"""Stories and packets: situation, task, action, result, who acts, and the arc of a decision."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from pmlint.language.openings import Line, Mention, Said
from pmlint.text.span import Span

Part = Literal["situation", "task", "action", "result"]
PARTS: tuple[Part, ...] = ("situation", "task", "action", "result")
Actor = Literal["i", "we", "none"]

# What sections and labels open, as parts of a story.
_PART_OF: dict[str, Part] = {
    "situation": "situation",
    "background": "situation",
    "problem": "situation",
    "noticed": "situation",
    "task": "task",
    "goals": "task",
    "action": "action",
    "solution": "action",
    "questioned": "action",
    "decision": "action",
    "result": "result",
    "metrics": "result",
}
_SKIPPED = frozenset("appendix reflection skills education contact interests questions".split())
# A part with fewer words says nothing, and a line with fewer sets no scene.
_SHORTEST = 3
_FEWEST = 4


class Arc(NamedTuple):
    """The steps of a decision, each with the words that tell it, or None."""

    noticed: Mention | None = None
    questioned: Mention | None = None
    chose: Mention | None = None
    acted: Mention | None = None
    result: Mention | None = None


class Story(NamedTuple):
    """``parts``: where each part that is there begins. ``words``: how many words each part has,
    and "" what belongs to none. ``labelled``: the writer named the parts. ``deeds``: the sentences
    that decide, with who acts in each. ``gave_up``: where something was given up. ``lines``: those
    of the story, without questions to the writer and lessons.
    """

    parts: dict[Part, Mention]
    words: dict[str, int]
    labelled: bool
    actor: Actor
    deeds: tuple[tuple[Mention, Actor], ...]
    arc: Arc
    decision_arc: bool
    gave_up: Mention | None
    lines: tuple[Line, ...]


class _Line(NamedTuple):
    """A line of the answer. ``part``: where a heading or label puts it. ``deed``: who acts in it, or
    the act, when it tells a deed of the writer or their team. ``changed``: it tells a result."""

    said: Said
    part: Part | Literal[""]
    deed: Span | None
    changed: bool


def read(lines: Sequence[Said]) -> Story:
    told = _placed(lines)
    labelled = len({one.part for one in told if one.part}) >= 2
    if not labelled:
        told = _divided(told)
    parts: dict[Part, Mention] = {}
    words: dict[str, int] = {}
    first: dict[str, Mention] = {}
    for one in told:
        line, part = one.said.line, one.part
        frame = line.frame
        words[part] = words.get(part, 0) + frame.words
        if part and part not in parts and _says(line, part):
            parts[part] = Mention(line, Span(0, len(line.text)))
        if not frame.names.isdisjoint(_TURNS):
            for fact in frame.facts:
                if fact.name in _TURNS:
                    first.setdefault(fact.name, Mention(line, fact.span))
        if "gave up" not in first and line.claim.tradeoff:
            span = line.claim.first("tradeoff") or Span(0, len(line.text))
            first["gave up"] = Mention(line, span)
    if "task" not in parts and "task" in first:
        parts["task"] = first["task"]
    deeds = _deeds([one for one in told if not labelled or one.part == "action"])
    arc = Arc(
        first.get("noticed") or first.get("looked"),
        first.get("questioned") or first.get("weighed") or first.get("resisted"),
        first.get("chose"),
        deeds[0][0] if deeds else None,
        parts.get("result"),
    )
    return Story(
        parts,
        words,
        labelled,
        _actor(deeds),
        tuple(deeds),
        arc,
        _is_arc(told, arc),
        first.get("gave up"),
        tuple([one.said.line for one in told]),
    )


def _placed(lines: Iterable[Said]) -> list[_Line]:
    """The lines of the answer, without questions to the writer and lessons."""
    found: list[_Line] = []
    opened, section = "", -1
    begun = False
    for one in lines:
        if one.section != section:
            opened, section = "", one.section
        frame, claim = one.line.frame, one.line.claim
        named = frame.label in _PART_OF or frame.label in _SKIPPED
        if named and not (frame.label == "action" and not begun and _is_answer(one.line)):
            opened = frame.label
        here = opened or one.part
        if here in _SKIPPED or "asked" in frame.names:
            continue
        begun = begun or bool(opened)
        part: Part | Literal[""] = _PART_OF.get(here, "")
        kept: _Line | None = one.line.kept.get("story")
        if kept is None or kept.said is not one or kept.part != part:
            changed = (claim.claim and claim.outcome != "none") or "ended" in frame.names
            kept = one.line.kept["story"] = _Line(one, part, _deed(one.line), changed)
        found.append(kept)
    return found


def _is_answer(line: Line) -> bool:
    """ "A: ..." after "Q: ...": an answer and no action."""
    return line.text.lstrip("*_ ")[:1] in "Aa" and len(line.text.split(":")[0]) < 4


def _deed(line: Line) -> Span | None:
    """Who acts, or the act of notes that name nobody, in a deed that is not of others."""
    claim, frame = line.claim, line.frame
    if not claim.claim or claim.form not in ("past", "base", "ing", "noun"):
        return None
    act = None
    if "lesson" not in frame.names:
        for fact in claim.facts:
            if fact.name == "actor":
                return fact.span
            if fact.name == "act" and act is None:
                before = line.text[frame.body : fact.span.start].rstrip("*_ ")
                if not before or before[-1] in ".!?:":
                    act = fact.span
    return act


def _divided(lines: Sequence[_Line]) -> list[_Line]:
    """The parts of a story that names none.

    What comes before the first deed, or tells of others, is the situation; what comes after the
    last deed, or changed for others, the result.
    """
    deeds = [at for at, one in enumerate(lines) if one.deed is not None]
    first = deeds[0] if deeds else len(lines)
    last = max((at for at in deeds if not lines[at].changed), default=len(lines))
    found: list[_Line] = []
    ended = False
    for at, one in enumerate(lines):
        names = one.said.line.frame.names
        part: Part | Literal[""] = ""
        if at >= first and one.changed and "noticed" not in names:
            part, ended = "result", True
        elif one.deed is not None and not ("noticed" in names or (at == first and "came" in names)):
            part = "action"
        elif (
            last < at <= last + _SOON
            and one.said.section == lines[last].said.section
            and "others" in names
            and "lesson" not in names
        ):
            part, ended = "result", True
        elif not ended and _is_setting(one.said.line, begun=at > first):
            part = "situation"
        found.append(one._replace(part=part) if part != one.part else one)
    if deeds and "action" not in {one.part for one in found}:
        # The one deed has its result in the same sentence.
        found[first] = found[first]._replace(part="action")
    return found


# So many lines after the last deed may tell what came of it.
_SOON = 3


def _is_setting(line: Line, *, begun: bool) -> bool:
    """Whether a line sets the scene; once the story has ``begun`` only what others did does."""
    frame = line.frame
    names = frame.names
    if frame.words <= _FEWEST or line.block == "item" or "task" in names:
        return False
    return "others" in names or (not begun and ("noticed" in names or "came" in names))


def _says(line: Line, part: Part) -> bool:
    """Whether a line says something of its part: no advice, no bare lesson."""
    frame = line.frame
    if "advice" in frame.names or frame.words < _SHORTEST:
        return False
    if part == "result":
        lessons = len(frame.spans("lesson"))
        return len(line.sentences) > lessons or line.claim.outcome != "none"
    return "told" in frame.names or "others" in frame.names or line.claim.claim


def _deeds(told: Iterable[_Line]) -> list[tuple[Mention, Actor]]:
    """The deeds with who acts, sentence by sentence."""
    found: list[tuple[Mention, Actor]] = []
    for one in told:
        line, span = one.said.line, one.deed
        if span is None:
            continue
        # Notes that name nobody ("Declared the highest severity") are the writer's own.
        found.append((Mention(line, span), _who(span.of(line.text)) or "i"))
        found += [
            (Mention(line, sentence), other)
            for sentence in line.sentences[1:]
            if sentence.start > span.end and (other := _who(sentence.of(line.text)))
        ]
    return found


def _who(words: str) -> Actor | Literal[""]:
    match = _FIRST_PERSON.match(words)
    if match is None:
        return ""
    return "i" if match[1].lower() == "i" else "we"


_FIRST_PERSON = re.compile(r"(?i)\W*(i|we)\b")


def _actor(deeds: Sequence[tuple[Mention, Actor]]) -> Actor:
    mine = sum(actor == "i" for _, actor in deeds)
    ours = sum(actor == "we" for _, actor in deeds)
    if mine:
        return "i" if 2 * mine >= ours else "we"
    return "we" if ours else "none"


def _is_arc(told: Iterable[_Line], arc: Arc) -> bool:
    """Whether the steps are more than work that was done: something was seen or doubted, and enough
    was weighed, chosen or given up."""
    if arc.result is None or arc.acted is None:
        return False
    counts = dict.fromkeys(_WORTH, 0)
    for one in told:
        line = one.said.line
        for name in line.frame.names & _STEPS:
            counts[name] += 1
        counts["questioned"] += line.frame.label == "questioned"
        counts["gave up"] += line.claim.tradeoff
    if not counts["noticed"] and not counts["questioned"] and counts["looked"] < 2:
        return False
    return sum(worth * min(counts[name], most) for name, (worth, most) in _WORTH.items()) >= _ENOUGH


# What each step is worth, and how often it counts.
_WORTH = {
    "noticed": (2, 1),
    "looked": (1, 2),
    "questioned": (2, 2),
    "weighed": (1, 2),
    "chose": (1, 2),
    "resisted": (1, 1),
    "gave up": (2, 1),
}
_STEPS = frozenset(_WORTH)
_TURNS = _STEPS | {"task"}
_ENOUGH = 5
