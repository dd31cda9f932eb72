"""What speaks for and against: risks, what is given up, other ways, evidence, guesses, picks."""

from __future__ import annotations

from pmlint.language.grammar import Family
from pmlint.language.tokens import Tokens

Place = tuple[str, int, int]

_HELD = "(?: <adverb|ly|hedge|have|modal|not> | <comma> )*"

_WEIGHED = Family(
    {
        # "The main risk is that", "what worries me".
        "risk": """ <danger> (?: <^verb|stop>{0,3}? ) (?: <is|that|relative|of|colon> | <dash> )
            | <there> <be> <^verb|stop>{0,2}? <danger> | <worry&verb|worries> <me|us> """,
        # "If it is stolen, the thief can spend", "this might break".
        "mishap": """ <if> (?: <^stop>){1,16}? <may|modal|future> <adverb|not|be>* <mishap|go bad&verb>
            | <may|could> <adverb|not|be>* <mishap|go bad&verb|end up&verb> """,
        # "We accept that", "we give up", "this has a price", "we prefer that to".
        "cost": f""" <i|we> {_HELD} <bear&verb&!ing|forgo&verb&!ing|put off&verb&!ing> (?! <to> )
            | <i|we> {_HELD} <prefer&verb> (?: <^stop>){{1,10}}? <to|over word>
            | <drawback word> | <determiner|it> <adverb|modal|future>* <make&verb> (?: <^stop|comma>){{1,6}}? <worse word>
            | <not> (?: <^stop>){{0,6}}? <in|for> <first version>
            | <have|come> <some|at> <price word> | <fair price> | <determiner|possessive> <price word> <is>
            | <not> <in> <first version> | <side with&verb> | <in favor> """,
        # What is the price of a change once it is proposed: "this adds a dependency", "will be slower",
        # "guests can no longer", "that means more typing".
        "price": """ <it|definite> <adverb|modal|future|do>* <adds|amount to&verb> (?: <^stop|comma|fewer>){0,4}? <burden>
            | <it|definite> <is|be|adds> <adverb>* <extra> <^verb|stop|comma>{0,2}? <burden>
            | <it|definite> <adverb|modal|future>* <makes> (?: <^stop|comma>){1,6}? <worse word>
            | <become words> <adverb|degree>* <worse word>
            | <future|would> <adverb>* <be> <adverb|degree>* <worse word> | <it|definite> <is> <adverb|degree>* <worse word>
            | <it|definite> <is|be> <some>? <incompatible change> | <no longer able> | <lose words> <determiner>? <ability> | <not> (?: <^stop>){0,9}? <at first>
            | <tailor&verb> (?: <^stop>){1,8}? <not|over word> <^stop>{1} | <prefer&verb&past> <over word>
            | <numeral|determiner|main> <price word> <is> <that|relative|determiner>""",
        # "It could confuse people", "the biggest unknown is".
        "hazard": """ <may|could> <adverb>* <upset&verb> (?: <^verb|stop|comma>){0,3}? <crowd|role holder|plural person>
            | <unknown word> <is> | <open question> """,
        # "We considered", "an alternative is", "we decided against", "another way".
        "alternative": f""" <i|we> {_HELD} <reject&verb&past> | <other way>
            | <decide&verb&past|choose&verb&past> <against> | <alternative word> <is|would|colon|number>
            | <why so> <not> | <why so> (?: <^stop>){{1,6}}? <over word> """,
        # "One could imagine a flag", "a wizard was ruled out", "instead of a type we could".
        "imagined": """ <imagine&verb> | <be> <adverb>* <discard&verb&past>
            | <in place of> (?: <^stop>){1,8}? <i|we|one> <modal> """,
        # "This was rejected", "we chose the list": one thing over another.
        "rejected": f"<was|be|have> <adverb|not>* <reject&verb&past> | <i|we> {_HELD} <choose&verb&past|prefer&verb|decide&verb&past>",
        # "Perhaps they can't log in", "one reason could be", "hypothesis 2".
        "hypothesis": """ <guess word> | <cause word> <number|colon>
            | <maybe|may|hedge> (?: <^stop>){0,10}? <cannot|suffer|go bad&verb|trouble|hard state|not>
            | <cause word&!plural> <modal|may> <be> """,
        # "three hypotheses", "several reasons".
        "causes": "<numeral|number|some|vague quantity> (?: <^verb|stop>{0,2}? ) <cause words> | <cause words> (?: <^stop>){0,14}? <colon>",
        # "Why do they stop?", "What keeps people from listing?", "Where might it break?".
        "why": "<why so> | <wh> (?: <^stop>){0,4}? <go bad&verb|hinder&verb|goes bad>",
        # "I'd bet on the third", "the one I'd choose", "let me take the second".
        "pick": f""" <i|we> {_HELD} (?: <settle on&verb&!ing> | <bet on&verb> (?: <on|with|for|in|into> | <ordinal|determiner> ) )
            | <ordinal|numeral> <i|we> {_HELD} <settle on&verb|bet on&verb> | <let> <me|us> <settle on&verb|bet on&verb>
            | <my> <bet word> <is|be|would> | <most likely> """,
        # What a business lives on, and what a machine is made of.
        "business": "<business word> | <money>",
        "technical": "<tool|technical term|technical metric&!people metric|camel>",
        # "Half of the testers", "we counted for two weeks".
        "evidence": """ <percent> (?: <^verb|stop>{0,1}? ) <of>? | <say to us&past> <us|me> | <i|we> <adverb|have>* <say to us&past>
            | <evidence word> | <number> <times unit> | <number|numeral> <^verb|stop>{0,1}? <out of|of|in> <determiner>? <^verb|stop>{0,1}? <number|numeral>
            | <number> (?: <^verb|stop|comma>{0,2}? ) <crowd|role holder|problem|trouble|people metric> """,
    }
)


def find(tokens: Tokens, start: int) -> list[Place]:
    """(name, first token, stop) from token ``start`` on, in no order."""
    return [
        (name, match.start(), match.end())
        for name, pattern in _WEIGHED.live(tokens)
        for match in pattern.finditer(tokens, start)
    ]
