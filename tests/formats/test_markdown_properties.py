"""A draft read in chunks is the draft read whole; a draft edited is the new draft read."""

from __future__ import annotations

import itertools
import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pmlint.document.document import Document
from pmlint.document.nodes import Block
from pmlint.formats.markdown import MARKDOWN
from pmlint.formats.markdown.blocks import blocks
from pmlint.formats.markdown.scan import ends
from pmlint.text.span import Span

INDENT = st.sampled_from(
    ["", "", "", "", " ", "  ", "   ", "    ", "     ", "      ", "\t", " \t", "\x0c"]
)
MARKER = st.sampled_from([
    "", "", "", "", "- ", "* ", "+ ", "1. ", "2. ", "10) ", "> ", ">", "-", "1.", "- - ", "> - ",
    "- > ", "-   ", "-\t", "1.    ", "-      ", "# ", "## ", "- # ",
])  # fmt: skip
WORDS = st.sampled_from([
    "Cut it by 40%", "because buyers left", "", "```", "```py", "~~~~", "````", "---", "***", "===",
    "--", "- - -", "_ _ _", "=", "-", "#", "<div>", "</div>", "<b>", '<a href="x">', "<b>bold</b>",
    "<https://a.b>", "https://a.b/c_d_e and on", "<!-- note -->", "<!-- open", "end -->", "<pre>",
    "</pre> x", "<script>", "</script>", "<?x", "?>", "<!X", "<![CDATA[", "x]]>", "| a | b c d |",
    "|---|---|", "| c | d |", "a | b", "--|--", "*em* **b** `c`", "`open", "close`", "a\\", "two  ",
    "&amp; x &copy;", "[a](b) c", "**Situation:** x", "Task: y", "a\x0c", "\x0b", "é😀e\u0301", "$$",
    "x ~~y~~", "![i](u)", "[t][r]", "[x]", "[ ] task", "[ ]", "a\u2028b", "<br>", "a <br> b <!-- c -->",
    "\x00", "1) ", "*", "+", "\\* esc", "`` a ` b ``", "a\tb", "mail x@y.org now", "😀 `c",
])  # fmt: skip
LINE = st.tuples(INDENT, MARKER, st.one_of(st.just(""), MARKER), WORDS).map("".join)
BLANK = st.sampled_from(["", "", " ", "\t", "\x0c"])
END = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"])


@st.composite
def drafts(draw: st.DrawFn) -> str:
    """Markdown that nests, interrupts and continues lazily; no link definitions."""
    lines = draw(st.lists(st.one_of(LINE, LINE, LINE, BLANK), max_size=10))
    if draw(st.booleans()):
        end = draw(END)
        text = "".join(line + end for line in lines)
    else:
        text = "".join(line + draw(END) for line in lines)
    if draw(st.booleans()):
        text = text.rstrip("\r\n")
    return draw(st.sampled_from(["", "", "", "\ufeff"])) + text


def shown(block: Block, by: int) -> tuple[Any, ...]:
    """All that can be seen of a block, with its places in the whole text."""
    prose = block.prose
    text = None
    if prose is not None:
        runs = tuple((at, by + source) for at, source in prose.runs)
        text = (prose.text, runs, by + prose.end, prose.breaks)
    return (block.type, block.level, block.marker, block.quoted, block.span.shift(by), text)


def in_chunks(text: str) -> list[tuple[Any, ...]]:
    found = []
    start = 0
    for end in ends(text, 0):
        assert end > start
        found += [shown(block, start) for block in blocks(text[start:end])]
        start = end
    assert start == len(text)
    return found


@settings(max_examples=400)
@given(drafts())
def test_chunks_give_the_blocks_of_the_whole(text: str) -> None:
    # `blocks` reads a whole text just as well.
    assert in_chunks(text) == [shown(block, 0) for block in blocks(text)]


# Lines that open, close, continue or swallow something, for each other to meet.
MEETING = [
    "a", "", "- a", "-", "- [x]", "2. a", "1.   a", "-     a", "> a", "  a", "    a", "```", "  ```",
    "    ```", "- ```", "# a", "===", "---", "<b>", "  <b>", "<div>", "<pre>", "</pre>", "[^a]: a",
    "| a |", "|-|", "- -|",
]  # fmt: skip
MEETING_AGAIN = ["a", "", "- a", "-", "1.   a", "2. a", "> a", "   a", "  ```", "```", "<b>", "---"]


MEETING_LATE = [
    ("- [x]", "", "  ```", "- a", "```"),
    ("| a |", "|-|", "===", "| a |"),
    ("| a |", "|-|", "--", "| a |"),
    ("-", "", "  ```", "- a", "  ```", "- a"),
    ("> a", "a", "  ```", "- a", "```"),
]


