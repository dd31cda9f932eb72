"""The yardstick: the least that a pygls server can do, one regular expression at each change."""

import re

from lsprotocol import types
from pygls.lsp.server import LanguageServer

WORDS = re.compile(r"\b(?:various|numerous|probably|maybe|robust|seamless|responsible|closely)\b")

server = LanguageServer(
    "reference", "0", text_document_sync_kind=types.TextDocumentSyncKind.Incremental
)


def publish(uri: str) -> None:
    document = server.workspace.get_text_document(uri)
    found = []
    for number, line in enumerate(document.lines):
        for match in WORDS.finditer(line):
            start = types.Position(line=number, character=match.start())
            end = types.Position(line=number, character=match.end())
            found.append(
                types.Diagnostic(
                    range=types.Range(start=start, end=end),
                    message=f"weak word: {match.group()}",
                    source="reference",
                )
            )
    server.text_document_publish_diagnostics(
        types.PublishDiagnosticsParams(uri=uri, version=document.version, diagnostics=found)
    )


@server.feature(types.TEXT_DOCUMENT_DID_OPEN)
def opened(params: types.DidOpenTextDocumentParams) -> None:
    publish(params.text_document.uri)


@server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
def changed(params: types.DidChangeTextDocumentParams) -> None:
    publish(params.text_document.uri)


server.start_io()
