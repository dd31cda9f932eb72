"""What a line proves: our own table of clauses, and the lines of independent readers."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmlint.language import claims
from pmlint.language.vocabulary import Vocabulary

HERE = Path(__file__).parent
KINDS = {"r": "resume", "s": "story", "p": "packet", "d": "proposal", "c": "case"}
VOCABULARY = Vocabulary()


def facts(text: str, kind: str) -> str:
    """The five letters of the tables: claim, outcome, measured, reason, trade-off."""
    claim = claims.read(text, VOCABULARY, kind)
    if not claim.claim:
        return ".n---"
    marks = zip("MRT", (claim.measured, claim.reason, claim.tradeoff), strict=True)
    return "C" + claim.outcome[0] + "".join(mark if on else "-" for mark, on in marks)


def rows(name: str) -> list[str]:
    return [row for row in (HERE / name).read_text("utf-8").split("\n") if row and row[0] != "#"]


@pytest.mark.parametrize("row", rows("clauses.txt"))
def test_clause(row: str) -> None:
    kind, expected, text = row.split(" ", 2)
    assert facts(text, KINDS[kind]) == expected


def reader_rows() -> list[tuple[str, str, str]]:
    found = []
    for path in sorted((HERE / "readers").glob("*.txt")):
        for row in rows(f"readers/{path.name}"):
            head, bar, text = row.partition(" | ")
            if bar and head.split(" ")[0] in ("r", "s", "p"):
                kind, expected, _ = head.split(" ", 2)
                found.append((KINDS[kind], expected, text))
    return found


@pytest.mark.parametrize(
    ("fact", "floor"),
    [("claim", 0.94), ("outcome", 0.80), ("measured", 0.84), ("reason", 0.74), ("tradeoff", 0.60)],
)
def test_agreement_with_readers(fact: str, floor: float) -> None:
    """F1 against readers who labeled without knowing the code; floors only ever rise."""
    at = ("claim", "outcome", "measured", "reason", "tradeoff").index(fact)
    both = ours = theirs = 0
    for kind, expected, text in reader_rows():
        got = facts(text, kind)
        yes, said = expected[at] not in ".n-", got[at] not in ".n-"
        both += yes and expected[at] == got[at]
        ours += said
        theirs += yes
    assert 2 * both / (ours + theirs) >= floor


@pytest.mark.parametrize("row", rows("clauses.txt")[::7])
def test_spans_are_inside_and_not_empty(row: str) -> None:
    kind, _, text = row.split(" ", 2)
    claim = claims.read(text, VOCABULARY, KINDS[kind])
    for fact in claim.facts:
        assert 0 <= fact.span.start < fact.span.end <= len(text)
        assert fact.span.of(text).strip() == fact.span.of(text)


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Cut p95 latency from 900 ms to 200 ms.", "measure", "from 900 ms to 200 ms"),
        ("Cut p95 latency by 40% because buyers left.", "reason", "because buyers left"),
        ("Responsible for the till software.", "title", "Responsible for"),
        ("Owned the product roadmap for tills.", "ownership", "Owned the product roadmap"),
        ("Worked closely with the design team.", "teamwork", "Worked closely with the design team"),
        ("Ran daily stand-ups.", "ceremony", "Ran daily stand-ups"),
        ("We chose a list instead of a map.", "tradeoff", "chose a list instead of a map"),
        ("I think we should wait.", "hedge", "I think"),
        ("Greatly reduced returns.", "vague", "Greatly"),
        ("A world-class team.", "hype", "world-class"),
        ("Raised income by [X]%.", "blank", "[X]"),
    ],
)
def test_words_of_a_fact(text: str, name: str, words: str) -> None:
    claim = claims.read(text, VOCABULARY, "resume")
    span = claim.first(name)
    assert span is not None
    assert span.of(text) == words
