"""Why the work was worth doing, and what was given up for it.

A reason is told in terms of users, customers, the business or a risk to them: as a cause, as a
purpose that makes somebody's life better, or as a problem that somebody had. A purpose inside
engineering is none, and neither is a mere beneficiary ("for enterprise clients").
"""

from __future__ import annotations

from pmlint.language.clauses import Clause
from pmlint.language.grammar import Pattern
from pmlint.language.measures import Measure
from pmlint.language.tokens import Tokens

Range = tuple[int, int]

_CONCERN = Pattern("<law|person|people metric|problem|hurt|people quality|outside cause|money>")
_WHOSE = Pattern("<person|people metric|money|percent>")
_OUTSIDE = Pattern("<law|problem|hurt|people quality>")
_NOUN_CAUSE = Pattern("<comma|dash|adverb>* <noun cause>")
_SELF = Pattern("<i|we> <adverb|be|have|do>* (?! <notice> )")
_SINCE = Pattern("<comma|dash>? <since> (?! <to|preposition> ) (?: <^verb|comma|stop|number|year>){0,6} <noun|persons|agent|name> <adverb|was|have|be>* <verb&past|was|cannot|suffer>")
_NOTICED = Pattern("(?: <subordinate>? <adverb>* <notice&verb&!base> )")
_FOUND_PROBLEM = Pattern(
    "<subordinate>? <adverb>* <notice&verb&!base> (?: <^verb|stop|comma|technical term|technical metric|people quality>){0,3}? <problem&!technical metric> <in|with|of|across>"
    " (?! (?: <^stop|comma>){0,3}? <technical term|code thing|technical metric|tool> )"
)
_SUFFERED = Pattern(
    """ (?P<who> <served person|person&plural|people metric|agent> ) (?: <of|in> <^verb|stop>{1,3}? )? <comma>?
        (?: <adverb|was|have|had|kept|who|relative>)* (?P<pain> <suffer|cannot> | <had> <to> ) """
)
_HARM = Pattern(
    """ (?: <relative> <adverb|was|have|had>* | <comma|and>? )
        (?P<pain> <harm&ing|harm&past> ) (?: <^stop|comma|verb>){0,5}?
        <person|people metric|money|percent|outside cause|transaction> """
)
_BETTER_LIFE = Pattern("(?: <help> <to>? )? (?P<verb> <up&verb|down&verb|better&verb|avert&verb|save&verb|draw&verb> )")
_ENGINEERING = Pattern("<technical term|tool|technical metric>")
_AIMED = Pattern(
    """ <aim> <preposition>? <adverb>* <up&verb|down&verb|better&verb|avert&verb|save&verb|draw&verb>
        (?: <^stop|comma|verb>){0,5}? <people metric|pain noun> """
)
_AIM_AT_SOMEBODY = Pattern("<aim> <help> (?: <^verb|stop|comma>){0,3}? <person|name>")
_FOR_BETTER = Pattern("<for> <comparative|better&ing|better&past> (?: <^stop|comma|verb>){0,3}? <people metric>")
_ASKED = Pattern(
    "<subordinate|because> (?: <^verb|stop|comma>){0,4}? <person|agent> <have|had|adverb|was>* <ask&past|ask&ing>"
)
_BEFELL = Pattern(
    "<subordinate|because> (?: <^verb|stop|comma>){0,3}? <served person&plural> <have|had> <be> <verb&past>"
)
_USED_TO_TAKE = Pattern(
    "<relative> <have|had>? <previously>? <took&verb&past> <person|adverb|compare>* <number|numeral|quantity|some> <time unit>?"
)
_GIVEN = Pattern(
    "<to> <give&verb&base> (?: <^verb|stop|comma>){0,3}? <person&plural|collective|served person> (?: <^verb|stop|comma>){0,3}? <gift>"
)
_MADE_EASY = Pattern("<to> <make&verb&base> (?: <^verb|stop|comma>){1,5}? <quality adjective|comparative> <for> (?: <^verb|stop>){0,3}? <person|agent>")
_SHIELDED = Pattern("<avert&verb> <determiner|possessive>? (?: <^verb|stop|comma>){0,2}? <served person> <from>")
_SAVE_TIME = Pattern("<to> <help>? <save&verb&base> (?: <^verb|stop|comma>){0,3}? <metric time|time unit|people metric|money word>")
_COMPLY = Pattern("<comply&verb> <with|to> (?: <^verb|stop|comma>){0,4}? <law>")
_EASED = Pattern(
    "<enable&verb&!base|help&verb&!base> (?: <^verb|stop|comma>){0,3}? <served person> <to>? <verb&base> (?: <^stop|comma>){0,5}? <ease>"
)
_ENSURED = Pattern(
    "<ensure&verb> <relative|determiner>? (?: <^verb|stop|comma>){0,3}? <person|we> <modal|was|be|have|cannot|not>* <verb|was>"
)
_DELIGHT = Pattern("<delight&verb> (?: <^stop|comma|verb>){0,3}? <served person>")
_LIFE = Pattern("<people metric|pain noun|people quality>")
_RELIEF = Pattern("<relieve verb> <determiner|possessive|adverb>* (?: <^stop|comma>){0,2}? <people quality>")
_TACKLE = Pattern("<tackle&verb> (?: <^stop|comma|verb>){0,4}? <problem> ")
_FOR_SOMEBODY = Pattern("<for> (?: <^verb|stop|comma|preposition|number>){0,4}? <served person> <to> <verb&base>")
_SO_WE_DID = Pattern("<adverb>* <i|we> <adverb|have>* <verb&past>")
_OUTSIDER = Pattern("<outsider> <have|had|adverb|was>* <end&past>")
_SO_SOMEBODY = Pattern("(?: <^verb|stop|comma>){0,5}? <person|we|persons|people metric> | (?: <name|acronym|camel> )+ <modal>")


