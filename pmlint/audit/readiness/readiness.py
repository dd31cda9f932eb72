"""The readiness view over a folder of drafts: what is there, what is missing, and what to ask next.

The topics are the article's preparation checklist. None is a mark: each says how many there are of
how many, and one question for the next step.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from pmlint.audit.audit import Audit
from pmlint.audit.readiness.evaluations import EVALUATIONS, Evaluated, Standing, evaluated
from pmlint.audit.readiness.practice import HOURS, MOCKS, Practice
from pmlint.audit.readiness.projects import FEWEST, MOST, Projects, projects
from pmlint.audit.readiness.proposals import Proposal, proposals
from pmlint.audit.totals import Totals, totals
from pmlint.report.wording import count


class Topic(NamedTuple):
    """One entry of the checklist. ``sentence``: how it stands, in words. ``question``: what to ask
    next, or None when it is done."""

    name: str
    standing: Standing
    sentence: str
    question: str | None


class Readiness(NamedTuple):
    """``resumes``: each with what its claims answer."""

    folder: str
    audits: tuple[Audit, ...]
    evaluations: tuple[Evaluated, ...]
    projects: Projects
    proposals: tuple[Proposal, ...]
    practice: Practice
    resumes: tuple[tuple[Audit, Totals], ...]

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The checklist, in the order of the article."""
        return (
            _evaluations(self.evaluations),
            _projects(self.projects),
            _proposal(self.proposals),
            _practice(self.practice),
            _resume(self.resumes),
        )

    def inside(self) -> Readiness:
        """The same with paths as they are in the folder."""

        def renamed(audit: Audit) -> Audit:
            path = self._inside(audit.path)
            lines = tuple(line._replace(path=path) for line in audit.lines)
            return audit._replace(path=path, lines=lines)

        logs = tuple(map(self._inside, self.practice.paths))
        return readiness(
            self.folder, [*map(renamed, self.audits)], self.practice._replace(paths=logs)
        )

    def _inside(self, path: str) -> str:
        return path.removeprefix(self.folder.rstrip(os.sep) + os.sep)


def readiness(folder: str, audits: Sequence[Audit], practice: Practice) -> Readiness:
    """The view over the audits of a folder's drafts and its practice log."""
    return Readiness(
        folder,
        tuple(audits),
        evaluated(audits),
        projects(audits),
        proposals(audits),
        practice,
        tuple((audit, totals(audit.lines)) for audit in audits if audit.kind == "resume"),
    )


def _standing(have: int, want: int) -> Standing:
    return "shown" if have >= want else "in part" if have else "missing"


def _evaluations(found: Sequence[Evaluated]) -> Topic:
    shown = sum(each.standing == "shown" for each in found)
    part = [each.evaluation.name for each in found if each.standing == "in part"]
    missing = [each.evaluation.name for each in found if each.standing == "missing"]
    sentence = f"{shown} of {len(EVALUATIONS)} have a draft that shows all they ask for"
    if part:
        sentence += f"; in part {', '.join(part)}"
    if missing:
        sentence += f"; nothing for {', '.join(missing)}"
    question = next(
        (
            f"{each.evaluation.tests} {each.question}"
            for standing in ("missing", "in part")
            for each in found
            if each.standing == standing
        ),
        None,
    )
    standing = "missing" if not shown and not part else _standing(shown, len(EVALUATIONS))
    if part and not shown:
        standing = "in part"
    return Topic("four evaluations", standing, sentence, question)


def _projects(found: Projects) -> Topic:
    have = len(found.reframed)
    sentence = f"{have} reframed with a reason and an outcome, of {FEWEST} to {MOST}"
    question = None
    if have < FEWEST:
        question = "Because what was hurting whom?"
        if found.unreasoned:
            line = found.unreasoned[0]
            question += f" ({line.path}:{line.start[0]} tells an outcome and no reason)"
    return Topic("projects", _standing(have, FEWEST), sentence, question)


def _proposal(found: Sequence[Proposal]) -> Topic:
    name = "PRD or one-pager"
    if not found:
        return Topic(name, "missing", "none", "Which feature would you propose, and for whom?")
    best = found[0]
    sentence = best.audit.path
    if not best.missing:
        return Topic(name, "shown", f"{sentence} has all its parts", None)
    lacks = ", ".join(part.shows for part in best.missing)
    return Topic(name, "in part", f"{sentence} lacks {lacks}", best.missing[0].question)


def _practice(found: Practice) -> Topic:
    if not found.paths:
        return Topic("practice", "missing", "no log", "When is your next mock interview?")
    sentence = (
        f"{count(found.mocks, 'mock interview')} of {MOCKS[0]} to {MOCKS[1]}, "
        f"{hours(found.minutes)} hours of {HOURS[0]} to {HOURS[1]}"
    )
    if found.mocks < MOCKS[0]:
        rarest = min(found.by_evaluation.items(), key=lambda each: each[1])
        question = f"Who could run your next mock, on {rarest[0]}?"
    elif found.minutes < HOURS[0] * 60:
        question = "Which case will you write out this week?"
    else:
        return Topic("practice", "shown", sentence, None)
    return Topic("practice", "in part" if found.sessions else "missing", sentence, question)


def hours(minutes: int) -> str:
    """``12``, ``7.5``: to half an hour, rounded down."""
    halves = minutes // 30
    return f"{halves // 2}.5" if halves % 2 else str(halves // 2)


def _resume(found: Sequence[tuple[Audit, Totals]]) -> Topic:
    if not found:
        return Topic("resume", "missing", "none", "Which resume will you send?")
    audit, counted = max(found, key=lambda each: each[1].claims)
    answered = [counted.answers[question] for question in ("user problem", "trade-off")]
    sentence = (
        f"{audit.path}: {answered[0]} of {counted.claims} claims say which user problem, "
        f"{answered[1]} what was given up"
    )
    if counted.claims and min(answered) == counted.claims:
        return Topic("resume", "shown", sentence, None)
    question = "Which user problem did it solve?"
    if answered[0] > answered[1]:
        question = "What was given up for it?"
    asked = "user problem" if answered[0] <= answered[1] else "trade-off"
    line = next((line for line in audit.claims if line.answers[asked] is None), None)
    if line is not None:
        question += f" ({audit.path}:{line.start[0]})"
    return Topic("resume", "in part" if any(answered) else "missing", sentence, question)
