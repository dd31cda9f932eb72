"""What a sentence of a case or a proposal does: proposes, complains, aims, asks, or only tells.

"solution": something is to be built, used or changed. "thing": a thing is described, or what it will
do. "problem": somebody lacks, loses or suffers something, or how things are today. "goal": what
shall be true. "framing": the writer asks, scopes or picks a segment. "statement": none of these.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from pmlint.language.grammar import Family, Pattern
from pmlint.language.tokens import Tokens

Name = Literal["solution", "thing", "problem", "goal", "framing", "statement"]


# Where a bare verb at the start is no order to build something.
_ANSWERS = ("case", "transcript")


class Stance(NamedTuple):
    """``start`` and ``stop`` are the tokens of the words that tell it."""

    name: Name
    start: int
    stop: int


# What may stand before the statement of a sentence: "For now, ", "To cut the wait, ".
_FRONT = Pattern(
    """ (?: <adverb|ly|and|so|contrast|yes|first|hedge> <comma>? )* (?P<front> <cost word> <comma> | <preposition|to|if|subordinate|because|in>
        <^stop|comma|semicolon|colon>{1,16} <comma> )? (?: <adverb|ly> <comma>? )* """
)
_SUBJECT = "<determiner|possessive>? <^verb|stop|comma|semicolon|colon|i|we|you>{1,6}?"
_HELD = "(?: <adverb|ly|hedge|maybe> | <comma> )*"

_SOLUTIONS = Family(
    {
        # "This proposal adds a field", "The RFC describes a new token type".
        "draft": """ <determiner|possessive> (?: <^verb|stop|comma>){0,3}? (?P<draft> <draft|acronym> ) <number|acronym|mark>{0,2}
            <adverb|modal>* <be>? (?P<verb> <set out&verb&!past|sets out|lays open> ) """,
        # "We propose a setting", "I'd recommend that we launch a plan".
        "recommended": f""" <i|we> {_HELD} (?: <modal> {_HELD} )? (?: <crave&verb> <to> | <to> )? (?P<verb> <recommend&verb&!past> ) (?: <that> <we|i> )? """,
        # "Propose a standard format".
        "recommended bare": "(?P<verb> <recommend&verb&base> )",
        # "My recommendation is a subscription", "The idea is simple: ...".
        "named": "<my|determiner|possessive> <^verb|stop>{0,2}? <recommend noun|draft> <is|be> (?! <^stop>{0,2}? <success word|goal word> )",
        # "I would build a clip feature", "We are going to add".
        "planned": f""" (?: <i&!have|we&!have> {_HELD} (?: <modal|future|ought|be> {_HELD} )+ | <i&modal|we&modal> {_HELD} ) (?: <crave&verb&base> <to> | <to> )?
            <adverb>* (?P<verb> <verb&base|verb&ing> | (?<!<be>) <unknown&!past&!ly> ) """,
        "planned noun": f" <i|we> {_HELD} <plan&verb|crave&verb&!past|intend&verb> <to> (?P<verb> <verb&base|unknown|noun> )",
        # "In this document we describe the architecture".
        "described": "<in>? <determiner|possessive> <^verb|stop|comma>{0,2}? <draft> <comma>? <i|we> <adverb>* (?P<verb> <set out&verb&!past|lay open&verb&!past> )",
        # "The goal of this proposal is to add a clause".
        "aimed": """ <determiner|possessive> <goal word|intent word> <of> <determiner|possessive> (?: <^verb|stop|comma> ){0,2}? <draft>
            <is> <to> (?P<verb> <set out&verb&base&!offer to> )""",
        # "Let's move the settings", "there are three things I would build".
        "let us": "<let> <us>? <adverb>* (?P<verb> <set out&base&!inquire&!lay open|create&base> )",
        "there": f" <there> <be> (?: <^stop> ){{1,5}}? <i|we> {_HELD} <modal|future>+ (?P<verb> <set out&verb&base|create&verb&base> ) ",
        # "Introducing Mosaic: the fastest way to ...".
        "unveiled": "(?P<verb> <unveil&ing|set out&ing> ) (?= <name|camel|acronym> )",
        # "I redesigned the checkout".
        "made": f" <i|we> {_HELD} (?P<verb> <create&verb&past> ) ",
        # "We introduce a grace period".
        "making": f" <we> {_HELD} (?P<verb> <set out&verb&base|create&verb&base> ) ",
        # "They should enter the market".
        "advised": f" {_SUBJECT} <ought&modal&!must&!would> <adverb>* (?P<verb> <verb&base|unknown|noun> ) ",
        # "Today we launched", "we're proud to release".
        "launch": "<^stop>{0,8}? (?P<verb> <launch words> | <at present> (?: <^stop|comma>){0,4}? <unveil&verb> | <name|acronym|camel> <at present>? <unveil&s|unveil&past> )",
    }
)
# Told of a thing, so that trouble in the same sentence outweighs it.
_THINGS = Family(
    {
        # "TeardownKit is a web app for ...".
        "is": f""" {_SUBJECT} <be> <some> (?P<verb> (?: <^verb|stop|comma>|<ing|past> ){{0,6}}? <offering|artifact&noun> )
              (?: <^verb|stop>{{0,2}}? <relative|wh|i|we|for|to|comma|with|in|by|and> | <verb&past|preposition> | <stop> | $ ) """,
        # "SplitPay lets customers divide a purchase".
        "offers": f""" {_SUBJECT} <adverb|modal|not>* (?P<verb> <offer to&verb&!past&!ing|sets out> ) <adverb>* <^verb|stop|comma>{{0,2}}? <crowd|role holder|you|anybody|it> """,
        "offers more": " <name|acronym|camel|it|offering> {1,3} <adverb>* (?P<verb> <offer to&s|sets out> ) ",
        # "A browser extension that fills in forms", "an assistant inside the inbox".
        "fragment": """ <some> (?P<verb> (?: <^verb|stop|comma|preposition>|<ing|past> ){0,4}? <offering|artifact&noun> )
              (?: <relative|that> (?! <^stop>{0,2}? <not|negative> ) | <inside> | <for|with> <^stop>{1} ) """,
        # "With Glance, you can see your week".
        "with": "<with> (?P<verb> <name|camel|acronym> ) <comma> <you|crowd|anybody|determiner> <^stop>{0,2}? <modal|future>",
        # "The type gains a method", "a new command shows ...".
        "gains": "<determiner> <mark>? <^stop|comma>{1,3}? <mark>? <^stop|comma>{0,1}? (?P<verb> <gains> ) <some|new word>",
        "new": "<some> (?P<verb> <new word> <^stop|comma|crowd|role holder>{1,3}? ) (?: <comma> <^stop|comma>{1,6} <comma> )? (?: <verb&s|set out&s|sets out|modal> | <relative> <verb> )",
        # "The settings will be exposed", "A date would be shown".
        "will": f" {_SUBJECT} <adverb>* (?P<verb> <future&!aim|would|may> ) <adverb>* (?! <not> ) <verb&base|be|unknown|noun> ",
    }
)
_ORDER = Pattern(
    "(?P<verb> <verb&base&!prompt&!inquire&!mental&!preposition|set out&base> ) (?: <and|comma|slash|or> <verb&base> )* (?! <colon|stop|of|be|modal|verb&past> | <role holder&plural> <^to> )"
)
# "Volunteer treasurers of clubs spend ...", "Duplicate tickets keep piling up": no order.
_NO_ORDER = Pattern(
    """ <^offer to&verb|enable|guarantee|require|determiner> (?: (?: <^determiner|possessive|relative|that|stop|comma|colon|mark|to|so|and|subordinate|if> ){0,4}?
        <plural> <adverb>* <verb&base|be|modal|have&verb|keep on> | <^determiner|possessive|stop|comma|to> <nothing> ) """
)
_RAISE = Pattern(
    "<up&verb&base|down&verb&base|better&verb&base|avert&verb&base|help&verb&base&!make> <^stop|comma>{0,8}? (?P<what> <people metric|technical metric|number|percent|trouble|portion|measure noun> )"
)

_PROBLEMS = Family(
    {
        "cannot": "<cannot>",
        "none": "<there|have|with|be> <adverb>* (?P<none> <negative|not> ) | (?: <^stop> )? <lack>",
        "trouble": "(?<!<negative>) <trouble&noun&!verb|trouble&plural>",
        "hard": "<hard state>",
        "bad": "<go bad&verb&!ing&!base|go bad&verb&!ing&!noun|goes bad>",
        "now": "<at present>",
        "must": "<crowd|role holder|they|who|you> <adverb>* (?: <have|had|crave> <to> | <have> <to> <be> )",
        "contrast": "<contrast|concession>",
        "crave": "<crowd|role holder|who|they|person> <adverb|modal>* <crave&verb>",
        "evidence": "<say to us&past> <us|me> | <i|we> <adverb|have>* <say to us&past> | <evidence word>",
        "share": "<percent> <^verb|stop>{0,1}? <of> | <numeral|number> <in|out of|of> (?: <determiner>? <^verb|stop>{0,1}? )? <number|numeral>",
        "moved": "<people metric|technical metric> <adverb|have>* <move down&past|move&past>",
        "habit": "(?: <determiner|number|segment quality|percent|of> )* (?P<who> <role holder|crowd&plural|plural person> ) (?: <who> <^stop>{1,10}? )? <adverb>* <verb&base|verb&s|goes bad> ",
    }
)
_GOALS = Family(
    {
        "named": "<goal word> (?: <^verb|stop|comma>){0,4}? (?: <is|be|colon|of> | <dash> )",
        "aim": "<aim>",
        "success": "<success word|metric word> | <i|we> <modal|future>? <know&verb>",
    }
)
# A whole sentence that is a purpose: "To make sure that families never throw away food."
_PURPOSE = Pattern("<to> <adverb>* <verb&base>")
_FRAMINGS = Family(
    {
        "inquiry": f" <i|we> {_HELD} (?: <modal|future|ought|crave&verb|be> {_HELD} <to>? )+ (?P<verb> <inquire&verb> )",
        "let me": "<let> <me|us>? <adverb>* (?! <weigh up> )",
        "clarify": "<clarify word> | <before> <i|we> ",
    }
)


def stance(tokens: Tokens, start: int, end: int, kind: str) -> Stance | None:
    """What the sentence of tokens ``[start, end)`` does; None for a fragment that says nothing."""
    front = _FRONT.match(tokens, start, end)
    assert front is not None
    body = front.end() if front.end() < end else start
    proposed = _proposed(tokens, body, end, kind)
    if proposed is None and body != start:
        proposed = _proposed(tokens, start, end, kind)
    asked = tokens.text[tokens.span(end - 1, end).start] == "?"
    trouble = None if asked else _first(_PROBLEMS, tokens, start, end, "problem")
    if proposed is not None and proposed.name == "statement":
        return proposed
    if proposed is not None and proposed.name == "solution":
        if trouble is not None and _fronted_cause(tokens, start, body, trouble):
            return trouble
        return proposed
    goal = _first(_GOALS, tokens, start, end, "goal")
    if (wish := _PURPOSE.match(tokens, start, end)) is not None and body == start:
        goal = Stance("goal", start, wish.end())
    framing = proposed or _first(_FRAMINGS, tokens, start, end, "framing")
    if asked and framing is None:
        framing = Stance("framing", start, end)
    found = [one for one in (trouble, goal, framing) if one is not None]
    thing = _thing(tokens, body, end)
    if thing is not None and not any(
        one.start < thing.start for one in found if one.name != "framing"
    ):
        return thing
    if found:
        return min(found, key=lambda one: one.start)
    if tokens.has(end - 1, "stop") or _FINITE.search(tokens, start, end) is not None:
        return Stance("statement", start, end)
    return None


_FINITE = Pattern("<be|modal|verb&past|verb&s|verb&base>")
_OBJECT_TROUBLE = Pattern("<^stop|comma>{0,4}? <trouble>")
_PERSONAL = Pattern(
    "<adverb|with|on|for|determiner|possessive|mark>* <^verb|stop|comma>{0,2}? <crowd|role holder|segment quality>"
)
# "Older readers should place a hold without help" says what shall be true.
_PERSON = Pattern("<crowd|role holder>")
_NEXT_VERB = Pattern("<^stop>{0,3}? <to|that|and>? <we|i>? <modal>? (?P<verb> <verb&base> )")


def _proposed(tokens: Tokens, start: int, end: int, kind: str) -> Stance | None:
    """The proposal that a sentence is built around, or the inquiry that is put like one."""
    for name, pattern in _SOLUTIONS.live(tokens):
        match = pattern.match(tokens, start, end)
        if match is None:
            continue
        verb = match.start("verb") if "verb" in match.groupdict() else match.end() - 1
        if name == "recommended bare" and kind in _ANSWERS:
            continue
        opened = tokens.has(verb, "lay open") or tokens.has(verb, "lays open")
        if name == "draft" and opened and _OBJECT_TROUBLE.match(tokens, verb + 1, end):
            return Stance("problem", start, match.end())
        if name in ("planned", "planned noun", "recommended", "advised"):
            if tokens.has(verb, "weigh up"):
                return Stance("statement", start, match.end())
            if name == "advised" and _PERSON.search(tokens, start, verb) is not None:
                return Stance("goal", start, match.end())
            if _inquires(tokens, verb, end):
                return Stance("framing", start, match.end())
        return Stance("solution", start, match.end())
    if (
        (kind not in _ANSWERS or _FEATURE.match(tokens, start, end) is not None)
        and (match := _ORDER.match(tokens, start, end)) is not None
        and _NO_ORDER.match(tokens, start, end) is None
    ):
        if _RAISE.match(tokens, start, end) is not None:
            return Stance("goal", start, match.end())
        return Stance("solution", start, match.end())
    return None


# "Give riders a button to share the trip": an order in a case.
_FEATURE = Pattern(
    "<set out&base&!inquire|create&base|offer to&base&!inquire> (?: <determiner|possessive> <^verb|stop>{0,2}? )? <crowd|role holder|some|it>"
)


def _inquires(tokens: Tokens, verb: int, end: int) -> bool:
    """ "I'd look at ...", "I would like us to look at ...", "I'd go with couples in their thirties"."""
    if tokens.has(verb, "recommend"):
        after = _NEXT_VERB.match(tokens, verb + 1, end)
        return after is not None and tokens.has(after.start("verb"), "inquire")
    if tokens.has(verb, "inquire"):
        return True
    return tokens.has(verb, "bet on") and _PERSONAL.match(tokens, verb + 1, end) is not None


def _thing(tokens: Tokens, start: int, end: int) -> Stance | None:
    for name, pattern in _THINGS.live(tokens):
        match = pattern.match(tokens, start, end)
        if match is None:
            continue
        if name == "fragment" and _first(_PROBLEMS, tokens, start, end, "problem") is not None:
            continue
        if name == "is" and _KNOWN.search(tokens, start, end) is not None:
            continue
        return Stance("thing", match.start("verb"), match.end())
    return None


# An app that has a history is no proposal.
_KNOWN = Pattern("<reputation>")


def _first(family: Family, tokens: Tokens, start: int, end: int, name: Name) -> Stance | None:
    found = [
        match
        for _, pattern in family.live(tokens)
        if (match := pattern.search(tokens, start, end)) is not None
    ]
    if not found:
        return None
    match = min(found, key=lambda one: one.start())
    return Stance(name, match.start(), match.end())


_CAUSE = Pattern("<because|since|subordinate|as|if>")


def _fronted_cause(tokens: Tokens, start: int, body: int, trouble: Stance) -> bool:
    """ "Because nurses lose an hour, we propose ...": the trouble comes first."""
    return trouble.start < body and _CAUSE.match(tokens, start) is not None
