"""The server: which message goes to which feature."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.protocol import default_converter

from pmlint import __version__
from pmlint.config.load import NAMES
from pmlint.report.page import page
from pmlint.report.terminal import Paint
from pmlint.server import actions, pages
from pmlint.server.checks import Unfinished
from pmlint.server.client import Client
from pmlint.server.drafts import Draft
from pmlint.server.hover import hover
from pmlint.server.protocol import Protocol
from pmlint.server.session import Session
from pmlint.server.transport import Socket, Stdio
from pmlint.text.span import Span

COLUMNS = 80
"""How wide a page is set for a client that shows plain text."""


class Server(LanguageServer):
    """One server for one client. ``ended`` is called with the exit code when it has left."""

    protocol: Protocol

    def __init__(self, ended: Callable[[int], None]) -> None:
        super().__init__(
            "pmlint",
            __version__,
            types.TextDocumentSyncKind.Incremental,
            protocol_cls=Protocol,
            converter_factory=default_converter,
            max_workers=1,
        )
        self.protocol.ended = ended
        self.protocol.direct = {
            types.TEXT_DOCUMENT_DID_OPEN: lambda params: self.session.open(params),
            types.TEXT_DOCUMENT_DID_CHANGE: lambda params: self.session.change(params),
            types.TEXT_DOCUMENT_DID_SAVE: lambda params: self.session.save(params),
            types.TEXT_DOCUMENT_DID_CLOSE: lambda params: self.session.close(params),
        }
        self._session: Session | None = None
        self._register()

    @property
    def session(self) -> Session:
        """Exists from the initialize request on."""
        assert self._session is not None
        return self._session

    def begin(self, session: Session) -> None:
        self._session = session

    def connect(self, connection: Stdio | Socket) -> None:
        self.protocol.set_writer(connection)

    def lost(self) -> None:
        """The client is gone."""
        self.protocol.ended(self.protocol.code)

    def report_server_error(self, error: Exception, source: type[Exception]) -> None:
        """Only in the log: pygls would show every error to the writer."""
        if not isinstance(error, JsonRpcException):
            self.session.faults.log(f"{source.__name__}: {error}", types.MessageType.Error)

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
        options = types.CodeActionOptions(code_action_kinds=list(actions.KINDS))
        feature(types.TEXT_DOCUMENT_CODE_ACTION, options)(_actions)
        self.command(actions.EXPLAIN)(_explain)

    def draft(self, uri: str) -> Draft | None:
        draft = self.session.drafts.get(uri)
        return None if draft is None or draft.project.excluded else draft

    def markup(self, text: str) -> types.MarkupContent:
        if self.session.client.markdown:
            return types.MarkupContent(types.MarkupKind.Markdown, text)
        return types.MarkupContent(types.MarkupKind.PlainText, page(text, Paint(False), COLUMNS))


def _initialize(ls: Server, params: types.InitializeParams) -> None:
    client = Client.read(params)
    folders = [folder.uri for folder in params.workspace_folders or ()]
    if not folders and params.root_uri:
        folders = [params.root_uri]
    ls.begin(Session(ls.protocol, client, params.initialization_options, folders))
    if client.pull:
        options = types.DiagnosticOptions(
            inter_file_dependencies=False, workspace_diagnostics=False, identifier="pmlint"
        )
        ls.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, options)(_direct)
        ls.protocol.direct_requests[types.TEXT_DOCUMENT_DIAGNOSTIC] = ls.session.pull


def _initialized(ls: Server, _params: types.InitializedParams) -> None:
    client = ls.session.client
    wanted = []
    if client.watches_files:
        watchers = [types.FileSystemWatcher(glob_pattern=f"**/{name}") for name in NAMES]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers=watchers)
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        wanted.append(types.Registration("pmlint-configs", method, options))
    if client.watches_settings:
        method = types.WORKSPACE_DID_CHANGE_CONFIGURATION
        section = types.DidChangeConfigurationRegistrationOptions(section="pmlint")
        wanted.append(types.Registration("pmlint-settings", method, section))
    if wanted:
        ls.protocol.send_request(types.CLIENT_REGISTER_CAPABILITY, types.RegistrationParams(wanted))
    ls.session.start()


def _settings_changed(ls: Server, params: types.DidChangeConfigurationParams) -> None:
    ls.session.settings_changed(params.settings)


def _files_changed(ls: Server, _params: types.DidChangeWatchedFilesParams) -> None:
    ls.session.files_changed()


def _folders_changed(ls: Server, params: types.DidChangeWorkspaceFoldersParams) -> None:
    ls.session.folders_changed(params.event)


async def _hover(ls: Server, params: types.HoverParams) -> types.Hover | None:
    draft = ls.draft(params.text_document.uri)
    if draft is None:
        return None
    offset = _offset(draft, params.position)
    try:
        findings = await ls.session.findings(draft, Span(offset, offset))
    except Unfinished:
        return None
    found = hover(draft, findings, ls.session.host.rules, offset)
    if found is None:
        return None
    text, place = found
    return types.Hover(ls.markup(text), _range(draft, place))


async def _actions(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction] | None:
    draft = ls.draft(params.text_document.uri)
    if draft is None or not ls.session.client.literal_actions:
        return None
    start, end = _offset(draft, params.range.start), _offset(draft, params.range.end)
    try:
        findings = await ls.session.findings(draft, Span(start, end))
    except Unfinished:
        return None
    return actions.actions(draft, findings, ls.session.client, params.context)


def _explain(ls: Server, rule: str) -> None:
    """Open a rule's page, or show it in a message."""
    registered = ls.session.host.rules.get(rule)
    if registered is None:
        ls.session.faults.show(f"there is no rule {rule}", types.MessageType.Error)
        return
    address = ls.session.pages.address(rule)
    if address and ls.session.client.shows_documents:
        ls.protocol.send_request(
            types.WINDOW_SHOW_DOCUMENT, types.ShowDocumentParams(uri=address, take_focus=True)
        )
    else:
        text = page(pages.text(registered), Paint(False), COLUMNS)
        ls.session.faults.show(text, types.MessageType.Info)


def _direct(_params: Any) -> None:
    """Never called, as `Protocol.direct` comes first; registered to be announced."""


def _offset(draft: Draft, position: types.Position) -> int:
    return draft.buffer.offset({"line": position.line, "character": position.character})


def _range(draft: Draft, span: Span) -> types.Range:
    start, end = draft.buffer.position(span.start), draft.buffer.position(span.end)
    return types.Range(types.Position(*start), types.Position(*end))
