"""What the client at the other end can do, read once from its `initialize` request."""

from __future__ import annotations

from typing import Any, NamedTuple

from lsprotocol import types
from pygls.capabilities import ServerCapabilitiesBuilder, get_capability

from pmlint.text.lines import Encoding

_ENCODINGS: dict[types.PositionEncodingKind, Encoding] = {
    types.PositionEncodingKind.Utf8: "utf-8",
    types.PositionEncodingKind.Utf16: "utf-16",
    types.PositionEncodingKind.Utf32: "utf-32",
}


class Client(NamedTuple):
    """``encoding``: how positions count, "utf-8", "utf-16" or "utf-32".

    ``pull``: the client asks for diagnostics, so none are pushed. ``refresh``: it can be told to
    ask again. The others are capabilities of the protocol under a short name.
    """

    encoding: Encoding
    pull: bool
    refresh: bool
    configuration: bool
    watches_files: bool
    watches_settings: bool
    document_changes: bool
    code_description: bool
    related: bool
    markdown: bool
    literal_actions: bool
    shows_documents: bool

    @classmethod
    def read(cls, params: types.InitializeParams) -> Client:
        """A client that can pull may ask for push by ``{"diagnostics": "push"}`` among its
        initialization options: Neovim cannot be told to refresh."""
        can = params.capabilities
        options = params.initialization_options
        pushed = isinstance(options, dict) and options.get("diagnostics") == "push"
        pull = get_capability(can, "text_document.diagnostic") is not None and not pushed
        published = get_capability(can, "text_document.publish_diagnostics")
        pulled = get_capability(can, "text_document.diagnostic")
        shown: Any = pulled if pull else published
        chosen = ServerCapabilitiesBuilder.choose_position_encoding(can)
        formats = get_capability(can, "text_document.hover.content_format")
        return cls(
            encoding=_ENCODINGS[types.PositionEncodingKind(chosen)],
            pull=pull,
            refresh=pull and bool(get_capability(can, "workspace.diagnostics.refresh_support")),
            configuration=bool(get_capability(can, "workspace.configuration")),
            watches_files=bool(
                get_capability(can, "workspace.did_change_watched_files.dynamic_registration")
            ),
            watches_settings=bool(
                get_capability(can, "workspace.did_change_configuration.dynamic_registration")
            ),
            document_changes=bool(get_capability(can, "workspace.workspace_edit.document_changes")),
            code_description=bool(shown and shown.code_description_support),
            related=bool(shown and shown.related_information),
            markdown=formats is None or types.MarkupKind.Markdown in formats,
            literal_actions=get_capability(
                can, "text_document.code_action.code_action_literal_support"
            )
            is not None,
            shows_documents=bool(get_capability(can, "window.show_document.support")),
        )
