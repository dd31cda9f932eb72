"""Outcomes that are told as an event: adopted, used, enabled, moved, kept, grown, decided."""

from __future__ import annotations

import re

from pmlint.language import measures
from pmlint.language.clauses import Clause
from pmlint.language.concern import METRIC, TECHNICAL, Outcome
from pmlint.language.grammar import Family, Pattern
from pmlint.language.measures import Measure
from pmlint.language.tokens import Tokens
from pmlint.language.verbs import is_verb_here

Live = tuple[tuple[str, Pattern], ...]

_EVENTS = Family(
    {
        # "Customer satisfaction improved", "complaints about exports fell by half".
        "moved": """ (?P<metric> <people metric|technical metric|people thing|artifact|served person&plural> )
            (?: <preposition> <^verb|stop>{1,3}? )? <adverb|have>* (?P<verb> <move&past> ) (?! <of> ) """,
        # "Answer rates went from 74% to 96%": anything, when the figure moves.
        "went": "<noun|unknown|agent|ing> <adverb|have>* <move&past>",
        # "adopted by three wards", "downloaded 10,000 times", "used company-wide".
        "adopted": """ (?P<verb> <adopt&past> ) <adverb>*
            (?: <compare|under>* <number|numeral> <times unit|time noun>
            | <by|across> (?: <^stop|comma|verb&past>){0,5}? <person|title|org|staff|name|acronym>
            | <in|by|on> <percent> | <in|by> <number|numeral> <of> <number|numeral> | <org-wide> ) """,
        # "the field team now uses it daily", "60% of inspectors use it".
        "uses": """ <person> (?: <now|adverb>* <adopt&verb&!ing> <it|determiner|they|as|adverb|possessive>
            | <have> <adverb|now>* <adopt&past> )
            | <percent> <of> (?: <^verb|stop|comma>){0,4}? <person|agent> <now|adverb>* <adopt&verb&!ing>
            | <person&plural|title&plural|agent|collective> (?: <in|on|of|across> <^verb|stop|comma>{1,3}? )? <now> <verb&base|verb&s>
            | <number|percent> (?: <^verb|stop|comma>){0,3}? <audience|person|deal|org|collective>
              (?: <in|across|of> <^verb|stop|comma>{1,3}? )? <now|adverb|later>* <adopt&past|rely&past>
            | <number|numeral> <of> <number|numeral|possessive> (?: <^verb|stop|comma|preposition>){0,3}?
              <now|adverb>* <adopt&past|rely&past|keep deal&past> """,
        # "enabling shops to cut returns", "giving leadership visibility".
        "enabled": """ <enable&ing|enable&past|enable&s> (?: <^verb|stop|comma>){0,4}? <person&plural|collective>
            (?: (?: <^stop|comma|preposition>){0,3}? <people metric|people thing>
            | <to> <adverb>* <up&verb|down&verb|better&verb|save&verb|decide&verb|avert&verb>
            | <to> <adverb>* <verb&base> (?: <^stop|comma>){0,4}? <ease> ) """,
        # "coached two clerks into lead roles", "both passed the exam".
        "grew": """ (?: <grow people&verb> (?: <^verb|stop|comma>){0,4}? <person> <^verb|stop>{0,2}? <into> <^verb|stop|numeral|number>{1,3} )
            | (?: <person|all|numeral|both|whom> <who|relative|now|adverb|numeral|number|later>* <attain&verb> ) """,
        # "customers were delighted", "four of whom were promoted".
        "glad": "<numeral|all|number|both> <adverb|since>* <promoted> | <served person|person|whom|who|numeral> <adverb>* <was> (?: <adverb>)* <pleased>",
        # "which delighted the night staff".
        "benefit": "<benefit&past|benefit&ing> <determiner|possessive|noun|adverb>* <person>",
        # "kept the account", "signed both pilots".
        "kept": """ <keep deal&verb&!base|keep deal&past> (?: <^stop|comma|preposition>){0,3}? <deal>
            | <keep deal&past|keep deal&ing> (?: <percent> <of> (?: <^verb|stop|comma>){0,2}? <person|org|audience|deal> | <money> ) """,
        # "kept 400 members a month".
        "held": "<keep deal&past|keep deal&ing> <under|compare>* <number|numeral> (?: <^stop|comma|preposition>){0,2}? <audience>",
        # "attracting 4,000 visitors", "onboarded 35 clients".
        "gained": "<acquire&past|acquire&ing> <under|compare>* <number|numeral> (?: <^stop|comma|preposition>){0,3}? <audience>",
        # "built trust with regulators".
        "trusted": "<build&past|build&ing> (?: <^verb|stop|comma>){0,3}? <social good>",
        # "moved the warehouse ahead of the rebrand", "findings changed the plan".
        "reordered": """ <move&past|bring&past> (?: <^verb|stop|comma>){1,4}? <ahead>
            | <person|noun|unknown> <move decision&past> (?: <^verb|stop|comma>){0,3}? <priority noun|decision area|steered|scope thing> """,
        # "got the green rate to 97%", "brought readiness up to 94%".
        "brought": """ <bring&past|bring&ing> (?: <^verb&!noun|stop|comma|staff>){1,6}? <direction>?
            <to|under|up> <compare|under|adverb>* <percent|quantity|money> """,
        # "turned a webinar into the second-largest source of pipeline".
        "turned": """ <become&past|become&ing> (?: <^verb&!noun|stop|comma>){1,6}? <into>
            (?: <^verb&!noun|stop|comma>){0,4}? <rank word|people metric|money|audience|reputation> """,
        # "saved nurses time", "saves each clerk an hour".
        "spared": """ <save&verb&!base> <determiner|possessive|adverb|number|numeral>* <served person|person|collective>
            (?: <^verb|stop|comma|for|with>){0,2}? <metric time|time unit|money word|money> """,
        # "scaling it to 40 countries".
        "spread": """ <spread&past|spread&ing> (?: <^verb&!noun|stop|comma|staff>){0,5}? <to|across|into> <compare|under>*
            <number|numeral> (?: <^verb|stop|comma|preposition>){0,2}? <place served> """,
        # "with 8,000 claims filed".
        "with": "<with> <compare|under>* <number> (?: <^verb|stop|comma|preposition>){0,2}? <audience|transaction> <verb&past> (?! <by> )",
        # "allowing more secure use".
        "allowed": "<enable&ing> <adverb>* <comparative> <quality adjective>? (?: <^verb|stop|comma|preposition>){0,2}? <technical metric>",
        # "the launch moved to March".
        "rescheduled": """ <scope thing|decision area> <was>? <move&past|push&past|shift&past|drop&past> <to|until|into|by>
            <^verb|stop|comma>{0,2}? <month|year|quarter|time unit> """,
        # "won back 3 of the 5 shops".
        "won back": "<keep deal&past> <number|numeral|percent> <of> (?: <^verb|stop|comma>){0,4}? <person|org|deal|audience>",
        # "persuaded sales to drop the promise", "got operations to switch".
        "convinced": """ <convince&past|convince&ing> (?! <us|me> ) (?: <^verb&!noun|stop|comma|preposition&!of>){1,6}? <not>? <to> <adverb>* <verb&base> """,
        # "and the pricing team raised the threshold", "the director changed course".
        "reacted": """ (?<!<preposition>) <determiner|possessive>? (?: <^verb|stop|comma|i|we|preposition|number>){0,2}?
              <collective|title|person&!served person> <adverb>* <react&past> (?! <by> )
            | <comma> <who> <react&past> """,
        # "my proposal was adopted", "the recommendation was approved".
        "accepted": "<pitch> (?: <^stop|comma|verb&past>){0,6}? <was|have> <be|adverb>* <adopt&past|react&past>",
        # "a dashboard that the board looks at on Mondays".
        "relied on": "<relative> <determiner|possessive>? (?: <^verb|stop|comma>){0,2}? <person|collective> <now|adverb>* <rely&base|rely&s|adopt&base|adopt&s>",
        # "which led the director to change the rule".
        "led": "<relative> <lead&past> (?! <us|me> ) (?: <^verb|stop|comma>){1,6}? <to> <adverb>* <verb&base>",
        # "the app has 1M downloads".
        "counts": "(?: <noun|name|it> ) <adverb|now>* <have|had> <compare|under>* <number> <^verb|stop|comma|preposition>{0,2}? <audience|people metric>",
        # "$140K under budget".
        "under budget": "<money|percent|number|quantity> <under cost>",
        # "onboarding a shop now takes 3 weeks".
        "now": "<now> <took&verb|verb&s> <in|at|under>? <compare|under>* <quantity|number|numeral|some>",
        # "logins no longer time out".
        "no longer": "<noun|agent|unknown|persons> <adverb|modal>* <no longer> <verb|had>",
        # "97% of shops could take money again".
        "share": "<percent> <of> (?: <^verb|stop|comma>){0,3}? <person|agent|org> <modal|have|verb&past>",
        # "a defect that would have underpaid 8,000 members".
        "averted": "<relative> <would> <have> <verb&past> (?: <^stop>){0,5}? <person|money|people metric> ",
        # ", which drove the hiring decision": only as a consequence.
        "steered": """ <move decision&verb> (?: <^verb|stop|comma>){0,3}?
            (?: <decision area|steered|priority noun> <change noun|steered>? ) """,
        # ", aligning the roadmap's priorities": what others decide follows it.
        "aligned": "<align&ing|align&past> (?: <^verb|stop|comma>){0,2}? <steered|priority noun>",
        # "closed the books three days faster".
        "faster": "<percent|multiple|quantity|time unit|times word> <comparative>",
        # "made the engine far more robust".
        "became": """ (?: <make&verb&past|become&verb&past|result> | <outcome noun> <was> )
            (?: <^verb|stop|comma|served person>){0,5}? <quality adjective> """,
    }
)


