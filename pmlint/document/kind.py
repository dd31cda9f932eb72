"""What kind of document a draft is, and why pmlint thinks so."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from pmlint.document.document import Document
from pmlint.document.nodes import Line


class Kind(NamedTuple):
    """A kind of document. ``roles``: the roles of the sections that such a document has."""

    name: str
    title: str
    description: str
    roles: frozenset[str] = frozenset()


class KindDecision(NamedTuple):
    """``kind``: the name. ``why``: what decided, as a clause ("the config says so for "cv/*"")."""

    kind: str
    why: str


KINDS: tuple[Kind, ...] = (
    Kind(
        "resume",
        "Resume",
        "A resume or CV: what someone did, in bullets under jobs.",
        frozenset("summary experience education skills projects awards publications".split()),
    ),
    Kind(
        "packet",
        "Packet",
        "A packet for a promotion or an internal transfer, or a self review.",
        frozenset("summary experience projects result reflection evidence goals".split()),
    ),
    Kind(
        "story",
        "Story",
        "An answer to a behavioral question: situation, task, action, result.",
        frozenset("situation task action result reflection".split()),
    ),
    Kind(
        "case",
        "Case",
        "An answer to a product case: design, improve, estimate, diagnose, enter a market.",
        frozenset("users problem goals solution metrics tradeoffs risks".split()),
    ),
    Kind(
        "proposal",
        "Proposal",
        "A proposal: PRD, one-pager, PR/FAQ, feature proposal or RFC.",
        frozenset(
            """
            problem users evidence goals non-goals metrics solution requirements risks tradeoffs
            alternatives timeline questions
            """.split()
        ),
    ),
    Kind("transcript", "Transcript", "A mock interview, with times or speakers."),
    Kind("note", "Note", "Anything else."),
)

# How much of a draft is looked at: the decision must cost nothing to speak of after a keystroke.
_LINES = 200
_SECTIONS = 80
_HEAD_CHUNKS = 12
_TAIL_CHUNKS = 5
# What it takes to be more than a note.
_ENOUGH = 4.0

# How much a section of a role speaks for a kind; sections of one role count once.
_ROLE_WEIGHTS = {
    "resume": {
        "experience": 2.5, "education": 2.5, "skills": 2.0, "projects": 1.0, "awards": 1.0,
        "publications": 1.0, "interests": 1.0, "contact": 1.0, "summary": 0.5,
    },
    "story": {"situation": 2.0, "task": 2.0, "action": 2.0, "result": 1.5, "reflection": 0.5},
    "case": {"users": 0.5, "problem": 0.5, "solution": 0.5, "metrics": 0.5, "questions": 0.5},
    "proposal": {
        "non-goals": 3.0, "alternatives": 3.0, "press-release": 4.0, "requirements": 2.0,
        "solution": 2.0, "problem": 2.0, "risks": 1.5, "metrics": 1.5, "goals": 1.5,
        "tradeoffs": 1.5, "decision": 2.0, "timeline": 1.0, "users": 1.0, "background": 1.0,
        "questions": 0.5, "summary": 0.5, "evidence": 0.5,
    },
}  # fmt: skip
_NAME_WEIGHT, _TITLE_WEIGHT, _OPENING_WEIGHT, _HEADING_WEIGHT = 8.0, 4.0, 4.5, 1.0
_LABEL_WEIGHTS = {"story": 2.0, "proposal": 1.0, "resume": 0.5}

_MODELINE = re.compile(r"pmlint:[^\r\n]*?\bkind\s*=\s*[\"']?([\w/-]+)")
_LABEL = re.compile(r"\W{0,4}([^\W\d_][\w /-]{1,24}?)(?:\s*\([^)]{0,30}\))?\s*[:：]")
_SPEAKER = re.compile(
    r"\[?\d{1,2}:\d{2}(?::\d{2})?\]?\s|(?:interviewer|candidate|speaker \d+|[qa])\s*:",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_JOB = re.compile(
    r"\b(?:manager|engineer|developer|lead|analyst|designer|director|consultant|intern|architect"
    r"|administrator|specialist|scientist|researcher|coordinator|founder)\b",
    re.IGNORECASE,
)
# Words in the longest phrase, and the most that "..." stands for.
_LONGEST, _GAP = 5, 6
# How bullets of a change log begin, which is no resume.
_CHANGES = frozenset(
    "added fixed changed removed deprecated updated bumped released merged".split()
)
_PAST = frozenset("led built ran grew cut drove won wrote made set took sold taught held".split())


def decide(
    document: Document,
    path: str | None = None,
    given: str | None = None,
    config_kind: str | None = None,
    config_pattern: str = "",
    kinds: Collection[str] = (),
) -> KindDecision:
    """The kind of a document: what it was given, what it says itself, what the config says, what
    its format is for, what it looks like; in this order.

    ``path``: its name; only the last part is read. ``given``: named by the caller. ``config_kind``
    and ``config_pattern``: what the config says for this path, and the pattern that said it.
    ``kinds``: all known names, by default the built-in ones; a document cannot ask for another.
    """
    if given:
        return KindDecision(given, "it was given")
    known = frozenset(kinds) or _BUILT_IN
    asked = _asked(document, known)
    if asked:
        return asked
    if config_kind:
        where = f' for "{config_pattern}"' if config_pattern else ""
        return KindDecision(config_kind, f"the config says so{where}")
    reader = document.format
    if reader.kind:
        return KindDecision(reader.kind, f"the format {reader.name} holds nothing else")
    return _shape(document, path or "")


_BUILT_IN = frozenset(kind.name for kind in KINDS)


def _asked(document: Document, known: frozenset[str]) -> KindDecision | None:
    """What a modeline near the top or the end, or the front matter, says."""
    chunks = document.chunks
    for chunk in (*chunks[:_HEAD_CHUNKS], *chunks[max(_HEAD_CHUNKS, len(chunks) - _TAIL_CHUNKS) :]):
        if "pmlint:" not in chunk.text:
            continue
        for block in chunk.blocks:
            found = block.type == "comment" and _MODELINE.search(block.span.of(chunk.text))
            if found and found[1] in known:
                return KindDecision(found[1], f"a comment in the file says kind={found[1]}")
    said = {}
    for entry in document.front_matter():
        found = entry.path == ("pmlint",) and _MODELINE.search(f"pmlint: {entry.value}")
        said[entry.path] = found[1] if found else entry.value
    for path in (("pmlint", "kind"), ("pmlint",), ("kind",)):
        if said.get(path) in known:
            return KindDecision(
                said[path], f"the front matter says {': '.join(path)}: {said[path]}"
            )
    return None


# --- shape ---------------------------------------------------------------------------------------


# How reasons begin that are more than one thing.
_PLURAL = ("headings ", "the labels ", "lines ", "bullets ")


class _Score:
    """What speaks for the kinds, and in which words to say so."""

    def __init__(self) -> None:
        self.points: dict[str, float] = {}
        self._reasons: dict[str, list[tuple[float, str]]] = {}

    def add(self, kind: str, points: float, reason: str) -> None:
        self.points[kind] = self.points.get(kind, 0.0) + points
        self._reasons.setdefault(kind, []).append((points, reason))

    def decision(self) -> KindDecision:
        ranked = sorted(self.points.items(), key=lambda item: -item[1])
        if not ranked or ranked[0][1] < _ENOUGH:
            return KindDecision("note", "nothing in it looks like another kind")
        kind = ranked[0][0]
        reasons = sorted(self._reasons[kind], key=lambda reason: -reason[0])
        # One reason that is enough, else the best two.
        shown = reasons[:1] if reasons[0][0] >= _ENOUGH else reasons[:2]
        says = " and ".join(reason for _, reason in shown)
        verb = "look" if len(shown) > 1 or says.startswith(_PLURAL) else "looks"
        return KindDecision(kind, f"{says} {verb} like a {kind}")


def _shape(document: Document, path: str) -> KindDecision:
    score = _Score()
    lines = [line for _, line in islice(document.lines(), _LINES)]
    _by_sections(document, score)
    _by_title(document, path, lines, score)
    _by_opening(lines, score)
    _by_lines(lines, score)
    return score.decision()


def _by_sections(document: Document, score: _Score) -> None:
    titles: dict[str, str] = {}
    jobs = 0
    for section in islice(document.sections(), _SECTIONS):
        _by_phrases(section.title, "heading", _HEADING_WEIGHT, 'the heading "{}"', set(), score)
        if section.role:
            titles.setdefault(section.role, section.title)
        jobs += _JOB.search(section.title) is not None and len(section.title) < 90
    for kind, weights in _ROLE_WEIGHTS.items():
        named = [role for role in weights if role in titles]
        if named:
            best = sorted(named, key=lambda role: -weights[role])[:3]
            shown = _listed(_short(titles[role]) for role in best)
            noun = "headings" if len(best) > 1 else "the heading"
            score.add(kind, sum(weights[role] for role in named), f"{noun} {shown}")
    if jobs >= 2 and ("experience" in titles or "education" in titles or jobs >= 3):
        score.add("resume", min(jobs, 4), "headings that name jobs")


def _by_title(document: Document, path: str, lines: list[Line], score: _Score) -> None:
    named: dict[str, str] = {}
    for section in islice(document.sections(), 2):
        if section.title:
            named[f'the title "{_short(section.title)}"'] = section.title
    if lines and len(lines[0].text) <= 60:
        named[f'the first line "{_short(lines[0].text)}"'] = lines[0].text
    name = os.path.basename(path)
    if name:
        named[f"the file's name {name}"] = name.rsplit(".", 1)[0]
    keys = {entry.path[-1].lower(): entry.value for entry in document.front_matter()}
    for key in ("title", "layout"):
        if key in keys:
            named[f'the {key} "{_short(keys[key])}"'] = keys[key]
    if {"employer", "company", "organization"} & keys.keys() and {"title", "role"} & keys.keys():
        score.add("resume", 4.0, "front matter with an employer and a title")
    seen: set[str] = set()
    for where, weight in (("name", _NAME_WEIGHT), ("title", _TITLE_WEIGHT)):
        for reason, title in named.items():
            _by_phrases(title, where, weight, reason, seen, score)


def _by_opening(lines: list[Line], score: _Score) -> None:
    called: set[str] = set()
    seen: set[str] = set()
    for line in lines[:8]:
        text = line.text[:400]
        _by_phrases(text, "name", _OPENING_WEIGHT, 'the opening "{}"', called, score)
        _by_phrases(text, "opening", _OPENING_WEIGHT, 'the opening "{}"', seen, score)


def _by_phrases(
    text: str, where: str, weight: float, reason: str, seen: set[str], score: _Score
) -> None:
    """Count the kinds whose phrases are in a text, each that is not ``seen`` yet."""
    for kind, phrase in _phrases_in(text, where):
        if kind not in seen:
            seen.add(kind)
            score.add(kind, weight, reason.replace("{}", phrase))


@lru_cache(maxsize=1024)
def _phrases_in(text: str, where: str) -> tuple[tuple[str, str], ...]:
    """The kinds whose phrases are in a text, each with the first of its phrases."""
    phrases, gapped = _phrases(where)
    words = _WORD.findall(text.lower().replace("’", "'"))
    found: dict[str, str] = {}
    for start in range(len(words)):
        for stop in range(start + 1, min(start + _LONGEST, len(words)) + 1):
            phrase = " ".join(words[start:stop])
            for kind in phrases.get(phrase, ()):
                found.setdefault(kind, phrase)
    joined = f" {' '.join(words)} "
    for kind, before, after in gapped:
        _, first, rest = joined.partition(f" {before} ")
        between, last, _ = rest.partition(f" {after} ")
        if first and last and 1 <= len(between.split()) <= _GAP:
            found.setdefault(kind, f"{before} {between} {after}")
    return tuple(found.items())


def _by_lines(lines: list[Line], score: _Score) -> None:
    labels: dict[str, str] = {}
    items = deeds = spoken = 0
    for line in lines:
        if ":" in line.text[:60]:
            label = _LABEL.match(line.text)
            if label:
                labels.setdefault(label[1].lower(), label[1])
            spoken += _SPEAKER.match(line.text) is not None
        if line.block.type == "item":
            items += 1
            deeds += _is_deed(line.text)
    known, _ = _phrases("label")
    for kind, weight in _LABEL_WEIGHTS.items():
        shown = [label for low, label in labels.items() if kind in known.get(low, ())]
        if len(shown) > 1:
            score.add(kind, weight * len(shown), f"the labels {_listed(shown[:3])}")
    if spoken >= 4 and spoken * 5 >= len(lines):
        score.add("transcript", 7.0, "lines with times or speakers")
    if deeds >= 3 and deeds * 2 >= items and items * 2 >= len(lines):
        score.add("resume", 4.0, "bullets that start with deeds")


def _is_deed(text: str) -> bool:
    word = text.partition(" ")[0].lower().strip("*:,")
    return (word.endswith("ed") or word in _PAST) and word not in _CHANGES


def _short(title: str) -> str:
    title = title.rstrip(" :")
    return title if len(title) <= 40 else f"{title[:37]}..."


def _listed(words: Iterable[str]) -> str:
    several = list(words)
    return several[0] if len(several) == 1 else f"{', '.join(several[:-1])} and {several[-1]}"


_Phrases = tuple[dict[str, list[str]], list[tuple[str, str, str]]]


@cache
def _phrases(where: str) -> _Phrases:
    """The phrases of one place: to their kinds; and those with a gap, as (kind, before, after)."""
    return _all_phrases()[where]


@cache
def _all_phrases() -> dict[str, _Phrases]:
    path = os.path.join(os.path.dirname(__file__), "data", "kinds.txt")
    found: dict[str, _Phrases] = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            head, mark, rest = line.partition(":")
            if not mark or line.startswith("#"):
                continue
            kind, _, where = head.partition(" ")
            whole, gapped = found.setdefault(where, ({}, []))
            for phrase in rest.split(","):
                before, gap, after = phrase.strip().partition(" ... ")
                if gap:
                    gapped.append((kind, before, after))
                else:
                    whole.setdefault(before, []).append(kind)
    return found
