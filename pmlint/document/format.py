"""The interface of a document format: text to chunks of blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from pmlint.document.nodes import Block


class Format(Protocol):
    """Reads one kind of file.

    ``name``: kebab case. ``extensions``: file name endings with the dot, lower case. ``languages``:
    the editor's language ids. ``comment``: how a directive is written in this format, with ``{}``
    for its words, or "" when the format has no comments.

    A format may have two things more. ``kind``, a string: the document kind that every file of
    this format is. ``resume(text: str, start: int) -> int``: where to read again from when the
    text has changed at or after ``start``, an old end; for formats in which a chunk can depend on
    more than the line after it, such as front matter that is not closed yet.
    """

    @property
    def name(self) -> str: ...
    @property
    def extensions(self) -> tuple[str, ...]: ...
    @property
    def languages(self) -> tuple[str, ...]: ...
    @property
    def comment(self) -> str: ...

    def ends(self, text: str, start: int) -> Iterator[int]:
        """Where chunks end, ascending, reading from ``start``, a place where a chunk may begin.

        The last end is ``len(text)``. Reading from any end that was given must give the same
        further ends: then an edit re-reads only until it meets an old end again. Where a chunk
        ends may depend on its own text and on the one line after it, on nothing further.
        """
        ...

    def blocks(self, chunk: str) -> tuple[Block, ...]:
        """The blocks of one chunk, in order, offsets counted from the chunk's start.

        Bad input gives fewer or plainer blocks, never an exception.
        """
        ...
