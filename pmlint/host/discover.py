"""Which plugins are installed: metadata is read, nothing is imported.

importlib.metadata would tell the same, at several times the start-up of everything else here.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from typing import NamedTuple

_GROUP = "pmlint"
_NORMAL = re.compile(r"[-_.]+")


class Entry(NamedTuple):
    """An entry point of group ``pmlint``.

    ``name``: the plugin's name. ``target``: ``module`` or ``module:attribute``. ``package`` and
    ``version``: as its metadata has them. ``folder``: where that metadata lies.
    """

    name: str
    target: str
    package: str
    version: str
    folder: str


def discover(paths: Iterable[str] | None = None) -> list[Entry]:
    """Entry points of installed packages, by plugin name; ``paths`` is ``sys.path`` by default.

    As for an import, the first folder of the path that holds a package is the one that counts.
    What cannot be read is passed over: it could not be imported either.
    """
    seen: set[str] = set()
    entries: list[Entry] = []
    folders: set[str] = set()
    for path in sys.path if paths is None else paths:
        folder = path or os.curdir
        if folder in folders:
            continue
        folders.add(folder)
        for metadata in _metadata(folder):
            stem = os.path.basename(metadata).rpartition(".")[0]
            package, _, rest = stem.partition("-")
            key = _NORMAL.sub("-", package).lower()
            if key in seen:
                continue
            seen.add(key)
            text = _read(os.path.join(metadata, "entry_points.txt"))
            if f"[{_GROUP}]" not in text:
                continue
            name, version = _identity(metadata, package, rest)
            entries += [
                Entry(plugin, target, name, version, metadata) for plugin, target in _points(text)
            ]
    return sorted(entries)


def _metadata(folder: str) -> list[str]:
    """Metadata folders in one folder of the path."""
    try:
        with os.scandir(folder) as items:
            found = [item.path for item in items if item.name.endswith((".dist-info", ".egg-info"))]
    except OSError:
        return []
    return sorted(found)


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:
        return ""


def _points(text: str) -> list[tuple[str, str]]:
    """``(name, target)`` of each line of the group's section, without extras."""
    points = []
    inside = False
    for raw in text.split("\n"):
        line = raw.strip()
        if line.startswith("["):
            inside = line == f"[{_GROUP}]"
        elif inside and line and line[0] not in "#;":
            name, equals, target = line.partition("=")
            if equals:
                points.append((name.strip(), target.partition("[")[0].strip()))
    return points


def _identity(metadata: str, package: str, rest: str) -> tuple[str, str]:
    """Name and version from the metadata's head, else from the folder's name."""
    name, version = package, rest.partition("-")[0]
    text = _read(os.path.join(metadata, "METADATA")) or _read(os.path.join(metadata, "PKG-INFO"))
    for line in map(str.strip, text.split("\n")):
        if not line:
            break
        key, _, value = line.partition(":")
        if key.lower() == "name":
            name = value.strip()
        elif key.lower() == "version":
            version = value.strip()
    return name, version
