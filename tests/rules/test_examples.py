"""The weak and strong examples of every rule's page are true."""

from __future__ import annotations

import re

import pytest

import pmlint
from pmlint.api import Rule
from pmlint.rules import pmlint_rules

RULES = [rule for rule in pmlint_rules() if rule.unit == "line"]
HEADINGS = ("What it flags", "Why it weakens the text", "Weak", "Stronger", "When to ignore it")


def examples(rule: Rule, heading: str) -> list[str]:
    match = re.search(rf"^## {heading}\n\n(.*?)(?=^## |\Z)", rule.page, re.DOTALL | re.MULTILINE)
    assert match, f"{rule.name} has no part {heading!r}"
    return re.findall(r"^- (.*(?:\n  .*)*)", match[1], re.MULTILINE)


def cases(heading: str) -> list[tuple[str, str, str]]:
    return [
        (rule.name, kind, text.replace("\n  ", " "))
        for rule in RULES
        for text in examples(rule, heading)
        for kind in sorted(rule.kinds) or ["resume"]
    ]


def found(name: str, kind: str, text: str) -> bool:
    findings = pmlint.lint(f"- {text}\n", kind=kind, select=[name])
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
