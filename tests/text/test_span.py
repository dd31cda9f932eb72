"""What spans say of each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pmlint.text.span import Span

spans = st.tuples(st.integers(0, 12), st.integers(0, 6)).map(lambda at: Span(at[0], sum(at)))


@given(spans, spans)
def test_relations_are_those_of_the_offsets_held(one: Span, other: Span) -> None:
    held, others = set(range(*one)), set(range(*other))
    assert one.overlaps(other) == bool(held & others)
    if others:
        assert one.contains(other) == (others <= held)
    cover = one.cover(other)
    assert held | others <= set(range(*cover))
    assert cover.start in (one.start, other.start)
    assert cover.end in (one.end, other.end)


@given(spans, st.integers(0, 9))
def test_a_shifted_span_holds_the_same_words_in_a_shifted_text(span: Span, by: int) -> None:
    text = "abcdefghijklmnopqrstuvwxyz"
    assert span.shift(by).of("-" * by + text) == span.of(text)
