"""Config files and the editor's settings: read, changed, wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.server.capabilities import OLD, VSCODE, push
from tests.server.client import Client, codes, insertion
from tests.server.conftest import Launch

HEAD = "From the week.\n\n"
WEAK = "- Cut page load time by 40%.\n"
RESUME = 'kind = "resume"\n'
WATCHING = push()
WATCHING["workspace"] = {
    **WATCHING["workspace"],
    "didChangeWatchedFiles": {"dynamicRegistration": True},
}


def write(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path.as_uri()


def message(client: Client, words: str) -> str:
    found = client.wait(
        lambda m: m.get("method") == "window/showMessage" and words in m["params"]["message"],
        f"message with {words!r}",
    )
    return str(found["params"]["message"])


def test_the_nearest_config_holds(launch: Launch, tmp_path: Path) -> None:
    write(tmp_path / "pmlint.toml", RESUME)
    write(tmp_path / "notes/pmlint.toml", 'kind = "note"\n')
    client = launch(folders=[tmp_path])
    for place, found in (("draft.md", ["missing-because"]), ("notes/draft.md", [])):
        uri = (tmp_path / place).as_uri()
        client.open(uri, HEAD + WEAK)
        assert codes(client.published(uri, 1)) == found


def test_two_folders_with_different_configs_and_a_file_from_elsewhere(
    launch: Launch, tmp_path: Path
) -> None:
    write(tmp_path / "one/pmlint.toml", RESUME)
    write(tmp_path / "two/pmlint.toml", RESUME + 'ignore = ["missing-because"]\n')
    write(tmp_path / "three/pmlint.toml", RESUME)
    client = launch(folders=[tmp_path / "one", tmp_path / "two"])
    for folder, found in (
        ("one", ["missing-because"]),
        ("two", []),
        ("three", ["missing-because"]),
    ):
        uri = (tmp_path / folder / "draft.md").as_uri()
        client.open(uri, HEAD + WEAK)
        assert codes(client.published(uri, 1)) == found


def test_an_unsaved_draft_takes_the_config_of_the_folder(launch: Launch, tmp_path: Path) -> None:
    write(tmp_path / "pmlint.toml", RESUME)
    client = launch(folders=[tmp_path])
    client.open("untitled:Untitled-1", HEAD + WEAK)
    assert codes(client.published("untitled:Untitled-1", 1)) == ["missing-because"]


def test_a_config_that_changes_comes_and_goes_is_polled(launch: Launch, tmp_path: Path) -> None:
    client = launch(folders=[tmp_path])
    uri = (tmp_path / "draft.md").as_uri()
    client.open(uri, HEAD + WEAK)
    client.published(uri, 1, rules=[])
    write(tmp_path / "pmlint.toml", RESUME)
    client.published(uri, 1, rules=["missing-because"])
    write(tmp_path / "pmlint.toml", RESUME + 'ignore = ["missing-because"]\n')
    client.published(uri, 1, rules=[])
    (tmp_path / "pmlint.toml").write_text(RESUME + "# all of them\n", encoding="utf-8")
    client.published(uri, 1, rules=["missing-because"])
    (tmp_path / "pmlint.toml").unlink()
    client.published(uri, 1, rules=[])


def test_a_config_that_is_extended_is_looked_at_too(launch: Launch, tmp_path: Path) -> None:
    write(tmp_path / "shared/base.toml", RESUME)
    write(tmp_path / "cv/pmlint.toml", 'extend = "../shared/base.toml"\n')
    client = launch(folders=[tmp_path / "cv"])
    uri = (tmp_path / "cv/draft.md").as_uri()
    client.open(uri, HEAD + WEAK)
    client.published(uri, 1, rules=["missing-because"])
    write(tmp_path / "shared/base.toml", 'kind = "note"\n')
    client.published(uri, 1, rules=[])


def test_a_save_looks_at_once(launch: Launch, tmp_path: Path) -> None:
    client = launch(WATCHING, folders=[tmp_path])
    uri = (tmp_path / "draft.md").as_uri()
    client.open(uri, HEAD + WEAK)
    client.published(uri, 1, rules=[])
    write(tmp_path / "pmlint.toml", RESUME)
    client.save(uri)
    client.published(uri, 1, rules=["missing-because"])


def test_a_client_that_watches_files_tells(launch: Launch, tmp_path: Path) -> None:
    client = launch(WATCHING, folders=[tmp_path])
    uri = (tmp_path / "draft.md").as_uri()
    client.open(uri, HEAD + WEAK)
    client.published(uri, 1, rules=[])
    (registration,) = client.registrations
    assert registration["method"] == "workspace/didChangeWatchedFiles"
    globs = [one["globPattern"] for one in registration["registerOptions"]["watchers"]]
    assert globs == ["**/pmlint.toml", "**/.pmlint.toml", "**/pyproject.toml"]
    config = write(tmp_path / "pmlint.toml", RESUME)
    client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": config, "type": 1}]})
    client.published(uri, 1, rules=["missing-because"])


def test_a_bad_config_is_said_once_shown_in_the_file_and_mended(
    launch: Launch, tmp_path: Path
) -> None:
    config = write(tmp_path / "pmlint.toml", '# \U0001f600\nkind = "resume" \nporfile = "strict"\n')
    client = launch(folders=[tmp_path])
    uri = (tmp_path / "draft.md").as_uri()
    client.open(uri, "<!-- pmlint: kind=resume -->\n\n" + HEAD + WEAK)
    said = message(client, "porfile")
    assert "pmlint.toml:3:1" in said
    assert "profile" in said
    (fault,) = client.published(config)
    assert fault["range"]["start"] == {"line": 2, "character": 0}
    # The defaults hold meanwhile, for further drafts too, and nothing more is said.
    assert codes(client.published(uri, 1)) == ["missing-because"]
    other = (tmp_path / "other.md").as_uri()
    client.open(other, "<!-- pmlint: kind=resume -->\n\n" + HEAD + WEAK)
    client.published(other, 1)
    shown = [m for m in client.heard if m.get("method") == "window/showMessage"]
    assert len(shown) == 1
    write(tmp_path / "pmlint.toml", 'kind = "resume"\nignore = ["missing-because"]\n')
    assert client.published(config) == []
    client.published(uri, 1, rules=[])


def test_an_unknown_rule_in_a_config_is_said(launch: Launch, tmp_path: Path) -> None:
    write(tmp_path / "pmlint.toml", RESUME + 'ignore = ["missing-becuase"]\n')
    client = launch(folders=[tmp_path])
    client.open((tmp_path / "draft.md").as_uri(), HEAD + WEAK)
    assert 'did you mean "missing-because"' in message(client, "missing-becuase")


def test_a_draft_that_the_config_leaves_out(launch: Launch, tmp_path: Path) -> None:
    write(tmp_path / "pmlint.toml", RESUME + 'exclude = ["drafts/"]\n')
    client = launch(folders=[tmp_path])
    hidden, seen = (tmp_path / "drafts/draft.md").as_uri(), (tmp_path / "draft.md").as_uri()
    client.open(hidden, HEAD + WEAK)
    client.open(seen, HEAD + WEAK)
    client.published(seen, 1)
    assert client.publishes(hidden) == []
    assert client.request("textDocument/hover", client.position(hidden, 2, 5)) is None
    write(tmp_path / "pmlint.toml", RESUME)
    client.save(seen)
    client.published(hidden, 1, rules=["missing-because"])


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ({"kind": "resume"}, ["missing-because"]),
        ({"kind": "resume", "rules": {"missing-because": "off"}}, []),
        ({"kind": "note"}, []),
    ],
)
def test_the_editors_settings_stand_over_the_config(
    launch: Launch, tmp_path: Path, settings: dict[str, Any], found: list[str]
) -> None:
    write(tmp_path / "pmlint.toml", 'kind = "story"\n')
    can = push()
    can["workspace"]["configuration"] = True
    client = launch(can, folders=[tmp_path], settings={"pmlint": settings})
    uri = (tmp_path / "draft.md").as_uri()
    client.open(uri, HEAD + WEAK)
    assert codes(client.published(uri, 1)) == found
    assert len(client.publishes(uri)) == 1


def test_settings_of_each_folder(launch: Launch, tmp_path: Path) -> None:
    can = push()
    can["workspace"]["configuration"] = True
    one, two = tmp_path / "one", tmp_path / "two"
    client = launch(can, folders=[one, two], settings={"pmlint": {}}, initialize=False)
    client.scoped = {
        one.as_uri(): {"pmlint": {"kind": "resume"}},
        two.as_uri(): {"pmlint": {"kind": "note"}},
    }
    client.initialize(can, [one, two])
    for folder, found in ((one, ["missing-because"]), (two, [])):
        uri = (folder / "draft.md").as_uri()
        client.open(uri, HEAD + WEAK)
        assert codes(client.published(uri, 1)) == found


def test_settings_that_change_are_asked_for_again(launch: Launch) -> None:
    can = push()
    can["workspace"]["configuration"] = True
    client = launch(can, folders=[], settings={"pmlint": {"kind": "resume"}})
    uri = "file:///nowhere/draft.md"
    client.open(uri, HEAD + WEAK)
    client.published(uri, 1, rules=["missing-because"])
    client.settings = {"pmlint": {"kind": "note"}}
    client.notify("workspace/didChangeConfiguration", {"settings": None})
    client.published(uri, 1, rules=[])


def test_settings_that_are_told(launch: Launch) -> None:
    client = launch(OLD, folders=[])
    uri = "file:///nowhere/draft.md"
    client.open(uri, HEAD + WEAK)
    client.published(uri, 1, rules=[])
    told = {"settings": {"pmlint": {"kind": "resume"}}}
    client.notify("workspace/didChangeConfiguration", told)
    client.published(uri, 1, rules=["missing-because"])


def test_wrong_settings_are_said_and_the_others_hold(launch: Launch) -> None:
    client = launch(OLD, folders=[], options={"kind": "resume", "maxPerLine": "two"})
    said = client.wait(lambda m: m.get("method") == "window/logMessage", "log message")
    assert "pmlint.maxPerLine must be a whole number" in said["params"]["message"]
    uri = "file:///nowhere/draft.md"
    client.open(uri, HEAD + WEAK)
    client.published(uri, 1, rules=["missing-because"])


def test_a_kind_that_there_is_not_is_said(launch: Launch) -> None:
    client = launch(OLD, folders=[], options={"kind": "resumee"})
    client.open("file:///nowhere/draft.md", HEAD + WEAK)
    assert 'did you mean "resume"' in message(client, "resumee")


def test_folders_that_come_and_go(launch: Launch, tmp_path: Path) -> None:
    write(tmp_path / "pmlint.toml", RESUME)
    client = launch(VSCODE, folders=[], settings={"pmlint": {}})
    uri = "untitled:Untitled-1"
    client.open(uri, HEAD + WEAK)
    ask = {"textDocument": {"uri": uri}}
    assert client.request("textDocument/diagnostic", ask)["items"] == []
    folder = {"uri": tmp_path.as_uri(), "name": "w"}
    for event, found in (
        ({"added": [folder], "removed": []}, ["missing-because"]),
        ({"added": [], "removed": [folder]}, []),
    ):
        client.notify("workspace/didChangeWorkspaceFolders", {"event": event})
        client.wait(lambda m: m.get("method") == "workspace/diagnostic/refresh", "refresh")
        assert codes(client.request("textDocument/diagnostic", ask)["items"]) == found


def test_a_client_that_never_tells_its_settings_is_served(launch: Launch) -> None:
    can = push()
    can["workspace"]["configuration"] = True
    client = launch(can, folders=[], initialize=False)
    client.answers = False
    client.initialize(can, [], {"kind": "resume"})
    client.open("file:///nowhere/draft.md", HEAD + WEAK)
    assert codes(client.published("file:///nowhere/draft.md", 1)) == ["missing-because"]


def test_debounce_delays_no_first_key_and_gathers_the_others(launch: Launch) -> None:
    client = launch(folders=[], options={"kind": "resume", "debounce": 2000})
    uri = "file:///nowhere/draft.md"
    client.open(uri, HEAD + WEAK)
    client.published(uri, 1)
    for version in (2, 3, 4):
        client.change(uri, version, insertion(0, 0, "x"))
    client.published(uri, 4)
    versions = [publish["version"] for publish in client.publishes(uri)]
    assert versions[-1] == 4
    assert 3 not in versions
