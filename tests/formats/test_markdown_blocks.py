"""What each construct of Markdown becomes."""

from __future__ import annotations

import pytest

from pmlint.document.document import Document
from pmlint.document.nodes import Block
from pmlint.formats.markdown import MARKDOWN


def blocks(text: str) -> list[Block]:
    return [block for chunk in Document.read(text, MARKDOWN).chunks for block in chunk.blocks]


def seen(text: str) -> list[tuple[str, str]]:
    """Type and readable text of every block; raw text where there is no prose."""
    document = Document.read(text, MARKDOWN)
    return [
        (block.type, block.span.of(chunk.text) if block.prose is None else block.prose.text)
        for chunk in document.chunks
        for block in chunk.blocks
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Title #\n", [("heading", "Title")]),
        ("Title\n===\n", [("heading", "Title")]),
        ("Two\nlines\n---\n", [("heading", "Two lines")]),
        ("# Title {#top .big}\n", [("heading", "Title ")]),
        ("# Title {brace}\n", [("heading", "Title {brace}")]),
        ("#\n", []),
        ("one\ntwo\n\nthree", [("paragraph", "one two"), ("paragraph", "three")]),
        ("one  \ntwo\\\nthree", [("paragraph", "one two three")]),
        ("- a\n- b\n", [("item", "a"), ("item", "b")]),
        ("- a\n\n- b\n", [("item", "a"), ("item", "b")]),
        ("- a\n  - b\n", [("item", "a"), ("item", "b")]),
        ("- a\n\n  more\n", [("item", "a"), ("paragraph", "more")]),
        ("- a\n  wrapped\n", [("item", "a wrapped")]),
        ("- a\nlazy\n", [("item", "a lazy")]),
        ("- [x] done\n- [ ] open\n", [("item", "done"), ("item", "open")]),
        ("- # head\n", [("item", "head")]),
        ("- ```\n  code\n  ```\n  after\n", [("code", "```\n  code\n  ```"), ("paragraph", "after")]),
        ("-\n", []),
        ("> words\n> more\n", [("paragraph", "words more")]),
        ("```py\nx = 1\n```\n", [("code", "```py\nx = 1\n```")]),
        ("```\nopen", [("code", "```\nopen")]),
        ("    x = 1\n", [("code", "x = 1")]),
        ("$$\nx^2\n$$\n", [("code", "$$\nx^2\n$$")]),
        ("from $3M to $5M\n", [("paragraph", "from $3M to $5M")]),
        ("***\n", []),
        ("<div>\n*raw*\n</div>\n", [("html", "<div>\n*raw*\n</div>")]),
        ("<!-- note -->\n", [("comment", "<!-- note -->")]),
        ("<!-- a --> <!-- b -->\n", [("comment", "<!-- a -->"), ("comment", "<!-- b -->")]),
        ("<!-- a --> x\n", [("html", "<!-- a --> x"), ("comment", "<!-- a -->")]),
        ("<!-- open\n\nrest\n", [("comment", "<!-- open\n\nrest")]),
        ("a <!-- b --> c\n", [("paragraph", "a  c"), ("comment", "<!-- b -->")]),
        ("a <b>c</b>\n", [("paragraph", "a c")]),
        ("a<br>b\n", [("paragraph", "a b")]),
        ("*a* **b** ~~c~~ `d e`\n", [("paragraph", "a b c d e")]),
        ("`` a ` b ``\n", [("paragraph", "a ` b")]),
        ("a \\* b \\_ c\n", [("paragraph", "a * b _ c")]),
        ("a &amp; b &eacute; &#33;\n", [("paragraph", "a & b é !")]),
        ("[text](http://x.y 'title')\n", [("paragraph", "text")]),
        ("[text][name] and [name][]\n", [("paragraph", "text and name")]),
        ("[why?] stays, [X]% too\n", [("paragraph", "[why?] stays, [X]% too")]),
        ("[name]: http://x.y 'title'\n", []),
        ("![alt](pic.png) seen\n", [("paragraph", " seen")]),
        ("![alt](pic.png)\n", []),
        ("<http://x.y>\n", []),
        ("Shipped <http://x.y> to 5 shops\n", [("paragraph", "Shipped link to 5 shops")]),
        ("Shipped http://x.y/a_b_c to 5 shops\n", [("paragraph", "Shipped link to 5 shops")]),
        ("See http://x.y.\n", [("paragraph", "See .")]),
        ("Seen (https://x.y/z), sold\n", [("paragraph", "Seen , sold")]),
        ("[http://x.y](http://x.y)\n", []),
        ("Mail a.b@c.org\n", [("paragraph", "Mail ")]),
        ("Mail <a.b@c.org> today\n", [("paragraph", "Mail link today")]),
        ("Cut it[^1] in half.\n", [("paragraph", "Cut it in half.")]),
        ("[^1]: The note.\n", [("paragraph", "The note.")]),
        (
            "| Metric | Now it is |\n|---|---|\n| a\\|b | `c` |\n",
            [("cell", "Metric"), ("cell", "Now it is"), ("cell", "a|b"), ("cell", "c")],
        ),
        ("---\nkind: resume\n---\ntext\n", [("front-matter", "---\nkind: resume\n---"), ("paragraph", "text")]),
        ("+++\nkind = 'x'\n+++\n", [("front-matter", "+++\nkind = 'x'\n+++")]),
        ("---\n\nkind: resume\n---\n", [("heading", "kind: resume")]),
        ("text\n\n---\nkind: x\n---\n", [("paragraph", "text"), ("heading", "kind: x")]),
        ("\ufeff# Title\n", [("heading", "Title")]),
        ("\ufeff---\nkind: x\n---\n", [("front-matter", "---\nkind: x\n---")]),
        ("", []),
        (" \n\t\n", []),
        ("a\x0c\n\x0c\nb\x0bc\n", [("paragraph", "a"), ("paragraph", "b c")]),
        ("a\u2028b\n", [("paragraph", "a\u2028b")]),
    ],
)  # fmt: skip
def test_constructs(text: str, expected: list[tuple[str, str]]) -> None:
    assert seen(text) == expected
    # Other line ends mean the same, and lie where raw text has them.
    for end in ("\r\n", "\r"):
        other = [(kind, words.replace("\n", end)) for kind, words in expected]
        assert seen(text.replace("\n", end)) == other


