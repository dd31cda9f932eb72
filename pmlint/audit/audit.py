"""The audit: every line of a draft, and for each claim whether its three questions are answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pmlint.audit.evidence import phrases
from pmlint.document.document import Document
from pmlint.engine.lines import checkable
from pmlint.engine.lint import Linter
from pmlint.language.claims import NOTHING, Claim
from pmlint.text.lines import LineIndex
from pmlint.text.span import Span

QUESTIONS = ("user problem", "trade-off", "evidence")


class AuditedFact(NamedTuple):
    """Words that state a fact; ``span`` counts code points of the whole source from 0."""

    name: str
    text: str
    span: Span


class AuditedLine(NamedTuple):
    """One line of a draft.

    ``span`` counts code points of the whole source from 0; ``start`` and ``end`` are line and
    column from 1. ``text`` is the source; ``words`` is the same without markup. ``answers``: for
    each of `QUESTIONS` the words of the line that answer it, or None.
    """

    path: str
    span: Span
    start: tuple[int, int]
    end: tuple[int, int]
    text: str
    words: str
    claim: Claim
    facts: tuple[AuditedFact, ...]
    answers: Mapping[str, str | None]

    @property
    def answered(self) -> int:
        """How many of the questions are answered."""
        return sum(answer is not None for answer in self.answers.values())

    @property
    def strong(self) -> bool:
        return self.answered == len(QUESTIONS)


class Audit(NamedTuple):
    """The audit of one draft; ``lines`` are all of them in order, claims or not."""

    path: str
    kind: str
    lines: Sequence[AuditedLine]

    @property
    def claims(self) -> list[AuditedLine]:
        return [line for line in self.lines if line.claim.claim]


def audit(path: str, document: Document, kind: str, linter: Linter) -> Audit:
    """Audit one draft. A heading and somebody else's words are lines, and never claims."""
    index = LineIndex(document.text)
    lines: list[AuditedLine] = []
    for span, line in linter.claims(document, kind):
        own = checkable(line.node)
        claim = line.claim if own else NOTHING
        base = span.start - line.source().start
        facts = []
        for fact in claim.facts:
            place = line.source(fact.span).shift(base)
            facts.append(AuditedFact(fact.name, place.of(document.text), place))
        start, end = index.position(span.start), index.position(span.end)
        lines.append(
            AuditedLine(
                path,
                span,
                (start[0] + 1, start[1] + 1),
                (end[0] + 1, end[1] + 1),
                span.of(document.text),
                line.text,
                claim,
                tuple(facts),
                answers(line.text, claim),
            )
        )
    return Audit(path, kind, lines)


def answers(text: str, claim: Claim) -> dict[str, str | None]:
    """The words of a line that answer each of `QUESTIONS`; all None when it claims nothing."""
    if not claim.claim:
        return dict.fromkeys(QUESTIONS)
    measures = phrases(text, claim.spans("measure")) if claim.measured else []
    return {
        "user problem": _words(text, claim.spans("reason")) if claim.reason else None,
        "trade-off": _words(text, claim.spans("tradeoff")) if claim.tradeoff else None,
        "evidence": _words(text, measures),
    }


def _words(text: str, spans: Sequence[Span]) -> str | None:
    return "; ".join(span.of(text) for span in spans) or None
