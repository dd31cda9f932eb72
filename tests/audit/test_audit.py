"""What an audit says of the lines of a draft."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlint.audit.answers import NO_ANSWERS, QUESTIONS
from pmlint.audit.audit import Audit, AuditedLine
from pmlint.audit.totals import totals

Read = Callable[..., Audit]
One = Callable[..., AuditedLine]

WHOLE = (
    "Dropped the referral program because new drivers quit in their first week for lack of trips; "
    "the share that stayed a month rose from 52% to 71%."
)


def told(line: AuditedLine) -> dict[str, str | None]:
    return {question: answer and answer.text for question, answer in line.answers.items()}


def test_a_line_that_answers_all(line: One) -> None:
    found = line(WHOLE)
    assert told(found) == {
        "user problem": "because new drivers quit in their first week for lack of trips",
        "trade-off": "Dropped the referral program",
        "evidence": "from 52% to 71%",
    }
    assert found.strong
    assert found.answered == 3


def test_a_line_that_answers_nothing(line: One) -> None:
    found = line("Built a reconciliation console in React.")
    assert found.claim.claim
    assert told(found) == dict.fromkeys(QUESTIONS)
    assert not found.strong


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        # The comma before a reason is none of its words, and neither is the "and" after it.
        (
            "Rewrote the checkout, because shoppers were leaving at the address form.",
            ("because shoppers were leaving at the address form", None, None),
        ),
        # A measure comes with the small words before it.
        ("Raised activation of new sellers by 12%.", (None, None, "by 12%")),
        ("Cut churn from 9% to 4%.", (None, None, "from 9% to 4%")),
        # The size of a team is no evidence.
        ("Led a team of 12 engineers.", (None, None, None)),
        # An outcome that nobody measured is none either.
        ("Reduced churn of small sellers.", (None, None, None)),
    ],
)
def test_answers(line: One, text: str, answers: tuple[str | None, ...]) -> None:
    assert tuple(told(line(text)).values()) == answers


def test_places_hold_in_the_source(read: Read) -> None:
    source = (
        "\ufeff# Résumé 🙂\r\n\r\n## Experience\r\n\r\n"
        "* **Cut** churn by [40%](https://example.org) because sellers\r\n  could not reach `support`.\r\n"
        "\r\n> She cut churn by 40%.\r\n"
    )
    found = read(source)
    for line in found.lines:
        assert line.span.of(source) == line.text
        row, column = line.start
        rows = source.split("\r\n")
        assert rows[row - 1][column - 1 :].startswith(line.text.split("\r\n")[0])
        for fact in line.facts:
            assert fact.span.of(source) == fact.text
    [claim] = found.claims
    assert claim.words.startswith("Cut churn by 40% because sellers could not reach")
    assert claim.heading == "Experience"
    assert claim.said.part == "experience"


def test_what_is_not_the_writers_own_claims_nothing(read: Read) -> None:
    source = "# Cut churn by 40%\n\n> I cut churn by 40%.\n\n- I cut churn by 40%.\n"
    heading, quote, bullet = read(source).lines
    assert [heading.own, quote.own, bullet.own] == [False, False, True]
    assert [one.claim.claim for one in (heading, quote, bullet)] == [False, False, True]
    assert heading.answers == quote.answers == NO_ANSWERS


def test_an_interviewer_recommends_nothing(read: Read) -> None:
    source = (
        "00:10 Interviewer: We should drop the map, because drivers never open it. Why not?\n\n"
        "00:20 Candidate: We should drop the map, because drivers never open it.\n"
    )
    lines = read(source, "transcript", "mock.txt").lines
    assert [one.recommends for one in lines] == [False, False, True]
    assert not lines[-1].said.users or lines[-1].said.users[0].of(lines[-1].words) == "drivers"


@pytest.mark.parametrize("kind", ["case", "proposal", "transcript"])
def test_recommendations_are_asked_the_same(line: One, kind: str) -> None:
    found = line(
        "We should ship the list instead of the map, because 60% of couriers get lost on it.", kind
    )
    assert not found.claim.claim
    assert found.recommends
    assert found.strong
    assert told(found)["evidence"] == "60%"


def test_a_resume_recommends_nothing(line: One) -> None:
    assert not line("We should ship the list instead of the map.").asked


def test_a_label_opens_a_part(read: Read) -> None:
    source = "Situation: Riders left. They did not say why.\n\nResult: Churn fell by 4%.\n"
    assert [one.said.part for one in read(source, "story").lines] == [
        "situation",
        "situation",
        "result",
    ]


def test_totals(read: Read) -> None:
    source = f"## Work\n\n- {WHOLE}\n- Built a console.\n- Reduced p95 latency by 40%.\n- Python\n"
    found = totals(read(source).lines)
    assert (found.lines, found.claims, found.recommendations, found.strong) == (5, 3, 0, 1)
    assert found.outcomes == {"none": 1, "technical": 1, "people": 1}
    assert found.answers == {"user problem": 1, "trade-off": 1, "evidence": 2}
    assert (found.measured, found.reason, found.tradeoff) == (2, 1, 1)


def test_nothing_comes_to_nothing() -> None:
    found = totals(())
    assert (found.lines, found.asked, found.strong) == (0, 0, 0)
    assert set(found.answers.values()) == {0}


@given(
    st.lists(
        st.sampled_from(
            "because,users, ,-,. ,cut,churn,by,40%,I,we,should,instead of,so that,\n,\n\n,# ,* ,> ,"
            "Interviewer:,00:10,🙂,\u202e,<b>,|,e\u0301,nurses,dropped,\r\n".split(",")
        ),
        max_size=40,
    ),
    st.sampled_from(["resume", "story", "case", "transcript", "note"]),
)
def test_no_text_is_too_odd(read: Read, words: list[str], kind: str) -> None:
    source = " ".join(words)
    found = read(source, kind)
    for one in found.lines:
        assert one.span.of(source) == one.text
        for answer in one.answers.values():
            if answer is not None:
                assert one.asked
                assert answer.text == "; ".join(span.of(one.words) for span in answer.spans)
                assert all(0 <= span.start < span.end <= len(one.words) for span in answer.spans)
    assert totals(found.lines).asked == len(found.asked)
