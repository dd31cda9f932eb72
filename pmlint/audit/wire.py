"""The audit as plain data, schema 1; lines, columns and offsets as in `pmlint.report.wire`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pmlint.audit.audit import Audit, AuditedLine
from pmlint.audit.grid import grid
from pmlint.audit.totals import Totals, totals
from pmlint.report.wire import SCHEMA


def data(audits: Sequence[Audit]) -> dict[str, Any]:
    """All drafts in one: their lines one after the other, and what they come to together."""
    lines = [line for audit in audits for line in audit.lines]
    return {
        "schema": SCHEMA,
        "lines": [_line(line) for line in lines],
        "totals": totals_data(totals(lines)),
        "grid": {
            side: {level: [_place(line) for line in cell] for level, cell in levels.items()}
            for side, levels in grid(lines).items()
        },
        "strong": [line.start[0] for line in lines if line.strong],
    }


def totals_data(found: Totals) -> dict[str, Any]:
    return {
        "lines": found.lines,
        "claims": found.claims,
        "recommendations": found.recommendations,
        "outcome": found.outcomes,
        "measured": found.measured,
        "reason": found.reason,
        "tradeoff": found.tradeoff,
        "answers": found.answers,
        "strong": found.strong,
    }


def _place(line: AuditedLine) -> dict[str, Any]:
    return {"path": line.path, "line": line.start[0], "measured": line.claim.measured}


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
        "answers": {question: answer and answer.text for question, answer in line.answers.items()},
    }
