"""The readiness view for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from pmlint.api.report import Look
from pmlint.audit.readiness.evaluations import Evaluated, Showing
from pmlint.audit.readiness.practice import Practice
from pmlint.audit.readiness.proposals import PARTS, Proposal
from pmlint.audit.readiness.readiness import Readiness, Topic, hours
from pmlint.report.terminal import Paint, printable
from pmlint.report.wording import count

_WIDEST = 100
_MARKS = {"shown": "[x]", "in part": "[~]", "missing": "[ ]"}


def text(found: Readiness, look: Look) -> str:
    """The checklist, then what is behind each of its entries."""
    paint, columns = Paint(look.color), min(look.width, _WIDEST)
    rows = [
        f"{paint.bold(printable(found.folder))}: {count(len(found.audits), 'draft')}",
        "",
        *_checklist(found.topics, paint, columns),
    ]
    for each in found.evaluations:
        rows += ["", *_evaluation(each, paint, columns)]
    rows += ["", *_projects(found, paint, columns)]
    for proposal in found.proposals:
        rows += ["", *_proposal(proposal, paint, columns)]
    if found.practice.paths:
        rows += ["", *_practice(found.practice, paint)]
    return "".join(f"{row}\n" for row in rows)


def _checklist(topics: tuple[Topic, ...], paint: Paint, columns: int) -> Iterator[str]:
    wide = max(len(topic.name) for topic in topics)
    for topic in topics:
        label = f"{_MARKS[topic.standing]} {topic.name:{wide}}"
        for row in wrap(printable(topic.sentence), columns - wide - 6):
            yield f"{label}  {row}"
            label = " " * (wide + 4)
        if topic.question is not None:
            for row in wrap(printable(topic.question), columns - wide - 6):
                yield f"{label}  {paint.yellow(row)}"
    yield ""
    yield "[x] there, [~] in part, [ ] missing; under each what to ask next"


def _evaluation(found: Evaluated, paint: Paint, columns: int) -> Iterator[str]:
    evaluation = found.evaluation
    yield f"{paint.bold(evaluation.name.capitalize())}: {evaluation.tests}"
    if not found.showings:
        yield f"  no draft is evidence for it yet; start with: {paint.yellow(evaluation.asks[0].question)}"
    for showing in found.showings:
        yield from _showing(found, showing, paint, columns)


def _showing(found: Evaluated, showing: Showing, paint: Paint, columns: int) -> Iterator[str]:
    audit = showing.audit
    whole = "shows it all" if showing.whole else "in part"
    yield f"  {printable(audit.path)} ({audit.kind}), {whole}"
    asks = found.evaluation.asks
    wide = max(len(ask.shows) for ask in asks)
    for ask in asks:
        lines = showing.shown.get(ask.sign)
        if not lines:
            yield f"    {ask.shows:{wide}}  {paint.yellow(ask.question)}"
            continue
        where = f"{lines[0].start[0]}: {printable(lines[0].words)}"
        yield f"    {ask.shows:{wide}}  {_cut(where, columns - wide - 6)}"


def _projects(found: Readiness, paint: Paint, columns: int) -> Iterator[str]:
    yield paint.bold("Projects reframed")
    if not found.projects.reframed:
        yield "  none tells a reason and what came of it"
    title = None
    for project in found.projects.reframed:
        if (project.path, project.title) != title:
            title = project.path, project.title
            yield f"  {printable(project.path)}, {printable(project.title)}"
        for line in project.lines:
            yield f"    {_cut(f'{line.start[0]}: {printable(line.words)}', columns - 4)}"
    if found.projects.unreasoned:
        number = count(len(found.projects.unreasoned), "other outcome")
        verb = "has" if len(found.projects.unreasoned) == 1 else "have"
        yield f"  {number} {verb} no reason yet"


def _proposal(found: Proposal, paint: Paint, columns: int) -> Iterator[str]:
    yield f"{paint.bold('Proposal')}: {printable(found.audit.path)}"
    wide = max(len(part.shows) for part in PARTS)
    for part in PARTS:
        line = found.parts[part.sign]
        if line is None:
            yield f"  {part.shows:{wide}}  {paint.yellow(part.question)}"
        else:
            where = f"{line.start[0]}: {printable(line.words)}"
            yield f"  {part.shows:{wide}}  {_cut(where, columns - wide - 4)}"


def _practice(found: Practice, paint: Paint) -> Iterator[str]:
    yield f"{paint.bold('Practice')}: {', '.join(map(printable, found.paths))}"
    yield f"  {count(len(found.sessions), 'session')}, {hours(found.minutes)} hours"
    for name, number in found.by_evaluation.items():
        yield f"  {count(number, 'mock')} on {name}"
    other = found.mocks - sum(found.by_evaluation.values())
    if other:
        yield f"  {count(other, 'mock')} on something else"


def _cut(words: str, room: int) -> str:
    return words if len(words) <= room else f"{words[: max(1, room - 3)].rstrip()}..."
