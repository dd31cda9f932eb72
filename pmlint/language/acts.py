"""Who acts in a line, and whether the line says what the writer did or achieved."""

from __future__ import annotations

from typing import Literal, NamedTuple

from pmlint.language import blanks
from pmlint.language.clauses import Clause, clause_of
from pmlint.language.grammar import Pattern
from pmlint.language.tokens import Tokens

Actor = Literal["i", "we", "they", "none"]


class Act(NamedTuple):
    """The deed that a line tells. Token indexes; ``actor_at`` is -1 when nobody is named.

    ``form``: "past", "base" (also an order or a goal), "ing", "noun" ("design of ..."), "state"
    (a title or a duty) or "result" (a figure with no verb). ``stop``: of a state, where it ends.
    """

    actor: Actor
    actor_at: int
    verb: int
    form: Literal["past", "base", "ing", "noun", "state", "result"]
    stop: int = -1


# A short label may stand before the deed: "Result: ...", "Billing portal (React, Go): ...".
_LABEL = Pattern(
    "(?: <^stop|verb&past|comma>{1,3}? | <verb&past> <^stop|comma|verb>{1,2} | <label>+ | <^stop>{1,4}? <open> <^close>{1,12} <close> ) <colon> "
)
_LABEL_DASH = Pattern(
    "<^stop|verb&past|comma|modal|be>{1,3} <dash> (?= <adverb>* <verb&past|duty> )"
)
# What a lesson or a list holds is no deed.
_NO_DEED = ("lesson label", "list label")
# "As a founding member of the team, built ...": what stands before the deed.
_FRONT = Pattern(
    """ <front> <comma>?
      | <preposition|subordinate|ly|adverb> <^stop|comma|colon|i|we|verb&past>{0,14} <comma> """
)
_HOW = "(?: <adverb|ly|degree adverb|sole> <comma>? )*"
# "Staff engineer, Platform", "Marketing assistant 2016": a title that begins like a verb.
_NO_TITLE = "(?! <^stop|comma|determiner|preposition|verb>{0,3} <title&!plural> (?: <comma|dash|stop|open|year|on> | $ ) )"
_START_PAST = Pattern(f"{_HOW} (?P<verb> <verb&past&!trait> ) (?! <colon> ) {_NO_TITLE}")
_START_ING = Pattern(f"{_HOW} (?P<verb> <ing&verb&!trait&!preposition> ) (?! <colon> ) {_NO_TITLE}")
_START_BASE = Pattern(
    f"{_HOW} (?P<verb> <verb&base&!trait&!preposition&!mental> )"
    f" (?! <colon> | <comma> <tool|name|acronym|camel|technical term> ) {_NO_TITLE}"
)
# "TA for Intro to Programming; graded assignments": the deed comes after the title.
# "Technical lead for the claims group", "Member, falls prevention committee": a post, no employer.
_TITLE = Pattern(
    """ <^verb&!past|stop|comma|preposition|colon|determiner>{0,3}? (?P<title> <title&!plural|role holder&!plural> )
        (?: <for|of|on> | <comma> (?: <^verb|stop|comma>){1,4}? <collective|staff> <stop>? $ )
         """
)
_LATER = Pattern(f"<stop|semicolon> {_HOW} (?P<verb> <verb&past&!trait> ) (?! <colon|stop> )")
_DUTY = Pattern("(?: <i|we|be|had|my duty|adverb|it> )* (?P<verb> <duty> )")
_DEED_NOUN = Pattern(
    "(?P<verb> <deed noun> ) (?: (?: <and|comma|slash> <deed noun|noun|ing> )* <of> )"
)
_SUBJECT = Pattern(
    """ (?P<who> <i|we> ) (?: <adverb|ly|have|both|all|comma|hedge|sort of> | <do&!not> )* (?P<verb> <verb&past|was|had|duty|own&base> ) """
)
_PROGRESSIVE = Pattern("(?P<who> <i|we> ) <be|have|adverb|since>* (?P<verb> <ing> | <verb&past> )")


_FIGURED = Pattern(
    "<^stop|verb&past|comma>{0,3}? <people metric|technical metric> <colon> <compare|up|down|under>* (?: <percent|quantity|money|multiple|number> )"
)


def body(tokens: Tokens) -> tuple[int, str]:
    """Where the statement starts behind a label, and the class of the label ("" when none)."""
    match = _LABEL.match(tokens) or _LABEL_DASH.match(tokens)
    if match is None or match.end() >= len(tokens):
        return 0, ""
    if _FIGURED.match(tokens) is not None:
        # "Late orders: 13% to 8%": the label is what moved.
        return 0, ""
    for name in ("list label", "task label", "result label", "lesson label", "label"):
        if any(tokens.has(at, name) for at in range(match.end())):
            return match.end(), name
    return match.end(), "other"


def find(tokens: Tokens, parts: list[Clause], start: int, label: str, kind: str) -> Act | None:
    """The deed of a line, or None when it tells none.

    ``start`` and ``label`` are from `body`; ``kind`` is the document's: only a resume states deeds
    as bare verbs ("Maintain the API"), elsewhere those are goals and orders.
    """
    if label in _NO_DEED:
        return None
    act = _told(tokens, parts, start, label, kind)
    if act is not None and label == "task label":
        # What a story was asked to do is an assignment, however it is put.
        return act._replace(form="state")
    return act


def resume(kind: str) -> bool:
    """Whether bare verbs are deeds: in a resume, and where the kind is not known."""
    return kind in ("resume", "")


