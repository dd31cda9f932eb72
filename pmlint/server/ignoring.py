"""Comments that silence a rule, and where they go."""

from __future__ import annotations

import re

from pmlint.document.document import Document
from pmlint.document.nodes import Block
from pmlint.server.places import chunk_at
from pmlint.text.edits import TextEdit
from pmlint.text.span import Span

_BREAK = re.compile(r"\r\n?|\n")
_BLANKS = re.compile(r"[ \t]*")
_BOM = "\ufeff"


def here(document: Document, offset: int, rule: str) -> TextEdit | None:
    """A comment before the block that holds an offset; None when the format has no comments."""
    found = _block(document, offset) if document.format.comment else None
    if found is None:
        return None
    start = _line_start(document.text, found)
    indent = _BLANKS.match(document.text, start)
    return _line(document, start, f"disable-next {rule}", indent[0] if indent else "")


def in_file(document: Document, rule: str) -> TextEdit | None:
    """A comment at the top of the file, below its front matter."""
    if not document.format.comment:
        return None
    at = 1 if document.text.startswith(_BOM) else 0
    for index, chunk in enumerate(document.chunks[:1]):
        for block in chunk.blocks:
            if block.type == "front-matter":
                end = document.starts[index] + block.span.end
                after = _BREAK.search(document.text, end)
                at = after.end() if after else len(document.text)
    return _line(document, at, f"disable-file {rule}", "")


def _line(document: Document, at: int, words: str, indent: str) -> TextEdit:
    """A line with a directive, put before the line that starts at an offset."""
    text = document.text
    first = _BREAK.search(text)
    end = first[0] if first else "\n"
    comment = document.format.comment.format(f"pmlint: {words}")
    # The last line may have no end that the comment could follow.
    before = end if at and text[at - 1] not in "\r\n" + _BOM else ""
    return TextEdit(Span(at, at), f"{before}{indent}{comment}{end}")


def _block(document: Document, offset: int) -> int | None:
    """Where the block starts that a directive before it would silence; a table is one block."""
    index = chunk_at(document, offset)
    if index is None:
        return None
    start = document.starts[index]
    holding: Block | None = None
    table: Block | None = None
    for block in document.chunks[index].blocks:
        if start + block.span.start > offset:
            break
        if block.type == "comment":
            continue
        holding = block
        if block.type != "cell":
            table = None
        elif table is None:
            table = block
    if holding is None:
        return None
    return start + (table or holding).span.start


def _line_start(text: str, offset: int) -> int:
    """The start of the line that holds an offset."""
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
