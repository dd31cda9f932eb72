"""The audit as a page: the lines in the center, with their answers marked in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from pmlint.audit.audit import Audit, AuditedLine
from pmlint.audit.page import grid
from pmlint.audit.page.html import Html, hidden, tag
from pmlint.audit.page.html import page as framed
from pmlint.audit.page.marks import CLASSES, answered, mark, sentence
from pmlint.audit.text import counted
from pmlint.audit.totals import Totals, totals
from pmlint.report.wording import count


def page(audits: Sequence[Audit]) -> str:
    """One page for all drafts."""
    lines = [line for audit in audits for line in audit.lines]
    found = totals(lines)
    one = len(audits) == 1
    names = {audit.path: f"draft-{number}" for number, audit in enumerate(audits, 1)}

    def link(line: AuditedLine) -> Html:
        return tag("a", hidden("line "), str(line.start[0]), href=f"#{_id(names, line)}")

    def full(line: AuditedLine) -> Html:
        words = f"line {line.start[0]}" if one else f"{line.path}, line {line.start[0]}"
        return tag("a", words, href=f"#{_id(names, line)}")

    what = "this draft proves" if one else "these drafts prove"
    return framed(
        f"Audit of {audits[0].path}" if one else f"Audit of {count(len(audits), 'draft')}",
        tag(
            "header",
            tag("p", "pmlint audit", class_="kicker"),
            tag("h1", f"What {what}"),
            tag("p", _lead(audits, found), class_="lead"),
            _contents(audits, names) if len(audits) > 1 else "",
        ),
        *(
            (_answered(found), grid.section(lines, link), _strong(lines, full))
            if found.asked
            else ()
        ),
        *(_draft(audit, names) for audit in audits),
    )


def _id(names: dict[str, str], line: AuditedLine) -> str:
    return f"{names[line.path]}-{line.span.start}"


def _lead(audits: Sequence[Audit], found: Totals) -> str:
    lines = count(found.lines, "line")
    if not audits:
        return "There was no draft to read."
    where = audits[0].path if len(audits) == 1 else count(len(audits), "draft")
    return (
        f"{counted(found).capitalize()} in {lines} of {where}. A committee asks each of them three "
        "questions."
    )


def _contents(audits: Sequence[Audit], names: dict[str, str]) -> Html:
    items = [
        tag("li", tag("a", audit.path, href=f"#{names[audit.path]}"), f" {audit.kind}")
        for audit in audits
    ]
    return tag("nav", tag("ul", *items), aria_label="Drafts", class_="contents")


def _answered(found: Totals) -> Html:
    """How many say it, question by question; the legend of the marks, too."""
    asks = {
        "user problem": "say which user problem",
        "trade-off": "say what was given up",
        "evidence": "say how one knows",
    }
    items = []
    for question, answers in found.answers.items():
        bar = tag(
            "svg",
            tag("rect", width=100, height=4, class_="rail"),
            tag("rect", width=f"{100 * answers / found.asked:.2f}", height=4, class_="fill"),
            viewBox="0 0 100 4",
            preserveAspectRatio="none",
            aria_hidden="true",
            focusable="false",
        )
        number = tag("span", tag("strong", str(answers)), f" of {found.asked}", class_="number")
        items.append(
            tag(
                "li",
                number,
                tag("span", asks[question], ": ", mark(question)),
                bar,
                class_=CLASSES[question],
            )
        )
    return tag(
        "section",
        tag("h2", "Answered", id="answered"),
        tag("ul", *items, class_="tally"),
        aria_labelledby="answered",
    )


def _strong(lines: Sequence[AuditedLine], link: grid.Link) -> Html:
    best = [line for line in lines if line.strong]
    if best:
        intro = "They answer all three questions: models to write the others by."
        shown = [tag("li", _quoted(line, link)) for line in best]
    else:
        close = [line for line in lines if line.answered == 2]
        intro = "No line answers all three questions yet."
        if close:
            intro += " These are closest, with one left to answer:"
        shown = [tag("li", _quoted(line, link), answered(line)) for line in close]
    return tag(
        "section",
        tag("h2", "Strong lines", id="strong"),
        tag("p", intro, class_="lead"),
        tag("ul", *shown, class_="strong") if shown else "",
        aria_labelledby="strong",
    )


def _quoted(line: AuditedLine, link: grid.Link) -> Html:
    return tag("p", sentence(line), " ", link(line), class_="said")


def _draft(audit: Audit, names: dict[str, str]) -> Html:
    name = names[audit.path]
    found = totals(audit.lines)
    silent = found.lines - len(_shown(audit))
    told = f"{audit.kind}, {counted(found)}"
    if silent:
        rest = "line that is no evidence is" if silent == 1 else "lines that are no evidence are"
        told += f"; {silent} {rest} left out"
    return tag(
        "section",
        tag("h2", audit.path, id=name),
        tag("p", told, class_="lead"),
        *_sections(audit, names),
        aria_labelledby=name,
    )


def _shown(audit: Audit) -> list[AuditedLine]:
    """What is asked, and what a plan tells beside: its problem, its goal, its risks."""
    return [line for line in audit.lines if line.asked or line.placed is not None]


def _sections(audit: Audit, names: dict[str, str]) -> Iterator[Html]:
    for heading, lines in groupby(_shown(audit), lambda line: line.heading):
        if heading:
            yield tag("h3", heading)
        yield tag("ol", *(_line(line, names) for line in lines), class_="lines")


def _line(line: AuditedLine, names: dict[str, str]) -> Html:
    number = tag("span", hidden("line "), str(line.start[0]), class_="place")
    return tag(
        "li",
        number,
        tag("p", sentence(line), class_="said"),
        answered(line) if line.asked else _cell(line),
        id=_id(names, line),
        class_="best" if line.strong else None,
    )


def _cell(line: AuditedLine) -> Html:
    """Where a line that is asked nothing stands in the grid."""
    placed = line.placed
    assert placed is not None
    return tag("p", f"{', '.join(placed.sides)}: {placed.level}", class_="cell")
