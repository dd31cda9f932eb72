from __future__ import annotations

import os
from pathlib import Path

import pytest

from pmlint.config.errors import ConfigError
from pmlint.config.load import Configs, find, settings_for
from pmlint.config.settings import Choice, PerPath, Settings


def put(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return str(path)


def failed(path: str) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        settings_for(path, config=path)
    return caught.value


def test_no_config_is_the_default(tmp_path: Path) -> None:
    assert settings_for(str(tmp_path / "cv.md"), isolated=True) == Settings()
    assert Configs(isolated=True).find(str(tmp_path)) is None


def test_every_key_reaches_its_setting(tmp_path: Path) -> None:
    path = put(
        tmp_path / "pmlint.toml",
        """
profile = "strict"
preview = true
select = ["wording", "all"]
extend-select = ["acme/*"]
ignore = ["vague-impact"]
kind = "resume"
max-per-line = 0
density = false
fail-level = "error"
exclude = ["old/"]
extend-exclude = ["*.tmp.md"]
respect-gitignore = false
require-plugins = ["amazon"]
disable-plugins = ["pmlint-acme"]

[kinds]
"stories/**" = "story"

[[per-path]]
paths = ["prd/*.md"]
ignore = ["structure"]
profile = "draft"
kind = "proposal"

[rules]
unclear-actor = "off"
missing-because = "error"
single-hypothesis = "on"

[rules.missing-evidence]
severity = "hint"
kinds = ["resume"]
words = ["a", "b"]
least = 3

[words]
praise = ["splendid"]
""",
    )
    settings = settings_for(str(tmp_path / "cv.md"))
    assert settings._replace(sources=()) == Settings(
        profile="strict",
        preview=True,
        choices=(
            Choice(
                path,
                ("wording", "all"),
                ("acme/*", "missing-because", "single-hypothesis", "missing-evidence"),
                ("vague-impact", "unclear-actor"),
            ),
        ),
        kind="resume",
        kinds=(("stories/**", "story"),),
        per_path=(
            PerPath(("prd/*.md",), Choice(path, None, (), ("structure",)), "draft", "proposal"),
        ),
        severities={"missing-because": "error", "missing-evidence": "hint"},
        options={"missing-evidence": {"words": ("a", "b"), "least": 3}},
        rule_kinds={"missing-evidence": ("resume",)},
        max_per_line=0,
        density=False,
        fail_level="error",
        exclude=("old/",),
        extend_exclude=("*.tmp.md",),
        respect_gitignore=False,
        require_plugins=("amazon",),
        disable_plugins=("pmlint-acme",),
        words={"praise": ("splendid",)},
        root=str(tmp_path),
        files=(path,),
    )


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ('profle = "strict"', 1, 1, 'unknown key "profle"; did you mean "profile"?'),
        ("\n  PREVIEW = true", 2, 3, 'unknown key "PREVIEW"; did you mean "preview"?'),
        ('profile = "strikt"', 1, 11, 'not "strikt"; did you mean "strict"?'),
        ("profile = 3", 1, 11, 'profile must be "draft", "default" or "strict", not 3'),
        ('preview = "yes"', 1, 11, 'preview must be true or false, not "yes"'),
        ("max-per-line = -1", 1, 16, "must be a whole number from 0, not -1"),
        ("max-per-line = true", 1, 16, "must be a whole number from 0, not true"),
        ('select = "wording"', 1, 10, 'select must be a list of strings, not "wording"'),
        ('select = ["a",\n  2]', 2, 3, "select must be a list of strings, not 2"),
        ('rules = "off"', 1, 9, "rules must be a table"),
        ('[rules]\n"é" = "of"', 2, 7, '"hint", or a table, not "of"; did you mean "off"?'),
        ('[rules.a]\nseverity = "bad"', 2, 12, 'rules.a.severity must be "off", "on", "error"'),
        ('[rules.a]\nkinds = "resume"', 2, 9, "rules.a.kinds must be a list of strings"),
        ("rules.a.severity = 1", 1, 20, "rules.a.severity must be"),
        ('per-path = "a"', 1, 12, "an array of tables, each headed [[per-path]]"),
        ("[[per-path]]\nselect = []", 1, 3, "this entry has no paths"),
        ('[[per-path]]\npaths = ["a"]\n[[per-path]]\npath = ["a"]', 4, 1, 'did you mean "paths"?'),
        ('[[per-path]]\npaths = ["a", "!"]', 2, 15, "Invalid git pattern"),
        ('exclude = ["!"]', 1, 12, "Invalid git pattern"),
        ('[kinds]\n"a/**" = ["resume"]', 2, 10, "must be a string, not a list"),
        ('[words]\na = "b"', 2, 5, "words.a must be a list of strings"),
        ("a = 1\nb = [1", 2, 7, "is not TOML"),
        ("é = 1", 1, 1, "is not TOML: Invalid statement"),
        ('profile = "strict"\nprofile = "draft"', 2, 18, "is not TOML: Cannot overwrite"),
    ],
)
def test_faults_have_their_place(
    tmp_path: Path, text: str, line: int, column: int, message: str
) -> None:
    path = put(tmp_path / "pmlint.toml", text)
    error = failed(path)
    assert (error.path, error.line, error.column) == (path, line, column), str(error)
    assert message in error.message
    assert str(error).startswith(f"{path}:{line}:{column}: ")


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    error = failed(put(tmp_path / "pmlint.toml", "a = 1\nprofile = 2\n[rules.x]\nseverity = 3\n"))
    assert [(one.line, one.column) for one in error.errors] == [(1, 1), (2, 11), (4, 12)]