def test_levels_and_markers() -> None:
    text = "## h\n\n- a\n  1) b\n\n     c\n     > q\n     ```\n     ```\n\n10. d\n"
    assert [(block.type, block.level, block.marker, block.quoted) for block in blocks(text)] == [
        ("heading", 2, "", False),
        ("item", 1, "-", False),
        ("item", 2, "1)", False),
        ("paragraph", 2, "", False),
        ("paragraph", 2, "", True),
        ("code", 2, "", False),
        ("item", 1, "10.", False),
    ]


def test_the_first_row_of_a_table_is_marked() -> None:
    markers = [block.marker for block in blocks("a|b\n-|-\nc|d\n")]
    assert markers == ["header", "header", "", ""]


def test_quotes_are_other_peoples_words_and_alerts_are_not() -> None:
    quoted = {
        block.prose.text: block.quoted
        for block in blocks("a\n\n> b\n> - c\n>> # d\n\n> [!NOTE]\n> e\n")
        if block.prose
    }
    assert quoted == {"a": False, "b": True, "c": True, "d": True, "e": False}


def test_an_item_spans_from_its_marker_to_the_end_of_its_own_text() -> None:
    text = "  * *a*\n    b\n    - c\n"
    assert [block.span.of(text) for block in blocks(text)] == ["* *a*\n    b", "- c"]


def test_comments_inside_a_block_stand_after_it_in_order() -> None:
    text = "a <!-- one --> b <!-- two --> c\n"
    assert [(block.type, block.span.of(text)) for block in blocks(text)] == [
        ("paragraph", "a <!-- one --> b <!-- two --> c"),
        ("comment", "<!-- one -->"),
        ("comment", "<!-- two -->"),
    ]


def test_half_a_pair_of_surrogates_is_read_like_any_letter() -> None:
    (block,) = blocks("- a\ud83d *b*\n")
    assert block.prose is not None
    assert block.prose.text == "a\ufffd b"
    assert block.prose.offset(3) == 6


def test_heading_attributes_that_break_the_parser_do_not() -> None:
    # pulldown-cmark 0.13.5 panics on this when it is asked to read heading attributes.
    assert [block.type for block in blocks("2. [ ] task\n      {#id}\n     -\n")] == ["item"]
