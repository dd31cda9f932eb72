"""A draft and its versions; texts that are long or odd."""

from __future__ import annotations

import pytest

from pmlint.document.document import Document
from pmlint.document.nodes import Chunk
from pmlint.formats.markdown import MARKDOWN
from pmlint.formats.plain import PLAIN
from pmlint.text.span import Span

TEXT = "# Title\n\nOne *two* three.\n\n- a\n- b\n  - c\n\n> d\n"


def test_chunks_are_the_text() -> None:
    document = Document.read(TEXT, MARKDOWN)
    assert "".join(chunk.text for chunk in document.chunks) == TEXT
    assert [chunk.text for chunk in document.chunks] == [
        "# Title\n\n",
        "One *two* three.\n\n",
        "- a\n",
        "- b\n  - c\n\n",
        "> d\n",
    ]
    assert document.starts == [0, 9, 27, 31, 42]
    assert document.changed is None


def test_places_in_the_whole_text() -> None:
    document = Document.read(TEXT, MARKDOWN)
    shown = [
        (line.text, document.source(index, line.source()).of(TEXT))
        for index, line in document.lines()
    ]
    assert shown == [
        ("Title", "Title"),
        ("One two three.", "One *two* three."),
        ("a", "a"),
        ("b", "b"),
        ("c", "c"),
        ("d", "d"),
    ]


@pytest.mark.parametrize(
    ("offset", "index"), [(-3, 0), (0, 0), (8, 0), (9, 1), (30, 2), (31, 3), (46, 4), (99, 4)]
)
def test_the_chunk_at_an_offset(offset: int, index: int) -> None:
    assert Document.read(TEXT, MARKDOWN).chunk_at(offset) == index


def test_an_empty_text_has_no_chunks() -> None:
    document = Document.read("", MARKDOWN)
    assert (document.chunks, document.starts, document.chunk_at(0)) == ([], [], -1)
    typed = document.edited(Span(0, 0), "# A\n")
    assert [chunk.text for chunk in typed.chunks] == ["# A\n"]
    emptied = typed.edited(Span(0, 4), "")
    assert (emptied.chunks, emptied.changed) == ([], (0, 1, 0))


def test_a_keystroke_in_a_long_list_reads_one_item() -> None:
    text = "- Cut it by 40% because buyers left\n" * 17_000
    document = Document.read(text, MARKDOWN)
    assert len(document.chunks) == 17_000
    middle = len(text) // 2 + 9
    edited = document.edited(Span(middle, middle), "x")
    assert edited.changed is not None
    first, old_stop, new_stop = edited.changed
    assert (old_stop - first, new_stop - first) == (1, 1)
    assert edited.chunks[first] is not document.chunks[first]


class _Counting:
    """Markdown that counts the characters it reads."""

    name, extensions, languages, comment, kind = "counting", (), (), "", ""
    ends = staticmethod(MARKDOWN.ends)
    resume = staticmethod(MARKDOWN.resume)

    def __init__(self) -> None:
        self.read = 0

    def blocks(self, chunk: str) -> tuple[object, ...]:
        self.read += len(chunk)
        return MARKDOWN.blocks(chunk)


@pytest.mark.parametrize(
    ("old", "new"),
    [("", "x"), ("", "\n"), ("", "\n\n"), ("o", ""), ("", "- "), ("", "# "), ("", "*"), ("", "> ")],
)
def test_a_keystroke_reads_the_blocks_around_it_again(old: str, new: str) -> None:
    paragraph = "One word more\nand another.\n\n"
    text = f"# Title\n\n{paragraph * 200}```\ncode\n```\n\n{paragraph * 200}"
    format_ = _Counting()
    document = Document.read(text, format_)
    assert format_.read == len(text)
    for at in (9, 9 + 28 * 100, 9 + 28 * 100 + 14, len(text) - 28):
        at = text.index(old, at)
        format_.read = 0
        document.edited(Span(at, at + len(old)), new)
        assert 0 < format_.read < 5 * len(paragraph)


