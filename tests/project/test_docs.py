"""The documentation is true: its commands and programs run, and its links lead somewhere.

In README.md, CONTRIBUTING.md and docs/, from the top of a page to its end, in one folder that
holds a copy of examples/:

- a block whose info string names a file (```` ```toml pmlint.toml ````) writes that file;
- a ``console`` block runs its ``$`` lines; output shown below one is compared, where a line of
  three dots stands for any lines;
- a ``python`` block runs, sharing names with those before it; ``>>>`` is checked as a doctest;
- ``<!-- not run: reason -->`` before a block leaves it out, for what installs or waits for a person.
"""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyromark
import pytest

from pmlint.config.load import settings_for
from pmlint.engine.lint import Linter
from pmlint.host.host import Host

REPOSITORY = Path(__file__).parent.parent.parent
PAGES = sorted(
    [
        *REPOSITORY.glob("*.md"),
        *(REPOSITORY / "docs").rglob("*.md"),
        *(REPOSITORY / "editors").glob("*/README.md"),
    ]
)
NOT_RUN = re.compile(r"<!-- not run: \S.* -->\s*")


def name(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


@dataclass(frozen=True)
class Block:
    language: str
    file: str
    text: str
    run: bool


def events(path: Path) -> list[Any]:
    return list(pyromark.Markdown().events(path.read_text(encoding="utf-8")))


def blocks(path: Path) -> Iterator[Block]:
    info: str | None = None
    text = ""
    run = True
    for event in events(path):
        match event:
            case {"Start": {"CodeBlock": {"Fenced": str(info)}}}:
                text = ""
            case {"Text": str(more)} if info is not None:
                text += more
            case {"End": "CodeBlock"} if info is not None:
                language, _, file = info.partition(" ")
                yield Block(language, file, text, run)
                info, run = None, True
            case {"Html": str(html)}:
                run = not NOT_RUN.fullmatch(html)
            case {"Start": started} if started != "HtmlBlock":
                run = True


def matches(shown: str, printed: str) -> bool:
    """Whether ``printed`` is what a page shows; a line of three dots stands for any lines."""
    pattern = "".join(
        "(?:.*\n)*?" if line.strip() == "..." else re.escape(line.rstrip()) + r"[ ]*\n"
        for line in shown.rstrip().split("\n")
    )
    return re.fullmatch(pattern, printed.rstrip() + "\n") is not None


def run_console(text: str, cwd: Path) -> None:
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "NO_COLOR": "1",
        "COLUMNS": "100",
        # `pip install` in a page: into the page's own folder, from what is on the machine.
        "PIP_TARGET": str(cwd / "site-packages"),
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "false",
        "PYTHONPATH": str(cwd / "site-packages"),
    }
    steps = re.split(r"^\$ ", text, flags=re.MULTILINE)
    assert not steps[0].strip(), "a console block begins with a command"
    for step in steps[1:]:
        command, _, shown = step.partition("\n")
        while command.endswith("\\"):
            more, _, shown = shown.partition("\n")
            command += "\n" + more
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=cwd,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=120,
            check=False,
        )
        printed = done.stdout.decode()
        if shown.strip():
            assert matches(shown, printed), f"$ {command}\nprints:\n{printed}\nthe page:\n{shown}"
        else:
            assert done.returncode in (0, 1), f"$ {command}\n{printed}"


