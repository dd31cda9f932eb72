"""The turns of a story, line by line: set a task, notice, doubt, weigh, choose, end, learn."""

from __future__ import annotations

from pmlint.language.grammar import Family, Pattern
from pmlint.language.tokens import Tokens

Place = tuple[str, int, int]

_HELD = "(?: <adverb|ly|hedge|have|do|be> | <comma> )*"

_TURNS = Family(
    {
        # "I was asked to", "it was my task to", "we had ten months to", "my goal was".
        "task": f""" <duty> | <i|we> <was> <adverb>* (?: <assign&verb&past> | <to> | <on> <duty> )
            | <my> <^verb|stop>{{0,2}}? <task word> (?: <^verb|stop>{{0,3}} <was|is|be> )
            | <was> <my> <task word> | <task word> (?: <preposition> <^verb|stop>{{1,2}} )? <was> <to>
            | <i|we> {_HELD} (?: <had|crave&verb&past> ) (?: <^stop|verb>{{0,4}}? <time unit> )? <to>
            | <collective|staff> (?: <^verb|stop>{{0,3}}? ) <had> (?: <^stop|verb>{{0,4}}? <time unit> )? <to>
            | <i|we> {_HELD} <plan&verb&past|face&verb&past|face&verb&ing|assign&verb&past&!ask> <^stop> """,
        # "I noticed that", "what struck me was", "it turned out".
        "noticed": f""" <i|we> {_HELD} <notice&verb&past> (?! <to> ) | <strike&verb&past>
            | <notice&verb&ing> <that|determiner> | <i|we> {_HELD} <look into&verb&past> (?: <^stop>){{0,12}}? <notice&verb&past> """,
        "looked": f"<i|we> {_HELD} <look into&verb&past>",
        # "I doubted that", "I asked myself", "my first idea was", "would have been dropped as well".
        "questioned": f""" <i|we> {_HELD} <doubt&verb&past|doubt&verb&ing> | <doubt word> | <to> <doubt&verb&base>
            | <would&!not> <not>? <have> <adverb>* <verb&past|be> | <ask&verb&past> <me|us>
            | <not> <determiner> <trouble> """,
        # "instead of", "either ... or", "two options", "we compared".
        "weighed": """ <instead> | <tradeoff> | <either> (?: <^stop>){1,10}? <or> | <numeral> <option word&plural>
            | <option word&plural> | <i|we> <adverb>* <weigh&verb&past> | <and> <not> """,
        # "I chose to", "I proposed", "I convinced", "I recommended".
        "chose": f"<i|we> {_HELD} <choose&verb&past|recommend&verb&past|persuade&verb&past|convince&verb&past|argue&verb&past>",
        # "He wasn't happy about it", "finance was worried", "my manager would have preferred".
        "resisted": "<opposed> | <person|collective|title|staff> (?: <^stop|comma>){0,3}? <object&verb&past> | <not>? <pleased>",
        # "In the end", "went live".
        "ended": "<ending> | <go&verb&past> <gone live> | <was> <adverb>* <gone live>",
        # "This taught me", "I learned".
        "lesson": "<determiner|they|it|relative|experience word> <adverb>* <lesson&verb&past> <me|us> | <i|we> <adverb>* <learn&verb&past> | <experience word> (?: <i>? <was|have> )",
    }
)


def find(tokens: Tokens, start: int) -> list[Place]:
    """(name, first token, stop) of each turn from token ``start`` on, in no order."""
    return [
        (name, match.start(), match.end())
        for name, pattern in _TURNS.live(tokens)
        for match in pattern.finditer(tokens, start)
    ]


_YOU = Pattern("<you>")


def addresses(tokens: Tokens, start: int, end: int) -> bool:
    """True for a sentence to a reader: advice, or a question that an interviewer asks."""
    return _YOU.search(tokens, start, end) is not None
