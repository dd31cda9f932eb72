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


def read(lines: Sequence[Said]) -> Story:
    told = _placed(lines)
    labelled = len({part for _, part in told if part}) >= 2
    if not labelled:
        told = _divided([one for one, _ in told])
    parts: dict[Part, Mention] = {}
    words: dict[str, int] = {}
    for one, part in told:
        words[part] = words.get(part, 0) + one.line.frame.words
        if part and part not in parts and _says(one, part):
            parts[part] = Mention(one.line, Span(0, len(one.line.text)))
    if "task" not in parts and (task := _first(told, "task")) is not None:
        parts["task"] = task
    deeds = _deeds(told, labelled=labelled)
    arc = _arc(told, parts, deeds)
    return Story(
        parts,
        words,
        labelled,
        _actor(deeds),
        tuple(deeds),
        arc,
        _is_arc(told, arc),
        _gave_up(told),
        tuple([one.line for one, _ in told]),
    )


Told = list[tuple[Said, "Part | Literal['']"]]


def _placed(lines: Iterable[Said]) -> Told:
    """The lines of the answer, each with the part that a heading or label puts it in."""
    found: Told = []
    opened, section = "", -1
    begun = False
    for one in lines:
        if one.section != section:
            opened, section = "", one.section
        frame = one.line.frame
        named = frame.label in _PART_OF or frame.label in _SKIPPED
        if named and not (frame.label == "action" and not begun and _is_answer(one)):
            opened = frame.label
        here = opened or one.part
        if here in _SKIPPED or frame.has("asked"):
            continue
        begun = begun or bool(opened)
        found.append((one, _PART_OF.get(here, "")))
    return found


def _is_answer(one: Said) -> bool:
    """ "A: ..." after "Q: ...": an answer and no action."""
    return one.line.text.lstrip("*_ ")[:1] in "Aa" and len(one.line.text.split(":")[0]) < 4


def _divided(lines: Sequence[Said]) -> Told:
    """The parts of a story that names none.

    What comes before the first deed, or tells of others, is the situation; what comes after the
    last deed, or changed for others, the result.
    """
    deeds = [at for at, one in enumerate(lines) if _is_deed(one)]
    last = max((at for at in deeds if not _is_result(lines[at])), default=-1)
    found: Told = []
    ended = False
    for at, one in enumerate(lines):
        frame = one.line.frame
        part: Part | Literal[""] = ""
        if deeds and at >= deeds[0] and _is_result(one) and not frame.has("noticed"):
            part, ended = "result", True
        elif at in deeds and not (frame.has("noticed") or (at == deeds[0] and frame.has("came"))):
            part = "action"
        elif _comes_after(lines, last, at) and frame.has("others") and not frame.has("lesson"):
            part, ended = "result", True
        elif not ended and _is_setting(one, begun=bool(deeds) and at > deeds[0]):
            part = "situation"
        found.append((one, part))
    if deeds and "action" not in {part for _, part in found}:
        # The one deed has its result in the same sentence.
        found = [
            (one, "action" if at == deeds[0] else part) for at, (one, part) in enumerate(found)
        ]
    return found


def _comes_after(lines: Sequence[Said], last: int, at: int) -> bool:
    """Whether a line follows so close on the last deed that it tells what came of it."""
    return 0 <= last < at <= last + 3 and lines[at].section == lines[last].section


def _is_setting(one: Said, *, begun: bool) -> bool:
    """Whether a line sets the scene; once the story has ``begun`` only what others did does."""
    frame = one.line.frame
    if frame.words <= _FEWEST or one.line.block == "item" or frame.has("task"):
        return False
    return frame.has("others") or (not begun and (frame.has("noticed") or frame.has("came")))


def _is_deed(one: Said) -> bool:
    """Whether a line tells a deed of the writer or their team, not of others."""
    claim, frame = one.line.claim, one.line.frame
    if not claim.claim or claim.form not in ("past", "base", "ing", "noun") or frame.has("lesson"):
        return False
    act = claim.first("act")
    return claim.has("actor") or (act is not None and _opens(one, act))


def _is_result(one: Said) -> bool:
    claim, frame = one.line.claim, one.line.frame
    return (claim.claim and claim.outcome != "none") or frame.has("ended")


def _says(one: Said, part: Part) -> bool:
    """Whether a line says something of its part: no advice, no bare lesson."""
    frame = one.line.frame
    if frame.has("advice") or frame.words < _SHORTEST:
        return False
    if part == "result":
        lessons = len(frame.spans("lesson"))
        return len(one.line.sentences) > lessons or one.line.claim.outcome != "none"
    return frame.has("told") or frame.has("others") or one.line.claim.claim


def _first(told: Told, name: str) -> Mention | None:
    for one, _ in told:
        if (span := one.line.frame.first(name)) is not None:
            return Mention(one.line, span)
    return None


def _deeds(told: Told, *, labelled: bool) -> list[tuple[Mention, Actor]]:
    """The deeds that decide: those of the action, when the parts are named."""
    found: list[tuple[Mention, Actor]] = []
    for one, part in told:
        if (labelled and part != "action") or not _is_deed(one):
            continue
        line = one.line
        span = line.claim.first("actor") or line.claim.first("act")
        if span is None:
            continue
        # Notes that name nobody ("Declared the highest severity") are the writer's own.
        actor = _who(span.of(line.text)) or "i"
        found.append((Mention(line, span), actor))
        for sentence in line.sentences[1:]:
            words = sentence.of(line.text)
            if sentence.start > span.end and (other := _who(words)):
                found.append((Mention(line, sentence), other))
    return found


def _who(words: str) -> Actor | Literal[""]:
    match = _FIRST_PERSON.match(words)
    if match is None:
        return ""
    return "i" if match[1].lower() == "i" else "we"


_FIRST_PERSON = re.compile(r"(?i)\W*(i|we)\b")


def _opens(one: Said, act: Span) -> bool:
    """Whether a deed is the first word of its sentence."""
    before = one.line.text[one.line.frame.body : act.start].rstrip("*_ ")
    return not before or before[-1] in ".!?:"


def _actor(deeds: Sequence[tuple[Mention, Actor]]) -> Actor:
    mine = sum(actor == "i" for _, actor in deeds)
    ours = sum(actor == "we" for _, actor in deeds)
    if mine:
        return "i" if 2 * mine >= ours else "we"
    return "we" if ours else "none"


def _arc(told: Told, parts: dict[Part, Mention], deeds: Sequence[tuple[Mention, Actor]]) -> Arc:
    return Arc(
        _first(told, "noticed") or _first(told, "looked"),
        _first(told, "questioned") or _first(told, "weighed") or _first(told, "resisted"),
        _first(told, "chose"),
        deeds[0][0] if deeds else None,
        parts.get("result"),
    )


def _is_arc(told: Told, arc: Arc) -> bool:
    """Whether the steps are more than work that was done: something was seen or doubted, and enough
    was weighed, chosen or given up."""
    if arc.result is None or arc.acted is None:
        return False
    counts = {name: sum(one.line.frame.has(name) for one, _ in told) for name in _WORTH}
    counts["questioned"] += any(one.line.frame.label == "questioned" for one, _ in told)
    counts["gave up"] = sum(one.line.claim.tradeoff for one, _ in told)
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
_ENOUGH = 5


def _gave_up(told: Told) -> Mention | None:
    for one, _ in told:
        if one.line.claim.tradeoff:
            span = one.line.claim.first("tradeoff")
            return Mention(one.line, span or Span(0, len(one.line.text)))
    return None
