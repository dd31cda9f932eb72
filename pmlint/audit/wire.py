"""The audit as plain data, schema 1; lines, columns and offsets as in `pmlint.report.wire`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pmlint.audit.audit import QUESTIONS, Audit, AuditedLine
from pmlint.audit.grid import grid
from pmlint.report.wire import SCHEMA

_OUTCOMES = ("none", "technical", "people")


def data(audits: Sequence[Audit]) -> dict[str, Any]:
    """All drafts in one: their lines one after the other, and what they come to together."""
    lines = [line for audit in audits for line in audit.lines]
    return {
        "schema": SCHEMA,
        "lines": [_line(line) for line in lines],
        "totals": totals(lines),
        "grid": {
            side: {level: [_place(line) for line in cell] for level, cell in levels.items()}
            for side, levels in grid(lines).items()
        },
        "strong": [line.start[0] for line in lines if line.strong],
    }


def totals(lines: Sequence[AuditedLine]) -> dict[str, Any]:
    """Counts over claims, but for ``lines``, which counts them all."""
    claims = [line for line in lines if line.claim.claim]
    return {
        "lines": len(lines),
        "claims": len(claims),
        "outcome": {
            outcome: sum(line.claim.outcome == outcome for line in claims) for outcome in _OUTCOMES
        },
        "measured": sum(line.claim.measured for line in claims),
        "reason": sum(line.claim.reason for line in claims),
        "tradeoff": sum(line.claim.tradeoff for line in claims),
        "answers": {
            question: sum(line.answers[question] is not None for line in claims)
            for question in QUESTIONS
        },
        "strong": sum(line.strong for line in claims),
    }


def _place(line: AuditedLine) -> dict[str, Any]:
    return {"path": line.path, "line": line.start[0]}


def _line(line: AuditedLine) -> dict[str, Any]:
    claim = line.claim
    return {
        "path": line.path,
        "start": {"line": line.start[0], "column": line.start[1]},
        "end": {"line": line.end[0], "column": line.end[1]},
        "offset": list(line.span),
        "text": line.text,
        "claim": claim.claim,
        "outcome": claim.outcome,
        "measured": claim.measured,
        "reason": claim.reason,
        "tradeoff": claim.tradeoff,
        "facts": [
            {"name": fact.name, "text": fact.text, "offset": list(fact.span)} for fact in line.facts
        ],
        "answers": dict(line.answers),
    }
