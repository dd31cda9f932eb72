"""What others did, or what happened, after the writer's act: a statement with its own subject.

"..., and the board approved it", "; 340 shops have installed it", ". No repeat since."
"""

from __future__ import annotations

import re

from pmlint.language.concern import METRIC, TECHNICAL, Outcome
from pmlint.language.grammar import Pattern
from pmlint.language.measures import Measure
from pmlint.language.tokens import Tokens

# The statement begins behind a stop with any subject, behind a comma or "and" with one that shows
# that it is a subject.
_BREAK = Pattern("(?: <stop|semicolon> | <dash> | <comma> <and|so>? | <and|so> )")
_STRONG = Pattern("<stop|semicolon>")
_SUBJECT = """ (?! <i|we|preposition|subordinate|because|if|verb&past&!noun|relative|label> )
    (?: <^verb&!noun|stop|semicolon|comma|colon|i|we|open|persons|preposition|label|relative|and|or|quote>){0,3}?
    <noun|unknown|number|numeral|agent|both|all>
    (?: <in|of|on|at|from> <^verb&!noun|stop|semicolon|comma|colon>{1,4}? )? """
_FINITE = """ <adverb|now|later|since>* (?: <have> <adverb|be|not>* <verb&past> | <now> <verb&!ing>
    | <verb&past&!base&!keep on> (?! <by|in|on|with|using|for|from|to> ) | <move&past|react&past|adopt&past> (?! <by> ) | <was> <adverb|not>* <comparative|promoted|pleased|gone live> ) """
_SEQUEL = Pattern(f"{_SUBJECT} {_FINITE}")
_KNOWN_SUBJECT = Pattern(
    f""" (?: <number|numeral|all|both> <of>? | <determiner|possessive> )?
    (?: <^verb&!noun|stop|comma|preposition|i|we>){{0,2}}? <person|collective|title|org|agent|all|both|number|numeral>
    (?: <in|of|on|at|from> <^verb&!noun|stop|semicolon|comma|colon>{{1,4}}? )? {_FINITE}
    | <number|numeral> (?: <^verb&!noun|stop|comma|preposition>){{0,3}}? <was|have>* <verb&past> (?! <by> ) """
)
# "no more duplicate rows", "two years without a break".
_NONE_LEFT = Pattern(
    """ (?: <numeral|number> <time unit> <without> | <negative&!not> ) (?: <comparative> )?
        (?: <^verb&!noun|stop|comma|preposition>){1,4}? (?: <since|time unit|in|stop> | $ ) """
)
_PEOPLE = Pattern("<person|collective|title|org|agent|audience|people metric|people thing>")
_END = Pattern("<stop|semicolon>")


def find(tokens: Tokens, act: int, numbers: list[Measure]) -> list[Outcome]:
    """The outcomes that statements after the act tell; ``act`` is the token of its verb."""
    found = []
    for match in _BREAK.finditer(tokens, act + 1):
        at, strong = match.end(), _STRONG.match(tokens, match.start()) is not None
        told = _told(tokens, at, strong)
        if told is not None:
            end = _END.search(tokens, told.end())
            found.append(
                _outcome(tokens, at, told.end(), end.start() if end else len(tokens), numbers)
            )
    return found


def _told(tokens: Tokens, at: int, strong: bool) -> re.Match[str] | None:
    if (none := _NONE_LEFT.match(tokens, at)) is not None:
        return none
    known = _KNOWN_SUBJECT.match(tokens, at)
    return _SEQUEL.match(tokens, at) if known is None and strong else known


def _outcome(tokens: Tokens, start: int, stop: int, end: int, numbers: list[Measure]) -> Outcome:
    number = next((n for n in numbers if start <= n.start < end), None)
    people = _PEOPLE.search(tokens, start, stop) is not None or (
        METRIC.search(tokens, start, stop) is None and TECHNICAL.search(tokens, start, stop) is None
    )
    return Outcome(people, start, stop, number)
