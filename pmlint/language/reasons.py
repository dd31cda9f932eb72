"""Why the work was worth doing.

A reason is told in terms of users, customers, the business or a risk to them: as a cause, as a
purpose that makes somebody's life better, or as a problem that somebody had. A purpose inside
engineering is none, and neither is a mere beneficiary ("for enterprise clients").
"""

from __future__ import annotations

from pmlint.language.clauses import Clause, clause_of
from pmlint.language.grammar import Family, Pattern
from pmlint.language.measures import Measure
from pmlint.language.tokens import Tokens

Range = tuple[int, int]

_CONCERN = Pattern(
    "<law|persons|transaction|org|agent|person|people metric|problem|hurt|people quality|outside cause|money>"
)
_WHOSE = Pattern("<transaction|person|people metric|money|percent|org|agent>")
_OUTSIDE = Pattern("<law|problem|hurt|people quality>")
_FROM_OUTSIDE = Pattern("<law|problem|hurt|people quality|outside cause>")
_TROUBLED = Pattern("<law|problem|hurt|people quality|crave|keep on>")
_NOUN_CAUSE = Pattern("<comma|dash|adverb>* <noun cause>")
_SELF = Pattern("<i|we> <adverb|be|have|do>* (?! <notice> )")
_SINCE = Pattern(
    """ <comma|dash>? <since> (?! <to|preposition|month|year> | <determiner> <^verb|stop|comma>{0,3}? <title|staff|collective> )
        (?: <^comma|stop|i|we>){1,8}? (?: <was|have|had|cannot|modal|suffer&past|verb&past> | <verb&s|verb&base> <^comma|stop>{0,5}? <hurt> ) """
)
# "after dispatchers told us that", "after 11 of 14 drivers said they would": somebody's trouble
# that came first; not what the writer did first.
_AFTER = Pattern(
    """ <comma|dash>? <after word> <^verb&!noun|comma|stop|i|we> (?: <^verb&!noun|comma|stop|subject&!who>){0,5}? (?: <relative> )?
        <modal|have|was>* <verb&past|was|cannot|hurt> """
)
_NOTICED = Pattern("(?: <subordinate>? <adverb>* <notice&verb&!base> )")
# "after two near misses", "after the outage in May".
_AFTER_TROUBLE = Pattern(
    """ <comma|dash>? <after word> (?: <determiner|possessive|number|numeral|adjective|unknown|poor|people quality>){0,3}?
        <problem&noun> (?! <noun> | <in|of|with> <^verb|stop|comma>{0,3}? <technical term|code thing|tool> ) """
)
# "after counting that nurses dismissed them".
_AFTER_NOTICING = Pattern(
    "<comma|dash>? <after word> <adverb>* <notice&ing|look into&ing|inquire&ing> "
)
# What was written down or ordered is somebody else's judgment.
_BY_THE_BOOK = Pattern(
    """ <determiner|possessive>? <^verb|stop|comma>{0,3}? <rulebook> <^comma|stop>
      | <determiner|possessive>? <^verb|stop|comma>{0,2}? <boss> <adverb|had>* <assign&verb> <me|us> """
)
_WORRYING = Pattern("<law|problem|hurt|people quality|suffer|reject>")
_THAT = Pattern("<relative|wh>")
_FOUND_PROBLEM = Pattern(
    "<subordinate>? <adverb>* <notice&verb&!base> (?: <^verb|stop|comma|technical term|technical metric|people quality>){0,3}? <problem&!technical metric> <in|with|of|across>"
    " (?! (?: <^stop|comma>){0,3}? <technical term|code thing|technical metric|tool> )"
)
_BETTER_LIFE = Pattern(
    "(?: <help> <to>? )? (?P<verb> <up&verb|down&verb|better&verb|avert&verb|save&verb|draw&verb> )"
)
_ENGINEERING = Pattern("<technical term|tool|technical metric>")
_COMPLY = Pattern("<comply&verb> <with|to> (?: <^verb|stop|comma>){0,4}? <law>")
_DELIGHT = Pattern("<delight&verb> (?: <^stop|comma|verb>){0,3}? <served person>")
_LIFE = Pattern("<people metric|pain noun|people quality>")
_TACKLE = Pattern("<tackle&verb> (?: <^stop|comma|verb>){0,4}? <problem> ")
_SO_WE_DID = Pattern("<adverb>* <i|we> <adverb|have>* <verb&past>")
_SO_SOMEBODY = Pattern(
    "(?: <^verb&!noun|stop|comma>){0,5}? <person|we|persons|people metric|org|agent> | (?: <^verb|stop|comma|it>){1,4}? <modal>"
)
# Told without a clause of its own, in any part of the line.
_ANYWHERE = Family(
    {
        # "shoppers were leaving", "inspectors who lose signal".
        "suffered": """ (?: (?P<who> <served person|person&plural|agent> ) | <people metric> (?! <cannot> ) ) (?: <of|in> <^verb|stop>{1,3}? )? <comma>?
        (?: <adverb|was|have|had|kept|who|relative>)* (?P<pain> <suffer|cannot> | <had> <to> )
          | <wh> <persons> <have|had|was|adverb>* <suffer|cannot> """,
        # "as clerks were retyping every order".
        "as": """ <as|since> (?: <^verb&!noun|stop|comma|i|we>){0,3}? <served person&plural|person&plural|agent>
            (?: <adverb>* <was> <ing> | <have> <not|negative>? <noun|unknown|verb&past> | <cannot> ) """,
        # "patients kept coming back".
        "kept on": "<served person|person&plural|agent> <keep on> <ing&verb>",
        # "to find out why clinics stop using it".
        "why": "<why&!relative> (?: <^verb&!noun|stop|comma>){1,6}? <adverb|have|had|not>* <suffer&verb|cannot|negative|end&verb|go bad&verb>",
        # "when beta shops told us", "as a test showed that nobody found it".
        "told": """ <subordinate|because> (?: <^verb&!noun|stop|comma|i|we>){1,5}? <have|had>? <reveal&past>
            (?: <^stop|semicolon|comma>){0,6}? <person|persons|nobody|agent|org|us|people metric> """,
        # "costing dispatchers a call per order", "which confused volunteers".
        "harm": """ (?: <relative> <adverb|was|have|had>* <harm&ing|harm&past>
              | <comma|and>? <harm&ing|harm&past&!base> )
            (?! <us|me> ) (?: <^stop|comma|verb>){0,5}?
            <person|people metric|money|percent|outside cause|transaction> """,
        # "replaced a tedious paper checklist".
        "relief": "<relieve verb> <determiner|possessive|adverb>* (?: <^stop|comma>){0,2}? <people quality>",
        # "for nurses to see the next bed".
        "for somebody": "<for> (?: <^verb|stop|comma|preposition|number>){0,4}? <served person> <to> <verb&base>",
        # "its vendor had dropped".
        "outsider": "<outsider> <have|had|adverb|was>* <end&past>",
        # "letting parents pay without an account".
        "eased": "<enable&verb&!base|help&verb&!base> (?: <^verb|stop|comma>){0,3}? <served person> <to>? <verb&base> (?: <^stop|comma>){0,5}? <ease>",
        # "to ensure that riders were told".
        "ensured": "<ensure&verb> <relative|determiner>? (?: <^verb|stop|comma>){0,3}? <person|we> <modal|was|be|have|cannot|not>* <verb|was>",
        # "after four weeks of flat usage".
        "poor": "<after word|because|since> (?: <^verb|stop|comma>){0,5}? <poor> <people metric|technical metric|person|agent>",
        # "with the goal of reducing churn".
        "aimed": """ <aim> <preposition>? <adverb>* <up&verb|down&verb|better&verb|avert&verb|save&verb|draw&verb>
        (?: <^stop|comma|verb>){0,5}? <people metric|pain noun> """,
        # "aiming to help caseworkers".
        "aim at somebody": "<aim> <help|assist> (?: <^verb|stop|comma>){0,3}? <person|name>",
        # "for better patient care".
        "for better": "<for> <comparative|better&ing|better&past> (?: <^stop|comma|verb>){0,3}? <people metric>",
        # "after drivers complained".
        "asked": "<subordinate|because> (?: <^verb|stop|comma>){0,4}? <person|agent> <have|had|adverb|was>* <ask&past|ask&ing>",
        # "after customers had been charged twice".
        "befell": "<subordinate|because> (?: <^verb|stop|comma>){0,3}? <served person&plural> <have|had> <be> <verb&past>",
        # "which had taken clerks two days".
        "used to take": "<relative> <have|had>? <previously>? <took&verb&past> <person|adverb|compare>* <number|numeral|quantity|some> <time unit>?",
        # "to give shop owners a view of their stock".
        "given": "<to> <give&verb&base> (?: <^verb|stop|comma>){0,3}? <served person> (?: <^verb|stop|comma>){0,3}? <gift>",
        # "to make refunds simpler for tourists".
        "made easy": "<to> <make&verb&base> (?: <^verb|stop|comma>){1,5}? <quality adjective|comparative> <for> (?: <^verb|stop>){0,3}? <person|agent>",
        # "protecting tenants from".
        "shielded": "<avert&verb> <determiner|possessive>? (?: <^verb|stop|comma>){0,2}? <served person> <from>",
        # "to save the night shift an hour".
        "save time": "<to> <help>? <save&verb&base> (?: <^verb|stop|comma>){0,3}? <metric time|time unit|people metric|money word>",
    }
)


