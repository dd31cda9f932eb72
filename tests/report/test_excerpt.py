"""Carets stand under the words, whatever the words are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlint.api.report import CheckedFile
from pmlint.report.excerpt import excerpt
from pmlint.report.terminal import Paint, width
from pmlint.text.span import Span

PLAIN = Paint(False)


def drawn(text: str, words: str, columns: int = 100) -> str:
    start = text.index(words)
    span = Span(start, start + len(words))
    return "\n".join(excerpt(CheckedFile("cv.md", text, "resume", ()), span, PLAIN, columns))


def test_a_line_and_its_carets() -> None:
    assert drawn("# Me\n\n- Cut latency by 40%.\n", "latency") == (
        "  |\n3 | - Cut latency by 40%.\n  |       ^^^^^^^"
    )


@pytest.mark.parametrize(
    ("text", "words", "rows"),
    [
        ("\tCut it\n", "it", "1 |     Cut it\n  |         ^^"),
        ("a\tb c\n", "b", "1 | a    b c\n  |      ^"),
        ("Cut \u4f60\u597d wait\n", "wait", "1 | Cut \u4f60\u597d wait\n  |          ^^^^"),
        ("Cut \u4f60\u597d wait\n", "\u4f60\u597d", "1 | Cut \u4f60\u597d wait\n  |     ^^^^"),
        ("cafe\u0301 time\n", "time", "1 | cafe\u0301 time\n  |      ^^^^"),
        ("\U0001f680 up 9%\n", "up", "1 | \U0001f680 up 9%\n  |    ^^"),
        ("\ufeffCut it\n", "it", "1 | Cut it\n  |     ^^"),
        ("\x1b[31mCut it\n", "it", "1 | \u241b[31mCut it\n  |          ^^"),
        ("one\r\nCut it\r\n", "it", "2 | Cut it\n  |     ^^"),
        ("one\rCut it\r", "it", "2 | Cut it\n  |     ^^"),
    ],
)
def test_odd_characters(text: str, words: str, rows: str) -> None:
    assert drawn(text, words) == f"  |\n{rows}"


def test_a_span_over_two_lines_leaves_out_indentation() -> None:
    assert drawn("- Cut the\n  wait.\n", "Cut the\n  wait") == (
        "  |\n1 | - Cut the\n  |   ^^^^^^^\n2 |   wait.\n  |   ^^^^"
    )


def test_a_long_span_shows_its_start_and_its_end() -> None:
    text = "".join(f"row {number}\n" for number in range(1, 12))
    assert drawn(text, text.rstrip()) == (
        "   |\n"
        " 1 | row 1\n"
        "   | ^^^^^\n"
        " 2 | row 2\n"
        "   | ^^^^^\n"
        " 3 | row 3\n"
        "   | ^^^^^\n"
        "   | ...\n"
        "11 | row 11\n"
        "   | ^^^^^^"
    )


def test_a_long_line_is_cut_around_the_span() -> None:
    text = "a " * 40 + "here" + " b" * 40
    assert drawn(text, "here", 44) == (
        "  |\n1 | ...a a a a here b b b b b b b b b b b...\n  |            ^^^^"
    )


def test_the_start_and_the_end_of_a_long_line_are_not_cut() -> None:
    assert drawn("here" + " b" * 40, "here", 44) == (
        "  |\n1 | here b b b b b b b b b b b b b b b...\n  | ^^^^"
    )
    assert drawn("b " * 40 + "here", "here", 44) == (
        "  |\n1 | ...b b b b b b b b b b b b b b b here\n  |                                  ^^^^"
    )


def test_a_span_wider_than_the_terminal_shows_its_start() -> None:
    assert drawn("- " + "long words " * 20, "long words " * 19, 44) == (
        "  |\n1 | - long words long words long words...\n  |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"
    )


def test_an_empty_span_has_a_caret_too() -> None:
    checked = CheckedFile("cv.md", "Cut it\n", "resume", ())
    assert excerpt(checked, Span(6, 6), PLAIN, 80)[1:] == ["1 | Cut it", "  |       ^"]
    assert excerpt(checked, Span(7, 7), PLAIN, 80)[1:] == ["2 |", "  | ^"]
    empty = CheckedFile("cv.md", "", "resume", ())
    assert excerpt(empty, Span(0, 0), PLAIN, 80)[1:] == ["1 |", "  | ^"]


def test_a_huge_line_is_not_read_whole() -> None:
    text = "word " * 400_000 + "here"
    assert drawn(text, "here", 44).endswith(
        "word word here\n  |                                  ^^^^"
    )


TEXT = st.text(
    st.sampled_from("ab \t\n\r\u0301\u4f60\U0001f680\u200d\ufeff\x1b\u2028"), max_size=90
)


@given(TEXT, st.integers(0, 90), st.integers(0, 90), st.integers(20, 60))
def test_no_row_is_wider_than_asked_and_none_is_empty(
    text: str, one: int, other: int, columns: int
) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    rows = excerpt(CheckedFile("cv.md", text, "resume", ()), Span(start, end), PLAIN, columns)
    assert len(rows) >= 3
    assert max(map(width, rows)) <= max(columns, 34)
    assert any("^" in row for row in rows)
