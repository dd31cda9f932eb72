"""The language server protocol over pygls, with a short way for what comes at every keystroke.

pygls types and validates each message by cattrs and keeps its own copy of each document, split by
`str.splitlines()`. Here the document notifications (open, change, save, close) reach their handler
as plain JSON and only `server.buffers` holds text; all other messages go pygls' way. Also mended
here: a request is answered whatever is wrong with it, a request that was cancelled while it waited
in line is not run, and the exit code says whether the client shut down properly.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from cattrs import Converter
from lsprotocol import types
from pygls.protocol import LanguageServerProtocol, default_converter, lsp_method

from pmlint.server.transport import Malformed

log = logging.getLogger(__name__)

PARSE_ERROR = -32700
INVALID_REQUEST = -32600
INVALID_PARAMS = -32602
NOT_INITIALIZED = -32002
REQUEST_FAILED = -32803
CANCELLED = -32800

Direct = Callable[[dict[str, Any]], None]
DirectRequest = Callable[[dict[str, Any]], Coroutine[Any, Any, str]]


def converter() -> Converter:
    """pygls' converter, told to stop at the first fault of a message.

    To collect them all it would make twice the code for each type that it meets, and the client's
    capabilities alone have a hundred.
    """
    made: Converter = default_converter()  # type: ignore[no-untyped-call]
    made.detailed_validation = False
    return made


class RequestError(Exception):
    """What a request is answered when it cannot be done."""


class Protocol(LanguageServerProtocol):
    """``direct``: handlers of notifications that take the ``params`` as parsed JSON.
    ``direct_requests``: those of requests that moreover give the result as JSON text. ``handled`` is
    called when the messages that had arrived have been handled."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.direct: dict[str, Direct] = {}
        self.direct_requests: dict[str, DirectRequest] = {}
        self.ended: Callable[[int], None] = lambda _code: None
        self.handled: Callable[[], None] = lambda: None
        self._initialized = False
        self._tasks: dict[int | str, asyncio.Task[str]] = {}

    @property
    def code(self) -> int:
        """What the process should exit with, were it to end now."""
        return 0 if self._shutdown else 1

    def receive(self, batch: list[Any]) -> None:
        """Handle messages in order; those that a later one of the batch cancels are not run."""
        cancelled = set(map(_cancels, batch)) if len(batch) > 1 else set()
        for message in batch:
            if isinstance(message, Malformed):
                self.fail(None, PARSE_ERROR, f"this message is no JSON: {message.reason}")
            elif not isinstance(message, dict) or message.get("jsonrpc") != self.VERSION:
                self.fail(None, INVALID_REQUEST, "this message is no JSON-RPC 2.0 object")
            elif "method" in message and message.get("id") is not None:
                if message["id"] in cancelled:
                    self.fail(message["id"], CANCELLED, "cancelled")
                else:
                    self._request(message)
            else:
                self._notification_or_response(message)
        self.handled()

    def fail(self, identity: int | str | None, code: int, reason: str) -> None:
        """Answer a request by an error."""
        self.send(
            json.dumps(
                {"jsonrpc": "2.0", "id": identity, "error": {"code": code, "message": reason}}
            )
        )

    def send(self, body: str) -> None:
        """Send a message that is JSON text already."""
        data = body.encode()
        assert self.writer is not None
        self.writer.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))

    def _request(self, message: dict[str, Any]) -> None:
        method, identity = message["method"], message["id"]
        if self._shutdown:
            self.fail(identity, INVALID_REQUEST, "the server is shutting down")
        elif not self._initialized and method != types.INITIALIZE:
            self.fail(identity, NOT_INITIALIZED, "the server is not initialized")
        elif self._initialized and method == types.INITIALIZE:
            self.fail(identity, INVALID_REQUEST, "the server is initialized already")
        elif method in self.direct_requests:
            self._direct_request(identity, self.direct_requests[method](message["params"]))
        else:
            try:
                request = self.structure_message(message)
            except Exception as error:  # noqa: BLE001 - whatever is wrong, the client is answered
                self.fail(identity, INVALID_PARAMS, f"{method}: {error.__cause__ or error}")
            else:
                self._initialized = True
                self.handle_message(request)

    def _direct_request(self, identity: int | str, work: Coroutine[Any, Any, str]) -> None:
        def answer(task: asyncio.Task[str]) -> None:
            del self._tasks[identity]
            if task.cancelled():
                self.fail(identity, CANCELLED, "cancelled")
            elif isinstance(error := task.exception(), RequestError):
                self.fail(identity, REQUEST_FAILED, str(error))
            elif error is not None:
                log.error("answering request %s failed", identity, exc_info=error)
                self.fail(identity, REQUEST_FAILED, f"internal error: {error}")
            else:
                body = f'{{"jsonrpc":"2.0","id":{json.dumps(identity)},"result":{task.result()}}}'
                self.send(body)

        task = asyncio.ensure_future(work)
        self._tasks[identity] = task
        task.add_done_callback(answer)

    def _notification_or_response(self, message: dict[str, Any]) -> None:
        method = message.get("method")
        if method == types.EXIT:
            self.ended(self.code)
            return
        if self._shutdown or not self._initialized:
            return
        if method == types.CANCEL_REQUEST and (task := self._tasks.get(_cancels(message) or "")):
            task.cancel()
            return
        try:
            direct = self.direct.get(method) if method else None
            if direct is not None:
                direct(message["params"])
            else:
                self.handle_message(self.structure_message(message))
        except Exception:
            log.exception("handling %s failed", method or "a response")

    # pygls' own upkeep of text documents, left out: `server.buffers` does it.

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: Any) -> None:
        """Never called: see ``direct``. Registered, so that the capability is announced."""

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: Any) -> None:
        """Never called, as above."""

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: Any) -> None:
        """Never called, as above."""


def _cancels(message: Any) -> int | str | None:
    """The id of the request that a message cancels."""
    if isinstance(message, dict) and message.get("method") == types.CANCEL_REQUEST:
        params = message.get("params")
        identity = params.get("id") if isinstance(params, dict) else None
        return identity if isinstance(identity, (int, str)) else None
    return None
