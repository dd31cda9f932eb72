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
_BETWEEN = "(?: <^verb|stop|comma|preposition|determiner|possessive|anybody|be|modal>|<ing>){0,2}?"
# "customer support", "user accounts": the person only describes the next thing.
_ALONE = (
    "(?: (?<=<plural|plural person>) | (?! <noun&!person&!role holder&!crowd|ing&unknown|slash> ) )"
)
_CLAUSE = "(?: <^stop|comma|semicolon|dash>){1,12}"

_SEGMENTS = Family(
    {
        # "first-time sellers", "small independent shops".
        "marked": f"<segment quality&!crowd&!role holder> {_BETWEEN} {_PERSON} {_ALONE}",
        # "package authors", "cluster administrators".
        "named": f"""<noun&!crowd&!bland quality&!draft&!person|unknown&!ing&!past&!ly|acronym|camel>
            <role holder&!slippery role> {_ALONE}""",
        # "Catalog managers" at the start of a sentence: no order to catalog them.
        "headed": "<verb&base&!offer to&!enable> <role holder&plural> (?! <to> )",
        # "parents of toddlers", "operators of self-hosted runners".
        "of": f"<role holder&plural&!slippery role|owning role&plural> <of> (?! <definite> ) {_CLAUSE}",
        # "New players leave in level 3": only who the sentence is about.
        "staged": f"<life stage> {_PERSON} {_ALONE}",
        # "people over 70", "tenants with a fixed-term lease", "users running X in pipelines".
        "placed": f"<role holder|crowd&plural|plural person> <placing|living> {_CLAUSE}",
        # "people who navigate by keyboard", "couriers who start before six".
        "told": f"<crowd|role holder|anybody> <comma>? <who> {_CLAUSE}",
        # "anyone maintaining a fork".
        "doing": f"<anybody> <living> {_CLAUSE}",
        # "Fans who travel for a concert": who can only be people.
        "whoever": f"<noun&plural&!crowd&!role holder> <who> {_CLAUSE}",
        # "As a shift lead, I want".
        "asking": "<as> <some> <^verb|stop|comma>{0,3}? (?P<who> <role holder> ) (?: <^stop>){0,12}? <i>",
        # "wheelchair users": a segment by its name.
        "known": f"<known segment> {_ALONE}",
        # "Carla, 54, lives in Turin".
        "persona": "<name> <comma> <number> (?= <comma|colon|stop|dash> | $ )",
    }
)
_ROLE = Pattern(f"<role holder> {_ALONE}")
_CROWD = Pattern("<crowd|anybody>")
_TOPIC = Pattern(
    "(?: <determiner|most|possessive|number|numeral|adverb|segment quality|of|out of|percent> ){0,4} <role holder> "
)
# What makes a crowd narrow: a number, a place, something that it does or cannot do.
_NARROW = Pattern(
    "<number|percent|quantity|vague quantity|numeral|preposition&!to|not|cannot|frequency|time unit>"
)
_SECOND = Pattern("<^verb|be|have|modal>{1,6}? <verb&!past> | <who|colon|semicolon>")
_AGE = Pattern("<number|numeral|unknown>")
_MODIFIER = Pattern("<^verb|preposition|stop|comma|semicolon|colon|and|because|relative|be|modal>")
_WRITER = Pattern("<be|as> <some>")
# "I'd focus on parents": whom the writer picks.
_PICKED = Pattern(
    """ <i|we> (?: <adverb|modal|future|ought|be> )* <bet on&verb> <preposition|bet on>?
        (?: <determiner|possessive|number|numeral|segment quality> ){0,3} (?P<who> <role holder> ) """
)
_LISTED = Pattern(
    "(?: <determiner>? <role holder|crowd> (?: <comma> <and>? | <and|or> ) ){2,} <determiner>? <role holder|crowd>"
)


def find(tokens: Tokens, starts: list[int]) -> list[Place]:
    """(name, first token, stop) of each mention, in no order.

    "segment": a segment in so many words; "asking" and "persona" are segments too. "topic role": a role that a sentence is about; "role":
    any other. "crowd": users, people, developers. ``starts``: where sentences start.
    """
    body = starts[0]
    found: list[Place] = []
    for name, pattern in _SEGMENTS.live(tokens):
        for match in pattern.finditer(tokens, body):
            first, stop = match.span()
            if _TELLS_APART.get(name, _always)(tokens, first, stop, starts):
                found.append(("segment", first, stop))
                if name in ("asking", "persona"):
                    found.append((name, first, stop))
    listed = [match.span() for match in _LISTED.finditer(tokens, body)]
    for match in _ROLE.finditer(tokens, body):
        first, stop = match.span()
        if tokens.has(first, "slippery role") or any(a <= first < b for a, b in listed):
            continue
        topic = any(
            (lead := _TOPIC.match(tokens, start)) and lead.end() == stop for start in starts
        )
        found.append(("topic role" if topic else "role", first, stop))
    found += [
        ("topic role", match.start("who"), match.end()) for match in _PICKED.finditer(tokens, body)
    ]
    found += [("crowd", *match.span()) for match in _CROWD.finditer(tokens, body)]
    return found


def _always(tokens: Tokens, first: int, stop: int, starts: list[int]) -> bool:  # noqa: ARG001
    return True


def _is_of_user(tokens: Tokens, first: int, stop: int, starts: list[int]) -> bool:  # noqa: ARG001
    """False for "Ana is an associate product manager": that is who writes."""
    return not _WRITER.match(tokens, first - 2) or _CROWD.search(tokens, 0, first) is not None


def _is_topic(tokens: Tokens, first: int, stop: int, starts: list[int]) -> bool:  # noqa: ARG001
    return first in starts


def _is_narrow(tokens: Tokens, first: int, stop: int, starts: list[int]) -> bool:  # noqa: ARG001
    """False for "people who use it": that is everybody."""
    if tokens.has(first, "role holder") and not tokens.has(first, "slippery role"):
        return True
    who = first + (3 if tokens.has(first + 1, "comma") else 2)
    second = _SECOND.match(tokens, who + 1, stop)
    return (
        _NARROW.search(tokens, who, second.end() - 1 if second else min(stop, who + 6)) is not None
    )


def _stands_free(tokens: Tokens, first: int, stop: int, starts: list[int]) -> bool:  # noqa: ARG001
    """False for "shows users in real time": the place belongs to the verb."""
    if tokens.has(first + 1, "living"):
        return True
    if tokens.has(first + 1, "bounding") and _AGE.match(tokens, first + 2) is not None:
        return True
    if tokens.has(first + 2, "possessive") and tokens.has(first, "role holder"):
        # "freelancers in their first year".
        return True
    start = first
    while start > 0 and _MODIFIER.match(tokens, start - 1) and start not in starts:
        start -= 1
    if tokens.has(start - 1, "verb") and start not in starts:
        return False
    role = tokens.has(first, "role holder") and not tokens.has(first, "slippery role")
    return role or start in starts or not tokens.has(start - 1, "preposition")


_TELLS_APART = {
    "marked": _is_of_user,
    "named": _is_of_user,
    "staged": _is_topic,
    "headed": _is_topic,
    "told": _is_narrow,
    "placed": _stands_free,
}
