"""The 3x3 grid of a draft, or of several: the lines behind each cell.

Where a line falls is said in `pmlint.language.grid`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pmlint.audit.audit import AuditedLine
from pmlint.language.grid import LEVELS, SIDES, Level, Side

Grid = Mapping[Side, Mapping[Level, list[AuditedLine]]]


def grid(lines: Iterable[AuditedLine]) -> Grid:
    """For each side and level the lines that are evidence there, in order."""
    cells: dict[Side, dict[Level, list[AuditedLine]]] = {
        side: {level: [] for level in LEVELS} for side in SIDES
    }
    for line in lines:
        if line.placed is not None:
            for side in line.placed.sides:
                cells[side][line.placed.level].append(line)
    return cells


def nowhere(lines: Iterable[AuditedLine]) -> list[AuditedLine]:
    """The claims that are evidence for nothing."""
    return [line for line in lines if line.claim.claim and line.placed is None]
