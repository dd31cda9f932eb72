"""The command as a whole: its help, its mistakes, its end."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pmlint import __version__
from pmlint.cli import main as command
from pmlint.cli.look import colored

Pmlint = Callable[..., Any]
Put = Callable[..., Path]
COMMANDS = ["check", "rules", "explain", "audit", "init", "plugins", "server"]


def test_version(pmlint: Pmlint) -> None:
    assert pmlint("--version") == (0, f"pmlint {__version__}\n", "")


def test_help_names_every_command(pmlint: Pmlint) -> None:
    ran = pmlint("--help")
    assert ran.status == 0
    for name in COMMANDS:
        assert f"\n  {name}" in ran.out


def test_no_command_is_wrong_usage(pmlint: Pmlint) -> None:
    ran = pmlint()
    assert ran.status == 2
    assert "commands:" in ran.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(pmlint: Pmlint, name: str) -> None:
    ran = pmlint(name, "--help")
    assert ran.status == 0
    assert ran.out.startswith(f"usage: pmlint {name}")


def test_a_mistyped_command_is_guessed(pmlint: Pmlint) -> None:
    assert pmlint("chekc", "cv.md") == (2, "", "pmlint: no command 'chekc'; did you mean check?\n")
    assert pmlint("frobnicate") == (2, "", "pmlint: no command 'frobnicate'\n")


def test_a_file_for_a_command_gets_a_hint(pmlint: Pmlint, put: Put) -> None:
    put("cv.md", "x\n")
    assert pmlint("cv.md").err == (
        "pmlint: no command 'cv.md'; to check that file: pmlint check cv.md\n"
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--no-such"],
        ["check", "--profile", "mild"],
        ["check", "--jobs", "0"],
        ["check", "--jobs", "x"],
        ["check", "--max-per-line", "-1"],
        ["check", "--fix", "--diff"],
        ["check", "--isolated", "--config", "x.toml"],
        ["check", "--color", "blue"],
        ["check", "--verb"],
        ["explain"],
        ["audit"],
    ],
)
def test_wrong_usage_ends_with_two(pmlint: Pmlint, arguments: list[str]) -> None:
    ran = pmlint(*arguments)
    assert ran.status == 2
    assert ran.out == ""
    assert ran.err.startswith(f"usage: pmlint {arguments[0]}")


def test_an_unexpected_error_is_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: object) -> int:
        raise RuntimeError("odd")

    monkeypatch.setattr("pmlint.cli.rules.run", fail)
    assert command.main(["rules"]) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"pmlint: internal error at {os.path.join('cli', 'main.py')}:")
    assert err.endswith("RuntimeError: odd; this is a bug in pmlint: please report it\n")
    monkeypatch.setattr("pmlint.cli.check.run", fail)
    assert command.main(["check", "--verbose"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_an_interrupt_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("pmlint.cli.rules.run", stop)
    assert command.main(["rules"]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_reader_that_leaves_ends_the_run_quietly(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "pmlint", "rules"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) == 141


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("choice", "environment", "terminal", "expected"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "0"}, False, False),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_color(
    monkeypatch: pytest.MonkeyPatch,
    choice: str,
    environment: dict[str, str],
    terminal: bool,
    expected: bool,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    stream = Terminal() if terminal else io.StringIO()
    assert colored(choice, stream) is expected


def test_letters_that_the_terminal_lacks_do_not_end_the_run(pmlint: Pmlint) -> None:
    ran = pmlint("\u4f60\u597d", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert ran.status == 2
    assert ran.err == "pmlint: no command '\\u4f60\\u597d'\n"
