"""After any edits the server has the editor's text, and shows what a fresh lint of it finds."""

from __future__ import annotations

import asyncio
import json
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmlint.config.settings import Settings
from pmlint.document.document import Document
from pmlint.document.kind import decide
from pmlint.engine.lint import Linter
from pmlint.host.host import Host
from pmlint.server.client import Client
from pmlint.server.session import Session
from tests.server.editor import NASTY, Editor

URI = "file:///nowhere/cv.md"
SNIPPETS = [
    "- Cut page load time by 40%.\n",
    "- Cut p95 latency by **40%**",
    " because slow pages made buyers leave",
    "- Shipped a world-class page.\n",
    "* Significantly improved numerous things.\r\n",
    "Led the migration to Go. It was great.\n",
    "I think we could maybe launch it. ",
    "\n\n",
    "\r\n\r\n",
    "\r",
    "## Experience\n\n",
    "Problem\n-------\n\n",
    "> We cut latency by 20%.\n",
    "```\ncode\n```\n",
    "```\n",
    "<!-- pmlint: disable-next missing-because -->\n",
    "<!-- pmlint: disable vague-impact -->\n",
    "<!-- pmlint: enable vague-impact -->\n",
    "<!-- pmlint: disable-file missing-because -- because -->\n",
    "<!-- pmlint: kind=resume -->\n",
    "<!-- pmlint: kind=story -->\n",
    "<!-- ",
    " -->",
    "---\nkind: resume\n---\n",
    "| a | b |\n| - | - |\n| Cut page load time by 40%. | x |\n",
    "  - ",
    "1. ",
    "\U0001f600",
    "e\u0301",
    "\u2028",
    "\x0c",
    "\t",
    "TBD",
]


class Recorded:
    """Stands for the protocol: keeps what would be sent."""

    def __init__(self) -> None:
        self.published: list[dict[str, Any]] = []
        self.told: list[str] = []

    def send(self, body: str) -> None:
        message = json.loads(body)
        assert message["method"] == "textDocument/publishDiagnostics"
        self.published.append(message["params"])

    def notify(self, method: str, params: Any) -> None:
        self.told.append(f"{method}: {params}")


def client(encoding: str) -> Client:
    return Client(
        encoding=encoding,
        pull=False,
        refresh=False,
        configuration=False,
        watches_files=True,
        watches_settings=False,
        document_changes=True,
        code_description=False,
        related=False,
        markdown=True,
        literal_actions=True,
        shows_documents=False,
    )


@pytest.fixture(scope="module")
def host() -> Host:
    return Host.load(plugins=False)


def fresh(host: Host, editor: Editor) -> list[tuple[str, Any, Any]]:
    """Rule, start and end, in the editor's own positions, of all that a new linter finds."""
    document = Document.read(editor.text, host.formats["markdown"])
    kind = decide(document, "/nowhere/cv.md").kind
    found = Linter(host, Settings()).lint(document, kind).findings
    return [
        (one.rule, editor.position(one.span.start), editor.position(one.span.end)) for one in found
    ]


