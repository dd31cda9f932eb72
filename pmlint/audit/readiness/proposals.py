"""A PRD or a one-pager, and the parts that a committee looks for in it.

"A feature proposal ... complete with user research, success metrics, and risk assessment" (the
article, on an engineer who was moved to a product role for one). Which parts are there in substance
is read by `pmlint.language.proposals`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pmlint.audit.audit import Audit, AuditedLine
from pmlint.audit.readiness.evaluations import Ask

PARTS = (
    Ask("problem", "problem", "What hurts, without naming the fix?"),
    Ask("users", "users", "Who exactly has the problem?"),
    Ask("evidence", "evidence", "Who said or did what, and how many of them?"),
    Ask("success", "success metrics", "What would have to be true in 90 days?"),
    Ask("risks", "risks", "How could it fail, and for whom?"),
    Ask("tradeoffs", "trade-offs or alternatives", "Instead of what, and at what cost?"),
)


class Proposal(NamedTuple):
    """``parts``: for each of `PARTS` by its sign the line where it begins, or None."""

    audit: Audit
    parts: Mapping[str, AuditedLine | None]

    @property
    def missing(self) -> tuple[Ask, ...]:
        return tuple(part for part in PARTS if self.parts[part.sign] is None)


def proposals(audits: Iterable[Audit]) -> tuple[Proposal, ...]:
    """Those among the drafts, the most complete first."""
    found = [Proposal(audit, _parts(audit)) for audit in audits if audit.kind == "proposal"]
    return tuple(sorted(found, key=lambda proposal: len(proposal.missing)))


def _parts(audit: Audit) -> dict[str, AuditedLine | None]:
    told = audit.view.proposal.parts
    either = told.get("tradeoffs") or told.get("alternatives")
    begins = {
        "problem": told.get("problem"),
        "users": told.get("users"),
        "evidence": told.get("evidence"),
        "success": told.get("success"),
        "risks": told.get("risks"),
        "tradeoffs": either,
    }
    return {part: next(iter(audit.at((mention,))), None) for part, mention in begins.items()}
