"""`github`: workflow commands, which GitHub Actions shows beside the lines of a pull request."""

from __future__ import annotations

from pmlint.api.report import CheckedFile, Look, ReportFormat, Totals
from pmlint.report.wording import sentence

_LEVELS = {"error": "error", "warning": "warning", "info": "notice", "hint": "notice"}


def _data(text: str) -> str:
    """Text after the ``::``."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    """A property's value, where the separators of properties are escaped too."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _file(checked: CheckedFile, _: Look) -> str:
    rows: list[str] = []
    for finding in checked.findings:
        line, column = checked.position(finding.span.start)
        end_line, end_column = checked.position(finding.span.end)
        place = f"file={_value(checked.path)},line={line},col={column}"
        place += f",endLine={end_line},endColumn={end_column}"
        said = _data(sentence(finding.message, finding.question))
        rows.append(
            f"::{_LEVELS[finding.severity]} title={_value(f'pmlint ({finding.rule})')},"
            f"{place}::{said}\n"
        )
    return "".join(rows)


def _tail(totals: Totals, _: Look) -> str:
    rows: list[str] = []
    for failure in totals.failures:
        place = f",file={_value(failure.path)}" if failure.path else ""
        if failure.line:
            place += f",line={failure.line},col={failure.column}"
        rows.append(f"::error title=pmlint{place}::{_data(failure.message)}\n")
    return "".join(rows)


FORMAT = ReportFormat("github", "annotations on GitHub Actions", _file, tail=_tail)
