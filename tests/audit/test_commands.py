"""``pmlint audit`` and ``pmlint readiness`` as they are run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.audit import drafts


class Ran(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture
def pmlint(tmp_path: Path) -> Callable[..., Ran]:
    """Runs the command in a folder with drafts in ``me``."""
    (tmp_path / "pmlint.toml").write_text('[kinds]\n"case*" = "case"\n', encoding="utf-8")
    folder = tmp_path / "me"
    folder.mkdir()
    for name, source in (
        ("resume.md", drafts.RESUME),
        ("story.md", drafts.STORY),
        ("case.md", drafts.CASE),
        ("proposal.md", drafts.PROPOSAL),
    ):
        (folder / name).write_text(source, encoding="utf-8")
    stray = {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}
    environment = {key: value for key, value in os.environ.items() if key not in stray}

    def run(*arguments: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "pmlint", *arguments],
            capture_output=True,
            cwd=tmp_path,
            env={**environment, "PMLINT_DISABLE_PLUGINS": "1"},
            timeout=120,
            check=False,
        )
        out, err = (
            part.decode("utf-8").replace(os.linesep, "\n") for part in (done.stdout, done.stderr)
        )
        return Ran(done.returncode, out, err)

    return run


@pytest.mark.parametrize("command", ["audit", "readiness"])
def test_formats(pmlint: Callable[..., Ran], tmp_path: Path, command: str) -> None:
    plain = pmlint(command, "me")
    assert (plain.status, plain.err) == (0, "")
    assert "\x1b" not in plain.out
    assert "\x1b" in pmlint(command, "--color", "always", "me").out
    shown = pmlint(command, "--format", "json", "me")
    assert json.loads(shown.out)["schema"] == 1
    page = pmlint(command, "--format", "html", "me")
    assert page.out.startswith("<!doctype html>")
    assert page.out.endswith("</html>\n")
    to_file = pmlint(command, "--format", "html", "--output-file", "page.html", "me")
    assert (to_file.status, to_file.out, to_file.err) == (0, "", "")
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == page.out
    failed = pmlint(command, "--output-file", "gone/page.html", "me")
    assert (failed.status, failed.out) == (2, "")
    assert failed.err == "pmlint: gone/page.html: cannot be written: no such file or folder\n"


def test_the_audit_is_as_promised(pmlint: Callable[..., Ran]) -> None:
    """The contract of the JSON that other programs read."""
    shown = json.loads(pmlint("audit", "--format", "json", "me/resume.md").out)
    assert list(shown) == ["schema", "lines", "totals", "grid", "strong"]
    for line in shown["lines"]:
        assert list(line) == [
            "path", "start", "end", "offset", "text", "claim", "outcome", "measured", "reason",
            "tradeoff", "facts", "answers",
        ]  # fmt: skip
        assert list(line["answers"]) == ["user problem", "trade-off", "evidence"]
        assert line["outcome"] in ("none", "technical", "people")
        assert drafts.RESUME[slice(*line["offset"])] == line["text"]
    assert shown["strong"] == [5]


def test_a_log_is_counted_and_is_no_draft(pmlint: Callable[..., Ran], tmp_path: Path) -> None:
    log = tmp_path / "me" / "practice.md"
    log.write_text("- 2026-03-01: mock product sense, 45 min\n- 2026-03-02: x\n", encoding="utf-8")
    table = tmp_path / "me" / "mocks" / "practice.csv"
    table.parent.mkdir()
    table.write_text("date,kind,minutes\n2026-03-03,mock STAR,60\n", encoding="utf-8")
    (tmp_path / "me" / "salaries.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    ran = pmlint("readiness", "--format", "json", "me")
    assert ran.status == 2
    assert ran.err == (
        "pmlint: me/practice.md:2:1: a session reads: - 2026-03-01: mock product sense, 45 min\n"
    )
    shown = json.loads(ran.out)
    assert [draft["path"] for draft in shown["drafts"]] == [
        "me/case.md", "me/proposal.md", "me/resume.md", "me/story.md"
    ]  # fmt: skip
    assert shown["practice"]["paths"] == ["me/mocks/practice.csv", "me/practice.md"]
    assert shown["practice"]["mocks"]["count"] == 2
    assert shown["practice"]["minutes"] == {"count": 105, "wanted": [4800, 7200]}


def test_what_cannot_be_read_leaves_the_rest(pmlint: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "me" / "bad.md").write_bytes(b"\xff")
    (tmp_path / "me" / "practice.csv").write_bytes(b"\xff")
    ran = pmlint("readiness", "me")
    assert ran.status == 2
    assert "me/bad.md:1:1: not valid UTF-8" in ran.err
    assert "me/practice.csv:1:1: not valid UTF-8" in ran.err
    assert ran.out.startswith("me: 4 drafts\n")


def test_wrong_usage(pmlint: Callable[..., Ran]) -> None:
    assert pmlint("readiness", "gone") == (2, "", "pmlint: gone: no such folder\n")
    assert pmlint("readiness", "me/story.md") == (
        2,
        "",
        "pmlint: me/story.md: is no folder; pmlint audit reads single drafts\n",
    )
    assert pmlint("readiness", "--kind", "nothing", "me").status == 2
    assert pmlint("readiness").status == 2


def test_an_empty_folder(pmlint: Callable[..., Ran], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = pmlint("readiness", "empty")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("empty: 0 drafts\n")
    assert pmlint("audit", "--format", "html", "empty").status == 0


@pytest.mark.parametrize("command", ["audit", "readiness"])
def test_only_what_a_format_needs_is_loaded(
    pmlint: Callable[..., Ran], tmp_path: Path, command: str
) -> None:
    code = (
        "import sys; from pmlint.cli.main import main; main([sys.argv[1], 'me']); "
        "print([name for name in sys.modules if name in ('html', 'json', 'hashlib', 'http', 'email',"
        " 'pmlint.audit.page.html', 'pygls')], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, command],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=120,
        check=True,
    )
    assert done.stderr == "[]\n"
