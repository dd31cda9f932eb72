"""Which files ``.gitignore`` and ``.ignore`` leave out of a folder walk.

As Git does it: the last pattern that matches decides, a deeper file goes before one above it, and
nothing inside an ignored folder can come back. ``.ignore`` goes before every ``.gitignore``, and
``.git/info/exclude`` comes last.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class _Patterns(NamedTuple):
    """One ignore file: its patterns hold for everything below ``folder`` (absolute)."""

    folder: str
    spec: GitIgnoreSpec

    def verdict(self, path: str) -> bool | None:
        """True ignored, False asked back in, None not spoken of. A folder's path ends in /."""
        inside = path[len(self.folder) :].replace(os.sep, "/").lstrip("/")
        return self.spec.check_file(inside).include


class Ignores:
    """The ignore files that hold in one folder, nearest first; ``git`` False leaves out Git's."""

    __slots__ = ("_git", "_of_git", "_own")

    def __init__(
        self,
        own: tuple[_Patterns, ...] = (),
        of_git: tuple[_Patterns, ...] = (),
        *,
        git: bool = True,
    ) -> None:
        self._own = own
        self._of_git = of_git
        self._git = git

    def within(self, folder: str, names: frozenset[str]) -> Ignores:
        """The same for ``folder`` (absolute), whose entries are called ``names``."""
        own = _read(folder, ".ignore") if ".ignore" in names else ()
        of_git = _read(folder, ".gitignore") if self._git and ".gitignore" in names else ()
        if not (own or of_git):
            return self
        return Ignores(own + self._own, of_git + self._of_git, git=self._git)

    def ignored(self, path: str) -> bool:
        """``path`` is absolute; that of a folder ends in a separator."""
        for patterns in (*self._own, *self._of_git):
            verdict = patterns.verdict(path)
            if verdict is not None:
                return verdict
        return False


def above(folder: str, *, git: bool = True) -> Ignores:
    """What holds in ``folder`` (absolute) from outside it: its repository, and folders between.

    Outside a repository nothing does. A folder that the user names is read even where the
    repository ignores it, and then by its own ignore files alone.
    """
    chain = [folder]
    while not os.path.exists(os.path.join(chain[-1], ".git")):
        parent = os.path.dirname(chain[-1])
        if parent == chain[-1]:
            return Ignores(git=git)
        chain.append(parent)
    ignores = Ignores(of_git=_read(*_exclude_file(chain[-1])) if git else (), git=git)
    for parent, child in zip(reversed(chain), reversed(chain[:-1]), strict=False):
        names = (".ignore", ".gitignore")
        there = frozenset(name for name in names if os.path.exists(os.path.join(parent, name)))
        ignores = ignores.within(parent, there)
        if ignores.ignored(child + os.sep):
            return Ignores(git=git)
    return ignores


def _exclude_file(root: str) -> tuple[str, str]:
    """The repository's folder, and its private ignore file relative to that.

    In a linked work tree ``.git`` is a file that names the real folder.
    """
    git = os.path.join(root, ".git")
    if os.path.isfile(git):
        named = _first_line(git).removeprefix("gitdir:").strip()
        git = os.path.join(root, named)
        git = os.path.join(git, _first_line(os.path.join(git, "commondir")).strip())
    return root, os.path.join(git, "info", "exclude")


def _first_line(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            return file.readline()
    except OSError:
        return ""


def _read(folder: str, name: str) -> tuple[_Patterns, ...]:
    """The patterns of an ignore file of ``folder``; none when it is missing or empty."""
    try:
        with open(os.path.join(folder, name), encoding="utf-8", errors="surrogateescape") as file:
            lines = list(_patterns(file.read()))
    except OSError:
        return ()
    if not lines:
        return ()
    # Not light to import, and a tree without ignore files does not need it.
    from pathspec import GitIgnoreSpec

    return (_Patterns(folder, GitIgnoreSpec.from_lines(lines)),)


def _patterns(text: str) -> Iterator[str]:
    for row in text.split("\n"):
        line = row.rstrip("\r")
        if line.strip() and not line.startswith("#"):
            # `dir/**` is what is inside `dir`, but pathspec takes it for `dir/` too. As a walk
            # never enters what is left out, `dir/*` comes to the same.
            yield line[:-1] if line.endswith("/**") else line
