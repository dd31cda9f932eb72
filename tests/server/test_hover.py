from __future__ import annotations

from typing import Any

import pytest

from pmlint.api.views import Line
from pmlint.language.claims import NOTHING
from pmlint.server.hover import facts, section
from tests.server.capabilities import OLD, VSCODE
from tests.server.client import Client, insertion
from tests.server.conftest import Launch

URI = "file:///nowhere/cv.md"
HEAD = "<!-- pmlint: kind=resume -->\n\n## Experience\n\n"
LINE = HEAD.count("\n")
WEAK = "- Cut page load time by 40%.\n"


def hover(client: Client, line: int, character: int) -> Any:
    return client.request("textDocument/hover", client.position(URI, line, character))


def test_a_flagged_line_shows_its_rule_and_its_facts(client: Client) -> None:
    client.open(URI, HEAD + WEAK)
    found = hover(client, LINE, 10)
    assert found["contents"]["kind"] == "markdown"
    text = found["contents"]["value"]
    assert "**missing-because**" in text
    assert "*Because what was hurting whom?*" in text
    assert "Stronger: " in text
    assert "outcome: technical" in text
    assert "measure: 40%" in text
    assert "reason: none" in text
    assert found["range"]["start"]["line"] == LINE


def test_a_strong_line_shows_its_facts(client: Client) -> None:
    client.open(URI, HEAD + "- Cut page load time by 40% because slow pages made buyers leave.\n")
    text = hover(client, LINE, 10)["contents"]["value"]
    assert "missing-because" not in text
    assert "reason: slow pages made buyers leave" in text or "reason: because" in text


@pytest.mark.parametrize("place", [(0, 3), (1, 0), (2, 4), (99, 99)])
def test_nothing_to_say(client: Client, place: tuple[int, int]) -> None:
    client.open(URI, HEAD + WEAK)
    assert hover(client, *place) is None


def test_hover_sees_the_text_as_it_is_now(client: Client) -> None:
    client.open(URI, HEAD + WEAK)
    client.change(URI, 2, insertion(LINE, len(WEAK) - 2, " because slow pages made buyers leave"))
    assert "missing-because" not in hover(client, LINE, 10)["contents"]["value"]


def test_a_client_without_markdown_gets_plain_text(launch: Launch) -> None:
    client = launch(OLD)
    client.open(URI, HEAD + WEAK)
    contents = hover(client, LINE, 10)["contents"]
    assert contents["kind"] == "plaintext"
    assert "**" not in contents["value"]
    assert "missing-because" in contents["value"]


def test_explain_opens_the_page(launch: Launch) -> None:
    client = launch(VSCODE)
    client.request(
        "workspace/executeCommand", {"command": "pmlint.explain", "arguments": ["missing-because"]}
    )
    client.wait(lambda m: m.get("method") == "window/showDocument", "page")
    uri = client.shown_documents[0]["uri"]
    assert uri.startswith("file://")
    assert uri.endswith("missing-because.md")
    with open(uri.removeprefix("file://"), encoding="utf-8") as page:
        assert page.read().startswith("# missing-because\n")


def test_explain_without_documents_is_a_message(launch: Launch) -> None:
    client = launch(OLD)
    for rule, said in (("missing-because", "What it flags"), ("nonsense", "no rule nonsense")):
        client.request(
            "workspace/executeCommand", {"command": "pmlint.explain", "arguments": [rule]}
        )
        shown = client.wait(lambda m: m.get("method") == "window/showMessage", "message")
        assert said in shown["params"]["message"]


def test_section_of_a_page() -> None:
    page = "\n## Weak\n\n- One.\n- Two.\n\n## Stronger\n\n- Three.\n"
    assert section(page, "Weak") == "- One.\n- Two."
    assert section(page, "Stronger") == "- Three."
    assert section(page, "Source") == ""


def test_a_line_that_claims_nothing_has_no_facts() -> None:
    assert facts(Line("The office is in Turin.", NOTHING)) == ""
