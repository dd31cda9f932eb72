"""Blocks to lines."""

from __future__ import annotations

from pmlint.document.lines import lines
from pmlint.document.nodes import Block, BlockType
from pmlint.document.prose import Prose
from pmlint.text.span import Span


def block(kind: BlockType, text: str, breaks: tuple[int, ...] = ()) -> Block:
    prose = Prose(text, [(0, 5)], 5 + len(text), None, breaks)
    return Block(kind, Span(0, 5 + len(text)), prose)


def test_a_paragraph_is_a_line_for_every_sentence() -> None:
    found = lines([block("paragraph", " Cut it. Kept it.  Sold")])
    assert [(line.text, line.offset, line.sentences) for line in found] == [
        ("Cut it.", 1, (Span(0, 7),)),
        ("Kept it.", 9, (Span(0, 8),)),
        ("Sold", 19, (Span(0, 4),)),
    ]
    assert [line.source() for line in found] == [Span(6, 13), Span(14, 22), Span(24, 28)]
    assert found[1].source(Span(5, 7)) == Span(19, 21)


def test_an_item_is_one_line_with_its_sentences() -> None:
    (line,) = lines([block("item", " Cut it. Kept it. ")])
    assert line.text == "Cut it. Kept it."
    assert line.sentences == (Span(0, 7), Span(8, 16))
    assert line.source() == Span(6, 22)


def test_a_heading_is_one_line_and_one_sentence() -> None:
    (line,) = lines([block("heading", "1. Results. Done")])
    assert line.sentences == (Span(0, 16),)


def test_cells_of_fewer_than_three_words_are_no_lines() -> None:
    found = lines(
        [block("cell", text) for text in ("40%", "two words", "raised it a lot", " a  b  c ")]
    )
    assert [line.text for line in found] == ["raised it a lot", "a  b  c"]


def test_a_break_starts_a_sentence() -> None:
    text = "one Task: two three"
    found = lines([block("paragraph", text, (4, 14)), block("item", text, (4, 14))])
    assert [line.text for line in found] == ["one", "Task: two", "three", text]
    assert [span.of(text) for span in found[3].sentences] == ["one", "Task: two", "three"]


def test_blocks_without_prose_have_no_lines() -> None:
    assert lines([Block("code", Span(0, 3)), Block("comment", Span(4, 9))]) == ()
