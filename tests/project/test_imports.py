"""What importing and running pmlint loads: start-up is paid on every save and every commit."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "asyncio",
    "attr",
    "cattrs",
    "email",
    "http",
    "importlib.metadata",
    "lsprotocol",
    "pygls",
    "rich",
    "socket",
    "ssl",
    "unittest",
    "urllib.request",
}


def loaded(code: str, cwd: Path) -> set[str]:
    """The modules that a fresh Python has loaded after ``code``."""
    report = "import json, sys; sys.stderr.write(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{report}"],
        capture_output=True,
        text=True,
        cwd=cwd,
        check=True,
        timeout=60,
    )
    return set(json.loads(done.stderr))


def test_importing_pmlint_loads_nothing_else(tmp_path: Path) -> None:
    own = {name for name in loaded("import pmlint", tmp_path) if name.split(".")[0] == "pmlint"}
    assert own == {"pmlint"}


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("clean.md", "- Cut no-shows by 18% because patients could not move a visit by phone.\n"),
        ("weak.md", "## Experience\n\n- Reduced p95 latency by 62%.\n"),
        ("weak.txt", "Experience\n\n• Reduced p95 latency by 62%.\n"),
    ],
)
def test_checking_a_file_loads_nothing_heavy(tmp_path: Path, name: str, line: str) -> None:
    (tmp_path / name).write_text(line, encoding="utf-8")
    modules = loaded(
        f"from pmlint.cli.main import main\nassert main(['check', {name!r}]) in (0, 1)", tmp_path
    )
    assert "pmlint.engine" in modules
    assert modules & HEAVY == set()


def test_the_names_to_look_for_are_names_that_load() -> None:
    """A module that was renamed would make the tests above pass for nothing."""
    for name in sorted(HEAVY - {"rich"}):
        assert name in loaded(f"import {name}", Path.cwd())