def live(tokens: Tokens) -> Live:
    """The events that a line may tell."""
    return _EVENTS.live(tokens)


def find(tokens: Tokens, clause: Clause, inside: list[Measure], events: Live) -> list[Outcome]:
    """The outcomes that one clause tells as an event; ``inside`` are its measures."""
    found = []
    for name, pattern in events:
        # What somebody is enabled to do may stand in a clause of its own.
        end = None if name in ("enabled", "convinced") else clause.end
        for match in pattern.finditer(tokens, clause.start, end):
            if match.start() < clause.end and not _is_asked(tokens, clause, match.start()):
                outcome = _judge(tokens, clause, inside, name, match)
                if outcome is not None:
                    found.append(outcome)
    return found


def _judge(
    tokens: Tokens, clause: Clause, inside: list[Measure], name: str, match: re.Match[str]
) -> Outcome | None:
    start, stop = match.span()
    if name == "moved":
        metric = match.start("metric")
        people = not (tokens.has(metric, "technical metric") or tokens.has(metric, "artifact"))
        return Outcome(people, start, stop, measures.belonging_to(tokens, stop - 1, inside))
    if name == "went":
        number = next((m for m in inside if m.start == stop and m.kind == "range"), None)
        return number and Outcome(
            _is_about_people(tokens, clause.start, start + 1), start, number.stop, number
        )
    if name == "faster":
        number = next((m for m in inside if m.start <= start < m.stop), None)
        technical = TECHNICAL.search(tokens, clause.start, clause.end) is not None
        return Outcome(not technical, start, stop, number)
    if name == "adopted" and _SIZE.search(tokens, clause.start, start) is not None:
        # "strategy for a platform used by 40 teams": how large it is, not what came of the line.
        return None
    if name == "now":
        return Outcome(
            _is_about_people(tokens, clause.start, start),
            start,
            stop,
            next((m for m in inside if m.stop >= stop - 1), None),
        )
    if name == "brought":
        number = next((m for m in inside if start < m.start and m.stop >= stop - 1), None)
        return Outcome(_is_about_people(tokens, start, stop), start, stop, number)
    if name == "no longer":
        return Outcome(
            tokens.has(start, "person") or tokens.has(start, "persons"), start, stop, None
        )
    if name in ("became", "allowed"):
        return Outcome(False, start, stop, None)
    if name == "steered":
        consequence = clause.kind in ("result", "relative")
        if not (consequence and is_verb_here(tokens, start, clause)):
            return None
        return Outcome(True, start, stop, None)
    if name == "enabled":
        # "visibility into a $50M pipeline": the money is the thing's size.
        inside = [m for m in inside if m.kind not in ("money", "count")]
    # "three other teams have adopted it": how many may stand before, with a word between.
    number = next((m for m in inside if m.start >= start or 0 <= start - m.stop <= 2), None)
    return Outcome(True, start, stop, number)


_SIZE = Pattern("(?: <for> | <of> (?! <number> ) ) <^verb|stop|comma>{1,6} $")
_ASKED = Pattern("<why&!relative>")


def _is_asked(tokens: Tokens, clause: Clause, at: int) -> bool:
    """ "find out why bookings had moved": told as a question, not as a result."""
    return _ASKED.search(tokens, clause.start, at) is not None


def _is_about_people(tokens: Tokens, start: int, end: int) -> bool:
    """True unless the subject of a move is a property or a part of a system."""
    return (
        METRIC.search(tokens, start, end) is None and TECHNICAL.search(tokens, start, end) is None
    )
