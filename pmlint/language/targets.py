"""How one would know that it worked: metrics, targets, baselines, dates, states to observe."""

from __future__ import annotations

from pmlint.language import measures
from pmlint.language.grammar import Family, Pattern
from pmlint.language.tokens import Tokens

Place = tuple[str, int, int]

_METRIC = "<people metric|technical metric|share word>"
_FACTS = Family(
    {
        "metric": "<people metric|technical metric> | <share word> <of>",
        # "below 3%", "at least twenty", "no more than five".
        "bound": "<bound word> <compare|adverb>* <number|percent|money|multiple|quantity|amount|numeral|metric unit>",
        "baseline": "<baseline word|now|at present|from|before|was> (?: <^stop|semicolon>){0,4}? <number|percent|money|quantity|amount|numeral> | <number|percent|money|quantity|amount|numeral> <now|at present>",
        "placeholder": "<placeholder>",
        "time frame": "<by|period|in|until> (?: <^verb|stop|comma>){0,4}? <time unit|month|year|time noun|number>",
    }
)
_SUCCESS = Family(
    {
        # "Success for me is that they run in week six", "the metric I care about is the share of".
        "defined": f"<success word> (?: <^stop>){{0,14}}? (?: {_METRIC} | <that|if|subordinate> <^stop>{{3}} | <number|percent> | <numeral> <in|out of> <numeral> ) | <metric word> (?: <^stop>){{0,8}}? <is|be> (?: <^stop>){{0,3}}? {_METRIC}",
        # "I'd measure it as the share of", "we'd call it a success if".
        "measured": f"<i|we> (?: <modal|future|adverb|ought|be>){{0,3}} <measure it> (?: <^stop>){{0,8}}? (?: {_METRIC} | <metric time> ) | <call&verb> (?: <^stop|verb>){{1,3}}? <success word> <if|subordinate>",
        # "The goal is fewer cancellations", "My goal would be to raise retention".
        "aimed": f"<goal word> (?: <^stop|semicolon>){{0,12}}? (?: <up&verb|down&verb|comparative|fewer> (?: <^stop|semicolon|comma>){{0,6}}? {_METRIC} | <down&verb|fewer> <^verb|stop|comma>{{0,2}}? <trouble|problem> ) | <goal word> (?: <^stop|semicolon|comma>){{0,6}}? <people metric&!soft metric>",
        # "The goal is to allow users to install and remove apps like any other".
        "enabled": "(?: <goal word> (?: <^verb|stop|comma>){0,4}? <is|be> <to> | <aim> ) <enable&verb> (?: <^stop|comma|semicolon>){1,10}? (?: <without> | <number|numeral> | <to> <verb&base> <and>? <^stop>{3} )",
        # "By March we want to see 2,000 families".
        "wanted": "<i|we> <modal|adverb>* <crave&verb> (?: <^stop|comma|semicolon|to>{1,5} )? <to> <verb&base|be> (?: <^stop|semicolon>){0,10}? (?: <number|percent|multiple|money> | <bound word> <numeral> )",
        # "We expect tickets about billing to halve".
        "expected": "<i|we> <modal|adverb|future>* <crave&verb> (?: <^verb|stop|comma>|<ing>){1,7}? <to> <adverb>* <up&verb|down&verb>",
        # "We will know it works if fewer people call".
        "known": "<i|we> <adverb>* <modal|future> <adverb>* <know&verb> (?: <^stop|comma>){0,5}? <as soon as> <^stop>{2}",
        # "The target is zero lost orders", "our north star is the number of finished lessons".
        "set": f"<goal word> <is|be|colon> <adverb|determiner|bound word>* (?: <number|percent|zero bound|negative> | <numeral> <^verb|stop>{{0,2}}? <plural> | <share word> <of> ) | <yardstick> (?: <^verb|stop|comma>){{0,4}}? <is> (?: <how many> | <determiner>? {_METRIC} )",
        # "used by at least ten projects after six months".
        "after": "<bound word> <compare|adverb>* <number|percent|money|numeral> (?: <^stop|past|semicolon>){0,6}? <due word> <determiner>? <number|numeral>? <time unit|month|year|quarter|time noun>",
        # "Users should be able to restore a file in two clicks".
        "able": "<crowd|role holder> <ought|must> <be> <able> (?: <^stop|semicolon>){1,12}? <within> <numeral|number>",
        # "By May at least 60% of dishes have one".
        "due": "<by> (?: <^verb|stop|comma>){0,4}? <month|year|quarter> <comma>? (?: <^stop|semicolon>){0,6}? <bound word> <compare|adverb>* <number|percent|money|numeral>",
        # "can be checked by", "guarantees that no message", "the test must pass".
        "checked": "<modal|is> <adverb|be>* <checked> <by|with> | <guarantee&verb|guarantees> <that>? <negative> | <must> <pass&verb>",
        # "the shop wants to raise repeat orders from its customers".
        "sought": f"<crave&verb> <to> <adverb>* <up&verb|down&verb|better&verb> (?: <^verb|stop|comma>){{0,3}}? {_METRIC}",
        # "so that building it does not require a second machine".
        "spared": "<so> (?: <^stop|comma|semicolon>){1,14}? <cannot|no longer|not> <require&verb>",
        # "that satisfies the following goals:".
        "listed": "<satisfy&verb> <^verb&!ing|stop|comma>{0,3}? <goal word> <colon> ",
        # ", greatly increasing the export limit".
        "raised": f"<comma|and> <adverb>* <up&ing|down&ing> <determiner|possessive> (?: <^verb|stop|comma>){{0,4}}? {_METRIC}",
        # "done when", "we will ship it if orders rise".
        "gate": "<gate word> (?: <^stop>){0,2}? <as soon as> ",
    }
)

_METRIC_WORD = Pattern(_METRIC)
_DATED = Pattern(
    """ (?: <^stop|verb>){0,3}? <number|percent|money|numeral> (?: <^stop|past>){0,6}?
        <due word> (?: <^verb|stop|comma>){0,2}? <time unit|month|year|quarter|time noun> """
)


def find(tokens: Tokens, start: int) -> list[Place]:
    """(name, first token, stop) from token ``start`` on, in no order.

    "metric", "bound" (a figure to stay above or below), "baseline", "time frame", "figure" (any
    measure but a bare count), and "success" where the words alone state a goal that can be checked.
    """
    found = [
        (name, match.start(), match.end())
        for name, pattern in _FACTS.live(tokens)
        for match in pattern.finditer(tokens, start)
    ]
    numbers = measures.of_tokens(tokens, start)
    if start and (match := _DATED.match(tokens, start)) and _METRIC_WORD.search(tokens, 0, start):
        # As in "Adoption: 30% of teams within a quarter".
        found.append(("success", start, match.end()))
    found += [("figure", one.start, one.stop) for one in numbers if one.kind != "count"]
    found += [
        ("success", match.start(), match.end())
        for _, pattern in _SUCCESS.live(tokens)
        for match in pattern.finditer(tokens, start)
    ]
    return found
