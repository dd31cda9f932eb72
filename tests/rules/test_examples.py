"""The weak and strong examples of every rule's page are true."""

from __future__ import annotations

import re

import pytest

import pmlint
from pmlint.api import Rule
from pmlint.rules import pmlint_rules
from tests.rules.fixtures import lint

RULES = [rule for rule in pmlint_rules() if rule.unit != "directive"]
HEADINGS = (
    "What it flags",
    "Why it weakens the text",
    "Weak",
    "Stronger",
    "When to ignore it",
    "Source",
)


def part(rule: Rule, heading: str) -> str:
    """What stands under a heading of a rule's page; a heading inside a fence is none."""
    found: list[str] = []
    inside = fenced = False
    for row in rule.page.split("\n"):
        fenced ^= row.startswith("```")
        if row.startswith("## ") and not fenced:
            inside = row == f"## {heading}"
        elif inside:
            found.append(row)
    assert found, f"{rule.name} has no part {heading!r}"
    return "\n".join(found)


def examples(rule: Rule, heading: str) -> list[tuple[str, str]]:
    """(kind, draft) for each example: a bullet is one for each kind, a fence for its own."""
    text = part(rule, heading)
    drafts = re.findall(r"^```markdown \{(\w+)\}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    if drafts:
        return drafts
    bullets = re.findall(r"^- (.*(?:\n  .*)*)", text, re.MULTILINE)
    kinds = sorted(rule.kinds) or ["resume"]
    return [(kind, f"- {one}\n".replace("\n  ", " ")) for one in bullets for kind in kinds]


def cases(heading: str) -> list[tuple[str, str, str]]:
    return [(rule.name, *example) for rule in RULES for example in examples(rule, heading)]


def found(name: str, kind: str, text: str) -> bool:
    findings = pmlint.lint(text, kind=kind, select=[name])
    return any(finding.rule == name for finding in findings)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_page_is_complete(rule: Rule) -> None:
    at = [rule.page.find(f"## {heading}\n") for heading in HEADINGS]
    assert -1 not in at
    assert at == sorted(at)
    assert len(examples(rule, "Weak")) >= 2
    assert len(examples(rule, "Stronger")) >= 2


@pytest.mark.parametrize(("name", "kind", "text"), cases("Weak"))
def test_weak_example_is_flagged(name: str, kind: str, text: str) -> None:
    assert found(name, kind, text)


@pytest.mark.parametrize(("name", "kind", "text"), cases("Stronger"))
def test_strong_example_is_clean(name: str, kind: str, text: str) -> None:
    assert not found(name, kind, text)


LINES = frozenset(rule.name for rule in RULES if rule.unit == "line")


@pytest.mark.parametrize(
    ("kind", "text"), sorted({case[1:] for case in cases("Stronger") if case[0] in LINES})
)
def test_strong_line_gives_no_other_cause_for_doubt(kind: str, text: str) -> None:
    assert lint(text, kind) == []
