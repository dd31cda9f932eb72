"""A plugin's report format, held to what it promises."""

from __future__ import annotations

from collections.abc import Callable

from pmlint.api.report import CheckedFile, Look, ReportFormat, Totals
from pmlint.host.problem import told
from pmlint.host.quiet import quiet


class ReportError(Exception):
    """A report format raised, or returned what is no text; the message names it."""


def guarded(form: ReportFormat) -> ReportFormat:
    """The same format; its faults are `ReportError`s, and what it prints goes to standard error."""

    def head() -> str:
        return _called(form.name, form.head)

    def file(checked: CheckedFile, look: Look) -> str:
        return _called(form.name, lambda: form.file(checked, look))

    def tail(totals: Totals, look: Look) -> str:
        return _called(form.name, lambda: form.tail(totals, look))

    return form._replace(head=head, file=file, tail=tail)


def _called(name: str, write: Callable[[], str]) -> str:
    try:
        with quiet():
            written = write()
    except Exception as error:
        raise ReportError(f"the report format {name} raised {told(error)}") from error
    if not isinstance(written, str):
        raise ReportError(f"the report format {name} returned no text but {type(written).__name__}")
    return written
