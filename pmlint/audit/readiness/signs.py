"""Signs: what the lines of a draft show that an interviewer would look for.

A sign is read from facts that language found: in the line's claim, in its frame, and in what the
lines come to as a story, a case or a proposal. What each evaluation asks for is in `evaluations`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from pmlint.audit.audit import Audit, AuditedLine
from pmlint.language.grid import PLANS, advises, chooses, moves_others

# A heading with two words under it says nothing yet.
_SAYS_SOMETHING = 5
_STAND_INS = ("title", "ceremony", "teamwork", "ownership")
# To see is not yet to act.
_SEES = frozenset("noticed saw found heard realized realised thought felt wanted".split())
# Parts where trouble is the plan's own, not the user's.
_NOT_THE_PLIGHT = frozenset(
    "solution requirements alternatives risks tradeoffs timeline result reflection".split()
)
_PLIGHT = frozenset("problem users evidence situation background noticed".split())
_AIMS = frozenset(("metrics", "goals"))
_TESTED = re.compile(
    r"""(?xi)\b(?:experiments?|experimented|a/b|pilot(?:s|ed)?|tested|holdout
        |(?:first|next|weeks?|an?|our)\ test|cohorts?|prototypes?|hypothes[ie]s|was\ wrong
        |proved?\ (?:me|us)\ wrong|would\ do\ differently|would\ change\ my\ mind)\b"""
)
_MARKET = re.compile(
    r"""(?xi)\b(?:launch(?:ed|es|ing)?|roll(?:ed)?[ -]?out|go-to-market|gtm|pric(?:e|es|ed|ing)|tiers?
        |market|segments?|scope|positioning|packaging|channels?|partners?|release[ ]date|free[ ]plan
        |beta|waitlist|regions?|countries|sales[ ]team)\b"""
)
# That others came round, told of them or of the writer.
_CAME_ROUND = re.compile(
    r"""(?xi)\b(?:persuad(?:e|ed|ing)|convinc(?:e|ed|ing)|buy-?in|agreed|agreement|consensus
        |compromised?|won\ (?:them|him|her|\w+)\ over|on\ board|champions|negotiated|rallied
        |changed\ (?:his|her|their)\ minds?)\b"""
)
# So many hypotheses are more than a guess.
_SEVERAL = 3


def _user(line: AuditedLine) -> bool:
    frame, said = line.frame, line.said
    if frame.has("segment") or frame.has("topic role"):
        return True
    reasons = said.claim.spans("reason")
    return any(user.overlaps(reason) for user in said.users for reason in reasons)


def _problem(line: AuditedLine) -> bool:
    if line.claim.reason:
        return True
    whose = bool(line.said.users) or _user(line) or line.frame.has("figure")
    part = line.said.part
    return line.frame.has("problem") and part not in _NOT_THE_PLIGHT and (whose or part in _PLIGHT)


def _success(line: AuditedLine) -> bool:
    frame = line.frame
    aimed = frame.has("goal") or line.said.part in _AIMS
    return frame.has("success") or (aimed and (frame.has("figure") or frame.has("bound")))


def _options(line: AuditedLine) -> bool:
    frame = line.frame
    return line.claim.tradeoff or frame.has("alternative") or _says(line, "alternatives")


def _choice(line: AuditedLine) -> bool:
    proposed = line.said.kind in PLANS and line.frame.has("solution")
    decided = proposed or line.recommends or chooses(line.said)
    return decided and (line.claim.reason or line.claim.has("cause"))


def _stakes(line: AuditedLine) -> bool:
    return line.frame.has("noticed") or _problem(line)


def _act(line: AuditedLine) -> bool:
    claim = line.claim
    if not claim.claim or any(claim.has(name) for name in _STAND_INS):
        return False
    actor, act = claim.first("actor"), claim.first("act")
    if act is None or act.of(line.words).lower() in _SEES:
        return False
    if actor is None:
        # Bullets leave the subject out; so do results, where a figure acts.
        return line.block == "item" and claim.form == "past"
    return actor.of(line.words).lower() == "i"


def _influence(line: AuditedLine) -> bool:
    claim = line.claim
    if (claim.claim and claim.has("persuasion")) or (
        _CAME_ROUND.search(line.words) is not None and not line.frame.has("lesson")
    ):
        return True
    told = claim.reason or claim.outcome == "people"
    return claim.claim and told and (moves_others(line.said) or advises(line.said))


def _result(line: AuditedLine) -> bool:
    return line.claim.claim and line.claim.outcome == "people"


def _priority(line: AuditedLine) -> bool:
    return line.claim.tradeoff or line.frame.has("cost") or _says(line, "tradeoffs")


def _measure(line: AuditedLine) -> bool:
    if line.said.kind in PLANS:
        return _success(line)
    return _result(line) and line.claim.measured


def _learning(line: AuditedLine) -> bool:
    learned = line.frame.has("lesson") or _says(line, "reflection")
    return learned or _TESTED.search(line.words) is not None


def _business(line: AuditedLine) -> bool:
    """It tells in so many words what something means for the organization."""
    business = line.frame.spans("business")
    told = [
        span for name in ("stake", "people outcome", "reason") for span in line.claim.spans(name)
    ]
    return any(one.overlaps(other) for one in business for other in told)


def _market(line: AuditedLine) -> bool:
    decided = line.recommends or chooses(line.said)
    planned = line.said.kind in PLANS and _says(line, "timeline")
    return planned or (decided and _MARKET.search(line.words) is not None)


def _says(line: AuditedLine, part: str) -> bool:
    return line.said.part == part and line.frame.words >= _SAYS_SOMETHING


# Name to what tells it of one line. What each of them means is in `evaluations`.
_OF_A_LINE: Mapping[str, Callable[[AuditedLine], bool]] = {
    "user": _user,
    "problem": _problem,
    "success": _success,
    "options": _options,
    "choice": _choice,
    "stakes": _stakes,
    "act": _act,
    "influence": _influence,
    "result": _result,
    "priority": _priority,
    "measure": _measure,
    "learning": _learning,
    "business": _business,
    "market": _market,
}
NAMES = frozenset(_OF_A_LINE)


def signs(audit: Audit) -> Mapping[str, list[AuditedLine]]:
    """For each of `NAMES` the lines of a draft that show it, in order."""
    found = {
        name: [line for line in audit.lines if line.own and shows(line)]
        for name, shows in _OF_A_LINE.items()
    }
    view = audit.view
    if audit.kind in PLANS:
        steps = view.steps
        told = view.proposal.parts
        _add(found, "user", audit.at((steps.user, told.get("users"))))
        for name in ("success", "measure"):
            _add(found, name, audit.at((told.get("success"),)))
        if steps.counted >= _SEVERAL:
            _add(found, "options", audit.at(steps.hypotheses))
    else:
        story = view.story
        _add(found, "stakes", audit.at((story.parts.get("situation"), story.arc.noticed)))
        _add(found, "result", audit.at((story.parts.get("result"),)))
        _add(found, "priority", audit.at((story.gave_up,)))
    return found


def _add(found: dict[str, list[AuditedLine]], name: str, lines: list[AuditedLine]) -> None:
    """Those of the writer's own that are not there yet."""
    by_place = {line.span: line for line in (*found[name], *lines) if line.own}
    found[name] = [line for _, line in sorted(by_place.items())]
