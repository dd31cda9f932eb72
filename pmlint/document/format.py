"""The interface of a document format: text to chunks of blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from pmlint.document.nodes import Block


class Format(Protocol):
    """Reads one kind of file.

    ``name``: kebab case. ``extensions``: file name endings with the dot, lower case. ``languages``:
    the editor's language ids. ``comment``: how a directive is written in this format, with ``{}``
    for its words, or "" when the format has no comments. ``kind``: the document kind that every
    file of this format is, or "".
    """

    @property
    def name(self) -> str: ...
    @property
    def extensions(self) -> tuple[str, ...]: ...
    @property
    def languages(self) -> tuple[str, ...]: ...
    @property
    def comment(self) -> str: ...
    @property
    def kind(self) -> str: ...

    def ends(self, text: str, start: int) -> Iterator[int]:
        """Where chunks end, ascending, reading from ``start``, a place where a chunk may begin.

        The last end is ``len(text)``. Reading from any end that was given must give the same
        further ends: then an edit re-reads only until it meets an old end again. Where a chunk
        ends may depend on its own text and on the one line after it, on nothing further.
        """
        ...

    def resume(self, text: str, start: int) -> int:
        """Where to read again from when ``text`` has changed at or after ``start``, an old end.

        That is ``start`` itself, but for formats in which a chunk can depend on more than the line
        after it, such as front matter that is not closed yet: then an earlier end, or 0.
        """
        ...

    def blocks(self, chunk: str) -> tuple[Block, ...]:
        """The blocks of one chunk, in order, offsets counted from the chunk's start.

        Bad input gives fewer or plainer blocks, never an exception.
        """
        ...
