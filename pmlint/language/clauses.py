"""A line cut into clauses, each with its kind and its head verb."""

from __future__ import annotations

from typing import Literal, NamedTuple

from pmlint.language.grammar import Pattern
from pmlint.language.tokens import Tokens

ClauseKind = Literal[
    "main",  # the line's own statement, and what is coordinated with it
    "result",  # ", reducing ...", "resulting in ..."
    "relative",  # "which cut ...", "that raised ..."
    "means",  # "by caching ..."
    "purpose",  # "to cut ...", "in order to ..."
    "cause",  # "because ...", "due to ..."
    "so",  # "so that nurses could ..."
    "time",  # "after ...", "when ...", "while ..."
    "condition",  # "if ..."
    "aside",  # in parentheses
]

# A word that is listed as no verb may still be one: "-ing" after a comma, "-ed" after "and".
_OPENER = Pattern(
    # No clause opens at most words; looking at the first one before all the ways is what is fast.
    r"""
      (?= <stop|semicolon|bullet|arrow|comma|dash|adverb|thus|because|so|and|or|colon|open|close>
        | <result|by|to|relative|concession|if|subordinate|contrast> )
      (?:
      (?P<stop> <stop|semicolon|bullet|arrow>+ )
    | (?P<cause> <comma|dash>? <adverb>? <because> )
    | (?P<so> <comma|dash>? <so> )
    | (?P<result> <comma|dash|and|open>* <adverb|thus>* <result> )
    | (?P<means> <comma|dash>? <by> <adverb>* <ing> (?! <collective> ) )
    | (?P<purpose> (?<!<metric time|ability noun|had>) <to> <adverb>*
        (?: <verb&base&up|verb&base&down|verb&base&better>
          | <verb&base> (?! <by> <compare|under>* <percent|quantity|multiple|money|number> ) ) )
    | (?P<relative> <comma|dash|and>* <relative> <adverb|modal|have|be|not>* <verb&!base|verb&base> )
    | (?P<participle> <comma|dash|and|concession>+ <adverb|thus>* <ing&verb|ing&unknown> )
    | (?P<coordinate> <comma|dash|and|or|colon>+ <adverb|thus>* <verb&past> )
    | (?P<subject> <comma|dash|and|contrast>+ <adverb|thus>* <i|we> <adverb|have|be|modal|not>* )
    | (?P<condition> <comma|dash>? <if> )
    | (?P<time> <comma|dash>? <subordinate&!by> (?! <number|percent|money> ) )
    | (?P<aside> <open> )
    | (?P<close> <close> )
    | (?P<dash> <dash> (?! <number|percent|money|quantity|ing|noun> ) )
      )
    """
)
_KINDS: dict[str, ClauseKind] = {
    "stop": "main",
    "participle": "result",
    "coordinate": "main",
    "subject": "main",
    "dash": "main",
    "close": "main",
}


class Clause(NamedTuple):
    """Token indexes: the clause is ``[start, end)``; ``head`` is its verb, or -1.

    ``start`` includes the word that opens it; ``body`` is the first token after that word.
    """

    kind: ClauseKind
    start: int
    body: int
    end: int
    head: int


def clauses(tokens: Tokens, start: int = 0) -> list[Clause]:
    """The clauses of a line in order; together they cover ``[start, len(tokens))``."""
    found: list[Clause] = []
    kind: ClauseKind = "main"
    opened = body = start
    head = -1
    resume: ClauseKind = "main"
    for match in _OPENER.finditer(tokens, start):
        name = match.lastgroup or ""
        if match.start() == start and name in ("stop", "close", "dash"):
            continue
        if match.start() > opened or found:
            found.append(Clause(kind, opened, body, match.start(), head))
        if name == "aside":
            resume = kind
        kind = _KINDS.get(name, name)  # type: ignore[arg-type]
        if name == "close":
            kind = resume
        elif name == "coordinate" and found and found[-1].kind in ("purpose", "cause", "time"):
            # "so that X and saved": a past verb belongs to the line's statement again.
            kind = "main"
        elif name == "participle" and found and found[-1].kind == "means":
            kind = "means" if tokens.has(match.start(), "and") else "result"
        opened, body = match.start(), match.end()
        head = -1
        if name in ("means", "purpose", "relative", "participle", "coordinate"):
            head = match.end() - 1
    found.append(Clause(kind, opened, body, len(tokens), head))
    return found


def clause_of(parts: list[Clause], at: int) -> Clause:
    """The clause that holds token ``at``; the last one when none does."""
    return next((part for part in parts if part.start <= at < part.end), parts[-1])
