"""Projects reframed as product stories: the reason and what came of it, told together.

"Reframe 3-5 engineering projects as product stories using the 'Because' rule" (the article's
checklist). A bullet is a project of its own and has to tell both. Prose tells one project a section,
or, where situation, action and result have a section each, one a draft.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from pmlint.audit.audit import Audit, AuditedLine

FEWEST, MOST = 3, 5
_KINDS = frozenset(("resume", "packet", "story"))
# Sections that are steps of one story, and no projects of their own.
_OF_ONE_STORY = frozenset(
    "situation task action result reflection background problem noticed questioned decision".split()
)


class Project(NamedTuple):
    """``title``: of its section, or of the draft. ``why`` and ``effect``: the line that tells the
    reason and the one that tells the outcome, often the same."""

    path: str
    title: str
    why: AuditedLine
    effect: AuditedLine

    @property
    def lines(self) -> tuple[AuditedLine, ...]:
        """The one line or the two, in order."""
        return tuple(sorted({self.why.span: self.why, self.effect.span: self.effect}.values()))


class Projects(NamedTuple):
    """``unreasoned``: outcomes whose reason is told nowhere, the next to reframe."""

    reframed: tuple[Project, ...]
    unreasoned: tuple[AuditedLine, ...]


def projects(audits: Iterable[Audit]) -> Projects:
    reframed: list[Project] = []
    unreasoned: list[AuditedLine] = []
    for audit in audits:
        if audit.kind in _KINDS:
            found = [*_bullets(audit), *_prose(audit)]
            reframed += sorted(found, key=lambda project: project.why.span)
            told = {line.span for project in found for line in project.lines}
            prose_told = any(project.effect.block != "item" for project in found)
            unreasoned += [
                line
                for line in audit.claims
                if line.claim.outcome != "none"
                and not line.claim.reason
                and line.span not in told
                and not (prose_told and line.block != "item")
            ]
    return Projects(tuple(reframed), tuple(unreasoned))


def _bullets(audit: Audit) -> Iterable[Project]:
    for line in audit.claims:
        if line.block == "item" and line.claim.reason and line.claim.outcome != "none":
            yield Project(audit.path, line.heading or audit.path, line, line)


def _prose(audit: Audit) -> Iterable[Project]:
    prose = [line for line in audit.lines if line.own and line.block == "paragraph"]
    left: list[AuditedLine] = []
    for heading, lines in groupby(prose, lambda line: line.heading):
        section = list(lines)
        told = None
        if section[0].said.part not in _OF_ONE_STORY:
            told = _told(audit.path, heading or audit.path, section)
        if told is None:
            left += section
        else:
            yield told
    if (told := _told(audit.path, _title(audit), left)) is not None:
        yield told


def _told(path: str, title: str, lines: Sequence[AuditedLine]) -> Project | None:
    """The project that these lines tell, if they tell why and for whom it ended well."""
    why = next((line for line in lines if line.claim.reason), None)
    ends = [line for line in lines if line.claim.claim and line.claim.outcome == "people"]
    if why is None or not ends:
        return None
    best = next((line for line in ends if line.claim.measured), ends[0])
    return Project(path, title, why, best)


def _title(audit: Audit) -> str:
    return next((line.words for line in audit.lines if line.block == "heading"), audit.path)
