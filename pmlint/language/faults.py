"""Words that rules ask about: titles, duties, ceremonies, hype, hedges, jargon, decisions."""

from __future__ import annotations

from pmlint.language.acts import Act
from pmlint.language.clauses import Clause
from pmlint.language.grammar import Pattern
from pmlint.language.tokens import Tokens

Place = tuple[str, int, int]

_LEAD = "<lead&verb|own&verb>"
_SKIP = "(?: <^verb|stop|semicolon|comma>)"
_PATTERNS: dict[str, Pattern] = {
    "hype": Pattern("<hype>"),
    "vague quantity": Pattern("<vague quantity>"),
    "vague degree": Pattern("<vague degree>"),
    "hedge": Pattern("<hedge>"),
    "weak help": Pattern("<weak help> (?! <person> )"),
    "sole credit": Pattern("<sole>"),
    "duty": Pattern("<duty>"),
    "compliance": Pattern("<compliance>"),
    "decision": Pattern("<decide&verb&!base|persuade&verb&!base>"),
    "persuasion": Pattern("<persuade&verb&!base>"),
    "decision area": Pattern(
        f"{_LEAD} (?: <and|comma|or> <adverb>* <verb> )* {_SKIP}{{0,6}}? <decision area>"
    ),
    "ceremony": Pattern(
        f"<lead&verb|ceremony verb> (?: <and> <verb> )? {_SKIP}{{0,3}}? <ceremony>"
    ),
    "teamwork": Pattern("<team&verb>"),
    "technical term": Pattern("<tool|technical term|camel>"),
    "user": Pattern("<served person>"),
}


def find(tokens: Tokens, parts: list[Clause], act: Act | None) -> list[Place]:
    """(name, first token, stop) of each fault word of a line, in no special order."""
    return [
        (name, match.start(), match.end())
        for name, pattern in _PATTERNS.items()
        for match in pattern.finditer(tokens)
    ]
