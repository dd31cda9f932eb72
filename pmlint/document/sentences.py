"""Where sentences end: at full stops that are not an abbreviation's, a number's or a name's."""

from __future__ import annotations

import re

from pmlint.text.span import Span

# A stop, closing quotes and brackets, white space, what may open a sentence, its first letter.
_STOP = re.compile(
    r"(?<![.!?…])([.!?…]+)([\"'”’»)\]*_]*)\s+((?:[^\w\s]{1,8}\s?){0,2})(\w)?",
)
_WORD = re.compile(r"\w+")
_OPENING = re.compile(r"[(\[“\"]")
_DOTTED = re.compile(r"(?:\w\.)+\w|[Pp][Hh]\.[Dd]")

# No sentence ends here: something must follow.
_BINDING = frozenset(
    """
    e.g i.e eg ie cf viz vs dr mr mrs ms prof rev hon st mt gen rep sen gov lt sgt capt cmdr messrs
    approx ca est avg incl excl resp esp ext tel attn asst assoc
    """.split()
)
# Nor here, when a number follows.
_BEFORE_NUMBER = frozenset(
    """
    no nos nr fig figs vol vols p pp sec ch eq ed ver v art par para pt min max
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun
    """.split()
)
# Here only when what follows is a word that opens sentences: "Acme Inc. The", not "Acme Inc. Labs".
_MAYBE = frozenset("inc ltd co corp llc llp plc gmbh ag bros jr sr al dept univ intl mgmt".split())
_OPENERS = frozenset(
    """
    a about according after all also although an and another any as at back because before both but
    by despite during each every finally first for from given he hence her here his how however i if
    in initially instead it its last later like many meanwhile most my next no nobody none not now
    on once one only our out over second she since so some soon still such that the their then there
    therefore these they this those though through thus to today together two under unlike until
    using we what when where while who why with within without yet you your
    began bought brought built chose came cut drew drove fell felt found gave got grew had held kept
    knew led left lost made met oversaw paid put ran rebuilt rose said saw sent set sold spent
    spoke spun stood taught told took won wrote
    """.split()
)
_LOUD_NAMES = frozenset(("Yahoo", "Jeopardy", "Yum"))
# How many code points an aside in brackets or quotes may have to stay in its sentence.
_ASIDE = 160


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text, in order, without the white space around them.

    Every character that is no white space is in exactly one of them. An aside in brackets or
    quotation marks that is not long stays in its sentence. A semicolon or colon ends nothing.
    """
    if not text or text.isspace():
        return ()
    begin = len(text) - len(text.lstrip())
    found: list[Span] = []
    asides = _OPENING.search(text) is not None
    for stop in _STOP.finditer(text, begin + 1):
        if stop[4] and _ends(text, begin, stop):
            end = stop.end(2)
            if not (asides and _in_aside(text, begin, end)):
                found.append(Span(begin, end))
                begin = stop.start(3)
    found.append(Span(begin, len(text.rstrip())))
    return tuple(found)


def _ends(text: str, begin: int, stop: re.Match[str]) -> bool:
    """Whether the sentence that starts at ``begin`` ends at this stop."""
    marks = stop[1]
    first = stop[4]
    if first.islower() and not text[stop.end() : stop.end() + 1].isupper():
        # But "iPhone" and "eBay" do start sentences.
        return False
    number = first.isdigit()
    if marks != ".":
        if marks.strip(".…"):
            return _before(text, begin, stop.start()) not in _LOUD_NAMES
        return not number
    word = _before(text, begin, stop.start())
    if len(word) == 1:
        if word.isdigit() or word.islower():
            # "1. Interviewed" and "b. Interviewed" number a line, "in year 2. Then" does not.
            return stop.start() - begin > 2
        return not word.isalpha() or _opens(text, stop)
    if word.isdigit():
        return stop.start() - len(word) > begin
    lower = word.lower()
    if lower in _BINDING:
        return False
    if lower in _BEFORE_NUMBER:
        return not number
    if lower == "etc":
        return not number
    if lower in _MAYBE or _DOTTED.fullmatch(word):
        return not number and _opens(text, stop)
    return True


def _before(text: str, begin: int, end: int) -> str:
    """The word that ends at ``end``."""
    tail = text[max(begin, end - 24) : end]
    return tail[tail.rfind(" ") + 1 :].lstrip("([{\"'“‘«*—–-/")


def _opens(text: str, stop: re.Match[str]) -> bool:
    """Whether the word after the stop is one that opens sentences, or a past tense."""
    word = _WORD.match(text, stop.start(4))
    assert word is not None
    lower = word[0].lower()
    return lower in _OPENERS or (len(lower) > 4 and lower.endswith("ed"))


def _in_aside(text: str, begin: int, end: int) -> bool:
    """Whether ``end`` is inside brackets or quotation marks that close soon."""
    start = max(begin, end - _ASIDE)
    for opening, closing in ("()", "[]", "“”"):
        at = text.rfind(opening, start, end)
        if at >= 0 and text.rfind(closing, at, end) < 0:
            return text.find(closing, end, at + _ASIDE) >= 0
    if text.count('"', start, end) % 2:
        return text.find('"', end, text.rfind('"', start, end) + _ASIDE) >= 0
    return False
