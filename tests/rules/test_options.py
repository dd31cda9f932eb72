"""The options of the line rules do what their help says."""

from __future__ import annotations

from typing import Any

import pytest

from pmlint.config.settings import Choice, Settings
from pmlint.document.document import Document
from pmlint.engine.lint import Linter
from pmlint.formats.markdown import MARKDOWN
from tests.rules.fixtures import host, line_rules, rule

# Rule, option, value, kind, and a line that is flagged with this value and not with the default,
# or the other way round.
CASES = [
    ("unexplained-jargon", "terms", 2, "resume", "Deployed Kafka and Cassandra."),
    ("unexplained-jargon", "terms", 4, "resume", "Deployed Kafka, Flink and Cassandra."),
    (
        "unexplained-jargon",
        "share",
        2,
        "resume",
        "Deployed Kafka, Flink and Cassandra on the racks of the second floor.",
    ),
    ("process-over-consequence", "safeguards", 1, "case", "If it fails, we have a rollback."),
    ("process-over-consequence", "safeguards", 3, "case", "If it fails, we restart and roll back."),
]


def flagged(name: str, kind: str, text: str, options: dict[str, Any]) -> bool:
    settings = Settings(command=Choice("test", select=(name,)), options={name: options})
    return bool(Linter(host(), settings).lint(Document.read(text, MARKDOWN), kind).findings)


@pytest.mark.parametrize(("name", "option", "value", "kind", "text"), CASES)
def test_option_makes_the_difference(
    name: str, option: str, value: object, kind: str, text: str
) -> None:
    without = flagged(name, kind, f"- {text}\n", {})
    assert flagged(name, kind, f"- {text}\n", {option: value}) is not without


def test_every_option_of_a_line_rule_is_tried() -> None:
    known = {(name, option.name) for name in line_rules() for option in rule(name).options}
    assert {case[:2] for case in CASES} == known
