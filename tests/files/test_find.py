"""Paths on the command line to drafts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pmlint.files.find import find

EXTENSIONS = {".md", ".txt"}


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "cv.md",
        "b/pitch.MD",
        "b/a/story.txt",
        "b/cv.tex",
        "b/data.yaml",
        "b/photo.png",
        ".hidden/cv.md",
        ".draft.md",
        "Makefile",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def posix(paths: list[str]) -> list[str]:
    return [path.replace(os.sep, "/") for path in paths]


@pytest.mark.usefixtures("tree")
def test_a_folder_is_walked_in_order_and_what_is_left_out_is_counted() -> None:
    found = find(["."], EXTENSIONS)
    assert posix(found.drafts) == ["b/a/story.txt", "b/pitch.MD", "cv.md"]
    assert found.unread == {".tex": 1, ".yaml": 1}
    assert found.others == 2
    assert found.failures == []


@pytest.mark.usefixtures("tree")
def test_paths_are_shown_as_they_were_named() -> None:
    assert posix(find(["b"], EXTENSIONS).drafts) == ["b/a/story.txt", "b/pitch.MD"]
    assert posix(find(["./b/"], EXTENSIONS).drafts) == ["b/a/story.txt", "b/pitch.MD"]
    assert posix(find(["b/../cv.md"], EXTENSIONS).drafts) == ["b/../cv.md"]
    absolute = str(Path.cwd() / "b" / "a")
    assert find([absolute], EXTENSIONS).drafts == [str(Path.cwd() / "b" / "a" / "story.txt")]


@pytest.mark.usefixtures("tree")
def test_each_draft_is_read_once_however_often_it_is_named() -> None:
    found = find(["cv.md", ".", "./cv.md", str(Path.cwd() / "cv.md"), "-", "-"], EXTENSIONS)
    assert posix(found.drafts) == ["cv.md", "b/a/story.txt", "b/pitch.MD", "-"]


@pytest.mark.usefixtures("tree")
def test_a_named_file_is_read_whatever_it_is_called() -> None:
    found = find(["Makefile", ".draft.md", ".hidden", "b/photo.png"], EXTENSIONS)
    assert posix(found.drafts) == ["Makefile", ".draft.md", ".hidden/cv.md", "b/photo.png"]


@pytest.mark.usefixtures("tree")
def test_a_named_file_of_a_format_that_is_not_read_is_a_failure() -> None:
    found = find(["b/cv.tex", "b/data.yaml", "cv.md", "no.docx"], EXTENSIONS)
    assert found.drafts == ["cv.md"]
    assert found.failures == [
        ("b/cv.tex", "format not supported yet: LaTeX (.tex)"),
        ("b/data.yaml", "format not supported yet: YAML (.yaml)"),
        ("no.docx", "no such file or folder"),
    ]


@pytest.mark.usefixtures("tree")
def test_a_loaded_format_goes_before_the_table_of_formats_that_are_not_read() -> None:
    found = find(["b", "b/cv.tex"], {*EXTENSIONS, ".tex"})
    assert posix(found.drafts) == ["b/a/story.txt", "b/cv.tex", "b/pitch.MD"]
    assert found.unread == {".yaml": 1}


def test_links_in_a_circle_are_not_followed_and_a_linked_draft_is(tree: Path) -> None:
    (tree / "b" / "up").symlink_to(tree, target_is_directory=True)
    (tree / "b" / "linked.md").symlink_to(tree / "cv.md")
    (tree / "b" / "lost.md").symlink_to(tree / "gone.md")
    (tree / "alias").symlink_to(tree / "b", target_is_directory=True)
    found = find(["b", "alias"], EXTENSIONS)
    names = ["a/story.txt", "linked.md", "lost.md", "pitch.MD"]
    assert posix(found.drafts) == [f"{top}/{name}" for top in ("b", "alias") for name in names]


def test_a_link_to_itself_is_reported_when_it_is_read(tree: Path) -> None:
    (tree / "b" / "loop.md").symlink_to("loop.md")
    assert "b/loop.md" in posix(find(["b"], EXTENSIONS).drafts)


def test_a_folder_called_like_a_draft_is_a_folder(tree: Path) -> None:
    (tree / "talk.md").mkdir()
    (tree / "talk.md" / "part.md").write_text("x\n", encoding="utf-8")
    assert "talk.md/part.md" in posix(find(["."], EXTENSIONS).drafts)


def test_special_files_are_left_alone(tree: Path) -> None:
    os.mkfifo(tree / "b" / "pipe.md")
    assert "b/pipe.md" not in posix(find(["."], EXTENSIONS).drafts)


class Leaving:
    """Leaves out folders called `a` and files called `cv.*`, and Git's ignore files if asked."""

    def __init__(self, git: bool) -> None:
        self.respect_gitignore = git

    def excluded(self, path: str, *, folder: bool = False) -> bool:
        name = os.path.basename(path)
        return name == "a" if folder else name.startswith("cv.")


@pytest.mark.parametrize("git", [True, False])
def test_exclusions_are_asked_folder_by_folder(tree: Path, git: bool) -> None:
    (tree / "b" / ".gitignore").write_text("pitch.*\n", encoding="utf-8")
    (tree / ".ignore").write_text("*.txt\n", encoding="utf-8")
    asked: list[str] = []

    def exclusions(folder: str) -> Leaving:
        asked.append(os.path.relpath(folder, tree))
        return Leaving(git)

    found = find(["."], EXTENSIONS, exclusions)
    assert posix(found.drafts) == ([] if git else ["b/pitch.MD"])
    assert set(asked) == {".", "b"}
    assert posix(find(["cv.md", "b/a/story.txt"], EXTENSIONS, exclusions).drafts) == [
        "cv.md",
        "b/a/story.txt",
    ]
