"""For every test: in CI, a test that is skipped is a test that failed.

A skip hides a missing install step. Only a test marked ``platform("why")`` may be skipped there,
because it cannot run on every platform.
"""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest

Hook = Generator[None, pytest.TestReport, pytest.TestReport]


def in_ci() -> bool:
    return os.environ.get("CI", "").lower() == "true"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Hook:
    report = yield
    excused = any(mark.args for mark in item.iter_markers("platform"))
    if report.skipped and not hasattr(report, "wasxfail") and in_ci() and not excused:
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and CI skips no test: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if report.skipped and in_ci():
        report.outcome = "failed"
        report.longrepr = f"{collector.nodeid} was skipped whole, and CI skips no test"
    return report
