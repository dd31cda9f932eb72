"""The audit for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from pmlint.api.report import Look
from pmlint.audit.audit import QUESTIONS, Audit, AuditedLine
from pmlint.audit.grid import LEVELS, grid
from pmlint.report.terminal import Paint, printable
from pmlint.report.wording import count

_UNANSWERED = "-"
_WIDEST = 100


def text(audits: Sequence[Audit], look: Look) -> str:
    """Each draft with its claims, then what all of them come to."""
    rows: list[str] = []
    for audit in audits:
        rows += [*_draft(audit, look), ""]
    claims = [line for audit in audits for line in audit.claims]
    if claims:
        rows += _together(claims, Paint(look.color), several=len(audits) > 1)
    return "".join(f"{row}\n" for row in rows)


def _draft(audit: Audit, look: Look) -> Iterator[str]:
    paint = Paint(look.color)
    claims = audit.claims
    yield (
        f"{paint.bold(printable(audit.path))} ({audit.kind}): "
        f"{count(len(claims), 'claim')} in {count(len(audit.lines), 'line')}"
    )
    gutter = len(str(claims[-1].start[0])) if claims else 0
    room = max(30, min(look.width, _WIDEST) - gutter - 2)
    for line in claims:
        yield ""
        number = f"{line.start[0]:{gutter}}"
        for row in wrap(printable(line.words), room) or [""]:
            yield f"{paint.dim(number)}  {paint.bold(row)}"
            number = " " * gutter
        for question in QUESTIONS:
            yield from _answer(question, line.answers[question], gutter, room, paint)


def _answer(
    question: str, answer: str | None, gutter: int, room: int, paint: Paint
) -> Iterator[str]:
    wide = max(map(len, QUESTIONS))
    label = paint.dim(question.ljust(wide))
    words = [paint.dim(_UNANSWERED)]
    if answer is not None:
        words = [paint.green(row) for row in wrap(printable(answer), room - wide - 2)]
    for row in words:
        yield f"{' ' * gutter}  {label}  {row}"
        label = " " * wide


def _together(claims: Sequence[AuditedLine], paint: Paint, *, several: bool) -> Iterator[str]:
    """Totals, the grid and the strong lines."""
    yield paint.bold("Answered")
    wide = max(map(len, QUESTIONS))
    for question in QUESTIONS:
        answered = sum(line.answers[question] is not None for line in claims)
        yield f"  {question:{wide}}  {answered} of {len(claims)}"
    yield ""
    yield paint.bold("Where the evidence lies")
    cells = grid(claims)
    wide = max(map(len, cells))
    yield "  ".join([" " * (wide + 2), *LEVELS])
    for side, levels in cells.items():
        counts = [str(len(cell) or _UNANSWERED).rjust(len(level)) for level, cell in levels.items()]
        yield "  ".join([f"  {side:{wide}}", *counts])
    yield ""
    best = [line for line in claims if line.strong]
    if best:
        yield f"{paint.bold('Strong lines')}: {_places(best, several=several)}"
        return
    yield f"{paint.bold('Strong lines')}: no line answers all three questions yet."
    close = [line for line in claims if line.answered == len(QUESTIONS) - 1]
    if close:
        yield f"Closest, with two answered: {_places(close, several=several)}"


def _places(lines: Sequence[AuditedLine], *, several: bool) -> str:
    if several:
        return ", ".join(f"{printable(line.path)}:{line.start[0]}" for line in lines)
    return ", ".join(str(line.start[0]) for line in lines)
