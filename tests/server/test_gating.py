"""Not told off in mid-sentence: what is missing is said when the line is finished."""

from __future__ import annotations

from typing import Any

import pytest

from tests.server.capabilities import VSCODE
from tests.server.client import Client, codes, insertion, replacement
from tests.server.conftest import Launch

URI = "file:///nowhere/cv.md"
HEAD = "<!-- pmlint: kind=resume -->\n\n## Experience\n\n"
LINE = HEAD.count("\n")
TYPED = "- Cut page load time by 40%"
OTHER = "- Cut build time by 9 minutes because engineers had stopped waiting for it.\n"
# So long that no pause ends the typing within a test.
PATIENT = {"idleDelay": 3_600_000}


class Writer:
    """Types into one document, key by key, and looks at what each version shows."""

    def __init__(self, client: Client, text: str) -> None:
        self.client = client
        self.version = 1
        client.open(URI, text)
        self.shown = client.published(URI, 1)

    def send(self, change: dict[str, Any]) -> list[str]:
        self.version += 1
        self.client.change(URI, self.version, change)
        self.shown = self.client.published(URI, self.version)
        return codes(self.shown)

    def type(self, line: int, column: int, text: str) -> list[list[str]]:
        """What is shown after each key."""
        return [self.send(insertion(line, column + at, letter)) for at, letter in enumerate(text)]


@pytest.fixture
def writer(launch: Launch) -> Writer:
    return Writer(launch(options=PATIENT), HEAD + "\n" + OTHER)


def test_silent_until_the_final_stop(writer: Writer) -> None:
    assert all(shown == [] for shown in writer.type(LINE, 0, TYPED))
    assert writer.send(insertion(LINE, len(TYPED), ".")) == ["missing-because"]


def test_silent_until_the_new_line(writer: Writer) -> None:
    writer.type(LINE, 0, TYPED)
    assert writer.shown == []
    assert writer.send(insertion(LINE, len(TYPED), "\n")) == ["missing-because"]


def test_silent_until_an_edit_elsewhere(writer: Writer) -> None:
    writer.type(LINE, 0, TYPED)
    assert writer.send(insertion(LINE + 1, 4, "x")) == ["missing-because"]


def test_silent_until_the_file_is_saved(writer: Writer) -> None:
    writer.type(LINE, 0, TYPED)
    writer.client.save(URI)
    shown = writer.client.published(URI, writer.version)
    assert codes(shown) == ["missing-because"]


def test_silent_until_a_pause(launch: Launch) -> None:
    writer = Writer(launch(options={"idleDelay": 200}), HEAD + "\n" + OTHER)
    writer.type(LINE, 0, TYPED)
    # The version is the same: only time has passed.
    shown = writer.client.published(URI, writer.version, rules=["missing-because"])
    assert len(shown) == 1


@pytest.mark.parametrize(
    "text",
    [
        "- Cut page load time for mobile, e.g.",
        "- Cut page load time by 4.",
        "- Cut page load time in the U.S.",
        "- Cut page load time for Acme Inc.",
    ],
)
def test_a_stop_that_ends_no_sentence_does_not_finish_the_line(writer: Writer, text: str) -> None:
    assert all(shown == [] for shown in writer.type(LINE, 0, text))


def test_a_number_is_finished_by_a_blank(writer: Writer) -> None:
    text = "- Cut build errors from 9 to 5."
    writer.type(LINE, 0, text)
    assert writer.shown == []
    assert writer.send(insertion(LINE, len(text), " ")) == ["missing-because"]


def test_a_stop_in_the_middle_of_the_line_does_not_finish_it(writer: Writer) -> None:
    writer.type(LINE, 0, "- Cut page load  by 40%")
    assert writer.send(insertion(LINE, len("- Cut page load "), "time.")) == []


def test_what_is_there_shows_at_once(writer: Writer) -> None:
    shown = writer.type(LINE, 0, "- Shipped a world-class page")
    assert shown[-1] == ["inflated-wording"]


def test_what_is_shown_stays_while_its_line_is_edited(launch: Launch) -> None:
    writer = Writer(launch(options=PATIENT), HEAD + TYPED + ".\n")
    assert codes(writer.shown) == ["missing-because"]
    for shown in writer.type(LINE, len(TYPED), " on the oldest phones"):
        assert shown == ["missing-because"]


def test_what_was_answered_waits_when_it_comes_back(launch: Launch) -> None:
    writer = Writer(launch(options=PATIENT), HEAD + TYPED + ".\n")
    reason = " because slow pages made buyers leave"
    assert writer.send(insertion(LINE, len(TYPED), reason)) == []
    gone = replacement(LINE, len(TYPED), LINE, len(TYPED) + len(reason), "")
    assert writer.send(gone) == []
    writer.client.save(URI)
    assert codes(writer.client.published(URI, writer.version)) == ["missing-because"]


def test_other_lines_keep_their_findings(launch: Launch) -> None:
    writer = Writer(launch(options=PATIENT), HEAD + TYPED + ".\n\n" + OTHER)
    for shown in writer.type(LINE + 1, 0, TYPED):
        assert shown == ["missing-because"]
    assert writer.shown[0]["range"]["start"]["line"] == LINE


def test_of_pasted_lines_only_an_unfinished_last_one_waits(writer: Writer) -> None:
    pasted = f"{TYPED}.\n{TYPED}\n{TYPED}"
    assert writer.send(insertion(LINE, 0, pasted)) == ["missing-because"] * 2
    assert writer.send(insertion(LINE + 2, len(TYPED), ".")) == ["missing-because"] * 3


def test_a_new_line_that_comes_with_its_first_words(writer: Writer) -> None:
    """As an editor sends it that gathers keys, or that begins the next bullet by itself."""
    writer.type(LINE, 0, TYPED)
    assert writer.shown == []
    assert writer.send(insertion(LINE, len(TYPED), "\n- Cut build")) == ["missing-because"]
    rest = writer.type(LINE + 1, len("- Cut build"), " time by 20%")
    assert all(shown == ["missing-because"] for shown in rest)
    assert writer.send(insertion(LINE + 1, len("- Cut build time by 20%"), ".")) == [
        "missing-because",
        "missing-because",
    ]


def test_gating_can_be_turned_off(launch: Launch) -> None:
    writer = Writer(launch(options={"gating": False}), HEAD + "\n" + OTHER)
    writer.type(LINE, 0, TYPED)
    assert codes(writer.shown) == ["missing-because"]


def test_a_client_that_asks_is_told_to_ask_again_after_a_pause(launch: Launch) -> None:
    client = launch(VSCODE, settings={"pmlint": {"idleDelay": 200}})
    client.open(URI, HEAD + "\n" + OTHER)
    ask = {"textDocument": {"uri": URI}}
    assert client.request("textDocument/diagnostic", ask)["items"] == []
    client.change(URI, 2, insertion(LINE, 0, TYPED))
    assert client.request("textDocument/diagnostic", ask)["items"] == []
    client.wait(lambda m: m.get("method") == "workspace/diagnostic/refresh", "refresh")
    assert codes(client.request("textDocument/diagnostic", ask)["items"]) == ["missing-because"]
