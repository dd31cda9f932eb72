"""What changed as a result: nothing that is said, the system, or people and the business.

An outcome needs something asserted to have changed. A thing that now exists is none, a purpose
without a result is a reason, a size of the system is neither.
"""

from __future__ import annotations

from typing import NamedTuple

from pmlint.language.clauses import Clause
from pmlint.language.grammar import Pattern
from pmlint.language.measures import Measure
from pmlint.language.tokens import Tokens

_ASSERTED = ("main", "result", "relative", "means", "aside", "time")


class Outcome(NamedTuple):
    """``people``: it concerns users, customers, the business or a decision; else the system.

    ``start`` and ``stop`` are token indexes; ``measure`` is the number that it carries, if any.
    """

    people: bool
    start: int
    stop: int
    measure: Measure | None


def find(tokens: Tokens, parts: list[Clause], numbers: list[Measure]) -> list[Outcome]:
    """The outcomes that a line states, in order of place."""
    found: list[Outcome] = []
    for clause in parts:
        inside = [m for m in numbers if clause.start <= m.start < clause.end]
        if clause.kind in _ASSERTED:
            found += _changes(tokens, clause, inside, parts, numbers)
            found += _yields(tokens, clause, inside)
            found += _figures(tokens, clause, inside)
            found += _events(tokens, clause, inside)
        elif clause.kind == "purpose":
            found += [
                outcome
                for outcome in _changes(tokens, clause, inside, parts, numbers)
                if outcome.measure is not None
            ]
            found += _figures(tokens, clause, inside)
    return _distinct(found)


def _distinct(found: list[Outcome]) -> list[Outcome]:
    """The outcomes without those that only repeat a part of another with the same number."""
    kept: list[Outcome] = []
    for outcome in sorted(found, key=lambda o: (o.start, -o.stop)):
        twin = next((k for k in kept if k.start <= outcome.start and outcome.stop <= k.stop), None)
        if twin is None:
            kept.append(outcome)
        elif outcome.people != twin.people or (outcome.measure and not twin.measure):
            kept.append(outcome)
    return kept


# --- told by a verb of change: "cut latency by 40%", "improved onboarding" -----------------------

_CHANGE = Pattern("<up&verb|down&verb|better&verb|avert&verb|save&verb>")
_METRIC = Pattern("<people metric|technical metric>")
# What a verb of change acts on ends where the sentence goes on to how, for whom and where.
_OBJECT_END = Pattern("<for|through|with|using|across|on|during> | <verb&ing&!noun&!unknown&!people thing>")
_NAMED_END = Pattern("<by|for|through|with|using|across|in|on|at|from|preposition&to|comma|percent>")


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
        if not _is_verb_here(tokens, verb, clause) or _METRIC.match(tokens, verb - 1):
            continue
        measure = _measure_after(tokens, verb, inside) or _measure_in_aside(
            clause, parts, numbers
        )
        people = _whom(tokens, verb, clause.end, measure)
        if people is not None:
            found.append(Outcome(people, verb, clause.end, measure))
    return found


def _is_verb_here(tokens: Tokens, verb: int, clause: Clause) -> bool:
    """Whether a word that may be a verb of change is one in this place.

    "improved reliability" after a verb is an adjective ("resulting in improved reliability" is
    handled by what it follows), "up" after a number is no verb, a bare infinitive has to stand
    where a verb can.
    """
    if tokens.has(verb, "preposition") or tokens.has(verb, "adverb"):
        return tokens.has(verb, "past") and verb == clause.start
    if tokens.has(verb + 1, "as"):
        return False
    if tokens.has(verb, "past"):
        return tokens.has(verb - 1, "relative") or not any(
            tokens.has(verb - 1, name) for name in ("determiner", "possessive", "preposition")
        )
    if tokens.has(verb, "ing"):
        return not (tokens.has(verb + 1, "of") or _GERUND.match(tokens, verb - 1))
    if clause.kind == "purpose":
        return True
    before = verb - 1
    if verb == clause.start or verb == clause.body or verb == clause.head:
        return True
    return any(
        tokens.has(before, name) for name in ("comma", "and", "modal", "help", "adverb", "relative")
    ) or (tokens.has(verb, "s") and tokens.has(before, "noun"))


# "responsible for improving X", "interested in growing Y": named, not asserted.
_GERUND = Pattern("<for|of|in|on|at|determiner|possessive|duty|both> <ing>")


