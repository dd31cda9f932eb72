"""Blocks to the lines that rules look at."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from pmlint.document.nodes import Block, Line
from pmlint.document.prose import Prose
from pmlint.document.sentences import sentences
from pmlint.text.span import Span

# A table cell with fewer words is a label or a figure.
_CELL_WORDS = 3


def lines(blocks: Iterable[Block]) -> tuple[Line, ...]:
    """The lines of the blocks, in order.

    A bullet, a heading and a table cell (of three words or more) are one line each, a paragraph
    is a line for every sentence. Lines of quoted blocks are there too: what others said is
    evidence.
    """
    found: list[Line] = []
    for block in blocks:
        prose = block.prose
        if prose is None:
            continue
        if block.type == "paragraph":
            text = prose.text
            for start, end in _sentences(prose):
                found.append(Line(text[start:end], block, start, _whole(end - start)))
        elif block.type != "cell" or len(prose.text.split(None, _CELL_WORDS)) >= _CELL_WORDS:
            found.append(_one(block, prose))
    return tuple(found)


def _one(block: Block, prose: Prose) -> Line:
    text = prose.text.strip()
    offset = prose.text.index(text[0])
    if block.type == "heading":
        return Line(text, block, offset, _whole(len(text)))
    spans = _sentences(prose)
    if len(spans) == 1:
        return Line(text, block, offset, _whole(len(text)))
    return Line(text, block, offset, tuple(span.shift(-offset) for span in spans))


@lru_cache(maxsize=2048)
def _whole(length: int) -> tuple[Span]:
    """The one span of a line that is one sentence; shared, as most lines are."""
    return (Span(0, length),)


def _sentences(prose: Prose) -> tuple[Span, ...]:
    """The sentences of a block's prose; one starts at each of its breaks."""
    if not prose.breaks:
        return sentences(prose.text)
    found: list[Span] = []
    start = 0
    for stop in (*prose.breaks, len(prose.text)):
        found += [span.shift(start) for span in sentences(prose.text[start:stop])]
        start = stop
    return tuple(found)
