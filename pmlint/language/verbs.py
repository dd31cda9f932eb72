"""Whether a word that may be a verb is one where it stands."""

from __future__ import annotations

from pmlint.language.clauses import Clause
from pmlint.language.grammar import Pattern
from pmlint.language.tokens import Tokens

# "responsible for improving X", "interested in growing Y": named, not asserted.
_GERUND = Pattern("<for|of|in|on|at|determiner|possessive|duty|both> <ing>")


def is_verb_here(tokens: Tokens, verb: int, clause: Clause) -> bool:
    """Whether a word that may be a verb of change is one in this place.

    "improved reliability" after a verb is an adjective ("resulting in improved reliability" is
    handled by what it follows), "up" after a number is no verb, a bare infinitive has to stand
    where a verb can.
    """
    if tokens.has(verb, "preposition") or tokens.has(verb, "adverb"):
        return tokens.has(verb, "past") and verb == clause.start
    if tokens.has(verb + 1, "as"):
        return False
    if tokens.has(verb, "past"):
        return tokens.has(verb - 1, "relative") or not any(
            tokens.has(verb - 1, name) for name in ("determiner", "possessive", "preposition")
        )
    if tokens.has(verb, "ing"):
        return not (tokens.has(verb + 1, "of") or _GERUND.match(tokens, verb - 1))
    if clause.kind == "purpose":
        return True
    before = verb - 1
    if verb == clause.start or verb == clause.body or verb == clause.head:
        return True
    return any(
        tokens.has(before, name) for name in ("comma", "and", "modal", "help", "adverb", "relative")
    ) or (tokens.has(verb, "s") and tokens.has(before, "noun"))
