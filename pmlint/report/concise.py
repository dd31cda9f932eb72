"""`concise`: one line a finding, as compilers write it, for a quick look or an editor's list."""

from __future__ import annotations

from pmlint.api.report import CheckedFile, Look, ReportFormat
from pmlint.report.terminal import Paint, printable
from pmlint.report.wording import sentence


def _file(checked: CheckedFile, look: Look) -> str:
    paint = Paint(look.color)
    rows: list[str] = []
    for finding in checked.findings:
        line, column = checked.position(finding.span.start)
        place = f"{paint.bold(printable(checked.path))}{paint.dim(f':{line}:{column}:')}"
        said = printable(sentence(finding.message, finding.question))
        rows.append(f"{place} {paint.yellow(finding.rule)}: {said}\n")
    return "".join(rows)


FORMAT = ReportFormat("concise", "one line a finding", _file, machine=False)
