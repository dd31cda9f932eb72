"""Many drafts: several processes, an interrupt, a process that dies."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pmlint.cli.pool import jobs_for

Pmlint = Callable[..., Any]
Put = Callable[..., Path]

PROBE = ("--select", "probe/*")


@pytest.mark.parametrize("form", ["concise", "json", "github"])
def test_several_processes_say_what_one_says(pmlint: Pmlint, put: Put, form: str) -> None:
    for number in range(40):
        put(f"d{number % 3}/cv{number}.md", f"- A weak line {number}.\n" + "- fine\n" * number)
    put("d1/bad.md", b"\xff")
    put("d2/pmlint.toml", "nonsense = 1\n")
    one = pmlint("check", *PROBE, "--output-format", form, "--jobs", "1")
    many = pmlint("check", *PROBE, "--output-format", form, "--jobs", "3")
    assert one.status == 2
    assert one == many


def test_how_many_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pmlint.cli.pool._processors", lambda: 4)
    few, many = ["a.md"] * 150, ["a.md"] * 1000
    assert jobs_for(few, 0, timing=False) == 1
    assert jobs_for(many[:250], 0, timing=False) == 2
    assert jobs_for(many, 0, timing=False) == 4
    assert jobs_for(many, 9, timing=False) == 9
    assert jobs_for(many, 9, timing=True) == 1
    assert jobs_for([*many, "-"], 9, timing=False) == 1
    assert jobs_for(["a.md"], 9, timing=False) == 1
    assert jobs_for([], 0, timing=False) == 1


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_all_processes_quietly(
    put: Put, environment: dict[str, str], tmp_path: Path, jobs: str
) -> None:
    for number in range(400):
        put(f"cv{number:03}.md", "- A weak line.\n" * 100)
    running = subprocess.Popen(
        [sys.executable, "-m", "pmlint", "check", *PROBE, "--jobs", jobs],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment,
        start_new_session=True,
    )
    with running:
        assert running.stdout is not None
        assert running.stderr is not None
        # It is in the middle of it: the pipe takes far less than the whole report.
        assert running.stdout.read(1)
        running.send_signal(signal.SIGINT)
        running.stdout.read()
        assert running.stderr.read() == b""
    assert running.returncode == 130


def test_a_process_that_dies_is_told(pmlint: Pmlint, put: Put) -> None:
    put("site/pmlint_end.py", _END)
    put("site/pmlint_end-1.dist-info/METADATA", "Name: pmlint-end\nVersion: 1\n")
    put("site/pmlint_end-1.dist-info/entry_points.txt", "[pmlint]\nend = pmlint_end\n")
    put(".gitignore", "site\n")
    path = str(put("z.md", "- The end of it.\n").parent / "site")
    for number in range(40):
        put(f"cv{number:02}.md", "- Fine.\n")
    ran = pmlint("check", "--select", "end/*", "--jobs", "2", PYTHONPATH=path)
    assert ran.status == 2
    assert ran.err.startswith("pmlint: a process of pmlint ended unexpectedly; ")
    assert ran.err.endswith(" not checked; try --jobs 1\n")


_END = """
import os
from pmlint.api import Rule, hookimpl

def check(line, options):
    if "end" in line.text:
        os._exit(7)
    return ()

@hookimpl
def pmlint_rules():
    yield Rule(name="end/end", summary="s", question="q?", message="m", unit="line", check=check,
               page="page", category="wording")
"""