# "Slow Feet Technology, July 2021": a name and its date, not a deed.
_DATE = Pattern("<year|month>")
_MOST_OF_A_DATE_LINE = 8


def _dated(tokens: Tokens) -> bool:
    return len(tokens) <= _MOST_OF_A_DATE_LINE and _DATE.search(tokens) is not None


def _told(tokens: Tokens, parts: list[Clause], start: int, label: str, kind: str) -> Act | None:
    if (front := _FRONT.match(tokens, start)) is not None:
        start = front.end()
    if (match := _DUTY.match(tokens, start)) is not None:
        return Act("none", -1, match.start("verb"), "state")
    if tokens.has(start, "be") and (state := _state(tokens, start)) is not None:
        return Act("none", -1, start, "state", state)
    if (match := _TITLE.match(tokens, start)) is not None and resume(kind):
        return Act("none", -1, match.start("title"), "state")
    if (match := _START_PAST.match(tokens, start)) is not None:
        return Act("none", -1, match.start("verb"), "past")
    if resume(kind) or label == "task label":
        if (match := _START_BASE.match(tokens, start)) is not None and not _dated(tokens):
            return Act("none", -1, match.start("verb"), "base")
        if (match := _START_ING.match(tokens, start)) is not None:
            return Act("none", -1, match.start("verb"), "ing")
        if (match := _DEED_NOUN.match(tokens, start)) is not None:
            return Act("none", -1, match.start("verb"), "noun")
    if (act := _with_subject(tokens, parts, start)) is not None:
        return act
    if resume(kind) and (match := _LATER.search(tokens, start)) is not None:
        return Act("none", -1, match.start("verb"), "past")
    return None


# "the courses I took", "what I learned", "your manager ... I": no statement of the writer's own.
_NOT_OWN = Pattern(
    "<you> <^quote>* $ | (?: <wh&!subordinate|noun&plural|had> | <prompt> <quote> ) $"
)


def _with_subject(tokens: Tokens, parts: list[Clause], start: int) -> Act | None:
    """A deed told with its subject: "In March, I noticed ...", "We're moving ..."."""
    for clause in parts:
        # "To make room we dropped X": a purpose in front belongs to the deed after it.
        fronted = clause.kind == "purpose" and clause is parts[0]
        # "As tech lead I was ...", "Before paging anyone I checked ...": not "when I checked".
        fronted |= clause.kind == "time" and clause is parts[0]
        if clause.kind in ("cause", "condition", "purpose", "relative", "time") and not fronted:
            continue
        for pattern in (_SUBJECT, _PROGRESSIVE):
            for match in pattern.finditer(tokens, max(clause.start, start), clause.end):
                verb = match.start("verb")
                if _NOT_OWN.search(tokens, start, match.start()) is not None:
                    continue
                if clause.kind == "time" and match.start() == clause.body:
                    continue
                if _LESSON.match(tokens, verb) is not None:
                    continue
                actor: Actor = "i" if tokens.has(match.start("who"), "i") else "we"
                if tokens.has(verb, "duty"):
                    return Act(actor, match.start("who"), verb, "state")
                if tokens.has(verb, "was") or tokens.has(verb, "had"):
                    if (state := _state(tokens, verb)) is not None:
                        return Act(actor, match.start("who"), verb, "state", state)
                    continue
                if tokens.has(verb, "mental") and not tokens.has(verb, "notice"):
                    continue
                perfect = any(tokens.has(at, "have") for at in range(match.start(), verb))
                if pattern is _PROGRESSIVE and not tokens.has(verb, "ing") and not perfect:
                    continue
                return Act(actor, match.start("who"), verb, "past")
    return None


_STATE = Pattern(
    "<was|had|be> <adverb>* <determiner>? (?: (?P<at> <duty> ) | <to> | (?: <determiner>? <^stop|comma|verb>{0,3}? (?P<title> <title|role holder> ) ) )"
)


def _state(tokens: Tokens, verb: int) -> int | None:
    """Where a duty or a title ends ("I was responsible for", "I was the tech lead", "I had to")."""
    match = _STATE.match(tokens, verb)
    return match.end() if match else None


_FINITE = Pattern("<verb&past|was|now|direction>")
# "It deepened my understanding of recursion": what the writer learned, not what came of it.
_LESSON = Pattern("<deepen&verb> <in|adverb>* <possessive> <unknown|adverb>? <self growth>")
_NOT_TOLD = Pattern("<modal|future|if|you>")


def third_person(tokens: Tokens, parts: list[Clause], at: int) -> Act | None:
    """What a thing or other people did: "The fix removed the wait". A deed only with a result.

    ``at``: where the result is told.
    """
    clause = clause_of(parts, at)
    if clause.kind in ("condition", "purpose", "cause"):
        return None
    finite = _FINITE.search(tokens, clause.start, clause.end)
    if finite is None or _NOT_TOLD.search(tokens, parts[0].start, clause.end) is not None:
        return None
    if _LESSON.search(tokens, clause.start, clause.end) is not None:
        return None
    return Act("they", -1, finite.start(), "past")


_AIM = Pattern("<modal|future|compare|be>")


def figure(tokens: Tokens, start: int) -> Act | None:
    """A result told with no verb: "Zero incidents since the move", "Late orders: 13% to 8%"; no target."""
    if _AIM.search(tokens, start) is not None or _START_BASE.match(tokens, start) is not None:
        return None
    return Act("none", -1, start, "result")


def is_template(tokens: Tokens) -> bool:
    """True for a text with blanks to fill in: "[specific reason]", "$X"."""
    return bool(blanks.spans(tokens.text))
