"""What was given up, delayed, cut, or chosen over something that the line names."""

from __future__ import annotations

from pmlint.language.clauses import Clause, clause_of
from pmlint.language.grammar import Family
from pmlint.language.reasons import Range, merged
from pmlint.language.tokens import Tokens

_TRADEOFFS = Family(
    {
        # "instead of a wizard", "at the cost of a month": up to the end of the clause.
        "instead": "<tradeoff> (?! <number|numeral|quantity> )",
        # "chose the list over the map".
        "over": "<decide&verb&!base> (?: <^stop|semicolon>){1,9}? <over word> <^number>",
        # "dropped two planned reports", "cut the referral feature".
        "gave up": """ (?<!<preposition|both>) (?: <give up&verb&past|give up&verb&ing> (?: <^stop|comma|preposition>){0,4}?
                <scope thing>
              | <drop&verb&past|drop&verb&ing> (?: <^stop|comma|by>){0,4}? <artifact|scope thing> )
            (?! <measure noun|metric time> ) """,
        # "persuaded them to ship the display first", "moved autopay ahead of rewards".
        "first": """ <convince&past|recommend&past|choose&past> (?: <^stop|semicolon>){2,8}? <first> (?! <noun|unknown> )
              | <move&past|bring&past|put&past|rank&past|argue&past> (?: <^verb|stop|comma>){1,5}? <ahead of|above>
              | <verb&past> (?: <^verb|stop|comma|colon>){1,4}? <first> (?= <stop|semicolon> | $ ) """,
        # "froze Friday deploys because".
        "gave up because": "(?<!<modal|to|not>) <drop&past|give up&past> <^verb|stop|comma|by>{1,5}? <because|since|after word>",
        # "moved 40% of the budget into search ads".
        "moved from": """ <move&past&!up|shift&past> <determiner|possessive>? (?: <noun&!number|unknown>){0,2}? <money|money word|percent|stake|staff>
            (?: <^verb|stop|comma>){0,6}? <into|to> <^number|numeral> """,
        # "convinced sales to drop the promise", "recommended to hold the release".
        "talked out of": """ <convince&past|recommend&past|choose&past> (?: <^stop|semicolon>){1,7}? <to>
            <drop&base|give up&base> """,
        # "and shipped from Madrid instead".
        "instead at end": "<instead word> (?= <stop|semicolon|comma> | $ )",
        # "moved the deadline by two weeks", "postponed it to March".
        "later": """ <move&past|push&past|shift&past> (?: <it|determiner|possessive> <^verb|stop|comma|date>{0,2}? <date>? )
            <to|by|until|into> <^verb|stop|comma>{0,3} <time unit|month|year|quarter> """,
        # "accepted a 2% loss in sign-ups", "while bookings dipped".
        "accepted": """ <accept&verb> (?: <^verb|stop|comma>){0,4}? <price paid|relative>
            | <concession|contrast> (?: <^verb|stop|comma>){0,3}? <people metric> <adverb>* <down&past|move down&past> """,
        # "took three more weeks, but".
        "cost": "<took&verb&past> (?: <^stop|verb>){0,4}? <time unit> (?: <^stop>){0,3}? <contrast>",
    }
)


def find(tokens: Tokens, parts: list[Clause]) -> list[Range]:
    """The places, as token ranges, where a line says what was given up."""
    found: list[Range] = []
    for name, pattern in _TRADEOFFS.live(tokens):
        for match in pattern.finditer(tokens):
            clause = clause_of(parts, match.start())
            # "an algorithm which sorts instead of hashing" describes a thing.
            if clause.kind != "relative" or name == "first":
                found.append((match.start(), clause.end if name == "instead" else match.end()))
    return merged(found)
