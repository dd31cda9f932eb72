from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from pmlint.api import (
    Document as View,
)
from pmlint.api import (
    Edit,
    Finding,
    Fix,
    Flag,
    Line,
    Option,
    Place,
    Rule,
    Section,
    Span,
)
from pmlint.config.errors import ConfigError
from pmlint.config.load import settings_for
from pmlint.config.settings import Choice, PerPath, Settings
from pmlint.document.document import Document
from pmlint.engine.lint import Cancelled, Linter
from pmlint.engine.report import Report, Typing
from pmlint.host.host import Host, Words

Make = Callable[..., Linter]
Read = Callable[[str], Document]
NewRule = Callable[..., Rule]
FlagWords = Callable[..., Callable[..., Iterable[Flag]]]

TEXT = """\
# Led the way 🙂

Led a team. We **led** more, and led
  again.

> Led by others.

- Led one.
- Not me.

| Led as a head | x |
| --- | - |
| led in a cell | y |

```
led
```
"""


def at(text: str, report: Report) -> list[str]:
    return [f"{one.rule}: {one.span.of(text)}" for one in report.findings]


def spans(report: Report) -> list[tuple[str, Span]]:
    return [(one.rule, one.span) for one in report.findings]


def test_line_rules_see_bullets_and_prose_and_nothing_else(
    linter: Make, read: Read, make_rule: NewRule
) -> None:
    seen: list[tuple[str, str, str]] = []

    def look(line: Line, _: object) -> None:
        seen.append((line.text, line.block, line.section))

    linter(make_rule("look", look)).lint(read("## Experience\n\n" + TEXT), "note")
    assert [(text, block) for text, block, _ in seen] == [
        ("Led a team.", "paragraph"),
        ("We led more, and led again.", "paragraph"),
        ("Led one.", "item"),
        ("Not me.", "item"),
        ("led in a cell", "cell"),
    ]


def test_findings_stand_in_the_source(
    linter: Make, read: Read, make_rule: NewRule, flag_words: FlagWords
) -> None:
    text = TEXT.replace("\n", "\r\n")
    report = linter(make_rule("led", flag_words("led", "Led"))).lint(read(text), "note")
    assert [text[: one.span.start].count("\n") for one in report.findings] == [2, 2, 2, 7, 12]
    assert {one.span.of(text).lower() for one in report.findings} == {"led"}
    one = report.findings[0]
    assert one[:6] == ("led", "pmlint", "warning", "led!", "led?", "note")
    assert report.problems == ()


def test_a_span_covers_the_markup_in_it(linter: Make, read: Read, make_rule: NewRule) -> None:
    text = "- We **led** more `here`.\n"
    report = linter(make_rule("all", lambda line, _: [Flag(Place(line))])).lint(read(text), "note")
    assert at(text, report) == ["all: We **led** more `here`."]


def test_claims_are_read_for_the_kind(linter: Make, read: Read, make_rule: NewRule) -> None:
    def claims(line: Line, _: object) -> Iterator[Flag]:
        if line.claim.claim:
            yield Flag(Place(line))

    text = "## Experience\n\n- Cut churn by 8% because renewals failed.\n- Python, Go\n"
    found = linter(make_rule("claims", claims)).lint(read(text), "resume")
    assert at(text, found) == ["claims: Cut churn by 8% because renewals failed."]


