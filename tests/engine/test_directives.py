from __future__ import annotations

import pytest

from pmlint.api import Block, Span
from pmlint.document.nodes import Chunk
from pmlint.engine.directives import Parsed, directives_of

COMMENT = "<!-- {} -->"


def parsed(text: str, kind: str = "comment", comment: str = COMMENT) -> list[Parsed]:
    block = Block(kind, Span(0, len(text)))  # type: ignore[arg-type]
    return list(directives_of(Chunk(text, (block,), ()), comment))


def one(text: str, kind: str = "comment", comment: str = COMMENT) -> Parsed:
    (found,) = parsed(text, kind, comment)
    return found


def names(found: Parsed) -> list[str]:
    for name in found.names:
        assert name.span.of(found.text) == name.name
    return [name.name for name in found.names]


@pytest.mark.parametrize("verb", ["disable-next", "disable", "enable", "disable-file"])
def test_verbs_names_and_reason(verb: str) -> None:
    found = one(f"<!-- pmlint: {verb} vague-impact, wording acme/* -- the count is -- secret -->")
    assert found.verb == verb
    assert names(found) == ["vague-impact", "wording", "acme/*"]
    assert found.reason == "the count is -- secret"
    assert found.fault == ""


def test_no_reason_and_free_white_space() -> None:
    found = one("<!--\n  pmlint :  disable\n  a,\n  b\n-->")
    assert (found.verb, names(found), found.reason) == ("disable", ["a", "b"], "")


def test_the_comment_of_another_format() -> None:
    assert names(one("{/* pmlint: disable a-b */}", comment="{/* {} */}")) == ["a-b"]
    assert names(one("% pmlint: disable a", comment="% {}")) == ["a"]
    assert names(one(".. pmlint: disable a", comment=".. {}")) == ["a"]


def test_a_modeline() -> None:
    found = one("<!-- pmlint: kind=resume profile=strict -->")
    assert found.verb == "set"
    assert [(one.key, one.value) for one in found.settings] == [
        ("kind", "resume"),
        ("profile", "strict"),
    ]
    assert found.settings[0].span.of(found.text) == "resume"


@pytest.mark.parametrize(
    ("text", "removed"),
    [
        ("<!-- pmlint: disable a -->", ["<!-- pmlint: disable  -->"]),
        (
            "<!-- pmlint: disable a, b c -->",
            [
                "<!-- pmlint: disable b c -->",
                "<!-- pmlint: disable a, c -->",
                "<!-- pmlint: disable a, b -->",
            ],
        ),
    ],
)
def test_a_name_can_be_taken_out(text: str, removed: list[str]) -> None:
    found = one(text)
    assert [text[: n.removal.start] + text[n.removal.end :] for n in found.names] == removed


@pytest.mark.parametrize(
    ("text", "fault", "where"),
    [
        ("pmlint: disbale x", '"disbale" is no directive; did you mean "disable"?', "disbale"),
        ("pmlint: ignore x", '"ignore" is no directive', "ignore"),
        ("pmlint:", "it says nothing", "pmlint:"),
        ("pmlint: disable", 'it names no rule; "disable all" would mean every rule', "disable"),
        ("pmlint: disable -- why", "it names no rule", "disable"),
        ("pmlint: disable a, b!", '"b!" is no name of a rule', "b!"),
        ("pmlint disable a", 'a directive starts with "pmlint:"', "pmlint"),
        ("pmlint-disable-next a", 'a directive starts with "pmlint:"', "pmlint"),
        ("pmlint: kid=story", '"kid" cannot be set in a draft', "kid=story"),
        ("pmlint: profile=loud", '"loud" is no profile', "profile=loud"),
        ("pmlint: kind=", "kind has no value", "kind="),
        ("pmlint: kind=story strict", '"strict" is not like "kind=story"', "strict"),
    ],
)
def test_what_cannot_be_read(text: str, fault: str, where: str) -> None:
    found = one(f"<!-- {text} -->")
    assert found.verb == ""
    assert fault in found.fault
    assert found.fault_span is not None
    assert found.fault_span.of(found.text).strip() == where


@pytest.mark.parametrize(
    "text",
    ["<!-- a word on pmlint -->", "<!-- pmlint is a linter -->", "<!-- pmlinter: disable x -->"],
)
def test_comments_that_are_not_for_us(text: str) -> None:
    assert parsed(text) == []


