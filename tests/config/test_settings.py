from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from pmlint.config.errors import ConfigError
from pmlint.config.settings import Choice, PerPath, Settings

ROOT = os.path.abspath("project")


def test_the_kind_of_a_path_is_that_of_the_last_match() -> None:
    settings = Settings(
        kind="note", kinds=(("cv/**", "resume"), ("*.story.md", "story")), root=ROOT
    )
    assert settings.for_path("cv/a/b.md").kind == "resume"
    assert settings.for_path("cv/b.story.md").kind == "story"
    assert settings.for_path(os.path.join(ROOT, "cv", "x.md")).kind == "resume"
    assert settings.for_path("cv.md") is settings
    assert settings.for_path(os.path.join(ROOT, "..", "cv", "x.md")) is settings


def test_per_path_entries_add_up_in_order() -> None:
    one, two = Choice("f", ("wording",)), Choice("f", None, (), ("vague-impact",))
    settings = Settings(
        choices=(Choice("f", None, ("x",)),),
        kinds=(("**/*.md", "story"),),
        per_path=(
            PerPath(("prd/",), one, "strict", "proposal"),
            PerPath(("*.md",), two),
            PerPath(("other/",), one, "draft", "case"),
        ),
        root=ROOT,
    )
    found = settings.for_path("prd/a.md")
    assert (found.kind, found.profile) == ("proposal", "strict")
    assert found.choices == (Choice("f", None, ("x",)), one, two)
    assert found.per_path == ()
    assert settings.for_path("a.txt") is settings


def test_without_a_root_an_absolute_path_matches_nothing() -> None:
    settings = Settings(kinds=(("**", "story"),))
    assert settings.for_path(os.path.join(ROOT, "a.md")) is settings
    assert settings.for_path("a.md").kind == "story"


def test_excluded() -> None:
    settings = Settings(exclude=("old/",), extend_exclude=("*.tmp.md", "!keep.tmp.md"), root=ROOT)
    assert settings.excluded("a/x.tmp.md")
    assert not settings.excluded("a/keep.tmp.md")
    assert settings.excluded("a/old", folder=True)
    assert not settings.excluded("a/old")
    assert not Settings().excluded("a")


def test_the_command_line_goes_over_files_and_paths() -> None:
    settings = Settings(
        kind="note",
        kinds=(("**", "story"),),
        per_path=(PerPath(("**",), Choice("f", None, ("x",)), "draft", "case"),),
        severities={"a": "hint", "b": "info"},
        options={"a": {"n": 1, "m": 2}},
    )
    over = settings.overridden(
        select=["wording"],
        ignore=["y"],
        profile="strict",
        kind="resume",
        max_per_line=0,
        fail_level="error",
        rules={"a": {"severity": "error", "n": 5}, "z": "off"},
    )
    found = over.for_path("a.md")
    assert (found.kind, found.profile) == ("resume", "strict")
    assert (found.max_per_line, found.fail_level) == (0, "error")
    assert found.choices == (Choice("f", None, ("x",)),)
    assert found.command == Choice("command line", ("wording",), ("a",), ("y", "z"))
    assert found.severities == {"a": "error", "b": "info"}
    assert found.options == {"a": {"n": 5, "m": 2}}
    assert {"kind", "profile"} <= found.forced


def test_an_editor_and_a_command_line_add_up() -> None:
    first = Settings().overridden(source="editor", select=["a"], ignore=["b"])
    second = first.overridden(ignore=["c"], extend_select=["d"])
    assert second.command == Choice("command line", ("a",), ("d",), ("b", "c"))
    third = second.overridden(max_per_line=1)
    assert third.command == second.command


def test_nothing_said_changes_nothing() -> None:
    settings = Settings()
    assert settings.overridden() is settings
    assert settings.overridden(select=None, profile=None) is settings


def test_select_nothing_is_something_said() -> None:
    assert Settings().overridden(select=[]).command.select == ()


def test_a_wrong_value_names_its_source() -> None:
    with pytest.raises(ConfigError) as caught:
        Settings().overridden(source="editor settings", profile="loud", rules={"a": 1})
    assert [str(error) for error in caught.value.errors] == [
        'editor settings: profile must be "draft", "default" or "strict", not "loud"',
        'editor settings: rules.a must be "off", "on", "error", "warning", "info" or "hint", or a table, not 1',
    ]


def test_settings_can_be_sent_to_another_process(tmp_path: Path) -> None:
    settings = Settings(severities={"a": "error"}).overridden(rules={"a": {"n": 1}})
    assert pickle.loads(pickle.dumps(settings)) == settings  # noqa: S301
