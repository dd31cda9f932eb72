"""Where the prose of a draft begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pmlint.api.views import Line
from pmlint.document.nodes import Chunk
from pmlint.engine.lines import Lines, PlacedLine

_WORDS = 150
# Facts about the document that stand above its text.
_METADATA = re.compile(
    r"""
    (?:(?:document|doc|page|project|product|feature|prd|rfc)\s+)?
    (?:authors?|written\ by|prepared\ (?:by|for)|owners?|(?:document\ )?id|date|created(?:\ on)?
      |(?:last\ )?(?:updated|modified|edited|revised)(?:\ (?:on|by))?|status|stage|phase|version
      |revision|reviewers?|reviewed\ by|approvers?|approved\ by|contributors?|editors?|sponsors?
      |stakeholders?|team|squad|pm|product\ manager|tech\ lead|eng(?:ineering)?\ lead|designers?
      |start\ date|due(?:\ date)?|deadline|target\ (?:release|date)|release(?:\ date)?|epic|ticket
      |jira|links?|tags?|labels?|category|type|title|name|email|phone|from|to|cc|subject|re)
    \s*[:|–—]
    """,
    re.VERBOSE | re.IGNORECASE,
)


def opening(chunks: Sequence[Chunk], views: Iterable[Lines]) -> Sequence[Line]:
    """The lines of about the first 150 words of prose, headings left out.

    Tables, a table of contents and metadata ("Author: ...") above the text do not count.
    """
    found: list[Line] = []
    words = 0
    for chunk, view in zip(chunks, views, strict=True):
        for line in view.body:
            if words >= _WORDS:
                return found
            if line.block == "cell" or _METADATA.match(line.text) or _is_contents(line, chunk):
                continue
            found.append(line)
            words += line.text.count(" ") + 1
    return found


def _is_contents(line: PlacedLine, chunk: Chunk) -> bool:
    """True for an item that is one link into the same document."""
    if line.block != "item" or "](#" not in chunk.text:
        return False
    block = line.node.block
    written = block.span.of(chunk.text)[len(block.marker) :].strip()
    return written.startswith("[") and written.endswith(")") and "](#" in written
