"""Whom a text is about: a segment that could be met in the street, or just "users".

A segment is narrower than everybody who might use the thing: a role with a mark ("night nurses",
"package authors"), anybody with a mark that tells apart ("people over 70", "people who navigate by
keyboard"). A bare role ("couriers") is one when the text is about it.
"""

from __future__ import annotations

from pmlint.language.grammar import Family, Pattern
from pmlint.language.tokens import Tokens

Place = tuple[str, int, int]

_PERSON = "<crowd|role holder>"
_BETWEEN = "(?: <^verb|stop|comma|preposition|determiner|possessive|anybody|be|modal>){0,2}?"
# "customer support", "user accounts": the person only describes the next thing.
_ALONE = "(?! <noun&!person&!role holder&!crowd|ing&unknown|slash> )"
_CLAUSE = "(?: <^stop|comma|semicolon|dash>){1,12}"

_SEGMENTS = Family(
    {
        # "first-time sellers", "small independent shops".
        "marked": f"<segment quality&!crowd&!role holder> {_BETWEEN} {_PERSON} {_ALONE}",
        # "package authors", "cluster administrators".
        "named": f"""<noun&!crowd&!bland quality&!draft&!person|unknown&!ing&!past&!ly|acronym|camel>
            <role holder&!slippery role> {_ALONE}""",
        # "parents of toddlers", "operators of self-hosted runners".
        "of": f"<role holder&plural> <of> {_CLAUSE}",
        # "people over 70", "tenants with a fixed-term lease", "users running X in pipelines".
        "placed": f"<role holder|crowd&plural> <placing|living> {_CLAUSE}",
        # "people who navigate by keyboard", "couriers who start before six".
        "told": f"{_PERSON} <comma>? <who> {_CLAUSE}",
        # "As a shift lead, I want".
        "asking": "<as> <some> <^verb|stop|comma>{0,3}? (?P<who> <role holder> ) (?: <^stop>){0,12}? <i>",
        # "Carla, 54, lives in Turin".
        "persona": "<name> <comma> <number> (?= <comma|colon|stop|dash> | $ )",
    }
)
_ROLE = Pattern(f"<role holder> {_ALONE}")
_CROWD = Pattern("<crowd|anybody>")
_TOPIC = Pattern("(?: <determiner|possessive|number|numeral|adverb|segment quality> ){0,3} <role holder> ")
# What makes a crowd narrow: a number, a place, something that it does or cannot do.
_NARROW = Pattern("<number|percent|quantity|numeral|preposition&!to|not|cannot|frequency|time unit>")
_VERB_BEFORE = Pattern("<verb|to|help>")
_LISTED = Pattern("(?: <determiner>? <role holder|crowd> (?: <comma> <and>? | <and|or> ) ){2,} <determiner>? <role holder|crowd>")


def find(tokens: Tokens, starts: list[int]) -> list[Place]:
    """(name, first token, stop) of each mention, in no order.

    "segment": a segment in so many words. "topic role": a role that a sentence is about; "role":
    any other. "crowd": users, people, developers. ``starts``: where sentences start.
    """
    found: list[Place] = []
    for name, pattern in _SEGMENTS.live(tokens):
        for match in pattern.finditer(tokens):
            first, stop = match.span()
            if name == "told" and not _is_narrow(tokens, first, stop):
                continue
            if name == "placed" and not _stands_free(tokens, first, stop):
                continue
            found.append(("segment", first, stop))
    listed = [match.span() for match in _LISTED.finditer(tokens)]
    for match in _ROLE.finditer(tokens):
        first, stop = match.span()
        if any(start <= first < end for start, end in listed):
            continue
        topic = any(
            (lead := _TOPIC.match(tokens, start)) and lead.end() == stop for start in starts
        )
        found.append(("topic role" if topic else "role", first, stop))
    found += [("crowd", *match.span()) for match in _CROWD.finditer(tokens)]
    return found


def _is_narrow(tokens: Tokens, first: int, stop: int) -> bool:
    if tokens.has(first, "role holder"):
        return True
    return stop - first >= 5 and _NARROW.search(tokens, first + 2, stop) is not None


def _stands_free(tokens: Tokens, first: int, stop: int) -> bool:
    """False for "shows users in real time": the place belongs to the verb."""
    if tokens.has(first, "role holder") or tokens.has(first + 1, "living"):
        return True
    if tokens.has(first + 2, "number"):
        return True
    return not _VERB_BEFORE.match(tokens, first - 1) and not tokens.has(first - 1, "determiner")
