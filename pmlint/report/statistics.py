"""How often each rule spoke, most often first, in place of the findings."""

from __future__ import annotations

from pmlint.api.report import CheckedFile, Look, ReportFormat, Totals
from pmlint.report.terminal import Paint


def _file(_: CheckedFile, __: Look) -> str:
    return ""


def _tail(totals: Totals, look: Look) -> str:
    paint = Paint(look.color)
    rows = sorted(totals.by_rule.items(), key=lambda row: (-row[1], row[0]))
    wide = len(str(rows[0][1])) if rows else 0
    return "".join(f"{paint.bold(str(times).rjust(wide))}  {rule}\n" for rule, times in rows)


FORMAT = ReportFormat("statistics", "how often each rule spoke", _file, tail=_tail, machine=False)
