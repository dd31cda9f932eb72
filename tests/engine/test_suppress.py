from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from pmlint.api import Document as View
from pmlint.api import Flag, Line, Place, Rule
from pmlint.config.settings import Settings
from pmlint.document.document import Document
from pmlint.engine.fixes import fix
from pmlint.engine.lint import Linter

Make = Callable[..., Linter]
Read = Callable[[str], Document]
NewRule = Callable[..., Rule]
FlagWords = Callable[..., Callable[..., Iterable[Flag]]]
Lint = Callable[..., tuple[list[str], list[str]]]
DEFAULT = Settings()


@pytest.fixture
def rules(make_rule: NewRule, flag_words: FlagWords) -> list[Rule]:
    def document(view: View, _: object) -> list[Flag]:
        return [Flag(Place(view.sections[-1].heading))] if view.sections[-1].heading else []

    return [
        make_rule("bad-word", flag_words("bad"), aliases=("naughty-word",)),
        make_rule("ugly-word", flag_words("ugly")),
        make_rule("missing-end", document, unit="document", category="structure"),
        make_rule("never-runs", flag_words("bad"), state="preview"),
    ]


@pytest.fixture
def lint(linter: Make, read: Read, rules: list[Rule]) -> Lint:
    def run(text: str, settings: Settings = DEFAULT) -> tuple[list[str], list[str]]:
        report = linter(*rules, settings=settings).lint(read(text), "note")
        assert report.problems == ()
        shown = [
            f"{one.rule}@{text.count(chr(10), 0, one.span.start) + 1}" for one in report.findings
        ]
        held = [
            f"{one.rule}@{text.count(chr(10), 0, one.span.start) + 1}" for one in report.suppressed
        ]
        return shown, held

    return run


def test_disable_next_holds_for_one_block(lint: Lint) -> None:
    text = (
        "<!-- pmlint: disable-next bad-word -->\n\n"
        "It is bad. It is bad\nand bad.\n\n"
        "Still bad and ugly.\n"
    )
    assert lint(text) == (["bad-word@6", "ugly-word@6"], ["bad-word@3", "bad-word@3", "bad-word@4"])


def test_disable_next_holds_for_one_bullet(lint: Lint) -> None:
    text = "- bad\n<!-- pmlint: disable-next all -->\n- bad and\n  ugly\n- bad\n  - bad\n"
    assert lint(text) == (
        ["bad-word@1", "bad-word@5", "bad-word@6"],
        ["bad-word@3", "ugly-word@4"],
    )


def test_disable_next_holds_for_a_table_and_goes_past_comments(lint: Lint) -> None:
    text = (
        "<!-- pmlint: disable-next bad-word -->\n<!-- another -->\n\n"
        "| x | y |\n| - | - |\n"
        "| bad and so | it is bad |\n| ugly it was | the bad one |\n\nbad\n"
    )
    shown, held = lint(text)
    assert shown == ["ugly-word@7", "bad-word@9"]
    assert held == ["bad-word@6", "bad-word@6", "bad-word@7"]


def test_disable_next_holds_for_a_heading(lint: Lint) -> None:
    text = "bad\n\n<!-- pmlint: disable-next missing-end -->\n## End\n"
    assert lint(text) == (["bad-word@1"], ["missing-end@4"])


def test_disable_holds_until_enable(lint: Lint) -> None:
    text = (
        "bad\n\n<!-- pmlint: disable bad-word, ugly-word -->\n\nbad ugly\n\n"
        "<!-- pmlint: enable ugly-word -->\n\nbad ugly\n\n"
        "<!-- pmlint: enable bad-word -->\n\nbad\n"
    )
    shown, held = lint(text)
    assert shown == ["bad-word@1", "ugly-word@9", "bad-word@13"]
    assert held == ["bad-word@5", "ugly-word@5", "bad-word@9"]


def test_enable_gives_back_a_part_of_what_a_name_holds(lint: Lint) -> None:
    text = (
        "<!-- pmlint: disable wording -->\n\nbad ugly\n\n"
        "<!-- pmlint: enable ugly-word -->\n\nbad ugly\n\n"
        "<!-- pmlint: enable all -->\n\nbad ugly\n"
    )
    shown, held = lint(text)
    assert shown == ["ugly-word@7", "bad-word@11", "ugly-word@11"]
    assert held == ["bad-word@3", "ugly-word@3", "bad-word@7"]


def test_disable_file_and_front_matter_hold_everywhere(lint: Lint) -> None:
    assert lint("bad\n\n<!-- pmlint: disable-file naughty-word -->\n\nbad\n") == (
        [],
        ["bad-word@1", "bad-word@5"],
    )
    assert lint("---\npmlint:\n  disable: [bad-*]\n---\nbad\n") == ([], ["bad-word@5"])


def test_a_modeline_sets_the_profile(lint: Lint, linter: Make, read: Read) -> None:
    text = "<!-- pmlint: profile=strict -->\n\nbad\n"
    assert lint(text)[0] == ["bad-word@3", "never-runs@3"]
    forced = Settings().overridden(profile="default")
    assert lint(text, forced)[0] == ["bad-word@3"]
    front = "---\npmlint:\n  profile: draft\n---\nbad\n"
    assert lint(front)[0] == []


def test_names_that_stand_for_nothing(lint: Lint) -> None:
    text = "<!-- pmlint: disable-next bad-wrd, bad-word, acme/rule, nope-* -->\nbad\n"
    shown, held = lint(text)
    assert shown == ["unknown-rule-in-directive@1", "unknown-rule-in-directive@1"]
    assert held == ["bad-word@2"]