def test_places_hold_in_a_pyproject_with_carriage_returns_and_emoji(tmp_path: Path) -> None:
    text = '[project]\r\nname = "🙂"\r\n[tool.other]\r\nprofile = 1\r\n[tool.pmlint]\r\nprofile = 1\r\n'
    error = failed(put(tmp_path / "pyproject.toml", text))
    assert (error.line, error.column) == (6, 11)


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "pmlint.toml"
    path.write_bytes(b'profile = "draft"\n# caf\xe9\n')
    error = failed(str(path))
    assert (error.line, error.column, error.message) == (2, 6, "is not UTF-8 text")


def test_a_byte_order_mark_is_fine(tmp_path: Path) -> None:
    path = tmp_path / "pmlint.toml"
    path.write_bytes(b'\xef\xbb\xbfprofile = "draft"\n')
    assert settings_for(str(tmp_path)).profile == "draft"


def test_a_named_config_that_is_not_there(tmp_path: Path) -> None:
    error = failed(str(tmp_path / "no.toml"))
    assert (error.line, error.message) == (0, "cannot be read: No such file or directory")


def test_the_nearest_file_wins_whole(tmp_path: Path) -> None:
    put(tmp_path / "pmlint.toml", 'profile = "strict"\npreview = true\n')
    near = put(tmp_path / "a" / "b" / ".pmlint.toml", "max-per-line = 1\n")
    configs = Configs()
    assert configs.find(str(tmp_path / "a" / "b" / "c" / "cv.md")) == near
    settings = configs.settings_for(str(tmp_path / "a" / "b" / "cv.md"))
    assert (settings.profile, settings.preview, settings.max_per_line) == ("default", False, 1)
    assert configs.settings_for(str(tmp_path / "a" / "cv.md")).profile == "strict"
    assert configs.settings_for(str(tmp_path / "a" / "b" / "x.md")) is settings


def test_which_file_of_one_folder(tmp_path: Path) -> None:
    project = put(tmp_path / "pyproject.toml", '[tool.pmlint]\nprofile = "draft"\n')
    assert find(str(tmp_path)) == project
    hidden = put(tmp_path / ".pmlint.toml", "")
    assert find(str(tmp_path)) == hidden
    plain = put(tmp_path / "pmlint.toml", "")
    assert find(str(tmp_path)) == plain


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("[project]\nname = 'x'\n", False),
        ("[project]\ndependencies = ['pmlint']\n", False),
        ("[tool.pmlint]\n", True),
        ("[tool]\npmlint = {}\n", True),
        ("[tool.pmlint\n", True),
        ("[tool.other\n", False),
    ],
)
def test_a_pyproject_counts_when_it_speaks_to_us(tmp_path: Path, text: str, ours: bool) -> None:
    above = put(tmp_path / "pmlint.toml", "")
    project = put(tmp_path / "inner" / "pyproject.toml", text)
    assert find(str(tmp_path / "inner" / "cv.md")) == (project if ours else above)


@pytest.mark.parametrize("text", ["[tool]\npmlint = 3\n", "tool = 'pmlint'\n"])
def test_a_pyproject_whose_table_is_none(tmp_path: Path, text: str) -> None:
    assert "must be a table" in failed(put(tmp_path / "pyproject.toml", text)).message


