"""The 3x3 grid: which side of the case a claim is evidence for, and at which level.

A level says how far the claim goes: a thing built (engineer), a choice made or others moved (tech
lead), a result for people with the reason that it was wanted for (product manager).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pmlint.audit.audit import AuditedLine
from pmlint.language.claims import Claim

SIDES = ("user impact", "business value", "technical feasibility")
LEVELS = ("engineer", "tech lead", "product manager")

Grid = Mapping[str, Mapping[str, list[AuditedLine]]]


def grid(lines: Iterable[AuditedLine]) -> Grid:
    """For each side and level the claims that are evidence there, in order."""
    cells: dict[str, dict[str, list[AuditedLine]]] = {
        side: {level: [] for level in LEVELS} for side in SIDES
    }
    for line in lines:
        if line.claim.claim:
            cells[side_of(line.claim)][level_of(line.claim)].append(line)
    return cells


def side_of(claim: Claim) -> str:
    """What the claim is about: its result, else the thing that was built."""
    if claim.outcome == "people":
        return "user impact" if claim.has("user") else "business value"
    return "technical feasibility"


def level_of(claim: Claim) -> str:
    if claim.outcome == "people" and claim.reason:
        return "product manager"
    if claim.tradeoff or claim.has("decision") or claim.has("persuasion"):
        return "tech lead"
    return "engineer"
