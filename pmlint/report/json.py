"""`json`: one object for the whole run, schema 1."""

from __future__ import annotations

from pmlint import __version__
from pmlint.api.report import CheckedFile, Look, ReportFormat, Totals
from pmlint.report.wire import SCHEMA, encoded, failure_data, finding_data


def _head() -> str:
    return f'{{"schema": {SCHEMA}, "version": {encoded(__version__)},\n "findings": ['


def _file(checked: CheckedFile, _: Look) -> str:
    rows = [encoded(finding_data(checked, finding)) for finding in checked.findings]
    return ",".join(f"\n  {row}" for row in rows)


def _tail(totals: Totals, _: Look) -> str:
    errors = ",".join(f"\n  {encoded(failure_data(failure))}" for failure in totals.failures)
    summary = {
        "files": totals.files,
        "findings": totals.findings,
        "by_rule": dict(sorted(totals.by_rule.items())),
    }
    return f'],\n "errors": [{errors}],\n "summary": {encoded(summary)}}}\n'


FORMAT = ReportFormat(
    "json", "one JSON object for the whole run", _file, head=_head, between=",", tail=_tail
)
