"""The real command in a folder of its own, with a plugin whose findings never change."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest


class Ran(NamedTuple):
    status: int
    out: str
    err: str


# What would make a run depend on where it is started from.
_STRAY = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "PMLINT_DISABLE_PLUGINS", "PYTHONUTF8")

# Flags words by name, so that these tests say nothing of what the built-in rules judge.
_PROBE = """
import re
from pmlint.api import Edit, Fix, Flag, Place, ReportFormat, Rule, Span, hookimpl


def finder(word, fix=False):
    def check(line, options):
        for match in re.finditer(rf"\\b{word}\\b", line.text):
            edit = Edit(Span(match.start(), match.end() + 1), "")
            fixes = (Fix(f"Delete {word}", (edit,), "safe"),) if fix else ()
            yield Flag(Place(line, Span(*match.span())), fixes=fixes)
    return check


def boom(line, options):
    if "boom" in line.text:
        raise RuntimeError("too loud")
    return ()


def rule(name, check, **more):
    return Rule(
        name=f"probe/{name}", summary=f"Finds {name}.", question=f"Why {name}?",
        message=f"the word {name}", unit="line", check=check, page=f"## What it flags\\n\\n{name}\\n",
        category="wording", **more,
    )


@hookimpl
def pmlint_rules():
    yield rule("weak", finder("weak", fix=True), rank=10)
    yield rule("mild", finder("mild"), severity="hint")
    yield rule("grave", finder("grave"), severity="error", moment="at once")
    yield rule("boom", boom)


@hookimpl
def pmlint_reports():
    def file(checked, look):
        return "".join(f"{checked.path} {each.rule}\\n" for each in checked.findings)
    def fail(checked, look):
        raise RuntimeError("no report")
    yield ReportFormat("probe-list", "rule names", file)
    yield ReportFormat("probe-fails", "nothing", fail)
"""


@pytest.fixture(scope="session")
def probe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the plugin ``probe`` installed."""
    site = tmp_path_factory.mktemp("site")
    metadata = site / "pmlint_probe-1.0.dist-info"
    metadata.mkdir()
    (site / "pmlint_probe.py").write_text(_PROBE, encoding="utf-8")
    (metadata / "METADATA").write_text("Name: pmlint-probe\nVersion: 1.0\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text("[pmlint]\nprobe = pmlint_probe\n", encoding="utf-8")
    return site


@pytest.fixture
def environment(probe: Path) -> dict[str, str]:
    """The environment in which the command finds the plugin."""
    kept = {key: value for key, value in os.environ.items() if key not in _STRAY}
    path = [str(probe), *filter(None, [kept.get("PYTHONPATH")])]
    return {**kept, "PYTHONPATH": os.pathsep.join(path)}


@pytest.fixture
def pmlint(tmp_path: Path, environment: dict[str, str]) -> Callable[..., Ran]:
    """Runs ``python -m pmlint ARGUMENTS`` in ``tmp_path``, with ``given`` on standard input."""

    def run(*arguments: str, given: bytes = b"", **more: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "pmlint", *arguments],
            input=given,
            capture_output=True,
            cwd=tmp_path,
            env={**environment, **more},
            timeout=120,
            check=False,
        )
        return Ran(
            done.returncode,
            done.stdout.decode("utf-8").replace(os.linesep, "\n"),
            done.stderr.decode("utf-8").replace(os.linesep, "\n"),
        )

    return run


@pytest.fixture
def put(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file below ``tmp_path``, with the folders that it needs; text goes as UTF-8."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture(autouse=True)
def _apart(tmp_path: Path) -> None:
    """No config of whoever runs the tests holds in their folders."""
    (tmp_path / "pmlint.toml").write_text("", encoding="utf-8")
