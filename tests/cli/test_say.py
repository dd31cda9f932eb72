"""What goes to standard error."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from pmlint.api.report import Failure
from pmlint.cli.say import Progress, did_you_mean, near, say, say_config, say_failure


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_places_are_said_as_far_as_they_are_known(capsys: pytest.CaptureFixture[str]) -> None:
    say_failure(Failure("cv.md", "wrong", 2, 7))
    say_failure(Failure("cv.md", "wrong"))
    say_failure(Failure("", "wrong"))
    say("one\n  two")
    assert capsys.readouterr().err == (
        "pmlint: cv.md:2:7: wrong\npmlint: cv.md: wrong\npmlint: wrong\npmlint: one\n  two\n"
    )


def test_what_is_said_cannot_drive_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    say_failure(Failure("\x1b[2J.md", "\x07"))
    assert capsys.readouterr().err == "pmlint: \u241b[2J.md: \u2407\n"


@pytest.mark.parametrize(
    ("text", "place", "rows"),
    [
        ("a = 1\n  bad-key = 2\n", (2, 3), "2 |   bad-key = 2\n  |   ^^^^^^^\n"),
        ("a = [\n", (2, 1), "2 |\n  | ^\n"),
        ("\ufeffbad = 1\n", (1, 1), "1 | bad = 1\n  | ^^^\n"),
        ("a = 'no'\r\n", (1, 5), "1 | a = 'no'\n  |     ^^^^\n"),
    ],
)
def test_a_fault_of_a_config_is_shown_in_its_line(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    text: str,
    place: tuple[int, int],
    rows: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pmlint.toml").write_bytes(text.encode())
    say_config(Failure("pmlint.toml", "wrong", *place))
    assert capsys.readouterr().err == (
        f"pmlint: pmlint.toml:{place[0]}:{place[1]}: wrong\n  |\n{rows}"
    )


def test_a_config_that_cannot_be_shown_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    say_config(Failure(str(tmp_path / "gone.toml"), "wrong", 1, 1))
    assert capsys.readouterr().err.endswith("gone.toml:1:1: wrong\n")


def test_paths_are_said_from_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    assert near(str(tmp_path / "in" / "a.toml")) == "a.toml"
    assert near(str(tmp_path / "a.toml")) == str(tmp_path / "a.toml")
    assert near("b/a.toml") == "b/a.toml"


def test_did_you_mean() -> None:
    assert did_you_mean("resme", ["resume", "story"]) == "; did you mean resume?"
    assert did_you_mean("zzz", ["resume", "story"]) == ""


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Progress that does not wait."""
    monkeypatch.setattr(Progress, "_WAIT", 0.0)
    monkeypatch.setattr(Progress, "_EVERY", 0.0)


@pytest.mark.usefixtures("at_once")
def test_progress_is_drawn_on_a_terminal_and_cleared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    progress = Progress(3)
    progress.clear()
    progress.at(1)
    progress.at(2)
    progress.clear()
    progress.clear()
    drawn = sys.stderr.getvalue()  # type: ignore[attr-defined]
    assert drawn == "\r\x1b[Kchecking 1 of 3\r\x1b[Kchecking 2 of 3\r\x1b[K"


@pytest.mark.usefixtures("at_once")
def test_progress_is_silent_in_a_pipe_and_for_one_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream, total in ((io.StringIO(), 3), (Terminal(), 1)):
        monkeypatch.setattr(sys, "stderr", stream)
        progress = Progress(total)
        progress.at(1)
        progress.clear()
        assert stream.getvalue() == ""


def test_a_short_run_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Progress, "_WAIT", 3600.0)
    monkeypatch.setattr(sys, "stderr", Terminal())
    progress = Progress(3)
    progress.at(1)
    assert sys.stderr.getvalue() == ""  # type: ignore[attr-defined]
