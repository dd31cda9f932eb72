"""What changed as a result: nothing that is said, the system, or people and the business.

An outcome needs something asserted to have changed. A thing that now exists is none, a purpose
without a result is a reason, a size of the system is neither.
"""

from __future__ import annotations

from pmlint.language import events, measures
from pmlint.language.clauses import Clause
from pmlint.language.concern import METRIC, OBJECT_END, TECHNICAL, Outcome, describes, whom
from pmlint.language.grammar import Pattern
from pmlint.language.measures import Measure
from pmlint.language.tokens import Tokens
from pmlint.language.verbs import is_verb_here

_ASSERTED = ("main", "result", "relative", "means", "aside", "time")


def find(tokens: Tokens, parts: list[Clause], numbers: list[Measure]) -> list[Outcome]:
    """The outcomes that a line states, in order of place."""
    changed = _CHANGE.may_match(tokens)
    reached = _YIELD.may_match(tokens)
    told = events.live(tokens)
    if not (changed or reached or told or numbers):
        return []
    found: list[Outcome] = []
    for clause in parts:
        inside = [m for m in numbers if clause.start <= m.start < clause.end]
        if clause.kind in _ASSERTED:
            if changed:
                found += _changes(tokens, clause, inside, parts, numbers)
            if reached:
                found += _yields(tokens, clause, inside)
            if inside:
                found += _figures(tokens, clause, inside)
            if told:
                found += events.find(tokens, clause, inside, told)
        elif clause.kind == "purpose":
            if changed and inside:
                changes = _changes(tokens, clause, inside, parts, numbers)
                found += [outcome for outcome in changes if outcome.measure is not None]
            if inside:
                found += _figures(tokens, clause, inside)
    return _distinct(found) if len(found) > 1 else found


def _distinct(found: list[Outcome]) -> list[Outcome]:
    """The outcomes without those that only repeat a part of another with the same number."""
    kept: list[Outcome] = []
    for outcome in sorted(found, key=lambda o: (o.start, -o.stop)):
        twin = next((k for k in kept if k.start <= outcome.start and outcome.stop <= k.stop), None)
        if twin is None or outcome.people != twin.people or (outcome.measure and not twin.measure):
            kept.append(outcome)
    return kept


# --- told by a verb of change: "cut latency by 40%", "improved onboarding" -----------------------

_CHANGE = Pattern("<up&verb|down&verb|better&verb|avert&verb|save&verb>")


def _changes(
    tokens: Tokens,
    clause: Clause,
    inside: list[Measure],
    parts: list[Clause],
    numbers: list[Measure],
) -> list[Outcome]:
    found = []
    for match in _CHANGE.finditer(tokens, clause.start, clause.end):
        verb = match.start()
        if not is_verb_here(tokens, verb, clause) or METRIC.match(tokens, verb - 1):
            continue
        measure = measures.belonging_to(tokens, verb, inside) or measures.in_aside(
            clause, parts, numbers
        )
        people = whom(tokens, verb, clause.end, measure)
        if people is not None:
            found.append(Outcome(people, verb, clause.end, measure))
    return found


# --- told by what was reached: "achieving 94% satisfaction", "which led to $2M in sales" ---------

_YIELD = Pattern("<yield&verb|result|enable&verb>")
_GAIN = Pattern(
    """ (?: <better&past|up&past|down&past|comparative> | <better&ing> | <change noun> <in|of> )
        <^verb|stop|comma>{0,4}? <people metric|technical metric> """
)


def _yields(tokens: Tokens, clause: Clause, inside: list[Measure]) -> list[Outcome]:
    found = []
    for match in _YIELD.finditer(tokens, clause.start, clause.end):
        verb = match.start()
        causal = tokens.has(verb, "result") or clause.kind in ("result", "relative")
        if not tokens.has(verb, "result") and not is_verb_here(tokens, verb, clause):
            continue
        object_end = OBJECT_END.search(tokens, verb + 1, clause.end)
        stop = object_end.start() if object_end else clause.end
        metric = next(
            (
                m
                for m in METRIC.finditer(tokens, verb + 1, stop)
                if not describes(tokens, m.start())
            ),
            None,
        )
        measure = measures.belonging_to(tokens, verb, inside)
        if metric is None:
            if (
                (tokens.has(verb, "result") and _NEW_DEAL.search(tokens, verb + 1, clause.end))
                or (measure is not None and measure.kind in ("percent", "multiple") and causal)
                or (tokens.has(verb, "win") and measure is not None and measure.kind == "money")
            ):
                found.append(Outcome(True, verb, clause.end, measure))
            continue
        strong = tokens.has(verb, "result") or tokens.has(verb, "win")
        if tokens.has(verb, "enable") and not tokens.has(verb, "yield"):
            strong = False
        gained = _GAIN.search(tokens, verb + 1, clause.end) is not None
        driven = tokens.has(verb, "drive") and _close(tokens, verb, metric.start())
        if measure is None and (
            not (strong or gained or driven)
            or tokens.has(metric.start(), "soft metric")
            or (
                tokens.has(metric.start(), "technical metric")
                and not gained
                and not tokens.has(verb, "outdo")
            )
        ):
            continue
        people = any(
            tokens.has(m.start(), "people metric") for m in METRIC.finditer(tokens, verb + 1, stop)
        )
        found.append(Outcome(people, verb, clause.end, measure))
    return found


# "resulting in a new product line", "which led to a second contract".
_NEW_DEAL = Pattern("<decision area|deal|audience|product line>")


def _close(tokens: Tokens, verb: int, metric: int) -> bool:
    """True when nothing but describing words stands between a verb and a metric."""
    return _NEAR.covers(tokens, verb + 1, metric)


