"""What changed, and whom it concerns: people and the business, or the system."""

from __future__ import annotations

from typing import NamedTuple

from pmlint.language.grammar import Pattern
from pmlint.language.measures import Measure
from pmlint.language.tokens import Tokens


class Outcome(NamedTuple):
    """``people``: it concerns users, customers, the business or a decision; else the system.

    ``start`` and ``stop`` are token indexes; ``measure`` is the number that it carries, if any.
    """

    people: bool
    start: int
    stop: int
    measure: Measure | None


METRIC = Pattern("<people metric|technical metric>")
# What a verb of change acts on ends where the sentence goes on to how, for whom and where.
OBJECT_END = Pattern(
    "<for|through|with|using|across|on|during> | <verb&ing&!noun&!unknown&!people thing>"
)
_NAMED_END = Pattern(
    "<by|for|through|with|using|across|in|on|at|from|preposition&to|comma|percent>"
)


def whom(tokens: Tokens, verb: int, end: int, measure: Measure | None) -> bool | None:
    """True: the object of a verb of change concerns people; False: the system; None: no outcome."""
    if measure is not None and measure.kind == "money":
        return True
    technical, first = False, verb
    object_end = OBJECT_END.search(tokens, verb + 1, end)
    for match in METRIC.finditer(tokens, verb + 1, object_end.start() if object_end else end):
        if describes(tokens, match.start()):
            continue
        if technical and _PART_OF.covers(tokens, first, match.start()):
            # "the runtime of the sales report": the first names what changed.
            continue
        if tokens.has(match.start(), "people metric"):
            generic = tokens.has(match.start(), "generic time")
            return not (generic and TECHNICAL.search(tokens, verb + 1, end))
        if tokens.has(match.start(), "service time") and _SERVED.search(tokens) is not None:
            # "a new customer service workflow, cutting response time": no system's.
            return True
        if _OWNED.match(tokens, max(verb + 1, match.start() - 1), match.end()):
            return True
        technical, first = True, match.end()
    if technical:
        return False
    named_end = _NAMED_END.search(tokens, verb + 1, end)
    stop = named_end.start() if named_end else end
    saved = tokens.has(verb, "save")
    if _TEAM_SIZE.match(tokens, verb, end):
        return None
    if measure is not None and measure.kind == "count" and tokens.has(verb, "down"):
        return False if TECHNICAL.search(tokens, measure.start, end) else None
    if measure is not None and measure.kind != "count":
        if _AUDIENCE.match(tokens, measure.stop, end):
            return True
        if any(tokens.has(at, "amount") for at in range(measure.start, measure.stop)):
            return False
        if saved:
            return True
        if TECHNICAL.search(tokens, verb + 1, end) and not _PERSONAL.search(tokens, verb + 1, end):
            return False
        if measure.kind == "range" and not _COUNTED.search(tokens, verb + 1, end):
            return None
        return True
    if not tokens.has(verb, "improve"):
        return None
    if _PERSONAL.search(tokens, verb + 1, stop):
        return True
    return False if stop > verb + 1 else None


_SERVED = Pattern("<front line>")
# "from 4,000 to 31,000 subscribers".
_AUDIENCE = Pattern("<^verb|stop|comma|preposition>{0,2}? <audience|served person>")
_PART_OF = Pattern("<preposition> <^and|comma|stop|verb>{0,4}")
_TEAM_SIZE = Pattern("<up&verb> <determiner|possessive>? <noun|unknown|ing>{0,2}? <staff>")
_OWNED = Pattern("<served person> <technical metric>")
TECHNICAL = Pattern("<technical term|tool|code thing|artifact>")
_PERSONAL = Pattern("<front line|person|people thing|decision area|team>")
_COUNTED = Pattern("<measure noun|metric time|percent|time unit|quantity|money|noun&unknown>")
# "$50M revenue line", "customer support team": the metric only describes the next thing.
_DESCRIBES = Pattern("<size thing|artifact&noun|decision area&noun|person> (?! <percent> )")


def describes(tokens: Tokens, metric: int) -> bool:
    return _DESCRIBES.match(tokens, metric + 1) is not None and not tokens.has(metric, "plural")
