"""Edits are applied together, in place order, or refused together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlint.text.edits import EditConflict, TextEdit, apply, ordered
from pmlint.text.span import Span


def edit(start: int, end: int, text: str = "") -> TextEdit:
    return TextEdit(Span(start, end), text)


@pytest.mark.parametrize(
    ("edits", "after"),
    [
        ([], "0123456789"),
        ([edit(2, 4)], "01456789"),
        ([edit(8, 9, "x"), edit(0, 1, "yy")], "yy1234567x9"),
        ([edit(3, 3, "a"), edit(3, 3, "b")], "012ab3456789"),
        ([edit(3, 5, "R"), edit(3, 3, "i")], "012iR56789"),
        ([edit(3, 5, "R"), edit(5, 5, "i")], "012Ri56789"),
        ([edit(3, 5, "R"), edit(5, 6, "S")], "012RS6789"),
        ([edit(3, 5, "R"), edit(3, 5, "R")], "012R56789"),
        ([edit(10, 10, "!")], "0123456789!"),
    ],
)
def test_apply(edits: list[TextEdit], after: str) -> None:
    assert apply("0123456789", edits) == after
    assert apply("0123456789", iter(edits)) == after


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (edit(2, 5), edit(4, 6)),
        (edit(2, 5, "x"), edit(2, 5, "y")),
        (edit(2, 5), edit(2, 4)),
        (edit(2, 5), edit(3, 3, "i")),
        (edit(0, 10), edit(9, 10)),
    ],
)
def test_two_edits_of_one_character_conflict(first: TextEdit, second: TextEdit) -> None:
    for edits in ([first, second], [second, first]):
        with pytest.raises(EditConflict) as caught:
            apply("0123456789", edits)
        assert {caught.value.first, caught.value.second} == {first, second}


@pytest.mark.parametrize("span", [Span(-1, 2), Span(4, 3), Span(3, 11), Span(11, 11)])
def test_a_span_outside_the_text_is_refused(span: Span) -> None:
    with pytest.raises(ValueError, match="outside a text of 10"):
        apply("0123456789", [TextEdit(span, "x")])


@given(st.text(max_size=30), st.data())
def test_edits_together_do_what_they_do_one_by_one_from_the_end(
    text: str, data: st.DataObject
) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8)))
    edits = [
        TextEdit(Span(start, end), data.draw(st.text(max_size=3)))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    shuffled = data.draw(st.permutations(edits)) if _places_differ(edits) else edits
    after = text
    for span, new in reversed(ordered(edits)):
        after = after[: span.start] + new + after[span.end :]
    assert apply(text, shuffled) == after


def _places_differ(edits: list[TextEdit]) -> bool:
    return len({edit.span.start for edit in edits}) == len(edits)
