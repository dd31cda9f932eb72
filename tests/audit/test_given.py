"""The audit on claims that are given, so that nothing here depends on how language reads a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pmlint.api.report import Look
from pmlint.api.views import Document as View
from pmlint.api.views import Line
from pmlint.audit.answers import of_claim
from pmlint.audit.audit import Audit, audit
from pmlint.audit.text import text
from pmlint.audit.wire import data
from pmlint.document.document import Document
from pmlint.document.nodes import Line as Node
from pmlint.engine.lines import Lines, lines_of
from pmlint.engine.whole import document_view
from pmlint.formats.markdown import MARKDOWN
from pmlint.language.claims import NOTHING, Claim, Fact
from pmlint.language.framing import NOTHING_FRAMED, Frame
from pmlint.text.span import Span

DRAFT = """\
# Ada

## Experience

- Cut **checkout drop-off** by 12% because slow pages hurt buyers, instead of a redesign.
- Cut latency from 900 ms
  to 200 ms.
- Built a \U0001f680 cache.
- Python, Go

> Cut churn by 9%.
"""


def told(answers: Any) -> dict[str, str | None]:
    return {question: answer and answer.text for question, answer in answers.items()}


def claim(line: str, outcome: Any = "none", **words: str) -> tuple[str, Claim]:
    """A line and its claim; each of ``words`` stands once in it, several with a bar between."""
    facts = [
        Fact(name, Span(line.index(each), line.index(each) + len(each)))
        for name, several in words.items()
        for each in several.split("|")
    ]
    return line, Claim(
        claim=True,
        outcome=outcome,
        measured="measure" in words,
        reason="reason" in words,
        tradeoff="tradeoff" in words,
        facts=tuple(sorted(facts, key=lambda fact: fact.span)),
    )


CLAIMS = dict(
    [
        claim(
            "Cut checkout drop-off by 12% because slow pages hurt buyers, instead of a redesign.",
            "people",
            measure="12%",
            reason="because slow pages hurt buyers",
            tradeoff="instead of a redesign",
            user="buyers",
        ),
        claim("Cut latency from 900 ms to 200 ms.", "technical", measure="900 ms|200 ms"),
        claim("Built a \U0001f680 cache.", act="Built"),
        claim("Cut churn by 9%.", "people", measure="9%"),
        claim("Experience", "people"),
    ]
)


class Given:
    """Reads each line as `CLAIMS` says."""

    def __call__(self, node: Node, section: str) -> Claim:
        return CLAIMS.get(node.text, NOTHING)

    def frame(self, node: Node) -> Frame:
        return NOTHING_FRAMED


class GivenLinter:
    def __init__(self) -> None:
        self._given = Given()

    def claims(self, document: Document, _: str) -> Iterator[tuple[Span, Line]]:
        for index, lines in enumerate(self._lines(document)):
            for line in lines.all:
                yield document.source(index, line.source()), line

    def view(self, document: Document, kind: str) -> View:
        return document_view(document, kind, self._lines(document))

    def _lines(self, document: Document) -> list[Lines]:
        return [lines_of(chunk, "", self._given) for chunk in document.chunks]


def audited(draft: str = DRAFT, path: str = "cv.md") -> Audit:
    linter: Any = GivenLinter()
    return audit(path, Document.read(draft, MARKDOWN), "resume", linter)


def test_every_line_is_there_in_order_and_places_hold() -> None:
    lines = audited().lines
    assert [line.words.split()[0] for line in lines] == [
        "Ada", "Experience", "Cut", "Cut", "Built", "Python,", "Cut"
    ]  # fmt: skip
    assert [line.start for line in lines] == [
        (1, 3), (3, 4), (5, 3), (6, 3), (8, 3), (9, 3), (11, 3)
    ]  # fmt: skip
    for line in lines:
        assert line.span.of(DRAFT) == line.text
        for fact in line.facts:
            assert fact.span.of(DRAFT) == fact.text


def test_markup_and_line_ends_are_in_the_text_and_not_in_the_words() -> None:
    lines = audited().lines
    assert lines[2].text.startswith("Cut **checkout drop-off** by")
    assert lines[2].words.startswith("Cut checkout drop-off by")
    assert lines[3].text == "Cut latency from 900 ms\n  to 200 ms."
    assert lines[3].end == (7, 13)


def test_a_heading_and_other_peoples_words_are_no_claims() -> None:
    audit = audited()
    assert [line.words.split()[0] for line in audit.claims] == ["Cut", "Cut", "Built"]
    assert audit.lines[1].claim is NOTHING
    assert audit.lines[-1].claim is NOTHING


def test_answers_are_the_words_of_the_line() -> None:
    best, number, built, *_ = (told(line.answers) for line in audited().claims)
    assert best == {
        "user problem": "because slow pages hurt buyers",
        "trade-off": "instead of a redesign",
        "evidence": "by 12%",
    }
    assert number == {
        "user problem": None,
        "trade-off": None,
        "evidence": "from 900 ms to 200 ms",
    }
    assert built == dict.fromkeys(best)


def test_several_reasons_are_all_told() -> None:
    line, given = claim("A because B, so that C.", reason="because B|so that C")
    answer = of_claim(line, given)["user problem"]
    assert answer is not None
    assert (answer.text, answer.spans) == ("because B; so that C", (Span(2, 11), Span(13, 22)))


def test_a_sign_is_not_punctuation() -> None:
    line, given = claim("A, -4% B.", "people", measure=", -4%")
    answer = of_claim(line, given)["evidence"]
    assert answer is not None
    assert answer.text == "-4%"


# --- as data and as text ----------------------------------------------------------------------


def test_data() -> None:
    shown = json.loads(json.dumps(data([audited()])))
    assert list(shown) == ["schema", "lines", "totals", "grid", "strong"]
    assert shown["schema"] == 1
    assert shown["strong"] == [5]
    assert shown["totals"] == {
        "lines": 7,
        "claims": 3,
        "recommendations": 0,
        "outcome": {"none": 1, "technical": 1, "people": 1},
        "measured": 2,
        "reason": 1,
        "tradeoff": 1,
        "answers": {"user problem": 1, "trade-off": 1, "evidence": 2},
        "strong": 1,
    }
    assert shown["grid"]["user impact"]["product manager"] == [
        {"path": "cv.md", "line": 5, "measured": True}
    ]
    assert shown["grid"]["technical feasibility"]["engineer"] == [
        {"path": "cv.md", "line": 6, "measured": True},
        {"path": "cv.md", "line": 8, "measured": False},
    ]
    assert shown["lines"][3] == {
        "path": "cv.md",
        "start": {"line": 6, "column": 3},
        "end": {"line": 7, "column": 13},
        "offset": [114, 150],
        "text": "Cut latency from 900 ms\n  to 200 ms.",
        "claim": True,
        "outcome": "technical",
        "measured": True,
        "reason": False,
        "tradeoff": False,
        "facts": [
            {"name": "measure", "text": "900 ms", "offset": [131, 137]},
            {"name": "measure", "text": "200 ms", "offset": [143, 149]},
        ],
        "answers": {"user problem": None, "trade-off": None, "evidence": "from 900 ms to 200 ms"},
    }


def test_data_of_nothing() -> None:
    shown = data([])
    assert (shown["lines"], shown["strong"], shown["totals"]["claims"]) == ([], [], 0)


def test_text() -> None:
    assert text([audited()], Look(width=60)) == (
        "cv.md (resume): 3 claims in 7 lines\n"
        "\n"
        "5  Cut checkout drop-off by 12% because slow pages hurt\n"
        "   buyers, instead of a redesign.\n"
        "   user problem  because slow pages hurt buyers\n"
        "   trade-off     instead of a redesign\n"
        "   evidence      by 12%\n"
        "   strong        answers all three\n"
        "\n"
        "6  Cut latency from 900 ms to 200 ms.\n"
        "   evidence      from 900 ms to 200 ms\n"
        "   ask           Which user problem did it solve?\n"
        "\n"
        "8  Built a \U0001f680 cache.\n"
        "   ask           Which user problem did it solve?\n"
        "\n"
        "Answered\n"
        "  user problem  1 of 3\n"
        "  trade-off     1 of 3\n"
        "  evidence      2 of 3\n"
        "\n"
        "Where the evidence lies\n"
        "                         engineer  tech lead  product manager\n"
        "  user impact                   -          -                1\n"
        "  business value                -          -                -\n"
        "  technical feasibility         2          -                -\n"
        "\n"
        "  user impact, product manager     5\n"
        "  technical feasibility, engineer  6, 8\n"
        "\n"
        "Strong lines: 5\n"
    )


def test_text_names_the_closest_when_no_line_is_strong() -> None:
    CLAIMS["A B C"] = claim("A B C", "people", measure="A", reason="B")[1]
    try:
        shown = text([audited("- A B C\n"), audited("- A B C\n", "b.md")], Look())
    finally:
        del CLAIMS["A B C"]
    assert shown.endswith(
        "Strong lines: no line answers all three questions yet.\n"
        "Closest, with two answered: cv.md:1; b.md:1\n"
    )


def test_text_of_a_draft_without_claims() -> None:
    assert text([audited("Hello.\n")], Look()) == "cv.md (resume): 0 claims in 1 line\n\n"


def test_words_of_a_draft_cannot_drive_the_terminal() -> None:
    CLAIMS["A \x1b[2J B"] = claim("A \x1b[2J B", reason="\x1b[2J")[1]
    try:
        shown = text([audited("- A \x1b[2J B\n", "\x1b.md")], Look())
    finally:
        del CLAIMS["A \x1b[2J B"]
    assert "\x1b" not in shown
