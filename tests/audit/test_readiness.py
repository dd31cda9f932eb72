"""Readiness: what a folder of drafts shows, and what it lacks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pmlint.api.report import Look
from pmlint.audit.audit import Audit
from pmlint.audit.readiness import practice
from pmlint.audit.readiness.evaluations import EVALUATIONS, evaluated
from pmlint.audit.readiness.practice import Practice, Session
from pmlint.audit.readiness.projects import projects
from pmlint.audit.readiness.proposals import proposals
from pmlint.audit.readiness.readiness import Readiness, hours, readiness
from pmlint.audit.readiness.signs import NAMES, signs
from pmlint.audit.readiness.text import text
from pmlint.audit.readiness.wire import data
from tests.audit import drafts

Read = Callable[..., Audit]


@pytest.fixture
def folder(read: Read) -> list[Audit]:
    return [
        read(drafts.CASE, "case", "me/case.md"),
        read(drafts.PROPOSAL, "proposal", "me/proposal.md"),
        read(drafts.RESUME, "resume", "me/resume.md"),
        read(drafts.STORY, "story", "me/story.md"),
        read("# Shopping\n\n- Eggs\n", "note", "me/notes.md"),
    ]


def full() -> Practice:
    """A log that has all that is asked for."""
    kinds = ("product sense", "behavioral", "execution", "leadership")
    rows = [f"2026-03-{day:02},mock {kinds[day % 4]},600" for day in range(1, 9)]
    sessions, errors = practice.read("practice.csv", "\n".join(["date,kind,minutes", *rows]))
    assert errors == []
    return practice.together([("practice.csv", sessions)])


def shown(audits: list[Audit], name: str) -> dict[str, set[str]]:
    """By path, the signs that a draft shows for an evaluation."""
    [found] = [each for each in evaluated(audits) if each.evaluation.name == name]
    return {showing.audit.path: set(showing.shown) for showing in found.showings}


# --- signs and evaluations ----------------------------------------------------------------------


def test_every_ask_is_a_sign() -> None:
    assert {ask.sign for each in EVALUATIONS for ask in each.asks} <= NAMES


def test_every_question_is_one() -> None:
    for each in EVALUATIONS:
        assert each.tests.endswith("?")
        assert all(ask.question.count("?") == 1 for ask in each.asks)


@pytest.mark.parametrize(
    ("source", "kind", "sign", "line"),
    [
        (drafts.CASE, "case", "user", 3),
        (drafts.CASE, "case", "success", 3),
        (drafts.CASE, "case", "options", 8),
        (drafts.CASE, "case", "choice", 12),
        (drafts.STORY, "story", "stakes", 5),
        (drafts.STORY, "story", "act", 14),
        (drafts.STORY, "story", "influence", 14),
        (drafts.STORY, "story", "priority", 14),
        (drafts.STORY, "story", "learning", 15),
        (drafts.STORY, "story", "result", 19),
        (drafts.STORY, "story", "measure", 19),
        (drafts.PROPOSAL, "proposal", "problem", 5),
        (drafts.PROPOSAL, "proposal", "options", 18),
    ],
)
def test_signs(read: Read, source: str, kind: str, sign: str, line: int) -> None:
    assert line in {each.start[0] for each in signs(read(source, kind))[sign]}


def test_what_is_not_the_writers_own_shows_nothing(read: Read) -> None:
    quoted = "".join(f"> {row}\n" for row in drafts.STORY.split("\n") if row and row[0] != "#")
    assert all(found == [] for found in signs(read(quoted, "story")).values())


def test_evidence_for_the_four_evaluations(folder: list[Audit]) -> None:
    whole = {
        each.evaluation.name: [one.audit.path for one in each.showings if one.whole]
        for each in evaluated(folder)
    }
    assert "me/case.md" in whole["product sense"]
    assert whole["behavioral"] == ["me/story.md"]
    assert "me/story.md" in whole["execution"]


def test_a_draft_of_another_kind_is_no_evidence(read: Read) -> None:
    as_resume = read(drafts.STORY, "resume", "story.md")
    assert all(each.showings == () for each in evaluated([as_resume]))
    assert shown([read(drafts.CASE, "case")], "behavioral") == {}


def test_part_of_it_says_what_is_missing(read: Read) -> None:
    alone = read(drafts.STORY.replace("I convinced the ward manager to drop", "I dropped"), "story")
    [behavioral] = [each for each in evaluated([alone]) if each.evaluation.name == "behavioral"]
    assert behavioral.standing == "in part"
    assert [ask.sign for ask in behavioral.showings[0].missing] == ["influence"]
    assert behavioral.question == "Whom did you move without authority, and with what?"


def test_nothing_is_evidence_for_nothing() -> None:
    for each in evaluated([]):
        assert (each.standing, each.showings) == ("missing", ())
        assert each.question == each.evaluation.asks[0].question


# --- projects -----------------------------------------------------------------------------------


def test_a_bullet_is_a_project_when_it_has_reason_and_outcome(read: Read) -> None:
    found = projects([read(drafts.RESUME)])
    assert [(each.title, each.why.start[0]) for each in found.reframed] == [
        ("Product Impact", 5),
        ("Product Impact", 7),
    ]
    assert [line.words for line in found.unreasoned] == ["Reduced support tickets by 35%."]


def test_prose_in_several_sections_is_one_project(read: Read) -> None:
    [project] = projects([read(drafts.STORY, "story", "story.md")]).reframed
    assert project.title == "Story: the whiteboard"
    assert [line.start[0] for line in project.lines] == [14, 19]


def test_prose_with_a_project_a_section(read: Read) -> None:
    source = (
        "## Checkout\n\nShoppers were leaving at the address form. I cut it because shoppers could not "
        "finish it. Conversion rose by 4%.\n\n## Search\n\nI rewrote the index because nurses could not find a "
        "free bed. Transfers per shift rose by 9%.\n\n## Other\n\nI built a console.\n"
    )
    found = projects([read(source, "packet")])
    assert [each.title for each in found.reframed] == ["Checkout", "Search"]


def test_a_proposal_tells_no_project(read: Read) -> None:
    found = projects([read(drafts.PROPOSAL, "proposal")])
    assert (found.reframed, found.unreasoned) == ((), ())


# --- proposals ----------------------------------------------------------------------------------


def test_a_proposal_with_all_its_parts(read: Read) -> None:
    [found] = proposals([read(drafts.PROPOSAL, "proposal")])
    assert found.missing == ()
    assert {part: line and line.start[0] for part, line in found.parts.items()} == {
        "problem": 5,
        "users": 5,
        "evidence": 5,
        "success": 10,
        "risks": 14,
        "tradeoffs": 18,
    } or all(found.parts.values())


def test_headings_alone_are_no_parts(read: Read) -> None:
    [found] = proposals([read(drafts.TEMPLATE, "proposal")])
    assert len(found.missing) == len(found.parts)


def test_the_most_complete_comes_first(read: Read) -> None:
    drafted = [read(drafts.TEMPLATE, "proposal", "a.md"), read(drafts.PROPOSAL, "proposal", "b.md")]
    assert [each.audit.path for each in proposals(drafted)] == ["b.md", "a.md"]


# --- practice -----------------------------------------------------------------------------------


def told(found: list[Session]) -> list[tuple[str, str, int, bool, str]]:
    return [
        (each.day.isoformat(), each.kind, each.minutes, each.mock, each.evaluation)
        for each in found
    ]


def test_a_table() -> None:
    sessions, errors = practice.read(
        "practice.csv",
        "\ufeffDate, Kind ,with,Minutes\r\n2026-03-01,Mock product sense,Ana,45\r\n\r\n"
        '2026-03-02,"Mock, analytical",,50 min\r\n2026-03-03,case writing,,90\r\n',
    )
    assert errors == []
    assert told(sessions) == [
        ("2026-03-01", "Mock product sense", 45, True, "product sense"),
        ("2026-03-02", "Mock, analytical", 50, True, "execution"),
        ("2026-03-03", "case writing", 90, False, ""),
    ]
    assert [each.line for each in sessions] == [2, 4, 5]


def test_a_list() -> None:
    sessions, errors = practice.read(
        "practice.md",
        "# Practice\n\nTwo a week.\n\n- 2026-03-01: mock product sense, 45 min\n"
        "* 2026-03-02: mock behavioural, 50 minutes, with Ana, who liked it\n+ 2026-03-03 reading, 30\n- later\n",
    )
    assert errors == []
    assert told(sessions) == [
        ("2026-03-01", "mock product sense", 45, True, "product sense"),
        ("2026-03-02", "mock behavioural", 50, True, "behavioral"),
        ("2026-03-03", "reading", 30, False, ""),
    ]


@pytest.mark.parametrize(
    ("path", "source", "line", "message"),
    [
        ("practice.csv", "date,minutes\n", 1, "the first row names no column kind"),
        ("practice.csv", "", 1, "no column date"),
        ("practice.csv", "date,kind,minutes\n2026-02-30,mock,45\n", 2, "'2026-02-30' is no date"),
        ("practice.csv", "date,kind,minutes\n2026-02-03,mock,long\n", 2, "'long' is no number"),
        ("practice.csv", "date,kind,minutes\n2026-02-03,,45\n", 2, "no kind of practice"),
        ("practice.csv", "date,kind,minutes\n2026-02-03,mock\n", 2, "fewer cells"),
        ("practice.md", "\n- 2026-03-01: mock\n", 2, "a session reads: - 2026-03-01"),
        ("practice.md", "- 2026-3-1: mock, 45\n", 1, "'2026-3-1' is no date"),
    ],
)
def test_what_cannot_be_read(path: str, source: str, line: int, message: str) -> None:
    sessions, [error] = practice.read(path, source)
    assert sessions == []
    assert error.line == line
    assert message in error.message


def test_a_bad_row_leaves_the_rest() -> None:
    sessions, errors = practice.read(
        "practice.csv", "date,kind,minutes\nx,mock,45\n2026-03-01,mock,45\n"
    )
    assert (len(sessions), len(errors)) == (1, 1)


@pytest.mark.parametrize(
    ("path", "is_log"),
    [
        ("a/practice.md", True),
        ("Practice.CSV", True),
        ("practice.txt", False),
        ("my-practice.md", False),
    ],
)
def test_names_of_logs(path: str, is_log: bool) -> None:
    assert practice.is_log(path) is is_log


def test_minutes_as_hours() -> None:
    assert [hours(minutes) for minutes in (0, 29, 30, 59, 60, 95, 7200)] == [
        "0", "0", "0.5", "0.5", "1", "1.5", "120"
    ]  # fmt: skip


# --- the checklist ------------------------------------------------------------------------------


def topics(found: Readiness) -> dict[str, tuple[str, str | None]]:
    return {topic.name: (topic.standing, topic.question) for topic in found.topics}


def test_an_empty_folder() -> None:
    found = readiness("me", [], Practice())
    for topic in found.topics:
        assert topic.standing == "missing"
        assert topic.question is not None
        assert topic.question.rstrip(")").endswith("?")
    assert text(found, Look()).startswith("me: 0 drafts\n")


def test_a_folder(folder: list[Audit]) -> None:
    found = readiness("me", folder, full())
    assert topics(found)["PRD or one-pager"] == ("shown", None)
    assert topics(found)["practice"] == ("shown", None)
    assert topics(found)["projects"] == ("shown", None)
    standing, question = topics(found)["resume"]
    assert standing == "in part"
    assert question is not None
    assert "me/resume.md:" in question


def test_too_little_practice() -> None:
    sessions, _ = practice.read("practice.md", "- 2026-03-01: mock product sense, 45 min\n")
    found = readiness("me", [], practice.together([("practice.md", sessions)]))
    assert topics(found)["practice"] == ("in part", "Who could run your next mock, on behavioral?")
    [topic] = [each for each in found.topics if each.name == "practice"]
    assert topic.sentence == "1 mock interview of 8 to 12, 0.5 hours of 80 to 120"


def test_no_score_anywhere(folder: list[Audit]) -> None:
    found = readiness("me", folder, full())
    shown = text(found, Look())
    assert "/100" not in shown
    assert "score" not in shown.lower()
    assert "score" not in str(data(found)).lower()


def test_paths_inside_the_folder(folder: list[Audit]) -> None:
    found = readiness("me", folder, full()).inside()
    assert [each.path for each in found.audits] == [
        "case.md", "proposal.md", "resume.md", "story.md", "notes.md"
    ]  # fmt: skip
    assert {line.path for each in found.audits for line in each.lines} == {
        each.path for each in found.audits
    }
    assert "me/" not in text(found, Look())


def test_data_points_at_the_words(folder: list[Audit]) -> None:
    sources = {
        "me/case.md": drafts.CASE,
        "me/proposal.md": drafts.PROPOSAL,
        "me/resume.md": drafts.RESUME,
        "me/story.md": drafts.STORY,
    }
    found = data(readiness("me", folder, full()))
    places = []

    def walk(value: object) -> None:
        if isinstance(value, dict):
            if "offset" in value:
                places.append(value)
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    walk(found)
    assert len(places) > 20
    for place in places:
        assert sources[place["path"]][slice(*place["offset"])] == place["text"]


def test_text_shows_what_is_there_and_what_to_ask(folder: list[Audit], read: Read) -> None:
    audits = [*folder, read(drafts.TEMPLATE, "proposal", "me/template.md")]
    shown = text(readiness("me", audits, full()), Look(width=100))
    assert all(len(row) <= 110 for row in shown.split("\n"))
    assert "Proposal: me/template.md\n  problem" in shown
    assert "What hurts, without naming the fix?" in shown
    assert "Behavioral: Can you show leadership without authority?\n  me/story.md (story)" in shown
