"""A real Neovim, driven by keys."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pynvim
import pytest

PLUGIN = Path(__file__).parents[2] / "editors" / "nvim"
SERVER = [sys.executable, "-m", "pmlint", "server"]
CURRENT = Path(sys.executable).with_name("nvim")
DEBIAN = Path("/usr/bin/nvim")
DEADLINE = 30_000

# What a person has in init.lua, and a count of what the server sends.
INIT = """
vim.opt.runtimepath:append({plugin})
_G.published = {{}}
local show = vim.lsp.handlers["textDocument/publishDiagnostics"]
vim.lsp.handlers["textDocument/publishDiagnostics"] = function(err, result, ctx, config)
  _G.published[result.uri] = result.version
  return show(err, result, ctx, config)
end
{lines}
"""
NEW = """
vim.lsp.config("pmlint", {{ cmd = {cmd}, settings = {{ pmlint = {settings} }} }})
vim.lsp.enable("pmlint")
"""
OLD = """
require("pmlint").setup({{ cmd = {cmd}, settings = {{ pmlint = {settings} }} }})
"""


def lua(value: Any) -> str:
    """A value written in Lua."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"[{lua(key)}] = {lua(one)}" for key, one in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "{" + ", ".join(map(lua, value)) + "}"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


class Neovim:
    """One editor. Every wait is for a condition, inside the editor, with a deadline."""

    def __init__(self, api: Any) -> None:
        self.api = api

    def lua(self, code: str, *arguments: Any) -> Any:
        return self.api.exec_lua(code, *arguments)

    def wait(self, condition: str, what: str) -> None:
        """``condition`` is a Lua expression."""
        happened = self.lua(f"return vim.wait({DEADLINE}, function() return {condition} end, 5)")
        assert happened, (
            f"no {what}; findings: {self.findings()}; text: {self.text()}; "
            f"log: {self.lua('return _G.logged or {}')}"
        )

    def open(self, path: Path) -> None:
        self.api.command(f"edit {path}")
        self.settled()

    def settled(self) -> None:
        """Wait until the server has told what it finds in the text as it is now."""
        self.lua("_G.uri = vim.uri_from_bufnr(0)")
        self.wait(
            "_G.published[_G.uri] == vim.lsp.util.buf_versions[vim.api.nvim_get_current_buf()]",
            "publish for the present text",
        )

    def keys(self, keys: str) -> None:
        """Type; gives back control when the editor has taken the keys in."""
        self.api.input(keys)

    def text(self) -> list[str]:
        return list(self.api.current.buffer[:])

    def findings(self) -> list[tuple[str, str]]:
        """Rule and the words underneath it, of every diagnostic of the buffer."""
        return [
            tuple(one)
            for one in self.lua(
                """
                local found = {}
                for _, d in ipairs(vim.diagnostic.get(0)) do
                  local words = vim.api.nvim_buf_get_text(
                    0, d.lnum, d.col, d.end_lnum, d.end_col, {})
                  table.insert(found, { d.code, table.concat(words, "|") })
                end
                return found
                """
            )
        ]

    def until(self, rules: list[str]) -> list[tuple[str, str]]:
        """Wait until the buffer has findings of exactly these rules, in any order."""
        self.lua("_G.wanted = ...", sorted(rules))
        self.wait(
            """(function()
              local codes = {}
              for _, d in ipairs(vim.diagnostic.get(0)) do table.insert(codes, d.code) end
              table.sort(codes)
              return vim.deep_equal(codes, _G.wanted)
            end)()""",
            f"findings {rules}",
        )
        return self.findings()

    def underlined(self) -> list[str]:
        """The words that are drawn underlined, whatever is known besides."""
        return list(
            self.lua(
                """
                local found = {}
                for _, ns in pairs(vim.diagnostic.get_namespaces()) do
                  local under = ns.user_data and ns.user_data.underline_ns
                  if under then
                    local marks =
                      vim.api.nvim_buf_get_extmarks(0, under, 0, -1, { details = true })
                    for _, m in ipairs(marks) do
                      local words = vim.api.nvim_buf_get_text(
                        0, m[2], m[3], m[4].end_row, m[4].end_col, {})
                      table.insert(found, table.concat(words, "|"))
                    end
                  end
                end
                return found
                """
            )
        )

    def mode(self) -> str:
        return str(self.api.api.get_mode()["mode"])


Start = Callable[..., Neovim]


@pytest.fixture
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    """Start editors: ``start(settings=..., lines=..., binary=...)``."""
    processes: list[subprocess.Popen[bytes]] = []
    apis: list[Any] = []

    def go(
        settings: dict[str, Any] | None = None,
        lines: str = NEW,
        binary: Path = CURRENT,
        more: str = "",
    ) -> Neovim:
        home = tmp_path_factory.mktemp("nvim")
        init = home / "init.lua"
        init.write_text(
            INIT.format(
                plugin=lua(str(PLUGIN)),
                lines=lines.format(cmd=lua(SERVER), settings=lua(settings or {})) + more,
            ),
            encoding="utf-8",
        )
        folders = ("CONFIG", "DATA", "STATE", "CACHE")
        env = {f"XDG_{name}_HOME": str(home / name.lower()) for name in folders}
        env |= {"NVIM_LOG_FILE": str(home / "nvim.log"), "PMLINT_DISABLE_PLUGINS": "1"}
        address = str(home / "socket")
        process = subprocess.Popen(
            [binary, "--headless", "--listen", address, "-u", init, "-i", "NONE", "-n"],
            env={**os.environ, **env},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        processes.append(process)
        wait_for_listener(address, process)
        apis.append(pynvim.attach("socket", path=address))
        return Neovim(apis[-1])

    yield go
    for api in apis:
        try:
            api.command("qall!")
        except (OSError, EOFError):
            pass  # It is gone before it can answer.
        api.close()
    for process in processes:
        if len(apis) < len(processes):
            process.kill()
        process.wait(DEADLINE / 1000)


def wait_for_listener(address: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until an editor listens on a socket; that the socket is there is not enough."""
    end = time.monotonic() + DEADLINE / 1000
    while True:
        with socket.socket(socket.AF_UNIX) as one:
            if one.connect_ex(address) == 0:
                return
        assert process.poll() is None, "Neovim did not start"
        assert time.monotonic() < end, "Neovim does not listen"
        time.sleep(0.005)
