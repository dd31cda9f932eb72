"""What the lines of one draft, or of several, come to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pmlint.audit.answers import QUESTIONS
from pmlint.audit.audit import AuditedLine

OUTCOMES = ("none", "technical", "people")


class Totals(NamedTuple):
    """``lines`` counts them all; ``claims`` and ``recommendations`` those that are asked.

    ``outcomes``, ``measured``, ``reason`` and ``tradeoff`` count claims; ``answers`` (by question)
    and ``strong`` count claims and recommendations.
    """

    lines: int
    claims: int
    recommendations: int
    outcomes: dict[str, int]
    measured: int
    reason: int
    tradeoff: int
    answers: dict[str, int]
    strong: int

    @property
    def asked(self) -> int:
        return self.claims + self.recommendations


def totals(lines: Iterable[AuditedLine]) -> Totals:
    every = tuple(lines)
    claims = [line.claim for line in every if line.claim.claim]
    asked = [line for line in every if line.asked]
    return Totals(
        len(every),
        len(claims),
        len(asked) - len(claims),
        {outcome: sum(claim.outcome == outcome for claim in claims) for outcome in OUTCOMES},
        sum(claim.measured for claim in claims),
        sum(claim.reason for claim in claims),
        sum(claim.tradeoff for claim in claims),
        {
            question: sum(line.answers[question] is not None for line in asked)
            for question in QUESTIONS
        },
        sum(line.strong for line in asked),
    )