def shown(publish: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    return [
        (one["code"], one["range"]["start"], one["range"]["end"]) for one in publish["diagnostics"]
    ]


async def published(protocol: Recorded, version: int) -> dict[str, Any]:
    """The publish for a version; there must be nothing to complain of meanwhile."""
    while not protocol.published or protocol.published[-1]["version"] < version:
        assert protocol.told == []
        await asyncio.sleep(0)
    assert protocol.told == []
    return protocol.published[-1]


def drive(host: Host, editor: Editor, edits: list[list[Any]]) -> None:
    """Open the editor's text, make the edits, and compare after each. An edit is a list of
    functions from the editor to a change."""

    async def conversation() -> None:
        protocol = Recorded()
        session = Session(
            protocol, client(editor.encoding), {"gating": False, "maxFindings": 0}, []
        )
        session.start()
        item = {"uri": URI, "languageId": "markdown", "version": 1, "text": editor.text}
        session.open({"textDocument": item})
        session.checks.go()
        assert shown(await published(protocol, 1)) == fresh(host, editor)
        for version, edit in enumerate(edits, 2):
            sent = []
            for make in edit:
                change = make(editor)
                editor.apply(change)
                sent.append(change)
            document = {"uri": URI, "version": version}
            session.change({"textDocument": document, "contentChanges": sent})
            session.checks.go()
            publish = await published(protocol, version)
            draft = session.drafts[URI]
            assert draft.buffer.text == draft.document.text == editor.text
            assert shown(publish) == fresh(host, editor), editor.text

    asyncio.run(asyncio.wait_for(conversation(), 10))


def drive_gated(host: Host, editor: Editor, edits: list[list[Any]]) -> None:
    """The same with findings that wait; compared at the end, when the draft has been saved."""

    async def conversation() -> None:
        protocol = Recorded()
        options = {"idleDelay": 3_600_000, "maxFindings": 0}
        session = Session(protocol, client(editor.encoding), options, [])
        session.start()
        item = {"uri": URI, "languageId": "markdown", "version": 1, "text": editor.text}
        session.open({"textDocument": item})
        session.checks.go()
        # Not every edit waits for the findings of the one before.
        for version, edit in enumerate(edits, 2):
            if version % 3:
                await published(protocol, version - 1)
            sent = []
            for make in edit:
                sent.append(make(editor))
                editor.apply(sent[-1])
            document = {"uri": URI, "version": version}
            session.change({"textDocument": document, "contentChanges": sent})
            session.checks.go()
        await published(protocol, len(edits) + 1)
        count = len(protocol.published)
        waits = session.drafts[URI].gate.typing is not None
        session.save({"textDocument": {"uri": URI}})
        while waits and len(protocol.published) == count:
            await asyncio.sleep(0)
        assert shown(protocol.published[-1]) == fresh(host, editor)

    asyncio.run(asyncio.wait_for(conversation(), 10))


def an_edit(chance: random.Random) -> Any:
    """A change at a random place: a piece of a draft put in, or some characters taken out."""

    def make(editor: Editor) -> dict[str, Any]:
        start = chance.randint(0, len(editor.text))
        end = min(len(editor.text), start + chance.choice([0, 0, 0, 1, 3, 30]))
        new = chance.choice(SNIPPETS) if chance.random() < 0.8 else chance.choice(NASTY)
        if chance.random() < 0.25:
            new = ""
        return {
            "range": {"start": editor.position(start), "end": editor.position(end)},
            "text": new,
        }

    return make


def a_session(seed: int) -> tuple[str, list[list[Any]]]:
    """A text to open, and edits."""
    chance = random.Random(seed)
    text = "".join(chance.choices(SNIPPETS, k=chance.randint(0, 25)))
    edits = [
        [an_edit(chance) for _ in range(chance.choice([1, 1, 1, 2, 4]))]
        for _ in range(chance.randint(1, 12))
    ]
    return text, edits


ENCODINGS = st.sampled_from(["utf-8", "utf-16", "utf-32"])


@given(seed=st.integers(0, 2**32), encoding=ENCODINGS)
@settings(max_examples=30, deadline=None)
def test_text_and_findings_equal_a_fresh_lint(host: Host, seed: int, encoding: str) -> None:
    text, edits = a_session(seed)
    drive(host, Editor(text, encoding), edits)


@given(seed=st.integers(0, 2**32), encoding=ENCODINGS)
@settings(max_examples=30, deadline=None)
def test_nothing_waits_after_a_save(host: Host, seed: int, encoding: str) -> None:
    text, edits = a_session(seed)
    drive_gated(host, Editor(text, encoding), edits)


def test_a_long_draft_typed_key_by_key(host: Host) -> None:
    chance = random.Random(7)
    text = "<!-- pmlint: kind=resume -->\n\n" + "".join(chance.choices(SNIPPETS, k=200))
    typed = "\n- Cut startup time by 3 s because testers gave up.\n"
    at = text.index("\n", len(text) // 2)

    def key(number: int) -> Any:
        def make(editor: Editor) -> dict[str, Any]:
            place = editor.position(at + number)
            return {"range": {"start": place, "end": place}, "text": typed[number]}

        return make

    drive(host, Editor(text, "utf-16"), [[key(number)] for number in range(len(typed))])
