"""When drafts are linted, where, and what is thrown away.

A draft that lints within a few milliseconds is linted on the event loop, right after the messages
at hand: a thread would cost more than it saves. A longer lint, and any that runs a plugin's rules,
goes to a thread of its own and is given up when the draft changes; what it has worked out by then
stays with the draft's chunks.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from time import thread_time
from typing import NamedTuple

from pmlint.document.document import Document
from pmlint.document.kind import decide
from pmlint.engine.lint import Cancelled, Linter
from pmlint.engine.report import Report, Typing
from pmlint.server import collector
from pmlint.server.drafts import Draft

log = logging.getLogger(__name__)

QUICK = 0.012
"""Seconds of CPU: when a lint took less the next one is run on the loop."""
SMALL = 20_000
"""Code points: a text that is shorter is linted on the loop the first time."""


class Unfinished(Exception):  # noqa: N818 - it is named for what happened
    """There will be no report: the lint failed, or the draft was closed."""


class Job(NamedTuple):
    """All that a lint needs, safe to read from another thread."""

    linter: Linter
    document: Document
    path: str | None
    config_kind: str
    previous: Report | None
    typing: Typing | None

    def run(self, cancel: Callable[[], bool] | None) -> Report:
        kind = decide(self.document, self.path, config_kind=self.config_kind or None).kind
        return self.linter.lint(
            self.document, kind, self.path, cancel, previous=self.previous, typing=self.typing
        )


class Checks:
    """Lints drafts. ``checked`` is called on the loop with each draft that has a new report."""

    def __init__(
        self, loop: asyncio.AbstractEventLoop, checked: Callable[[Draft], None], *, foreign: bool
    ) -> None:
        """``foreign``: rules of plugins are installed, so that no lint can be trusted to be quick."""
        self._loop = loop
        self._checked = checked
        self._foreign = foreign
        self.begun = False
        self._early: list[Draft] = []
        self._ready: dict[str, Draft] = {}

    def begin(self) -> None:
        """Lint from now on; until then what is asked for waits."""
        self.begun = True
        early, self._early = self._early, []
        for draft in early:
            self._start(draft)

    def soon(self, draft: Draft) -> None:
        """Lint once the messages that have arrived are handled, or when the pause between edits
        that the settings ask for is over."""
        now = self._loop.time()
        pause = draft.options.debounce
        quiet = now - draft.edited >= pause
        draft.edited = now
        if draft.due is not None:
            draft.due.cancel()
            draft.due = self._loop.call_later(pause, self._start, draft)
        elif quiet or draft.uri in self._ready:
            self._ready[draft.uri] = draft
        else:
            draft.due = self._loop.call_later(pause, self._start, draft)

    def go(self) -> None:
        """The messages that have arrived are handled."""
        while self._ready:
            self._start(self._ready.popitem()[1])

    def now(self, draft: Draft) -> None:
        """Lint at once, whatever the settings say of pauses."""
        self._ready.pop(draft.uri, None)
        if draft.due is not None:
            draft.due.cancel()
        self._start(draft)

    async def report(self, draft: Draft) -> Report:
        """The report of the draft as it is now. Raises `Unfinished`."""
        while draft.report is None:
            ready: asyncio.Future[None] = self._loop.create_future()
            draft.wants.append(ready)
            self.now(draft)
            await ready
        return draft.report

    def forget(self, draft: Draft) -> None:
        """The draft was closed: stop what is done for it."""
        draft.closed = True
        self.rest(draft)
        collector.look_again()
        self._wake(draft, Unfinished("the document was closed"))

    def rest(self, draft: Draft) -> None:
        """Stop what is done for a draft."""
        for handle in (draft.due, draft.idle):
            if handle is not None:
                handle.cancel()
        draft.due = draft.idle = None
        self._ready.pop(draft.uri, None)
        if draft.cancel is not None:
            draft.cancel()

    def _start(self, draft: Draft) -> None:
        draft.due = None
        if draft.closed or draft.report is not None:
            return
        if not self.begun:
            self._early.append(draft)
            return
        if draft.cancel is not None:
            if self._is_stale(draft):
                # It starts anew when the one that runs has stopped.
                draft.cancel()
            return
        job = Job(
            draft.project.linter,
            draft.document,
            draft.path,
            draft.project.kind,
            draft.latest,
            draft.gate.typing,
        )
        draft.job = job
        if self._is_quick(draft):
            self._on_the_loop(draft, job)
        else:
            self._in_a_thread(draft, job)

    def _is_quick(self, draft: Draft) -> bool:
        if self._foreign:
            return False
        if draft.pace is None:
            return len(draft.document.text) < SMALL
        return draft.pace < QUICK

    def _on_the_loop(self, draft: Draft, job: Job) -> None:
        start = thread_time()
        try:
            report = job.run(None)
        except Exception as error:
            log.exception("linting %s failed", draft.uri)
            self._wake(draft, Unfinished(str(error)))
            return
        self._accept(draft, report, thread_time() - start)

    def _in_a_thread(self, draft: Draft, job: Job) -> None:
        stop = threading.Event()
        draft.cancel = stop.set

        def work() -> None:
            start = thread_time()
            result: Report | Exception
            try:
                with collector.paused():
                    result = job.run(stop.is_set)
            except Exception as error:  # noqa: BLE001 - it is told on the loop
                result = error
            seconds = thread_time() - start
            try:
                self._loop.call_soon_threadsafe(self._finished, draft, result, seconds)
            except RuntimeError:
                return  # The server has ended meanwhile.

        threading.Thread(target=work, name="pmlint-lint", daemon=True).start()

    def _finished(self, draft: Draft, result: Report | Exception, seconds: float) -> None:
        draft.cancel = None
        if draft.closed:
            return
        if isinstance(result, Report):
            collector.spare()
            # Also of an older text: it is what the next lint starts from.
            draft.latest = result
        elif not isinstance(result, Cancelled):
            log.error("linting %s failed", draft.uri, exc_info=result)
        if self._is_stale(draft) or isinstance(result, Cancelled):
            self._start(draft)
        elif isinstance(result, Report):
            self._accept(draft, result, seconds)
        else:
            self._wake(draft, Unfinished(str(result)))

    @staticmethod
    def _is_stale(draft: Draft) -> bool:
        """Whether the draft is another now than when its job began."""
        job = draft.job
        return (
            job is None
            or job.document is not draft.document
            or job.linter is not draft.project.linter
            or job.config_kind != draft.project.kind
            or job.typing != draft.gate.typing
        )

    def _accept(self, draft: Draft, report: Report, seconds: float) -> None:
        draft.job = None
        draft.report = draft.latest = report
        draft.pace = seconds
        self._checked(draft)
        draft.gate.linted(report)
        self._wake(draft)

    @staticmethod
    def _wake(draft: Draft, error: Unfinished | None = None) -> None:
        wants, draft.wants = draft.wants, []
        for ready in wants:
            if ready.done():
                continue
            if error is None:
                ready.set_result(None)
            else:
                ready.set_exception(error)