def test_typing_a_fence_takes_the_rest_and_closing_it_gives_it_back() -> None:
    document = Document.read("one\n\ntwo\n\nthree\n", MARKDOWN)
    opened = document.edited(Span(5, 5), "```\n")
    assert [chunk.text for chunk in opened.chunks] == ["one\n\n", "```\ntwo\n\nthree\n"]
    closed = opened.edited(Span(13, 13), "```\n")
    assert [chunk.text for chunk in closed.chunks] == ["one\n\n", "```\ntwo\n```\n\n", "three\n"]
    assert closed.chunks[0] is document.chunks[0]


def test_front_matter_is_found_when_its_last_line_is_typed() -> None:
    document = Document.read("---\nkind: story\n\nmore: x\n\nwords\n", MARKDOWN)
    assert document.front_matter() == []
    closed = document.edited(Span(25, 25), "---\n")
    assert closed.text == "---\nkind: story\n\nmore: x\n---\n\nwords\n"
    assert [entry.path for entry in closed.front_matter()] == [("kind",), ("more",)]
    assert closed.chunks[-1].text == "words\n"


def test_front_matter_that_something_is_typed_before_is_none() -> None:
    document = Document.read("---\nkind: story\n---\nwords\n", MARKDOWN)
    pushed = document.edited(Span(0, 0), "---\n")
    assert [chunk.text for chunk in pushed.chunks] == [
        "---\n",
        "---\n",
        "kind: story\n---\n",
        "words\n",
    ]
    assert pushed.front_matter() == []


def test_what_upper_layers_keep_with_a_chunk_stays_with_it() -> None:
    document = Document.read(TEXT, MARKDOWN)
    document.chunks[-1].memo["facts"] = "kept"
    edited = document.edited(Span(10, 10), "x")
    assert edited.chunks[-1].memo == {"facts": "kept"}
    assert edited.chunks[1].memo == {}


def long(unit: str, size: int) -> str:
    return unit * (size // len(unit))


@pytest.mark.parametrize("reader", [MARKDOWN, PLAIN])
@pytest.mark.parametrize(
    "text",
    [
        long("word ", 2_000_000),
        long("Cut it because buyers left. ", 300_000),
        long("é😀 ", 300_000),
        long("*a* `b` &amp; [c](d) <e> ", 300_000),
        long("see https://a.b/c now ", 300_000),
        long("me@x.org ", 200_000),
        long("(a. B) ", 200_000),
        long('"A. ', 200_000),
        long("e.g. ", 300_000),
        long(".", 500_000),
        long("- ", 300_000),
        "- " + " " * 300_000 + "x",
        "# " + " " * 300_000 + "{#x",
        long("> ", 2_000),
        long("<", 200_000),
        long("[", 100_000),
        long("*a", 100_000),
        long("`", 100_001),
        long("a: ", 200_000),
        long("\x0c", 200_000),
        long("\n", 200_000),
        long("\r", 200_000),
        long("a\n", 200_000),
        long("a\nTask: b\n", 200_000),
        long("| a | b |\n", 200_000),
        long("<!-- a -->\n", 200_000),
        long("<!--\n", 200_000),
        long("```\n", 100_000),
        long("---\n", 100_000),
        long("x@", 200_000),
        "a://" + ")" * 300_000,
        "---\n" + long("key: {a: b, c: d}\n", 200_000),
    ],
    ids=lambda text: repr(text[:16]) if isinstance(text, str) else text.name,
)  # fmt: skip
def test_no_text_is_too_long_or_too_odd(text: str, reader: object) -> None:
    """Reading is linear: a step that is not would take minutes here, and CI ends a test after five."""
    document = Document.read(text, reader)
    assert "".join(chunk.text for chunk in document.chunks) == text
    middle = len(text) // 2
    edited = document.edited(Span(middle, middle), "x")
    assert isinstance(edited.chunks[-1], Chunk)