def find(tokens: Tokens, parts: list[Clause], numbers: list[Measure]) -> list[Range]:
    """The places, as token ranges, where a line says why."""
    found: list[Range] = []
    for clause in parts:
        start, body, end = clause.start, clause.body, clause.end
        if clause.kind == "cause":
            if _is_reason(tokens, clause):
                found.append((start, end))
        elif clause.kind == "so":
            if _SO_WE_DID.match(tokens, body, end):
                cause = _TROUBLED.search(tokens, parts[0].start, start)
                if cause is not None and _WHOSE.search(tokens, parts[0].start, start):
                    found.append((clause_of(parts, cause.start()).start, start))
            elif _SO_SOMEBODY.match(tokens, body, end):
                found.append((start, end))
        elif clause.kind == "purpose":
            if _is_good_purpose(tokens, clause, numbers):
                found.append((start, end))
        elif clause.kind == "time" and _is_what_came_first(tokens, clause):
            found.append((start, end))
        match = _NOTICED.search(tokens, start, end)
        if match is not None and (
            (_WHOSE.search(tokens, match.end(), end) and _OUTSIDE.search(tokens, match.end(), end))
            or _FOUND_PROBLEM.match(tokens, match.start(), end)
            or (_THAT.match(tokens, match.end()) and _WHOSE.search(tokens, match.end()))
        ):
            found.append((match.start(), end))
    for name, pattern in _ANYWHERE.live(tokens):
        if (match := pattern.search(tokens, parts[0].start)) is not None:
            clause = clause_of(parts, match.end() - 1)
            # "churn dropped" as the line's own statement is a result, not what was wrong before.
            result = (
                name == "suffered"
                and clause.kind in ("main", "result")
                and (not tokens.has(match.start(), "person"))
            )
            if clause.kind != "cause" and not result:
                found.append((match.start(), clause.end))
    return merged(found)


