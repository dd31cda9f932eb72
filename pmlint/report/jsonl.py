"""`jsonl`: one JSON object a line, as soon as it is known: findings, then errors and the summary.

``type`` tells them apart: ``finding``, ``error``, ``summary``.
"""

from __future__ import annotations

from pmlint import __version__
from pmlint.api.report import CheckedFile, Look, ReportFormat, Totals
from pmlint.report.wire import SCHEMA, encoded, failure_data, finding_data


def _file(checked: CheckedFile, _: Look) -> str:
    return "".join(
        encoded({"type": "finding", **finding_data(checked, finding)}) + "\n"
        for finding in checked.findings
    )


def _tail(totals: Totals, _: Look) -> str:
    rows = [encoded({"type": "error", **failure_data(each)}) for each in totals.failures]
    summary = {
        "type": "summary",
        "schema": SCHEMA,
        "version": __version__,
        "files": totals.files,
        "findings": totals.findings,
        "by_rule": dict(sorted(totals.by_rule.items())),
    }
    return "".join(f"{row}\n" for row in [*rows, encoded(summary)])


FORMAT = ReportFormat("jsonl", "one JSON object a line", _file, tail=_tail)
