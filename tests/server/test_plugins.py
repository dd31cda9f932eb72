"""Rules of plugins that raise, print, read, exit and sleep: the conversation goes on."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from tests.server.client import Client, codes, insertion
from tests.server.conftest import Launch

URI = "file:///nowhere/cv.md"
HEAD = "<!-- pmlint: kind=resume -->\n\n## Experience\n\n"
LINE = HEAD.count("\n")
WEAK = "- Cut page load time by 40%.\n"
RULE = """
import os, subprocess, sys, time
from pmlint.api import Flag, Place, Rule, hookimpl

PAGE = '''
## What it flags

Lines with a certain word.

## Why it weakens the text

It is a test.
'''


def rule(name, check, moment="at once"):
    return Rule(name=f"acme/{name}", summary="A test.", question="Why?", message="a test",
                unit="line", check=check, page=PAGE, category="hygiene", moment=moment)


def flags(word):
    def check(line, options):
        return [Flag(Place(line))] if word in line.text else ()
    return check

"""


@pytest.fixture
def with_plugin(launch: Launch, tmp_path: Path) -> object:
    def start(code: str) -> Client:
        site = tmp_path / "site"
        info = site / "acme_rules-1.0.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-rules\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text("[pmlint]\nacme = acme_rules\n")
        (site / "acme_rules.py").write_text(RULE + textwrap.dedent(code))
        return launch(env={"PYTHONPATH": str(site), "PMLINT_DISABLE_PLUGINS": ""}, folders=[])

    return start


def test_a_rule_that_raises_is_told_once_and_benched(with_plugin: type[Client]) -> None:
    client = with_plugin(
        """
        def broken(line, options):
            raise RuntimeError("no luck")

        @hookimpl
        def pmlint_rules():
            return [rule("broken", broken), rule("works", flags("Cut"))]
        """
    )
    client.open(URI, HEAD + WEAK)
    assert codes(client.published(URI, 1)) == ["acme/works", "missing-because"]
    for version in range(2, 6):
        client.change(URI, version, insertion(LINE, 2, "x"))
        client.published(URI, version)
    logged = [
        m["params"]["message"] for m in client.heard if m.get("method") == "window/logMessage"
    ]
    (told,) = [message for message in logged if "no luck" in message]
    assert "acme-rules 1.0" in told
    assert "acme/broken" in told
    assert client.shut_down() == 0


def test_a_rule_that_prints_reads_and_spawns_does_not_break_the_protocol(
    with_plugin: type[Client],
) -> None:
    client = with_plugin(
        """
        print("while loading")
        os.write(1, b"to the descriptor")

        def loud(line, options):
            print("Content-Length: 3")
            sys.stdout.write("more")
            sys.stdout.flush()
            sys.__stdout__.write("and more")
            sys.__stdout__.flush()
            os.write(1, b"and more")
            assert sys.stdin.read() == ""
            assert os.read(0, 10) == b""
            subprocess.run(["echo", "from a child"], check=True)
            return [Flag(Place(line))] if "Cut" in line.text else ()

        @hookimpl
        def pmlint_rules():
            return [rule("loud", loud)]
        """
    )
    client.open(URI, HEAD + WEAK)
    assert codes(client.published(URI, 1)) == ["acme/loud", "missing-because"]
    client.change(URI, 2, insertion(LINE, 6, "x"))
    assert codes(client.published(URI, 2)) == ["acme/loud", "missing-because"]
    assert client.shut_down() == 0
    assert b"from a child" in client.stderr


def test_a_rule_that_exits_does_not_end_the_server(with_plugin: type[Client]) -> None:
    client = with_plugin(
        """
        def leaves(line, options):
            raise SystemExit(3)

        @hookimpl
        def pmlint_rules():
            return [rule("leaves", leaves)]
        """
    )
    client.open(URI, HEAD + WEAK)
    assert codes(client.published(URI, 1)) == ["missing-because"]
    assert client.shut_down() == 0


def test_a_rule_that_sleeps_keeps_nobody_else_waiting(
    with_plugin: type[Client], tmp_path: Path
) -> None:
    """The rule sleeps for as long as a file is there: only when others have been answered does the
    test take it away."""
    bed = tmp_path / "bed"
    bed.touch()
    client = with_plugin(
        f"""
        def sleeper(line, options):
            while "Slept" in line.text and os.path.exists({str(bed)!r}):
                time.sleep(0.01)
            return [Flag(Place(line))] if "Slept" in line.text else ()

        @hookimpl
        def pmlint_rules():
            return [rule("sleeper", sleeper)]
        """
    )
    client.open(URI, HEAD + "- Slept well.\n")
    other = "file:///nowhere/other.md"
    client.open(other, HEAD + WEAK)
    assert codes(client.published(other, 1)) == ["missing-because"]
    for version in range(2, 12):
        client.change(other, version, insertion(LINE, 2, "x"))
        client.change(URI, version, insertion(LINE, 8, "x"))
        client.published(other, version)
    hover = client.request("textDocument/hover", client.position(other, LINE, 20))
    assert "missing-because" in hover["contents"]["value"]
    assert client.publishes(URI) == []
    bed.unlink()
    assert "acme/sleeper" in codes(client.published(URI, 11))


def test_a_server_whose_rule_sleeps_can_be_left(with_plugin: type[Client]) -> None:
    client = with_plugin(
        """
        def sleeper(line, options):
            time.sleep(3600)

        @hookimpl
        def pmlint_rules():
            return [rule("sleeper", sleeper)]
        """
    )
    client.open(URI, HEAD + WEAK)
    assert client.shut_down() == 0


def test_a_plugin_that_cannot_be_loaded_is_told(with_plugin: type[Client]) -> None:
    client = with_plugin("import nothing_of_that_name\n")
    told = client.wait(lambda m: m.get("method") == "window/logMessage", "log message")
    assert "nothing_of_that_name" in told["params"]["message"]
    assert "acme-rules 1.0" in told["params"]["message"]
    client.open(URI, HEAD + WEAK)
    assert codes(client.published(URI, 1)) == ["missing-because"]