_NEAR = Pattern("(?: <^verb|stop|comma|preposition|by>){0,3}")

# --- told by a figure beside a metric: "DAU +12%", "with zero downtime", "$4.2M ARR" -------------

_FIGURE_THEN = Pattern(
    """ (?: <of|in|determiner|per>){0,2}
        (?: <^verb|stop|comma|semicolon|person|dash|open|for|with|size thing>){0,3}?
        (?P<metric> <people metric|technical metric> ) """
)
# "an initiative targeting 99.95% availability": wanted, not reached.
_TARGET = Pattern("<target&verb>")
# "zero customer downtime": nobody is counted by a zero.
_ZERO_THEN = Pattern("<^verb|stop|comma>{0,2}? (?P<metric> <people metric|technical metric> )")
_THEN_FIGURE = Pattern(
    """ (?P<metric> <people metric|technical metric> )
        (?: <of|at|by|to|up|down|plus|colon|dash|compare|arrow|was|adverb|under|is>){0,3} """
)
_VERBLESS = Pattern("<verb&!noun|verb&past|verb&ing>")


def _figures(tokens: Tokens, clause: Clause, inside: list[Measure]) -> list[Outcome]:
    found = []
    bare = clause.head < 0 and _VERBLESS.search(tokens, clause.start, clause.end) is None
    if _TARGET.search(tokens, clause.start, clause.end) is not None:
        return []
    for number in inside:
        if (moved := _moved_by(tokens, clause, number)) is not None:
            found.append(moved)
            continue
        leads = bare or _introduced(tokens, number, clause)
        if number.kind == "count" and not bare and not _LISTED.match(tokens, number.start - 1):
            continue
        if leads and tokens.has(number.start, "amount"):
            found.append(Outcome(False, number.start, number.stop, number))
            continue
        follows = _ZERO_THEN if number.kind == "zero" else _FIGURE_THEN
        then = follows.match(tokens, number.stop, clause.end)
        leads = leads or number.kind == "count"
        if then is not None and leads and not describes(tokens, then.start("metric")):
            people = tokens.has(then.start("metric"), "people metric")
            found.append(Outcome(people, number.start, then.end(), number))
            continue
        named = _CHANGE_NOUN.match(tokens, number.stop, clause.end)
        if named is not None and number.kind in ("percent", "multiple", "money"):
            technical = METRIC.search(tokens, number.stop, named.end())
            people = technical is None or tokens.has(technical.start(), "people metric")
            found.append(Outcome(people, number.start, named.end(), number))
            continue
        before = _metric_before(tokens, clause, number)
        if before is not None and (
            bare
            or number.kind not in ("money", "count", "duration")
            or tokens.has(before, "gain noun")
        ):
            people = tokens.has(before, "people metric")
            found.append(Outcome(people, before, number.stop, number))
    return found


_DIRECTION = Pattern("""<^verb|stop|comma|determiner|preposition> <adverb|have|now>*
        (?: <move&past> <direction>? | <be>? <direction> | <come to&past> ) <by|under|adverb|compare>* $""")
# ", 30k downloads": a count that stands as a result of its own.
_LISTED = Pattern(
    "<comma|semicolon|dash|open> <adverb>* <number> (?: <^verb|stop|comma|preposition>){0,2}? <people metric>"
)
_COUNTED_PEOPLE = Pattern(
    "<^verb|stop|comma|preposition>{0,2} <audience|people metric|served person>"
)
_STAFF = Pattern("<staff|staff role>")


def _moved_by(tokens: Tokens, clause: Clause, number: Measure) -> Outcome | None:
    """A figure that moved, whatever it is: "replies went from 9 s to 2", "orders are up 12%"."""
    start = clause.start
    if clause.kind == "aside":
        # "(20 minutes to 8)" belongs to what stands before it.
        return None
    if number.kind == "range":
        # A team that grew, or the span of an age, is a size.
        if _STAFF.search(tokens, start, number.stop) is not None:
            return None
    elif number.kind in ("percent", "multiple", "money", "duration"):
        if not _DIRECTION.ends(tokens, max(start, number.start - 6), number.start):
            return None
    else:
        return None
    technical = METRIC.search(tokens, start, number.start) or TECHNICAL.search(
        tokens, start, number.start
    )
    people = technical is None or any(
        tokens.has(m.start(), "people metric") for m in METRIC.finditer(tokens, start, number.start)
    )
    return Outcome(people, start if clause.head < 0 else clause.head, number.stop, number)


# "a 12% lift in bookings", "40% growth": a change named by a noun.
_CHANGE_NOUN = Pattern(
    "(?: <verb&past|unknown>)? <change noun> (?: <in|of> (?: <^verb|stop|comma>){1,4} )?"
)


def _introduced(tokens: Tokens, number: Measure, clause: Clause) -> bool:
    """ "with 99.9% uptime", "at 60 fps", ": 40% churn": the figure is stated, not a description."""
    first = number.start
    if first == clause.start or _INTRODUCES.match(tokens, first) is not None:
        return True
    before = first - 2 if tokens.has(first - 1, "determiner") else first - 1
    return before >= 0 and _INTRODUCES.match(tokens, before) is not None


_INTRODUCES = Pattern("<with|at|have|dash|plus|compare|open|zero word>")


def _metric_before(tokens: Tokens, clause: Clause, number: Measure) -> int | None:
    for match in _THEN_FIGURE.finditer(tokens, max(clause.start, number.start - 4), number.start):
        if match.end() == number.start:
            return match.start("metric")
    return None