def test_opening_section_and_document_rules(linter: Make, read: Read, make_rule: NewRule) -> None:
    text = (
        "---\nauthor: me\n---\n# Title\n\n- [Goals](#goals)\n\nAuthor: Jane Doe\n\nWe start here.\n\n"
        "## Problem\n\n"
        "- It hurts.\n\n> They said so.\n\n## Empty\n"
    )
    seen: dict[str, Any] = {}

    def opening(lines: list[Line], _: object) -> list[Flag]:
        seen["opening"] = [line.text for line in lines]
        return [Flag(Place(lines[0], Span(0, 2)))]

    def section(part: Section, _: object) -> Iterator[Flag]:
        lines = [line.text for line in part.lines]
        seen.setdefault("sections", []).append((part.title, part.role, part.level, lines))
        if not part.lines and part.heading:
            yield Flag(Place(part.heading))

    def document(view: View, _: object) -> Iterator[Flag]:
        seen["document"] = [line.text for line in view.lines]
        seen["kind"] = view.kind
        assert next(iter(view.opening)).text == "We start here."
        assert [part.title for part in view.sections][-2:] == ["Problem", "Empty"]
        problem = view.sections[-2]
        assert problem.heading is not None
        yield Flag(
            Place(problem.lines[0]),
            "custom",
            related=((Place(problem.heading, Span(0, 4)), "see"),),
        )

    rules = [
        make_rule("an-opening", opening, unit="opening"),
        make_rule("a-section", section, unit="section"),
        make_rule("a-document", document, unit="document"),
    ]
    report = linter(*rules).lint(read(text), "proposal")
    assert report.problems == ()
    assert at(text, report) == ["an-opening: We", "a-document: It hurts.", "a-section: Empty"]
    assert seen["opening"] == ["We start here.", "It hurts.", "They said so."]
    assert seen["sections"][-2:] == [
        ("Problem", "problem", 2, ["It hurts.", "They said so."]),
        ("Empty", "", 2, []),
    ]
    assert "Problem" not in seen["document"]
    assert seen["document"][-3:] == ["We start here.", "It hurts.", "They said so."]
    assert seen["kind"] == "proposal"
    finding = report.findings[1]
    assert finding.message == "custom"
    assert [(one.span.of(text), one.message) for one in finding.related] == [("Prob", "see")]


def test_a_rule_with_reach_sees_the_lines_that_follow_in_its_section(
    linter: Make, read: Read, make_rule: NewRule
) -> None:
    text = "- One.\n- Two.\n\nThree. Four.\n\n```\ncode\n```\n\n> Five.\n\n# Next\n\nSix.\n"
    seen = {}

    def look(line: Line, _: object) -> Iterator[Flag]:
        seen[line.text] = [one.text for one in line.following]
        if line.text == "Two.":
            yield Flag(Place(line), related=tuple((Place(one), one.text) for one in line.following))

    report = linter(make_rule("look", look, reach=2)).lint(read(text), "note")
    assert seen == {
        "One.": ["Two.", "Three."],
        "Two.": ["Three.", "Four."],
        "Three.": ["Four.", "Five."],
        "Four.": ["Five."],
        "Six.": [],
    }
    (finding,) = report.findings
    assert [one.span.of(text) for one in finding.related] == ["Three.", "Four."]


def test_options_severity_and_kinds_come_from_the_settings(
    linter: Make, read: Read, make_rule: NewRule
) -> None:
    got = {}

    def look(line: Line, options: Any) -> list[Flag]:
        got.update(options)
        return [Flag(Place(line))]

    option = (Option("least", 2, "n"), Option("terms", ("a",), "t"))
    rules = [
        make_rule("look", look, options=option, aliases=("see",)),
        make_rule("story-only", look, kinds=frozenset({"story"})),
    ]
    settings = Settings().overridden(rules={"see": {"severity": "hint", "least": 5}})
    report = linter(*rules, settings=settings).lint(read("One.\n"), "note")
    assert got == {"least": 5, "terms": ("a",)}
    assert [(one.rule, one.severity) for one in report.findings] == [("look", "hint")]


def test_settings_by_path(
    linter: Make, read: Read, make_rule: NewRule, flag_words: FlagWords, tmp_path: Any
) -> None:
    settings = Settings(
        per_path=(PerPath(("old/",), Choice("f", None, (), ("one",))),), root=str(tmp_path)
    )
    made = linter(make_rule("one", flag_words("One")), settings=settings)
    document = read("One.\n")
    assert len(made.lint(document, "note", str(tmp_path / "cv.md")).findings) == 1
    assert len(made.lint(document, "note", str(tmp_path / "old" / "cv.md")).findings) == 0
    assert len(made.lint(document, "note").findings) == 1


def test_a_config_that_names_what_is_not_there(linter: Make) -> None:
    with pytest.raises(ConfigError, match='there is no rule "nothing"'):
        linter(settings=Settings().overridden(select=["nothing"]))


