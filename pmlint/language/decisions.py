"""Decisions and recommendations, what speaks against them, and what guards against failure."""

from __future__ import annotations

from pmlint.language.grammar import Family, Pattern
from pmlint.language.tokens import Tokens

Place = tuple[str, int, int]

_PATTERNS = Family(
    {
        # "We should X", "I recommend X", "I'd build X".
        "recommendation": """ <i|we> <adverb|hedge>* (?: <ought> <not|adverb>* <verb&base> | <recommend&verb&!ing> )
          | <i&ought|we&ought> <adverb>* <verb&base>
          | <my|possessive> <recommend noun> <is|be> """,
        # "We chose X", "I decided to Y", "Decision: Z", "we went with".
        "choice": "<i|we> <adverb|have>* <choose&verb&past> (?! <by> ) | <decision label> <colon>",
        "contrast": (
            "<tradeoff|instead|contrast|cost word> | <comparative> <than> | <give up&verb> | <at the cost>"
        ),
        "cause": "<because|since&because|so>",
        "safeguard": "<safeguard>",
        "stake": "<person|people metric|stake>",
        "failure": "<failure word|danger>",
        "test": "<test word>",
    }
)
# "launched X and revenue grew", "after we launched X, sign-ups rose": sequence told as cause.
_SEQUENCE = Pattern(
    """ <and|comma> <adverb>* (?: <determiner|possessive|people quality|unknown|noun>){0,3}
        (?P<metric> <people metric> ) <adverb|have>* <move&past> """
)


def find(tokens: Tokens, told: bool) -> list[Place]:
    """(name, first token, stop) of decisions and what belongs to them, in no order.

    ``told``: the line tells a deed, so that a change told after it may claim to come from it.
    """
    found = [
        (name, match.start(), match.end())
        for name, pattern in _PATTERNS.live(tokens)
        for match in pattern.finditer(tokens)
    ]
    if told:
        found += [("sequence", m.start("metric"), m.end()) for m in _SEQUENCE.finditer(tokens)]
    return found
