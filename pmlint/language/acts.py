"""Who acts in a line, and whether the line says what the writer did or achieved."""

from __future__ import annotations

from typing import Literal, NamedTuple

from pmlint.language import blanks
from pmlint.language.clauses import Clause
from pmlint.language.grammar import Pattern
from pmlint.language.tokens import Tokens

Actor = Literal["i", "we", "they", "none"]


class Act(NamedTuple):
    """The deed that a line tells. Token indexes; ``actor_at`` is -1 when nobody is named.

    ``form``: "past", "base" (also an order or a goal), "ing", "noun" ("design of ..."), "state"
    (a title or a duty) or "result" (a figure with no verb).
    """

    actor: Actor
    actor_at: int
    verb: int
    form: Literal["past", "base", "ing", "noun", "state", "result"]


# A short label may stand before the deed: "Result: ...", "Billing portal (React, Go): ...".
_LABEL = Pattern("(?: <^stop|verb&past|comma>{1,3}? | <label>+ | <^stop>{1,4}? <open> <^close>{1,12} <close> ) <colon> ")
_LABEL_DASH = Pattern("<^stop|verb&past|comma|modal|be>{1,3} <dash> (?= <adverb>* <verb&past|duty> )")
# "As a founding member of the team, built ...": what stands before the deed.
_FRONT = Pattern("(?: <front> <comma>? | <preposition|subordinate|ly|adverb> <^stop|comma|colon|i|we|verb&past>{0,14} <comma> )")
_START_PAST = Pattern("(?: <adverb|ly> <comma>? )* (?P<verb> <verb&past&!trait> ) (?! <colon> )")
_START_ING = Pattern("(?: <adverb|ly> )* (?P<verb> <ing&verb&!trait&!preposition> ) ")
_START_BASE = Pattern("(?: <adverb|ly> )* (?P<verb> <verb&base&!trait&!preposition&!mental> ) ")
_DUTY = Pattern("(?: <i|we|be|had|my duty|adverb|subject> )* (?P<verb> <duty> )")
_DEED_NOUN = Pattern("(?P<verb> <deed noun> ) (?: (?: <and|comma|slash> <deed noun|noun|ing> )* <of> )")
_SUBJECT = Pattern(
    """ (?P<who> <i|we> ) (?: <adverb|ly|have|both|all|comma> | <do&!not> )* (?P<verb> <verb&past|was|had|duty> ) """
)
_PROGRESSIVE = Pattern("(?P<who> <i|we> ) <be|have|adverb>* (?P<verb> <ing> | <verb&past> )")
_THEY = Pattern("(?: <determiner|possessive|noun|person|unknown|they|people metric|technical metric|of|adverb|numeral|number|relative|and|to|preposition|ing>){1,9}? <adverb|have>* (?P<verb> <verb&past|was> ) ")


def body(tokens: Tokens) -> tuple[int, str]:
    """Where the statement starts behind a label, and the class of the label ("" when none)."""
    match = _LABEL.match(tokens) or _LABEL_DASH.match(tokens)
    if match is None or match.end() >= len(tokens):
        return 0, ""
    for name in ("task label", "result label", "lesson label", "label"):
        if any(tokens.has(at, name) for at in range(match.end())):
            return match.end(), name
    return match.end(), "other"


def find(tokens: Tokens, parts: list[Clause], start: int, label: str, kind: str) -> Act | None:
    """The deed of a line, or None when it tells none.

    ``start`` and ``label`` are from `body`; ``kind`` is the document's: only a resume states deeds
    as bare verbs ("Maintain the API"), elsewhere those are goals and orders.
    """
    if label == "lesson label":
        return None
    if (front := _FRONT.match(tokens, start)) is not None:
        start = front.end()
    if (match := _DUTY.match(tokens, start)) is not None:
        return Act("none", -1, match.start("verb"), "state")
    if (match := _START_PAST.match(tokens, start)) is not None:
        return Act("none", -1, match.start("verb"), "past")
    if kind in ("resume", "") or label == "task label":
        if (match := _START_BASE.match(tokens, start)) is not None:
            return Act("none", -1, match.start("verb"), "base")
        if (match := _START_ING.match(tokens, start)) is not None:
            return Act("none", -1, match.start("verb"), "ing")
        if (match := _DEED_NOUN.match(tokens, start)) is not None:
            return Act("none", -1, match.start("verb"), "noun")
    return _with_subject(tokens, parts, start)


def _with_subject(tokens: Tokens, parts: list[Clause], start: int) -> Act | None:
    """A deed told with its subject: "In March, I noticed ...", "We're moving ..."."""
    for clause in parts:
        if clause.kind in ("cause", "condition", "purpose", "relative", "time"):
            continue
        for pattern in (_SUBJECT, _PROGRESSIVE):
            for match in pattern.finditer(tokens, max(clause.start, start), clause.end):
                verb = match.start("verb")
                actor: Actor = "i" if tokens.has(match.start("who"), "i") else "we"
                if tokens.has(verb, "duty"):
                    return Act(actor, match.start("who"), verb, "state")
                if tokens.has(verb, "was") or tokens.has(verb, "had"):
                    if state := _state(tokens, verb):
                        return Act(actor, match.start("who"), state, "state")
                    continue
                if tokens.has(verb, "mental") and not tokens.has(verb, "notice"):
                    continue
                if pattern is _PROGRESSIVE and not tokens.has(verb, "ing"):
                    if not any(tokens.has(at, "have") for at in range(match.start(), verb)):
                        continue
                return Act(actor, match.start("who"), verb, "past")
    return None


_STATE = Pattern("<was|had> <adverb>* (?: (?P<at> <duty> ) | <to> | (?: <determiner>? <^stop|comma|verb>{0,3}? (?P<title> <title> ) ) )")


def _state(tokens: Tokens, verb: int) -> int:
    """The token where "I was responsible for", "I was the tech lead" or "I had to" says its duty."""
    match = _STATE.match(tokens, verb)
    return match.start() if match else 0


def third_person(tokens: Tokens, start: int) -> Act | None:
    """What a thing or other people did: "The fix removed the wait". A deed only with an outcome."""
    front = _FRONT.match(tokens, start)
    match = _THEY.match(tokens, front.end() if front else start)
    if match is None:
        return None
    return Act("they", start, match.start("verb"), "past")


_FIGURE = Pattern("<zero word|people metric|technical metric|percent|money>")
_AIM = Pattern("<modal|future|compare>")


def figure(tokens: Tokens, start: int) -> Act | None:
    """A result told with no verb: "Zero incidents since the move", "DAU up 12%"; no target."""
    if _FIGURE.match(tokens, start) is None or _AIM.search(tokens, start) is not None:
        return None
    return Act("none", -1, start, "result")


def is_template(tokens: Tokens) -> bool:
    """True for a text with blanks to fill in: "[specific reason]", "$X"."""
    return bool(blanks.spans(tokens.text))
