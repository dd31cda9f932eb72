"""Plugins that are written into a folder and look installed."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pmlint.host.discover import discover
from pmlint.host.host import Host

Install = Callable[..., None]

HEAD = """
from pmlint.api import Flag, Line, Option, Place, Rule, Span, hookimpl

def rule(name, check=lambda unit, options: (), **given):
    fields = dict(
        summary="A summary.", question="What?", message="A message.", unit="line", page="# Page",
        category="wording",
    )
    return Rule(name=name, check=check, **{**fields, **given})
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """``install("acme", code)``: a package pmlint-acme 1.2 with a plugin acme in module acme_pm."""
    monkeypatch.syspath_prepend(str(tmp_path))
    before = set(sys.modules)

    def write(
        name: str, code: str, *, version: str = "1.2", package: str = "", target: str = ""
    ) -> None:
        package = package or f"pmlint-{name}"
        stem = package.replace("-", "_")
        module = f"{stem}_module"
        (tmp_path / f"{module}.py").write_text(HEAD + textwrap.dedent(code), encoding="utf-8")
        metadata = tmp_path / f"{stem}-{version}.dist-info"
        metadata.mkdir()
        (metadata / "METADATA").write_text(
            f"Metadata-Version: 2.4\nName: {package}\nVersion: {version}\n\nName: not this\n",
            encoding="utf-8",
        )
        (metadata / "entry_points.txt").write_text(
            f"[console_scripts]\nx = y:z\n\n[pmlint]\n{name} = {target or module}\n",
            encoding="utf-8",
        )

    yield write
    for name in set(sys.modules) - before:
        if name.startswith("pmlint_") and name.endswith("_module"):
            del sys.modules[name]


@pytest.fixture
def load(tmp_path: Path) -> Callable[..., Host]:
    """A host with the plugins in the folder, and no built-in ones."""

    def loaded(*disabled: str) -> Host:
        host = Host()
        host.admit((), discover([str(tmp_path)]), disabled)
        return host

    return loaded