def test_each_folder_is_searched_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path / "pmlint.toml", "")
    looked: list[str] = []
    isfile = os.path.isfile
    monkeypatch.setattr(os.path, "isfile", lambda path: looked.append(path) or isfile(path))
    configs = Configs()
    for name in ("one.md", "two.md"):
        for folder in ("a", "a/b"):
            configs.find(str(tmp_path / folder / name))
    assert len(looked) == len(set(looked))


def test_extend_starts_from_another_file(tmp_path: Path) -> None:
    base = put(
        tmp_path / "base" / "pmlint.toml",
        """
profile = "strict"
select = ["wording"]
extend-exclude = ["a"]
exclude = ["x"]
max-per-line = 5
[kinds]
"a/**" = "story"
[rules]
one = "error"
[rules.two]
n = 1
m = 2
[words]
praise = ["fine"]
hype = ["super"]
""",
    )
    path = put(
        tmp_path / "pmlint.toml",
        """
extend = "base/pmlint.toml"
profile = "default"
ignore = ["vague-impact"]
extend-exclude = ["b"]
exclude = ["y"]
[kinds]
"b/**" = "case"
[rules]
one = "hint"
[rules.two]
n = 3
[words]
praise = ["good"]
""",
    )
    settings = settings_for(str(tmp_path))
    assert settings.profile == "default"
    assert settings.max_per_line == 5
    assert settings.choices == (
        Choice(base, ("wording",), ("one",), ()),
        Choice(path, None, ("one",), ("vague-impact",)),
    )
    assert settings.extend_exclude == ("a", "b")
    assert settings.exclude == ("y",)
    assert settings.kinds == (("a/**", "story"), ("b/**", "case"))
    assert settings.severities == {"one": "hint"}
    assert settings.options == {"two": {"n": 3, "m": 2}}
    assert settings.words == {"praise": ("good",), "hype": ("super",)}
    assert settings.root == str(tmp_path)
    assert settings.files == (path, base)


def test_extend_takes_several_the_later_over_the_earlier(tmp_path: Path) -> None:
    put(tmp_path / "one.toml", 'profile = "strict"\nmax-per-line = 1\n')
    put(tmp_path / "two.toml", 'profile = "default"\n')
    put(tmp_path / "pmlint.toml", 'extend = ["one.toml", "two.toml"]\n')
    settings = settings_for(str(tmp_path))
    assert (settings.profile, settings.max_per_line) == ("default", 1)


def test_a_fault_in_an_extended_file_is_told_there(tmp_path: Path) -> None:
    base = put(tmp_path / "base.toml", "\nprofile = 1\n")
    put(tmp_path / "pmlint.toml", 'extend = "base.toml"\n')
    with pytest.raises(ConfigError) as caught:
        settings_for(str(tmp_path))
    assert (caught.value.path, caught.value.line) == (base, 2)


def test_a_missing_base_is_told_with_the_chain(tmp_path: Path) -> None:
    middle = put(tmp_path / "middle.toml", 'profile = "draft"\nextend = ["gone.toml"]\n')
    first = put(tmp_path / "pmlint.toml", 'extend = "middle.toml"\n')
    with pytest.raises(ConfigError) as caught:
        settings_for(str(tmp_path))
    error = caught.value
    assert (error.path, error.line, error.column) == (middle, 2, 11)
    assert error.message.endswith(f"{first} -> {middle} -> {tmp_path / 'gone.toml'}")


def test_a_circle_is_told_with_the_chain(tmp_path: Path) -> None:
    one = put(tmp_path / "pmlint.toml", 'extend = "two.toml"\n')
    two = put(tmp_path / "two.toml", 'extend = "pmlint.toml"\n')
    with pytest.raises(ConfigError) as caught:
        settings_for(str(tmp_path))
    error = caught.value
    assert (error.path, error.line, error.column) == (two, 1, 10)
    assert error.message == f"extend goes round in a circle: {one} -> {two} -> {one}"


def test_the_same_error_for_every_file_of_a_bad_config(tmp_path: Path) -> None:
    put(tmp_path / "pmlint.toml", "a = 1")
    configs = Configs()
    errors = []
    for name in ("one.md", "two.md"):
        with pytest.raises(ConfigError) as caught:
            configs.settings_for(str(tmp_path / name))
        errors.append(caught.value)
    assert errors[0] is errors[1]
