"""Paths that a user names to the drafts that they hold."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Protocol

from pmlint.files import unread
from pmlint.files.ignores import Ignores, above
from pmlint.files.read import reason

STDIN = "-"


class Exclusions(Protocol):
    """What is left out of a walk in one folder, apart from its ignore files."""

    @property
    def respect_gitignore(self) -> bool: ...

    def excluded(self, path: str, *, folder: bool = False) -> bool:
        """True for an absolute path to leave out."""
        ...


class Found:
    """What paths come to.

    ``drafts``: paths as the user would write them, each once, in order. ``failures``: path and
    message of what was named and cannot be read. ``unread``: by extension, how many files of
    formats that pmlint knows of and does not read were met in folders. ``others``: how many other
    files.
    """

    __slots__ = ("drafts", "failures", "others", "unread")

    def __init__(self) -> None:
        self.drafts: list[str] = []
        self.failures: list[tuple[str, str]] = []
        self.unread: Counter[str] = Counter()
        self.others = 0


def find(
    paths: Iterable[str],
    extensions: Collection[str],
    exclusions: Callable[[str], Exclusions] | None = None,
) -> Found:
    """The drafts that ``paths`` name; ``extensions``: what the loaded formats read, with the dot.

    A file that is named is read whatever it is called, unless it is of a format known as not
    readable. Folders are walked in order of names; hidden entries, ignored ones and links to
    folders are left out, and so is what ``exclusions``, asked for each folder by its absolute
    path, leaves out there.
    """
    found = Found()
    seen: set[str] = set()
    for path in paths:
        if path == STDIN:
            _add(found, seen, path, path)
        elif os.path.isdir(path):
            root = os.path.normpath(path)
            for name in _walk(root, found, exclusions):
                extension = extension_of(name)
                if extension in extensions:
                    _add(found, seen, name, os.path.abspath(name))
                elif extension in unread.NAMES:
                    found.unread[extension] += 1
                else:
                    found.others += 1
        elif (extension := extension_of(path)) in unread.NAMES and extension not in extensions:
            if os.path.lexists(path):
                name = unread.NAMES[extension]
                found.failures.append((path, f"format not supported yet: {name} ({extension})"))
            else:
                found.failures.append((path, "no such file or folder"))
        else:
            _add(found, seen, path, os.path.abspath(path))
    return found


def extension_of(path: str) -> str:
    """The ending of a file name, with the dot, in lower case."""
    return os.path.splitext(path)[1].lower()


def _add(found: Found, seen: set[str], path: str, identity: str) -> None:
    if identity not in seen:
        seen.add(identity)
        found.drafts.append(path)


def _walk(root: str, found: Found, exclusions: Callable[[str], Exclusions] | None) -> Iterator[str]:
    """Files below ``root`` in order of names, as paths that start as ``root`` does."""
    absolute = os.path.abspath(root)
    prefix = "" if root == os.curdir else root
    git = exclusions is None or exclusions(absolute).respect_gitignore
    stack: list[tuple[str, str, Ignores] | str] = [(prefix, absolute, above(absolute, git=git))]
    while stack:
        step = stack.pop()
        if isinstance(step, str):
            yield step
            continue
        shown, folder, ignores = step
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            found.failures.append((shown or os.curdir, reason(error)))
            continue
        ignores = ignores.within(folder, frozenset(entry.name for entry in entries))
        here = None if exclusions is None else exclusions(folder)
        inner: list[tuple[str, str, Ignores] | str] = []
        for entry in entries:
            inside = entry.is_dir(follow_symlinks=False)
            if (
                entry.name.startswith(".")
                or not (inside or _is_draft(entry))
                or ignores.ignored(entry.path + os.sep * inside)
                or (here is not None and here.excluded(entry.path, folder=inside))
            ):
                continue
            path = os.path.join(shown, entry.name)
            inner.append((path, entry.path, ignores) if inside else path)
        stack += reversed(inner)


def _is_draft(entry: os.DirEntry[str]) -> bool:
    """A file, or a link that does not lead to a folder; a broken one is reported when read."""
    if not entry.is_symlink():
        return entry.is_file()
    try:
        return not entry.is_dir()
    except OSError:
        # A link that leads to itself.
        return True
