"""Linters with made-up rules, over real documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from pmlint.api import Flag, Line, Place, Rule, Span
from pmlint.config.settings import Settings
from pmlint.document.document import Document
from pmlint.engine.lint import Linter
from pmlint.formats.markdown import MARKDOWN
from pmlint.host.host import Host, Registered

DEFAULT = Settings()


def rule(name: str, check: Callable[..., Any], **given: Any) -> Rule:
    """A rule that differs from others in what is given."""
    fields = {"unit": "line", "category": "wording", **given}
    return Rule(
        name, f"Summary of {name}.", f"{name}?", f"{name}!", check=check, page="p", **fields
    )


def words(*wanted: str) -> Callable[..., Iterable[Flag]]:
    """A check that flags each of the words wherever it stands in a line."""

    def check(line: Line, _: object) -> Iterable[Flag]:
        for word in wanted:
            at = line.text.find(word)
            while at >= 0:
                yield Flag(Place(line, Span(at, at + len(word))))
                at = line.text.find(word, at + 1)

    return check


@pytest.fixture(scope="session")
def built_in() -> Host:
    return Host.load(plugins=False)


@pytest.fixture
def linter(built_in: Host) -> Callable[..., Linter]:
    """``linter(rule, ..., settings=...)``: a linter with these rules and those on directives."""

    def made(*rules: Rule, settings: Settings = DEFAULT, **given: Any) -> Linter:
        host = Host()
        host.kinds, host.formats = built_in.kinds, built_in.formats
        for one in rules:
            plugin, slash, _ = one.name.partition("/")
            owner = (plugin, f"pmlint-{plugin}", "1.2") if slash else ("pmlint", "pmlint", "0")
            host.rules[one.name] = Registered(one, *owner)
        for name, registered in built_in.rules.items():
            if registered.rule.unit == "directive":
                host.rules[name] = registered
        return Linter(host, settings, **given)

    return made


@pytest.fixture
def read() -> Callable[[str], Document]:
    return lambda text: Document.read(text, MARKDOWN)


@pytest.fixture
def make_rule() -> Callable[..., Rule]:
    return rule


@pytest.fixture
def flag_words() -> Callable[..., Callable[..., Iterable[Flag]]]:
    return words
