"""What some editors offer, cut down to what the server looks at."""

from __future__ import annotations

from typing import Any

_ACTIONS = {
    "codeActionLiteralSupport": {
        "codeActionKind": {"valueSet": ["", "quickfix", "refactor", "source"]}
    },
    "isPreferredSupport": True,
}

# VS Code asks for diagnostics, can be told to ask again, watches files and settings.
VSCODE: dict[str, Any] = {
    "general": {"positionEncodings": ["utf-16"]},
    "workspace": {
        "configuration": True,
        "didChangeConfiguration": {"dynamicRegistration": True},
        "didChangeWatchedFiles": {"dynamicRegistration": True, "relativePatternSupport": True},
        "workspaceFolders": True,
        "workspaceEdit": {"documentChanges": True},
        "diagnostics": {"refreshSupport": True},
    },
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True, "codeDescriptionSupport": True},
        "diagnostic": {
            "dynamicRegistration": True,
            "relatedInformation": True,
            "codeDescriptionSupport": True,
        },
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "codeAction": _ACTIONS,
    },
    "window": {"showDocument": {"support": True}},
}

# Neovim 0.11 on Linux: counts bytes, watches nothing, cannot be told to ask again.
NEOVIM: dict[str, Any] = {
    "general": {"positionEncodings": ["utf-8", "utf-16", "utf-32"]},
    "workspace": {
        "configuration": True,
        "didChangeConfiguration": {"dynamicRegistration": False},
        "didChangeWatchedFiles": {"dynamicRegistration": False},
        "workspaceEdit": {"resourceOperations": ["rename", "create", "delete"]},
    },
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True},
        "diagnostic": {"dynamicRegistration": False},
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "codeAction": _ACTIONS,
    },
    "window": {"showDocument": {"support": True}},
}

# What pmlint's own Neovim client asks for.
NEOVIM_OPTIONS = {"diagnostics": "push"}

# Neovim 0.7 and eglot 1.9: no encodings, no pull.
OLD: dict[str, Any] = {
    "workspace": {},
    "textDocument": {
        "publishDiagnostics": {},
        "hover": {"contentFormat": ["plaintext"]},
        "codeAction": _ACTIONS,
    },
}


def push(encoding: str = "utf-16") -> dict[str, Any]:
    """A client that is pushed diagnostics and counts in one encoding."""
    return {
        "general": {"positionEncodings": [encoding]},
        "workspace": {"workspaceEdit": {"documentChanges": True}},
        "textDocument": {
            "publishDiagnostics": {"versionSupport": True, "relatedInformation": True},
            "hover": {"contentFormat": ["markdown"]},
            "codeAction": _ACTIONS,
        },
        "window": {"showDocument": {"support": True}},
    }
