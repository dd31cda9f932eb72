"""What the client can ask for, from the protocol's types to the drafts and back."""

from __future__ import annotations

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from pmlint.api.finding import Finding
from pmlint.config.load import NAMES
from pmlint.server import actions, pages
from pmlint.server.checks import Unfinished
from pmlint.server.client import Client
from pmlint.server.drafts import Draft
from pmlint.server.hover import hover
from pmlint.server.protocol import Protocol
from pmlint.server.session import Session
from pmlint.text.span import Span

COLUMNS = 80
"""How wide a page is set for a client that shows plain text."""


class Features:
    """The requests of one client. An answer is about the text as it was when it was asked for: when
    that has changed meanwhile there is none."""

    def __init__(self, protocol: Protocol, params: types.InitializeParams) -> None:
        folders = [folder.uri for folder in params.workspace_folders or ()]
        if not folders and params.root_uri:
            folders = [params.root_uri]
        self._protocol = protocol
        self._client = Client.read(params)
        self.session = Session(protocol, self._client, params.initialization_options, folders)
        protocol.handled = self.session.checks.go

    def start(self) -> None:
        """The client is ready to be asked."""
        wanted = []
        if self._client.watches_files:
            watchers = [types.FileSystemWatcher(glob_pattern=f"**/{name}") for name in NAMES]
            options = types.DidChangeWatchedFilesRegistrationOptions(watchers=watchers)
            method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            wanted.append(types.Registration("pmlint-configs", method, options))
        if self._client.watches_settings:
            method = types.WORKSPACE_DID_CHANGE_CONFIGURATION
            section = types.DidChangeConfigurationRegistrationOptions(section="pmlint")
            wanted.append(types.Registration("pmlint-settings", method, section))
        if wanted:
            self._protocol.send_request(
                types.CLIENT_REGISTER_CAPABILITY, types.RegistrationParams(wanted)
            )
        self.session.start()

    def failed(self, error: Exception, source: type[Exception]) -> None:
        """Handling a message failed."""
        if not isinstance(error, JsonRpcException):
            self.session.faults.log(f"{source.__name__}: {error}", types.MessageType.Error)

    async def hover(self, params: types.HoverParams) -> types.Hover | None:
        draft = self._draft(params.text_document.uri)
        if draft is None:
            return None
        offset = _offset(draft, params.position)
        findings = await self._findings(draft, Span(offset, offset))
        if findings is None:
            return None
        found = hover(draft, findings, self.session.host.rules, offset)
        if found is None:
            return None
        text, place = found
        return types.Hover(self._markup(text), _range(draft, place))

    async def actions(self, params: types.CodeActionParams) -> list[types.CodeAction] | None:
        draft = self._draft(params.text_document.uri)
        if draft is None or not self._client.literal_actions:
            return None
        place = Span(_offset(draft, params.range.start), _offset(draft, params.range.end))
        findings = await self._findings(draft, place)
        if findings is None:
            return None
        return actions.actions(draft, findings, self._client, params.context)

    def explain(self, rule: str) -> None:
        """Open a rule's page, or show it in a message."""
        registered = self.session.host.rules.get(rule)
        if registered is None:
            self.session.faults.show(f"there is no rule {rule}", types.MessageType.Error)
            return
        address = self.session.pages.address(rule)
        if address and self._client.shows_documents:
            self._protocol.send_request(
                types.WINDOW_SHOW_DOCUMENT, types.ShowDocumentParams(uri=address, take_focus=True)
            )
        else:
            self.session.faults.show(_set(pages.text(registered)), types.MessageType.Info)

    def _draft(self, uri: str) -> Draft | None:
        draft = self.session.drafts.get(uri)
        return None if draft is None or draft.project.excluded else draft

    async def _findings(self, draft: Draft, place: Span) -> list[Finding] | None:
        """What is shown at a place; None when the draft has changed meanwhile."""
        version = draft.buffer.version
        try:
            findings = await self.session.findings(draft, place)
        except Unfinished:
            return None
        return findings if draft.buffer.version == version else None

    def _markup(self, text: str) -> types.MarkupContent:
        if self._client.markdown:
            return types.MarkupContent(types.MarkupKind.Markdown, text)
        return types.MarkupContent(types.MarkupKind.PlainText, _set(text))


def _set(markdown: str) -> str:
    """A Markdown text set as plain text."""
    # Most clients take Markdown.
    from pmlint.report.page import page
    from pmlint.report.terminal import Paint

    return page(markdown, Paint(False), COLUMNS)


def _offset(draft: Draft, position: types.Position) -> int:
    return draft.buffer.offset({"line": position.line, "character": position.character})


def _range(draft: Draft, span: Span) -> types.Range:
    start, end = draft.buffer.position(span.start), draft.buffer.position(span.end)
    return types.Range(types.Position(*start), types.Position(*end))
