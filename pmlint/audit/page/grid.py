"""The 3x3 grid as a picture: a table of circles, and below it the lines behind each cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from math import sqrt

from pmlint.audit.audit import AuditedLine
from pmlint.audit.grid import Grid, grid, nowhere
from pmlint.audit.page.html import Html, hidden, join, tag
from pmlint.language.grid import LEVELS, SIDES, Side
from pmlint.report.wording import count

# Of a drawing that is 100 wide; a circle's area stands for the number of lines.
_LARGEST, _SMALLEST = 46.0, 9.0

Link = Callable[[AuditedLine], Html]


def section(lines: Sequence[AuditedLine], link: Link) -> Html:
    """The whole section; ``link`` writes a reference to a line."""
    cells = grid(lines)
    rows = [
        tag("tr", tag("th", side.capitalize(), scope="row"), *_cells(cells, side)) for side in SIDES
    ]
    head = tag(
        "tr",
        tag("td", hidden("side of the case")),
        *(tag("th", level.capitalize(), scope="col") for level in LEVELS),
    )
    caption = (
        "Lines of evidence by the side of the case that they speak for and the level that they "
        "reach. The ring is all of them, the disk within those with a measured outcome."
    )
    return tag(
        "section",
        tag("h2", "Where the evidence lies", id="grid"),
        tag("p", _in_words(cells), class_="lead"),
        tag(
            "table",
            tag("caption", caption),
            tag("thead", head),
            tag("tbody", *rows),
            class_="grid",
        ),
        _behind(lines, cells, link),
        aria_labelledby="grid",
    )


def _cells(cells: Grid, side: Side) -> list[Html]:
    most = max((len(cell) for levels in cells.values() for cell in levels.values()), default=0)
    made = []
    for level in LEVELS:
        cell = cells[side][level]
        measured = sum(line.claim.measured for line in cell)
        words = tag("span", count(len(cell), "line"), class_="count")
        if measured:
            words = join((words, tag("span", f"{measured} measured", class_="measured")))
        if not cell:
            words = tag("span", "none", class_="count none")
        made.append(tag("td", _circle(len(cell), measured, most), words))
    return made


def _circle(number: int, measured: int, most: int) -> Html:
    if not number:
        shapes = [tag("circle", cx=50, cy=50, r=3, class_="nothing")]
    else:
        shapes = [tag("circle", cx=50, cy=50, r=_radius(number, most), class_="ring")]
        if measured:
            # In the ring's own scale, and within it.
            inner = float(_radius(number, most)) * sqrt(measured / number) - 2
            shapes.append(tag("circle", cx=50, cy=50, r=f"{max(inner, 2):.1f}", class_="disk"))
    return tag("svg", *shapes, viewBox="0 0 100 100", aria_hidden="true", focusable="false")


def _radius(number: int, most: int) -> str:
    return f"{max(_SMALLEST, _LARGEST * sqrt(number / most)):.1f}"


def _behind(lines: Sequence[AuditedLine], cells: Grid, link: Link) -> Html:
    """Links to the lines, cell by cell, draft by draft."""
    several = len({line.path for line in lines}) > 1
    named = [
        (f"{side}, {level}", cell)
        for side, levels in cells.items()
        for level, cell in levels.items()
    ]
    named.append(("evidence for nothing yet", nowhere(lines)))
    rows = [
        join((tag("dt", name.capitalize()), *_links(cell, link, several=several)))
        for name, cell in named
        if cell
    ]
    return tag("dl", *rows, class_="behind")


def _links(cell: Sequence[AuditedLine], link: Link, *, several: bool) -> Iterator[Html]:
    for path, lines in groupby(cell, lambda line: line.path):
        numbers = join(map(link, lines), Html(" "))
        yield tag("dd", f"{path} " if several else "", numbers)


def _in_words(cells: Grid) -> str:
    """What the picture shows, for those who do not see it, and in a hurry."""
    totals = {side: sum(map(len, levels.values())) for side, levels in cells.items()}
    every = sum(totals.values())
    if not every:
        return "There is no evidence yet on any side."
    missing = [side for side, number in totals.items() if not number]
    if missing:
        return f"Nothing yet on {' or '.join(missing)}."
    side, level = max(
        ((side, level) for side in SIDES for level in LEVELS),
        key=lambda place: len(cells[place[0]][place[1]]),
    )
    return (
        f"All three sides have evidence. Most of it, {len(cells[side][level])} of {every}, is "
        f"{side} at the level of {'an' if level[0] in 'aeiou' else 'a'} {level}."
    )