def test_code_is_no_directive() -> None:
    assert parsed("<!-- pmlint: disable x -->", kind="code") == []


YAML = """---
title: "pmlint: disable x"
pmlint:
  kind: story        # what it is
  disable: [vague-impact, "wording", 'acme/*']
  profile: strict
tags: [pmlint]
---"""


def test_front_matter() -> None:
    disabled, settings = parsed(YAML, "front-matter")
    assert disabled.verb == "disable-file"
    assert names(disabled) == ["vague-impact", "wording", "acme/*"]
    assert [YAML[: n.removal.start] + YAML[n.removal.end :] for n in disabled.names] == [
        YAML.replace("vague-impact, ", ""),
        YAML.replace('"wording", ', ""),
        YAML.replace(", 'acme/*'", ""),
    ]
    assert [(one.key, one.value) for one in settings.settings] == [
        ("kind", "story"),
        ("profile", "strict"),
    ]
    assert settings.settings[0].span.of(YAML) == "story"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("disable:\n    - a\n    - b-c # why\n", ["a", "b-c"]),
        ("disable:\n  - a\n  - b\n", ["a", "b"]),
        ("disable: a\n", ["a"]),
        ("disable: [\n    a,\n    b\n  ]\n", ["a", "b"]),
        ("disable: []\n", []),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_lists_of_every_shape(body: str, expected: list[str], newline: str) -> None:
    text = f"---\nx: 1\npmlint:\n  {body}y: [q]\n---".replace("\n", newline)
    assert names(one(text, "front-matter")) == expected


def test_a_list_item_goes_with_its_line() -> None:
    text = "---\npmlint:\n  disable:\n    - a\n    - b\n---"
    first, second = one(text, "front-matter").names
    assert text[: first.removal.start] + text[first.removal.end :] == text.replace("    - a\n", "")
    assert text[: second.removal.start] + text[second.removal.end :] == text.replace(
        "    - b\n", ""
    )


def test_a_mapping_on_one_line() -> None:
    text = "---\npmlint: {kind: case, disable: [a, b]}\n---"
    disabled, settings = parsed(text, "front-matter")
    assert names(disabled) == ["a", "b"]
    assert settings.settings[0].value == "case"


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("pmlint:\n  disabel: [a]\n", '"disabel" is no key of pmlint; did you mean "disable"?'),
        ("pmlint:\n  profile: loud\n", '"loud" is no profile'),
        ("pmlint: strictly so\n", 'it is not like "kind: story"'),
        ("pmlint: profile=loud\n", '"loud" is no profile'),
        ("pmlint:\n  kind:\n", "kind has no value"),
    ],
)
def test_front_matter_that_cannot_be_read(body: str, fault: str) -> None:
    found = one(f"---\n{body}---", "front-matter")
    assert fault in found.fault
    assert found.fault_span is not None
    assert found.fault_span.end > found.fault_span.start


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("pmlint: kind=story profile=strict # so\n", [("kind", "story"), ("profile", "strict")]),
        ("pmlint: story\n", [("kind", "story")]),
    ],
)
def test_front_matter_on_one_line(body: str, expected: list[tuple[str, str]]) -> None:
    found = one(f"---\n{body}---", "front-matter")
    assert [(setting.key, setting.value) for setting in found.settings] == expected
    for setting in found.settings:
        assert setting.span.of(found.text) == setting.value


def test_front_matter_in_toml() -> None:
    text = '+++\ntitle = "x"\n[pmlint]\ndisable = ["a", "b"]\nkind = "story"\n+++'
    disabled, settings = parsed(text, "front-matter")
    assert names(disabled) == ["a", "b"]
    first = disabled.names[0].removal
    assert text[: first.start] + text[first.end :] == text.replace('"a", ', "")
    assert settings.settings[0].span.of(text) == "story"
    assert parsed("+++\npmlint = [\n+++", "front-matter") == []
    bad = one("+++\n[pmlint]\nkind = 3\n+++", "front-matter")
    assert '"kind" is no key' in bad.fault


def test_they_are_kept_with_the_chunk() -> None:
    text = "<!-- pmlint: disable a -->"
    chunk = Chunk(text, (Block("comment", Span(0, len(text))),), ())
    assert directives_of(chunk, COMMENT) is directives_of(chunk, COMMENT)
