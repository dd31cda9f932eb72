"""What a rule's fixes are made with: `cut`, `ask` and `Line.tail`."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlint.api import Claim, Edit, Fix, Line, Span, ask, cut
from pmlint.document.sentences import sentences

NO_CLAIM = Claim(claim=False, outcome="none", measured=False, reason=False, tradeoff=False)


def line(text: str) -> Line:
    return Line(text, NO_CLAIM, sentences=sentences(text))


def made(text: str, edits: tuple[Edit, ...]) -> str:
    for (start, end), new in reversed(edits):
        text = text[:start] + new + text[end:]
    return text


def without(marked: str) -> str | None:
    """A text without the words in brackets, or None when they cannot be cut."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    edits = cut(line(text), Span(start, end))
    return made(text, edits) if edits else None


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        ("[Maybe] we should go.", "We should go."),
        ("[Maybe,] we should go.", "We should go."),
        ("[Maybe], we should go.", "We should go."),
        ("It rains. [Maybe] we should go.", "It rains. We should go."),
        ("“[Maybe] we should go.”", "“We should go.”"),
        ("([Maybe] we should go.)", "(We should go.)"),
        ("[maybe] we should go", "we should go"),
        ("[Maybe] Lisbon is next.", "Lisbon is next."),
        ("[Maybe] iOS is next.", "iOS is next."),
        ("We should [maybe] go.", "We should go."),
        ("We should, [maybe], go.", "We should go."),
        ("We should go, [maybe].", "We should go."),
        ("We should go [maybe].", "We should go."),
        ("We should go [maybe]. It rains.", "We should go. It rains."),
        ("“We should go, [maybe].”", "“We should go.”"),
        ("An [outstanding] team.", "A team."),
        ("Led a [seamless] online shop.", "Led an online shop."),
        ("Led a [seamless] shop.", "Led a shop."),
        ("Led an [amazing] office.", "Led an office."),
    ],
)
def test_what_is_left_is_a_sentence(marked: str, left: str) -> None:
    assert without(marked) == left


@pytest.mark.parametrize(
    "marked",
    [
        "[Maybe.]",
        "[Maybe] 20 of them.",
        "[Maybe] `code` first.",
        "It rains. [Maybe.]",
        "Go, but [maybe].",
        "We (may)[be] go.",
        "pre[maybe] go",
        "We go [maybe], then stay.",
        "Led an [amazing] hour.",
        "Led a [seamless] university.",
        "Led a [seamless] European team.",
        "Led a [seamless] one-page site.",
        "Led a [seamless] SQL course.",
    ],
)
def test_what_may_not_be_a_sentence_is_left_alone(marked: str) -> None:
    assert without(marked) is None


WORDS = st.lists(
    st.sampled_from(
        ["We", "should", "go", "an", "A", "x,", "(y)", "20", "it.", "“no”", "and", "–"]
    ),
    min_size=1,
    max_size=8,
)


@given(WORDS, st.data())
def test_cutting_only_takes_away(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    spans = [Span(*match.span()) for match in re.finditer(r"[\w–]+", text)]
    first = data.draw(st.integers(0, len(spans) - 1))
    span = spans[first].cover(spans[data.draw(st.integers(first, len(spans) - 1))])
    edits = cut(line(text), span)
    assert list(edits) == sorted(edits)
    if edits:
        kept = f"{text[: span.start]} {text[span.end :]}"
        assert bare(made(text, edits)) == bare(kept)


def bare(text: str) -> str:
    """A text without what a cut may touch: blanks, commas, capitals, the end of an article."""
    return re.sub(r"[ ,]", "", re.sub(r"\ban\b", "a", text.lower()))


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        ("We went", "We went"),
        ("We went.", "We went"),
        ("We went ...", "We went"),
        ("We went?!", "We went"),
        ("“We went.”", "“We went"),
        ("We said “went”", "We said “went”"),
        ("We said “went”.", "We said “went”"),
        ("We went (far)", "We went (far)"),
        ("(We went.)", "(We went"),
        ("We went:", "We went"),
    ],
)
def test_tail_is_before_the_final_punctuation(text: str, tail: str) -> None:
    assert text[: line(text).tail()] == tail


def test_tail_is_that_of_the_sentence_with_the_words() -> None:
    text = "We went home. It rained."
    assert line(text).tail(Span(0, 2)) == len("We went home")
    assert line(text).tail() == len(text) - 1


def test_asking_adds_a_blank_to_the_sentence() -> None:
    text = "We went home. It rained."
    fix = ask(line(text), Span(0, 2), "the reason", " because [why?]")
    at = len("We went home")
    assert fix == Fix(
        "Add the reason: “because [why?]”",
        (Edit(Span(at, at), " because [why?]"),),
        "template",
    )
