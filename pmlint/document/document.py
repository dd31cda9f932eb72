"""A draft: its text, its chunks, and where they stand; edited without reading it all again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from pmlint.document.format import Format
from pmlint.document.front import Entry, entries
from pmlint.document.lines import lines
from pmlint.document.nodes import Chunk, Line, Section
from pmlint.document.sections import moved, sections
from pmlint.text.span import Span


class Document:
    """One version of a draft; immutable. `edited` gives the next version.

    ``chunks[i]`` stands at ``starts[i]`` in ``text``; together the chunks are the text. ``changed``
    is ``(first, old_stop, new_stop)``: this version has chunks ``first`` to ``new_stop`` where the
    version it was edited from had ``first`` to ``old_stop``; all others are the same objects. None
    for a document that was read, not edited.
    """

    __slots__ = ("_sections", "changed", "chunks", "format", "memo", "starts", "text")

    def __init__(
        self,
        text: str,
        format: Format,  # noqa: A002 - its name everywhere else
        chunks: list[Chunk],
        starts: list[int],
        changed: tuple[int, int, int] | None = None,
    ) -> None:
        self.text = text
        self.format = format
        self.chunks = chunks
        self.starts = starts
        self.changed = changed
        self.memo: dict[object, object] = {}
        self._sections: list[Section] | None = None

    @classmethod
    def read(cls, text: str, format: Format) -> Document:  # noqa: A002
        """Read a whole text. Never fails, whatever the text."""
        chunks: list[Chunk] = []
        starts: list[int] = []
        start = 0
        for end in format.ends(text, 0):
            chunks.append(_chunk(text[start:end], format))
            starts.append(start)
            start = end
        return cls(text, format, chunks, starts)

    def edited(self, span: Span, new_text: str) -> Document:
        """The document after ``span`` was replaced by ``new_text``.

        Equal to reading the new text, and shares every chunk that the edit does not touch.
        """
        old = self.text
        text = old[: span.start] + new_text + old[span.end :]
        by = len(text) - len(old)
        starts, chunks, format_ = self.starts, self.chunks, self.format
        # The first line of a chunk decides, too, where the chunk before it ends.
        first = max(bisect_right(starts, span.start) - 2, 0)
        begin = starts[first] if first < len(starts) else 0
        resume = format_.resume(text, begin)
        if resume < begin:
            first = bisect_right(starts, resume) - 1
            begin = starts[first]
        fresh: list[Chunk] = []
        fresh_starts: list[int] = []
        stop = first  # the old chunk that starts where the new ones end
        for end in format_.ends(text, begin):
            same = not fresh and end <= span.start and first + 1 < len(starts)
            if same and starts[first + 1] == end:
                first += 1
            else:
                fresh.append(_chunk(text[begin:end], format_))
                fresh_starts.append(begin)
            begin = end
            # An old end after the edit: from here on all is as it was. (The start of the text is
            # no end: front matter may stand there only.)
            if end - by >= max(span.end, 1):
                while stop < len(starts) and starts[stop] < end - by:
                    stop += 1
                if stop < len(starts) and starts[stop] == end - by:
                    break
        else:
            stop = len(starts)
        stop = max(stop, first)
        while fresh and first < stop and fresh[0].text == chunks[first].text:
            del fresh[0], fresh_starts[0]
            first += 1
        while fresh and first < stop and fresh[-1].text == chunks[stop - 1].text:
            del fresh[-1], fresh_starts[-1]
            stop -= 1
        tail = starts[stop:]
        edited = Document(
            text,
            format_,
            chunks[:first] + fresh + chunks[stop:],
            starts[:first] + fresh_starts + ([start + by for start in tail] if by else tail),
            (first, stop, first + len(fresh)),
        )
        edited._sections = self._sections_after(edited)
        return edited

    def source(self, index: int, span: Span) -> Span:
        """The span in the whole text for a span that counts from the start of chunk ``index``."""
        return span.shift(self.starts[index])

    def chunk_at(self, offset: int) -> int:
        """The index of the chunk that holds ``offset`` (the last one for the end of the text).

        -1 when there are no chunks.
        """
        return bisect_right(self.starts, max(offset, 0)) - 1

    def lines(self) -> Iterator[tuple[int, Line]]:
        """All lines in order, each with the index of its chunk."""
        for index, chunk in enumerate(self.chunks):
            for line in chunk.lines:
                yield index, line

    def sections(self) -> list[Section]:
        """Headings with the chunks below them; not to be changed by the caller."""
        if self._sections is None:
            self._sections = sections(self)
        return self._sections

    def front_matter(self) -> list[Entry]:
        """The keys of the front matter, with their places in the text; none without front matter."""
        if not self.chunks or not self.chunks[0].blocks:
            return []
        block = self.chunks[0].blocks[0]
        if block.type != "front-matter":
            return []
        return entries(block.span.of(self.text), block.span.start)

    def _sections_after(self, edited: Document) -> list[Section] | None:
        """The sections of ``edited``, when this version's still tell them."""
        assert edited.changed is not None
        first, old_stop, new_stop = edited.changed
        if self._sections is None or first == 0:
            return None
        for chunk in (*self.chunks[first:old_stop], *edited.chunks[first:new_stop]):
            if any(block.type == "heading" for block in chunk.blocks):
                return None
        return moved(self._sections, old_stop, new_stop - old_stop)


def _chunk(text: str, format: Format) -> Chunk:  # noqa: A002
    blocks = format.blocks(text)
    return Chunk(text, blocks, lines(blocks))