def test_a_near_name_is_offered(linter: Make, read: Read, rules: list[Rule]) -> None:
    text = "<!-- pmlint: disable-next bad-wrd -->\nbad\n"
    report = linter(*rules).lint(read(text), "note")
    finding = report.findings[0]
    assert finding.message == 'there is no rule "bad-wrd"; did you mean "bad-word"?'
    assert finding.span.of(text) == "bad-wrd"
    assert fix(text, report.findings, ("suggestion",)).text == text.replace("bad-wrd", "bad-word")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<!-- pmlint: disable-next bad-word -->\ngood\n\nbad\n", ["unused@1", "bad-word@4"]),
        ("<!-- pmlint: disable-file ugly-word -->\n\nbad\n", ["unused@1", "bad-word@3"]),
        ("<!-- pmlint: disable-file wording -->\n\ngood\n", ["unused@1"]),
        ("<!-- pmlint: disable-file all -->\n\ngood\n", ["unused@1"]),
        ("bad\n\n<!-- pmlint: disable-next bad-word -->\n", ["bad-word@1", "unused@3"]),
        ("<!-- pmlint: disable-file never-runs -->\n\ngood\n", []),
        ("<!-- pmlint: disable-file structure, acme/x -->\n\n## End\n", []),
        ("<!-- pmlint: disable-file unused-suppression, bad-word -->\n\ngood\n", []),
        ("<!-- pmlint: disable bad-word -->\n\nbad\n\n<!-- pmlint: enable bad-word -->\n", []),
    ],
)
def test_what_holds_back_nothing(lint: Lint, text: str, shown: list[str]) -> None:
    found = [one.replace("unused-suppression", "unused") for one in lint(text)[0]]
    assert found == shown


def test_two_that_hold_the_same_are_both_used(lint: Lint) -> None:
    text = "<!-- pmlint: disable-file bad-word -->\n<!-- pmlint: disable-next bad-word -->\nbad\n"
    assert lint(text) == ([], ["bad-word@3"])


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("<!-- pmlint: disable-next bad-word, ugly-word -->\ngood\n", "\ngood\n"),
        (
            "<!-- pmlint: disable-next bad-word, ugly-word -- why -->\nbad\n",
            "<!-- pmlint: disable-next bad-word -- why -->\nbad\n",
        ),
        (
            "---\npmlint:\n  disable: [bad-word, ugly-word]\n---\nugly\n",
            "---\npmlint:\n  disable: [ugly-word]\n---\nugly\n",
        ),
    ],
)
def test_the_fix_takes_the_unused_name_out(
    linter: Make, read: Read, rules: list[Rule], text: str, fixed: str
) -> None:
    report = linter(*rules).lint(read(text), "note")
    assert fix(text, report.findings).text == fixed


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<!-- pmlint: disbale x -->", '"disbale" is no directive; did you mean "disable"?'),
        ("<!-- pmlint: enable bad-word -->", '"bad-word" is not disabled here'),
        (
            "<!-- pmlint: disable-file bad-word -->\n\nbad\n\n<!-- pmlint: enable bad-word -->",
            '"bad-word" is not disabled here',
        ),
        ("<!-- pmlint: kind=poem -->", 'there is no document kind "poem"'),
        ("Words. <!-- pmlint: disable -->", "it names no rule"),
    ],
)
def test_what_cannot_be_understood(
    linter: Make, read: Read, rules: list[Rule], text: str, message: str
) -> None:
    report = linter(*rules).lint(read(text), "note")
    (finding,) = report.findings
    assert finding.rule == "malformed-directive"
    assert finding.message.startswith(f"this directive does not work: {message}")
    assert finding.span.of(text) in text


def test_a_reason_may_be_required(lint: Lint) -> None:
    text = (
        "<!-- pmlint: disable-next bad-word -->\nbad\n\n"
        "<!-- pmlint: disable-next bad-word -- as agreed -->\nbad\n"
    )
    assert lint(text)[0] == []
    settings = Settings().overridden(rules={"malformed-directive": {"require-reason": True}})
    assert lint(text, settings)[0] == ["malformed-directive@1"]


def test_what_is_held_back_neither_counts_for_density_nor_for_the_line(
    linter: Make, read: Read, make_rule: NewRule, flag_words: FlagWords
) -> None:
    rules = [
        make_rule("very", flag_words("very"), metadata={"density": 1}, rank=1),
        make_rule("so", flag_words("so"), rank=2),
        make_rule("odd", flag_words("odd"), rank=3),
    ]
    text = "<!-- pmlint: disable-next very -->\n\nvery so odd\n\nvery\n"
    report = linter(*rules).lint(read(text), "note")
    assert [(one.rule, one.message) for one in report.findings] == [
        ("so", "so!"),
        ("odd", "odd!"),
        ("very", "very!"),
    ]


def test_crlf_and_emoji(lint: Lint) -> None:
    text = "🙂 ugly\r\n\r\n<!-- pmlint: disable-next bad-word -- 🙂 -->\r\n- 🙂 bad\r\n- bad\r\n"
    assert lint(text) == (["ugly-word@1", "bad-word@5"], ["bad-word@4"])


def test_a_rule_of_a_plugin_may_look_at_directives(
    linter: Make, read: Read, make_rule: NewRule
) -> None:
    def check(directive: Any, _: object) -> list[Flag]:
        assert isinstance(directive.line, Line)
        return [Flag(Place(directive.line))] if directive.verb == "disable-file" else []

    text = "<!-- pmlint: disable-file all -->\n"
    made = linter(make_rule("acme/no-file", check, unit="directive"))
    (finding,) = made.lint(read(text), "note").findings
    assert (finding.rule, finding.span.of(text)) == ("acme/no-file", text.strip())
