"""What a run comes to, as its outcomes arrive."""

from __future__ import annotations

from collections import Counter

from pmlint.api.report import Failure, Totals
from pmlint.cli.checker import Outcome


class Tally:
    """Counts outcomes; ``failing``: some finding is at or above the fail level."""

    def __init__(self, failures: list[Failure]) -> None:
        """``failures``: those that there were before any draft."""
        self.failing = False
        self.changed = 0
        self._failures = dict.fromkeys(failures)
        self._files = self._with_findings = self._findings = self._fixable = self._fixed = 0
        self._rules: Counter[str] = Counter()
        self._severities: Counter[str] = Counter()

    def add(self, outcome: Outcome) -> None:
        self._files += outcome.checked
        self._with_findings += bool(outcome.findings)
        self._findings += outcome.findings
        self._fixable += outcome.fixable
        self._fixed += outcome.fixed
        self._rules.update(outcome.by_rule)
        self._severities.update(outcome.by_severity)
        self.failing = self.failing or outcome.failing
        self.changed += bool(outcome.fixed)

    def new(self, failure: Failure) -> bool:
        """Take a failure in; False when it is known, as those of a config come with each draft."""
        known = failure in self._failures
        self._failures[failure] = None
        return not known

    @property
    def failed(self) -> bool:
        return bool(self._failures)

    @property
    def files(self) -> int:
        """Drafts that were checked."""
        return self._files

    def totals(self) -> Totals:
        return Totals(
            self._files,
            self._with_findings,
            self._findings,
            self._rules,
            self._severities,
            self._fixable,
            tuple(self._failures),
            self._fixed,
        )
