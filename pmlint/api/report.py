"""Report formats: how findings are written out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from pmlint.api.finding import Finding
from pmlint.text.lines import LineIndex


class CheckedFile:
    """One checked draft.

    ``path``: as the user named it. ``text``: the whole source. ``kind``: its document kind.
    ``findings``: in order of place; their spans count code points of ``text`` from 0.
    """

    __slots__ = ("_lines", "findings", "kind", "path", "text")

    def __init__(self, path: str, text: str, kind: str, findings: Sequence[Finding]) -> None:
        self.path = path
        self.text = text
        self.kind = kind
        self.findings = findings
        self._lines: LineIndex | None = None

    @property
    def lines(self) -> LineIndex:
        if self._lines is None:
            self._lines = LineIndex(self.text)
        return self._lines

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a code point offset, both counted from 1."""
        line, column = self.lines.position(offset)
        return line + 1, column + 1


class Failure(NamedTuple):
    """Something that could not be done: an unreadable file, a bad config, a rule that raised.

    ``line`` and ``column`` count from 1; 0 when there is no such place.
    """

    path: str
    message: str
    line: int = 0
    column: int = 0


class Totals(NamedTuple):
    """What a whole run came to. ``fixable``: findings with a safe fix; ``fixed``: fixes applied."""

    files: int
    files_with_findings: int
    findings: int
    by_rule: Mapping[str, int]
    by_severity: Mapping[str, int]
    fixable: int
    failures: Sequence[Failure]
    fixed: int = 0


class Look(NamedTuple):
    """Where the report goes. ``width``: columns of the terminal, or a usual width for a pipe."""

    color: bool = False
    width: int = 100
    terminal: bool = False


def _nothing(*_: object) -> str:
    return ""


class ReportFormat(NamedTuple):
    """One value of ``--output-format``.

    A report is ``head()``, then ``file(checked, look)`` for each draft in order of path with
    ``between`` written between those that are not empty, then ``tail(totals, look)``. ``file`` may
    run in another process, so it keeps nothing between calls. ``machine``: read by programs, so
    always UTF-8 and never colored.
    """

    name: str
    summary: str
    file: Callable[[CheckedFile, Look], str]
    head: Callable[[], str] = _nothing
    between: str = ""
    tail: Callable[[Totals, Look], str] = _nothing
    machine: bool = True


__all__ = ["CheckedFile", "Failure", "Look", "ReportFormat", "Totals"]
