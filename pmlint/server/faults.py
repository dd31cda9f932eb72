"""Telling the writer what is wrong with configs, plugins and rules, each thing once."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path

from lsprotocol import types

from pmlint.config.errors import ConfigError
from pmlint.host.problem import Problem
from pmlint.server import wire
from pmlint.server.protocol import Protocol
from pmlint.text.lines import Encoding, LineIndex

log = logging.getLogger(__name__)

CONFIG = "config"
"""The code of diagnostics in config files."""


class Faults:
    """A fault of a config is a message when it comes up and a diagnostic in the file while it
    lasts; a rule or plugin that failed is a line in the client's log."""

    def __init__(self, protocol: Protocol, encoding: Encoding) -> None:
        self._protocol = protocol
        self._encoding: Encoding = encoding
        self._configs: set[str] = set()
        self._files: set[str] = set()
        self._problems: set[str] = set()

    def configs(self, faults: Iterable[ConfigError]) -> None:
        """These are the faults of all configs in use now."""
        current = {str(fault): fault for fault in faults}
        fresh = [text for text in current if text not in self._configs]
        self._configs = set(current)
        if fresh:
            rest = f" (and {len(fresh) - 1} more)" if len(fresh) > 1 else ""
            self.show(f"{fresh[0]}{rest}", types.MessageType.Error)
        files: dict[str, list[str]] = {}
        for fault in current.values():
            if Path(fault.path).is_absolute():
                files.setdefault(fault.path, []).append(self._diagnostic(fault))
        for path in self._files - files.keys():
            files[path] = []
        for path, diagnostics in files.items():
            self._protocol.send(wire.publish(Path(path).as_uri(), None, diagnostics))
        self._files = {path for path, diagnostics in files.items() if diagnostics}

    def problems(self, problems: Iterable[Problem]) -> None:
        """Rules or plugins that failed."""
        for problem in problems:
            told = str(problem)
            if told not in self._problems:
                self._problems.add(told)
                self.log(told, types.MessageType.Error)
                if problem.detail:
                    log.error("%s\n%s", told, problem.detail)

    def log(self, message: str, kind: types.MessageType = types.MessageType.Warning) -> None:
        """A line in the client's log."""
        self._protocol.notify(
            types.WINDOW_LOG_MESSAGE, types.LogMessageParams(type=kind, message=message)
        )

    def show(self, message: str, kind: types.MessageType) -> None:
        """A message that the writer sees."""
        self._protocol.notify(
            types.WINDOW_SHOW_MESSAGE,
            types.ShowMessageParams(type=kind, message=f"pmlint: {message}"),
        )

    def _diagnostic(self, fault: ConfigError) -> str:
        start = end = (max(fault.line - 1, 0), max(fault.column - 1, 0))
        try:
            with open(fault.path, encoding="utf-8", newline="") as file:
                index = LineIndex(file.read())
            offset = index.offset(*start)
            start = index.units(offset, self._encoding)
            end = index.units(index.line(start[0]).end, self._encoding)
        except (OSError, UnicodeDecodeError, IndexError):
            pass  # Then the place is as good as known.
        return wire.plain(start, end, fault.message, "error", CONFIG)
