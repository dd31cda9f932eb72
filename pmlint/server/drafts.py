"""An open draft and all that the server knows of it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from pygls import uris

from pmlint.document.document import Document
from pmlint.document.format import Format
from pmlint.engine.report import Report
from pmlint.server import collector
from pmlint.server.buffers import Buffer, Edit
from pmlint.server.gating import Gate
from pmlint.server.options import Options
from pmlint.server.projects import Project
from pmlint.server.rendering import Rendered

if TYPE_CHECKING:
    from pmlint.server.checks import Job


class Draft:
    """``path`` is None for a draft that is no file. ``report`` is of the document as it is now, or
    None while it is being linted; ``latest`` is of this document or one before it.

    ``near``: the offset of the last edit. ``result``: the id and the text of what a client that
    asks for diagnostics was given last. ``pace``: seconds of CPU that the last lint took, None before the first. ``edited``: the loop's time of
    the last edit. What belongs to `Checks`: ``due``, the next lint; ``job``, the lint that runs, and
    ``cancel``, which stops it; ``wants``, who waits for the report. ``idle``: the end of the pause
    after which nothing is being typed any more.
    """

    __slots__ = (
        "buffer",
        "cancel",
        "closed",
        "document",
        "due",
        "edited",
        "gate",
        "idle",
        "job",
        "latest",
        "near",
        "options",
        "pace",
        "path",
        "project",
        "rendered",
        "report",
        "result",
        "wants",
    )

    def __init__(self, buffer: Buffer, format_: Format, project: Project, options: Options) -> None:
        self.buffer = buffer
        self.path = path_of(buffer.uri)
        with collector.paused():
            self.document = Document.read(buffer.text, format_)
        self.project = project
        self.options = options
        self.gate = Gate()
        self.rendered = Rendered()
        self.report: Report | None = None
        self.latest: Report | None = None
        self.near = 0
        self.result: tuple[str, str] | None = None
        self.pace: float | None = None
        self.edited = float("-inf")
        self.closed = False
        self.job: Job | None = None
        self.cancel: Callable[[], None] | None = None
        self.due: asyncio.Handle | None = None
        self.idle: asyncio.TimerHandle | None = None
        self.wants: list[asyncio.Future[None]] = []

    @property
    def uri(self) -> str:
        return self.buffer.uri

    def edit(self, edit: Edit) -> None:
        """Take over an edit that the buffer has made already."""
        before = self.document
        self.near = edit.span.start
        self.document = before.edited(edit.span, edit.text)
        if self.options.gating:
            self.gate.edited(edit, before, self.document, self.report)
        self.report = None

    def settle(self, options: Options, project: Project) -> None:
        """Other settings hold from now on."""
        self.options = options
        self.project = project
        self.gate.finish()
        self.report = None


def path_of(uri: str) -> str | None:
    """The path of a file URI, None for any other."""
    if not uri.startswith("file:"):
        return None
    path = uris.to_fs_path(uri)
    return os.path.normpath(path) if path else None