def _whom(tokens: Tokens, verb: int, end: int, measure: Measure | None) -> bool | None:
    """True: the object of a verb of change concerns people; False: the system; None: no outcome."""
    technical = False
    object_end = _OBJECT_END.search(tokens, verb + 1, end)
    for match in _METRIC.finditer(tokens, verb + 1, object_end.start() if object_end else end):
        if _describes(tokens, match.start()):
            continue
        if tokens.has(match.start(), "people metric"):
            generic = tokens.has(match.start(), "generic time")
            return not (generic and _TECHNICAL.search(tokens, verb + 1, end))
        if _OWNED.match(tokens, max(verb + 1, match.start() - 1), match.end()):
            return True
        technical = True
    if technical:
        return False
    named_end = _NAMED_END.search(tokens, verb + 1, end)
    stop = named_end.start() if named_end else end
    if measure is not None and measure.kind == "money":
        return True
    saved = tokens.has(verb, "save")
    if _TEAM_SIZE.match(tokens, verb, end):
        return None
    if measure is not None and measure.kind == "count" and tokens.has(verb, "down"):
        return False if _TECHNICAL.search(tokens, measure.start, end) else None
    if measure is not None and measure.kind != "count":
        if tokens.has(measure.start, "amount"):
            return False
        if saved:
            return True
        if _TECHNICAL.search(tokens, verb + 1, end) and not _PERSONAL.search(tokens, verb + 1, end):
            return False
        if measure.kind == "range" and not _COUNTED.search(tokens, verb + 1, end):
            return None
        return True
    if not tokens.has(verb, "improve"):
        return None
    if _PERSONAL.search(tokens, verb + 1, stop):
        return True
    return False if stop > verb + 1 else None


_TEAM_SIZE = Pattern("<up&verb> <determiner|possessive>? <noun|unknown|ing>{0,2}? <staff>")
_OWNED = Pattern("<served person> <technical metric>")
_TECHNICAL = Pattern("<technical term|tool|code thing|artifact>")
_PERSONAL = Pattern("<person|people thing|decision area|team>")
_COUNTED = Pattern("<measure noun|metric time|percent|time unit|quantity|money|noun&unknown>")
# "$50M revenue line", "customer support team": the metric only describes the next thing.
_DESCRIBES = Pattern("<size thing|artifact&noun|decision area&noun|person> (?! <percent> )")


def _describes(tokens: Tokens, metric: int) -> bool:
    return _DESCRIBES.match(tokens, metric + 1) is not None and not tokens.has(metric, "plural")


# --- told by what was reached: "achieving 94% satisfaction", "which led to $2M in sales" ---------

_YIELD = Pattern("<yield&verb|result>")
_GAIN = Pattern(
    """ (?: <better&past|up&past|down&past|comparative> | <better&ing> )
        <^verb|stop|comma>{0,4}? <people metric|technical metric> """
)


def _yields(tokens: Tokens, clause: Clause, inside: list[Measure]) -> list[Outcome]:
    found = []
    for match in _YIELD.finditer(tokens, clause.start, clause.end):
        verb = match.start()
        causal = tokens.has(verb, "result") or clause.kind in ("result", "relative")
        if not tokens.has(verb, "result") and not _is_verb_here(tokens, verb, clause):
            continue
        metric = next(
            (
                m
                for m in _METRIC.finditer(tokens, verb + 1, clause.end)
                if not _describes(tokens, m.start())
            ),
            None,
        )
        measure = _measure_after(tokens, verb, inside, metric.start() if metric else None)
        if metric is None:
            if measure is not None and measure.kind in ("percent", "multiple") and causal:
                found.append(Outcome(True, verb, clause.end, measure))
            elif tokens.has(verb, "win") and measure is not None and measure.kind == "money":
                found.append(Outcome(True, verb, clause.end, measure))
            continue
        strong = tokens.has(verb, "result") or tokens.has(verb, "win")
        gained = _GAIN.search(tokens, verb + 1, clause.end) is not None
        driven = tokens.has(verb, "drive") and _close(tokens, verb, metric.start())
        if measure is None and not (strong or gained or driven):
            continue
        object_end = _OBJECT_END.search(tokens, verb + 1, clause.end)
        people = any(
            tokens.has(m.start(), "people metric")
            for m in _METRIC.finditer(
                tokens, verb + 1, object_end.start() if object_end else clause.end
            )
        )
        found.append(Outcome(people, verb, clause.end, measure))
    return found


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
_THEN_FIGURE = Pattern(
    """ (?P<metric> <people metric|technical metric> )
        (?: <of|at|by|to|up|down|plus|colon|dash|compare|arrow|was|adverb|under|is>){0,3} """
)
_VERBLESS = Pattern("<verb&!noun|verb&past|verb&ing>")


