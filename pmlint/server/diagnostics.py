"""What the client is shown of each draft: pushed with its version, or given when asked for."""

from __future__ import annotations

import asyncio
from itertools import count
from typing import Any

from lsprotocol import types

from pmlint.engine.report import Report
from pmlint.server import wire
from pmlint.server.checks import Checks, Unfinished
from pmlint.server.client import Client
from pmlint.server.drafts import Draft
from pmlint.server.pages import Pages
from pmlint.server.protocol import Protocol, RequestError

HIDDEN = "pmlint"
"""The code of the diagnostic that says how many are not shown."""


class Diagnostics:
    """Shows reports, and sees to it that what waits for a line to be finished is shown at last."""

    def __init__(
        self,
        protocol: Protocol,
        client: Client,
        pages: Pages,
        loop: asyncio.AbstractEventLoop,
    ) -> None:
        self._protocol = protocol
        self._client = client
        self._pages = pages
        self._loop = loop
        self._results = count(1)

    def show(self, draft: Draft, checks: Checks) -> None:
        """Show a draft that has been linted."""
        assert draft.report is not None
        if draft.idle is not None:
            draft.idle.cancel()
            draft.idle = None
        if draft.gate.holds(draft.report):
            wait = draft.edited + draft.options.idle_delay - self._loop.time()
            draft.idle = self._loop.call_later(max(wait, 0.0), self.finish, draft, checks)
        if not self._client.pull:
            self._push(draft, self._texts(draft, draft.report))

    def finish(self, draft: Draft, checks: Checks) -> None:
        """Nothing is being typed any more: show what had to wait."""
        if draft.gate.typing is None:
            return
        draft.gate.finish()
        draft.report = None
        self.renew(draft, checks)

    def renew(self, draft: Draft, checks: Checks) -> None:
        """Lint and show a draft that changed otherwise than by an edit."""
        if self._client.refresh:
            self._protocol.send_request(types.WORKSPACE_DIAGNOSTIC_REFRESH)
        checks.now(draft)

    def clear(self, uri: str) -> None:
        """Take away what is shown of a document."""
        if not self._client.pull:
            self._protocol.send(wire.publish(uri, None, ()))

    async def pull(self, draft: Draft | None, checks: Checks, previous: Any) -> str:
        """The result of a request for a draft's diagnostics; None is a document that is no draft."""
        if draft is None or draft.project.excluded:
            return wire.report("0", ())
        try:
            report = await checks.report(draft)
        except Unfinished as error:
            if draft.closed:
                return wire.report("0", ())
            raise RequestError(str(error)) from error
        body = ",".join(self._texts(draft, report))
        if draft.result is None or draft.result[1] != body:
            draft.result = (str(next(self._results)), body)
        if previous == draft.result[0]:
            return wire.unchanged(draft.result[0])
        return wire.report(draft.result[0], (body,) if body else ())

    def _push(self, draft: Draft, texts: list[str]) -> None:
        self._protocol.send(wire.publish(draft.uri, draft.buffer.version, texts))

    def _texts(self, draft: Draft, report: Report) -> list[str]:
        buffer = draft.buffer
        texts = draft.rendered.diagnostics(
            report,
            buffer.position,
            buffer.index.starts,
            draft.document.starts,
            page=self._pages.address if self._client.code_description else _no_page,
            related_uri=draft.uri if self._client.related else "",
            limit=draft.options.max_findings,
            near=draft.near,
        )
        hidden = draft.rendered.hidden
        if hidden:
            message = (
                f"{hidden:,} more findings are not shown; those shown are nearest to the last edit"
            )
            texts = [*texts, wire.plain((0, 0), (0, 0), message, "info", HIDDEN)]
        return texts


def _no_page(_rule: str) -> str:
    return ""