def test_at_most_two_a_line_and_the_others_as_related(
    linter: Make, read: Read, make_rule: NewRule, flag_words: FlagWords
) -> None:
    def document(view: View, _: object) -> list[Flag]:
        return [Flag(Place(view.lines[0]))]

    text = "- a b c\n- c\n"
    rules = [
        make_rule("rule-a", flag_words("a"), rank=30),
        make_rule("rule-b", flag_words("b"), rank=10),
        make_rule("rule-c", flag_words("c"), rank=20),
        make_rule("rule-d", document, unit="document", rank=5),
    ]
    report = linter(*rules).lint(read(text), "note")
    assert at(text, report) == ["rule-d: a b c", "rule-b: b", "rule-c: c"]
    assert [(one.rule, one.span.of(text)) for one in report.findings[0].related] == [
        ("rule-c", "c"),
        ("rule-a", "a"),
    ]
    everything = linter(*rules, settings=Settings(max_per_line=0)).lint(read(text), "note")
    assert len(everything.findings) == 5


def test_a_fault_that_runs_through_a_draft_is_shown_once(
    linter: Make, read: Read, make_rule: NewRule, flag_words: FlagWords
) -> None:
    rules = [
        make_rule("very", flag_words("very"), metadata={"density": 2}),
        make_rule("so", flag_words("so"), metadata={"density": 2}),
        make_rule("odd", flag_words("odd")),
    ]
    text = "- very odd\n- so very\n\nIt is very odd. So very so.\n"
    document = read(text)
    report = linter(*rules).lint(document, "note")
    assert at(text, report) == ["very: very", "odd: odd", "so: so", "odd: odd", "so: so"]
    first = report.findings[0]
    assert first.message == "very! (and 3 more of this in the draft)"
    starts = [at for at in range(len(text)) if text.startswith("very", at)]
    assert [one.span.start for one in first.related] == starts[1:]
    assert {one.span.of(text) for one in first.related} == {"very"}
    off = linter(*rules, settings=Settings(density=False, max_per_line=0)).lint(document, "note")
    assert at(text, off).count("very: very") == 4


def test_a_fix_over_markup_is_dropped_and_over_a_line_break_is_not(
    linter: Make, read: Read, make_rule: NewRule
) -> None:
    def check(line: Line, _: object) -> list[Flag]:
        start = line.text.index("in order")
        delete = Edit(Span(start, start + 9), "")
        insert = Edit(Span(len(line.text), len(line.text)), " because [why?]")
        return [Flag(Place(line), fixes=(Fix("Delete", (delete,), "safe"), Fix("Add", (insert,))))]

    made = linter(make_rule("wordy", check))
    for text, expected in [
        ("We did it in order to win.", ["We did it to win.", None]),
        ("We did it in order\nto win.", ["We did it to win.", None]),
        ("- We did it in *order* to win.", [None]),
        ("We &amp; it in order to win.", ["We &amp; it to win.", None]),
    ]:
        (finding,) = made.lint(read(text), "note").findings
        fixed = []
        for fix in finding.fixes:
            ((span, new),) = fix.edits
            fixed.append(text[: span.start] + new + text[span.end :])
        assert fixed[-1] == text + " because [why?]"
        assert fixed[:-1] == expected[:-1]


def test_a_failing_rule_is_benched_for_good_and_named_once(
    linter: Make, read: Read, make_rule: NewRule, flag_words: FlagWords
) -> None:
    calls = []

    def bad(line: Line, _: object) -> list[Flag]:
        calls.append(line.text)
        if line.text == "Two.":
            raise ValueError("no")
        return [Flag(Place(line))]

    def document(_: View, __: object) -> list[Flag]:
        raise SystemExit

    rules = [
        make_rule("acme/bad", bad),
        make_rule("good", flag_words("One", "Two", "Three")),
        make_rule("worse", document, unit="document"),
    ]
    made = linter(*rules)
    text = "One.\n\nTwo.\n\nThree.\n"
    report = made.lint(read(text), "note", "cv.md")
    assert at(text, report) == ["good: One", "good: Two", "good: Three"]
    assert [(one.rule, one.package, one.path) for one in report.problems] == [
        ("acme/bad", "pmlint-acme", "cv.md"),
        ("worse", "pmlint", "cv.md"),
    ]
    assert calls == ["One.", "Two."]
    again = made.lint(read(text), "note", "other.md")
    assert again.problems == ()
    assert at(text, again) == at(text, report)
    assert calls == ["One.", "Two."]


