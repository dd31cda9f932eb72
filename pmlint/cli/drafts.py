"""Opening drafts: their text, their kind, and the linter that their config asks for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import NamedTuple

from pmlint.cli.request import Request
from pmlint.config.check import check
from pmlint.config.errors import ConfigError
from pmlint.config.load import Configs
from pmlint.config.names import Names
from pmlint.config.settings import Settings
from pmlint.document.document import Document
from pmlint.document.kind import KindDecision, decide
from pmlint.engine.lint import Linter
from pmlint.files.find import STDIN
from pmlint.files.read import ReadError, Source, decode, read
from pmlint.host.host import Host


class Draft(NamedTuple):
    """A draft, ready to be linted. ``path``: as shown."""

    path: str
    source: Source
    document: Document
    kind: KindDecision
    linter: Linter


class Drafts:
    """Opens drafts as a request asks; each config is read once and has one linter."""

    def __init__(
        self,
        host: Host,
        request: Request,
        configs: Configs,
        clock: Callable[[], float] | None = None,
    ) -> None:
        """``clock``: for linters that are to tell how long each rule takes."""
        self.host = host
        self.configs = configs
        self._request = request
        self._clock = clock
        self._linters: dict[int, Linter] = {}

    def open(self, path: str) -> Draft:
        """Read one draft. Raises `ReadError`, and `ConfigError` for the config that holds for it."""
        shown = self.shown(path)
        # The config first: a draft must not be read by rules that nobody asked for.
        linter = self.linter(shown)
        source = decode(sys.stdin.buffer.read()) if path == STDIN else read(path)
        reader = self.host.format_for(shown) or self.host.format_for(self._usual_name(path))
        if reader is None:
            raise ReadError("no format that could read it is installed")
        document = Document.read(source.text, reader)
        settings = linter.settings.for_path(os.path.abspath(shown))
        kind = decide(
            document,
            shown,
            given=self._request.kind,
            config_kind=settings.kind or None,
            kinds=self.host.kinds,
        )
        return Draft(shown, source, document, kind, linter)

    def shown(self, path: str) -> str:
        """What a draft is called: standard input by the name that the user gave it."""
        return self._request.stdin_name or STDIN if path == STDIN else path

    def linter(self, shown: str) -> Linter:
        """The linter of the config that holds for a draft. Raises `ConfigError`."""
        found = self.configs.settings_for(shown)
        linter = self._linters.get(id(found))
        if linter is None:
            # The settings live as long as `configs`, so their id stays theirs.
            linter = Linter(self.host, overridden(found, self._request), clock=self._clock)
            self._linters[id(found)] = linter
        return linter

    @property
    def extensions(self) -> set[str]:
        """The file name endings that some format reads."""
        return {ending for each in self.host.formats.values() for ending in each.extensions}

    def settings_in(self, folder: str) -> Settings:
        """What a walk leaves out in a folder; a bad config is said with the drafts it holds for."""
        try:
            return self.configs.settings_for(folder)
        except ConfigError:
            return Settings()

    @property
    def linters(self) -> list[Linter]:
        """Those made so far."""
        return list(self._linters.values())

    @staticmethod
    def _usual_name(path: str) -> str:
        """What standard input without a name, and a file with an unknown ending, are read like."""
        return "draft.md" if path == STDIN else "draft.txt"


def overridden(settings: Settings, request: Request) -> Settings:
    """The settings with what the command line asks for over them. Raises `ConfigError`."""
    return settings.overridden(
        select=request.select,
        extend_select=request.extend_select,
        ignore=request.ignore,
        profile=request.profile,
        max_per_line=request.max_per_line,
    )


def check_request(host: Host, request: Request) -> None:
    """Raise `ConfigError` for what the command line itself asks for and nothing answers to."""
    bare = Settings()
    asked = overridden(bare, request)
    if asked is not bare:
        states = {info.name: info.state for info in host.plugins}
        rules = [registered.rule for registered in host.rules.values()]
        check(asked, Names(rules, states if host.searched else None), host.kinds)
