"""What the lines of a plain text become."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmlint.document.document import Document
from pmlint.document.nodes import Block
from pmlint.formats.plain import PLAIN
from pmlint.text.span import Span


def blocks(text: str) -> list[Block]:
    return [block for chunk in Document.read(text, PLAIN).chunks for block in chunk.blocks]


def seen(text: str) -> list[tuple[str, str]]:
    """Type and readable text of every block; raw text where there is no prose."""
    document = Document.read(text, PLAIN)
    return [
        (block.type, block.span.of(chunk.text) if block.prose is None else block.prose.text)
        for chunk in document.chunks
        for block in chunk.blocks
    ]


LONG = "Cut the time that a first order takes by half for shops"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\ntwo\n\nthree\n", [("paragraph", "one two"), ("paragraph", "three")]),
        # Wrapped lines are joined whatever starts the next one; ended lines stay ended.
        (f"{LONG} in\nSpain and in\nFrance.\n", [("paragraph", f"{LONG} in Spain and in France.")]),
        # Bullets and numbers.
        ("- a\n* b\n• c\n– d\n— e\n‣ f\n▪ g\n◦ h\n· i\n+ j\n", [("item", letter) for letter in "abcdefghij"]),
        ("1. a\n2) b\n(3) c\nd) d\n(e) e\n(iv) f\n", [("item", letter) for letter in "abcdef"]),
        ("•a\n", [("item", "a")]),
        ("-a\n", [("paragraph", "-a")]),
        ("-\xa0a\n", [("item", "a")]),
        ("2019. was a year\n", [("paragraph", "2019. was a year")]),
        ("- a\n  wrapped\n- b\n", [("item", "a wrapped"), ("item", "b")]),
        ("- a\nwrapped on\n", [("item", "a wrapped on")]),
        (f"- {LONG}\nFrance took it up.\n", [("item", f"{LONG} France took it up.")]),
        ("- a.\nSkills and tools used\n", [("item", "a."), ("paragraph", "Skills and tools used")]),
        ("- short\nSkills and tools used\n", [("item", "short"), ("paragraph", "Skills and tools used")]),
        ("- a\n  - b\n  - c\n    d\n", [("item", "a"), ("item", "b"), ("item", "c d")]),
        ("- a\n\n  more of a\n", [("item", "a"), ("paragraph", "more of a")]),
        ("text\n- a\n", [("paragraph", "text"), ("item", "a")]),
        # A dash at the start of a wrapped line is a dash.
        (f"{LONG}\n– and that was all.\n", [("paragraph", f"{LONG} – and that was all.")]),
        (f"– {LONG}\n– faster\n", [("item", LONG), ("item", "faster")]),
        (f"{LONG}:\n– faster\n", [("paragraph", f"{LONG}:"), ("item", "faster")]),
        # Headings.
        ("EXPERIENCE\n\ntext here\n", [("heading", "EXPERIENCE"), ("paragraph", "text here")]),
        ("EXPERIENCE\ntext here\n", [("heading", "EXPERIENCE"), ("paragraph", "text here")]),
        ("EXPERIENCE:\n- a\n", [("heading", "EXPERIENCE"), ("item", "a")]),
        ("Work history\n============\ntext\n", [("heading", "Work history"), ("paragraph", "text")]),
        ("Work history\n------------\ntext\n", [("heading", "Work history"), ("paragraph", "text")]),
        ("Work Experience\n\ntext\n", [("heading", "Work Experience"), ("paragraph", "text")]),
        ("Experience\n\ntext\n", [("heading", "Experience"), ("paragraph", "text")]),
        ("Key results:\n- a\n", [("heading", "Key results"), ("item", "a")]),
        ("# Title #\n## Part\ntext\n", [("heading", "Title"), ("heading", "Part"), ("paragraph", "text")]),
        ("text\n# Title\n", [("paragraph", "text"), ("heading", "Title")]),
        # And what is none.
        ("Okay\n\ntext\n", [("paragraph", "Okay"), ("paragraph", "text")]),
        ("We shipped it\n\ntext\n", [("paragraph", "We shipped it"), ("paragraph", "text")]),
        ("It Was A Good Year.\n\ntext\n", [("paragraph", "It Was A Good Year."), ("paragraph", "text")]),
        ("Skills: SQL, Go\n\ntext\n", [("paragraph", "Skills: SQL, Go"), ("paragraph", "text")]),
        ("Best Regards,\n\ntext\n", [("paragraph", "Best Regards,"), ("paragraph", "text")]),
        ("USA\n\ntext\n", [("paragraph", "USA"), ("paragraph", "text")]),
        ("SQL, PYTHON, LOOKER\n\ntext\n", [("paragraph", "SQL, PYTHON, LOOKER"), ("paragraph", "text")]),
        ("Work Experience at Acme and Foo\ncontinued\n", [("paragraph", "Work Experience at Acme and Foo continued")]),
        # The rest.
        ("-----\n", []),
        ("text\n\n-----\nmore\n", [("paragraph", "text"), ("paragraph", "more")]),
        ("> said\n> more\nmine\n", [("paragraph", "said more"), ("paragraph", "mine")]),
        ("<!-- pmlint: disable x -->\ntext\n", [("comment", "<!-- pmlint: disable x -->"), ("paragraph", "text")]),
        ("text\n<!-- note -->\ntext\n", [("paragraph", "text"), ("comment", "<!-- note -->"), ("paragraph", "text")]),
        ("---\nkind: story\n---\ntext\n", [("front-matter", "---\nkind: story\n---"), ("paragraph", "text")]),
        ("00:03:12 Candidate: I think so.\n[03:20] Interviewer: Why?\n",
         [("paragraph", "Candidate: I think so."), ("paragraph", "Interviewer: Why?")]),
        ("See https://x.y/z.\n", [("paragraph", "See .")]),
        ("\ufeff- a\n", [("item", "a")]),
        ("", []),
        ("\n \n", []),
    ],
)  # fmt: skip
def test_constructs(text: str, expected: list[tuple[str, str]]) -> None:
    assert seen(text) == expected
    for end in ("\r\n", "\r"):
        other = [(kind, words.replace("\n", end)) for kind, words in expected]
        assert seen(text.replace("\n", end)) == other


def lines(text: str) -> list[str]:
    return [line.text for _, line in Document.read(text, PLAIN).lines()]


def test_a_line_that_was_ended_on_purpose_ends_its_sentence() -> None:
    assert lines("Acme\nSenior Product Manager, Payments and Checkout\nLed a team.\n") == [
        "Acme",
        "Senior Product Manager, Payments and Checkout Led a team.",
    ]


def test_a_label_starts_a_sentence() -> None:
    text = "Situation: sales fell and nobody knew\nTask: find out why\nResult: it rose.\n"
    assert lines(text) == [
        "Situation: sales fell and nobody knew",
        "Task: find out why",
        "Result: it rose.",
    ]


def test_levels_and_markers() -> None:
    text = "EXPERIENCE\n\nSenior PM, Acme\n\n- a\n   1) b\n      (c) c\n   2) d\n\n   e\n- f\n"
    assert [(block.type, block.level, block.marker) for block in blocks(text)] == [
        ("heading", 1, ""),
        ("heading", 3, ""),
        ("item", 1, "-"),
        ("item", 2, "1)"),
        ("item", 3, "(c)"),
        ("item", 2, "2)"),
        ("paragraph", 2, ""),
        ("item", 1, "-"),
    ]


def test_quotes_are_other_peoples_words() -> None:
    assert [block.quoted for block in blocks("mine\n> theirs\nmine\n")] == [False, True, False]


# --- properties ----------------------------------------------------------------------------------

LINE = st.tuples(
    st.sampled_from(["", "", "", " ", "  ", "    ", "\t", "\xa0", "\ufeff"]),
    st.sampled_from(["", "", "", "- ", "• ", "– ", "1. ", "(2) ", "a) ", "# ", "> ", "00:01 ", "•"]),
    st.sampled_from([
        "We cut it by 40%.", "because buyers left", "EXPERIENCE", "Work Experience", "Key results:",
        LONG, "=====", "-----", "Task: y", "", "<!-- note -->", "<!-- open", "é😀", "a\u2028b", "\x0c",
        "see https://a.b/c now", "---", "kind: x", "Skills", "\x00",
    ]),
    st.sampled_from(["", "", " ", "\t"]),
).map("".join)  # fmt: skip
END = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"])
DRAFT = st.lists(st.one_of(LINE, LINE, st.just(""), st.just("  ")), max_size=9).flatmap(
    lambda lines: st.tuples(*(END.map(line.__add__) for line in lines)).map("".join)
)


def shown(document: Document) -> list[Any]:
    return [
        (chunk.text, [(block.type, block.span, block.level, block.marker, block.quoted,
                       block.prose and (block.prose.text, block.prose.runs, block.prose.breaks))
                      for block in chunk.blocks])
        for chunk in document.chunks
    ]  # fmt: skip


@settings(max_examples=200)
@given(DRAFT, st.data())
def test_an_edited_draft_is_the_new_draft_and_keeps_what_the_edit_does_not_touch(
    text: str, data: st.DataObject
) -> None:
    document = Document.read(text, PLAIN)
    start = data.draw(st.integers(0, len(text)))
    end = min(len(text), start + data.draw(st.sampled_from([0, 0, 1, 2, 9])))
    new = data.draw(
        st.one_of(st.sampled_from(["", "x", "\n", "\r", "- ", " ", "A", "---\n"]), DRAFT)
    )
    document.sections()
    edited = document.edited(Span(start, end), new)
    fresh = Document.read(text[:start] + new + text[end:], PLAIN)
    assert edited.starts == fresh.starts
    assert shown(edited) == shown(fresh)
    assert edited.sections() == fresh.sections()
    assert edited.changed is not None
    first, old_stop, new_stop = edited.changed
    kept = [*document.chunks[:first], *document.chunks[old_stop:]]
    again = [*edited.chunks[:first], *edited.chunks[new_stop:]]
    assert [id(chunk) for chunk in kept] == [id(chunk) for chunk in again]


@settings(max_examples=200)
@given(DRAFT)
def test_reading_from_any_end_gives_the_same_further_ends(text: str) -> None:
    whole = list(PLAIN.ends(text, 0))
    assert whole == sorted(set(whole))
    assert whole[-1:] == ([len(text)] if text else [])
    for index, end in enumerate(whole):
        assert list(PLAIN.ends(text, end)) == whole[index + 1 :]


@settings(max_examples=200)
@given(DRAFT)
def test_prose_leads_back_to_the_characters_that_it_shows(text: str) -> None:
    for chunk in Document.read(text, PLAIN).chunks:
        for block in chunk.blocks:
            prose = block.prose
            if prose is None:
                continue
            for at, character in enumerate(prose.text):
                held = prose.source(Span(at, at + 1)).of(chunk.text)
                assert held == character or (character == " " and not held.strip()) or (
                    character in "link"
                )  # fmt: skip
