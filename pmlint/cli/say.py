"""What goes to standard error: failures, notes and progress, each with the name of the program."""

from __future__ import annotations

import os
import sys
import time

from pmlint.api.report import Failure
from pmlint.report.terminal import printable


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


def described(error: BaseException) -> str:
    """An unexpected error in one line, with the innermost place in pmlint's own code."""
    trace, place = error.__traceback__, ""
    while trace is not None:
        code = trace.tb_frame.f_code
        if f"{os.sep}pmlint{os.sep}" in code.co_filename or not place:
            place = f"{os.path.basename(code.co_filename)}:{trace.tb_lineno}"
        trace = trace.tb_next
    message = f"internal error at {place}: {type(error).__name__}: {error}"
    return f"{message}; this is a bug in pmlint: please report it"


def internal_error(error: BaseException, path: str, *, verbose: bool) -> Failure:
    """Say it, with the traceback when ``verbose``, and give it as a failure of ``path``."""
    failure = Failure(path, described(error))
    say_failure(failure)
    if verbose:
        import traceback

        traceback.print_exception(error, file=sys.stderr)
    return failure


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
