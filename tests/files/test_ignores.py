"""Ignore files: what Git itself says is the measure."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from pmlint.files.find import find

FILES = (
    "keep.md",
    "drop.md",
    "notes/a.md",
    "notes/keep.md",
    "notes/deep/b.md",
    "notes/deep/keep.md",
    "build/out.md",
    "sub/build/out.md",
    "sub/build.md",
    "sub/draft 1.md",
    "sub/#odd.md",
    "sub/\u00fcber.md",
    "x/y/z/far.md",
)

RULES: list[dict[str, str]] = [
    {},
    {".gitignore": "drop.md\n"},
    {".gitignore": "*.md\n!keep.md\n"},
    {".gitignore": "build/\n"},
    {".gitignore": "/build\n"},
    {".gitignore": "notes/**\n!notes/keep.md\n"},
    {".gitignore": "notes/*\n!notes/deep\n!notes/deep/**\n"},
    {".gitignore": "notes/\n!notes/keep.md\n"},
    {".gitignore": "**/deep/*.md\n"},
    {".gitignore": "x/**/far.md\n"},
    {".gitignore": "# a comment\n\n\\#odd.md\ndraft\\ 1.md\n"},
    {".gitignore": "*.md\r\n!keep.md\r\n"},
    {".gitignore": "\u00fcber.md\n"},
    {".gitignore": "[dk]*.md\n"},
    {".gitignore": "*.md\n", "notes/.gitignore": "!*.md\n"},
    {
        ".gitignore": "*.md\n",
        "notes/.gitignore": "!keep.md\n",
        "notes/deep/.gitignore": "keep.md\n",
    },
    {"notes/.gitignore": "*\n!keep.md\n"},
    {"sub/.gitignore": "/build\n"},
    {".git/info/exclude": "notes\n"},
    {".git/info/exclude": "drop.md\nkeep.md\n", ".gitignore": "!keep.md\n"},
]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for key in [key for key in os.environ if key.startswith("GIT_")]:
        monkeypatch.delenv(key)
    # The user's own ignore file is no part of the project.
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "no-config"))
    root = tmp_path / "repository"
    root.mkdir()
    subprocess.run(["git", "init", "-q", str(root)], check=True, timeout=60)
    put(root, dict.fromkeys(FILES, "x\n"))
    monkeypatch.chdir(root)
    return root


def put(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def drafts(*paths: str) -> set[str]:
    return {path.replace(os.sep, "/") for path in find(paths, {".md"}).drafts}


def kept_by_git(root: Path) -> set[str]:
    listed = subprocess.run(
        ["git", "-C", str(root), "ls-files", "-z", "--others", "--exclude-standard"],
        capture_output=True,
        check=True,
        timeout=60,
    ).stdout.decode("utf-8")
    return {name for name in listed.split("\0") if name.endswith(".md")}


@pytest.mark.parametrize("rules", RULES, ids=[str(number) for number in range(len(RULES))])
def test_the_same_files_as_git(repository: Path, rules: dict[str, str]) -> None:
    put(repository, rules)
    assert drafts(".") == kept_by_git(repository)


def test_a_folder_below_the_root_obeys_the_files_above_it(repository: Path) -> None:
    put(repository, {".gitignore": "a.md\n", "notes/.gitignore": "b.md\n"})
    assert drafts("notes/deep") == {"notes/deep/keep.md"}
    assert drafts("notes") == {"notes/deep/keep.md", "notes/keep.md"}


def test_a_folder_that_is_named_is_read_though_ignored(repository: Path) -> None:
    put(repository, {".gitignore": "notes/\n", "notes/.gitignore": "a.md\n"})
    assert drafts("notes") == {"notes/deep/b.md", "notes/deep/keep.md", "notes/keep.md"}
    assert drafts("notes/deep") == {"notes/deep/b.md", "notes/deep/keep.md"}


def test_a_file_that_is_named_is_read_though_ignored(repository: Path) -> None:
    put(repository, {".gitignore": "*.md\n"})
    assert drafts("drop.md") == {"drop.md"}


def test_without_a_repository_ignore_files_hold_from_the_folder_that_is_walked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, {".gitignore": "a.md\n", "in/a.md": "", "in/b.md": "", "in/.gitignore": "b.md\n"})
    monkeypatch.chdir(tmp_path)
    assert drafts(".") == set()
    assert drafts("in") == {"in/a.md"}


def test_an_ignore_file_goes_before_every_gitignore(repository: Path) -> None:
    put(repository, {".ignore": "!drop.md\nx\n", ".gitignore": "drop.md\nkeep.md\n"})
    put(repository, {"notes/.gitignore": "!keep.md\n", "sub/.ignore": "*\n"})
    left = {"drop.md", "notes/a.md", "notes/keep.md", "notes/deep/b.md", "notes/deep/keep.md"}
    assert drafts(".") == {*left, "build/out.md"}


def test_a_linked_work_tree_finds_the_private_ignore_file(repository: Path, tmp_path: Path) -> None:
    git = ["git", "-C", str(repository), "-c", "user.name=a", "-c", "user.email=a@b.invalid"]
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "x"], check=True, timeout=60)
    linked = tmp_path / "linked"
    subprocess.run([*git, "worktree", "add", "-q", str(linked)], check=True, timeout=60)
    put(linked, {"a.md": "", "b.md": ""})
    put(repository, {".git/info/exclude": "a.md\n"})
    assert {Path(path).name for path in drafts(str(linked))} == {"b.md"}


def test_an_ignore_file_of_odd_bytes_does_no_harm(repository: Path) -> None:
    (repository / ".gitignore").write_bytes(b"\xff\xfe\ndrop.md\n")
    assert "drop.md" not in drafts(".")
    assert "keep.md" in drafts(".")
