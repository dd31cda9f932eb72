"""Servers for tests. Starting one takes a second, so tests that ask for the same share it in turn."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.server.capabilities import push
from tests.server.client import Client

Launch = Callable[..., Client]


@pytest.fixture(scope="session")
def idle() -> Iterator[dict[str, Client]]:
    """Servers that no test uses now, by what was asked for."""
    servers: dict[str, Client] = {}
    yield servers
    for server in servers.values():
        server.end()


@pytest.fixture
def launch(tmp_path: Path, idle: dict[str, Client]) -> Iterator[Launch]:
    """Give servers: ``launch(capabilities, folders=..., options=..., settings=..., env=...)``.

    Without capabilities a client is given that is pushed diagnostics. A server without folders and
    environment may have served another test before, all of whose documents are closed;
    ``initialize=False`` gives a new one that has got no message yet. Plugins are off unless the
    environment says otherwise.
    """
    used: dict[str, Client] = {}
    quiet = {"PMLINT_DISABLE_PLUGINS": "1", "XDG_CACHE_HOME": str(tmp_path / "cache")}

    def start(
        capabilities: Mapping[str, Any] | None = None,
        *,
        folders: list[Path] | None = None,
        options: Any = None,
        settings: dict[str, Any] | None = None,
        env: Mapping[str, str] | None = None,
        initialize: bool = True,
    ) -> Client:
        can = push() if capabilities is None else capabilities
        key = json.dumps([can, options, settings])
        shared = initialize and folders is None and env is None and key not in used
        if shared and key in idle:
            used[key] = idle.pop(key)
            return used[key]
        command = [sys.executable, "-m", "pmlint", "server"]
        client = Client(command, cwd=tmp_path, env={**quiet, **(env or {})})
        used[key if shared else f"{len(used)}"] = client
        client.settings = settings or {}
        if initialize:
            client.initialize(can, folders, options)
        return client

    yield start
    for key, client in used.items():
        if key.startswith("[") and key not in idle and client.renew():
            idle[key] = client
        else:
            client.end()


@pytest.fixture
def client(launch: Launch) -> Client:
    return launch()