def test_a_line_that_language_cannot_read_blames_no_rule(
    linter: Make,
    read: Read,
    make_rule: NewRule,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from pmlint.language import claims

    real = claims.read

    def breaks(text: str, *rest: Any) -> Any:
        if text == "Two.":
            raise RuntimeError("odd")
        return real(text, *rest)

    monkeypatch.setattr(claims, "read", breaks)
    made = linter(make_rule("all", lambda line, _: [Flag(Place(line))]))
    report = made.lint(read("One.\n\nTwo.\n"), "note")
    assert len(report.findings) == 2
    assert [(one.rule, one.plugin) for one in report.problems] == [("", "pmlint")]
    assert "RuntimeError: odd: 'Two.'" in report.problems[0].message


def test_what_a_plugin_rule_prints_does_not_reach_standard_output(
    linter: Make, read: Read, make_rule: NewRule, capsys: pytest.CaptureFixture[str]
) -> None:
    def loud(line: Line, _: object) -> None:
        print(line.text)

    linter(make_rule("acme/loud", loud)).lint(read("One.\n"), "note")
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "One.\n")


def test_cancel(linter: Make, read: Read, make_rule: NewRule, flag_words: FlagWords) -> None:
    asked = []

    def later() -> bool:
        asked.append(1)
        return len(asked) > 3

    made = linter(make_rule("one", flag_words("One")))
    document = read("One.\n\n" * 200)
    with pytest.raises(Cancelled):
        made.lint(document, "note", cancel=later)
    assert len(made.lint(document, "note", cancel=lambda: False).findings) == 200


def test_the_line_that_is_being_typed_is_spared_what_waits(
    linter: Make, read: Read, make_rule: NewRule, flag_words: FlagWords
) -> None:
    rules = [
        make_rule("waits", flag_words("One", "Two"), moment="finished"),
        make_rule("now", flag_words("One", "Two"), moment="at once"),
    ]
    made = linter(*rules)
    text = "One.\n\n- Two\n"
    document = read(text)
    everything = ["now: One", "waits: One", "now: Two", "waits: Two"]
    assert at(text, made.lint(document, "note")) == everything
    for offset in (8, 9, 11):
        report = made.lint(document, "note", typing=Typing(offset))
        assert at(text, report) == ["now: One", "waits: One", "now: Two"], offset
        assert report.typed == {"waits", "now"}
    for offset in (0, 4):
        report = made.lint(document, "note", typing=Typing(offset))
        assert at(text, report) == ["now: One", "now: Two", "waits: Two"], offset
    for offset in (5, 12):
        report = made.lint(document, "note", typing=Typing(offset))
        assert at(text, report) == everything, offset
        assert report.typed == set()
    shown = made.lint(document, "note", typing=Typing(11, shown=frozenset({"waits"})))
    assert at(text, shown) == everything
    blank = "- Two  "
    assert at(blank, made.lint(read(blank), "note", typing=Typing(7))) == ["now: Two"]


def test_while_a_line_is_typed_larger_units_say_only_what_is_shown_already(
    linter: Make, read: Read, make_rule: NewRule
) -> None:
    def document(view: View, _: object) -> list[Flag]:
        return [Flag(Place(view.lines[0]))]

    rules = [
        make_rule("doc", document, unit="document"),
        make_rule("doc-now", document, unit="document", moment="at once"),
    ]
    made = linter(*rules)
    text = "One.\n\n- Two\n"
    report = made.lint(read(text), "note", typing=Typing(11))
    assert at(text, report) == ["doc-now: One."]
    assert report.wide == {"doc", "doc-now"}
    report = made.lint(read(text), "note", typing=Typing(11, wide=frozenset({"doc"})))
    assert at(text, report) == ["doc: One.", "doc-now: One."]


