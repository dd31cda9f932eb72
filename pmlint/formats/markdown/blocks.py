"""One chunk of Markdown to blocks, by way of the parser's events."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pyromark import Markdown, Options

from pmlint.api import Block, BlockType, ProseWriter, Span, front_matter_end

# No metadata blocks: the parser finds them anywhere, front matter stands at the start of a file.
# No mathematics: "$3M to $5M" is money. No heading attributes: pulldown-cmark 0.13.5 panics on some,
# and they are a few characters to leave out.
_PARSER = Markdown(
    options=Options.ENABLE_TABLES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_GFM,
    # The definition of a link stands in another chunk. "[text][name]" is a link all the same;
    # "[name]" alone may be a blank to fill and stays as it is.
    broken_link_callback=lambda link: None if link["link_type"] == "Shortcut" else ("", ""),
)

# What the parser reads now so, now so: it ends some lines at line feeds only, and takes a line with
# a form feed for blank in some places.
# (Patterns for what few drafts have are compiled where they are met.)
_LONE_RETURN = r"\r(?!\n)"
_SURROGATE = "[\ud800-\udfff]"
_COMMENT = r"(?s:<!--(?:>|->|.*?(?:-->|\Z)))"
_BREAK = r"(?i:<br\b)"
_ATTRIBUTES = r"\{[#.][^{}<>\\]*\}\s*\Z"
_MARKER = re.compile(r"[-*+]|\d+[.)]")
# Chunks up to this length may be simple; longer ones are read event by event.
_SHORT = 2000
_SPACE = " \t\v\f\r\n"
_SPANS = frozenset(("Emphasis", "Strong", "Strikethrough"))


def blocks(chunk: str) -> tuple[Block, ...]:
    """The blocks of one chunk that `ends` cut; see `pmlint.api.Format.blocks`."""
    if chunk.startswith(("---", "+++", "\ufeff")):
        front = front_matter_end(chunk)
        start = 1 if chunk[0] == "\ufeff" else 0
        if front:
            block = Block("front-matter", Span(start, front).strip(chunk))
            return (block, *_Reader(chunk, front).read())
        return _Reader(chunk, start).read()
    if len(chunk) < _SHORT and chunk.isascii():
        events = list(parsed(chunk))
        simple = _simple(chunk, events) if len(events) in (3, 5) else None
        return (simple,) if simple else _Reader(chunk, 0).read(events)
    return _Reader(chunk, 0).read()


def _simple(chunk: str, events: list[Any]) -> Block | None:
    """The block of a chunk that is one paragraph, heading or item of bare words, as most are.

    None for any other; what is returned is what `_Reader` would make of it, at half the price.
    """
    inner, place = events[len(events) // 2]
    text = inner.get("Text") if isinstance(inner, dict) else None
    if text is None or text.endswith(("}", "$$")):
        return None
    start, end = place["start"], place["end"]
    writer = ProseWriter()
    writer.write(text, start, end)
    prose = writer.prose()
    if prose is None:
        return None
    opening, around = events[len(events) // 2 - 1]
    kind = opening.get("Start", "") if isinstance(opening, dict) else ""
    begin = around["start"]
    if len(events) == 5:
        if kind != "Item":
            return None
        found = _MARKER.search(chunk, begin)
        assert found is not None
        return Block("item", Span(found.start(), end), prose, 1, found[0])
    if kind == "Paragraph":
        return Block("paragraph", _trimmed(chunk, begin, around["end"]), prose)
    if isinstance(kind, dict) and "Heading" in kind:
        level = int(kind["Heading"]["level"][1])
        return Block("heading", _trimmed(chunk, begin, around["end"]), prose, level)
    return None


def parsed(text: str) -> Any:
    """The parser's events for ``text``: pairs (event, {"start": byte, "end": byte})."""
    if "\r" in text:
        text = re.sub(_LONE_RETURN, "\n", text)
    if "\f" in text or "\v" in text:
        text = text.replace("\f", " ").replace("\v", " ")
    try:
        return _PARSER.events_with_range(text)
    except UnicodeEncodeError:
        return _PARSER.events_with_range(re.sub(_SURROGATE, "\ufffd", text))


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1] in _SPACE:
        end -= 1
    while start < end and text[start] in _SPACE:
        start += 1
    return Span(start, end)


