"""The editor's settings of each folder, asked for or told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from typing import Any

from lsprotocol import types

from pmlint.server.client import Client
from pmlint.server.options import Options, read
from pmlint.server.protocol import Protocol

SECTION = "pmlint"


class EditorSettings:
    """``changed`` is called with what is wrong with the settings whenever they have been read."""

    def __init__(
        self, protocol: Protocol, client: Client, changed: Callable[[list[str]], None]
    ) -> None:
        self._protocol = protocol
        self._client = client
        self._changed = changed
        self._options: dict[str, Options] = {"": Options()}

    def start_from(self, options: Any) -> list[str]:
        """Take the initialization options for settings until there are others."""
        self._options[""], problems = read(options)
        return problems

    def of(self, uri: str) -> Options:
        """The settings that hold for a document: those of the innermost folder that holds it."""
        holding = [
            folder
            for folder in self._options
            if not folder or uri == folder or uri.startswith(f"{folder.rstrip('/')}/")
        ]
        options = self._options[max(holding, key=len)]
        if self._client.pull and not self._client.refresh:
            # Such a client would not learn that a line is finished before its next key.
            return options.ungated()
        return options

    def ask(self, folders: Iterable[str]) -> bool:
        """Ask the client for its settings; False when it cannot be asked."""
        if not self._client.configuration:
            return False
        scopes = ["", *folders]
        items = [types.ConfigurationItem(scope_uri=uri or None, section=SECTION) for uri in scopes]

        def answered(future: Future[Any]) -> None:
            if future.cancelled() or future.exception() is not None:
                self._changed(["the client did not tell its settings"])
            else:
                self._take(scopes, list(future.result() or ()))

        future = self._protocol.send_request(
            types.WORKSPACE_CONFIGURATION, types.ConfigurationParams(items)
        )
        future.add_done_callback(answered)
        return True

    def told(self, settings: Any) -> None:
        """The client sent its settings of itself."""
        self._take([""], [settings.get(SECTION) if isinstance(settings, dict) else None])

    def _take(self, scopes: list[str], values: list[Any]) -> None:
        problems: list[str] = []
        options: dict[str, Options] = {}
        for scope, value in zip(scopes, values, strict=False):
            options[scope], faults = read(value)
            problems += [fault for fault in faults if fault not in problems]
        options.setdefault("", Options())
        self._options = options
        self._changed(problems)
