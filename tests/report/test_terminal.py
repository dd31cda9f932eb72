"""How wide text is on a terminal, and that a draft cannot drive the terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlint.report.terminal import Paint, cells, printable, width


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("plain words", 11),
        ("cafe\u0301", 4),
        ("na\u00efve", 5),
        ("\u4f60\u597d", 4),
        ("\uff21", 2),
        ("\U0001f680", 2),
        ("\u2764", 1),
        ("\u2764\ufe0f", 2),
        ("\U0001f44d\U0001f3fd", 2),
        ("\U0001f468\u200d\U0001f469\u200d\U0001f467", 2),
        ("\U0001f1f3\U0001f1f1", 2),
        ("\u1100\u1161", 2),
        ("a\tb", 6),
        ("\ufeffa", 1),
        ("a\u200bb", 2),
    ],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "\u241b[31mred"),
        ("\x07", "\u2407"),
        ("a\fb", "a\u240cb"),
        ("\x7f", "\ufffd"),
        ("\x9b31m", "\ufffd31m"),
        ("a\u2028b", "a\ufffdb"),
        ("a\u202eb", "ab"),
        ("\ud800", "\ufffd"),
        ("a\tb", "a    b"),
    ],
)
def test_nothing_that_moves_the_cursor_is_shown_raw(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text())
def test_one_cell_a_code_point_and_every_cell_is_harmless(text: str) -> None:
    row = cells(text)
    assert len(row) == len(text)
    assert not any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in printable(text))


def test_color_is_all_or_nothing() -> None:
    assert Paint(True).bold("x") == "\x1b[1mx\x1b[0m"
    assert Paint(True).bold("") == ""
    assert Paint(False).red("x") == "x"
