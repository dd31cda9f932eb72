"""The audit: every line of a draft, and for each claim whether its three questions are answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pmlint.api.views import Document as View
from pmlint.audit.answers import NO_ANSWERS, QUESTIONS, Answers, of_claim, of_recommendation
from pmlint.document.document import Document
from pmlint.document.nodes import BlockType
from pmlint.engine.lines import PlacedLine, checkable
from pmlint.engine.lint import Linter
from pmlint.language.claims import NOTHING, Claim
from pmlint.language.framing import NOTHING_FRAMED, Frame
from pmlint.language.grid import Placed, Said, place
from pmlint.language.openings import Mention, answers
from pmlint.text.lines import LineIndex
from pmlint.text.span import Span


class AuditedFact(NamedTuple):
    """Words that state a fact; ``span`` counts code points of the whole source from 0."""

    name: str
    text: str
    span: Span


class AuditedLine(NamedTuple):
    """One line of a draft.

    ``span`` counts code points of the whole source from 0; ``start`` and ``end`` are line and
    column from 1. ``text`` is the source. ``own``: the writer's own words; a heading, a quote and
    an interviewer's question are not, and claim nothing. ``heading``: the title of the section.
    ``block``: see `pmlint.document.nodes.Block`. ``said``: what language says of it; its text is
    without markup, and what the spans of ``answers`` count in. ``answers``: for each of the
    `QUESTIONS` the words that answer it, or None.
    """

    path: str
    span: Span
    start: tuple[int, int]
    end: tuple[int, int]
    text: str
    own: bool
    block: BlockType
    heading: str
    said: Said
    facts: tuple[AuditedFact, ...]
    answers: Answers

    @property
    def words(self) -> str:
        return self.said.text

    @property
    def claim(self) -> Claim:
        return self.said.claim

    @property
    def frame(self) -> Frame:
        return self.said.frame

    @property
    def recommends(self) -> bool:
        """It says what should be done, in a draft of a kind that is there for that."""
        return self.own and self.said.recommends

    @property
    def asked(self) -> bool:
        """The questions are asked of it: it claims or recommends something."""
        return self.claim.claim or self.recommends

    @property
    def answered(self) -> int:
        """How many of the questions are answered."""
        return sum(answer is not None for answer in self.answers.values())

    @property
    def strong(self) -> bool:
        """It answers all its questions: a model for the others."""
        return self.answered == len(QUESTIONS)

    @property
    def placed(self) -> Placed | None:
        """Its cells of the 3x3 grid, if it is evidence for anything."""
        return place(self.said) if self.own else None


class Audit(NamedTuple):
    """The audit of one draft; ``lines`` are all of them in order, claims or not.

    ``view``: the draft as document rules see it. ``order``: from the identity of each of its lines
    to the index in ``lines``.
    """

    path: str
    kind: str
    lines: tuple[AuditedLine, ...]
    view: View
    order: Mapping[int, int]

    @property
    def claims(self) -> list[AuditedLine]:
        return [line for line in self.lines if line.claim.claim]

    @property
    def asked(self) -> list[AuditedLine]:
        """The claims and the recommendations."""
        return [line for line in self.lines if line.asked]

    def at(self, mentions: Iterable[Mention | None]) -> list[AuditedLine]:
        """The lines of what is mentioned, each once, in order."""
        found = {self.order[id(each.line)] for each in mentions if each is not None}
        return [self.lines[index] for index in sorted(found)]


def audit(path: str, document: Document, kind: str, linter: Linter) -> Audit:
    """Audit one draft."""
    index = LineIndex(document.text)
    view = linter.view(document, kind)
    parts = {id(one.line): one.part for one in answers(view.said, kind)}
    mine = None
    if kind == "transcript":
        mine = {id(one.line) for one in view.transcript.lines}
    lines: list[AuditedLine] = []
    order: dict[int, int] = {}
    heading = ""
    for span, line in linter.claims(document, kind):
        block = line.node.block
        if block.type == "heading" and not block.quoted:
            heading = line.text
        own = checkable(line.node) and (mine is None or id(line) in mine)
        said = Said(
            line.text,
            line.claim if own else NOTHING,
            line.frame if own else NOTHING_FRAMED,
            parts.get(id(line), line.section),
            kind,
        )
        start, end = index.position(span.start), index.position(span.end)
        order[id(line)] = len(lines)
        lines.append(
            AuditedLine(
                path,
                span,
                (start[0] + 1, start[1] + 1),
                (end[0] + 1, end[1] + 1),
                span.of(document.text),
                own,
                block.type,
                heading,
                said,
                _facts(document.text, span, line, said.claim),
                _answers(said),
            )
        )
    return Audit(path, kind, tuple(lines), view, order)


def _answers(said: Said) -> Answers:
    if said.claim.claim:
        return of_claim(said.text, said.claim)
    if said.recommends:
        return of_recommendation(said.text, said.claim, said.frame)
    return NO_ANSWERS


def _facts(source: str, span: Span, line: PlacedLine, claim: Claim) -> tuple[AuditedFact, ...]:
    base = span.start - line.source().start
    facts = []
    for fact in claim.facts:
        place = line.source(fact.span).shift(base)
        facts.append(AuditedFact(fact.name, place.of(source), place))
    return tuple(facts)
