"""A lint that starts from an earlier report says what a fresh one says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmlint.api import Document as View
from pmlint.api import Edit, Fix, Flag, Line, Place, Rule, Section, Span
from pmlint.document.document import Document
from pmlint.engine.chunks import unchanged
from pmlint.engine.lint import Linter
from pmlint.engine.report import Report, Typing
from pmlint.formats.markdown import MARKDOWN

Make = Callable[..., Linter]
Read = Callable[[str], Document]
NewRule = Callable[..., Rule]
FlagWords = Callable[..., Callable[..., Iterable[Flag]]]

PARTS = [
    "## Experience\n\n",
    "# Problem\n\n",
    "## Skills\n",
    "- bad bullet\n",
    "- very bad\n  - nested very\n",
    "Bad is bad. It is very, very odd.\n\n",
    "> quoted bad\n\n",
    "```\nbad\n```\n\n",
    "<!-- pmlint: disable-next bad -->\n",
    "<!-- pmlint: disable odd -->\n\n",
    "<!-- pmlint: enable odd -->\n\n",
    "<!-- pmlint: disable-file pair, nope -->\n\n",
    "<!-- pmlint: profile=strict -->\n\n",
    "| a b c | bad |\n| - | - |\n| very and bad | odd it is |\n\n",
    "---\n",
    "\n",
    "odd",
    " 🙂\r\n",
    "e\u0301\u2028\f very",
    "1. bad\n2. odd\n\n",
]
WORDS = st.lists(st.sampled_from(PARTS), max_size=10).map("".join)


@pytest.fixture
def rules(make_rule: NewRule, flag_words: FlagWords) -> list[Rule]:
    def pair(line: Line, _: object) -> Iterator[Flag]:
        for other in line.following:
            if line.text[:3] == other.text[:3]:
                yield Flag(Place(line), related=((Place(other, Span(0, 1)), "again"),))

    def role(line: Line, _: object) -> Iterator[Flag]:
        if line.section:
            delete = Edit(Span(0, min(3, len(line.text))), "")
            yield Flag(Place(line), line.section, fixes=(Fix("Cut", (delete,), "safe"),))

    def opening(lines: list[Line], _: object) -> list[Flag]:
        return [Flag(Place(lines[-1]))]

    def section(part: Section, _: object) -> Iterator[Flag]:
        if part.heading and len(part.lines) > 1:
            yield Flag(Place(part.lines[-1]), related=((Place(part.heading), part.title),))

    def document(view: View, _: object) -> Iterator[Flag]:
        if len(view.lines) % 2:
            yield Flag(Place(view.lines[-1]), f"{len(view.sections)} {view.lines[0].text}")

    return [
        make_rule("bad", flag_words("bad", "Bad")),
        make_rule("very", flag_words("very"), metadata={"density": 3}),
        make_rule("odd", flag_words("odd"), rank=3, moment="at once"),
        make_rule("pair", pair, reach=2),
        make_rule("role", role, profile="strict"),
        make_rule("end", opening, unit="opening"),
        make_rule("part", section, unit="section"),
        make_rule("whole", document, unit="document"),
    ]


@pytest.fixture
def twins(linter: Make, rules: list[Rule]) -> tuple[Linter, Linter]:
    """Two linters with the same rules: one goes on from report to report, one starts afresh."""
    return linter(*rules), linter(*rules)


def same(one: Report, other: Report) -> None:
    assert one.findings == other.findings
    assert one.suppressed == other.suppressed
    starts = [start for start, _ in one.pieces]
    assert starts == sorted(starts)
    assert one.problems == other.problems == ()


@given(
    WORDS,
    st.lists(st.tuples(st.integers(0, 300), st.integers(0, 40), WORDS), min_size=1, max_size=5),
    st.lists(st.booleans(), min_size=5, max_size=5),
    st.one_of(st.none(), st.builds(Typing, st.integers(0, 300))),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
def test_after_any_edits(
    twins: tuple[Linter, Linter],
    text: str,
    edits: list[tuple[int, int, str]],
    looks: list[bool],
    typing: Typing | None,
) -> None:
    going, fresh = twins
    document = Document.read(text, MARKDOWN)
    report = going.lint(document, "resume")
    for (at, size, new), look in zip(edits, looks, strict=False):
        start = min(at, len(document.text))
        document = document.edited(Span(start, min(start + size, len(document.text))), new)
        if look:
            # Some edits come faster than lints.
            report = going.lint(document, "resume", previous=report)
    report = going.lint(document, "resume", previous=report, typing=typing)
    again = fresh.lint(Document.read(document.text, MARKDOWN), "resume", typing=typing)
    same(report, again)


@given(WORDS, WORDS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_report_of_another_text_or_kind_does_no_harm(
    twins: tuple[Linter, Linter], one: str, two: str
) -> None:
    going, fresh = twins
    report = going.lint(Document.read(one, MARKDOWN), "story")
    document = Document.read(two, MARKDOWN)
    same(
        going.lint(document, "resume", previous=report),
        fresh.lint(Document.read(two, MARKDOWN), "resume"),
    )


def test_rules_see_only_what_an_edit_touched(linter: Make, read: Read, make_rule: NewRule) -> None:
    seen: list[str] = []

    def look(line: Line, _: object) -> None:
        seen.append(line.text)

    made = linter(make_rule("look", look), make_rule("far", lambda *_: (), reach=1))
    document = read("".join(f"- line {number}\n" for number in range(50)))
    report = made.lint(document, "note")
    seen.clear()
    document = document.edited(Span(document.text.index("20"), document.text.index("20")), "x")
    made.lint(document, "note", previous=report)
    assert "line x20" in seen
    assert len(seen) <= 4
    seen.clear()
    made.lint(document, "note")
    assert seen == []


def test_a_new_heading_tells_lines_their_section_and_they_are_read_anew(
    linter: Make, read: Read, make_rule: NewRule, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pmlint.language import claims

    roles: list[str] = []

    def look(line: Line, _: object) -> None:
        roles.append(line.section)

    made = linter(make_rule("look", look))
    document = read("# Skills\n\n- One.\n- Two.\n\n# Next\n\n- Three.\n")
    report = made.lint(document, "note")
    assert roles == ["skills", "skills", ""]
    roles.clear()
    reads: list[str] = []
    real = claims.read
    monkeypatch.setattr(claims, "read", lambda text, *rest: reads.append(text) or real(text, *rest))
    at = document.text.index("Skills")
    document = document.edited(Span(at, at + 6), "Experience")
    made.lint(document, "note", previous=report)
    assert roles == ["experience", "experience"]
    # What a line claims depends on its section: a list of skills tells no deed.
    assert set(reads) - {"Experience"} == {"One.", "Two."}


def test_sentences_that_an_edit_leaves_alone_are_not_read_anew(
    linter: Make, read: Read, make_rule: NewRule, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pmlint.language import claims

    seen: list[str] = []

    def look(line: Line, _: object) -> None:
        seen.append(line.text)

    made = linter(make_rule("look", look))
    document = read("One is here. Two is there. Three is gone.\n")
    report = made.lint(document, "note")
    seen.clear()
    reads: list[str] = []
    real = claims.read
    monkeypatch.setattr(claims, "read", lambda text, *rest: reads.append(text) or real(text, *rest))
    at = document.text.index("Two")
    document = document.edited(Span(at, at + 3), "Four")
    made.lint(document, "note", previous=report)
    assert seen == ["One is here.", "Four is there.", "Three is gone."]
    assert reads == ["Four is there."]


def test_pieces_stay_the_same_objects_where_nothing_changed(
    linter: Make, read: Read, make_rule: NewRule, flag_words: FlagWords
) -> None:
    made = linter(make_rule("bad", flag_words("bad")))
    document = read("- bad\n- bad\n- bad\n")
    first = made.lint(document, "note")
    document = document.edited(Span(8, 8), "very ")
    second = made.lint(document, "note", previous=first)
    assert second.pieces[0][1] is first.pieces[0][1]
    assert second.pieces[-1][1] is first.pieces[-1][1]
    assert second.pieces[-1][0] == first.pieces[-1][0] + 5


@given(st.lists(st.sampled_from("abc"), max_size=12), st.lists(st.sampled_from("abc"), max_size=12))
def test_unchanged_is_the_longest_start_and_end(old: list[str], new: list[str]) -> None:
    first, last = unchanged(old, new)  # type: ignore[arg-type]
    most = min(len(old), len(new))
    expected = next((at for at in range(most) if old[at] != new[at]), most)
    assert first == expected
    rest = most - first
    assert last == next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)


def test_other_kinds_of_reports_can_be_mixed(
    linter: Make, rules: list[Rule], read: Read, tmp_path: Any
) -> None:
    one, two = linter(*rules), linter(*rules)
    document = read("## Skills\n\n- bad\n- bad\n")
    first = one.lint(document, "resume")
    second = two.lint(document, "resume", previous=first)
    third = one.lint(document, "resume", previous=second)
    same(first, second)
    same(first, third)