def _figures(tokens: Tokens, clause: Clause, inside: list[Measure]) -> list[Outcome]:
    found = []
    bare = clause.head < 0 and _VERBLESS.search(tokens, clause.start, clause.end) is None
    for number in inside:
        if number.kind in ("count", "duration") and not bare:
            continue
        leads = bare or _introduced(tokens, number, clause)
        then = _FIGURE_THEN.match(tokens, number.stop, clause.end)
        if then is not None and leads and not _describes(tokens, then.start("metric")):
            people = tokens.has(then.start("metric"), "people metric")
            found.append(Outcome(people, number.start, then.end(), number))
            continue
        named = _CHANGE_NOUN.match(tokens, number.stop, clause.end)
        if named is not None and number.kind in ("percent", "multiple", "money"):
            technical = _METRIC.search(tokens, number.stop, named.end())
            people = technical is None or tokens.has(technical.start(), "people metric")
            found.append(Outcome(people, number.start, named.end(), number))
            continue
        before = _metric_before(tokens, clause, number)
        if before is not None and (
            bare or number.kind not in ("money", "count", "duration") or tokens.has(before, "gain noun")
        ):
            people = tokens.has(before, "people metric")
            found.append(Outcome(people, before, number.stop, number))
    return found


# "a 12% lift in bookings", "40% growth": a change named by a noun.
_CHANGE_NOUN = Pattern("(?: <verb&past|unknown>)? <change noun> (?: <in|of> (?: <^verb|stop|comma>){1,4} )?")


def _introduced(tokens: Tokens, number: Measure, clause: Clause) -> bool:
    """"with 99.9% uptime", "at 60 fps", ": 40% churn": the figure is stated, not a description."""
    first = number.start
    return first == clause.start or any(
        tokens.has(at, name)
        for at in (first - 2 if tokens.has(first - 1, "determiner") else first - 1, first)
        for name in ("with", "at", "dash", "plus", "compare", "open", "zero word")
    )


def _metric_before(tokens: Tokens, clause: Clause, number: Measure) -> int | None:
    for match in _THEN_FIGURE.finditer(tokens, max(clause.start, number.start - 4), number.start):
        if match.end() == number.start:
            return match.start("metric")
    return None


# --- told as an event: adopted, used, enabled, moved, grown --------------------------------------

_MOVED = Pattern(
    """ (?P<metric> <people metric|technical metric|people thing|artifact|served person&plural> )
        (?: <preposition> <^verb|stop>{1,3}? )? <adverb|have>* (?P<verb> <move&past> ) (?! <of> ) """
)
_WENT = Pattern("<noun|unknown|agent|ing> <adverb|have>* <move&past>")
_ADOPTED = Pattern(
    """ (?P<verb> <adopt&past> ) <adverb>*
        (?: <compare|under>* <number|numeral> <times unit|time noun>
          | <by|across> (?: <^stop|comma|verb&past>){0,5}? <person|title> | <org-wide> ) """
)
_USES = Pattern(
    """ <person> (?: <now|adverb>* <adopt&verb&!ing> <it|determiner|they|as|adverb|possessive>
          | <have> <adverb|now>* <adopt&past> )
      | <percent> <of> (?: <^verb|stop|comma>){0,4}? <person|agent> <now|adverb>* <adopt&verb&!ing>
      | <person&plural|title&plural|agent> <now> <verb&base|verb&s> """
)
_KEPT = Pattern("<keep deal&verb&!base|keep deal&verb&past> (?: <^verb|stop|comma>){0,3}? <deal>")
_REORDERED = Pattern(
    """ <move&past|bring&past> (?: <^verb|stop|comma>){1,4}? <ahead>
      | <person|noun|unknown> <move decision&past> (?: <^verb|stop|comma>){0,3}? <priority noun|decision area|steered|scope thing> """
)
_GAINED = Pattern(
    "<acquire&past|acquire&ing> <under|compare>* <number> (?: <^verb|stop|comma>){0,3}? <audience>"
)
_HELD = Pattern("<keep deal&past|keep deal&ing> <under|compare>* <number> (?: <^verb|stop|comma>){0,2}? <audience>")
_TRUSTED = Pattern("<build&past|build&ing> (?: <^verb|stop|comma>){0,3}? <social good>")
_FASTER = Pattern("<percent|multiple|quantity|time unit|times word> <comparative>")
_ENABLED = Pattern(
    """ <enable&ing|enable&past|enable&s> (?: <^verb|stop|comma>){0,4}? <person&plural|collective>
        (?: (?: <^stop|comma|preposition>){0,3}? <people metric|people thing>
          | <to> <adverb>* <up&verb|down&verb|better&verb|save&verb|decide&verb|avert&verb>
          | <to> <adverb>* <verb&base> (?: <^stop|comma>){0,4}? <ease> ) """
)
_STEERED = Pattern(
    """ <move decision&verb> (?: <^verb|stop|comma>){0,3}?
        (?: <decision area|steered|priority noun> <change noun|steered>? ) """
)
_GREW = Pattern(
    """ (?: <grow people&verb> (?: <^verb|stop|comma>){0,4}? <person> <^verb|stop>{0,2}? <into> <^verb|stop|numeral|number>{1,3} )
      | (?: <person|all|numeral|both|whom> <who|relative|now|adverb|numeral|number|later>* <attain&verb> ) """
)
_GLAD = Pattern(
    "<served person|person|whom|who|numeral> <adverb>* <was> (?: <adverb>)* <pleased>"
)
_BECAME = Pattern(
    """ (?: <make&verb&past|become&verb&past|result> | <outcome noun> <was> )
        (?: <^verb|stop|comma|served person>){0,5}? <quality adjective> """
)
_BENEFIT = Pattern("<benefit&verb> <determiner|possessive|noun|adverb>* <person>")


