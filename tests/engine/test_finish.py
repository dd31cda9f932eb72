from __future__ import annotations

from pmlint.api import Claim, Finding, Line, Span
from pmlint.api.finding import Related
from pmlint.engine.finish import Raw, finish

NO_CLAIM = Claim(claim=False, outcome="none", measured=False, reason=False, tradeoff=False)
ONE = Line("one", NO_CLAIM)
TWO = Line("one", NO_CLAIM)


def finding(rule: str, start: int, rank: int, related: tuple[Related, ...] = ()) -> Finding:
    return Finding(
        rule,
        "pmlint",
        "warning",
        f"{rule}!",
        "?",
        "note",
        Span(start, start + 2),
        (),
        related,
        rank,
    )


def names(findings: tuple[Finding, ...]) -> list[str]:
    return [one.rule for one in findings]


def raws(line: Line, *findings: Finding) -> list[Raw]:
    return [Raw(line, one, False) for one in findings]


def test_findings_go_by_place_then_rank_then_name() -> None:
    found = [finding("c", 5, 1), finding("b", 0, 9), finding("z", 0, 2), finding("a", 0, 9)]
    assert names(finish(raws(ONE, *found), 0)) == ["z", "a", "b", "c"]
    assert names(finish(raws(ONE, *reversed(found)), 0)) == ["z", "a", "b", "c"]


def test_the_highest_ranked_of_a_line_are_shown_and_the_others_go_with_the_first() -> None:
    old = Related(Span(90, 91), "old")
    found = [
        finding("low", 0, 80),
        finding("first", 9, 10, (old,)),
        finding("second", 4, 20),
        finding("third", 2, 30),
    ]
    shown = finish(raws(ONE, *found), 2)
    assert names(shown) == ["second", "first"]
    assert shown[0].related == ()
    assert shown[1].related == (
        old,
        Related(Span(2, 4), "third!", "third"),
        Related(Span(0, 2), "low!", "low"),
    )


def test_each_line_has_its_own_count() -> None:
    found = [*raws(ONE, finding("a", 0, 1), finding("b", 0, 2)), *raws(TWO, finding("c", 5, 3))]
    assert names(finish(found, 1)) == ["a", "c"]


def test_zero_shows_all() -> None:
    found = [finding(name, 0, 1) for name in "abcde"]
    assert names(finish(raws(ONE, *found), 0)) == list("abcde")
