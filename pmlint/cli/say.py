"""What goes to standard error: failures, notes and progress, each with the name of the program."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable

from pmlint.api.report import CheckedFile, Failure
from pmlint.cli.look import width_of
from pmlint.report.terminal import Paint, printable
from pmlint.text.span import Span


def say(message: str) -> None:
    """One note; lines after the first are indented as they come."""
    rows = [printable(row) for row in message.split("\n")]
    print("pmlint: " + "\n".join(rows), file=sys.stderr)


def say_failure(failure: Failure) -> None:
    """``pmlint: path:line:column: message``, as much of the place as there is."""
    place = failure.path
    if failure.line:
        place += f":{failure.line}:{failure.column}"
    say(f"{place}: {failure.message}" if place else failure.message)


def say_config(failure: Failure) -> None:
    """A fault of a config, with the line that it is in when it has one."""
    say_failure(failure)
    if not failure.line:
        return
    try:
        with open(failure.path, encoding="utf-8-sig", newline="") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError):
        return
    # Only when a config is wrong.
    from pmlint.report.excerpt import excerpt

    checked = CheckedFile(failure.path, text, "", ())
    start = checked.lines.offset(failure.line - 1, failure.column - 1)
    end = start
    while end < len(text) and (text[end].isalnum() or text[end] in "-_\"'"):
        end += 1
    rows = excerpt(checked, Span(start, end), Paint(on=False), width_of(sys.stderr))
    print("\n".join(rows), file=sys.stderr)


def near(path: str) -> str:
    """A path from the working directory when it lies below it."""
    if not os.path.isabs(path):
        return path
    try:
        relative = os.path.relpath(path)
    except ValueError:
        # Another drive.
        return path
    return path if relative.startswith(os.pardir) else relative


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """``; did you mean X?``, or "" when nothing is near."""
    # Only when somebody mistyped.
    from difflib import get_close_matches

    near = get_close_matches(name, list(names), 1)
    return f"; did you mean {near[0]}?" if near else ""


def described(error: BaseException) -> str:
    """An unexpected error in one line, with the innermost place in pmlint's own code."""
    own = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    trace, place = error.__traceback__, "an unknown place"
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.startswith(own + os.sep):
            place = f"{file[len(own) + 1 :]}:{trace.tb_lineno}"
        trace = trace.tb_next
    message = f"internal error at {place}: {type(error).__name__}: {error}"
    return f"{message}; this is a bug in pmlint: please report it"


class Progress:
    """A line on a terminal's standard error while a run takes long; nothing anywhere else."""

    _WAIT = 1.0
    _EVERY = 0.1

    def __init__(self, total: int) -> None:
        self._total = total
        self._on = total > 1 and sys.stderr.isatty()
        self._next = time.monotonic() + self._WAIT
        self._drawn = False

    def at(self, number: int) -> None:
        """``number`` of the drafts are done."""
        if self._on and (now := time.monotonic()) >= self._next:
            self._next = now + self._EVERY
            self._drawn = True
            print(
                f"\r\x1b[Kchecking {number} of {self._total}", end="", file=sys.stderr, flush=True
            )

    def clear(self) -> None:
        """Make room for other output."""
        if self._drawn:
            self._drawn = False
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
