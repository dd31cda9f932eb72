"""The turns of a story, line by line: set a task, notice, doubt, weigh, choose, end, learn."""

from __future__ import annotations

from pmlint.language.grammar import Family, Pattern
from pmlint.language.tokens import Tokens

Place = tuple[str, int, int]

_HELD = "(?: <adverb|ly|hedge|have|do|be> | <comma> )*"
# Who does it: the writer, by name or, in notes, by no name.
_ME = f"(?: <i|we> {_HELD} | (?<!<noun|unknown|they|relative|be|determiner|subject|person|have>) )"

_TURNS = Family(
    {
        # "I was asked to", "it was my task to", "we had ten months to", "my goal was".
        "task": f""" <i|we> {_HELD} <duty> | <my duty> <duty> | <i|we> <was> <adverb>* (?: <assign&verb&past> | <to> | <on> <duty> )
            | <my> <^verb|stop>{{0,2}}? <task word> (?: <^verb|stop>{{0,3}} <was|is|be> )
            | <was> <my> <task word> | <was> <duty> | <task word> (?: <preposition> <^verb|stop>{{1,2}} )? <was> <to>
            | (?<!<that|relative|noun>) <i> {_HELD} <had> (?: <^stop|verb>{{0,4}}? <time unit> )? <to>
            | <collective|staff> (?: <^verb|stop>{{0,3}}? ) <had> (?: <^stop|verb>{{0,4}}? <time unit> )? <to>
            | <i|we> {_HELD} <plan&verb&past|face&verb&past|face&verb&ing> <^stop> """,
        # "I noticed that", "what struck me was", "it turned out".
        "noticed": f""" {_ME} <notice&verb&past> (?! <to> ) | <strike&verb&past>
            | <notice&verb&ing> <that|determiner> | {_ME} <look into&verb&past> (?: <^stop>){{0,12}}? <notice&verb&past> """,
        "looked": f"{_ME} <look into&verb&past>",
        # "I doubted that", "I asked myself", "my first idea was", "would have been dropped as well".
        "questioned": f""" <i|we> {_HELD} <doubt&verb&past|doubt&verb&ing> | <doubt word> | <to> <doubt&verb&base>
            | <would&!not> <not>? <have> <adverb>* <verb&past|be> | <would have> <adverb>* <verb&past|be> | <ask&verb&past> <me|us>
            """,
        # "instead of", "either ... or", "two options", "we compared".
        "weighed": """ <tradeoff> | <either> (?: <^stop>){1,10}? <or> | <option word&plural>
            | <i|we> <adverb>* <weigh&verb&past> """,
        # "I chose to", "I proposed", "I convinced", "I recommended".
        "chose": f"{_ME} <choose&verb&past|recommend&verb&past|persuade&verb&past|convince&verb&past|argue&verb&past>",
        # "He wasn't happy about it", "finance was worried", "my manager would have preferred".
        "resisted": "<opposed> | <person|collective|title|staff> (?: <^stop|comma>){0,3}? <object&verb&past> | <not>? <pleased>",
        # "Should I go on?", "Does that make sense?", "Is it OK if I ...?".
        "permission": """ <can|do> <i> <verb&base> | <do> <determiner|it|they> <make&verb> <sense>
            | <is|would> <determiner|it|they> <be>? <all right> | <do> <you> <want&verb> <me> | <would> <you> <like> <me>
            | <sorry> """,
        # "In the end", "went live".
        "ended": "<ending> | <go&verb&past> <gone live> | <was> <adverb>* <gone live>",
        # "This taught me", "I learned".
        # "I grew up on a farm", "I joined in March": how the writer came to be there.
        "came": f"<i|we> {_HELD} (?: <come by&verb&past> | <had> (?! <to> ) )",
        "lesson": "<determiner|they|it|relative|experience word> <adverb>* <lesson&verb&past> <me|us> | <i|we> <adverb>* <learn&verb&past> | <experience word>",
    }
)


def find(tokens: Tokens, start: int) -> list[Place]:
    """(name, first token, stop) of each turn from token ``start`` on, in no order."""
    return [
        (name, match.start(), match.end())
        for name, pattern in _TURNS.live(tokens)
        for match in pattern.finditer(tokens, start)
    ]


_TOLD = Pattern("<verb&past|was|had|have|failure word>")
_YOU = Pattern("<you>")
_OWN = Pattern("<i|we|me>")
# "Tell me about a time", "Describe a conflict", "Give an example of".
_PROMPT = Pattern(
    """ <quote|number|stop>* (?: <tell&verb&base> <me> | <describe&verb&base|give&verb&base|share&verb&base|discuss&verb&base>
        (?: <some|me|determiner> <^stop>{0,2}? <occasion> | <some> <^stop>{0,3}? <time noun> ) | <walk&verb&base> <me> ) """
)


def address(tokens: Tokens, start: int, end: int) -> str:
    """Whom a sentence speaks to: "asked" for a question to the writer, "advice" for a word to the
    reader, "told" for something the writer tells of themselves, "others" of others, else ""."""
    if _PROMPT.match(tokens, start, end) is not None:
        return "asked"
    mine = _OWN.search(tokens, start, end) is not None
    last = tokens.span(end - 1, end).of(tokens.text)
    if "?" in last and not mine:
        return "asked"
    if not mine and _YOU.search(tokens, start, end) is not None:
        return "advice"
    if mine:
        return "told"
    return "others" if _TOLD.search(tokens, start, end) is not None else ""