# Told without a clause of its own, in any part of the line.
_ANYWHERE = (
    _SUFFERED,
    _HARM,
    _RELIEF,
    _FOR_SOMEBODY,
    _OUTSIDER,
    _EASED,
    _ENSURED,
    _AIMED,
    _AIM_AT_SOMEBODY,
    _FOR_BETTER,
    _ASKED,
    _BEFELL,
    _USED_TO_TAKE,
    _GIVEN,
    _MADE_EASY,
    _SHIELDED,
    _SAVE_TIME,
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
                if (cause := _CONCERN.search(tokens, parts[0].start, start)) is not None:
                    found.append((_clause_of(parts, cause.start()).start, start))
            elif _SO_SOMEBODY.match(tokens, body, end):
                found.append((start, end))
        elif clause.kind == "purpose":
            if _is_good_purpose(tokens, clause, numbers):
                found.append((start, end))
        elif clause.kind == "time" and _SINCE.match(tokens, start, end):
            if _CONCERN.search(tokens, body, end) and not _SELF.match(tokens, body, end):
                found.append((start, end))
        match = _NOTICED.search(tokens, start, end)
        if match is not None and (
            (_WHOSE.search(tokens, match.end(), end) and _OUTSIDE.search(tokens, match.end(), end))
            or _FOUND_PROBLEM.match(tokens, match.start(), end)
        ):
            found.append((match.start(), end))
    for pattern in _ANYWHERE:
        if (match := pattern.search(tokens, parts[0].start)) is not None:
            clause = _clause_of(parts, match.end() - 1)
            if clause.kind != "cause":
                found.append((match.start(), clause.end))
    return _merged(found)


def _is_reason(tokens: Tokens, clause: Clause) -> bool:
    if _SELF.match(tokens, clause.body, clause.end):
        return False
    if _NOUN_CAUSE.match(tokens, clause.start, clause.end):
        return _OUTSIDE.search(tokens, clause.body, clause.end) is not None
    return _CONCERN.search(tokens, clause.body, clause.end) is not None


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


def _merged(ranges: list[Range]) -> list[Range]:
    """Ranges in order, overlapping ones made one."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


_INSTEAD = Pattern("<tradeoff>")
_CHOSE_OVER = Pattern("<decide&verb&!base> (?: <^stop|semicolon>){1,9}? <over word> <^number>")
_GAVE_UP = Pattern(
    "(?: <give up&verb&past|give up&verb&ing> (?: <^verb|stop|comma|preposition>){0,4}? <scope thing> | <drop&verb&past|drop&verb&ing> (?: <^stop|comma|by>){0,4}? <artifact|scope thing> ) (?! <measure noun|metric time> )"
)
_COST_BUT = Pattern("<took&verb&past> (?: <^stop|verb>){0,4}? <time unit> (?: <^stop>){0,3}? <contrast>")


def tradeoff(tokens: Tokens, parts: list[Clause]) -> list[Range]:
    """The places where a line says what was given up, delayed, cut or chosen over something."""
    found: list[Range] = []
    for pattern in (_INSTEAD, _CHOSE_OVER, _GAVE_UP, _COST_BUT):
        for match in pattern.finditer(tokens):
            if _clause_of(parts, match.start()).kind == "relative":
                continue
            found.append((match.start(), match.end() if pattern is not _INSTEAD else _clause_of(parts, match.start()).end))
    return _merged(found)


def _clause_of(parts: list[Clause], at: int) -> Clause:
    return next((part for part in parts if part.start <= at < part.end), parts[-1])
