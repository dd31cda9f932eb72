"""The four core evaluations of a product manager's loop, and which draft is evidence for which.

The evaluations are the article's ("What Skills Are Actually Evaluated in PM Interviews?"). Each asks
for a few signs, which the article names too: "how quickly they define scope, identify users, and
establish success metrics", "influence they exerted without formal power", "ship and learn",
"align teams and stakeholders". A draft is evidence when it shows them all, and in part when it shows
at least half; what it lacks is said, and nothing is added up to a mark.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from pmlint.audit.audit import Audit, AuditedLine
from pmlint.audit.readiness.signs import signs
from pmlint.language.grid import PLANS


class Ask(NamedTuple):
    """A sign that an evaluation asks for. ``shows``: what a line with it does; ``question``: what
    to ask a writer whose draft lacks it."""

    sign: str
    shows: str
    question: str


class Evaluation(NamedTuple):
    """``tests``: its question, in the article's words. ``kinds``: the drafts that can speak for it."""

    name: str
    tests: str
    kinds: frozenset[str]
    asks: tuple[Ask, ...]


_DEEDS = frozenset(("story", "packet"))

EVALUATIONS = (
    Evaluation(
        "product sense",
        "Can you define a problem worth solving?",
        PLANS | _DEEDS,
        (
            Ask("user", "names a specific user", "Who exactly has the problem?"),
            Ask("problem", "says what hurts them", "What hurts, without naming the fix?"),
            Ask(
                "success",
                "says how one would know",
                "What would have to be true in 90 days?",
            ),
            Ask("options", "weighs more than one way", "What else could be wrong?"),
            Ask("choice", "chooses, and says why", "Which one, because of what?"),
        ),
    ),
    Evaluation(
        "behavioral",
        "Can you show leadership without authority?",
        _DEEDS,
        (
            Ask("stakes", "says what was at stake", "What was going wrong, and for whom?"),
            Ask("act", "says what the writer did", "What did you do, not the team?"),
            Ask(
                "influence",
                "moves others without authority",
                "Whom did you move without authority, and with what?",
            ),
            Ask("result", "says what came of it for people", "How did it end, and for whom?"),
        ),
    ),
    Evaluation(
        "execution",
        "Can you ship and learn?",
        PLANS | _DEEDS,
        (
            Ask("priority", "puts one thing before another", "What did you delay or drop for it?"),
            Ask("measure", "measures the result", "How do you know that it worked?"),
            Ask("learning", "tests or learns", "What would have told you that you were wrong?"),
        ),
    ),
    Evaluation(
        "leadership and go-to-market",
        "Can you align teams and stakeholders?",
        PLANS | _DEEDS,
        (
            Ask("influence", "aligns or persuades others", "Whom did you align, on what, and why?"),
            Ask(
                "business", "says what it means for the business", "What is it worth, and to whom?"
            ),
            Ask(
                "market",
                "decides on launch, price, scope or market",
                "What did you decide: scope, price, order, launch?",
            ),
        ),
    ),
)


class Showing(NamedTuple):
    """What one draft shows for one evaluation: ``shown`` has the lines for each sign that it has,
    in the order of the asks; ``missing`` are the asks that it has no line for."""

    audit: Audit
    shown: Mapping[str, Sequence[AuditedLine]]
    missing: tuple[Ask, ...]

    @property
    def whole(self) -> bool:
        return not self.missing


Standing = Literal["shown", "in part", "missing"]


class Evaluated(NamedTuple):
    """An evaluation with the drafts that are evidence for it, the fullest first."""

    evaluation: Evaluation
    showings: tuple[Showing, ...]

    @property
    def standing(self) -> Standing:
        if not self.showings:
            return "missing"
        return "shown" if self.showings[0].whole else "in part"

    @property
    def question(self) -> str | None:
        """What to ask next; None when a draft shows it all."""
        if not self.showings:
            return self.evaluation.asks[0].question
        missing = self.showings[0].missing
        return missing[0].question if missing else None


def evaluated(audits: Sequence[Audit]) -> tuple[Evaluated, ...]:
    """Each evaluation with what a set of drafts shows for it."""
    found = [(audit, signs(audit)) for audit in audits]
    return tuple(Evaluated(evaluation, _showings(evaluation, found)) for evaluation in EVALUATIONS)


def _showings(
    evaluation: Evaluation, found: Sequence[tuple[Audit, Mapping[str, list[AuditedLine]]]]
) -> tuple[Showing, ...]:
    showings = []
    for audit, by_sign in found:
        if audit.kind not in evaluation.kinds:
            continue
        shown = {ask.sign: by_sign[ask.sign] for ask in evaluation.asks if by_sign[ask.sign]}
        missing = tuple(ask for ask in evaluation.asks if ask.sign not in shown)
        if len(missing) * 2 <= len(evaluation.asks):
            showings.append(Showing(audit, shown, missing))
    return tuple(sorted(showings, key=lambda showing: len(showing.missing)))