def run_python(text: str, names: dict[str, Any], page: Path) -> None:
    if ">>>" not in text:
        exec(compile(text, name(page), "exec"), names)
        return
    test = doctest.DocTestParser().get_doctest(text, names, name(page), name(page), 0)
    results = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, clear_globs=False)
    names.update(test.globs)
    assert results.failed == 0


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_what_a_page_shows_is_true(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(REPOSITORY / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "docs"}
    for block in blocks(page):
        if block.file:
            place = tmp_path / block.file
            assert place.resolve().is_relative_to(tmp_path.resolve())
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(block.text, encoding="utf-8", newline="")
        elif block.run and block.language == "console":
            run_console(block.text, tmp_path)
        elif block.run and block.language == "python":
            run_python(block.text, names, page)


CONFIGS = [
    pytest.param(block.text, id=f"{name(page)}-{number}")
    for page in PAGES
    for number, block in enumerate(blocks(page))
    if block.language == "toml"
    and (not block.file or Path(block.file).name == "pmlint.toml")
    and not block.file.startswith("broken/")
    # That page installs the plugin whose rules it configures, and runs it.
    and name(page) != "docs/plugins.md"
]


@pytest.mark.parametrize("config", CONFIGS)
def test_every_config_is_accepted(config: str, tmp_path: Path) -> None:
    (tmp_path / "pmlint.toml").write_text("", encoding="utf-8")
    place = tmp_path / "drafts" / "pmlint.toml"
    place.parent.mkdir()
    place.write_text(config, encoding="utf-8")
    linter = Linter(Host.load(plugins=False), settings_for(str(place)))
    assert linter.problems == ()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_block_says_its_language(page: Path) -> None:
    assert [block.text for block in blocks(page) if not block.language] == []


def anchors(path: Path) -> set[str]:
    """The anchors that headings get on a code host: lower case, hyphens, no punctuation."""
    found: set[str] = set()
    title: str | None = None
    for event in events(path):
        match event:
            case {"Start": {"Heading": _}}:
                title = ""
            case {"Text": str(text)} | {"Code": str(text)} if title is not None:
                title += text
            case {"End": {"Heading": _}} if title is not None:
                found.add(re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-"))
                title = None
    return found


def links(path: Path) -> list[str]:
    return [
        event["Start"]["Link"]["dest_url"]
        for event in events(path)
        if "Start" in event and isinstance(event["Start"], dict) and "Link" in event["Start"]
    ]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_somewhere(page: Path) -> None:
    dead = []
    for link in links(page):
        if re.match(r"[a-z]+:", link):
            continue
        file, _, anchor = link.partition("#")
        target = (page.parent / file) if file else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            dead.append(link)
    assert dead == []


def test_the_lines_for_neovim_start_pmlint(tmp_path: Path) -> None:
    """The README's lines, in a real Neovim: a draft that is opened gets the server."""
    (lines,) = [block.text for block in blocks(REPOSITORY / "README.md") if block.language == "lua"]
    script = tmp_path / "init.lua"
    script.write_text(
        lines.replace("/path/to/pmlint", str(REPOSITORY))
        + """
vim.cmd.edit("cv.md")
local started = vim.wait(20000, function()
  return #vim.lsp.get_clients({ name = "pmlint", bufnr = 0 }) > 0
end)
vim.cmd(started and "qall!" or "cquit 1")
""",
        encoding="utf-8",
    )
    tools = Path(sys.executable).parent
    done = subprocess.run(
        [tools / "nvim", "--headless", "--clean", "-i", "NONE", "-n", "-c", f"luafile {script}"],
        cwd=tmp_path,
        env={**os.environ, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()


def test_the_generated_pages_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, "tools/docs.py", "--check"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr


class TestTheseChecks:
    """A check that lets everything pass would be worse than none."""

    def test_output_is_compared(self) -> None:
        assert matches("one\n...\nfour\n", "one\ntwo\nthree\nfour\n")
        assert matches("one\n...\n", "one\n")
        assert not matches("one\n...\nfour\n", "one\ntwo\n")
        assert not matches("one", "one\ntwo\n")

    def test_a_wrong_page_is_found(self, tmp_path: Path) -> None:
        with pytest.raises(AssertionError):
            run_console("$ echo two\none\n", tmp_path)
        with pytest.raises(AssertionError):
            run_console("$ exit 2\n", tmp_path)
        with pytest.raises(AssertionError):
            run_python(">>> 1 + 1\n3\n", {}, REPOSITORY / "README.md")

    def test_blocks_are_read(self, tmp_path: Path) -> None:
        page = tmp_path / "page.md"
        page.write_text(
            "```toml a.toml\nx = 1\n```\n\n<!-- not run: asks -->\n\n```console\n$ false\n```\n"
            "\nText.\n\n```console\n$ true\n```\n",
            encoding="utf-8",
        )
        assert list(blocks(page)) == [
            Block("toml", "a.toml", "x = 1\n", True),
            Block("console", "", "$ false\n", False),
            Block("console", "", "$ true\n", True),
        ]
