"""Open, edit, save, close: what is shown, for which version, at which place."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest

from tests.server.capabilities import NEOVIM, NEOVIM_OPTIONS, OLD, push
from tests.server.client import Client, codes, insertion, replacement
from tests.server.conftest import Launch

URI = "file:///nowhere/cv.md"
HEAD = "<!-- pmlint: kind=resume -->\n\n## Experience\n\n"
WEAK = "- Cut page load time by 40%."
STRONG = WEAK[:-1] + " because slow pages were making first-time buyers leave."


def covered(text: str, diagnostic: dict[str, Any], encoding: str) -> str:
    """The words under a diagnostic, found by counting units of the text's lines."""
    codec, size = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}[
        encoding
    ]
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    start, end = diagnostic["range"]["start"], diagnostic["range"]["end"]
    assert start["line"] == end["line"]
    units = lines[start["line"]].encode(codec)
    return units[start["character"] * size : end["character"] * size].decode(codec)


def test_a_finding_is_shown_with_its_version_and_goes_when_answered(client: Client) -> None:
    client.open(URI, HEAD + WEAK + "\n", version=3)
    (found,) = client.published(URI, 3)
    assert found["code"] == "missing-because"
    assert found["source"] == "pmlint"
    assert found["severity"] == 2
    assert found["message"].endswith("Because what was hurting whom?")
    line = HEAD.count("\n")
    assert found["range"]["start"]["line"] == line
    client.change(URI, 4, insertion(line, len(WEAK) - 1, " because slow pages made buyers leave"))
    assert client.published(URI, 4) == []


