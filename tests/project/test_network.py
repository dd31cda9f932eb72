"""pmlint never speaks to a network: shown by running it where an attempt cannot stay unseen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
REPOSITORY = HERE.parent.parent


class Offline:
    """Runs Python where every use of the network raises and is logged."""

    def __init__(self, log: Path) -> None:
        self.log = log
        self.environment = {
            **os.environ,
            "NETWORK_LOG": str(log),
            "PYTHONPATH": str(HERE / "no_network"),
        }

    def run(
        self, *arguments: str, stdin: bytes = b"", cwd: Path = REPOSITORY
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, *arguments],
            input=stdin,
            capture_output=True,
            cwd=cwd,
            env=self.environment,
            timeout=120,
            check=False,
        )

    def attempts(self) -> list[str]:
        return self.log.read_text(encoding="utf-8").split() if self.log.exists() else []


@pytest.fixture
def offline(tmp_path: Path) -> Offline:
    return Offline(tmp_path / "network.log")


def test_the_watch_sees_an_attempt(offline: Offline) -> None:
    code = """
import socket
try:
    socket.create_connection(("127.0.0.1", 9))
except OSError:
    pass
"""
    assert offline.run("-c", code).returncode == 0
    assert offline.attempts() == ["socket.getaddrinfo"]


@pytest.mark.parametrize(
    "command",
    [
        ["check", "examples"],
        ["check", "--output-format", "json", "examples"],
        ["audit", "examples/resume.md"],
        ["rules"],
        ["explain", "missing-because"],
        ["plugins"],
        ["--version"],
    ],
    ids=" ".join,
)
def test_no_command_uses_the_network(offline: Offline, command: list[str]) -> None:
    done = offline.run("-m", "pmlint", *command)
    assert done.returncode in (0, 1), done.stderr.decode()
    assert done.stdout
    assert offline.attempts() == []


def message(content: dict[str, object]) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **content}).encode()
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


def test_the_server_uses_no_network(offline: Offline, tmp_path: Path) -> None:
    uri = (tmp_path / "resume.md").as_uri()
    text = "# Ada\n\n## Experience\n\n- Reduced latency by 40%.\n"
    opened = {"uri": uri, "languageId": "markdown", "version": 1, "text": text}
    session = b"".join(
        message(part)
        for part in (
            {
                "id": 1,
                "method": "initialize",
                "params": {"processId": None, "rootUri": tmp_path.as_uri(), "capabilities": {}},
            },
            {"method": "initialized", "params": {}},
            {"method": "textDocument/didOpen", "params": {"textDocument": opened}},
            {
                "id": 2,
                "method": "textDocument/hover",
                "params": {
                    "textDocument": {"uri": uri},
                    "position": {"line": 4, "character": 4},
                },
            },
            {"id": 3, "method": "shutdown", "params": None},
            {"method": "exit", "params": None},
        )
    )
    done = offline.run("-m", "pmlint", "server", stdin=session, cwd=tmp_path)
    answers = done.stdout.decode()
    assert '"id": 1' in answers or '"id":1' in answers, done.stderr.decode()
    assert '"id": 3' in answers or '"id":3' in answers, done.stderr.decode()
    assert offline.attempts() == []
