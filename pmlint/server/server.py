"""The server: which message goes to which feature.

Only what answers the client's first request is imported here. The linter comes when that answer is
on its way, while the client is busy with it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from pmlint import __version__
from pmlint.server import collector
from pmlint.server.client import Client
from pmlint.server.protocol import Protocol, converter
from pmlint.server.transport import Socket, Stdio

if TYPE_CHECKING:
    from pmlint.server.features import Features

KINDS = (types.CodeActionKind.QuickFix, "source.fixAll.pmlint")
EXPLAIN = "pmlint.explain"
WARM_UP = 0.02
"""Seconds without a draft after which the linter is made ready for the first one."""


class Server(LanguageServer):
    """One server for one client. ``ended`` is called with the exit code when it has left."""

    protocol: Protocol

    def __init__(self, ended: Callable[[int], None]) -> None:
        super().__init__(
            "pmlint",
            __version__,
            types.TextDocumentSyncKind.Incremental,
            protocol_cls=Protocol,
            converter_factory=converter,
            max_workers=1,
        )
        self.protocol.ended = ended
        self.protocol.direct = {
            types.TEXT_DOCUMENT_DID_OPEN: lambda params: self.features.session.open(params),
            types.TEXT_DOCUMENT_DID_CHANGE: lambda params: self.features.session.change(params),
            types.TEXT_DOCUMENT_DID_SAVE: lambda params: self.features.session.save(params),
            types.TEXT_DOCUMENT_DID_CLOSE: lambda params: self.features.session.close(params),
        }
        self._params: types.InitializeParams | None = None
        self._features: Features | None = None
        self._register()

    @property
    def features(self) -> Features:
        """Made when it is first asked for, which is after the initialize request."""
        if self._features is None:
            assert self._params is not None
            with collector.paused():
                from pmlint.server.features import Features

                self._features = Features(self.protocol, self._params)
            collector.spare()
        return self._features

    def connect(self, connection: Stdio | Socket) -> None:
        self.protocol.set_writer(connection)

    def lost(self) -> None:
        """The client is gone."""
        self.protocol.ended(self.protocol.code)

    def report_server_error(self, error: Exception, source: type[Exception]) -> None:
        """Only in the log: pygls would show every error to the writer."""
        if self._features is not None:
            self._features.failed(error, source)

    def begin(self, params: types.InitializeParams) -> None:
        """A client has said who it is."""
        self._params = params
        loop = asyncio.get_running_loop()
        loop.call_soon(lambda: self.features)
        loop.call_later(WARM_UP, lambda: self.features.session.warm_up())

    def _register(self) -> None:
        # pygls marks the functions that it is given, so they cannot be methods.
        feature = self.feature
        feature(types.INITIALIZE)(_initialize)
        feature(types.INITIALIZED)(_initialized)
        feature(types.TEXT_DOCUMENT_DID_SAVE)(_direct)
        feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)(_settings_changed)
        feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(_files_changed)
        feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)(_folders_changed)
        feature(types.TEXT_DOCUMENT_HOVER)(_hover)
        options = types.CodeActionOptions(code_action_kinds=list(KINDS))
        feature(types.TEXT_DOCUMENT_CODE_ACTION, options)(_actions)
        self.command(EXPLAIN)(_explain)


def _initialize(ls: Server, params: types.InitializeParams) -> None:
    if Client.read(params).pull:
        options = types.DiagnosticOptions(
            inter_file_dependencies=False, workspace_diagnostics=False, identifier="pmlint"
        )
        ls.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)(_direct)
        ls.protocol.direct_requests[types.TEXT_DOCUMENT_DIAGNOSTIC] = lambda params: (
            ls.features.session.pull(params)
        )
    ls.begin(params)


def _initialized(ls: Server, _params: types.InitializedParams) -> None:
    ls.features.start()


def _settings_changed(ls: Server, params: types.DidChangeConfigurationParams) -> None:
    ls.features.session.settings_changed(params.settings)


def _files_changed(ls: Server, _params: types.DidChangeWatchedFilesParams) -> None:
    ls.features.session.files_changed()


def _folders_changed(ls: Server, params: types.DidChangeWorkspaceFoldersParams) -> None:
    ls.features.session.folders_changed(params.event)


async def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    return await ls.features.hover(params)


async def _actions(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction] | None:
    return await ls.features.actions(params)


def _explain(ls: Server, rule: str) -> None:
    ls.features.explain(rule)


def _direct(_params: Any) -> None:
    """Never called, as `Protocol.direct` comes first; registered to be announced."""
