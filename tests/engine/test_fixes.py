from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pmlint.api import Finding, Span
from pmlint.api.finding import Safety, SourceEdit, SourceFix
from pmlint.engine.fixes import fix


def finding(rank: int, *fixes: SourceFix, at: int = 0) -> Finding:
    return Finding("r", "pmlint", "info", "m", "q", "note", Span(at, at + 1), fixes, (), rank)


def offer(*edits: tuple[int, int, str], safety: Safety = "safe") -> SourceFix:
    return SourceFix("t", tuple(SourceEdit(Span(a, b), new) for a, b, new in edits), safety)


TEXT = "I think we should basically ship it."


def test_all_edits_of_a_fix_go_in() -> None:
    fixed = fix(TEXT, [finding(1, offer((0, 8, ""), (8, 9, "W"))), finding(2, offer((18, 28, "")))])
    assert fixed.text == "We should ship it."
    assert [one.finding.rank for one in fixed.applied] == [1, 2]
    assert fixed.skipped == ()


def test_of_two_that_overlap_or_touch_the_higher_ranked_goes_in_whole() -> None:
    low = finding(9, offer((0, 3, "X"), (20, 21, "Y")))
    high = finding(1, offer((2, 4, "")))
    fixed = fix(TEXT, [low, high])
    assert fixed.text == TEXT[:2] + TEXT[4:]
    assert [one.finding for one in fixed.applied] == [high]
    assert [one.finding for one in fixed.skipped] == [low]
    beside = fix(TEXT, [finding(1, offer((0, 3, "A"))), finding(2, offer((3, 5, "B")))])
    assert beside.text == "A" + TEXT[3:]
    assert len(beside.skipped) == 1


def test_of_equal_rank_the_first_in_the_text_goes_in() -> None:
    one, two = finding(1, offer((5, 7, "")), at=5), finding(1, offer((4, 6, "")), at=4)
    assert [each.finding for each in fix(TEXT, [one, two]).applied] == [two]


def test_only_the_asked_safety_and_only_one_fix_of_a_finding() -> None:
    found = [
        finding(
            1,
            offer((0, 1, "?"), safety="template"),
            offer((0, 1, "A"), safety="suggestion"),
            offer((0, 1, "B"), safety="suggestion"),
        )
    ]
    assert fix(TEXT, found).text == TEXT
    assert fix(TEXT, found, ("suggestion",)).text == "A" + TEXT[1:]


EDITS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 4), st.text("xy", max_size=2)), max_size=8
)


@given(EDITS)
def test_what_is_skipped_touches_what_is_applied_and_nothing_else_does(
    edits: list[tuple[int, int, str]],
) -> None:
    found = [
        finding(rank, offer((start, start + size, new)))
        for rank, (start, size, new) in enumerate(edits)
    ]
    fixed = fix("0123456789012345678901234", found)
    spans = [one.fix.edits[0].span for one in fixed.applied]
    for at, span in enumerate(spans):
        for other in spans[at + 1 :]:
            assert span.end < other.start or other.end < span.start
    for one in fixed.skipped:
        span = one.fix.edits[0].span
        assert any(span.start <= other.end and other.start <= span.end for other in spans)
    assert len(fixed.applied) + len(fixed.skipped) == len(edits)
