"""The audit for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from pmlint.api.report import Look
from pmlint.audit.answers import OF_A_PLAN, QUESTIONS
from pmlint.audit.audit import Audit, AuditedLine
from pmlint.audit.grid import grid, nowhere
from pmlint.audit.totals import Totals, totals
from pmlint.language.grid import LEVELS
from pmlint.report.terminal import Paint, printable, width
from pmlint.report.wording import count

_WIDEST = 100
_NONE = "-"
_WIDE = max(map(len, QUESTIONS))


def text(audits: Sequence[Audit], look: Look) -> str:
    """Each draft with its claims, then what all of them come to."""
    paint = Paint(look.color)
    rows: list[str] = []
    for audit in audits:
        rows += [*_draft(audit, paint, min(look.width, _WIDEST)), ""]
    lines = [line for audit in audits for line in audit.lines]
    if any(line.asked for line in lines):
        rows += _together(lines, paint, min(look.width, _WIDEST), several=len(audits) > 1)
    return "".join(f"{row}\n" for row in rows)


def counted(found: Totals) -> str:
    """``5 claims and 2 recommendations``"""
    claims = count(found.claims, "claim")
    if not found.recommendations:
        return claims
    recommended = count(found.recommendations, "recommendation")
    return f"{claims} and {recommended}" if found.claims else recommended


def _draft(audit: Audit, paint: Paint, columns: int) -> Iterator[str]:
    found = totals(audit.lines)
    yield (
        f"{paint.bold(printable(audit.path))} ({audit.kind}): "
        f"{counted(found)} in {count(found.lines, 'line')}"
    )
    asked = audit.asked
    gutter = len(str(asked[-1].start[0])) if asked else 0
    for line in asked:
        yield ""
        yield from _line(line, gutter, max(30, columns - gutter - 2), paint)


def _line(line: AuditedLine, gutter: int, room: int, paint: Paint) -> Iterator[str]:
    number = f"{line.start[0]:{gutter}}"
    for row in wrap(printable(line.words), room) or [""]:
        yield f"{paint.dim(number)}  {paint.bold(row)}"
        number = " " * gutter
    margin = " " * (gutter + 2)
    for question, answer in line.answers.items():
        if answer is not None:
            label = question.ljust(_WIDE)
            for row in wrap(printable(answer.text), max(20, room - _WIDE - 2)):
                yield f"{margin}{paint.dim(label)}  {paint.green(row)}"
                label = " " * _WIDE
    if line.strong:
        yield f"{margin}{paint.dim('strong'.ljust(_WIDE))}  answers all three"
    # One question at a time: the first that is open is the one to work on.
    for question, answer in line.answers.items():
        if answer is None:
            asks = (OF_A_PLAN if line.recommends else QUESTIONS)[question]
            yield f"{margin}{paint.dim('ask'.ljust(_WIDE))}  {paint.yellow(asks)}"
            break


def _together(
    lines: Sequence[AuditedLine], paint: Paint, columns: int, *, several: bool
) -> Iterator[str]:
    """Totals, the grid and the strong lines."""
    found = totals(lines)
    yield paint.bold("Answered")
    for question, answered in found.answers.items():
        yield f"  {question:{_WIDE}}  {answered} of {found.asked}"
    yield ""
    yield from _grid(lines, paint, columns, several=several)
    yield ""
    best = [line for line in lines if line.strong]
    if best:
        yield f"{paint.bold('Strong lines')}: {places(best, several=several)}"
        return
    yield f"{paint.bold('Strong lines')}: no line answers all three questions yet."
    close = [line for line in lines if line.answered == len(QUESTIONS) - 1]
    if close:
        yield f"Closest, with two answered: {places(close, several=several)}"


def _grid(
    lines: Sequence[AuditedLine], paint: Paint, columns: int, *, several: bool
) -> Iterator[str]:
    """The counts in a table, then the lines behind each cell."""
    cells = grid(lines)
    wide = max(map(len, cells))
    yield paint.bold("Where the evidence lies")
    yield "  ".join([" " * (wide + 2), *LEVELS])
    for side, levels in cells.items():
        counts = [str(len(cell) or _NONE).rjust(len(level)) for level, cell in levels.items()]
        yield "  ".join([f"  {side:{wide}}", *counts])
    yield ""
    behind = [
        (f"{side}, {level}", cell)
        for side, levels in cells.items()
        for level, cell in levels.items()
        if cell
    ]
    missing = nowhere(lines)
    if missing:
        behind.append(("evidence for nothing yet", missing))
    wide = max((len(name) for name, _ in behind), default=0)
    for name, cell in behind:
        label = f"  {name:{wide}}"
        for row in wrap(places(cell, several=several), max(20, columns - wide - 4)):
            yield f"{label}  {row}"
            label = " " * width(label)


def places(lines: Iterable[AuditedLine], *, several: bool) -> str:
    """Line numbers, by draft when there are several: ``cv.md:3, 5; story.md:2``"""
    by_path: dict[str, list[str]] = {}
    for line in lines:
        numbers = by_path.setdefault(printable(line.path), [])
        if str(line.start[0]) not in numbers:
            numbers.append(str(line.start[0]))
    if not several:
        return ", ".join(number for numbers in by_path.values() for number in numbers)
    return "; ".join(f"{path}:{', '.join(numbers)}" for path, numbers in by_path.items())
