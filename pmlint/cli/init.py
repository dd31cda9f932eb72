"""``pmlint init``: a commented pmlint.toml, and on request a pre-commit entry."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from pmlint.cli.say import say
from pmlint.config.keys import KEYS
from pmlint.files.read import reason

_CONFIG = "pmlint.toml"
_HOOKS = ".pre-commit-config.yaml"
_COLUMNS = 88

# What a key might be set to: its default where it has one, else an example.
_EXAMPLES = {
    "extend": '"../pmlint.toml"',
    "profile": '"default"  # or "draft", "strict"',
    "preview": "false",
    "select": '["all"]',
    "extend-select": '["decision"]',
    "ignore": '["unexplained-jargon"]',
    "kind": '"resume"',
    "max-per-line": "2",
    "density": "true",
    "fail-level": '"info"  # or "error", "warning", "hint"',
    "exclude": '["drafts/old/"]',
    "extend-exclude": '["archive/"]',
    "respect-gitignore": "true",
    "require-plugins": "[]",
    "disable-plugins": "[]",
}
_TABLES = {
    "kinds": '[kinds]\n"stories/" = "story"\n"*.prd.md" = "proposal"',
    "per-path": '[[per-path]]\npaths = ["interviews/"]\nprofile = "strict"',
    "rules": (
        '[rules]\nvague-impact = "hint"\nsole-credit = "off"\n'
        '\n[rules.inflated-wording]\nseverity = "info"'
    ),
    "words": '[words]\nperson = ["caregivers", "dispatchers"]',
}

_ENTRY = """\
  - repo: local
    hooks:
      - id: pmlint
        name: pmlint
        entry: pmlint check
        language: system
        types_or: [markdown, plain-text]
"""


def options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--pre-commit",
        action="store_true",
        help=f"also write {_HOOKS}, or show what to add to the one that is there",
    )


def run(args: Namespace) -> int:
    written = _write(_CONFIG, config_text())
    hooked = _pre_commit() if args.pre_commit else True
    return 0 if written and hooked else 2


def config_text() -> str:
    """A config with every key in it, commented out, so that it changes nothing."""
    rows = [
        "# How pmlint reads the drafts in this folder and below. Everything here is a comment:",
        "# take away the # of what you want to change. `pmlint rules` lists the rules, and",
        "# `pmlint explain FILE` tells what holds for a draft.",
    ]
    plain = [key for key in KEYS if key.name in _EXAMPLES]
    # In TOML the tables come last.
    for key in [*plain, *(key for key in KEYS if key.name in _TABLES)]:
        rows += ["", *_comment(f"{key.help[0].upper()}{key.help[1:]}.")]
        example = _TABLES.get(key.name) or f"{key.name} = {_EXAMPLES[key.name]}"
        rows += [f"#{row}" if row else "" for row in example.split("\n")]
    return "\n".join(rows) + "\n"


def _comment(text: str) -> Iterator[str]:
    row = "#"
    for word in text.split():
        if len(row) + len(word) + 1 > _COLUMNS:
            yield row
            row = "#"
        row += f" {word}"
    yield row


def _pre_commit() -> bool:
    if os.path.lexists(_HOOKS):
        print(f"{_HOOKS} is there already. Add this under `repos:`\n\n{_ENTRY}", end="")
        return True
    return _write(_HOOKS, f"repos:\n{_ENTRY}")


def _write(path: str, text: str) -> bool:
    """Write a new file; one that is there is left as it is."""
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        say(f"{path}: there already; it was not changed")
        return False
    except OSError as error:
        say(f"{path}: {reason(error)}")
        return False
    print(f"Wrote {path}.")
    return True
