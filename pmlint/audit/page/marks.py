"""A line with the words that answer its questions marked in it."""

from __future__ import annotations

from pmlint.audit.answers import OF_A_PLAN, QUESTIONS
from pmlint.audit.audit import AuditedLine
from pmlint.audit.page.html import Html, hidden, join, tag, text
from pmlint.text.span import Span

# Question to its class in the style: each has a color, a kind of underline and a letter.
CLASSES = {"user problem": "user", "trade-off": "trade", "evidence": "proof"}
LETTERS = {"user problem": "U", "trade-off": "T", "evidence": "E"}


def mark(question: str) -> Html:
    """The question's name, marked as its answers are."""
    return tag("mark", tag("sup", LETTERS[question]), question, class_=CLASSES[question])


def legend() -> Html:
    """What the marks mean."""
    return tag("p", "Marked: ", join(map(mark, QUESTIONS), Html(" ")), class_="lead")


def sentence(line: AuditedLine) -> Html:
    """The line's words, with answers in ``mark``; where answers overlap, marks nest."""
    spans = [
        (question, span)
        for question, answer in line.answers.items()
        if answer is not None
        for span in answer.spans
    ]
    cuts = sorted({0, len(line.words), *(at for _, span in spans for at in span)})
    parts = []
    for piece in map(Span, cuts, cuts[1:]):
        made = text(piece.of(line.words))
        for question, span in reversed(spans):
            if span.contains(piece):
                first = span.start == piece.start
                letter = tag("sup", LETTERS[question], aria_hidden="true") if first else ""
                made = tag("mark", letter, made, class_=CLASSES[question])
        parts.append(made)
    # A draft in Arabic or Hebrew reads from its own side.
    return tag("span", *parts, dir="auto")


def answered(line: AuditedLine) -> Html:
    """The three questions of a line, each with a sign, and the first open one in full."""
    items = []
    for question, answer in line.answers.items():
        told = answer is not None
        items.append(
            tag(
                "li",
                tag("span", "✓" if told else "○", class_="sign", aria_hidden="true"),
                question,
                hidden(f": {answer.text}" if answer is not None else ": not answered"),
                class_=f"{CLASSES[question]} {'told' if told else 'open'}",
            )
        )
    asks = OF_A_PLAN if line.recommends else QUESTIONS
    first = next((asks[name] for name, answer in line.answers.items() if answer is None), None)
    ask = (
        tag("p", first, class_="ask")
        if first is not None
        else tag("p", "★ answers all three", class_="best")
    )
    return join((tag("ul", *items, class_="asked"), ask))
