"""The 3x3 evaluation grid: which side of the case a line is evidence for, and at which level.

The grid is the article's ("What Skills Are Actually Evaluated in PM Interviews?"): three sides of a
case, user impact, business value and technical feasibility, against three roles. "Engineers optimize
feasibility. PMs optimize the balance." How a line falls in it:

*Sides* are told by what came of the work and by why it was done, so a line may be on two or three.

- technical feasibility: a technical outcome; or a thing made, when nothing is said of its effect
  and of users
- user impact: users, or what users do (activation, drop-off, tickets), in an outcome for people or
  in the reason
- business value: money, cost, deals or a decision of the organization there; and every outcome for
  people that names no user

*Levels* are steps away from the thing itself. Three things lead away from it: **why** (a reason in
terms of users or the business: the article's "Because" rule), **choice** (something decided, given
up, or others moved: "from task to trade-off", "from role to responsibility") and **effect** (an
outcome for people, or a technical one whose reason is told: "from output to outcome").

- engineer: none of the three: what was made, or how it runs
- tech lead: one of them; or the thing was designed, not just made
- product manager: two or more, the intersection that the article asks for

A plan (case, proposal, transcript) is read alike: its problem is the why, its recommendation, risk or
alternative the choice, and a goal that could be checked, or a figure about users, the effect; its
problem is the users' unless it is told in technical terms.

A line that offers a title, a ceremony, teamwork or ownership, and nothing else, is evidence for
nothing and is in no cell.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from pmlint.language.claims import Claim
from pmlint.language.framing import Frame
from pmlint.text.span import Span

Side = Literal["user impact", "business value", "technical feasibility"]
Level = Literal["engineer", "tech lead", "product manager"]
SIDES: tuple[Side, ...] = ("user impact", "business value", "technical feasibility")
LEVELS: tuple[Level, ...] = ("engineer", "tech lead", "product manager")
# Kinds that say what should be done, not what was done.
PLANS = frozenset(("case", "proposal", "transcript"))

# Deeds that move others, that settle what shall be done, and that settle how a thing shall be.
_MOVING = frozenset("coordinated aligned negotiated mediated rallied united lobbied".split())
_ADVISING = frozenset("recommended proposed argued advocated pitched".split())
_DESIGNING = frozenset("designed architected specified defined scoped planned evaluated".split())
_STAND_INS = ("title", "ceremony", "teamwork", "ownership")
_PERSONS = ("segment", "topic role", "role", "persona", "asking")
_WEIGHED = ("risk", "mishap", "cost", "alternative", "pick")
# Parts of a draft that say how people fare, what shall be true, and what speaks against it.
_PLIGHT = frozenset(("problem", "users", "evidence", "situation"))
_AIMS = frozenset(("metrics", "goals"))
_WEIGHING = frozenset(("risks", "tradeoffs", "alternatives", "decision"))
# "Paper forms." under a heading weighs nothing.
_SAYS_SOMETHING = 5


class Said(NamedTuple):
    """What is known of a line. ``part``: of the text, by heading or label ("problem", "result").

    The spans of ``claim`` and ``frame`` count in ``text``.
    """

    text: str
    claim: Claim
    frame: Frame
    part: str = ""
    kind: str = ""

    @property
    def users(self) -> list[Span]:
        """Where users are named; who speaks ("Candidate: ...") is none."""
        return [span for span in self.claim.spans("user") if self.text[span.end :][:1] != ":"]

    @property
    def recommends(self) -> bool:
        """It says what should be done, in a text that is there for that."""
        claim = self.claim
        return (
            self.kind in PLANS
            and not claim.claim
            and (claim.has("recommendation") or claim.has("choice") or self.frame.has("pick"))
        )


class Placed(NamedTuple):
    """Where a line is evidence: ``sides`` in the order of `SIDES`; one of the `LEVELS`."""

    sides: tuple[Side, ...]
    level: Level


def place(said: Said) -> Placed | None:
    """The cells of a line; None for a line that is evidence for nothing."""
    if said.claim.claim:
        return _of_claim(said)
    return _of_plan(said) if said.kind in PLANS else None


def moves_others(said: Said) -> bool:
    """The line's deed brought others to do something; with others it says what for."""
    claim = said.claim
    together = claim.has("teamwork deed") and (claim.reason or claim.outcome == "people")
    return together or claim.has("persuasion") or _deed(said, _MOVING)


