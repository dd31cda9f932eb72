from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from pmlint.api import Claim, Edit, Fix, Flag, Line, Place, Rule, Span
from pmlint.host.guard import Call, Guard
from pmlint.host.host import Registered

NO_CLAIM = Claim(claim=False, outcome="none", measured=False, reason=False, tradeoff=False)


def line(text: str, *following: Line) -> Line:
    return Line(text, NO_CLAIM, following=following)


def call(check: Callable[..., Any], name: str = "acme/rule") -> Call:
    rule = Rule(name, "s", "q?", "m", "line", check, "page", "wording")
    return Call(check, {}, Registered(rule, "acme", "pmlint-acme", "1.2"))


NEXT = line("Then this.")
LINE = line("Cut cost.", NEXT)
OTHER = line("Elsewhere.")


def good(unit: Line, _: object) -> list[Flag]:
    return [Flag(Place(unit, Span(0, 3)))]


def raises(error: BaseException) -> Callable[..., Any]:
    def check(*_: object) -> None:
        raise error

    return check


def yields(*items: object) -> Callable[..., Iterator[object]]:
    def check(*_: object) -> Iterator[object]:
        yield from items

    return check


def endless(*_: object) -> Iterator[Flag]:
    while True:
        yield Flag(Place(LINE))


def writes(unit: Any, _: object) -> None:
    unit.text = "something else"


def fix(*edits: object) -> Flag:
    return Flag(Place(LINE), fixes=(Fix("Mend", edits),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("check", "message"),
    [
        (raises(ValueError("no")), "raised ValueError: no"),
        (raises(SystemExit(2)), "raised SystemExit: 2"),
        (raises(RecursionError()), "raised RecursionError"),
        (raises(GeneratorExit()), "raised GeneratorExit"),
        (raises(MemoryError()), "raised MemoryError"),
        (lambda: (), "raised TypeError"),
        (writes, "raised AttributeError: Line.text is read-only"),
        (lambda *_: 7, "returned 7, not a list of Flag"),
        (lambda *_: True, "returned True, not a list of Flag"),
        (lambda *_: "text", "returned 'text', not a list of Flag"),
        (lambda *_: Flag(Place(LINE)), "returned one Flag, not a list of them"),
        (lambda *_: ["text"], "returned 'text', which is no Flag"),
        (yields(Flag(Place(LINE)), None), "returned None, which is no Flag"),
        (endless, "returned more than 10,000 flags at once"),
        (yields(Flag(LINE)), "which is no Place"),
        (yields(Flag(Place("Cut"))), "returned a place in 'Cut', which is no Line"),
        (yields(Flag(Place(OTHER))), "returned a flag in a line that it was not given"),
        (yields(Flag(Place(NEXT))), "returned a flag in a line that it was not given"),
        (yields(Flag(Place(LINE, Span(0, 10)))), "span (0, 10), outside its line of 9 characters"),
        (yields(Flag(Place(LINE, Span(-2, 3)))), "span (-2, 3), outside"),
        (yields(Flag(Place(LINE, Span(4, 3)))), "span (4, 3), outside"),
        (yields(Flag(Place(LINE, Span(3, 3)))), "the empty span (3, 3)"),
        (yields(Flag(Place(LINE, (0.0, 1)))), "which is no Span"),
        (yields(Flag(Place(LINE, "ab"))), "the span 'ab', which is no Span"),
        (yields(Flag(Place(LINE), message=3)), "the message 3, not a string"),
        (yields(Flag(Place(LINE), fixes=(1,))), "returned 1, which is no Fix"),
        (yields(Flag(Place(LINE), fixes=1)), "returned fixes 1, not a tuple"),
        (yields(Flag(Place(LINE), fixes=(Fix("a", (), "safe"),))), "with no edit"),
        (yields(Flag(Place(LINE), fixes=(Fix("a", (Edit(Span(0, 1), ""),), "wild"),))), "no Fix"),
        (yields(fix(Edit(Span(0, 99), ""))), "span (0, 99), outside"),
        (yields(fix(Edit(Span(0, 1), None))), "which is no Edit"),
        (yields(fix(Edit(Span(0, 3), ""), Edit(Span(2, 4), ""))), "overlapping edits"),
        (yields(fix(Edit(Span(4, 5), ""), Edit(Span(0, 1), ""))), "overlapping edits"),
        (yields(Flag(Place(LINE), related=((Place(OTHER), "x"),))), "a related place in a line"),
        (yields(Flag(Place(LINE), related=(Place(LINE),))), "not a pair of Place and string"),
    ],
    ids=itertools.count(),
)
def test_a_bad_rule_is_benched_and_named_and_the_others_run(
    check: Callable[..., Any], message: str
) -> None:
    guard = Guard()
    calls = [call(good, "acme/a"), call(check, "acme/bad"), call(good, "acme/z")]
    found = guard.run(calls, LINE, "cv.md")
    assert [flagged.registered.rule.name for flagged in found] == ["acme/a", "acme/z"]
    assert guard.benched == {"acme/bad"}
    (problem,) = guard.problems
    assert message in problem.message
    assert problem.message.endswith("; not run again")
    assert problem[:5] == ("acme", "pmlint-acme", "1.2", "acme/bad", "cv.md")
    assert bool(problem.detail) == problem.message.startswith("raised ")


def test_every_rule_may_fail() -> None:
    guard = Guard()
    calls = [call(raises(ValueError()), f"acme/{number}") for number in range(3)]
    assert guard.run(calls, LINE, "") == []
    assert guard.benched == {"acme/0", "acme/1", "acme/2"}


@pytest.mark.parametrize("nothing", [(), [], None, iter(())])
def test_ways_to_say_nothing(nothing: object) -> None:
    guard = Guard()
    assert guard.run([call(lambda *_: nothing)], LINE, "") == []
    assert guard.problems == []


def test_lists_and_plain_tuples_become_what_the_types_promise() -> None:
    flag = Flag(
        Place(LINE, (0, 3)),  # type: ignore[arg-type]
        fixes=[Fix("Cut it", [Edit((0, 4), ""), Edit((4, 4), "C")])],  # type: ignore[arg-type]
        related=[(Place(NEXT), "here")],  # type: ignore[arg-type]
    )
    guard = Guard()
    ((_, kept),) = guard.run([call(yields(flag))], LINE, "")
    assert guard.problems == []
    assert kept == Flag(
        Place(LINE, Span(0, 3)),
        None,
        (Fix("Cut it", (Edit(Span(0, 4), ""), Edit(Span(4, 4), "C"))),),
        ((Place(NEXT), "here"),),
    )
    assert isinstance(kept.place.span, Span)


def test_other_units_may_point_at_any_line_of_the_document() -> None:
    guard = Guard()
    inside = yields(Flag(Place(OTHER), related=((Place(LINE), "and"),)))
    outside = yields(Flag(Place(NEXT)))
    calls = [call(inside, "acme/in"), call(outside, "acme/out")]
    lines = [LINE, OTHER]
    found = guard.run(calls, lines, "", lambda one: any(one is known for known in lines))
    assert [flagged.registered.rule.name for flagged in found] == ["acme/in"]
    assert guard.benched == {"acme/out"}


def test_ctrl_c_is_not_a_fault_of_the_rule() -> None:
    with pytest.raises(KeyboardInterrupt):
        Guard().run([call(raises(KeyboardInterrupt()))], LINE, "")
