"""The readiness view as a page: the checklist, then what is behind each of its entries."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from pmlint.audit.audit import Audit, AuditedLine
from pmlint.audit.page.html import Html, hidden, join, tag
from pmlint.audit.page.html import page as framed
from pmlint.audit.page.marks import legend, sentence
from pmlint.audit.readiness.evaluations import Ask, Evaluated, Evaluation, Showing, Standing
from pmlint.audit.readiness.practice import HOURS, MOCKS, Practice
from pmlint.audit.readiness.projects import FEWEST, MOST, Projects
from pmlint.audit.readiness.proposals import PARTS, Proposal
from pmlint.audit.readiness.readiness import Readiness, Topic, hours
from pmlint.report.wording import count

_SIGNS: dict[Standing, tuple[str, str, str]] = {
    "shown": ("●", "there", "shown"),
    "in part": ("◐", "in part", "part"),
    "missing": ("○", "missing", "missing"),
}


def page(found: Readiness) -> str:
    found = found.inside()
    drafts = count(len(found.audits), "draft")
    apart = [audit.path for audit in found.audits if audit.kind == "note"]
    return framed(
        f"Readiness of {found.folder}",
        tag(
            "header",
            tag("p", "pmlint readiness", class_="kicker"),
            tag("h1", "What is ready, and what is next"),
            tag(
                "p",
                f"{drafts} in {found.folder}. Each entry says what is there, and asks one question "
                "for the next step.",
                class_="lead",
            ),
        ),
        _checklist(found.topics),
        tag(
            "section",
            tag("h2", "Four evaluations", id="evaluations"),
            tag("p", "Which draft is evidence for which interview.", class_="lead"),
            _matrix(found),
            aria_labelledby="evaluations",
        ),
        *map(_evaluation, found.evaluations),
        _projects(found.projects),
        *map(_proposal, found.proposals),
        _practice(found.practice) if found.practice.paths else "",
        _apart(apart) if apart else "",
    )


def _standing(standing: Standing) -> Html:
    sign, words, name = _SIGNS[standing]
    return tag(
        "span",
        tag("span", sign, aria_hidden="true"),
        f" {words}",
        class_=f"standing {name}",
    )


def _checklist(topics: Sequence[Topic]) -> Html:
    items = [
        tag(
            "li",
            _standing(topic.standing),
            tag("h3", topic.name[0].upper() + topic.name[1:]),
            tag("p", f"{topic.sentence}."),
            tag("p", topic.question, class_="ask") if topic.question else "",
        )
        for topic in topics
    ]
    return tag(
        "section",
        tag("h2", "Checklist", id="checklist"),
        tag("ul", *items, class_="checklist"),
        aria_labelledby="checklist",
    )


def _matrix(found: Readiness) -> Html:
    """Drafts against evaluations."""
    kinds = frozenset[str]().union(*(each.evaluation.kinds for each in found.evaluations))
    standings: dict[tuple[str, str], Standing] = {
        (showing.audit.path, each.evaluation.name): "shown" if showing.whole else "in part"
        for each in found.evaluations
        for showing in each.showings
    }
    names = [each.evaluation.name for each in found.evaluations]

    def cell(audit: Audit, evaluation: Evaluation) -> Html:
        if audit.kind not in evaluation.kinds:
            return tag("td", tag("span", "–", aria_hidden="true"), hidden("not of its kind"))
        return tag("td", _standing(standings.get((audit.path, evaluation.name), "missing")))

    rows = [
        tag(
            "tr",
            tag("th", f"{audit.path} ", tag("span", audit.kind, class_="at"), scope="row"),
            *(cell(audit, each.evaluation) for each in found.evaluations),
        )
        for audit in found.audits
        if audit.kind in kinds
    ]
    if not rows:
        return tag("p", "There is no story, case, packet or proposal yet.")
    head = (tag("th", _short(name.capitalize()), scope="col") for name in names)
    return tag(
        "table",
        tag(
            "caption",
            "There: it has a line for everything that the evaluation asks for. In part: for half of "
            "it. Missing: for less. A dash: it is of a kind that cannot speak for it.",
        ),
        tag("thead", tag("tr", tag("td", hidden("draft")), *head)),
        tag("tbody", *rows),
        class_="grid matrix",
    )


def _short(name: str) -> str:
    """What fits above a column of a phone."""
    return name.replace("go-to-market", "GTM")


def _evaluation(found: Evaluated) -> Html:
    evaluation = found.evaluation
    name = evaluation.name.replace(" ", "-")
    body: list[Html] = [_showing(evaluation.asks, showing) for showing in found.showings]
    if not body:
        body = [
            tag("p", "No draft is evidence for it yet."),
            tag("p", evaluation.asks[0].question, class_="ask"),
        ]
    return tag(
        "section",
        tag("h2", evaluation.name.capitalize(), id=name),
        tag("p", evaluation.tests, class_="lead"),
        *body,
        aria_labelledby=name,
    )


def _showing(asks: Sequence[Ask], showing: Showing) -> Html:
    standing: Standing = "shown" if showing.whole else "in part"
    lines = {ask: showing.shown.get(ask.sign, ()) for ask in asks}
    return _shows(
        join((f"{showing.audit.path} ({showing.audit.kind})", _standing(standing)), Html(" ")),
        [(ask, found[0] if found else None) for ask, found in lines.items()],
    )


def _shows(caption: Html, rows: Sequence[tuple[Ask, AuditedLine | None]]) -> Html:
    """What is asked for, and the line that shows it or the question that is open."""
    written = []
    for ask, line in rows:
        cell = tag("td", tag("p", ask.question, class_="ask"))
        if line is not None:
            cell = tag("td", _at(line), _words(line), class_="said")
        written.append(tag("tr", tag("th", ask.shows.capitalize(), scope="row"), cell))
    return tag("table", tag("caption", caption), tag("tbody", *written), class_="shows")


def _words(line: AuditedLine) -> Html:
    return tag("span", line.words, dir="auto")


def _at(line: AuditedLine) -> Html:
    return join((tag("span", hidden("line "), str(line.start[0]), class_="at"), Html(" ")))


def _projects(found: Projects) -> Html:
    number = len(found.reframed)
    lead = (
        f"{count(number, 'project')} of {FEWEST} to {MOST} told with a reason and an outcome. "
        "A bullet is a project of its own; prose tells one a section."
    )
    body: list[Html] = []
    for (path, title), projects in groupby(found.reframed, lambda each: (each.path, each.title)):
        lines = [
            tag("li", tag("p", _at(line), sentence(line), class_="said"))
            for project in projects
            for line in project.lines
        ]
        body.append(tag("div", tag("h3", f"{title}, {path}"), tag("ul", *lines), class_="project"))
    if found.unreasoned:
        line = found.unreasoned[0]
        others = count(len(found.unreasoned), "outcome")
        body += [
            tag("h3", f"{others} with no reason yet, such as {line.path}, line {line.start[0]}"),
            tag("p", _words(line), class_="said"),
            tag("p", "Because what was hurting whom?", class_="ask"),
        ]
    return tag(
        "section",
        tag("h2", "Projects reframed", id="projects"),
        tag("p", lead, class_="lead"),
        legend() if found.reframed else "",
        *body,
        aria_labelledby="projects",
    )


def _proposal(found: Proposal) -> Html:
    return tag(
        "section",
        tag("h2", "Proposal"),
        _shows(
            join((found.audit.path, _standing("in part" if found.missing else "shown")), Html(" ")),
            [(part, found.parts[part.sign]) for part in PARTS],
        ),
    )


def _practice(found: Practice) -> Html:
    mocks = f"{count(found.mocks, 'mock interview')} of {MOCKS[0]} to {MOCKS[1]}"
    spent = f"{hours(found.minutes)} hours of {HOURS[0]} to {HOURS[1]}"
    kinds = [f"{number} on {name}" for name, number in found.by_evaluation.items()]
    other = found.mocks - sum(found.by_evaluation.values())
    if other:
        kinds.append(f"{other} on something else")
    return tag(
        "section",
        tag("h2", "Practice", id="practice"),
        tag("p", f"Mock interviews by what they were on: {', '.join(kinds)}.", class_="lead"),
        tag(
            "ul",
            tag("li", mocks, _bar(found.mocks, MOCKS)),
            tag("li", spent, _bar(found.minutes / 60, HOURS)),
            class_="practice",
        ),
        aria_labelledby="practice",
    )


def _bar(done: float, wanted: tuple[int, int]) -> Html:
    """How far it is to the band that is wanted."""
    scale = 100 / max(wanted[1] * 1.05, done)
    return tag(
        "svg",
        tag(
            "rect",
            x=f"{wanted[0] * scale:.2f}",
            width=f"{(wanted[1] - wanted[0]) * scale:.2f}",
            height=10,
            class_="wanted",
        ),
        tag("rect", y=3, width=100, height=4, class_="rail"),
        tag("rect", y=3, width=f"{done * scale:.2f}", height=4, class_="done"),
        viewBox="0 0 100 10",
        preserveAspectRatio="none",
        aria_hidden="true",
        focusable="false",
    )


def _apart(paths: Sequence[str]) -> Html:
    return tag(
        "section",
        tag("h2", "Not counted", id="apart"),
        tag("p", "Drafts that look like notes, and speak for no evaluation:", class_="lead"),
        tag("ul", *(tag("li", path) for path in paths)),
        aria_labelledby="apart",
    )
