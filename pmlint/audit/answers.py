"""The three questions of an audit, and the words of a line that answer them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pmlint.audit.evidence import phrases
from pmlint.language.claims import Claim
from pmlint.language.framing import Frame
from pmlint.text.span import Span

# In the order in which a committee asks them, each with its words in full.
QUESTIONS = {
    "user problem": "Which user problem did it solve?",
    "trade-off": "What was given up for it?",
    "evidence": "How do you know that it worked?",
}
# The same of what is yet to be done.
OF_A_PLAN = {
    "user problem": "Which user problem would it solve?",
    "trade-off": "Instead of what, and at what cost?",
    "evidence": "What makes you think that it would work?",
}

# Punctuation at the ends of a phrase; a dash before a figure is its sign.
_BEFORE = re.compile(r"(?:[\s,;:.]|[–—-]+\s)+")
_AFTER = re.compile(r"(?:[\s,;:.–—-]|\b(?:and|but|or|so|because|since|which)$)+$")


class Answer(NamedTuple):
    """Words that answer a question: ``spans`` in the line's clean text, ``text`` all of them."""

    text: str
    spans: tuple[Span, ...]


Answers = Mapping[str, Answer | None]
NO_ANSWERS: Answers = dict.fromkeys(QUESTIONS)


def of_claim(text: str, claim: Claim) -> Answers:
    """What a claim answers."""
    return _answers(
        text,
        claim.spans("reason") if claim.reason else (),
        claim.spans("tradeoff") if claim.tradeoff else (),
        phrases(text, claim.spans("measure")) if claim.measured else (),
    )


def of_recommendation(text: str, claim: Claim, frame: Frame) -> Answers:
    """What a recommendation answers: its evidence is a figure in the reason, or a goal to check."""
    reasons = claim.spans("reason")
    figures = [
        figure
        for figure in frame.spans("figure")
        if any(reason.start <= figure.start and figure.end <= reason.end for reason in reasons)
    ]
    return _answers(
        text,
        reasons,
        claim.spans("tradeoff"),
        [*phrases(text, figures), *frame.spans("success")],
    )


def _answers(
    text: str, reasons: Iterable[Span], tradeoffs: Iterable[Span], evidence: Iterable[Span]
) -> Answers:
    found = (reasons, tradeoffs, evidence)
    return {
        question: _answer(text, spans) for question, spans in zip(QUESTIONS, found, strict=True)
    }


def _answer(text: str, spans: Iterable[Span]) -> Answer | None:
    trimmed = dict.fromkeys(_trimmed(text, span) for span in spans)
    told = tuple(span for span in trimmed if span.start < span.end)
    if not told:
        return None
    return Answer("; ".join(span.of(text) for span in told), told)


def _trimmed(text: str, span: Span) -> Span:
    """Without the punctuation around it: ", because" begins at the word."""
    before = _BEFORE.match(text, span.start, span.end)
    start = before.end() if before else span.start
    after = _AFTER.search(text[start : span.end])
    return Span(start, start + after.start() if after else span.end)
