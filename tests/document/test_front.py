"""The keys of front matter, and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlint.document.document import Document
from pmlint.document.front import entries, front_matter_end, front_matter_resume
from pmlint.formats.markdown import MARKDOWN
from pmlint.formats.plain import PLAIN


def read(text: str) -> list[tuple[str, str]]:
    return [(".".join(entry.path), entry.value) for entry in entries(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kind: resume", [("kind", "resume")]),
        ("kind:   resume   # mine\n", [("kind", "resume")]),
        ("kind: 'resume'\n", [("kind", "resume")]),
        ('"kind": "a # b: c"\n', [("kind", "a # b: c")]),
        ("kind = 'resume'\r\nother = 2\r\n", [("kind", "resume"), ("other", "2")]),
        ("kind:\n", []),
        ("kind: # none\n", [("kind", "")]),
        ("url: https://x.y\n", [("url", "https://x.y")]),
        ("pmlint:\n  kind: story\n  profile: strict\nkind: x\n",
         [("pmlint.kind", "story"), ("pmlint.profile", "strict"), ("kind", "x")]),
        ("[pmlint]\nkind = 'story'\n[other]\nkind = 'x'\n", [("pmlint.kind", "story"), ("other.kind", "x")]),
        ("pmlint: {kind: story, disable: [a, b], 'x': 'y z'}\n",
         [("pmlint.kind", "story"), ("pmlint.disable", "[a, b]"), ("pmlint.x", "y z")]),
        ("pmlint: kind=story profile=strict\n", [("pmlint", "kind=story profile=strict")]),
        ("tags:\n  - a\n  - b\n", []),
        ("jobs:\n  - title: PM\n", [("jobs.title", "PM")]),
        ("no colon here\n: odd\n= odd\n\t\n", []),
        ("a: 'open\nb: }\nc: [\n", [("a", "'open"), ("b", "}"), ("c", "[")]),
        ("", []),
    ],
)  # fmt: skip
def test_entries(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


def test_spans_go_from_the_key_to_the_end_of_the_value() -> None:
    text = "---\npmlint:\n  kind: 'story'  # mine\n  {x: y}\na: {b: c, d: \"e\"}\n---\n"
    places = [entry.span.of(text) for entry in Document.read(text, MARKDOWN).front_matter()]
    assert places == ["kind: 'story'", "b: c", 'd: "e"']


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("---\na: b\n---\nx", 13),
        ("---\na: b\n...\nx", 13),
        ("---  \r\na: b\r\n---\t\r\nx", 19),
        ("---\ra: b\r---", 12),
        ("+++\na = 1\n+++\nx", 14),
        ("\ufeff---\na: b\n---\n", 14),
        ("---\na: b\n\nc: d\n---\n", 19),
        ("---\na: b\n ---\n---", 17),
        ("---\na: b\n", 0),
        ("---\n---\n", 0),
        ("---\n\na: b\n---\n", 0),
        ("----\na: b\n----\n", 0),
        ("+++\na = 1\n---\n", 0),
        (" ---\na: b\n---\n", 0),
        ("x\n---\na: b\n---\n", 0),
        ("", 0),
    ],
)
def test_where_front_matter_ends(text: str, length: int) -> None:
    assert front_matter_end(text) == length


def test_open_front_matter_is_read_again_from_the_top() -> None:
    text = "---\na: b\n\nmore\n\n---\nrest\n"
    assert front_matter_resume(text, 10) == 0
    assert front_matter_resume(text, 20) == 20
    assert front_matter_resume("# a\n\nb\n", 5) == 5


@pytest.mark.parametrize("reader", [MARKDOWN, PLAIN])
def test_both_formats_have_it(reader: object) -> None:
    document = Document.read("---\nkind: note\n---\n\nwords\n", reader)
    assert [(entry.path, entry.value) for entry in document.front_matter()] == [(("kind",), "note")]
    assert Document.read("words\n", reader).front_matter() == []
    assert Document.read("", reader).front_matter() == []


@given(st.text(alphabet="ab:={}[]'\"-#\\ \t\n\r,😀", max_size=60))
def test_whatever_stands_there_is_read(text: str) -> None:
    for entry in entries(text):
        assert 0 <= entry.span.start <= entry.span.end <= len(text)
        assert entry.path[-1] in entry.span.of(text)
        assert entry.value in entry.span.of(text)