def _code_points(text: str) -> Callable[[int], int]:
    """From UTF-8 offsets in ``text`` to code points, quick when asked in ascending order."""
    data = text.encode("utf-8", "surrogatepass")
    byte = point = 0

    def convert(offset: int) -> int:
        nonlocal byte, point
        if offset >= byte:
            point += len(data[byte:offset].decode("utf-8", "surrogatepass"))
        else:
            point -= len(data[offset:byte].decode("utf-8", "surrogatepass"))
        byte = offset
        return point

    return convert


class _Reader:
    """Turns the events of one chunk into blocks, in one pass."""

    __slots__ = (
        "_alerts", "_begin", "_blocks", "_comments", "_header", "_items", "_kind", "_level", "_link",
        "_mute", "_quotes", "_shift", "_stop", "_text", "_writer",
    )  # fmt: skip

    def __init__(self, chunk: str, shift: int) -> None:
        """``shift``: where the Markdown starts in ``chunk``, after a mark or front matter."""
        self._text = chunk
        self._shift = shift
        self._blocks: list[Block] = []
        self._comments = False
        # Containers: open quotes (True) and alerts, and for each open item where its marker stands
        # as long as it has no text.
        self._alerts: list[bool] = []
        self._quotes = 0
        self._items: list[int] = []
        # The text block that is being written.
        self._writer: ProseWriter | None = None
        self._kind: BlockType = "paragraph"
        self._level = 0
        self._begin = self._stop = 0
        self._header = False
        self._mute = 0  # open images, code and HTML blocks
        self._link = -1

    def read(self, events: Any = None) -> tuple[Block, ...]:
        """``events``: the parser's, when the caller has them."""
        text = self._text[self._shift :] if self._shift else self._text
        shift = self._shift
        convert = None if text.isascii() else _code_points(text)
        for event, place in events or parsed(text):
            if isinstance(event, str):
                start, end = place["start"], place["end"]
                if convert:
                    start, end = convert(start), convert(end)
                if event == "Rule":
                    self._raw(start)
                else:
                    self._line_end(shift + start, shift + end, hard=event == "HardBreak")
                continue
            name, value = event.popitem()
            if name == "Start":
                start = place["start"]
                self._start(value, shift + (convert(start) if convert else start))
            elif name == "End":
                end = place["end"]
                self._end(value, shift + (convert(end) if convert else end))
            else:
                start, end = place["start"], place["end"]
                if convert:
                    start, end = convert(start), convert(end)
                self._inline(name, value, shift + start, shift + end)
        self._close()
        if self._comments:
            self._blocks.sort(key=lambda block: block.span)
        return tuple(self._blocks)

    # --- blocks -----------------------------------------------------------------------------------

    def _start(self, value: Any, start: int) -> None:
        if isinstance(value, str):
            if value == "Paragraph":
                self._open("paragraph", 0, start)
            elif value == "Item":
                self._close()
                self._items.append(start)
            elif value == "TableCell":
                self._open("cell", 0, start)
            elif value == "TableHead":
                self._header = True
            elif value == "TableRow":
                self._header = False
            elif value == "HtmlBlock":
                self._raw(start)
                self._mute += 1
            elif value in _SPANS:
                self._writing(start)
            return
        ((name, detail),) = value.items()
        if name == "Heading":
            self._open("heading", int(detail["level"][1]), start)
        elif name == "Link":
            written = len(self._writing(start))
            if detail["link_type"] in ("Autolink", "Email"):
                self._link = written
        elif name == "Image":
            self._writing(start)
            self._mute += 1
        elif name == "List":
            self._raw(start)
        elif name == "CodeBlock":
            self._raw(start)
            self._mute += 1
        elif name == "BlockQuote":
            self._raw(start)
            # An alert ("> [!NOTE]") is the writer speaking.
            self._alerts.append(detail is not None)
            self._quotes += detail is None
        elif name == "FootnoteDefinition":
            self._close()

    def _end(self, value: Any, end: int) -> None:
        name = value if isinstance(value, str) else next(iter(value))
        if name in ("Paragraph", "Heading", "TableCell"):
            self._stop = end
            self._close()
        elif name == "Item":
            self._close()
            self._items.pop()
        elif name == "CodeBlock":
            self._mute -= 1
            self._add("code", self._begin, end)
        elif name == "HtmlBlock":
            self._mute -= 1
            self._html(self._begin, end)
        elif name == "BlockQuote":
            self._close()
            self._quotes -= not self._alerts.pop()
        elif name == "Image":
            self._mute -= 1
            self._stop = end
        elif name == "Link":
            if self._link >= 0 and self._writer is not None:
                self._writer.hide(self._link)
            self._link = -1
            self._stop = end
        else:
            self._stop = end

    def _raw(self, start: int) -> None:
        """A block that is no text begins: what an item says first is not what comes after it."""
        self._close()
        self._begin = start
        if self._items:
            self._items[-1] = -1

    def _open(self, kind: BlockType, level: int, start: int) -> None:
        self._close()
        self._writer = ProseWriter()
        self._kind = kind
        self._level = level or len(self._items)
        self._begin = self._stop = start
        if self._items and kind != "cell":
            self._level = len(self._items)
            marker = self._items[-1]
            self._kind = "paragraph" if marker < 0 else "item"
            if marker >= 0:
                self._begin = marker
                self._items[-1] = -1

    def _close(self) -> None:
        writer = self._writer
        if writer is None:
            return
        self._writer = None
        if self._kind == "heading" and writer.ends_with("}"):
            writer.hide_tail(_ATTRIBUTES)
        prose = writer.prose()
        if prose is None:
            return
        begin = self._begin
        marker = ""
        if self._kind == "item":
            found = _MARKER.search(self._text, begin)
            assert found is not None
            begin, marker = found.start(), found[0]
        elif self._kind == "cell" and self._header:
            marker = "header"
        elif prose.text.startswith("$$") and prose.text.endswith("$$", 2):
            # A formula between two dollar signs on each side.
            self._add("code", begin, self._stop)
            return
        block = Block(
            self._kind,
            _trimmed(self._text, begin, self._stop),
            prose,
            self._level,
            marker,
            self._quotes > 0,
        )
        self._blocks.append(block)

    def _add(self, kind: BlockType, start: int, end: int) -> None:
        span = _trimmed(self._text, start, end)
        self._blocks.append(Block(kind, span, None, len(self._items), "", self._quotes > 0))

    def _html(self, start: int, end: int) -> None:
        at = start
        rest = ""
        comments = []
        for comment in re.compile(_COMMENT).finditer(self._text, start, end):
            comments.append(comment.span())
            rest += self._text[at : comment.start()]
            at = comment.end()
        if (rest + self._text[at:end]).strip(_SPACE + ">"):
            self._add("html", start, end)
        for place in comments:
            self._add("comment", *place)

    # --- text -------------------------------------------------------------------------------------

    def _writing(self, start: int) -> ProseWriter:
        """The open text block; the text of a tight item opens one without an event of its own."""
        if self._writer is None:
            self._open("paragraph", 0, start)
        assert self._writer is not None
        return self._writer

    def _line_end(self, start: int, end: int, *, hard: bool) -> None:
        if not self._mute:
            self._writing(start).space(start, end, hard=hard)

    def _inline(self, name: str, value: Any, start: int, end: int) -> None:
        if self._mute:
            return
        if name == "Text":
            self._writing(start).write(value, start, end)
        elif name == "Code":
            self._code(value, start, end)
        elif name == "InlineHtml":
            writer = self._writing(start)
            if re.match(_BREAK, value):
                writer.space(start, end, hard=True)
            elif value.startswith("<!--"):
                self._add("comment", start, end)
                self._comments = True
        elif name == "FootnoteReference":
            self._writing(start)
        else:
            return
        self._stop = end

    def _code(self, value: str, start: int, end: int) -> None:
        """A code span is words of its sentence; its source may hold line ends and escapes."""
        text = self._text
        writer = self._writing(start)
        while text[start] == "`":
            start += 1
            end -= 1
        if end - start != len(value) and text[start] in _SPACE and value[:1] != " ":
            start += 1
        if text.startswith(value, start):
            writer.write(value, start, start + len(value))
            return
        for character in value:
            if character == " " and text[start] in "\r\n":
                stop = start + (2 if text.startswith("\r\n", start) else 1)
                writer.space(start, stop)
            else:
                start = text.find(character, start, end)
                if start < 0:
                    return
                stop = start + 1
                writer.write(character, start, stop)
            start = stop
