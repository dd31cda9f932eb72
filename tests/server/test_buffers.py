from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmlint.server.buffers import Buffer, difference
from pmlint.text.lines import Encoding, LineIndex
from tests.server.client import insertion, replacement
from tests.server.editor import Editor, changes, texts

CASES = {
    "line separator": ("a\u2028b\nsecond\n", replacement(1, 0, 1, 6, "X"), "a\u2028b\nX\n"),
    "paragraph separator": ("a\u2029b\nsecond\n", replacement(1, 0, 1, 6, "X"), "a\u2029b\nX\n"),
    "form feed": ("a\x0cb\nsecond\n", replacement(1, 0, 1, 6, "X"), "a\x0cb\nX\n"),
    "vertical tab": ("a\x0bb\nsecond\n", replacement(1, 0, 1, 6, "X"), "a\x0bb\nX\n"),
    "next line": ("a\x85b\nsecond\n", replacement(1, 0, 1, 6, "X"), "a\x85b\nX\n"),
    "file separator": ("a\x1cb\nsecond\n", replacement(1, 0, 1, 6, "X"), "a\x1cb\nX\n"),
    "past the end of a line": ("abc\ndef\n", insertion(0, 99, "X"), "abcX\ndef\n"),
    "past the end of the last line": ("abc", insertion(0, 99, "X"), "abcX"),
    "the line after the last break": ("abc\n", insertion(1, 0, "X"), "abc\nX"),
    "past the end of the file": ("abc", insertion(5, 0, "X"), "abcX"),
    "empty": ("", insertion(0, 0, "X"), "X"),
    "before CRLF": ("abc\r\ndef\r\n", insertion(0, 3, "X"), "abcX\r\ndef\r\n"),
    "past the end before CRLF": ("abc\r\ndef", insertion(0, 9, "X"), "abcX\r\ndef"),
    "a CRLF deleted": ("abc\r\ndef\r\n", replacement(0, 3, 1, 0, ""), "abcdef\r\n"),
    "lone CR": ("abc\rdef\r", replacement(1, 0, 1, 3, "X"), "abc\rX\r"),
    "a CR and a LF brought together": ("a\rb\nc", replacement(1, 0, 1, 1, ""), "a\r\nc"),
    "all deleted": ("abc\ndef", replacement(0, 0, 1, 3, ""), ""),
    "a surrogate pair": ("\U0001d11e\U0001d11eb\n", replacement(0, 2, 0, 4, "X"), "\U0001d11eXb\n"),
    "half a pair deleted": ("a\U0001d11eb", replacement(0, 1, 0, 2, ""), "a\udd1eb"),
    "reversed range": ("abcdef", replacement(0, 4, 0, 2, "X"), "abXef"),
}


@pytest.mark.parametrize("name", CASES)
def test_one_change(name: str) -> None:
    before, change, after = CASES[name]
    buffer = Buffer("file:///a.md", "markdown", 1, before, "utf-16")
    sent = copy.deepcopy(change)
    edit = buffer.change(2, [change])
    assert buffer.text == after
    assert buffer.version == 2
    assert change == sent
    assert before[: edit.span.start] + edit.text + before[edit.span.end :] == after
    assert buffer.index.starts == LineIndex(after).starts


def test_halves_of_a_pair_typed_one_by_one_become_one_character() -> None:
    buffer = Buffer("file:///a.md", "markdown", 1, "ab", "utf-16")
    buffer.change(2, [insertion(0, 1, "\ud834")])
    assert buffer.text == "a\ud834b"
    buffer.change(3, [insertion(0, 2, "\udd1e")])
    assert buffer.text == "a\U0001d11eb"


def test_changes_of_one_notification_count_in_what_the_one_before_left() -> None:
    buffer = Buffer("file:///a.md", "markdown", 1, "one\ntwo\nthree\n", "utf-16")
    edit = buffer.change(
        2, [insertion(2, 0, "X"), insertion(1, 0, "X\n"), replacement(0, 0, 1, 0, "")]
    )
    assert buffer.text == "X\ntwo\nXthree\n"
    assert edit.typed == ("X", "X\n", "")


def test_an_edit_says_what_was_replaced() -> None:
    buffer = Buffer("file:///a.md", "markdown", 1, "one two\n", "utf-16")
    assert buffer.change(2, [replacement(0, 4, 0, 7, "2")]) == ((4, 7), "2", ("2",))
    assert buffer.change(3, [{"text": "one 3\n"}]) == ((4, 5), "3", ("one 3\n",))
    assert buffer.change(4, []) == ((6, 6), "", ())


@pytest.mark.parametrize(
    "bad",
    [{}, {"text": None}, {"range": {"start": {}}, "text": ""}, {"range": 7, "text": ""}, None],
    ids=repr,
)
def test_changes_that_make_no_sense_change_nothing(bad: Any) -> None:
    buffer = Buffer("file:///a.md", "markdown", 1, "one\n", "utf-16")
    with pytest.raises((KeyError, TypeError, AttributeError)):
        buffer.change(2, [insertion(0, 0, "X"), bad])
    assert (buffer.text, buffer.version) == ("one\n", 1)


@given(before=texts(), after=texts())
def test_difference_is_a_replacement(before: str, after: str) -> None:
    span, text = difference(before, after)
    assert before[: span.start] + text + before[span.end :] == after
    assert 0 <= span.start <= span.end <= len(before)
    if before and text:
        assert before[span.start : span.start + 1] != text[:1]


@given(data=st.data(), encoding=st.sampled_from(["utf-8", "utf-16", "utf-32"]))
@settings(max_examples=150, deadline=None)
def test_the_text_equals_the_editors_after_any_edits(
    data: st.DataObject, encoding: Encoding
) -> None:
    editor = Editor(data.draw(texts()), encoding)
    buffer = Buffer("file:///a.md", "markdown", 1, editor.text, encoding)
    for version in range(2, data.draw(st.integers(3, 9))):
        sent: list[dict[str, Any]] = []
        before = buffer.text
        for _ in range(data.draw(st.integers(1, 3))):
            change = data.draw(changes(editor))
            editor.apply(change)
            sent.append(change)
        edit = buffer.change(version, sent)
        assert buffer.text == editor.text
        assert before[: edit.span.start] + edit.text + before[edit.span.end :] == editor.text
        assert buffer.index.starts == LineIndex(editor.text).starts


@given(data=st.data())
@settings(max_examples=100, deadline=None)
def test_edits_that_cut_surrogate_pairs(data: st.DataObject) -> None:
    alphabet = "a\n\U0001d11e\U0001f600\ud834\udd1e"
    editor = Editor(data.draw(texts(alphabet, 12)), "utf-16")
    editor.apply(
        {
            "range": {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}},
            "text": "",
        }
    )
    buffer = Buffer("file:///a.md", "markdown", 1, editor.text, "utf-16")
    for version in range(2, 8):
        lines = editor.lines()
        ends = []
        for _ in range(2):
            line = data.draw(st.integers(0, len(lines) - 1))
            start, end = lines[line]
            ends.append((line, data.draw(st.integers(0, end - start))))
        (line, unit), (to_line, to_unit) = sorted(ends)
        change = replacement(line, unit, to_line, to_unit, data.draw(texts(alphabet, 3)))
        editor.apply(change)
        buffer.change(version, [change])
        assert buffer.text == editor.text
