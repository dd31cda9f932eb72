"""CPU time of commands, told as a ratio to a reference measured in the same run.

CPU seconds (user and system, children included) hold on a machine that does other things too;
wall time does not. Runs of the two commands alternate, so that a slow minute hits both.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent


def pmlint(*arguments: str | Path) -> list[str]:
    """The installed command beside the running Python, as a user would start it."""
    return [str(Path(sys.executable).parent / "pmlint"), *map(str, arguments)]


def one_core() -> None:
    """Keep this process and its children on one core, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def cpu(command: Sequence[str], allowed: Sequence[int] = (0,)) -> float:
    """CPU seconds of one run; an exit status outside ``allowed`` ends the benchmark."""
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    if process.returncode not in allowed:
        message = errors.decode(errors="replace").strip()
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}:\n{message}")
    return usage.ru_utime + usage.ru_stime


def alternate(
    first: Sequence[str], second: Sequence[str], runs: int, allowed: Sequence[int] = (0,)
) -> tuple[float, float]:
    """The median CPU seconds of two commands that took turns; one run of each is thrown away."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(runs + 1):
        pair = cpu(first, allowed), cpu(second, allowed)
        if turn:
            times[0].append(pair[0])
            times[1].append(pair[1])
    return statistics.median(times[0]), statistics.median(times[1])
