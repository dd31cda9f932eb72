"""What a document is made of: chunks, blocks, lines, sections.

A *chunk* is a stretch of source that can be parsed without looking at the rest (a paragraph, a
top-level list item, a fenced block). Everything inside a chunk counts its offsets from the chunk's
start, so an edit elsewhere moves a chunk without touching it; `Document` knows where each chunk
starts and gives offsets into the whole text.

The classes here are plain and slotted, not dataclasses: there is one object for every bullet and
sentence of a draft, and making them is much of what reading a draft costs.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from pmlint.document.prose import Prose
from pmlint.text.span import Span

BlockType = Literal[
    "heading", "paragraph", "item", "cell", "code", "html", "comment", "front-matter"
]


class Line:
    """What line rules look at: one bullet, one table cell, one heading, or one sentence of prose.

    ``text`` is clean text, stripped; all spans that language and rules give for a line count code
    points in ``text``. ``sentences`` are spans in ``text`` (a bullet may hold several).
    ``offset`` is where ``text`` starts in ``block.prose.text``. Immutable.
    """

    __slots__ = ("block", "offset", "sentences", "text")

    def __init__(self, text: str, block: Block, offset: int, sentences: tuple[Span, ...]) -> None:
        self.text = text
        self.block = block
        self.offset = offset
        self.sentences = sentences

    def source(self, span: Span | None = None) -> Span:
        """The span in the chunk for ``span`` (in ``text``), by default for the whole line."""
        prose = self.block.prose
        assert prose is not None
        if span is None:
            return prose.source(Span(self.offset, self.offset + len(self.text)))
        return prose.source(span.shift(self.offset))

    def __repr__(self) -> str:
        return f"Line({self.text!r})"


class Block:
    """One block. ``span`` counts from the chunk's start; no line break at its end.

    ``type``: an ``item`` is the first text of a list item, from its marker to the end of that
    text; items inside it are blocks of their own, and so are its further paragraphs. Footnotes are
    paragraphs. Display formulas are ``code``. A ``comment`` may stand inside another block's span.
    ``level``: 1-6 for a heading; for an item, and for what else stands in one, the nesting depth
    from 1; else 0. ``marker``: the bullet or number of an item as written; "header" for a cell of a
    table's first row; the time that a paragraph was spoken at ("00:03:12"). ``quoted``: inside a block quote: other people's words, read as evidence and
    never linted. ``prose`` is None for code, HTML, comments and front matter, whose raw text is
    ``span.of(chunk.text)``. Immutable.
    """

    __slots__ = ("level", "marker", "prose", "quoted", "span", "type")

    def __init__(
        self,
        type: BlockType,  # noqa: A002 - what a reader of a block asks for
        span: Span,
        prose: Prose | None = None,
        level: int = 0,
        marker: str = "",
        quoted: bool = False,
    ) -> None:
        self.type = type
        self.span = span
        self.prose = prose
        self.level = level
        self.marker = marker
        self.quoted = quoted

    def __repr__(self) -> str:
        text = None if self.prose is None else self.prose.text
        return f"Block({self.type!r}, {self.span!r}, {text!r}, level={self.level})"


class Chunk:
    """A stretch of source with its blocks and lines; immutable but for ``memo``.

    ``memo`` is a slot for upper layers to keep what they worked out from this very chunk; it
    lives as long as the chunk, so text that an edit does not touch keeps its analysis.
    """

    __slots__ = ("blocks", "lines", "memo", "text")

    def __init__(self, text: str, blocks: tuple[Block, ...], lines: tuple[Line, ...]) -> None:
        self.text = text
        self.blocks = blocks
        self.lines = lines
        self.memo: dict[object, object] = {}


class Section(NamedTuple):
    """A heading and what stands below it up to the next heading.

    ``title`` is clean text ("" before the first heading). ``level`` 0-6. ``role`` is the reader's
    name for it ("experience", "skills", "problem", "metrics"...) or "". ``chunks`` are the
    indexes [first, last) of the chunks under it, the heading's own chunk included; every chunk is
    in one section. (Where two headings share a chunk, it belongs to the last of them.)
    """

    title: str
    level: int
    role: str
    chunks: tuple[int, int]
