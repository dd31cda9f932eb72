from __future__ import annotations

import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.server.capabilities import NEOVIM, NEOVIM_OPTIONS, OLD, VSCODE, push
from tests.server.client import DEADLINE, Client, ResponseError
from tests.server.conftest import Launch


def test_shutdown_and_exit_end_with_0(client: Client) -> None:
    assert client.shut_down() == 0


def test_exit_without_shutdown_ends_with_1(client: Client) -> None:
    client.notify("exit")
    assert client.process.wait(DEADLINE) == 1


def test_a_client_that_is_gone_ends_the_server(client: Client) -> None:
    assert client.process.stdin is not None
    client.process.stdin.close()
    assert client.process.wait(DEADLINE) == 1


def test_shutdown_while_a_long_lint_runs(client: Client) -> None:
    line = "- Cut page load time by 40%.\n"
    client.open("file:///long.md", "<!-- pmlint: kind=resume -->\n\n" + line * 20_000)
    assert client.shut_down() == 0


def test_what_the_server_says_of_itself(client: Client) -> None:
    assert client.result["serverInfo"]["name"] == "pmlint"
    sync = client.capabilities["textDocumentSync"]
    assert (sync["openClose"], sync["change"]) == (True, 2)
    assert sync["save"]
    assert client.capabilities["hoverProvider"]
    kinds = client.capabilities["codeActionProvider"]["codeActionKinds"]
    assert kinds == ["quickfix", "source.fixAll.pmlint"]
    assert "pmlint.explain" in client.capabilities["executeCommandProvider"]["commands"]


@pytest.mark.parametrize(
    ("capabilities", "options", "encoding", "pull"),
    [
        (VSCODE, None, "utf-16", True),
        (NEOVIM, NEOVIM_OPTIONS, "utf-8", False),
        (NEOVIM, None, "utf-8", True),
        (OLD, None, "utf-16", False),
        (push("utf-32"), None, "utf-32", False),
    ],
    ids=["vscode", "neovim", "neovim without our client", "old", "utf-32"],
)
def test_what_is_negotiated(
    launch: Launch, capabilities: dict[str, object], options: object, encoding: str, pull: bool
) -> None:
    client = launch(capabilities, options=options)
    assert client.capabilities["positionEncoding"] == encoding
    assert ("diagnosticProvider" in client.capabilities) == pull


def test_requests_out_of_order_are_refused(launch: Launch) -> None:
    client = launch(initialize=False)
    with pytest.raises(ResponseError) as early:
        client.request("textDocument/hover", client.position("file:///a.md", 0, 0))
    assert early.value.code == -32002
    client.initialize(push())
    with pytest.raises(ResponseError) as twice:
        client.initialize(push())
    assert twice.value.code == -32600
    client.request("shutdown")
    with pytest.raises(ResponseError) as late:
        client.request("textDocument/hover", client.position("file:///a.md", 0, 0))
    assert late.value.code == -32600


def test_bad_messages_are_answered_and_survived(client: Client) -> None:
    client.raw(b"Content-Length: 5\r\n\r\n{nope")
    assert client.answer_to_nothing()["error"]["code"] == -32700
    client.raw(b"Content-Length: 2\r\n\r\n[]")
    assert client.answer_to_nothing()["error"]["code"] == -32600
    with pytest.raises(ResponseError) as unknown:
        client.request("textDocument/unheardOf", {})
    assert unknown.value.code == -32601
    with pytest.raises(ResponseError) as wrong:
        client.request("textDocument/hover", {"textDocument": 7})
    assert wrong.value.code == -32602
    client.notify("textDocument/didChange", {"nonsense": True})
    client.notify("textDocument/didOpen", None)
    client.notify("$/unheardOf", {})
    assert client.request("textDocument/hover", client.position("file:///a.md", 0, 0)) is None


def test_tcp(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "pmlint", "server", "--tcp", "127.0.0.1:0"],
        stderr=subprocess.PIPE,
        cwd=tmp_path,
    )
    try:
        assert process.stderr is not None
        waiting = process.stderr.readline().decode()
        port = re.search(r"127\.0\.0\.1:(\d+)", waiting)
        assert port, waiting
        with socket.create_connection(("127.0.0.1", int(port[1])), timeout=DEADLINE) as connection:
            body = b'{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{},"processId":null,"rootUri":null}}'
            connection.sendall(b"Content-Length: %d\r\n\r\n" % len(body) + body)
            assert connection.recv(16) == b"Content-Length: "
            body = b'{"jsonrpc":"2.0","id":2,"method":"shutdown"}'
            connection.sendall(b"Content-Length: %d\r\n\r\n" % len(body) + body)
            body = b'{"jsonrpc":"2.0","method":"exit"}'
            connection.sendall(b"Content-Length: %d\r\n\r\n" % len(body) + body)
            assert process.wait(DEADLINE) == 0
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


@pytest.mark.parametrize("address", ["here", "127.0.0.1:x", ":99"])
def test_an_address_that_is_none(address: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pmlint", "server", "--tcp", address],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=DEADLINE,
    )
    assert done.returncode == 2
    assert "HOST:PORT" in done.stderr
