"""Each output format, on the same findings, letter by letter."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

import pytest

from pmlint import __version__
from pmlint.api.finding import Finding, Related, SourceEdit, SourceFix
from pmlint.api.report import CheckedFile, Failure, Look, ReportFormat, Totals
from pmlint.report import formats, statistics
from pmlint.report.guarded import ReportError
from pmlint.text.span import Span


def flagged(text: str, words: str, **given: Any) -> CheckedFile:
    """A draft with one finding on ``words``, which stand once in ``text``."""
    assert text.count(words) == 1
    start = text.index(words)
    return CheckedFile(
        given.pop("path", "cv.md"),
        text,
        "resume",
        (finding(start, start + len(words), **given),),
    )


def finding(start: int, end: int, **given: Any) -> Finding:
    usual: dict[str, Any] = {
        "rule": "missing-because",
        "plugin": "pmlint",
        "severity": "warning",
        "message": "A technical result with no reason.",
        "question": "Because what was hurting whom?",
        "kind": "resume",
    }
    return Finding(**{**usual, **given}, span=Span(start, end))


TEXT = "# Me\n\n- Cut latency by 40%.\n- I think we should wait.\n"
FIX = SourceFix(
    'Delete "I think"', (SourceEdit(Span(31, 39), ""), SourceEdit(Span(39, 41), "We")), "safe"
)
BLANK = SourceFix("Add a because", (SourceEdit(Span(27, 27), " because [why?]"),), "template")
CHECKED = CheckedFile(
    "my cv.md",
    TEXT,
    "resume",
    (
        finding(
            8,
            27,
            fixes=(BLANK,),
            related=(Related(Span(20, 26), "How is it known?", "vague-impact"),),
        ),
        finding(
            31,
            38,
            rule="hedged-recommendation",
            severity="hint",
            message="A recommendation, hedged.",
            question="Do you recommend it or not?",
            fixes=(FIX, FIX._replace(title="Say why", safety="suggestion")),
        ),
    ),
)
TOTALS = Totals(
    files=3,
    files_with_findings=1,
    findings=2,
    by_rule={"missing-because": 1, "hedged-recommendation": 1},
    by_severity={"warning": 1, "hint": 1},
    fixable=1,
    failures=(Failure("bad.md", "not valid UTF-8", 2, 7), Failure("", "a plugin did not load")),
)
PIPE = Look()
NOTHING = Totals(2, 0, 0, {}, {}, 0, ())


def format_called(name: str) -> ReportFormat:
    found = formats.find(name, {})
    assert found is not None
    return found


def report(
    name: str,
    files: Sequence[CheckedFile] = (CHECKED,),
    totals: Totals = TOTALS,
    look: Look = PIPE,
) -> str:
    form = format_called(name)
    parts = [part for part in (form.file(each, look) for each in files) if part]
    return form.head() + form.between.join(parts) + form.tail(totals, look)


def test_full() -> None:
    assert report("full") == (
        "my cv.md:3:3: missing-because: A technical result with no reason.\n"
        "  |\n"
        "3 | - Cut latency by 40%.\n"
        "  |   ^^^^^^^^^^^^^^^^^^^\n"
        "  ask: Because what was hurting whom?\n"
        "  fill in: Add a because\n"
        "  also at 3:15: vague-impact: How is it known?\n"
        "\n"
        "my cv.md:4:4: hedged-recommendation: A recommendation, hedged.\n"
        "  |\n"
        "4 | - I think we should wait.\n"
        "  |    ^^^^^^^\n"
        "  ask: Do you recommend it or not?\n"
        '  fix (safe): Delete "I think"\n'
        "  or: Say why\n"
        "\n"
        "Checked 3 drafts: 2 questions in 1 of them (1 warning, 1 hint)."
        " 1 can be fixed safely with --fix.\n"
    )


def test_full_with_nothing_found_speaks_to_a_terminal_only() -> None:
    assert report("full", (), NOTHING) == ""
    assert report("full", (), NOTHING, Look(terminal=True)) == "Checked 2 drafts: nothing to ask.\n"
    assert report("full", (), NOTHING._replace(files=1), Look(terminal=True)) == (
        "Checked 1 draft: nothing to ask.\n"
    )
    assert report("full", (), NOTHING._replace(files=0), Look(terminal=True)) == ""
    assert report("full", (), NOTHING._replace(fixed=1)) == (
        "Fixed 1 place. Checked 2 drafts: nothing to ask.\n"
    )


def test_full_counts_one_draft_without_saying_which() -> None:
    totals = TOTALS._replace(files=1, by_severity={"error": 2, "info": 1}, fixable=0, findings=3)
    assert report("full", (), totals) == "Checked 1 draft: 3 questions (2 errors, 1 info).\n"


def test_full_in_color_says_the_same() -> None:
    colored = report("full", look=Look(color=True))
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == report("full")


def test_words_of_a_draft_cannot_color_the_report() -> None:
    checked = flagged("Cut \x1b[2J it\n", "Cut", path="\x1b[1m.md", message="\x1b]0;x\x07")
    for name in ("full", "concise"):
        assert "\x1b" not in report(name, (checked,))


def test_concise() -> None:
    assert report("concise") == (
        "my cv.md:3:3: missing-because: A technical result with no reason."
        " Because what was hurting whom?\n"
        "my cv.md:4:4: hedged-recommendation: A recommendation, hedged."
        " Do you recommend it or not?\n"
    )
    assert report("concise", (), NOTHING) == ""


def test_json() -> None:
    assert json.loads(report("json")) == {
        "schema": 1,
        "version": __version__,
        "findings": [
            {
                "path": "my cv.md",
                "rule": "missing-because",
                "plugin": "pmlint",
                "severity": "warning",
                "message": "A technical result with no reason.",
                "question": "Because what was hurting whom?",
                "kind": "resume",
                "start": {"line": 3, "column": 3},
                "end": {"line": 3, "column": 22},
                "offset": [8, 27],
                "text": "Cut latency by 40%.",
                "fixes": [
                    {
                        "title": "Add a because",
                        "safety": "template",
                        "edits": [
                            {
                                "start": {"line": 3, "column": 22},
                                "end": {"line": 3, "column": 22},
                                "offset": [27, 27],
                                "text": " because [why?]",
                            }
                        ],
                    }
                ],
                "related": [
                    {
                        "rule": "vague-impact",
                        "message": "How is it known?",
                        "start": {"line": 3, "column": 15},
                        "end": {"line": 3, "column": 21},
                        "offset": [20, 26],
                        "text": "by 40%",
                    }
                ],
            },
            {
                "path": "my cv.md",
                "rule": "hedged-recommendation",
                "plugin": "pmlint",
                "severity": "hint",
                "message": "A recommendation, hedged.",
                "question": "Do you recommend it or not?",
                "kind": "resume",
                "start": {"line": 4, "column": 4},
                "end": {"line": 4, "column": 11},
                "offset": [31, 38],
                "text": " think ",
                "fixes": [
                    {
                        "title": title,
                        "safety": safety,
                        "edits": [
                            {
                                "start": {"line": 4, "column": 4},
                                "end": {"line": 4, "column": 12},
                                "offset": [31, 39],
                                "text": "",
                            },
                            {
                                "start": {"line": 4, "column": 12},
                                "end": {"line": 4, "column": 14},
                                "offset": [39, 41],
                                "text": "We",
                            },
                        ],
                    }
                    for title, safety in (('Delete "I think"', "safe"), ("Say why", "suggestion"))
                ],
                "related": [],
            },
        ],
        "errors": [
            {"path": "bad.md", "message": "not valid UTF-8", "start": {"line": 2, "column": 7}},
            {"path": "", "message": "a plugin did not load"},
        ],
        "summary": {
            "files": 3,
            "findings": 2,
            "by_rule": {"hedged-recommendation": 1, "missing-because": 1},
        },
    }


def test_json_of_several_files_and_of_none() -> None:
    several = json.loads(report("json", (CHECKED, flagged("Cut it", "Cut"), CHECKED)))
    assert [each["path"] for each in several["findings"]] == [
        *["my cv.md"] * 2,
        "cv.md",
        *["my cv.md"] * 2,
    ]
    assert json.loads(report("json", (), NOTHING))["findings"] == []


@pytest.mark.parametrize(
    "text", ["\u00e9\U0001f680 Cut", "a\r\nb\rCut\u2028", "\ufeff\f\tCut\u0301", '"\\Cut']
)
@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_places_hold_for_every_text(text: str, name: str) -> None:
    found = json.loads(report(name, (flagged(text, "Cut"),)).split('\n{"type"')[0])
    each = found["findings"][0] if name == "json" else found
    assert text[slice(*each["offset"])] == each["text"] == "Cut"


def test_jsonl_is_the_same_data_in_lines() -> None:
    rows = [json.loads(row) for row in report("jsonl").rstrip("\n").split("\n")]
    whole = json.loads(report("json"))
    assert [row.pop("type") for row in rows] == ["finding", "finding", "error", "error", "summary"]
    assert rows[:2] == whole["findings"]
    assert rows[2:4] == whole["errors"]
    assert rows[4] == {"schema": 1, "version": __version__, **whole["summary"]}


def test_github() -> None:
    assert report("github") == (
        "::warning title=pmlint (missing-because),file=my cv.md,line=3,col=3,endLine=3,endColumn=22"
        "::A technical result with no reason. Because what was hurting whom?\n"
        "::notice title=pmlint (hedged-recommendation),file=my cv.md,line=4,col=4,endLine=4,endColumn=11"
        "::A recommendation, hedged. Do you recommend it or not?\n"
        "::error title=pmlint,file=bad.md,line=2,col=7::not valid UTF-8\n"
        "::error title=pmlint::a plugin did not load\n"
    )


def test_github_escapes_what_would_end_a_command() -> None:
    checked = flagged("Cut it\n", "Cut", path="a,b:c%.md", message="100%\nsure, or: not")
    assert report("github", (checked,), NOTHING) == (
        "::warning title=pmlint (missing-because),file=a%2Cb%3Ac%25.md,line=1,col=1,endLine=1,endColumn=4"
        "::100%25%0Asure, or: not. Because what was hurting whom?\n"
    )


def test_statistics() -> None:
    counts = {"vague-impact": 3, "missing-because": 12, "a-rule": 3}
    assert statistics.FORMAT.file(CHECKED, Look()) == ""
    assert statistics.FORMAT.tail(TOTALS._replace(by_rule=counts), Look()) == (
        "12  missing-because\n 3  a-rule\n 3  vague-impact\n"
    )
    assert statistics.FORMAT.tail(NOTHING, Look()) == ""


def test_formats_are_found_by_name_and_a_plugin_adds_but_does_not_replace() -> None:
    mine = ReportFormat("mine", "mine", lambda *_: "mine")
    plugged = {"mine": mine, "json": mine}
    assert formats.names(plugged) == ("full", "concise", "json", "jsonl", "github", "mine")
    found, built_in = formats.find("mine", plugged), formats.find("json", plugged)
    assert found is not None
    assert built_in is not None
    assert found.file(CHECKED, PIPE) == "mine"
    assert built_in.file(CHECKED, PIPE) != "mine"
    assert formats.find("nothing", plugged) is None
    assert [format_called(name).name for name in formats.BUILT_IN] == list(formats.BUILT_IN)


def test_a_format_of_a_plugin_is_held_to_its_promise(capsys: pytest.CaptureFixture[str]) -> None:
    def loud(*_: object) -> str:
        print("stray")
        raise KeyError("odd")

    broken: Any = ReportFormat("broken", "", loud, head=loud, tail=lambda *_: 7)
    found = formats.find("broken", {"broken": broken})
    assert found is not None
    for call in (found.head, lambda: found.file(CHECKED, PIPE)):
        with pytest.raises(ReportError, match="the report format broken raised KeyError: 'odd'"):
            call()
    with pytest.raises(ReportError, match="the report format broken returned no text but int"):
        found.tail(TOTALS, PIPE)
    assert capsys.readouterr().out == ""