BEFORE = {
    "plain": "Plain.",
    "emoji": "Emoji \U0001f600\U0001f1e9\U0001f1ea and a clef \U0001d11e.",
    "combining": "Combining e\u0301 and \u00e9.",
    "no line ends": "Form\x0cfeed, vertical\x0btab, line\u2028separator, next\x85line.",
    "mark": "Byte \ufeff order mark.",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_the_right_words_are_underlined(launch: Launch, encoding: str) -> None:
    client = launch(push(encoding))
    for name, end in itertools.product(BEFORE, ["\n", "\r\n", "\r"]):
        bullet = "- \U0001f680 Cut **p95 latency** by 40%."
        text = end.join([*HEAD.split("\n"), BEFORE[name], "", bullet, ""])
        uri = f"file:///nowhere/{name}{len(end)}{ord(end[0])}.md"
        client.open(uri, text)
        published = client.published(uri, 1)
        (found,) = [one for one in published if one["code"] == "missing-because"]
        assert covered(text, found, encoding) == "Cut **p95 latency** by 40%", (name, end)


def test_every_version_is_published_at_once(client: Client) -> None:
    client.open(URI, HEAD + "- Cut page load time.\n")
    client.published(URI, 1)
    line, column = HEAD.count("\n"), len("- Cut page load time")
    for version, letter in enumerate(" by 4", 2):
        client.change(URI, version, insertion(line, column, letter))
        client.published(URI, version)
        column += 1


def test_two_fast_edits_end_in_the_findings_of_the_last(client: Client) -> None:
    client.open(URI, HEAD + STRONG + "\n")
    assert client.published(URI, 1) == []
    line = HEAD.count("\n")
    start, end = len(WEAK) - 1, len(STRONG) - 1
    client.change(URI, 2, replacement(line, start, line, end, ""))
    client.change(URI, 3, insertion(line + 1, 0, "\nA line of prose.\n"))
    (found,) = client.published(URI, 3)
    assert found["code"] == "missing-because"
    assert all(publish["version"] in (1, 2, 3) for publish in client.publishes(URI))


def test_many_fast_edits_of_a_long_document(client: Client) -> None:
    """Edits that come while the first lint runs: the last one's findings are shown, no older
    version after a newer one."""
    text = HEAD + "".join(f"- Cut page load time by {n}%.\n" for n in range(10, 1500))
    client.open(URI, text)
    line = HEAD.count("\n") + 700
    for version in range(2, 40):
        client.change(URI, version, insertion(line, 0, "- Cut build time by 9%.\n"))
    found = client.published(URI, 39)
    assert len(found) == 1490 + 38
    versions = [publish["version"] for publish in client.publishes(URI)]
    assert versions == sorted(set(versions))


def test_close_clears_and_open_starts_anew(client: Client) -> None:
    client.open(URI, HEAD + WEAK + "\n")
    assert len(client.published(URI, 1)) == 1
    client.close(URI)
    assert client.published(URI) == []
    client.change(URI, 2, insertion(0, 0, "x"))
    client.open(URI, HEAD + STRONG + "\n", version=1)
    assert client.published(URI, 1) == []


def test_opened_twice_without_a_close(client: Client) -> None:
    client.open(URI, HEAD + (WEAK + "\n") * 20_000)
    client.open(URI, HEAD + WEAK + "\n", version=2)
    assert len(client.published(URI, 2)) == 1
    client.change(URI, 3, insertion(0, 0, "\n"))
    assert len(client.published(URI, 3)) == 1
    assert [publish["version"] for publish in client.publishes(URI)] == [2, 3]


def test_a_document_closed_while_it_is_linted_stays_clear(client: Client) -> None:
    client.open(URI, HEAD + (WEAK + "\n") * 20_000)
    client.close(URI)
    assert client.published(URI) == []
    other = "file:///nowhere/other.md"
    client.open(other, HEAD + WEAK + "\n")
    client.published(other, 1)
    assert [publish["diagnostics"] for publish in client.publishes(URI)] == [[]]


def test_no_empty_publish_between_two_with_findings(client: Client) -> None:
    client.open(URI, HEAD + WEAK + "\n")
    client.published(URI, 1)
    for version, text in enumerate("Some further words. ", 2):
        client.change(URI, version, insertion(1, 0, text))
        client.published(URI, version)
    assert all(publish["diagnostics"] for publish in client.publishes(URI))


@pytest.mark.parametrize(
    ("uri", "language"),
    [
        ("untitled:Untitled-1", "markdown"),
        ("untitled:Untitled-2", "plaintext"),
        ("vscode-notebook:/x/y", "markdown"),
        ("file:///with%20blank/%C3%BCber.md", "markdown"),
        ("file:///no/ending", "markdown"),
    ],
)
def test_documents_that_are_no_files_or_oddly_called(
    launch: Launch, uri: str, language: str
) -> None:
    client = launch(settings=None, options={"kind": "resume"})
    client.open(uri, "Experience\n\n" + WEAK + "\n", language=language)
    assert codes(client.published(uri, 1)) == ["missing-because"]


def test_a_language_that_is_not_read_is_left_alone(client: Client) -> None:
    client.open("file:///x.zig", "const x = 1;\n", language="zig")
    said = client.wait(lambda m: m.get("method") == "window/logMessage", "log message")
    assert "'zig'" in said["params"]["message"]
    client.change("file:///x.zig", 2, insertion(0, 0, "y"))
    client.close("file:///x.zig")
    assert client.request("textDocument/hover", client.position("file:///x.zig", 0, 0)) is None
    assert client.publishes("file:///x.zig") == []


def test_kind_by_modeline_heading_and_edit(client: Client) -> None:
    client.open(URI, "<!-- pmlint: kind=note -->\n\n## Experience\n\n" + WEAK + "\n")
    assert client.published(URI, 1) == []
    client.change(URI, 2, replacement(0, 18, 0, 22, "resume"))
    assert codes(client.published(URI, 2)) == ["missing-because"]


@pytest.mark.parametrize(
    ("capabilities", "options"), [(NEOVIM, NEOVIM_OPTIONS), (OLD, None)], ids=["neovim", "old"]
)
def test_other_clients(launch: Launch, capabilities: Any, options: Any, tmp_path: Path) -> None:
    client = launch(capabilities, folders=[tmp_path], options=options)
    uri = (tmp_path / "cv.md").as_uri()
    client.open(uri, HEAD + WEAK + "\n")
    assert codes(client.published(uri, 1)) == ["missing-because"]


def test_findings_over_the_limit_are_counted(launch: Launch) -> None:
    client = launch(options={"maxFindings": 5})
    text = HEAD + "".join(f"- Cut page load time by {n}%.\n" for n in range(10, 30))
    client.open(URI, text)
    *shown, last = client.published(URI, 1)
    assert [one["range"]["start"]["line"] for one in shown] == [4, 5, 6, 7, 8]
    assert last["code"] == "pmlint"
    assert "15 more findings" in last["message"]
    client.change(URI, 2, insertion(22, 2, "Then "))
    *shown, last = client.published(URI, 2)
    assert [one["range"]["start"]["line"] for one in shown] == [19, 20, 21, 22, 23]
