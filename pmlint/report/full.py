"""`full`: for a person at a terminal. Each finding with its words, its question and what to do."""

from __future__ import annotations

from pmlint.api.finding import Finding, Severity, SourceFix
from pmlint.api.report import CheckedFile, Look, ReportFormat, Totals
from pmlint.report.excerpt import excerpt
from pmlint.report.terminal import Paint, printable
from pmlint.report.wording import count

_FIX = {"safe": "fix (safe)", "suggestion": "or", "template": "fill in"}
_PLURAL = {"info": "info"}


def _file(checked: CheckedFile, look: Look) -> str:
    paint = Paint(look.color)
    return "".join(_finding(checked, finding, look, paint) for finding in checked.findings)


def _finding(checked: CheckedFile, finding: Finding, look: Look, paint: Paint) -> str:
    line, column = checked.position(finding.span.start)
    place = f"{paint.bold(printable(checked.path))}{paint.dim(f':{line}:{column}:')}"
    name = _colored(finding.rule, finding.severity, paint)
    rows = [f"{place} {name}: {printable(finding.message)}"]
    rows += excerpt(checked, finding.span, paint, look.width)
    if finding.question:
        rows.append(f"  {paint.cyan('ask:')} {printable(finding.question)}")
    rows += [_fix(fix, paint) for fix in finding.fixes]
    for related in finding.related:
        at = "{}:{}".format(*checked.position(related.span.start))
        name = f"{related.rule}: " if related.rule else ""
        rows.append(f"  {paint.dim(f'also at {at}:')} {name}{printable(related.message)}")
    return "\n".join(rows) + "\n\n"


def _colored(rule: str, severity: Severity, paint: Paint) -> str:
    if severity == "error":
        return paint.red(rule)
    return paint.yellow(rule) if severity == "warning" else paint.bold(rule)


def _fix(fix: SourceFix, paint: Paint) -> str:
    return f"  {paint.green(_FIX[fix.safety] + ':')} {printable(fix.title)}"


def _tail(totals: Totals, look: Look) -> str:
    if not totals.files:
        return ""
    fixed = f"Fixed {count(totals.fixed, 'place')}. " if totals.fixed else ""
    checked = f"{fixed}Checked {count(totals.files, 'draft')}: "
    if not totals.findings:
        # In a pipe or a log, silence says it better.
        return f"{checked}nothing to ask.\n" if look.terminal or fixed else ""
    where = f" in {totals.files_with_findings} of them" if totals.files > 1 else ""
    sorts = ", ".join(
        count(totals.by_severity[severity], severity, _PLURAL.get(severity, ""))
        for severity in ("error", "warning", "info", "hint")
        if totals.by_severity.get(severity)
    )
    fixable = f" {totals.fixable} can be fixed safely with --fix." if totals.fixable else ""
    return f"{checked}{count(totals.findings, 'question')}{where} ({sorts}).{fixable}\n"


FORMAT = ReportFormat(
    "full", "source excerpts, questions and fixes, for people", _file, tail=_tail, machine=False
)
