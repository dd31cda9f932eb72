"""Measures in their phrases."""

from __future__ import annotations

import pytest

from pmlint.audit.evidence import phrases
from pmlint.text.span import Span


@pytest.mark.parametrize(
    ("text", "measures", "expected"),
    [
        ("Cut churn by 40%.", ["40%"], ["by 40%"]),
        ("Cut churn 40%.", ["40%"], ["40%"]),
        ("Cut it from 9 days to 2 days.", ["9 days", "2 days"], ["from 9 days to 2 days"]),
        ("Raised it to over 60% of buyers.", ["60%"], ["to over 60%"]),
        ("Cut calls by 10%, and rework by 5%.", ["10%", "5%"], ["by 10%", "by 5%"]),
        ("Cut calls by 10% and by 5%.", ["10%", "5%"], ["by 10% and by 5%"]),
        ("Up 3 pp within 6 weeks.", ["3 pp", "6 weeks"], ["Up 3 pp within 6 weeks"]),
        ("By 40% cheaper.", ["40%"], ["By 40%"]),
        ("Standby 40%.", ["40%"], ["40%"]),
        ("40%", ["40%"], ["40%"]),
        ("", [], []),
    ],
)
def test_phrases(text: str, measures: list[str], expected: list[str]) -> None:
    spans = [Span(text.index(words), text.index(words) + len(words)) for words in measures]
    assert [span.of(text) for span in phrases(text, spans)] == expected


def test_measures_that_overlap_are_one_phrase() -> None:
    text = "Cut it by 40% in a month."
    assert phrases(text, [Span(10, 13), Span(7, 13)]) == [Span(7, 13)]
