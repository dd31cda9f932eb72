from __future__ import annotations

from typing import Any

import pytest

from pmlint.document.document import Document
from pmlint.formats.plain import PLAIN
from pmlint.server import ignoring
from pmlint.text.edits import TextEdit, apply
from pmlint.text.lines import LineIndex
from pmlint.text.span import Span
from tests.server.capabilities import OLD, VSCODE
from tests.server.client import Client, codes
from tests.server.conftest import Launch

URI = "file:///nowhere/cv.md"
HEAD = "<!-- pmlint: kind=resume -->\n\n## Experience\n\n"
LINE = HEAD.count("\n")
WEAK = "- Cut page load time by 40%.\n"


def actions(client: Client, text: str, version: int = 1, **context: Any) -> list[dict[str, Any]]:
    """The actions offered for the first finding of a document that is now open."""
    (found, *_) = client.published(URI, version)
    return client.request(
        "textDocument/codeAction",
        {
            "textDocument": {"uri": URI},
            "range": found["range"],
            "context": {"diagnostics": [found], **context},
        },
    )


def applied(text: str, action: dict[str, Any], encoding: str = "utf-16") -> str:
    """The text after an action's edit, applied as an editor would."""
    edit = action["edit"]
    if "documentChanges" in edit:
        (document,) = edit["documentChanges"]
        assert document["textDocument"]["uri"] == URI
        edits = document["edits"]
    else:
        (edits,) = edit["changes"].values()
    index = LineIndex(text)

    def offset(position: dict[str, int]) -> int:
        return index.from_units(position["line"], position["character"], encoding)

    return apply(
        text,
        [
            TextEdit(
                Span(offset(one["range"]["start"]), offset(one["range"]["end"])), one["newText"]
            )
            for one in edits
        ],
    )


def titled(found: list[dict[str, Any]], words: str) -> dict[str, Any]:
    (action,) = [one for one in found if words in one["title"]]
    return action


def test_fix_ignore_and_explain(client: Client) -> None:
    client.open(URI, HEAD + WEAK)
    found = actions(client, HEAD + WEAK)
    assert [one["title"] for one in found][-3:] == [
        "Ignore missing-because here",
        "Ignore missing-because in this file",
        "Explain missing-because",
    ]
    assert {one["kind"] for one in found} == {"quickfix"}
    assert all(one["diagnostics"][0]["code"] == "missing-because" for one in found[:-1])
    fixed = applied(HEAD + WEAK, found[0])
    assert fixed.startswith(HEAD + "- Cut page load time by 40% because [")
    assert fixed.endswith("].\n")
    assert not found[0].get("isPreferred")
    assert found[-1]["command"]["arguments"] == ["missing-because"]


def test_edits_name_the_version_where_the_client_takes_it(launch: Launch) -> None:
    versioned = launch(None)
    versioned.open(URI, HEAD + WEAK, version=7)
    edit = actions(versioned, HEAD + WEAK, version=7)[0]["edit"]
    assert edit["documentChanges"][0]["textDocument"] == {"uri": URI, "version": 7}
    plain = launch(OLD)
    plain.open(URI, HEAD + WEAK)
    assert list(actions(plain, HEAD + WEAK)[0]["edit"]["changes"]) == [URI]


@pytest.mark.parametrize(
    ("only", "kinds"),
    [
        (["quickfix"], {"quickfix"}),
        (["source"], set()),
        (["refactor"], set()),
        (["quick"], set()),
        (["refactor", "quickfix"], {"quickfix"}),
        ([""], {"quickfix"}),
    ],
)
def test_only_the_kinds_that_are_asked_for(
    client: Client, only: list[str], kinds: set[str]
) -> None:
    client.open(URI, HEAD + WEAK)
    assert {one["kind"] for one in actions(client, HEAD + WEAK, only=only)} == kinds


def test_nothing_where_nothing_is_found(client: Client) -> None:
    client.open(URI, HEAD + WEAK)
    client.published(URI, 1)
    asked = {
        "textDocument": {"uri": URI},
        "range": {"start": {"line": 2, "character": 0}, "end": {"line": 2, "character": 3}},
        "context": {"diagnostics": []},
    }
    assert client.request("textDocument/codeAction", asked) == []
    asked["textDocument"] = {"uri": "file:///nowhere/unknown.md"}
    assert client.request("textDocument/codeAction", asked) is None


