"""pmlint in a real Neovim: keys typed, what is underlined, and what goes again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pmlint.host.host import Host
from tests.editors.conftest import CURRENT, DEBIAN, NEW, OLD, Neovim, Start

RESUME = Path(__file__).with_name("resume.md")
WEAK = "- Cut page load time by 40%."
REASON = " because slow pages were making first-time buyers leave."
# So long that no pause ends the typing within a test.
PATIENT = {"idleDelay": 3_600_000}


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return Path(shutil.copy(RESUME, tmp_path / "resume.md"))


def type_weak_then_strong(nvim: Neovim, flagged: str = "Cut page load time by 40%") -> None:
    """Type a weak bullet at the end, see it underlined, complete it, see the line go."""
    assert nvim.findings() == []
    nvim.keys(f"Go{WEAK}")
    assert nvim.until(["missing-because"]) == [("missing-because", flagged)]
    # Drawn too, while the writer is still typing.
    assert nvim.mode() == "i"
    assert nvim.underlined() == [flagged]
    nvim.keys(f"<BS>{REASON}")
    nvim.until([])
    assert nvim.mode() == "i"
    assert nvim.underlined() == []
    nvim.keys("<Esc>")
    assert nvim.text()[-1] == WEAK[:-1] + REASON


def test_a_weak_bullet_is_underlined_and_completed(start: Start, draft: Path) -> None:
    nvim = start(PATIENT)
    nvim.open(draft)
    type_weak_then_strong(nvim)


@pytest.mark.parametrize(
    "before",
    [
        "An emoji \U0001f680\U0001f1f5\U0001f1f9 and a clef \U0001d11e.",
        "A form\x0cfeed and a vertical\x0btab.",
        "A line\u2028separator, a paragraph\u2029separator, a next\x85line.",
        "The e\u0301tude.",
    ],
    ids=["emoji", "form feed", "line separators", "combining"],
)
def test_after_odd_characters(start: Start, draft: Path, before: str) -> None:
    draft.write_text(draft.read_text(encoding="utf-8").replace("\n", f"\n\n{before}\n", 1))
    nvim = start(PATIENT)
    nvim.open(draft)
    type_weak_then_strong(nvim)


def test_with_crlf(start: Start, draft: Path) -> None:
    draft.write_bytes(draft.read_bytes().replace(b"\n", b"\r\n"))
    nvim = start(PATIENT)
    nvim.open(draft)
    assert nvim.lua("return vim.bo.fileformat") == "dos"
    type_weak_then_strong(nvim)


def test_the_words_after_an_emoji_in_the_bullet(start: Start, draft: Path) -> None:
    nvim = start(PATIENT)
    nvim.open(draft)
    nvim.keys("Go- \U0001f680\U0001f680 Cut page load time by 40%.")
    assert nvim.until(["missing-because"]) == [("missing-because", "Cut page load time by 40%")]


def test_silent_in_the_middle_of_a_sentence(start: Start, draft: Path) -> None:
    nvim = start(PATIENT)
    nvim.open(draft)
    nvim.keys("Go- ")
    nvim.settled()
    for word in WEAK[2:-1].split(" "):
        nvim.keys(f"{word} ")
        nvim.settled()
        assert nvim.findings() == []
    assert nvim.text()[-1] == f"{WEAK[:-1]} "
    nvim.keys("<CR>")
    nvim.until(["missing-because"])


def test_a_pause_ends_the_typing(start: Start, draft: Path) -> None:
    nvim = start({"idleDelay": 300})
    nvim.open(draft)
    nvim.keys(f"Go{WEAK[:-1]}")
    nvim.until(["missing-because"])
    assert nvim.mode() == "i"


def test_undo_and_changes_far_apart(start: Start, draft: Path) -> None:
    nvim = start({"gating": False})
    nvim.open(draft)
    nvim.keys(f"Go{WEAK}<Esc>")
    nvim.until(["missing-because"])
    nvim.keys("u")
    nvim.until([])
    nvim.keys("<C-r>")
    nvim.until(["missing-because"])
    nvim.api.command("%s/ because .*//")
    nvim.settled()
    assert len({rule for rule, _ in nvim.findings()}) > 1
    assert len(nvim.findings()) == 4
    nvim.keys("u")
    nvim.until(["missing-because"])


def test_ignoring_by_code_action_and_hover(start: Start, draft: Path) -> None:
    nvim = start(PATIENT)
    nvim.open(draft)
    nvim.keys(f"Go{WEAK}<Esc>")
    nvim.until(["missing-because"])
    nvim.keys("0w")
    nvim.lua("vim.lsp.buf.hover()")
    floats = """vim.tbl_filter(
      function(w) return vim.api.nvim_win_get_config(w).relative ~= "" end,
      vim.api.nvim_list_wins())"""
    nvim.wait(f"#{floats} == 1", "hover window")
    hover = "\n".join(
        nvim.lua(
            f"""return vim.api.nvim_buf_get_lines(
              vim.api.nvim_win_get_buf({floats}[1]), 0, -1, false)"""
        )
    )
    assert "Because what was hurting whom?" in hover
    assert "measure: 40%" in hover
    nvim.lua(
        """vim.lsp.buf.code_action({ apply = true, filter = function(action)
          return action.title == "Ignore missing-because here" end })"""
    )
    nvim.until([])
    assert nvim.text()[-2:] == ["<!-- pmlint: disable-next missing-because -->", WEAK]


def test_a_config_that_comes_is_noticed(start: Start, draft: Path) -> None:
    nvim = start(PATIENT)
    nvim.open(draft)
    nvim.keys(f"Go{WEAK}<Esc>")
    nvim.until(["missing-because"])
    draft.with_name("pmlint.toml").write_text('ignore = ["missing-because"]\n', encoding="utf-8")
    nvim.until([])


def test_live_can_be_turned_off(start: Start, draft: Path) -> None:
    nvim = start(PATIENT, more="vim.g.pmlint_live = false\n")
    nvim.open(draft)
    nvim.keys(f"Go{WEAK}")
    nvim.until(["missing-because"])
    assert nvim.underlined() == []
    nvim.keys("<Esc>")
    nvim.wait("vim.api.nvim_get_mode().mode == 'n'", "normal mode")
    assert nvim.underlined() == ["Cut page load time by 40%"]


def test_checkhealth(start: Start, draft: Path) -> None:
    nvim = start(PATIENT)
    nvim.open(draft)
    nvim.api.command("checkhealth pmlint")
    report = "\n".join(nvim.text())
    assert "pmlint 0." in report
    assert "serves buffers" in report
    assert "while you type" in report
    assert "ERROR" not in report


def test_checkhealth_says_what_is_missing(start: Start) -> None:
    nvim = start(lines='vim.lsp.config("pmlint", {{ cmd = {{ "no-such-pmlint", "server" }} }})\n')
    nvim.api.command("checkhealth pmlint")
    report = "\n".join(nvim.text())
    assert "no-such-pmlint" in report
    assert "no client is running" in report


def test_help_has_its_tags(start: Start, tmp_path: Path) -> None:
    nvim = start()
    doc = tmp_path / "doc"
    shutil.copytree(Path(__file__).parents[2] / "editors/nvim/doc", doc)
    nvim.api.command(f"set runtimepath+={tmp_path}")
    nvim.api.command(f"helptags {doc}")
    for tag in ("pmlint", "pmlint-live", "pmlint.setup()"):
        nvim.api.command(f"help {tag}")
        assert nvim.api.current.buffer.name.endswith("pmlint.txt")


@pytest.mark.parametrize(
    "binary",
    [binary for binary in (CURRENT, DEBIAN) if binary.exists()],
    ids=lambda path: path.parent.parent.name,
)
def test_setup_for_every_version(start: Start, draft: Path, binary: Path) -> None:
    nvim = start(PATIENT, lines=OLD, binary=binary)
    nvim.open(draft)
    type_weak_then_strong(nvim)


def test_two_drafts_share_a_server(start: Start, draft: Path) -> None:
    nvim = start(PATIENT, lines=NEW)
    other = Path(shutil.copy(draft, draft.with_name("other.md")))
    nvim.open(draft)
    nvim.open(other)
    assert nvim.lua("return #vim.lsp.get_clients({ name = 'pmlint' })") == 1
    type_weak_then_strong(nvim)


def test_every_file_type_is_one_that_pmlint_reads(start: Start) -> None:
    nvim = start()
    read = {name for one in Host.load(plugins=False).formats.values() for name in one.languages}
    assert set(nvim.lua('return require("pmlint.client").filetypes')) <= read


def test_a_text_file(start: Start, tmp_path: Path) -> None:
    draft = tmp_path / "resume.txt"
    draft.write_text("Experience\n\n", encoding="utf-8")
    nvim = start(PATIENT | {"kind": "resume"})
    nvim.open(draft)
    type_weak_then_strong(nvim)
