"""The real command in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest


class Ran(NamedTuple):
    status: int
    out: str
    err: str


Pmlint = Callable[..., Ran]

# What would make a run depend on where it is started from.
_STRAY = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "PMLINT_DISABLE_PLUGINS", "PYTHONUTF8")


@pytest.fixture
def pmlint(tmp_path: Path) -> Pmlint:
    """Runs ``python -m pmlint ARGUMENTS`` in ``tmp_path``, with ``given`` on standard input."""

    def run(*arguments: str, given: bytes = b"", **environment: str) -> Ran:
        kept = {key: value for key, value in os.environ.items() if key not in _STRAY}
        done = subprocess.run(
            [sys.executable, "-m", "pmlint", *arguments],
            input=given,
            capture_output=True,
            cwd=tmp_path,
            env={**kept, **environment},
            timeout=120,
            check=False,
        )
        return Ran(
            done.returncode,
            done.stdout.decode("utf-8").replace(os.linesep, "\n"),
            done.stderr.decode("utf-8").replace(os.linesep, "\n"),
        )

    return run


@pytest.fixture
def put(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file below ``tmp_path``, with the folders that it needs; text goes as UTF-8."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write
