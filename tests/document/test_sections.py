"""Headings, what stands below them, and what it is for."""

from __future__ import annotations

import itertools

import pytest

from pmlint.document.document import Document
from pmlint.document.sections import section_role
from pmlint.formats.markdown import MARKDOWN
from pmlint.text.span import Span


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Experience", "experience"),
        ("WORK EXPERIENCE", "experience"),
        ("Professional Experience:", "experience"),
        ("💼 Experience", "experience"),
        ("2. Employment history", "experience"),
        ("Education & Certifications", "education"),
        ("Skills and tools", "skills"),
        ("Side projects", "projects"),
        ("Awards & honors", "awards"),
        ("Talks", "publications"),
        ("Contact", "contact"),
        ("About me", "summary"),
        ("Problem", "problem"),
        ("The problem we want to solve", "problem"),
        ("What problem are we solving?", "problem"),
        ("Who is it for?", "users"),
        ("Target users", "users"),
        ("Goals", "goals"),
        ("Non-goals", "non-goals"),
        ("Goals and non-goals", "non-goals"),
        ("Out of scope", "non-goals"),
        ("Success metrics (90 days)", "metrics"),
        ("📊 KPIs", "metrics"),
        ("Proposed solution", "solution"),
        ("Requirements", "requirements"),
        ("Risks & mitigations", "risks"),
        ("Trade-offs", "tradeoffs"),
        ("Alternatives considered", "alternatives"),
        ("Open questions", "questions"),
        ("Rollout plan", "timeline"),
        ("Appendix A", "appendix"),
        ("Situation", "situation"),
        ("Situation (context)", "situation"),
        ("Task", "task"),
        ("What I did", "action"),
        ("Outcome", "result"),
        ("Lessons learned", "reflection"),
        ("Background", "background"),
        ("User research", "evidence"),
        ("Internal FAQ", "questions"),
        # A job's title is no section's name, and a word somewhere in a long title is none either.
        ("Solutions Architect", ""),
        ("Senior Product Manager, Growth Projects", ""),
        ("Acme Corp", ""),
        ("Why the board changed its mind about pricing and users", ""),
        ("How Berlin became the second market after the users had left it", ""),
        ("", ""),
        ("2019", ""),
        ("***", ""),
    ],
)
def test_role_of_a_title(title: str, role: str) -> None:
    assert section_role(title) == role


def shown(text: str) -> list[tuple[str, int, str, tuple[int, int]]]:
    return [tuple(section) for section in Document.read(text, MARKDOWN).sections()]


def test_sections_share_out_the_chunks() -> None:
    assert shown("intro\n\n# A\n\none\n\ntwo\n\n## B\n# C\n") == [
        ("", 0, "", (0, 1)),
        ("A", 1, "", (1, 4)),
        ("B", 2, "", (4, 5)),
        ("C", 1, "", (5, 6)),
    ]
    assert shown("# A\n") == [("A", 1, "", (0, 1))]
    assert shown("words\n") == [("", 0, "", (0, 1))]
    assert shown("") == []


def test_nested_headings_have_the_role_around_them() -> None:
    text = "# Jane\n## Experience\n### Acme\n#### PM\n### Foo\n## Other\n### Bar\n"
    assert [(title, role) for title, _, role, _ in shown(text)] == [
        ("Jane", ""),
        ("Experience", "experience"),
        ("Acme", "experience"),
        ("PM", "experience"),
        ("Foo", "experience"),
        ("Other", ""),
        ("Bar", ""),
    ]


def test_results_under_a_job_are_experience_still_and_projects_are_projects() -> None:
    text = "## Experience\n### Acme\n#### Results\n### Projects\n## Results\n"
    assert [role for _, _, role, _ in shown(text)] == [
        "experience", "experience", "experience", "projects", "result",
    ]  # fmt: skip


def test_quoted_headings_and_headings_in_items_are_no_sections() -> None:
    assert shown("# A\n\n> # B\n\n- # C\n") == [("A", 1, "", (0, 3))]


def test_two_headings_of_one_chunk_share_it_out_too() -> None:
    # Nothing is cut after a line that may belong to the item or not.
    text = "- a\n***\n1) x\nlazy\n===\n```\n# one\n"
    sections = Document.read(text, MARKDOWN).sections()
    ranges = [section.chunks for section in sections]
    assert ranges[0][0] == 0
    assert all(one[1] == two[0] for one, two in itertools.pairwise(ranges))


def test_an_edit_between_headings_keeps_the_sections() -> None:
    document = Document.read("x\n\n# A\n\none\n\n# B\n\ntwo\n", MARKDOWN)
    before = document.sections()
    typed = document.edited(Span(10, 10), "y")
    assert typed.sections() is before
    split = typed.edited(Span(10, 10), "z\n\n")
    assert split.text == "x\n\n# A\n\nonz\n\nye\n\n# B\n\ntwo\n"
    assert split.sections() == Document.read(split.text, MARKDOWN).sections()
    renamed = split.edited(Span(5, 6), "Experience")
    assert renamed.sections()[1].role == "experience"
