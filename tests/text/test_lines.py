"""Offsets, lines and columns in three unit systems agree with each other and with the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlint.text.lines import LineIndex
from pmlint.text.span import Span

# Line ends, look-alikes of line ends, and characters that are one, two, three and four bytes.
CHARACTERS = [
    "a", "b", " ", "\t", "\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029",
    "é", "e\u0301", "€", "漢", "\ufeff", "😀", "👩‍👩‍👧", "🇬🇧", "\ud83d", "\x00",
]  # fmt: skip
texts = st.lists(st.sampled_from(CHARACTERS), max_size=40).map("".join)
encodings = st.sampled_from(["utf-8", "utf-16", "utf-32"])
CODEC = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


def naive_lines(text: str) -> list[Span]:
    """Lines without their breaks, read one character at a time."""
    lines, start, at = [], 0, 0
    while at < len(text):
        if text[at] in "\r\n":
            lines.append(Span(start, at))
            at += 2 if text[at : at + 2] == "\r\n" else 1
            start = at
        else:
            at += 1
    return [*lines, Span(start, len(text))]


def naive_units(text: str, encoding: str) -> int:
    codec, size = CODEC[encoding]
    return sum(len(character.encode(codec, "surrogatepass")) // size for character in text)


@given(texts)
def test_lines_end_at_line_feed_carriage_return_or_both_only(text: str) -> None:
    index = LineIndex(text)
    assert [index.line(line) for line in range(len(index))] == naive_lines(text)


@given(texts, st.data())
def test_position_and_offset_are_inverse(text: str, data: st.DataObject) -> None:
    index = LineIndex(text)
    line = data.draw(st.integers(0, len(index) - 1))
    start, end = index.line(line)
    offset = data.draw(st.integers(start, end))
    assert index.position(offset) == (line, offset - start)
    assert index.offset(line, offset - start) == offset


@given(texts, encodings, st.data())
def test_units_count_the_encoded_line_and_lead_back(
    text: str, encoding: str, data: st.DataObject
) -> None:
    index = LineIndex(text)
    line = data.draw(st.integers(0, len(index) - 1))
    start, end = index.line(line)
    offset = data.draw(st.integers(start, end))
    unit = naive_units(text[start:offset], encoding)
    assert index.units(offset, encoding) == (line, unit)
    assert index.from_units(line, unit, encoding) == offset


@given(texts, encodings, st.integers(-2, 45), st.integers(-2, 200))
def test_every_place_asked_for_is_clamped_to_a_character_of_its_line(
    text: str, encoding: str, line: int, unit: int
) -> None:
    index = LineIndex(text)
    offset = index.from_units(line, unit, encoding)
    if line < 0:
        assert offset == 0
    elif line >= len(index):
        assert offset == len(text)
    else:
        start, end = index.line(line)
        assert start <= offset <= end
        # The last character boundary at or before the unit asked for.
        assert naive_units(text[start:offset], encoding) <= max(unit, 0)
        if offset < end:
            assert naive_units(text[start : offset + 1], encoding) > unit


@given(texts, st.integers(-3, 60))
def test_position_is_clamped_to_the_text(text: str, offset: int) -> None:
    line, column = LineIndex(text).position(offset)
    start = LineIndex(text).starts[line]
    assert start + column == min(max(offset, 0), len(text))


@given(texts, texts, st.data())
def test_an_edited_index_is_the_index_of_the_edited_text(
    text: str, new: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    after = text[:start] + new + text[end:]
    given_text = data.draw(st.sampled_from([None, after]))
    index = LineIndex(text).edited(Span(start, end), new, given_text)
    assert index.text == after
    assert index.starts == LineIndex(after).starts


@pytest.mark.parametrize(
    ("text", "span", "new"),
    [
        ("a\rb", Span(2, 2), "\n"),  # a line end grows
        ("a\r\nb", Span(2, 3), ""),  # and shrinks
        ("a\r\nb", Span(2, 2), "x"),  # and is torn apart
        ("a\r\nb", Span(1, 2), ""),
        ("a\rx\nb", Span(2, 3), ""),  # and grows together
        ("a\rxb", Span(2, 3), "\n"),
        ("a\n", Span(2, 2), "\n"),
        ("\n", Span(0, 0), "\r"),
        ("", Span(0, 0), "\r\n"),
    ],
)
def test_line_ends_that_an_edit_joins_or_parts(text: str, span: Span, new: str) -> None:
    after = text[: span.start] + new + text[span.end :]
    assert LineIndex(text).edited(span, new).starts == LineIndex(after).starts


@pytest.mark.parametrize(
    ("text", "encoding", "unit", "offset"),
    [
        ("a😀b", "utf-16", 1, 1),
        ("a😀b", "utf-16", 2, 1),  # between the two halves of the pair
        ("a😀b", "utf-16", 3, 2),
        ("a😀b", "utf-8", 4, 1),
        ("a😀b", "utf-8", 5, 2),
        ("a😀b", "utf-32", 2, 2),
        ("e\u0301x", "utf-16", 2, 2),
        ("\ufeffx", "utf-8", 3, 1),
        ("x\r\ny", "utf-16", 9, 1),
        ("x\u2028y", "utf-16", 2, 2),
        ("x\x0cy", "utf-8", 2, 2),
    ],
)
def test_known_places(text: str, encoding: str, unit: int, offset: int) -> None:
    assert LineIndex(text).from_units(0, unit, encoding) == offset


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_long_line_of_pairs_is_measured_everywhere(encoding: str) -> None:
    text = "ab😀é" * 25_000
    index = LineIndex(text)
    for offset in (0, 1, 1023, 1024, 1025, 50_001, 99_998, 99_999, 100_000):
        assert index.from_units(*index.units(offset, encoding), encoding) == offset


@pytest.mark.parametrize("line", [-1, 2])
def test_a_line_that_is_not_there(line: int) -> None:
    with pytest.raises(IndexError, match=f"line {line} of 2"):
        LineIndex("a\nb").line(line)
