"""``pmlint.lint``: the library as the README shows it."""

from __future__ import annotations

from pathlib import Path

import pytest

import pmlint
from pmlint.config.errors import ConfigError

# No rule about language is needed to have a finding.
TEXT = "🙂 Hi.\r\n\r\n<!-- pmlint: disbale x -->\r\n"


def test_a_finding_tells_its_place_in_lines_and_columns_from_one() -> None:
    (found,) = pmlint.lint(TEXT, kind="note")
    assert (found.rule, found.plugin, found.severity) == (
        "malformed-directive",
        "pmlint",
        "warning",
    )
    assert found.text == "disbale"
    assert TEXT[slice(*found.offset)] == "disbale"
    assert (found.start.line, found.start.column) == (3, 14)
    assert (found.end.line, found.end.column) == (3, 21)
    assert found.question
    assert found.kind == "note"


def test_the_kind_is_decided_when_it_is_not_given() -> None:
    text = "---\npmlint:\n  kind: story\n---\n\n<!-- pmlint: disbale x -->\n"
    assert [found.kind for found in pmlint.lint(text)] == ["story"]


def test_a_file_name_tells_the_format() -> None:
    table = "| a | b |\n| - | - |\n| x | <!-- pmlint: disbale x --> |\n"
    assert [found.rule for found in pmlint.lint(table, filename="cv.md")] == ["malformed-directive"]
    # In plain text a comment is a line of its own.
    assert pmlint.lint(table, filename="cv.txt", select=["malformed-directive"]) == []


def test_what_does_not_exist() -> None:
    with pytest.raises(ValueError, match="no document kind 'poem'; there are resume"):
        pmlint.lint(TEXT, kind="poem")
    with pytest.raises(ValueError, match=r"no format reads 'photo\.jpeg'"):
        pmlint.lint(TEXT, filename="photo.jpeg")
    with pytest.raises(ConfigError, match='there is no rule "nothing-like-it"'):
        pmlint.lint(TEXT, ignore=["nothing-like-it"])
    with pytest.raises(AttributeError, match="has no attribute 'lynt'"):
        _ = pmlint.lynt  # type: ignore[attr-defined]


def test_settings_are_as_on_the_command_line(tmp_path: Path) -> None:
    assert pmlint.lint(TEXT, ignore=["hygiene"]) == []
    config = tmp_path / "pmlint.toml"
    config.write_text('[rules]\nmalformed-directive = "hint"\n', encoding="utf-8")
    (found,) = pmlint.lint(TEXT, config=str(config))
    assert found.severity == "hint"
    # No config is looked for.
    (found,) = pmlint.lint(TEXT, filename=str(tmp_path / "cv.md"))
    assert found.severity == "warning"