def _is_what_came_first(tokens: Tokens, clause: Clause) -> bool:
    start, body, end = clause.start, clause.body, clause.end
    if _SELF.match(tokens, body, end):
        return False
    if _SINCE.match(tokens, start) and _CONCERN.search(tokens, body, end):
        return True
    if _AFTER_TROUBLE.match(tokens, start):
        return True
    noticed = _AFTER_NOTICING.match(tokens, start)
    if noticed is not None and _WORRYING.search(tokens, noticed.end(), end):
        return _WHOSE.search(tokens, noticed.end(), end) is not None
    return _AFTER.match(tokens, start) is not None and (
        _WHOSE.search(tokens, body, end) is not None
        or _OUTSIDE.search(tokens, body, end) is not None
    )


def _is_reason(tokens: Tokens, clause: Clause) -> bool:
    if _SELF.match(tokens, clause.body, clause.end):
        return False
    if _NOUN_CAUSE.match(tokens, clause.start, clause.end):
        return _FROM_OUTSIDE.search(tokens, clause.body, clause.end) is not None
    if _BY_THE_BOOK.match(tokens, clause.body, clause.end) is not None:
        return False
    # Any cause outside engineering will do.
    return (
        _CONCERN.search(tokens, clause.body) is not None
        or _ENGINEERING.search(tokens, clause.body, clause.end) is None
    )


def _is_good_purpose(tokens: Tokens, clause: Clause, numbers: list[Measure]) -> bool:
    verb = clause.body - 1
    if any(clause.start <= number.start < clause.end for number in numbers):
        return False
    if tokens.has(clause.start - 1, "person"):
        return False
    if _DELIGHT.match(tokens, verb, clause.end):
        return True
    if _BETTER_LIFE.match(tokens, verb) and _LIFE.search(tokens, verb + 1, clause.end):
        engineering = _ENGINEERING.search(tokens, verb + 1, clause.end) is not None
        return not engineering or _WHOSE.search(tokens, verb + 1, clause.end) is not None
    if _COMPLY.match(tokens, verb, clause.end):
        return True
    return _TACKLE.match(tokens, verb, clause.end) is not None and (
        _CONCERN.search(tokens, verb + 1, clause.end) is not None
    )


def merged(ranges: list[Range]) -> list[Range]:
    """Ranges in order, overlapping ones made one."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
