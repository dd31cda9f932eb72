"""Which settings and which linter hold for a draft: config files below, the editor's on top."""

from __future__ import annotations

import os
from typing import NamedTuple

from pmlint.config.errors import ConfigError
from pmlint.config.load import NAMES, Configs
from pmlint.config.settings import Settings
from pmlint.engine.lint import Linter
from pmlint.host.host import Host
from pmlint.server.options import Options

EDITOR = "the editor's settings"

Stamp = tuple[tuple[str, int, int], ...]
"""Path, time of change in nanoseconds and size of each config file that there is."""


class Project(NamedTuple):
    """What holds for a draft. ``kind``: what config or editor say that it is, or "". ``excluded``:
    the config leaves it out. ``faults``: of its config files and of the editor's settings; where
    there are any, what they stand in is left out."""

    linter: Linter
    kind: str
    excluded: bool
    faults: tuple[ConfigError, ...]

    def lints_like(self, other: Project) -> bool:
        """Whether a draft comes out the same under both."""
        return self.linter is other.linter and self[1:3] == other[1:3]


class Projects:
    """Gives each draft its project; drafts with equal settings share a linter."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._configs = Configs()
        self._linters: list[Linter] = []
        self._stamps: dict[str, Stamp] = {}

    def project(self, place: str | None, options: Options) -> Project:
        """``place``: the draft's path, or a folder for a draft that has none yet; None for a draft
        that is nowhere."""
        faults: list[ConfigError] = []
        settings = Settings()
        if place is not None:
            self._stamps.setdefault(place, self._stamp(place))
            try:
                settings = self._configs.settings_for(place)
                self._linter(settings)
            except ConfigError as error:
                faults += error.errors
                settings = Settings()
        try:
            linter = self._linter(
                settings.overridden(
                    source=EDITOR,
                    profile=options.profile,
                    kind=options.kind,
                    max_per_line=options.max_per_line,
                    rules=options.rules or None,
                )
            )
        except ConfigError as error:
            faults += error.errors
            linter = self._linter(settings)
        here = linter.settings if place is None else linter.settings.for_path(place)
        excluded = place is not None and here.excluded(place)
        return Project(linter, here.kind, excluded, tuple(faults))

    def stale(self) -> bool:
        """Whether a config file has changed, come or gone since it was read; if so all of them are
        forgotten, and every draft needs its project anew."""
        if all(self._stamp(place) == stamp for place, stamp in self._stamps.items()):
            return False
        self.forget()
        return True

    def forget(self) -> None:
        """Read everything anew when it is asked for."""
        self._configs = Configs()
        self._linters.clear()
        self._stamps.clear()

    def _linter(self, settings: Settings) -> Linter:
        for linter in self._linters:
            if linter.settings == settings:
                return linter
        linter = Linter(self._host, settings)
        self._linters.append(linter)
        return linter

    def _stamp(self, place: str) -> Stamp:
        """All files that could hold for a place, and what is known of those that are there."""
        found = []
        folder = place if os.path.isdir(place) else os.path.dirname(place)
        while True:
            for name in NAMES:
                found += _state(os.path.join(folder, name))
            parent = os.path.dirname(folder)
            if parent == folder:
                break
            folder = parent
        try:
            files = self._configs.settings_for(place).files
        except ConfigError as error:
            files = tuple(one.path for one in error.errors)
        for path in files:
            found += _state(path)
        return tuple(found)


def _state(path: str) -> list[tuple[str, int, int]]:
    try:
        status = os.stat(path)
    except OSError:
        return []
    return [(path, status.st_mtime_ns, status.st_size)]
