"""The lines of source that a finding is about, with carets under its span."""

from __future__ import annotations

from pmlint.api.report import CheckedFile
from pmlint.report.terminal import Cell, Paint, cells
from pmlint.text.span import Span

_CUT = "..."
_MOST_LINES = 5
_NARROWEST = 30


def excerpt(checked: CheckedFile, span: Span, paint: Paint, columns: int) -> list[str]:
    """Rows to print for ``span``: numbered source lines, each with a row of carets below.

    ``columns`` is the room for a whole row; a longer line is cut to a window around the span. Of a
    span over more than five lines the middle is left out.
    """
    index = checked.lines
    first = index.position(span.start)[0]
    last = index.position(max(span.start, span.end - 1))[0]
    numbers = list(range(first, last + 1))
    skip_after = -1
    if len(numbers) > _MOST_LINES:
        numbers = [*numbers[:3], numbers[-1]]
        skip_after = numbers[2]
    gutter = len(str(last + 1))
    room = max(_NARROWEST, columns - gutter - 3)
    bar = paint.dim("|")
    rows = [f"{' ' * gutter} {bar}"]
    for number in numbers:
        start, end = index.line(number)
        left = max(span.start, start) - start
        right = min(span.end, end) - start
        if number > first:
            # Indentation of a line that goes on is no part of what is flagged.
            while left < right and checked.text[start + left] in " \t":
                left += 1
        shown, carets = _window(checked.text, Span(start, end), left, right, room)
        rows.append(f"{paint.dim(str(number + 1).rjust(gutter))} {bar} {shown}".rstrip())
        rows.append(f"{' ' * gutter} {bar} {paint.yellow(carets)}")
        if number == skip_after:
            rows.append(f"{' ' * gutter} {bar} {paint.dim(_CUT)}")
    return rows


def _window(text: str, line: Span, left: int, right: int, room: int) -> tuple[str, str]:
    """The line as shown within ``room`` columns, and its carets.

    Only code points near the span are looked at, so a line of megabytes costs no more.
    """
    length = line.end - line.start
    base = max(0, left - room)
    stop = min(length, left + 2 * room)
    near = cells(text[line.start + base : line.start + stop])
    left, right = left - base, min(right, stop) - base
    whole = base == 0 and stop == length and _columns(near, 0, len(near)) <= room
    low, high = (0, len(near)) if whole else _cut(near, left, room - 2 * len(_CUT))
    before = _CUT if base + low > 0 else ""
    after = _CUT if base + high < length else ""
    shown = before + "".join(cell.shown for cell in near[low:high]) + after
    indent = len(before) + _columns(near, low, left)
    # An empty span, or one of invisible characters, still gets a caret to stand on.
    carets = max(1, _columns(near, left, min(right, high)))
    return shown, " " * indent + "^" * carets


def _cut(near: list[Cell], left: int, room: int) -> tuple[int, int]:
    """A window of at most ``room`` columns: some of what leads up to the span, then the rest."""
    low = high = left
    used = 0
    while low > 0 and used + near[low - 1].width <= room // 4:
        low -= 1
        used += near[low].width
    while high < len(near) and used + near[high].width <= room:
        used += near[high].width
        high += 1
    while low > 0 and used + near[low - 1].width <= room:
        low -= 1
        used += near[low].width
    return low, high


def _columns(near: list[Cell], low: int, high: int) -> int:
    return sum(cell.width for cell in near[low:high])
