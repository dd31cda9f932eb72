"""Eight plugins that do what no plugin should, installed together."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from pmlint.config.settings import Settings
from pmlint.document.document import Document
from pmlint.engine.lint import Linter
from pmlint.formats.markdown import MARKDOWN
from pmlint.host.host import Host

HEAD = """
import sys
from pmlint.api import Edit, Fix, Flag, Line, Place, Rule, Span, hookimpl

def rule(name, check, unit="line"):
    return Rule(name=name, summary="s", question="q", message="m", unit=unit, check=check, page="p",
                category="wording", profile="draft")
"""

PLUGINS = {
    "at-import": "raise RuntimeError('at import')",
    "at-hook": """
        @hookimpl
        def pmlint_rules():
            yield rule("at-hook/never", lambda line, options: ())
            raise RuntimeError('at hook')
        """,
    "at-check": """
        def check(line, options):
            raise RuntimeError('at check')

        @hookimpl
        def pmlint_rules():
            return [rule(f"at-check/{unit}", check, unit)
                    for unit in ("line", "opening", "section", "document", "directive")]
        """,
    "leaves": """
        @hookimpl
        def pmlint_rules():
            return [rule("leaves/one", lambda line, options: sys.exit(0))]

        sys.exit
        """,
    "prints": """
        print("import")

        def check(line, options):
            print("check")
            sys.stdout.write("write")
            sys.stdout.close()
            return [Flag(Place(line))]

        @hookimpl
        def pmlint_rules():
            print("hook")
            return [rule("prints/one", check)]
        """,
    "bad-spans": """
        def far(line, options):
            return [Flag(Place(line, Span(0, len(line.text) + 1)))]

        def elsewhere(document, options):
            return [Flag(Place(Line("not of this document", document.lines[0].claim)))]

        def fixes(line, options):
            return [Flag(Place(line), fixes=(Fix("t", (Edit(Span(-1, 2), ""),)),))]

        @hookimpl
        def pmlint_rules():
            return [rule("bad-spans/far", far), rule("bad-spans/elsewhere", elsewhere, "document"),
                    rule("bad-spans/fixes", fixes)]
        """,
    "wrong-types": """
        def writes(line, options):
            line.text = "mine"

        def endless(line, options):
            while True:
                yield Flag(Place(line))

        @hookimpl
        def pmlint_rules():
            return [rule("wrong-types/number", lambda line, options: 3),
                    rule("wrong-types/text", lambda line, options: "flag"),
                    rule("wrong-types/writes", writes),
                    rule("wrong-types/endless", endless), None, rule("Wrong Name", writes)]

        @hookimpl
        def pmlint_words():
            return {"verb": 3}
        """,
    "memory": """
        def check(line, options):
            raise MemoryError

        @hookimpl
        def pmlint_rules():
            return [rule("memory/one", check)]

        pmlint_api = 1
        """,
}
TEXT = "## Experience\n\n- Owned the roadmap.\n- Cut churn by 8%.\n\n<!-- pmlint: disbale x -->\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.syspath_prepend(str(tmp_path))
    for name, code in PLUGINS.items():
        module = f"hostile_{name.replace('-', '_')}"
        (tmp_path / f"{module}.py").write_text(HEAD + textwrap.dedent(code), encoding="utf-8")
        metadata = tmp_path / f"pmlint_{name.replace('-', '_')}-3.1.dist-info"
        metadata.mkdir()
        (metadata / "METADATA").write_text(f"Name: pmlint-{name}\nVersion: 3.1\n", encoding="utf-8")
        (metadata / "entry_points.txt").write_text(
            f"[pmlint]\n{name} = {module}\n", encoding="utf-8"
        )
    yield tmp_path
    for loaded in [name for name in sys.modules if name.startswith("hostile_")]:
        del sys.modules[loaded]


def test_built_in_rules_say_what_they_say_without_them(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = Linter(Host.load(plugins=False), Settings(max_per_line=0))
    expected = alone.lint(Document.read(TEXT, MARKDOWN), "resume").findings
    assert "malformed-directive" in {one.rule for one in expected}

    host = Host.load(paths=[str(folder)])
    linter = Linter(host, Settings(max_per_line=0))
    report = linter.lint(Document.read(TEXT, MARKDOWN), "resume", "cv.md")
    assert [one for one in report.findings if one.plugin == "pmlint"] == list(expected)
    assert {one.rule for one in report.findings if one.plugin != "pmlint"} == {"prints/one"}
    said = capsys.readouterr()
    assert said.out == ""
    assert "import\nhook\n" in said.err
    assert "checkwrite" in said.err.replace("\n", "")

    problems = [*host.problems, *report.problems]
    assert {one.package for one in problems} == {
        f"pmlint-{name}" for name in PLUGINS if name != "prints"
    }
    assert all("3.1" in str(one) for one in problems)
    assert {one.rule for one in report.problems} == {
        "at-check/line",
        "at-check/opening",
        "at-check/section",
        "at-check/document",
        "at-check/directive",
        "leaves/one",
        "bad-spans/far",
        "bad-spans/elsewhere",
        "bad-spans/fixes",
        "wrong-types/number",
        "wrong-types/text",
        "wrong-types/writes",
        "wrong-types/endless",
        "memory/one",
    }
    assert {one.path for one in report.problems} == {"cv.md"}


def test_they_can_all_be_left_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for host in (
        Host.load(plugins=False, paths=[str(folder)]),
        Host.load(disabled=PLUGINS, paths=[str(folder)]),
    ):
        assert host.problems == []
        assert not any("/" in name for name in host.rules)
    monkeypatch.setenv("PMLINT_DISABLE_PLUGINS", "1")
    assert Host.load(paths=[str(folder)]).plugins == []
    monkeypatch.setenv("PMLINT_DISABLE_PLUGINS", "0")
    assert len(Host.load(paths=[str(folder)]).plugins) == len(PLUGINS)
    assert "import" in capsys.readouterr().err
