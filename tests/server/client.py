"""A plain language client over standard streams: every wait is for a message, with a deadline."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

DEADLINE = 30.0

Message = dict[str, Any]


class ResponseError(Exception):
    def __init__(self, error: Mapping[str, Any]) -> None:
        super().__init__(f"{error['code']}: {error['message']}")
        self.code: int = error["code"]


class Client:
    """One server process and what it has said so far."""

    def __init__(
        self,
        command: Sequence[str] | None = None,
        *,
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
    ) -> None:
        self.process = subprocess.Popen(
            list(command or [sys.executable, "-m", "pmlint", "server"]),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=cwd,
            env={**os.environ, **(env or {})},
        )
        self.settings: dict[str, Any] = {}
        self.scoped: dict[str, dict[str, Any]] = {}
        self.registrations: list[Message] = []
        self.answers = True
        self.refreshes = 0
        self.shown_documents: list[Message] = []
        self.heard: list[Message] = []
        self.stderr = bytearray()
        self.result: Message = {}
        self._inbox: queue.Queue[Message | None] = queue.Queue()
        self._passed: deque[Message] = deque()
        self._opened: dict[str, None] = {}
        self._last = 0
        self._writing = threading.Lock()
        self._threads = [
            threading.Thread(target=self._read, daemon=True),
            threading.Thread(target=self._read_errors, daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    # --- reading ---------------------------------------------------------------------------------

    def _read(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        try:
            while header := stream.readline():
                length = 0
                while header.strip():
                    name, colon, value = header.partition(b":")
                    assert colon, f"no header line: {header!r}"
                    if name.lower() == b"content-length":
                        length = int(value)
                    header = stream.readline()
                message = json.loads(stream.read(length))
                if "id" in message and "method" in message and self.answers:
                    self._answer(message)
                self._inbox.put(message)
        finally:
            self._inbox.put(None)

    def _read_errors(self) -> None:
        stream = self.process.stderr
        assert stream is not None
        while data := os.read(stream.fileno(), 4096):
            self.stderr += data

    def _answer(self, message: Message) -> None:
        result: Any = None
        params = message.get("params") or {}
        match message["method"]:
            case "workspace/configuration":
                result = [
                    self.scoped.get(item.get("scopeUri", ""), self.settings).get(item["section"])
                    for item in params["items"]
                ]
            case "client/registerCapability":
                self.registrations += params["registrations"]
            case "workspace/diagnostic/refresh":
                self.refreshes += 1
            case "window/showDocument":
                self.shown_documents.append(params)
                result = {"success": True}
        self._write({"jsonrpc": "2.0", "id": message["id"], "result": result})

    def _next(self, end: float, what: str) -> Message:
        """The next message, whether or not it has been passed over before."""
        try:
            message = self._inbox.get(timeout=max(0.0, end - time.monotonic()))
        except queue.Empty:
            raise AssertionError(
                f"no {what} in {DEADLINE} s; stderr:\n{self.stderr.decode(errors='replace')}"
            ) from None
        if message is None:
            self._inbox.put(None)
            raise AssertionError(
                f"the server ended while {what} was awaited; "
                f"stderr:\n{self.stderr.decode(errors='replace')}"
            )
        self.heard.append(message)
        return message

    def wait(self, wanted: Callable[[Message], bool], what: str = "a message") -> Message:
        """The first message that is wanted, of those not waited for yet; those before it are left
        out for good (they stay in ``heard``)."""
        end = time.monotonic() + DEADLINE
        while True:
            message = self._passed.popleft() if self._passed else self._next(end, what)
            if wanted(message):
                return message

    # --- writing ---------------------------------------------------------------------------------

    def _write(self, message: Message) -> None:
        body = json.dumps(message).encode()
        self.raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def raw(self, data: bytes) -> None:
        stream = self.process.stdin
        assert stream is not None
        with self._writing:
            stream.write(data)
            stream.flush()

    def notify(self, method: str, params: Any = None) -> None:
        self._write({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method: str, params: Any = None) -> int:
        """Send a request and do not wait; gives its id."""
        self._last += 1
        message: Message = {"jsonrpc": "2.0", "id": self._last, "method": method}
        if params is not None:
            message["params"] = params
        self._write(message)
        return self._last

    def answer(self, identity: int) -> Any:
        """The result of a request; what else comes before it can still be waited for."""
        end = time.monotonic() + DEADLINE
        while True:
            reply = self._next(end, f"answer to request {identity}")
            if reply.get("id") == identity and "method" not in reply:
                break
            self._passed.append(reply)
        if "error" in reply:
            raise ResponseError(reply["error"])
        return reply["result"]

    def answer_to_nothing(self) -> Message:
        """The next answer to a message whose id could not be read."""
        return self.wait(lambda m: "error" in m and m.get("id") is None, "error without an id")

    def request(self, method: str, params: Any = None) -> Any:
        return self.answer(self.ask(method, params))

    # --- what editors do -------------------------------------------------------------------------

    def initialize(
        self,
        capabilities: Mapping[str, Any],
        folders: Sequence[Path] | None = None,
        options: Any = None,
    ) -> Message:
        named = [{"uri": folder.as_uri(), "name": folder.name} for folder in folders or ()]
        self.result = self.request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": named[0]["uri"] if named else None,
                "workspaceFolders": named if folders is not None else None,
                "capabilities": capabilities,
                "initializationOptions": options,
            },
        )
        self.notify("initialized", {})
        return self.result

    @property
    def capabilities(self) -> Message:
        return self.result["capabilities"]

    def open(self, uri: str, text: str, version: int = 1, language: str = "markdown") -> None:
        self._opened[uri] = None
        document = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})

    def change(self, uri: str, version: int, *changes: Message) -> None:
        self.notify(
            "textDocument/didChange",
            {
                "textDocument": {"uri": uri, "version": version},
                "contentChanges": list(changes),
            },
        )

    def save(self, uri: str) -> None:
        self.notify("textDocument/didSave", {"textDocument": {"uri": uri}})

    def close(self, uri: str) -> None:
        self._opened.pop(uri, None)
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def published(
        self, uri: str, version: int | None = None, *, rules: Sequence[str] | None = None
    ) -> list[Message]:
        """The diagnostics of the next publish for the document: of this version, when one is
        given, and with exactly these rules (sorted), when they are given."""

        def wanted(message: Message) -> bool:
            if message.get("method") != "textDocument/publishDiagnostics":
                return False
            params = message["params"]
            return (
                params["uri"] == uri
                and (version is None or params.get("version") == version)
                and (rules is None or codes(params["diagnostics"]) == sorted(rules))
            )

        what = f"publish for {uri}, version {version}, rules {rules}"
        return self.wait(wanted, what)["params"]["diagnostics"]

    def publishes(self, uri: str) -> list[Message]:
        """Every publish for the document that has been looked at."""
        return [
            message["params"]
            for message in self.heard
            if message.get("method") == "textDocument/publishDiagnostics"
            and message["params"]["uri"] == uri
        ]

    def position(self, uri: str, line: int, character: int) -> Message:
        return {
            "textDocument": {"uri": uri},
            "position": {"line": line, "character": character},
        }

    def shut_down(self) -> int:
        """Leave as an editor should; gives the exit code."""
        self.request("shutdown")
        self.notify("exit")
        return self.process.wait(DEADLINE)

    def renew(self) -> bool:
        """Close what is open and forget what was said, so that another test can start; False when
        the server is gone."""
        if self.process.poll() is not None:
            return False
        for uri in list(self._opened):
            self.close(uri)
        try:
            self.request("textDocument/hover", self.position("file:///nowhere", 0, 0))
        except (AssertionError, ResponseError, OSError):
            return False
        self._passed.clear()
        self.heard.clear()
        self.shown_documents.clear()
        self.refreshes = 0
        return True

    def end(self) -> None:
        """Leave nothing behind."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for thread in self._threads:
            thread.join(DEADLINE)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            assert stream is not None
            try:
                stream.close()
            except BrokenPipeError:
                pass


def codes(diagnostics: Sequence[Message]) -> list[str]:
    """The rules of some diagnostics, sorted."""
    return sorted(str(diagnostic.get("code")) for diagnostic in diagnostics)


def insertion(line: int, character: int, text: str) -> Message:
    return replacement(line, character, line, character, text)


def replacement(line: int, character: int, to_line: int, to_character: int, text: str) -> Message:
    return {
        "range": {
            "start": {"line": line, "character": character},
            "end": {"line": to_line, "character": to_character},
        },
        "text": text,
    }