def advises(said: Said) -> bool:
    """The line's deed is advice."""
    return _deed(said, _ADVISING)


def chooses(said: Said) -> bool:
    """Something was decided or given up, or others were moved."""
    claim = said.claim
    act = claim.first("act")
    # In "cut churn by 3 points" the verb tells the outcome and decides nothing.
    outcomes = {span.start for span in claim.spans("outcome")}
    decides = any(span == act and span.start not in outcomes for span in claim.spans("decision"))
    return (
        claim.tradeoff
        or decides
        or claim.has("choice")
        or claim.has("decided")
        or moves_others(said)
        or advises(said)
    )


def _of_claim(said: Said) -> Placed | None:
    claim = said.claim
    why, choice = claim.reason, chooses(said)
    effect = claim.outcome == "people" or (claim.outcome == "technical" and why)
    for_people = claim.spans("people outcome")
    sides = _sides(said, (*for_people, *claim.spans("reason")))
    if claim.outcome == "people" and not sides:
        # A decision of the organization.
        sides.add("business value")
    if len(claim.spans("outcome")) > len(for_people):
        sides.add("technical feasibility")
    if not sides:
        if not claim.tradeoff and any(claim.has(name) for name in _STAND_INS):
            return None
        sides.add(_side_of_deed(said, choice=choice))
    level = _level(why, choice, effect)
    if level == "engineer" and _deed(said, _DESIGNING):
        level = "tech lead"
    return _placed(sides, level)


def _of_plan(said: Said) -> Placed | None:
    """A line that says what is wrong, what shall be true, or what should be done."""
    claim, frame, part = said.claim, said.frame, said.part
    person = bool(said.users) or any(frame.has(name) for name in _PERSONS)
    figure = frame.has("figure") or frame.has("bound") or frame.has("evidence")
    suffers = frame.has("problem") or (part in _PLIGHT and (person or figure))
    aims = frame.has("success") or ((frame.has("goal") or part in _AIMS) and figure)
    why = claim.reason or suffers
    effect = aims or (why and person and figure)
    weighs = (part in _WEIGHING and frame.words >= _SAYS_SOMETHING) or any(
        frame.has(name) for name in _WEIGHED
    )
    choice = said.recommends or claim.tradeoff or weighs
    builds = frame.has("solution") or frame.has("thing")
    system = frame.has("technical") or claim.has("technical term")
    business = frame.has("business")
    if not (why or choice or effect or builds or system or business):
        return None
    whole = why or effect or weighs or business
    sides = _sides(said, (Span(0, len(said.text)),) if whole else claim.spans("reason"))
    if builds or system or not sides:
        for_users = (why or effect) and not builds and not system
        sides.add("user impact" if for_users else "technical feasibility")
    return _placed(sides, _level(why, choice, effect))


def _level(why: bool, choice: bool, effect: bool) -> Level:
    return LEVELS[min(why + choice + effect, 2)]


def _placed(sides: set[Side], level: Level) -> Placed:
    return Placed(tuple(side for side in SIDES if side in sides), level)


def _side_of_deed(said: Said, *, choice: bool) -> Side:
    """The side of a claim that names no effect and no reason."""
    if choice and said.frame.has("business"):
        return "business value"
    # To make a thing for nurses says nothing of them; to ask them does.
    if said.users and not said.claim.has("beneficiary"):
        return "user impact"
    return "technical feasibility"


def _sides(said: Said, spans: Iterable[Span]) -> set[Side]:
    """User impact and business value, as the words in these places tell."""
    frame = said.frame
    business = frame.spans("business")
    people = [*said.users, *(span for name in _PERSONS for span in frame.spans(name))]
    # What both take for a metric and for a stake is no property of a system.
    metrics = set(frame.spans("metric")) & set(said.claim.spans("stake"))
    people += [span for span in metrics if not any(span.overlaps(other) for other in business)]
    sides: set[Side] = set()
    for span in spans:
        if any(span.overlaps(other) for other in people):
            sides.add("user impact")
        if any(span.overlaps(other) for other in business):
            sides.add("business value")
    return sides


def _deed(said: Said, verbs: frozenset[str]) -> bool:
    act = said.claim.first("act")
    return act is not None and act.of(said.text).lower() in verbs
