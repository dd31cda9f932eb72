"""Where a key or a value stands in TOML text.

tomllib tells what a file says and not where. This scanner reads text that tomllib has accepted and
tells where; it runs only when there is something to complain about.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from typing import Literal, NamedTuple

Path = tuple[str | int, ...]
Part = Literal["key", "value"]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(
    r'"""(?:\\[\s\S]|[^\\])*?"{3,5}'
    r"|'''[\s\S]*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
)
_PLAIN = re.compile(r"[^\s,\]}#](?:[^,\]}#\n]*[^\s,\]}#])?")


class Entry(NamedTuple):
    """A key or an element: keys and indexes from the top, and the offsets of key and value.

    The header of a table is an entry too, with its own place for both. An element has no key and
    its value's place for both.
    """

    path: Path
    key: int
    value: int


def find(text: str, path: Path, part: Part = "key") -> int | None:
    """The offset of the last key of ``path``, or of its value; None when it is not there."""
    for entry in entries(text):
        if entry.path == path:
            return entry.key if part == "key" else entry.value
    return None


def entries(text: str) -> Iterator[Entry]:
    """All entries of a TOML text, in order of place."""
    return _Scanner(text).entries()


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.arrays: dict[Path, int] = {}

    def entries(self) -> Iterator[Entry]:
        table: Path = ()
        while True:
            self._skip(_BLANK)
            if self.at >= len(self.text):
                return
            if self.text[self.at] == "[":
                table = yield from self._header()
            else:
                yield from self._pair(table)

    def _header(self) -> Generator[Entry, None, Path]:
        """``[a.b]`` or ``[[a.b]]``; returns the path of what follows it."""
        double = self.text.startswith("[[", self.at)
        self.at += 2 if double else 1
        path: Path = ()
        keys = self._keys()
        for index, (key, offset) in enumerate(keys):
            path = (*path, key)
            last = index == len(keys) - 1
            yield Entry(path, offset, offset)
            if last and double:
                self.arrays[path] = self.arrays.get(path, 0) + 1
            if path in self.arrays:
                path = (*path, self.arrays[path] - 1)
                if last:
                    yield Entry(path, offset, offset)
        self.at += 2 if double else 1
        return path

    def _pair(self, table: Path) -> Iterator[Entry]:
        keys = self._keys()
        self.at += 1  # the equals sign
        self._skip(_SPACE)
        for index in range(len(keys)):
            path = (*table, *(key for key, _ in keys[: index + 1]))
            yield Entry(path, keys[index][1], self.at)
        yield from self._value((*table, *(key for key, _ in keys)))

    def _keys(self) -> list[tuple[str, int]]:
        """A dotted key, each part with its offset; stops after the last part and its space."""
        keys = []
        while True:
            self._skip(_SPACE)
            start = self.at
            if self.text[self.at] in "\"'":
                keys.append((self._string(), start))
            else:
                self._skip(_BARE)
                keys.append((self.text[start : self.at], start))
            self._skip(_SPACE)
            if self.text[self.at : self.at + 1] != ".":
                return keys
            self.at += 1

    def _value(self, path: Path) -> Iterator[Entry]:
        first = self.text[self.at]
        if first in "\"'":
            self._skip(_STRING)
        elif first == "[":
            self.at += 1
            index = 0
            while not self._closed("]"):
                yield Entry((*path, index), self.at, self.at)
                yield from self._value((*path, index))
                index += 1
        elif first == "{":
            self.at += 1
            while not self._closed("}"):
                yield from self._pair(path)
        else:
            self._skip(_PLAIN)

    def _closed(self, bracket: str) -> bool:
        """Go past blanks and a comma; True when the closing bracket came, which is passed too."""
        self._skip(_BLANK)
        if self.text[self.at] == ",":
            self.at += 1
            self._skip(_BLANK)
        if self.text[self.at] != bracket:
            return False
        self.at += 1
        return True

    def _string(self) -> str:
        start = self.at
        self._skip(_STRING)
        raw = self.text[start : self.at]
        if "\\" not in raw or raw[0] == "'":
            return raw[1:-1]
        # Its escapes are tomllib's business.
        import tomllib

        decoded: str = tomllib.loads(f"key = {raw}")["key"]
        return decoded

    def _skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.at)
        if match is None:
            raise ValueError(f"no TOML at offset {self.at}")
        self.at = match.end()
