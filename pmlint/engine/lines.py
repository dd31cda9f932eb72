"""The lines of chunks as rules see them, kept with the chunk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from pmlint.api.views import Line
from pmlint.document.nodes import Chunk
from pmlint.document.nodes import Line as Node
from pmlint.language.claims import Claim
from pmlint.text.span import Span

if TYPE_CHECKING:
    from pmlint.language.framing import Frame

_MEMO = "pmlint.engine.lines"
_set = object.__setattr__


class Read(Protocol):
    """Reads lines of the document; ``section`` is the role of the section that they are in."""

    def __call__(self, node: Node, section: str) -> Claim: ...

    def frame(self, node: Node) -> Frame:
        """What a line does for the whole text."""
        ...


class SourceLine(Line):
    """A line that can tell where it stands in the source of its chunk."""

    __slots__ = ()

    def source(self, span: Span | None = None) -> Span:
        """The span in the chunk for a span of the text, by default for the whole line."""
        raise NotImplementedError


class PlacedLine(SourceLine):
    """A line that knows where it stands: ``node`` is the document's own line.

    What few rules ask for is filled in when it is first asked for, and so are claim and frame.
    """

    __slots__ = ("_read", "node")

    node: Node

    def __init__(self, node: Node, section: str, read: Read) -> None:
        _set(self, "text", node.text)
        _set(self, "block", node.block.type)
        _set(self, "section", section)
        _set(self, "node", node)
        _set(self, "_read", read)

    def __getattr__(self, name: str) -> Any:
        # Called for what is not there yet.
        value: Any
        if name == "claim":
            value = self._read(self.node, self.section)
        elif name == "frame":
            value = self._read.frame(self.node)
        elif name == "following":
            value = ()
        elif name == "starts_block":
            value = self.node.offset == 0
        elif name == "kept":
            value = {}
        elif name == "time":
            value = self._spoken_at()
        elif name == "sentences":
            value = self.node.sentences
        elif name in ("level", "quoted"):
            value = getattr(self.node.block, name)
        else:
            raise AttributeError(f"{type(self).__name__} has no {name}")
        _set(self, name, value)
        return value

    def _spoken_at(self) -> float | None:
        block = self.node.block
        if block.type != "paragraph" or not block.marker or self.node.offset:
            return None
        from pmlint.language.speakers import seconds

        return seconds(block.marker)

    def source(self, span: Span | None = None) -> Span:
        return self.node.source(span)

    def follow(self, lines: tuple[Line, ...]) -> None:
        """Set the lines that come after this one."""
        _set(self, "following", lines)

    def read_claim(self) -> None:
        """Read the claim now, so that no rule is billed for it."""
        getattr(self, "claim")  # noqa: B009 - asked for so that it is there

    def read_frame(self) -> None:
        """The same for what the line does for the whole text."""
        getattr(self, "frame")  # noqa: B009 - asked for so that it is there

    def take_over(self, other: PlacedLine) -> None:
        """Keep what has been read of another line with the same words in a section of this role."""
        for name in ("claim", "frame"):
            try:
                # The slot itself, so that nothing is read that was not.
                _set(self, name, getattr(Line, name).__get__(other))
            except AttributeError:
                pass


class Lines(NamedTuple):
    """The lines of one chunk: ``all``; ``body`` without headings; ``checked`` by line rules."""

    all: tuple[PlacedLine, ...]
    body: tuple[PlacedLine, ...]
    checked: tuple[PlacedLine, ...]


NO_LINES = Lines((), (), ())


def lines_of(chunk: Chunk, section: str, read: Read) -> Lines:
    """The lines of a chunk in a section of this role, with claims by ``read``.

    They are the same objects as long as chunk, role and ``read`` are the same.
    """
    if not chunk.lines:
        return NO_LINES
    kept: Any = chunk.memo.get(_MEMO)
    if kept is not None and kept[0] is read and kept[1] == section:
        lines: Lines = kept[2]
        return lines
    made = tuple([PlacedLine(node, section, read) for node in chunk.lines])
    body = checked = made
    if not all(map(checkable, chunk.lines)):
        body = tuple([line for line in made if line.block != "heading"])
        checked = tuple([line for line in body if checkable(line.node)])
    lines = Lines(made, body, checked)
    chunk.memo[_MEMO] = (read, section, lines)
    return lines


def checkable(node: Node) -> bool:
    """True for what line rules look at: no heading, no table head, nobody else's words."""
    block = node.block
    return block.type != "heading" and not block.quoted and block.marker != "header"