DOCUMENTS = {
    "bullet": HEAD + "- Wrote the on-call guide.\n" + WEAK + WEAK,
    "nested bullet": HEAD + "- Web team:\n  - Planned releases.\n  " + WEAK + "  " + WEAK,
    "numbered": HEAD + "1. Planned releases.\n2. Cut page load time by 40%.\n",
    "paragraph": HEAD + "I cut page load time by 40%. I cut build time by 20%.\n",
    "second paragraph of an item": HEAD + "- Web team.\n\n  I cut page load time by 40%.\n",
    "first line": "- Cut page load time by 40%.\n\n<!-- pmlint: kind=resume -->\n",
    "last line without an end": HEAD + WEAK.rstrip("\n"),
    "front matter": "---\nkind: resume\n---\n" + WEAK,
    "table": HEAD + "| What | When |\n| --- | --- |\n| Cut page load time by 40%. | in 2021 |\n",
}


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("where", ["here", "in this file"])
def test_an_ignored_finding_is_gone_and_nothing_new_comes(
    client: Client, name: str, where: str, end: str
) -> None:
    text = DOCUMENTS[name].replace("\n", end)
    client.open(URI, text)
    found = actions(client, text)
    before = codes(client.publishes(URI)[0]["diagnostics"])
    rule = found[0]["diagnostics"][0]["code"]
    ignored = applied(text, titled(found, f"Ignore {rule} {where}"))
    assert (
        ignored.count("\r") == ignored.count("\r\n") == (ignored.count("\n") if end != "\n" else 0)
    )
    client.close(URI)
    client.open(URI, ignored, version=2)
    after = codes(client.published(URI, 2))
    assert before.count(rule) > after.count(rule)
    assert set(after) <= set(before)
    if where == "in this file":
        assert rule not in after


def test_an_ignored_finding_in_plain_text_is_gone(launch: Launch) -> None:
    client = launch(options={"kind": "resume"})
    text = "Experience\n\n" + WEAK + WEAK
    client.open(URI, text, language="plaintext")
    ignored = applied(text, titled(actions(client, text), "here"))
    client.close(URI)
    client.open(URI, ignored, version=2, language="plaintext")
    assert codes(client.published(URI, 2)) == ["missing-because"]


def test_a_format_without_comments_has_nothing_to_ignore_with() -> None:
    class Bare:
        """Paragraphs as in plain text, no comments."""

        name, extensions, languages, comment, kind = "bare", (".bare",), ("bare",), "", ""
        ends, resume, blocks = PLAIN.ends, PLAIN.resume, PLAIN.blocks

    document = Document.read("Cut page load time by 40%.\n", Bare())
    assert ignoring.here(document, 3, "missing-because") is None
    assert ignoring.in_file(document, "missing-because") is None


def test_fix_all_applies_safe_fixes_only(client: Client) -> None:
    client.open(URI, HEAD + WEAK)
    assert actions(client, HEAD + WEAK, only=["source.fixAll"]) == []
    unused = "<!-- pmlint: disable-next vague-impact -->\n"
    text = HEAD + unused + WEAK
    client.close(URI)
    client.open(URI, text, version=2)
    found = client.published(URI, 2)
    assert "unused-suppression" in codes(found)
    (action,) = actions_at(client, LINE, only=["source.fixAll.pmlint"])
    assert action["kind"] == "source.fixAll.pmlint"
    assert "disable-next" not in applied(text, action)
    assert WEAK in applied(text, action)


def actions_at(client: Client, line: int, **context: Any) -> list[dict[str, Any]]:
    place = {"line": line, "character": 0}
    return client.request(
        "textDocument/codeAction",
        {
            "textDocument": {"uri": URI},
            "range": {"start": place, "end": place},
            "context": {"diagnostics": [], **context},
        },
    )


def test_actions_after_an_emoji(launch: Launch) -> None:
    client = launch(VSCODE)
    text = HEAD + "- \U0001f680 Cut page load time by 40%.\n"
    client.open(URI, text)
    report = client.request("textDocument/diagnostic", {"textDocument": {"uri": URI}})
    (found,) = report["items"]
    offered = client.request(
        "textDocument/codeAction",
        {
            "textDocument": {"uri": URI},
            "range": found["range"],
            "context": {"diagnostics": [found]},
        },
    )
    assert applied(text, offered[0]).startswith(
        HEAD + "- \U0001f680 Cut page load time by 40% because ["
    )