def test_all_meetings_of_three_lines_and_many_of_four() -> None:
    texts = itertools.chain(
        itertools.product(MEETING, repeat=3),
        itertools.product(MEETING_AGAIN, repeat=4),
        MEETING_LATE,
    )
    wrong = []
    for lines in texts:
        text = "\n".join(lines)
        if in_chunks(text) != [shown(block, 0) for block in blocks(text)]:
            wrong.append(text)
    assert wrong == []


@settings(max_examples=200)
@given(drafts())
def test_reading_from_any_end_gives_the_same_further_ends(text: str) -> None:
    whole = list(ends(text, 0))
    for index, end in enumerate(whole):
        assert list(ends(text, end)) == whole[index + 1 :]


@settings(max_examples=200)
@given(drafts())
def test_prose_leads_back_to_the_characters_that_it_shows(text: str) -> None:
    document = Document.read(text, MARKDOWN)
    for chunk in document.chunks:
        for block in chunk.blocks:
            prose = block.prose
            if prose is None:
                continue
            assert block.span.contains(Span(prose.start, prose.start))
            last = -1
            for at, character in enumerate(prose.text):
                place = prose.source(Span(at, at + 1))
                held = place.of(chunk.text)
                assert place.start >= last
                last = place.start
                if held != character:
                    # A line end or form feed is a space; an entity its character; an address a word.
                    assert (
                        (
                            character == " "
                            and re.fullmatch(r"\s*\\?(?:\r\n?|\n|\x0b|\x0c)|<br\s*/?>", held)
                        )
                        or held.startswith("&")
                        or character in "link"
                    )


@settings(max_examples=200)
@given(drafts())
def test_lines_are_the_prose_in_order(text: str) -> None:
    for chunk in Document.read(text, MARKDOWN).chunks:
        for line in chunk.lines:
            prose = line.block.prose
            assert prose is not None
            assert line.text == line.text.strip() != ""
            assert prose.text.startswith(line.text, line.offset)
            assert line.sentences
            for span, following in zip(line.sentences, line.sentences[1:], strict=False):
                assert span.end <= following.start
            assert line.sentences[-1].end == len(line.text)
            whole = line.source()
            assert whole.start == line.source(Span(0, 1)).start
            assert line.source(Span(len(line.text) - 1, len(line.text))).end == whole.end
        # A paragraph's lines are all of its words, and one starts at each of its breaks.
        for block in chunk.blocks:
            if block.prose is not None and block.type == "paragraph":
                its = [line for line in chunk.lines if line.block is block]
                words = "".join(block.prose.text.split())
                assert "".join("".join(line.text.split()) for line in its) == words
                starts = {line.offset for line in its}
                for at in block.prose.breaks:
                    rest = block.prose.text[at:]
                    assert at + len(rest) - len(rest.lstrip()) in starts or not rest.strip()


BITS = st.sampled_from([
    "", "", "\n", "\n\n", "\r", "\r\n", "---\n", "+++\n", "# ", "- ", "```\n", "<!--", "-->", "x", "😀",
    "\u2028", "\x0c", "\x00", " ", "> ", "    ", "\t", "=", "kind: x\n", "\ufeff", "[^a]: ", "|",
])  # fmt: skip
FRONT = st.sampled_from(["", "", "---\n", "+++\n", "---\nkind: x\n---\n", "+++\na = 1\n", "\n"])


@settings(max_examples=300)
@given(FRONT, drafts(), st.booleans(), st.data())
def test_an_edited_draft_is_the_new_draft_and_keeps_what_the_edit_does_not_touch(
    front: str, text: str, ask: bool, data: st.DataObject
) -> None:
    document = Document.read(front + text, MARKDOWN)
    for _ in range(3):
        if ask:
            document.sections()
        old = document.text
        start = data.draw(st.integers(0, len(old)))
        end = min(len(old), start + data.draw(st.sampled_from([0, 0, 0, 1, 2, 5, 20])))
        new = data.draw(st.one_of(BITS, drafts()))
        edited = document.edited(Span(start, end), new)
        fresh = Document.read(old[:start] + new + old[end:], MARKDOWN)
        assert edited.text == fresh.text
        assert edited.starts == fresh.starts
        assert edited.sections() == fresh.sections()
        assert edited.front_matter() == fresh.front_matter()
        for mine, theirs in zip(edited.chunks, fresh.chunks, strict=True):
            assert mine.text == theirs.text
            assert [shown(block, 0) for block in mine.blocks] == [
                shown(block, 0) for block in theirs.blocks
            ]
            assert [(line.text, line.offset, line.sentences) for line in mine.lines] == [
                (line.text, line.offset, line.sentences) for line in theirs.lines
            ]
        assert edited.changed is not None
        first, old_stop, new_stop = edited.changed
        assert all(map(_same, document.chunks[:first], edited.chunks[:first]))
        tail = document.chunks[old_stop:]
        assert len(tail) == len(edited.chunks) - new_stop
        assert all(map(_same, tail, edited.chunks[new_stop:]))
        document = edited


def _same(one: object, other: object) -> bool:
    return one is other
