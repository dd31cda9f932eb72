"""``--fix`` and ``--diff``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Pmlint = Callable[..., Any]
Put = Callable[..., Path]

PROBE = ("--select", "probe/*")


def test_safe_fixes_are_applied_and_what_is_left_is_reported(pmlint: Pmlint, put: Put) -> None:
    path = put("cv.md", "- A weak weak mild line.\n- A weak line.\n")
    ran = pmlint("check", *PROBE, "--fix", "cv.md")
    assert path.read_text(encoding="utf-8") == "- A mild line.\n- A line.\n"
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        "cv.md:1:5: probe/mild: the word mild\n"
        "  |\n"
        "1 | - A mild line.\n"
        "  |     ^^^^\n"
        "  ask: Why mild?\n"
        "\n"
        "Fixed 3 places. Checked 1 draft: 1 question (1 hint).\n"
    )
    assert pmlint("check", *PROBE, "--fix", "cv.md").out.endswith(
        "Checked 1 draft: 1 question (1 hint).\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"- A weak line.\r\n- Two\r\n", b"- A line.\r\n- Two\r\n"),
        (b"- A weak line.\r- Two\r", b"- A line.\r- Two\r"),
        (b"\xef\xbb\xbf- A weak line.", b"\xef\xbb\xbf- A line."),
        ("- \U0001f680 weak\u2028line.\n".encode("utf-16"), None),
        ("- \u4f60 weak line.\f\n".encode(), "- \u4f60 line.\f\n".encode()),
    ],
)
def test_everything_else_of_the_file_stays(
    pmlint: Pmlint, put: Put, before: bytes, after: bytes | None
) -> None:
    path = put("cv.md", before)
    assert pmlint("check", *PROBE, "--fix", "cv.md").status == 0
    if after is None:
        after = before.decode("utf-16").replace("weak\u2028", "").encode("utf-16")
    assert path.read_bytes() == after


def test_a_file_without_safe_fixes_is_not_written(pmlint: Pmlint, put: Put) -> None:
    path = put("cv.md", "- A mild line.\n")
    path.chmod(0o444)
    before = path.stat().st_mtime_ns
    assert pmlint("check", *PROBE, "--fix", "cv.md").status == 0
    assert path.stat().st_mtime_ns == before


def test_standard_input_is_fixed_to_standard_output(pmlint: Pmlint) -> None:
    ran = pmlint(
        "check", *PROBE, "--fix", "--output-format", "concise", "-",
        given="- A weak grave \u4f60 line.\r\n".encode(),
    )  # fmt: skip
    # Only the fixed text: it may be piped on.
    assert ran.out == "- A grave \u4f60 line.\r\n"
    assert ran.err == "-:1:5: probe/grave: the word grave. Why grave?\n"
    assert ran.status == 1


def test_a_name_for_standard_input_is_no_file_to_write(pmlint: Pmlint, put: Put) -> None:
    path = put("cv.md", "- A weak file.\n")
    ran = pmlint(
        "check", *PROBE, "--fix", "--stdin-filename", "cv.md", "-", given=b"- A weak pipe.\n"
    )
    assert ran.out == "- A pipe.\n"
    assert path.read_bytes() == b"- A weak file.\n"


def test_diff_shows_and_changes_nothing(pmlint: Pmlint, put: Put) -> None:
    path = put("cv.md", "- One\n- A weak mild line.\n- Three")
    put("fine.md", "- Fine.\n")
    ran = pmlint("check", *PROBE, "--diff")
    assert (ran.status, ran.err) == (1, "pmlint: 1 draft would change\n")
    assert ran.out == (
        "--- cv.md\n"
        "+++ cv.md\n"
        "@@ -1,3 +1,3 @@\n"
        " - One\n"
        "-- A weak mild line.\n"
        "+- A mild line.\n"
        " - Three\n"
        "\\ No newline at end of file\n"
    )
    assert path.read_text(encoding="utf-8").startswith("- One\n- A weak")
    assert pmlint("check", *PROBE, "--diff", "fine.md") == (0, "", "")


def test_a_diff_can_be_applied(pmlint: Pmlint, put: Put, tmp_path: Path) -> None:
    import subprocess

    text = "- One\r\n- A weak line.\r\n\f\n- Two\r- A weak one\n"
    path = put("cv.md", text)
    diff = pmlint("check", *PROBE, "--diff", "--quiet", "cv.md")
    assert "\r" in diff.out
    subprocess.run(
        ["git", "apply", "-p0", "--whitespace=nowarn", "-"],
        input=diff.out.encode(),
        cwd=tmp_path,
        check=True,
        timeout=60,
    )
    assert path.read_bytes() == text.replace("weak ", "").encode()


def test_a_bad_config_stops_fixing(pmlint: Pmlint, put: Put) -> None:
    path = put("cv.md", "- A weak line.\n")
    put("pmlint.toml", "nonsense = 1\n")
    assert pmlint("check", *PROBE, "--fix", "cv.md").status == 2
    assert path.read_bytes() == b"- A weak line.\n"