def _events(tokens: Tokens, clause: Clause, inside: list[Measure]) -> list[Outcome]:
    found = []
    start, end = clause.start, clause.end
    for match in _MOVED.finditer(tokens, start, end):
        people = not tokens.has(match.start("metric"), "technical metric")
        if tokens.has(match.start("metric"), "artifact"):
            people = False
        found.append(
            Outcome(people, match.start(), match.end(), _measure_after(tokens, match.end() - 1, inside))
        )
    for pattern in (_ADOPTED, _USES, _GREW, _GLAD, _BENEFIT, _KEPT, _REORDERED, _GAINED, _HELD, _TRUSTED):
        for match in pattern.finditer(tokens, start, end):
            number = next((m for m in inside if match.start() <= m.start), None)
            found.append(Outcome(True, match.start(), match.end(), number))
    for match in _WENT.finditer(tokens, start, end):
        number = next((m for m in inside if m.start == match.end() and m.kind == "range"), None)
        if number is not None:
            subject_end = match.start() + 1
            people = _METRIC.search(tokens, start, subject_end) is None and (
                _TECHNICAL.search(tokens, start, subject_end) is None
            )
            found.append(Outcome(people, match.start(), number.stop, number))
    for match in _ENABLED.finditer(tokens, start):
        if match.start() < end:
            number = next((m for m in inside if match.start() <= m.start), None)
            found.append(Outcome(True, match.start(), match.end(), number))
    for match in _FASTER.finditer(tokens, start, end):
        number = next((m for m in inside if m.start <= match.start() < m.stop), None)
        technical = _TECHNICAL.search(tokens, start, end) is not None
        found.append(Outcome(not technical, match.start(), match.end(), number))
    for match in _BECAME.finditer(tokens, start, end):
        found.append(Outcome(False, match.start(), match.end(), None))
    if clause.kind in ("result", "relative"):
        for match in _STEERED.finditer(tokens, start, end):
            if not _is_verb_here(tokens, match.start(), clause):
                continue
            found.append(Outcome(True, match.start(), match.end(), None))
    return found


# --- which number belongs to an outcome ----------------------------------------------------------

def _measure_after(
    tokens: Tokens, verb: int, inside: list[Measure], metric: int | None = None
) -> Measure | None:
    """The number that measures what the verb changed: no size of a team, no period."""
    best: Measure | None = None
    for number in inside:
        if number.stop <= verb and number.stop < verb - 3:
            continue
        if number.kind == "zero":
            continue
        if number.kind == "count":
            if not _counts_metric(tokens, number) and not tokens.has(number.start - 1, "by"):
                continue
        elif number.kind == "duration" and _is_period(tokens, number):
            continue
        if best is None or best.kind == "count":
            best = number
    return best


_COUNTS = Pattern(
    "(?: <^stop|comma|person>){0,3}? <people metric|technical metric|served person|code thing|problem>"
)


def _counts_metric(tokens: Tokens, number: Measure) -> bool:
    return _COUNTS.match(tokens, number.stop) is not None


def _is_period(tokens: Tokens, number: Measure) -> bool:
    """"within 6 months", "every 2 weeks": when, not how much."""
    before = number.start - 1
    if tokens.has(before, "under") or tokens.has(before, "unknown"):
        before -= 1
    return tokens.has(before, "period")


def _measure_in_aside(
    clause: Clause, parts: list[Clause], numbers: list[Measure]
) -> Measure | None:
    """A number in parentheses right after the clause: "cut the wait (from 9 days to 2)"."""
    for part in parts:
        if part.start == clause.end and part.kind == "aside":
            for number in numbers:
                if part.start <= number.start < part.end and number.kind not in ("count", "duration"):
                    return number
    return None
