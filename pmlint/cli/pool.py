"""Drafts through a checker, in this process or spread over several, always in the same order."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence

from pmlint.api.report import Failure
from pmlint.cli.checker import Checker, Job, Outcome
from pmlint.files.find import STDIN
from pmlint.host.host import Host
from pmlint.report import formats
from pmlint.report.wording import count

# Starting a process costs about as much as checking this many drafts of a usual size.
_WORTH_A_PROCESS = 100
_CHUNK = 16


def jobs_for(drafts: Sequence[str], asked: int, *, timing: bool) -> int:
    """How many processes to use; ``asked`` 0 leaves it to what pays.

    Timing is taken in one process, and standard input belongs to this one.
    """
    if timing or STDIN in drafts or len(drafts) < 2:
        return 1
    if asked:
        return min(asked, len(drafts))
    return max(1, min(_processors(), len(drafts) // _WORTH_A_PROCESS))


def _processors() -> int:
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def outcomes(checker: Checker, drafts: Sequence[str], jobs: int) -> Iterator[Outcome]:
    """The outcome of each draft, in order, as soon as it is known."""
    return map(checker.check, drafts) if jobs == 1 else _spread(checker.job, drafts, jobs)


def _spread(job: Job, drafts: Sequence[str], jobs: int) -> Iterator[Outcome]:
    # Not light to import; few runs need it.
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
    from multiprocessing import get_context

    # A fresh interpreter, as on every platform: a fork would copy threads and locks half done.
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _start, (job,))
    done = 0
    try:
        for outcome in pool.map(_check, drafts, chunksize=_CHUNK):
            done += 1
            yield outcome
    except BrokenExecutor:
        # Killed from outside, or out of memory: this process shall not go the same way.
        left = count(len(drafts) - done, "draft")
        message = f"a process of pmlint ended unexpectedly; {left} not checked; try --jobs 1"
        yield Outcome("", {}, {}, failures=(Failure("", message),))
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


_checker: Checker


def _start(job: Job) -> None:
    """In a new process: a checker like the one that sent the job."""
    global _checker
    # Only in such a process.
    import signal

    # Ctrl-C is for the process that the user sees; it ends these.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    host = Host.load(plugins=job.request.plugins, disabled=job.disabled)
    form = formats.find(job.form, host.reports)
    assert form is not None
    _checker = Checker(host, form, job, job.request.configs())


def _check(path: str) -> Outcome:
    return _checker.check(path)
