"""The fixtures of the built-in rules: drafts in Markdown with the flagged words marked.

A file ``tests/fixtures/rules/RULE.md`` reads::

    # missing-because

    kind: resume

    ## flags

    - [[Cut p95 latency from 900 ms to 200 ms]].
    - {story} [[The service recovered]] after 52 minutes.

    ## allows

    - Cut p95 latency from 900 ms to 200 ms because buyers gave up.

A bullet is a draft of one bullet. A whole draft stands in a fence whose info string is the ending
of its file name (``markdown``, ``txt``), with another kind in braces after it. Double brackets
mark what the rule must flag, exactly; a draft under ``allows`` has none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from pmlint.api import Finding, Rule, Span
from pmlint.config.settings import Choice, Settings
from pmlint.document.document import Document
from pmlint.engine.fixes import fix
from pmlint.engine.lint import Linter
from pmlint.host.host import Host

ROUNDS = 10
FOLDER = Path(__file__).parent.parent / "fixtures" / "rules"

_KIND = re.compile(r"\{(\w+)\} ?")
_FENCE = re.compile(r"(`{3,})(\w+) ?(?:\{(\w+)\})?")
_MARK = re.compile(r"\[\[(.*?)\]\](?!\])", re.DOTALL)


class Case(NamedTuple):
    """One draft of a fixture file, at ``line`` (from 1); ``spans`` count in ``text``."""

    rule: str
    line: int
    kind: str
    ending: str
    text: str
    flagged: bool
    spans: tuple[Span, ...]

    @property
    def bullet(self) -> str:
        """The words of a draft that is one bullet, "" of any other."""
        one = self.text.startswith("- ") and self.text.find("\n") == len(self.text) - 1
        return self.text[2:-1] if one else ""

    def __str__(self) -> str:
        return f"{self.rule}:{self.line}"


def unmarked(text: str) -> tuple[str, tuple[Span, ...]]:
    """A text without its marks, and where the marked words stand in it."""
    parts: list[str] = []
    spans: list[Span] = []
    at = size = 0
    for mark in _MARK.finditer(text):
        parts += [text[at : mark.start()], mark[1]]
        start = size + mark.start() - at
        spans.append(Span(start, start + len(mark[1])))
        size, at = spans[-1].end, mark.end()
    parts.append(text[at:])
    return "".join(parts), tuple(spans)


@lru_cache
def cases(path: Path) -> tuple[Case, ...]:
    """The drafts of a fixture file, in order. Raises ValueError for what is no fixture."""
    kind = part = fence = ""
    ending = other = ""
    draft: list[str] = []
    found: list[Case] = []

    def add(line: int, ending: str, other: str, text: str) -> None:
        words, spans = unmarked(text)
        flagged = part == "flags"
        if not kind or not part or flagged != bool(spans):
            raise ValueError(f"{path}:{line}: no kind, no part, or marks that are not for it")
        found.append(Case(path.stem, line, other or kind, ending, words, flagged, spans))

    for number, row in enumerate(path.read_text("utf-8").split("\n"), start=1):
        opened = _FENCE.fullmatch(row)
        if fence:
            if row == fence:
                add(number - len(draft), ending, other, "".join(f"{each}\n" for each in draft))
                fence = ""
            else:
                draft.append(row)
        elif opened:
            fence, ending, other = opened[1], opened[2], opened[3] or ""
            draft = []
        elif row.startswith("- "):
            named = _KIND.match(row, 2)
            text = row[named.end() if named else 2 :]
            add(number, "markdown", named[1] if named else "", f"- {text}\n")
        elif row.startswith("kind: "):
            kind = row.removeprefix("kind: ")
        elif row in ("## flags", "## allows"):
            part = row.removeprefix("## ")
        elif row and row != f"# {path.stem}":
            raise ValueError(f"{path}:{number}: {row!r} is no part of a fixture")
    if fence:
        raise ValueError(f"{path}: a fence is not closed")
    return tuple(found)


@lru_cache
def host() -> Host:
    return Host.load(plugins=False)


@lru_cache
def line_rules() -> tuple[str, ...]:
    """The names of the rules that look at one line at a time."""
    return tuple(name for name, one in host().rules.items() if one.rule.unit == "line")


@lru_cache
def rule(name: str) -> Rule:
    return host().rules[name].rule


@lru_cache
def linter(*rules: str) -> Linter:
    """A linter of these rules alone that holds nothing back."""
    settings = Settings(
        preview=True, max_per_line=0, density=False, command=Choice("test", select=rules)
    )
    return Linter(host(), settings)


def lint(text: str, kind: str, *rules: str, ending: str = "markdown") -> list[Finding]:
    """What rules, by default all that look at lines, find in a draft, in order of place.

    Fails the test when a rule fails.
    """
    reader = host().format_for(f"draft.{ending}")
    assert reader is not None, ending
    report = linter(*(rules or line_rules())).lint(Document.read(text, reader), kind)
    assert not report.problems
    return list(report.findings)


def found(case: Case) -> list[Span]:
    """Where the rule of a case flags its draft."""
    return [one.span for one in lint(case.text, case.kind, case.rule, ending=case.ending)]


def once(text: str, kind: str) -> str:
    """A text after one round of the safe fixes of line rules."""
    return fix(text, lint(text, kind)).text


def settled(text: str, kind: str) -> str:
    """A text after safe fixes until there are none left."""
    for _ in range(ROUNDS):
        text, before = once(text, kind), text
        if text == before:
            return text
    raise AssertionError(f"fixes go on for ever: {text!r}")


FILES = sorted(FOLDER.glob("*.md"))
CASES = [case for path in FILES for case in cases(path)]
BULLETS = [case for case in CASES if case.bullet]
