"""The layers of docs/architecture.md, and the shape of the code within them."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).parent.parent.parent
PACKAGE = REPOSITORY / "pmlint"
MODULES = sorted(PACKAGE.rglob("*.py")) + sorted((REPOSITORY / "plugins").rglob("*.py"))
CONTRACTS: list[dict[str, Any]] = tomllib.loads(
    (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
)["tool"]["importlinter"]["contracts"]


def rooms() -> set[str]:
    return {f"pmlint.{path.parent.name}" for path in PACKAGE.glob("*/__init__.py")}


def test_every_layer_imports_only_lower_ones() -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-logo", "--no-cache"],
        capture_output=True,
        text=True,
        cwd=REPOSITORY,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_picture_shows_every_room() -> None:
    page = (REPOSITORY / "docs" / "architecture.md").read_text(encoding="utf-8")
    picture, _, table = page.partition("| package | holds | never |")
    for room in rooms():
        name = room.removeprefix("pmlint.")
        assert f"{name}/" in picture
        assert f"`{name}`" in table


def test_the_contracts_make_no_exceptions() -> None:
    assert [one["name"] for one in CONTRACTS if "ignore_imports" in one] == []


@pytest.mark.parametrize(
    ("forbidden", "only"), [("pygls", "pmlint.server"), ("argparse", "pmlint.cli")]
)
def test_a_contract_lists_every_room_but_one(forbidden: str, only: str) -> None:
    listed = [
        set(one["source_modules"])
        for one in CONTRACTS
        if forbidden in one.get("forbidden_modules", ()) and len(one["source_modules"]) > 2
    ]
    assert listed == [rooms() - {only}]


def test_lines_are_never_split_where_an_editor_would_not() -> None:
    """``str.splitlines`` splits at form feeds, U+2028 and more; `pmlint.text.lines` does not."""
    found = [
        f"{path.relative_to(REPOSITORY)}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "splitlines"
    ]
    assert found == []


def test_every_module_is_one_room() -> None:
    """Over 400 lines a module holds two things, and one of them wants a name."""
    lengths = {
        str(path.relative_to(REPOSITORY)): path.read_bytes().count(b"\n") for path in MODULES
    }
    assert {name: length for name, length in lengths.items() if length > 400} == {}
