from __future__ import annotations

from typing import Any

import pytest

from tests.server.capabilities import NEOVIM, VSCODE, push
from tests.server.client import Client, ResponseError, codes, insertion
from tests.server.conftest import Launch

URI = "file:///nowhere/cv.md"
HEAD = "<!-- pmlint: kind=resume -->\n\n## Experience\n\n"
LINE = HEAD.count("\n")
WEAK = "- Cut page load time by 40%.\n"


@pytest.fixture
def pulling(launch: Launch) -> Client:
    return launch(VSCODE)


def pull(client: Client, uri: str = URI, previous: str | None = None) -> Any:
    params: dict[str, Any] = {"textDocument": {"uri": uri}}
    if previous is not None:
        params["previousResultId"] = previous
    return client.request("textDocument/diagnostic", params)


def test_full_unchanged_full(pulling: Client) -> None:
    provider = pulling.capabilities["diagnosticProvider"]
    assert provider["interFileDependencies"] is False
    pulling.open(URI, HEAD + WEAK)
    first = pull(pulling)
    assert (first["kind"], codes(first["items"])) == ("full", ["missing-because"])
    again = pull(pulling, previous=first["resultId"])
    assert again == {"kind": "unchanged", "resultId": first["resultId"]}
    pulling.change(URI, 2, insertion(LINE, len(WEAK) - 2, " because slow pages made buyers leave"))
    after = pull(pulling, previous=first["resultId"])
    assert (after["kind"], after["items"]) == ("full", [])
    assert after["resultId"] != first["resultId"]


def test_nothing_is_pushed_to_a_client_that_asks(pulling: Client) -> None:
    pulling.open(URI, HEAD + WEAK)
    pull(pulling)
    pulling.close(URI)
    assert pull(pulling)["items"] == []
    assert pulling.publishes(URI) == []


def test_the_answer_is_about_the_text_as_it_is_now(pulling: Client) -> None:
    """Asked for while the first lint of a long document runs, and edited meanwhile."""
    pulling.open(URI, HEAD + WEAK * 5000)
    asked = pulling.ask("textDocument/diagnostic", {"textDocument": {"uri": URI}})
    pulling.change(URI, 2, {"text": HEAD + WEAK})
    assert codes(pulling.answer(asked)["items"]) == ["missing-because"]


def test_a_cancelled_request_is_answered_so(pulling: Client) -> None:
    pulling.open(URI, HEAD + WEAK * 5000)
    asked = pulling.ask("textDocument/diagnostic", {"textDocument": {"uri": URI}})
    pulling.notify("$/cancelRequest", {"id": asked})
    with pytest.raises(ResponseError) as cancelled:
        pulling.answer(asked)
    assert cancelled.value.code == -32800


def test_a_document_closed_meanwhile_has_nothing(pulling: Client) -> None:
    pulling.open(URI, HEAD + WEAK * 5000)
    asked = pulling.ask("textDocument/diagnostic", {"textDocument": {"uri": URI}})
    pulling.close(URI)
    assert pulling.answer(asked)["items"] == []


def test_a_page_and_related_places_for_a_client_that_shows_them(pulling: Client) -> None:
    pulling.open(URI, HEAD + WEAK)
    (found,) = pull(pulling)["items"]
    assert found["codeDescription"]["href"].endswith("/missing-because.md")


def test_a_client_that_cannot_be_told_to_ask_again_is_told_all_at_once(launch: Launch) -> None:
    client = launch(NEOVIM)
    client.open(URI, HEAD + "\n")
    assert pull(client)["items"] == []
    client.change(URI, 2, insertion(LINE, 0, WEAK.rstrip("\n.")))
    assert codes(pull(client)["items"]) == ["missing-because"]


def test_a_push_client_is_offered_no_pull(launch: Launch) -> None:
    client = launch(push())
    assert "diagnosticProvider" not in client.capabilities
