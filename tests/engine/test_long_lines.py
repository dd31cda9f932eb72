"""Lines that no reader would take for one claim end no run, and are named."""

from __future__ import annotations

import pytest

from pmlint.config.settings import Settings
from pmlint.document.document import Document
from pmlint.engine.lint import Linter
from pmlint.engine.report import Report
from pmlint.formats.markdown import MARKDOWN
from pmlint.host.host import Host
from pmlint.language.claims import LONGEST


def lint(built_in: Host, text: str) -> Report:
    return Linter(built_in, Settings()).lint(Document.read(text, MARKDOWN), "resume", "long.md")


@pytest.mark.parametrize("unit", ["We cut churn by 5% because users left. ", "[", "word ", "a-"])
def test_a_bullet_of_a_megabyte_is_named_and_the_rest_is_read(built_in: Host, unit: str) -> None:
    long = unit * (1_000_000 // len(unit))
    report = lint(built_in, f"- {long}\n- Led the roadmap for payments.\n")
    (problem,) = report.problems
    assert problem.path == "long.md"
    assert f"is read up to character {LONGEST:,}" in problem.message
    assert repr(long[:60]) in problem.message
    assert "overclaimed-ownership" in [finding.rule for finding in report.findings]


def test_the_longest_line_that_is_read_whole_is_no_problem(built_in: Host) -> None:
    line = "We wrote it down. " * (LONGEST // 18)
    report = lint(built_in, f"- {line}{'x' * (LONGEST - len(line))}\n")
    assert report.problems == ()


def test_what_stands_past_the_limit_is_not_read(built_in: Host) -> None:
    end = "Was responsible for the hiring roadmap."
    report = lint(built_in, f"- {'We wrote it down. ' * (LONGEST // 18 + 1)}{end}\n")
    assert all(finding.span.end <= LONGEST + 2 for finding in report.findings)
    assert len(report.problems) == 1
