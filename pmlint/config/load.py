"""Finding and reading config files: the nearest wins, ``extend`` chains, nothing is ever run."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pmlint.config.errors import ConfigError
from pmlint.config.settings import Choice, Settings, Source, merged

if TYPE_CHECKING:
    from pmlint.config.places import Path

# In one folder the first of these counts; pyproject.toml only when it has our table.
NAMES = ("pmlint.toml", ".pmlint.toml", "pyproject.toml")
_TABLE = ("tool", "pmlint")


class Configs:
    """The config of any path, each file and folder looked at once.

    ``config``: a file that holds for every path, in place of the nearest. ``isolated``: no config
    at all. To see changes on disk, make a new one.
    """

    def __init__(self, config: str | None = None, *, isolated: bool = False) -> None:
        self._config = None if config is None else os.path.abspath(config)
        self._isolated = isolated
        self._nearest: dict[str, str | None] = {}
        self._settings: dict[str | None, Settings | ConfigError] = {None: Settings()}

    def find(self, path: str) -> str | None:
        """The config file that holds for a file or folder; it need not exist."""
        if self._isolated:
            return None
        if self._config is not None:
            return self._config
        path = os.path.abspath(path)
        return self._above(path if os.path.isdir(path) else os.path.dirname(path))

    def settings_for(self, path: str) -> Settings:
        """The settings of the config that holds for a path, the same object for the same config.

        Entries by path are not filled in: see `Settings.for_path`. Raises ConfigError.
        """
        file = self.find(path)
        found = self._settings.get(file)
        if found is None:
            assert file is not None
            try:
                found = _Chain().read(file, Settings())
            except ConfigError as error:
                found = error
            self._settings[file] = found
        if isinstance(found, ConfigError):
            raise found
        return found

    def _above(self, folder: str) -> str | None:
        passed = []
        found = None
        while folder not in self._nearest:
            passed.append(folder)
            found = _in_folder(folder)
            parent = os.path.dirname(folder)
            if found is not None or parent == folder:
                break
            folder = parent
        else:
            found = self._nearest[folder]
        for one in passed:
            self._nearest[one] = found
        return found


def find(path: str) -> str | None:
    """The config file that holds for a file or folder, or None."""
    return Configs().find(path)


def settings_for(path: str, *, config: str | None = None, isolated: bool = False) -> Settings:
    """The settings that hold for a path. For many paths keep a `Configs`. Raises ConfigError."""
    return Configs(config, isolated=isolated).settings_for(path)


def _in_folder(folder: str) -> str | None:
    for name in NAMES:
        path = os.path.join(folder, name)
        if os.path.isfile(path) and (name != NAMES[-1] or _has_table(path)):
            return path
    return None


def _has_table(path: str) -> bool:
    """True when a pyproject.toml is ours to read; a broken one is, when it speaks of pmlint."""
    try:
        with open(path, "rb") as file:
            if b"pmlint" not in file.read():
                return False
        return _TABLE[1] in _parsed(path, _text(path)).get(_TABLE[0], {})
    except (ConfigError, OSError):
        return True


class _Chain:
    """One config with all that it extends."""

    def __init__(self) -> None:
        self._open: list[str] = []

    def read(self, path: str, below: Settings) -> Settings:
        """The settings of one file over those that it extends, and all over ``below``."""
        # Without a config none of that is imported.
        from pmlint.config.keys import Reader

        self._open.append(path)
        source = _source(path)
        reader = Reader(source)
        given = reader.read()
        for place, name in _extended(source.table.get("extend")):
            base = os.path.join(os.path.dirname(path), os.path.expanduser(name))
            base = os.path.normpath(base)
            if base in self._open:
                chain = " -> ".join([*self._open[self._open.index(base) :], base])
                reader.fault(place, f"extend goes round in a circle: {chain}")
            elif not os.path.isfile(base):
                chain = " -> ".join([*self._open, base])
                reader.fault(place, f"there is no such file to extend: {chain}")
            else:
                below = self.read(base, below)
        reader.raise_faults()
        self._open.pop()
        return _over(below, given, source)


def _extended(value: Any) -> list[tuple[Path, str]]:
    """Each name in ``extend`` with its place; what is no name is the reader's business."""
    if isinstance(value, str):
        return [(("extend",), value)]
    if isinstance(value, list):
        return [(("extend", at), name) for at, name in enumerate(value) if isinstance(name, str)]
    return []


def _over(below: Settings, given: dict[str, Any], source: Source) -> Settings:
    """The settings of one file over what it extends."""
    choice: Choice = given.pop("choice")
    changed: dict[str, Any] = {
        "choices": (*below.choices, choice) if choice else below.choices,
        "root": os.path.dirname(source.path),
        "files": (source.path, *below.files),
        "sources": (*below.sources, source),
    }
    for field in ("kinds", "per_path", "extend_exclude"):
        changed[field] = getattr(below, field) + given.pop(field, ())
    for field in ("severities", "options", "rule_kinds", "words"):
        changed[field] = merged(getattr(below, field), given.pop(field, {}))
    return below._replace(**changed, **given)


def _source(path: str) -> Source:
    """One file, read and parsed. Raises ConfigError, also when it cannot be read."""
    text = _text(path)
    table: Any = _parsed(path, text)
    prefix = _TABLE if os.path.basename(path) == NAMES[-1] else ()
    for at, key in enumerate(prefix):
        table = table.get(key, {})
        if not isinstance(table, Mapping):
            from pmlint.config.keys import error_at

            whole = Source(path, text, (), {})
            raise error_at(whole, prefix[: at + 1], f"{'.'.join(prefix[: at + 1])} must be a table")
    return Source(path, text, prefix, table)


def _text(path: str) -> str:
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise ConfigError(path, 0, 0, f"cannot be read: {error.strerror}") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        raise ConfigError(path, line, column, "is not UTF-8 text") from None


def _parsed(path: str, text: str) -> dict[str, Any]:
    # Without a config it is never imported.
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        import re

        place = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)")
        message = str(error)
        at = place.search(message)
        if at is None or at[1] is None:
            line = text.count("\n") + 1
            column = len(text) - text.rfind("\n")
        else:
            line, column = int(at[1]), int(at[2])
        message = place.sub("", message).strip()
        raise ConfigError(path, line, column, f"is not TOML: {message}") from None
