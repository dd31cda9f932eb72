"""What a reader is told about the words under the pointer: the rules that flag them, in short, and
the facts of their line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pmlint.api.finding import Finding
from pmlint.api.views import Line
from pmlint.host.host import Registered
from pmlint.server.drafts import Draft
from pmlint.text.span import Span

_HEADING = re.compile(r"^#+ +(.+?) *$", re.MULTILINE)
# Of a page: why the fault weakens the text, and how it could read.
_WHY = "Why it weakens the text"
_STRONGER = "Stronger"
# The facts that a line is asked for, and those told when they are there.
_ASKED = (("measure", "measured"), ("reason", "reason"), ("tradeoff", "tradeoff"))
_NAMES = {"tradeoff": "trade-off"}


def hover(
    draft: Draft, findings: Sequence[Finding], rules: dict[str, Registered], offset: int
) -> tuple[str, Span] | None:
    """Markdown for the words at an offset and the place that it is about.

    ``findings``: those that are shown there, with spans in the whole source.
    """
    report = draft.report
    assert report is not None
    line = draft.project.linter.line_at(draft.document, report.kind, offset)
    parts = [_about(finding, rules.get(finding.rule)) for finding in findings]
    told = facts(line[1]) if line is not None else ""
    if told:
        parts.append(told)
    if not parts:
        return None
    if findings:
        place = findings[0].span
    else:
        assert line is not None
        place = line[0]
    return "\n\n---\n\n".join(parts), place


def _about(finding: Finding, registered: Registered | None) -> str:
    said = finding.message.rstrip(".")
    parts = [f"**{finding.rule}**: {said}.", f"*{finding.question}*"]
    if registered is not None:
        why = section(registered.rule.page, _WHY)
        if why:
            parts.append(why.split("\n\n", 1)[0])
        stronger = section(registered.rule.page, _STRONGER).partition("\n")[0]
        if stronger:
            parts.append(f"Stronger: {stronger.lstrip('-* ')}")
    others = [other for other in finding.related if other.rule not in ("", finding.rule)]
    if others:
        parts.append("Also: " + "; ".join(f"{other.message} (`{other.rule}`)" for other in others))
    return "\n\n".join(parts)


def section(page: str, title: str) -> str:
    """What stands under a heading of a rule's page, "" when there is no such heading."""
    headings = list(_HEADING.finditer(page))
    for index, heading in enumerate(headings):
        if heading[1] == title:
            end = headings[index + 1].start() if index + 1 < len(headings) else len(page)
            return page[heading.end() : end].strip()
    return ""


def facts(line: Line) -> str:
    """One row of a claim's facts: ``outcome: technical (p95 latency); measure: 40%; reason: none``.

    Empty for a line that claims nothing.
    """
    claim = line.claim
    if not claim.claim:
        return ""
    outcome: str = claim.outcome
    words = _words(line, "outcome")
    if words and outcome != "none":
        outcome += f" ({words})"
    told = [f"outcome: {outcome}"]
    for name, attribute in _ASKED:
        found = _words(line, name) or ("yes" if getattr(claim, attribute) else "none")
        told.append(f"{_NAMES.get(name, name)}: {found}")
    return "; ".join(told)


def _words(line: Line, fact: str) -> str:
    """The words of the line that state a fact, each once."""
    return ", ".join(dict.fromkeys(span.of(line.text) for span in line.claim.spans(fact)))
