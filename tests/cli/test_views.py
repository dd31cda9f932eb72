"""``rules``, ``explain``, ``plugins``, ``init`` and ``server``."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pmlint.cli.init import config_text
from pmlint.config.keys import KEYS

Pmlint = Callable[..., Any]
Put = Callable[..., Path]


# --- rules ------------------------------------------------------------------------------------


def test_rules_in_a_table(pmlint: Pmlint) -> None:
    ran = pmlint("rules")
    assert (ran.status, ran.err) == (0, "")
    rows = ran.out.split("\n")
    assert rows[0].split() == ["rule", "unit", "kinds", "severity", "state", "plugin", "summary"]
    probe = next(row for row in rows if row.startswith("probe/grave "))
    assert probe.split() == [
        "probe/grave", "line", "all", "error", "stable", "probe", "Finds", "grave."
    ]  # fmt: skip
    because = next(row for row in rows if row.startswith("missing-because "))
    assert "packet resume story" in because
    assert "  pmlint  " in because


def test_rules_for_a_program_and_for_a_kind(pmlint: Pmlint) -> None:
    every = json.loads(pmlint("rules", "--format", "json").out)
    assert every["schema"] == 1
    by_name = {rule["name"]: rule for rule in every["rules"]}
    assert by_name["probe/grave"] == {
        "name": "probe/grave",
        "summary": "Finds grave.",
        "question": "Why grave?",
        "unit": "line",
        "kinds": [],
        "moment": "at once",
        "severity": "error",
        "category": "wording",
        "profile": "default",
        "state": "stable",
        "since": "0.1",
        "aliases": [],
        "options": [],
        "plugin": "probe",
        "package": "pmlint-probe",
        "version": "1.0",
    }
    proposal = json.loads(pmlint("rules", "--format", "json", "--kind", "proposal").out)["rules"]
    names = {rule["name"] for rule in proposal}
    assert "probe/grave" in names
    assert "missing-because" not in names
    assert names < by_name.keys()
    assert pmlint("rules", "--kind", "proposl").err == (
        "pmlint: no document kind 'proposl'; did you mean proposal?\n"
    )
    assert "probe/grave" not in pmlint("rules", "--no-plugins").out


# --- explain ----------------------------------------------------------------------------------


def test_explain_a_rule(pmlint: Pmlint) -> None:
    ran = pmlint("explain", "probe/grave")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        "probe/grave\n"
        "\n"
        "Finds grave.\n"
        "\n"
        "Asks: Why grave?\n"
        "\n"
        "For every kind of document. Looks at a line; speaks at once. Severity error, wording, in the default\n"
        "profile, stable since 0.1.\n"
        "\n"
        "From pmlint-probe 1.0.\n"
        "\n"
        "What it flags\n"
        "\n"
        "grave\n"
    )


def test_explain_a_kind(pmlint: Pmlint) -> None:
    ran = pmlint("explain", "resume")
    assert ran.status == 0
    assert ran.out.startswith("resume\n")
    finished, at_once = (
        ran.out.index("Asked when a line is finished"),
        ran.out.index("Asked at once"),
    )
    assert finished < ran.out.index("`missing-because`: Because what was hurting whom?") < at_once
    assert ran.out.index("`probe/grave`: Why grave?") > at_once


def test_explain_a_file(pmlint: Pmlint, put: Put) -> None:
    put("cv.md", "- A line.\n")
    put("pmlint.toml", 'kind = "story"\nignore = ["probe/weak"]\n')
    ran = pmlint("explain", "cv.md")
    assert (ran.status, ran.err) == (0, "")
    rows = ran.out.split("\n")
    assert rows[0] == "cv.md"
    assert rows[1].startswith("  kind     story: ")
    assert rows[2:4] == ["  format   markdown", "  config   pmlint.toml"]
    on, off = ran.out.split(" off\n")
    assert "\n  probe/grave " in on
    weak = next(row for row in off.split("\n") if row.startswith("  probe/weak "))
    assert "ignored" in weak


def test_explain_a_file_that_asks_for_a_profile_itself(pmlint: Pmlint, put: Put) -> None:
    strict = {
        rule["name"]
        for rule in json.loads(pmlint("rules", "--format", "json", "--kind", "story").out)["rules"]
        if rule["profile"] == "strict"
    }
    assert strict
    put("mild.md", "Words.\n")
    put("strict.md", "<!-- pmlint: kind=story profile=strict -->\n\nWords.\n")
    mild = pmlint("explain", "--kind", "story", "mild.md").out.split(" off\n")
    asked = pmlint("explain", "strict.md").out.split(" off\n")
    for name in strict:
        assert f"\n  {name} " in mild[1]
        assert f"\n  {name} " in asked[0]


def test_explain_what_is_not_there(pmlint: Pmlint, put: Put) -> None:
    assert pmlint("explain", "mising-because") == (
        2,
        "",
        "pmlint: no rule, kind of document or file 'mising-because'; did you mean missing-because?\n",
    )
    put("cv.tex", "x")
    put("in/cv.md", "x")
    assert pmlint("explain", "cv.tex").err == (
        "pmlint: cv.tex: format not supported yet: LaTeX (.tex)\n"
    )
    assert pmlint("explain", "in").err == "pmlint: in: is a folder; name a draft in it\n"


# --- plugins ----------------------------------------------------------------------------------


def test_plugins(pmlint: Pmlint) -> None:
    ran = pmlint("plugins")
    assert (ran.status, ran.err) == (0, "")
    first, second, _ = ran.out.split("\n")
    assert first.endswith(" rules built in.")
    assert second == "probe  pmlint-probe 1.0  loaded  4 rules"
    assert (
        "switched off by PMLINT_DISABLE_PLUGINS"
        in pmlint("plugins", PMLINT_DISABLE_PLUGINS="1").out
    )


def test_a_plugin_that_does_not_load(pmlint: Pmlint, put: Put, probe: Path) -> None:
    put("site/pmlint_bad.py", "raise ImportError('no engine')\n")
    put("site/pmlint_bad-2.1.dist-info/METADATA", "Name: pmlint-bad\nVersion: 2.1\n")
    put("site/pmlint_bad-2.1.dist-info/entry_points.txt", "[pmlint]\nbad = pmlint_bad\n")
    path = put("cv.md", "- A weak line.\n").parent / "site"
    both = os.pathsep.join([str(path), str(probe)])
    ran = pmlint("plugins", PYTHONPATH=both)
    assert ran.status == 2
    assert "bad    pmlint-bad 2.1    failed\n" in ran.out
    assert "ImportError: no engine" in ran.out
    checked = pmlint(
        "check", "--select", "probe/*", "--output-format", "concise", "cv.md", PYTHONPATH=both
    )
    assert checked.status == 2
    assert checked.out == "cv.md:1:5: probe/weak: the word weak. Why weak?\n"
    assert checked.err.startswith(
        "pmlint: plugin bad (pmlint-bad 2.1): cannot be loaded: ImportError"
    )


# --- init -------------------------------------------------------------------------------------


def test_init_writes_a_config_that_changes_nothing(pmlint: Pmlint, tmp_path: Path) -> None:
    (tmp_path / "pmlint.toml").unlink()
    assert pmlint("init") == (0, "Wrote pmlint.toml.\n", "")
    written = (tmp_path / "pmlint.toml").read_text(encoding="utf-8")
    assert tomllib.loads(written) == {}
    assert pmlint("init") == (2, "", "pmlint: pmlint.toml: there already; it was not changed\n")


def test_every_key_is_in_the_config_that_init_writes(pmlint: Pmlint, put: Put) -> None:
    live = "\n".join(
        row[1:] if row.startswith("#") and not row.startswith("# ") else row
        for row in config_text().split("\n")
    )
    assert tomllib.loads(live).keys() == {key.name for key in KEYS}
    put("pmlint.toml", "")
    put("in/pmlint.toml", live)
    put("in/cv.md", "- A line.\n")
    assert pmlint("check", "in") == (0, "", "")


def test_init_with_pre_commit(pmlint: Pmlint, put: Put, tmp_path: Path) -> None:
    (tmp_path / "pmlint.toml").unlink()
    ran = pmlint("init", "--pre-commit")
    assert ran.out == "Wrote pmlint.toml.\nWrote .pre-commit-config.yaml.\n"
    hook = (tmp_path / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert hook.startswith("repos:\n  - repo: local\n")
    (tmp_path / "pmlint.toml").unlink()
    put(".pre-commit-config.yaml", "repos: []\n")
    again = pmlint("init", "--pre-commit")
    assert again.status == 0
    assert hook.removeprefix("repos:\n") in again.out
    assert (tmp_path / ".pre-commit-config.yaml").read_text(encoding="utf-8") == "repos: []\n"


# --- server -----------------------------------------------------------------------------------


def test_the_server_is_told_where_to_serve(pmlint: Pmlint) -> None:
    assert pmlint("server", "--tcp", "nowhere").status == 2
