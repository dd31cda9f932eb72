"""Readable text and the way back, whatever a format writes."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlint.document.prose import Prose, ProseWriter
from pmlint.text.span import Span


def written(*pieces: tuple[str, int, int]) -> Prose:
    writer = ProseWriter()
    for text, start, end in pieces:
        writer.write(text, start, end)
    prose = writer.prose()
    assert prose is not None
    return prose


def test_one_run_is_the_source_moved() -> None:
    prose = written(("Cut ", 7, 11), ("it", 11, 13))
    assert prose.text == "Cut it"
    assert prose.runs == ((0, 7),)
    assert (prose.start, prose.end) == (7, 13)
    assert prose.source(Span(1, 5)) == Span(8, 12)


def test_markup_inside_a_span_belongs_to_it_and_markup_around_it_does_not() -> None:
    # Cut **it** now
    prose = written(("Cut ", 0, 4), ("it", 6, 8), (" now", 10, 14))
    assert prose.text == "Cut it now"
    assert prose.source(Span(4, 6)) == Span(6, 8)
    assert prose.source(Span(0, 4)) == Span(0, 4)
    assert prose.source(Span(0, 6)) == Span(0, 8)
    assert prose.source(Span(5, 8)) == Span(7, 12)
    assert prose.source(Span(0, 10)) == Span(0, 14)
    assert prose.offset(10) == 14


def test_an_entity_is_one_character_with_a_wide_source() -> None:
    # a &amp; b
    prose = written(("a ", 0, 2), ("&", 2, 7), (" b", 7, 9))
    assert prose.source(Span(2, 3)) == Span(2, 7)
    assert prose.source(Span(0, 3)) == Span(0, 7)
    assert prose.source(Span(3, 5)) == Span(7, 9)


def test_the_last_character_may_be_wide() -> None:
    prose = written(("a", 0, 1), ("&", 1, 6))
    assert prose.end == 6
    assert prose.source(Span(0, 2)) == Span(0, 6)
    assert prose.source(Span(0, 99)) == Span(0, 6)


def test_an_empty_span_is_the_place_before_its_character() -> None:
    prose = written(("Cut ", 0, 4), ("it", 6, 8))
    assert prose.source(Span(4, 4)) == Span(6, 6)
    assert prose.source(Span(6, 6)) == Span(8, 8)


def test_white_space_alone_is_no_prose() -> None:
    writer = ProseWriter()
    assert writer.prose() is None
    writer.write("  ", 0, 2)
    assert writer.prose() is None


def test_hard_ends_and_labels_are_breaks() -> None:
    writer = ProseWriter()
    at = 0
    for line, hard in (
        ("one", False),
        ("Two things: three", True),
        ("four", False),
        ("five: six", False),
    ):
        writer.write(line, at, at + len(line))
        at += len(line)
        writer.space(at, at + 1, hard=hard)
        at += 1
    prose = writer.prose()
    assert prose is not None
    assert prose.text == "one Two things: three four five: six "
    assert prose.breaks == (4, 22)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Shipped https://x.y/z to 5 shops", "Shipped link to 5 shops"),
        ("Shipped www.x.y to 5 shops", "Shipped link to 5 shops"),
        ("See https://x.y/z.", "See ."),
        ("See https://x.y/z!?", "See !?"),
        ("https://x.y/z", None),
        ("(https://x.y/z)", None),
        ("See (https://x.y/a_(b)) here", "See ) here"),
        ("me@x.org | +1 555", " | +1 555"),
        ("Wrote to a.b-c+d@x-y.co.uk daily", "Wrote to link daily"),
        ("2 @ 5 and a@b", "2 @ 5 and a@b"),
        ("and://", "and://"),
        ("Cut it[^1], then[^long-name].", "Cut it, then."),
        ("a [^ b] c", "a [^ b] c"),
        ("x https://a.b https://c.d y", "x link link y"),
    ],
)
def test_addresses_are_no_words(text: str, clean: str | None) -> None:
    writer = ProseWriter()
    writer.write(text, 10, 10 + len(text))
    prose = writer.prose()
    assert (prose and prose.text) == clean


def test_the_word_for_an_address_has_the_whole_address_as_its_source() -> None:
    text = "Shipped https://x.y/z to 5"
    prose = written((text, 0, len(text)))
    at = prose.text.index("link")
    assert prose.source(Span(at, at + 4)).of(text) == "https://x.y/z"
    assert prose.source(Span(0, at + 4)).of(text) == "Shipped https://x.y/z"
    assert prose.source(Span(at + 5, len(prose.text))).of(text) == "to 5"


def test_hidden_text_is_left_out() -> None:
    writer = ProseWriter()
    writer.write("See ", 0, 4)
    mark = len(writer)
    writer.write("tel:555", 5, 12)
    writer.hide(mark)
    writer.write(", then go", 13, 22)
    prose = writer.prose()
    assert prose is not None
    assert prose.text == "See , then go"
    assert prose.source(Span(4, 13)) == Span(13, 22)


ADDRESSES = ["https://x.y/z", "me@x.org", "[^1]", "(www.x.y)"]
PIECES = st.lists(
    st.one_of(
        st.sampled_from(["word", "two words", ".", " ", "😀", "Task: x", *ADDRESSES]),
        st.sampled_from(["&soft", "&hard", "&entity", "&markup"]),
    ),
    max_size=14,
)


@given(PIECES)
def test_every_character_leads_back(pieces: list[str]) -> None:
    """Written from a source made along the way, with breaks, entities and markup in between."""
    writer = ProseWriter()
    source = ""
    for piece in pieces:
        at = len(source)
        if piece in ("&soft", "&hard"):
            source += "\r\n  "
            writer.space(at, at + 2, hard=piece == "&hard")
        elif piece == "&entity":
            source += "&amp;"
            writer.write("&", at, at + 5)
        elif piece == "&markup":
            source += "**"
        else:
            source += piece
            writer.write(piece, at, at + len(piece))
    prose = writer.prose()
    if prose is None:
        return
    text = prose.text
    for address in ("https://", "www.", "me@x.org"):
        # Two addresses that touch are one long word, which is left as it is.
        assert address not in text or any(
            one in ADDRESSES and (before in ADDRESSES or before.isalnum())
            for before, one in itertools.pairwise(pieces)
        )
    before = -1
    for at, character in enumerate(text):
        start, end = prose.source(Span(at, at + 1))
        assert before < start < end
        before = start
        held = source[start:end]
        assert held == character or (character, held) in ((" ", "\r\n"), ("&", "&amp;")) or (
            character in "link"
        )  # fmt: skip
    assert prose.source(Span(0, len(text))) == Span(prose.start, prose.end)
    assert all(0 < at < len(text) for at in prose.breaks)
    assert list(prose.breaks) == sorted(set(prose.breaks))
