"""``pmlint check``: what it reads, what it says, how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Pmlint = Callable[..., Any]
Put = Callable[..., Path]

PROBE = ("--select", "probe/*")
CV = "# Ada\n\n- A weak line.\n- A strong line.\n"


def rules(ran: Any) -> list[str]:
    return [each["rule"] for each in json.loads(ran.out)["findings"]]


def test_a_finding(pmlint: Pmlint, put: Put) -> None:
    put("cv.md", CV)
    ran = pmlint("check", *PROBE, "cv.md")
    assert (ran.status, ran.err) == (1, "")
    assert ran.out == (
        "cv.md:3:5: probe/weak: the word weak\n"
        "  |\n"
        "3 | - A weak line.\n"
        "  |     ^^^^\n"
        "  ask: Why weak?\n"
        "  fix (safe): Delete weak\n"
        "\n"
        "Checked 1 draft: 1 question (1 warning). 1 can be fixed safely with --fix.\n"
    )


def test_nothing_found_is_silent_in_a_pipe(pmlint: Pmlint, put: Put) -> None:
    put("cv.md", "- A strong line.\n")
    assert pmlint("check", *PROBE, "cv.md") == (0, "", "")
    assert pmlint("check", *PROBE) == (0, "", "")


def test_built_in_rules_ask(pmlint: Pmlint, put: Put) -> None:
    put("cv.md", "## Experience\n\n- Cut p95 latency by 40%.\n")
    ran = pmlint("check", "--kind", "resume", "--output-format", "json", "cv.md")
    assert ran.status == 1
    assert rules(ran) == ["missing-because"]


def test_quiet_leaves_out_the_summary(pmlint: Pmlint, put: Put) -> None:
    put("cv.md", CV)
    ran = pmlint("check", *PROBE, "--quiet", "cv.md")
    assert ran.out.endswith("Delete weak\n\n")


def test_folders_are_walked_and_each_draft_has_its_findings(pmlint: Pmlint, put: Put) -> None:
    put("a/cv.md", CV)
    put("a/b/story.txt", "One weak story.\n")
    put(".gitignore", "skip/\n")
    put("skip/cv.md", CV)
    put("a/photo.png", b"\x89PNG\0")
    ran = pmlint("check", *PROBE, "--output-format", "concise")
    assert (ran.status, ran.err) == (1, "")
    assert ran.out == (
        "a/b/story.txt:1:5: probe/weak: the word weak. Why weak?\n"
        "a/cv.md:3:5: probe/weak: the word weak. Why weak?\n"
    )


def test_standard_input(pmlint: Pmlint) -> None:
    ran = pmlint("check", *PROBE, "--output-format", "concise", "-", given=CV.encode())
    assert ran == (1, "-:3:5: probe/weak: the word weak. Why weak?\n", "")
    named = pmlint(
        "check", *PROBE, "--output-format", "concise", "--stdin-filename", "x/cv.md", "-",
        given=CV.encode(),
    )  # fmt: skip
    assert named.out == "x/cv.md:3:5: probe/weak: the word weak. Why weak?\n"


def test_standard_input_is_read_as_its_name_says(pmlint: Pmlint) -> None:
    text = b"See [it](weak) there.\n"
    ask = ("check", *PROBE, "--output-format", "json", "--stdin-filename")
    assert rules(pmlint(*ask, "a.md", "-", given=text)) == []
    assert rules(pmlint(*ask, "a.txt", "-", given=text)) == ["probe/weak"]


def test_a_file_with_an_unknown_ending_is_read_as_plain_text(pmlint: Pmlint, put: Put) -> None:
    put("NOTES", "See [it](weak) there.\n")
    assert rules(pmlint("check", *PROBE, "--output-format", "json", "NOTES")) == ["probe/weak"]


# --- bad input --------------------------------------------------------------------------------


def test_what_cannot_be_read_is_named_and_the_rest_is_checked(pmlint: Pmlint, put: Put) -> None:
    put("cv.md", CV)
    put("bad.md", "# Caf\u00e9\n\nna".encode() + b"\xefve\n")
    put("bin.md", b"\x00\x01")
    put("cv.tex", "\\item A weak line.\n")
    ran = pmlint(
        "check", *PROBE, "--output-format", "concise",
        "bad.md", "cv.tex", "gone.md", "bin.md", "cv.md",
    )  # fmt: skip
    assert ran.status == 2
    assert ran.out == "cv.md:3:5: probe/weak: the word weak. Why weak?\n"
    assert ran.err == (
        "pmlint: cv.tex: format not supported yet: LaTeX (.tex)\n"
        "pmlint: bad.md:3:3: not valid UTF-8: byte 0xef at byte offset 11; save the file as UTF-8\n"
        "pmlint: gone.md: no such file or folder\n"
        "pmlint: bin.md: a binary file, not text\n"
    )


def test_errors_are_in_the_json_too(pmlint: Pmlint, put: Put) -> None:
    put("cv.md", CV)
    put("bad.md", b"\xff")
    ran = pmlint("check", *PROBE, "--output-format", "json", "gone.md", "bad.md", "cv.md")
    assert ran.status == 2
    data = json.loads(ran.out)
    assert [each["rule"] for each in data["findings"]] == ["probe/weak"]
    assert data["errors"] == [
        {"path": "gone.md", "message": "no such file or folder"},
        {
            "path": "bad.md",
            "message": "not valid UTF-8: byte 0xff at byte offset 0; save the file as UTF-8",
            "start": {"line": 1, "column": 1},
        },
    ]
    assert data["summary"] == {"files": 1, "findings": 1, "by_rule": {"probe/weak": 1}}


def test_a_file_that_may_not_be_read(pmlint: Pmlint, put: Put) -> None:
    put("cv.md", CV)
    path = put("secret.md", CV)
    path.chmod(0)
    if os.access(path, os.R_OK):
        # The superuser reads everything; a folder in the file's place is refused to him too.
        path.unlink()
        (path.parent / "secret.md").symlink_to(path.parent / "secret.md")
    ran = pmlint("check", *PROBE, "--output-format", "concise", "secret.md", "cv.md")
    assert ran.status == 2
    assert ran.err.startswith("pmlint: secret.md: ")
    assert ran.out.startswith("cv.md:3:5:")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"\r",
        b"\xef\xbb\xbf",
        b"---\n",
        b"```",
        b"# ",
        b"- " * 3000,
        b"\xe2\x80\xa8" * 9,
    ],
)
def test_odd_drafts_are_fine(pmlint: Pmlint, put: Put, content: bytes) -> None:
    put("odd.md", content)
    put("odd.txt", content)
    assert pmlint("check", *PROBE, "odd.md", "odd.txt") == (0, "", "")


def test_a_line_of_two_megabytes(pmlint: Pmlint, put: Put) -> None:
    put("long.txt", "fine words " * 190_000 + "a weak end")
    ran = pmlint("check", *PROBE, "long.txt")
    assert ran.status == 2
    assert ran.err.startswith("pmlint: long.txt: ")
    assert "a line of 2,090,010 characters is read up to character 8,000" in ran.err
    # A rule that needs no claim still sees all of the line.
    assert "weak" in ran.out
    assert len(ran.out) < 600


@pytest.mark.parametrize("name", ["cv.md", "cv.txt"])
@pytest.mark.parametrize(
    "text",
    [
        "\ufeff- A weak line.\n",
        "- One\r\n- A \U0001f680 weak line.\r\n",
        "- One\r- A weak line.\r",
        "- Caf\u00e9 and cafe\u0301, a weak line.\n",
        "- \u4f60\u597d \u2028 a weak line.\n",
        "- One\f\n\n- A weak line.\n",
        "- Hard\n  wrapped weak\n  line.\n",
    ],
)
def test_places_hold_for_every_text(pmlint: Pmlint, put: Put, name: str, text: str) -> None:
    path = put(name, text)
    ran = pmlint("check", *PROBE, "--output-format", "json", name)
    (found,) = json.loads(ran.out)["findings"]
    assert path.read_bytes().decode("utf-8")[slice(*found["offset"])] == found["text"] == "weak"
    before = text[: found["offset"][0]].replace("\r\n", "\n").replace("\r", "\n")
    assert found["start"]["line"] == before.count("\n") + 1
    assert found["start"]["column"] == len(before) - before.rfind("\n")


def test_utf_16(pmlint: Pmlint, put: Put) -> None:
    put("cv.md", CV.encode("utf-16"))
    ran = pmlint("check", *PROBE, "--output-format", "concise", "cv.md")
    assert ran.out == "cv.md:3:5: probe/weak: the word weak. Why weak?\n"


# --- what runs --------------------------------------------------------------------------------


def test_rules_are_chosen(pmlint: Pmlint, put: Put) -> None:
    put("cv.md", "- A weak, mild and grave line.\n")
    ask = ("check", "--output-format", "json", "cv.md", "--kind", "note", "--max-per-line", "0")
    assert rules(pmlint(*ask)) == ["probe/weak", "probe/mild", "probe/grave"]
    assert rules(pmlint(*ask, "--select", "probe/weak,probe/grave")) == [
        "probe/weak",
        "probe/grave",
    ]
    assert rules(pmlint(*ask, *PROBE, "--ignore", "probe/mild")) == ["probe/weak", "probe/grave"]
    assert rules(pmlint(*ask, "--select", "evidence", "--extend-select", "probe/mild")) == [
        "probe/mild"
    ]
    assert rules(pmlint(*ask, "--no-plugins")) == []
    assert rules(pmlint(*ask, PMLINT_DISABLE_PLUGINS="1")) == []


def test_the_most_for_a_line(pmlint: Pmlint, put: Put) -> None:
    put("cv.md", "- A weak, mild and grave line.\n")
    ask = ("check", *PROBE, "--output-format", "json", "cv.md")
    assert rules(pmlint(*ask)) == ["probe/weak", "probe/mild"]
    assert rules(pmlint(*ask, "--max-per-line", "1")) == ["probe/weak"]
    first = json.loads(pmlint(*ask, "--max-per-line", "1").out)["findings"][0]
    assert {each["rule"] for each in first["related"]} == {"probe/mild", "probe/grave"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--select", "missing-becuase"), 'there is no rule "missing-becuase"; did you mean'),
        (("--ignore", "nothing-like-it-at-all"), 'there is no rule "nothing-like-it-at-all"'),
        (("--kind", "resme"), "no document kind 'resme'; did you mean resume?"),
        (("--output-format", "jsn"), "no output format 'jsn'; did you mean json?"),
        (("--output-format", "html5"), "there are full, concise, json, jsonl, github"),
        (("--statistics", "--output-format", "json"), "--statistics is for people"),
        (("--output-file", "no/such/folder/x"), "cannot be written: no such file or folder"),
    ],
)
def test_wrong_usage_checks_nothing(
    pmlint: Pmlint, put: Put, arguments: tuple[str, ...], message: str
) -> None:
    put("cv.md", CV)
    ran = pmlint("check", *arguments, "cv.md")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("pmlint: ")
    assert message in ran.err
    assert ran.err.count("\n") == 1


# --- status -----------------------------------------------------------------------------------


def test_hints_do_not_fail_a_run_unless_asked_to(pmlint: Pmlint, put: Put) -> None:
    put("cv.md", "- A mild line.\n")
    assert pmlint("check", *PROBE, "cv.md").status == 0
    put("pmlint.toml", 'fail-level = "hint"\n')
    assert pmlint("check", *PROBE, "cv.md").status == 1
    put("pmlint.toml", 'fail-level = "error"\n')
    put("cv.md", CV)
    assert pmlint("check", *PROBE, "cv.md").status == 0


def test_exit_zero_is_for_findings_only(pmlint: Pmlint, put: Put) -> None:
    put("cv.md", CV)
    assert pmlint("check", *PROBE, "--exit-zero", "cv.md").status == 0
    assert pmlint("check", *PROBE, "--exit-zero", "cv.md", "gone.md").status == 2


# --- output -----------------------------------------------------------------------------------


def test_a_report_in_a_file(pmlint: Pmlint, put: Put, tmp_path: Path) -> None:
    put("cv.md", "- A weak \u4f60\u597d line.\n")
    ran = pmlint(
        "check", *PROBE, "--output-format", "json", "--output-file", "out.json", "cv.md",
        PYTHONIOENCODING="ascii",
    )  # fmt: skip
    assert ran == (1, "", "")
    data = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert data["summary"]["findings"] == 1


def test_programs_get_utf_8_whatever_the_terminal(pmlint: Pmlint, put: Put) -> None:
    put("cv\u4f60.md", "- \u4f60\u597d A weak line.\n")
    ran = pmlint("check", *PROBE, "--output-format", "json", ".", PYTHONIOENCODING="latin-1")
    assert json.loads(ran.out)["findings"][0]["path"] == "cv\u4f60.md"


@pytest.mark.platform("names that are no text are for file systems that keep bytes")
def test_a_file_name_that_is_no_text(pmlint: Pmlint, tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/cv\xff.md"
    with open(name, "wb") as file:
        file.write(CV.encode())
    (found,) = json.loads(pmlint("check", *PROBE, "--output-format", "json").out)["findings"]
    assert os.fsencode(found["path"]) == b"cv\xff.md"
    shown = pmlint("check", *PROBE, "--output-format", "concise").out
    assert shown.startswith("cv\ufffd.md:3:5: ")


@pytest.mark.platform("/dev/full is there on Linux")
@pytest.mark.parametrize("form", ["full", "json"])
def test_a_full_disk_is_no_bug_of_pmlint(
    put: Put, environment: dict[str, str], tmp_path: Path, form: str
) -> None:
    put("cv.md", CV)
    command = [sys.executable, "-m", "pmlint", "check", *PROBE, "--output-format", form, "cv.md"]
    with open("/dev/full", "wb") as full:
        ran = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, cwd=tmp_path, env=environment,
            timeout=60, check=False,
        )  # fmt: skip
    assert ran.returncode == 2
    assert ran.stderr.decode() == "pmlint: the output: no space left on device\n"


def test_statistics(pmlint: Pmlint, put: Put) -> None:
    put("cv.md", "- A weak, mild line.\n- A weak line.\n")
    assert pmlint("check", *PROBE, "--statistics", "cv.md").out == "2  probe/weak\n1  probe/mild\n"


def test_a_format_of_a_plugin(pmlint: Pmlint, put: Put) -> None:
    put("cv.md", CV)
    ran = pmlint("check", *PROBE, "--output-format", "probe-list", "cv.md")
    assert ran == (1, "cv.md probe/weak\n", "")


def test_a_format_of_a_plugin_that_fails(pmlint: Pmlint, put: Put) -> None:
    put("cv.md", CV)
    put("fine.md", "- Fine.\n")
    assert pmlint("check", *PROBE, "--output-format", "probe-fails", "cv.md", "fine.md") == (
        2,
        "",
        "pmlint: cv.md: the report format probe-fails raised RuntimeError: no report\n",
    )


def test_color_is_for_who_asks(pmlint: Pmlint, put: Put) -> None:
    put("cv.md", CV)
    ask = ("check", *PROBE, "cv.md")
    assert "\x1b" not in pmlint(*ask).out
    assert "\x1b" in pmlint(*ask, "--color", "always").out
    assert "\x1b" in pmlint(*ask, FORCE_COLOR="1").out
    assert "\x1b" not in pmlint(*ask, "--output-format", "github", FORCE_COLOR="1").out


def test_verbose_says_how_drafts_are_read(pmlint: Pmlint, put: Put) -> None:
    put("a/cv.md", CV)
    put("a/cv.tex", "x")
    put("a/cv.yml", "x")
    put("a/old.yml", "x")
    put("a/photo.png", "x")
    ran = pmlint("check", *PROBE, "--verbose", "--kind", "resume", "a")
    assert "pmlint: a/cv.md: resume (" in ran.err
    assert "; config pmlint.toml\n" in ran.err
    assert ran.err.endswith(
        "pmlint: 5 files: 1 read, 3 of formats that pmlint does not read yet (.yml 2, .tex 1), "
        "1 of other kinds\n"
    )


def test_a_folder_with_nothing_to_read_says_so(pmlint: Pmlint, put: Put) -> None:
    put("a/cv.tex", "x")
    assert pmlint("check", "a") == (
        0,
        "",
        "pmlint: there is no draft to check, 1 of formats that pmlint does not read yet (.tex 1)\n",
    )
    assert pmlint("check", "--quiet", "a") == (0, "", "")


def test_timing(pmlint: Pmlint, put: Put) -> None:
    put("cv.md", CV)
    ran = pmlint("check", *PROBE, "--timing", "--output-format", "json", "cv.md")
    assert rules(ran) == ["probe/weak"]
    rows = ran.err.splitlines()
    assert rows[0].split() == ["rule", "ms", "of", "rules"]
    assert {row.split()[0] for row in rows[1:4]} == {"probe/weak", "probe/mild", "probe/grave"} or (
        len(rows) > 4
    )
    assert any(row.startswith("plugin probe ") for row in rows)


# --- configs and plugins ----------------------------------------------------------------------


def test_a_bad_config_is_shown_and_other_drafts_are_checked(pmlint: Pmlint, put: Put) -> None:
    put("cv.md", CV)
    put("in/cv.md", CV)
    put("in/more.md", CV)
    put("in/pmlint.toml", 'profile = "strict"\nmax-per-lin = 3\n')
    ran = pmlint("check", *PROBE, "--output-format", "concise")
    assert ran.status == 2
    assert ran.out == "cv.md:3:5: probe/weak: the word weak. Why weak?\n"
    assert ran.err == (
        'pmlint: in/pmlint.toml:2:1: unknown key "max-per-lin"; did you mean "max-per-line"?\n'
        "  |\n"
        "2 | max-per-lin = 3\n"
        "  | ^^^^^^^^^^^\n"
    )


def test_every_fault_of_a_config_is_shown(pmlint: Pmlint, put: Put) -> None:
    put("cv.md", CV)
    put("pmlint.toml", 'profil = "strict"\n\n[rules]\nvague-impacts = "off"\n')
    first = pmlint("check", "cv.md").err
    assert "pmlint.toml:1:1:" in first
    put("pmlint.toml", '[rules]\nvague-impacts = "off"\n')
    second = pmlint("check", "cv.md")
    assert second.status == 2
    assert 'pmlint.toml:2:1: there is no rule "vague-impacts"; did you mean "vague-impact"?' in (
        second.err
    )


def test_a_named_config_and_none(pmlint: Pmlint, put: Put) -> None:
    put("cv.md", CV)
    put("strict.toml", 'select = ["probe/mild"]\n')
    put("pmlint.toml", 'ignore = ["probe/*"]\n')
    ask = ("check", "--kind", "note", "--output-format", "json", "cv.md")
    assert rules(pmlint(*ask)) == []
    assert rules(pmlint(*ask, "--isolated")) == ["probe/weak"]
    put("cv.md", "- A mild weak line.\n")
    assert rules(pmlint(*ask, "--config", "strict.toml")) == ["probe/mild"]
    gone = pmlint(*ask, "--config", "gone.toml")
    assert gone.status == 2
    assert "gone.toml: cannot be read" in gone.err


def test_paths_that_a_config_leaves_out(pmlint: Pmlint, put: Put) -> None:
    put("cv.md", CV)
    put("old/cv.md", CV)
    put(".gitignore", "cv.md\n")
    put("pmlint.toml", 'exclude = ["old/"]\nrespect-gitignore = false\n')
    ask = ("check", *PROBE, "--output-format", "concise")
    assert pmlint(*ask).out == "cv.md:3:5: probe/weak: the word weak. Why weak?\n"
    assert pmlint(*ask, "old/cv.md").out.startswith("old/cv.md:")


def test_a_plugin_that_a_config_leaves_out_or_asks_for(pmlint: Pmlint, put: Put) -> None:
    put("cv.md", CV)
    ask = ("check", "--kind", "note", "--output-format", "json", "cv.md")
    put("pmlint.toml", 'disable-plugins = ["probe"]\n')
    assert rules(pmlint(*ask)) == []
    put("pmlint.toml", 'require-plugins = ["probe", "absent"]\n')
    ran = pmlint(*ask)
    assert ran.status == 2
    assert rules(ran) == ["probe/weak"]
    assert ran.err.startswith("pmlint: plugin absent")
    assert 'the config requires the plugin "absent", which is not installed\n' in ran.err


def test_a_rule_that_raises_is_named_and_the_others_run(pmlint: Pmlint, put: Put) -> None:
    put("a.md", "- A boom and a weak line.\n- A weak boom.\n")
    put("b.md", "- A boom and a weak line.\n")
    ran = pmlint("check", *PROBE, "--output-format", "concise", "a.md", "b.md")
    assert ran.status == 2
    assert [row.split(":")[0] for row in ran.out.splitlines()] == ["a.md", "a.md", "b.md"]
    assert ran.err == (
        "pmlint: a.md: plugin probe (pmlint-probe 1.0), rule probe/boom: "
        "raised RuntimeError: too loud; not run again\n"
    )
    detailed = pmlint("check", *PROBE, "--verbose", "--quiet", "a.md").err
    assert "Traceback" in detailed