def test_pieces_between_two_places(
    linter: Make, read: Read, make_rule: NewRule, flag_words: FlagWords
) -> None:
    report = linter(make_rule("x", flag_words("x"))).lint(read("- x\n- y\n- x\n- x\n"), "note")
    starts = [start for start, _ in report.pieces]
    assert starts == [0, 8, 12]
    assert [start for start, _ in report.between(9, 12)] == [8, 12]
    assert [start for start, _ in report.between(4, 5)] == [0]
    assert [start for start, _ in report.between(0, 99)] == starts


def test_claims_and_line_at(linter: Make, read: Read) -> None:
    text = "## Experience\n\n- **Cut** churn.\n\n> Said.\n"
    made = linter()
    document = read(text)
    lines = list(made.claims(document, "resume"))
    assert [span.of(text) for span, _ in lines] == ["Experience", "Cut** churn.", "Said."]
    assert [line.section for _, line in lines] == ["experience"] * 3
    assert [line.quoted for _, line in lines] == [False, False, True]
    found = made.line_at(document, "resume", text.index("churn"))
    assert found is not None
    assert found == lines[1]
    assert made.line_at(document, "resume", 14) is None
    assert made.line_at(read(""), "resume", 0) is None


def test_decisions(linter: Make, make_rule: NewRule, flag_words: FlagWords) -> None:
    made = linter(make_rule("one", flag_words(), kinds=frozenset({"story"})))
    decided = {one.rule.name: decision for one, decision in made.decisions("note")}
    assert decided["one"] == (False, "it is for story, and this is a note")
    assert decided["unused-suppression"].on


def test_timing_counts_every_rule_and_changes_nothing(
    linter: Make, read: Read, make_rule: NewRule, flag_words: FlagWords
) -> None:
    ticks = iter(range(10**6))
    rules = [make_rule("one", flag_words("One")), make_rule("two", lambda *_: None)]
    timed = linter(*rules, clock=lambda: float(next(ticks)))
    text = "One.\n\nTwo.\n"
    assert spans(timed.lint(read(text), "note")) == spans(linter(*rules).lint(read(text), "note"))
    assert timed.times == {"one": 2.0, "two": 2.0}


def test_required_plugins_that_are_not_there(linter: Make) -> None:
    made = linter(settings=Settings(require_plugins=("acme",)))
    assert [one.message for one in made.problems] == [
        'the config requires the plugin "acme", which is switched off'
    ]


def test_words_of_plugins_and_config(
    built_in: Host, read: Read, make_rule: NewRule, tmp_path: Path
) -> None:
    host = Host()
    host.kinds = built_in.kinds
    host.words.append(Words("acme", "pmlint-acme", "1.2", {"no-such-class": ("x",)}))
    made = Linter(host, Settings())
    assert [(one.package, one.message) for one in made.problems] == [
        ("pmlint-acme", 'there is no word class "no-such-class"')
    ]
    (tmp_path / "pmlint.toml").write_text('[words]\n"nor-this" = ["x"]\n', encoding="utf-8")
    with pytest.raises(ConfigError, match='2:1: no word class "nor-this"'):
        Linter(host, settings_for(str(tmp_path)))


def test_findings_are_in_order_of_place(
    linter: Make, read: Read, make_rule: NewRule, flag_words: FlagWords
) -> None:
    def document(view: View, _: object) -> Iterator[Flag]:
        for line in reversed(view.lines):
            yield Flag(Place(line))

    rules = [make_rule("z", flag_words("e"), rank=1), make_rule("d", document, unit="document")]
    report = linter(*rules, settings=Settings(max_per_line=0)).lint(read(TEXT), "note")
    keys = [(one.span.start, one.rank, one.rule) for one in report.findings]
    assert keys == sorted(keys)
    assert len(keys) > 10


def test_an_empty_document(linter: Make, read: Read, make_rule: NewRule) -> None:
    report = linter(make_rule("all", lambda line, _: [Flag(Place(line))])).lint(read(""), "note")
    assert report.findings == ()
    assert report.suppressed == ()


def test_a_finding_shifts_with_all_it_holds() -> None:
    finding = Finding("r", "p", "info", "m", "q", "k", Span(1, 2))
    assert finding.shifted(0) is finding
    assert finding.shifted(3).span == Span(4, 5)
