"""What fixing would change, as a unified diff."""

from __future__ import annotations

from difflib import unified_diff

from pmlint.api.report import CheckedFile, Look, ReportFormat
from pmlint.report.terminal import Paint, printable


def unified(path: str, before: str, after: str, look: Look) -> str:
    r"""A diff that ``patch`` can apply, so its lines end at ``\n`` only.

    On a terminal what could drive it is made harmless.
    """
    paint = Paint(look.color)
    rows: list[str] = []
    for row in unified_diff(_lines(before), _lines(after), path, path):
        bare = row.removesuffix("\n")
        if look.terminal:
            bare = printable(bare.removesuffix("\r"))
        if row.startswith("+"):
            bare = paint.green(bare)
        elif row.startswith("-"):
            bare = paint.red(bare)
        rows.append(bare + "\n")
        if not row.endswith("\n"):
            rows.append("\\ No newline at end of file\n")
    return "".join(rows)


def _lines(text: str) -> list[str]:
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop().removesuffix("\n")
    return [*lines, last] if last else lines


def _file(_: CheckedFile, __: Look) -> str:
    return ""


# A run that shows changes lists no findings.
FORMAT = ReportFormat("diff", "what fixing would change", _file, machine=False)
