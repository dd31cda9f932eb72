"""``pmlint audit``, language and all."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Pmlint = Callable[..., Any]
Put = Callable[..., Path]

CV = """\
\ufeff# Ada \U0001f680

## Experience\r
\r
- Cut p95 search latency from 900 ms to 200 ms.\r
- Raised renewals by 9% because caf\u00e9 owners could not find their invoices.
- Languages: Python, Go

> Ada is great.
"""


def test_json_holds_for_the_source(pmlint: Pmlint, put: Put) -> None:
    source = put("cv.md", CV).read_bytes().decode("utf-8")
    ran = pmlint("audit", "--format", "json", "--kind", "resume", "cv.md")
    assert (ran.status, ran.err) == (0, "")
    shown = json.loads(ran.out)
    assert [line["start"]["line"] for line in shown["lines"]] == [1, 3, 5, 6, 7, 9]
    for line in shown["lines"]:
        assert line["path"] == "cv.md"
        assert source[slice(*line["offset"])] == line["text"]
        for fact in line["facts"]:
            assert source[slice(*fact["offset"])] == fact["text"]
    latency, renewals = shown["lines"][2:4]
    assert (latency["claim"], latency["outcome"], latency["reason"]) == (True, "technical", False)
    assert latency["answers"]["evidence"] == "from 900 ms to 200 ms"
    assert (renewals["claim"], renewals["outcome"], renewals["measured"]) == (True, "people", True)
    assert renewals["answers"]["evidence"] == "by 9%"
    assert "could not find their invoices" in renewals["answers"]["user problem"]
    assert shown["totals"]["claims"] == 2


def test_several_drafts_and_one_that_cannot_be_read(pmlint: Pmlint, put: Put) -> None:
    put("in/cv.md", "## Experience\n\n- Built a cache.\n")
    put("in/bad.md", b"\xff")
    put("cv.rst", "x")
    ran = pmlint("audit", "--format", "json", "in", "cv.rst", "-", given=b"- Built a queue.\n")
    assert ran.status == 2
    assert ran.err == (
        "pmlint: cv.rst: format not supported yet: reStructuredText (.rst)\n"
        "pmlint: in/bad.md:1:1: not valid UTF-8: byte 0xff at byte offset 0; save the file as UTF-8\n"
    )
    shown = json.loads(ran.out)
    assert {line["path"] for line in shown["lines"]} == {"in/cv.md", "-"}


def test_text(pmlint: Pmlint, put: Put) -> None:
    put("cv.md", CV)
    ran = pmlint("audit", "--kind", "resume", "cv.md")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("cv.md (resume): 2 claims in 6 lines\n\n5  Cut p95 search latency")
    assert "   evidence      from 900 ms to 200 ms\n" in ran.out
    assert "\x1b" not in ran.out
    assert "\x1b" in pmlint("audit", "--color", "always", "cv.md").out


def test_wrong_usage(pmlint: Pmlint) -> None:
    assert pmlint("audit", "--kind", "nothing", "x.md").status == 2
    assert pmlint("audit", "gone.md").err == "pmlint: gone.md: no such file or folder\n"
