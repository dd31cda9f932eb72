"""Every rule flags the words that its fixtures mark, and nothing in its near misses."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from pmlint.api import Span
from tests.rules.fixtures import CASES, FILES, FOLDER, Case, cases, found, host, rule, unmarked

LEAST = 25
NAMES = [name for name, registered in host().rules.items() if registered.rule.unit != "directive"]


def marked(case: Case, spans: Iterable[Span]) -> str:
    """The draft of a case with these spans in double brackets, as in its file."""
    text = case.text
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]}[[{text[start:end]}]]{text[end:]}"
    return text


@pytest.mark.parametrize("case", CASES, ids=str)
def test_fixture(case: Case) -> None:
    assert case.kind in (rule(case.rule).kinds or host().kinds)
    assert marked(case, found(case)) == marked(case, case.spans)


@pytest.mark.parametrize("name", NAMES)
def test_rule_has_enough_fixtures(name: str) -> None:
    path = FOLDER / f"{name}.md"
    assert path in FILES, f"{name} has no fixtures"
    of_rule = cases(path)
    flagged = [case for case in of_rule if case.flagged]
    assert len(flagged) >= LEAST
    assert len(of_rule) - len(flagged) >= LEAST
    assert len({(case.text, case.kind) for case in of_rule}) == len(of_rule)


def test_marks_may_hold_brackets() -> None:
    text, spans = unmarked("Cut it by [[[X]%]] [[because [why?]]].")
    assert text == "Cut it by [X]% because [why?]."
    assert [span.of(text) for span in spans] == ["[X]%", "because [why?]"]


@pytest.mark.parametrize(
    "wrong",
    [
        "kind: resume\n\n- before any part\n",
        "## flags\n\n- of [[no]] kind\n",
        "kind: resume\n\n## flags\n\n- nothing is marked\n",
        "kind: resume\n\n## allows\n\n- this is [[marked]]\n",
        "kind: resume\n\nprose\n",
        "kind: resume\n\n## allows\n\n```markdown\nnot closed\n",
    ],
)
def test_what_is_no_fixture_is_refused(wrong: str, tmp_path: Path) -> None:
    path = tmp_path / "rule.md"
    path.write_text(wrong, "utf-8")
    with pytest.raises(ValueError):
        cases(path)
