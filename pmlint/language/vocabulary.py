"""Words and how they are read: which classes, in which form, and which phrases they begin.

What the lists say is in `pmlint.language.lexicon`, what patterns see of it in
`pmlint.language.letters`. A word is looked up when a text first has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from operator import or_

from pmlint.language.inflection import american, bases, plural, verb_forms
from pmlint.language.letters import Layout, layout
from pmlint.language.lexicon import MARKS, Bits, built_in
from pmlint.language.shapes import GUESSES, SHAPES, guess, shape

_BEFORE_NOUN = ("determiner", "possessive", "preposition", "number", "percent", "money", "multiple")
_BEFORE_VERB = ("to", "modal", "subject", "adverb", "help")
_VERB, _NOUN, _PLURAL, _PLAIN = (MARKS[name] for name in ("verb", "noun", "plural", "plain"))
_BASE, _S, _PAST, _ING = (MARKS[form] for form in ("base", "s", "past", "ing"))
_FORMS = {"base": _BASE, "s": _S, "past": _PAST, "ing": _ING}
_ANY_FORM = _BASE | _S | _PAST | _ING


class UnknownClassError(ValueError):
    """A plugin or config adds words to a class that does not exist."""


class Reading:
    """One way that words are read; all words with the same names share it.

    ``names``: one bit a name (`lexicon`). ``row`` and ``signs``: what patterns see (`letters`).
    ``before_noun``, ``before_verb``: what such a word makes likely of the next one.
    """

    __slots__ = (
        "before_noun",
        "before_verb",
        "is_noun",
        "may_be_past",
        "names",
        "row",
        "signs",
    )

    def __init__(self, names: int) -> None:
        self.names = names
        self.row = ""
        self.signs = 0
        self.before_noun = self.before_verb = self.is_noun = self.may_be_past = False


# What a word may come from: pairs (base, form), as `inflection.bases` gives them.
Origins = list[tuple[str, str]]
# By the second word: (the words after it, how the phrase is read), longest first.
Phrases = dict[str, list[tuple[list[str], Reading]]]


class _Table(dict[str, Reading]):
    """Surface to reading; what is not there yet is worked out and remembered."""

    def __init__(self, look_up: Callable[[str], Reading]) -> None:
        self._look_up = look_up

    def __missing__(self, surface: str) -> Reading:
        reading = self[surface] = self._look_up(surface)
        return reading


class Vocabulary:
    """All classes, closed for one run.

    ``extra`` adds words to existing classes: class name -> words or phrases, inflected like the
    class they join. Raises `UnknownClassError`.

    ``table``: surface to `Reading`. ``starts``: those surfaces that begin a phrase. ``ambiguous``:
    those readings that what stands before decides on, each as it is where only a noun can stand and
    where only a verb can.
    """

    def __init__(self, extra: Mapping[str, Iterable[str]] | None = None) -> None:
        lexicon = built_in()
        self.classes = frozenset(lexicon.parts)
        for name in extra or ():
            if name not in self.classes:
                raise UnknownClassError(name)
        self.marks = lexicon.bits.keys()
        bits = lexicon.bits
        self.bits = Bits(bits)
        self.table = _Table(self.look_up)
        self.starts: dict[str, Phrases] = {}
        self.ambiguous: dict[Reading, tuple[Reading, Reading]] = {}
        self.layout: Layout | None = None
        self._lexicon = lexicon.with_words(extra) if extra else lexicon
        self._readings: dict[int, Reading] = {}
        self._listings: set[int] = set()
        self._phrases: dict[str, Phrases] = {}
        self._common = bits["common tool"]
        self._tool = bits["tool"] | self._common
        self._leads_to_noun = _union(bits[name] for name in _BEFORE_NOUN)
        self._leads_to_verb = _union(bits[name] for name in _BEFORE_VERB)
        self._relative = bits["relative"]
        self._to = bits["to"]
        self._help = bits["help"]
        self._looks = {look: _union(bits[name] for name in look) for look in GUESSES}

    def current(self) -> Layout:
        """The layout of all patterns that there are by now; the rows of all readings follow it."""
        now = layout()
        if now is not self.layout:
            self.layout = now
            for reading in self._readings.values():
                reading.row, reading.signs = now.row(reading.names)
        return now

    def forget(self) -> None:
        """Drop what is remembered of the surfaces met so far."""
        self.table.clear()
        self.starts.clear()

    def is_in(self, reading: Reading, name: str) -> bool:
        """True when words that are read so are in the class, or have the mark."""
        return reading.names & self.bits[name] != 0

    def likely(self, heard: int) -> set[int]:
        """What listed words can have of the names ``heard``, in all their forms.

        All but what words have that are listed under two bases.
        """
        if not self._listings:
            listings = set(self._lexicon.words.values())
            self._listings = listings.union([self._uncapitalized(names) for names in listings])
        found = {self.bits[name] for name in SHAPES}.union(self._looks.values())
        for listing in {names & (heard | _VERB | _NOUN) for names in self._listings}:
            for form in _FORMS.values():
                names = self._in_form(listing, form)
                found.add(names)
                if names & _VERB and form & (_BASE | _S):
                    found.add(self._as_noun(names))
                    found.add(self._as_verb(names))
        return {names & heard for names in found}

    def look_up(self, surface: str) -> Reading:
        """How a surface is read on its own; notes what phrases it begins."""
        if name := shape(surface):
            self._note_phrases(surface, surface, list(bases(surface)))
            return self._reading(self.bits[name])
        lower = surface.lower().replace("\u2019", "'")
        origins = list(bases(lower))
        names = self._listed(lower, origins, not surface.islower())
        if not names and "-" in lower:
            first, second, *rest = lower.split("-")
            for words, reading in self._phrases_from(first, list(bases(first))).get(second, ()):
                if words == rest:
                    return reading
            last = rest[-1] if rest else second
            meant = self._listed(last, list(bases(last)), False)
            # "sub-second latency", "order-entry screen": a hyphenated noun means its last part.
            if meant & _NOUN and not meant & _VERB:
                names = meant
        self._note_phrases(surface, lower, origins)
        return self._reading(names or self._looks[guess(surface)])

    def _listed(self, lower: str, origins: Origins, capital: bool) -> int:
        """The names of a lower-case word in all its readings; 0 when it is not listed."""
        found = self._from(origins, capital)
        if not found:
            for word in american(lower):
                found |= self._from(list(bases(word)), capital)
        return found

    def _from(self, origins: Origins, capital: bool) -> int:
        words = self._lexicon.words
        found = 0
        for base, form in origins:
            if base in words:
                listing = words[base]
                if not capital and base.isalpha():
                    listing = self._uncapitalized(listing)
                found |= self._in_form(listing, _FORMS[form])
        return found

    def _uncapitalized(self, listing: int) -> int:
        """Names of technologies that look like English words ("spring", "go") need a capital."""
        if listing & self._common:
            listing &= ~self._tool
            if not listing & self._lexicon.nouns & ~_NOUN:
                listing &= ~_NOUN
        return listing

    def _in_form(self, listing: int, form: int) -> int:
        """The names that a listed word has in this form."""
        lexicon = self._lexicon
        names = listing & lexicon.verbs
        if names:
            names |= form
        if form == _BASE:
            return names | listing & (lexicon.nouns | lexicon.plain)
        if form == _S and listing & _NOUN:
            names |= listing & lexicon.nouns | _PLURAL
        return names

    def _as_noun(self, names: int) -> int:
        return names & ~(self._lexicon.verbs | _ANY_FORM) | _NOUN

    def _as_verb(self, names: int) -> int:
        return names & ~self._lexicon.nouns

    def _note_phrases(self, surface: str, first: str, origins: Origins) -> None:
        if phrases := self._phrases_from(first, origins):
            self.starts[surface] = phrases

    def _phrases_from(self, first: str, origins: Origins) -> Phrases:
        """The phrases that begin with a word: their verb comes first, their noun last."""
        known = self._phrases.get(first)
        if known is not None:
            return known
        found: dict[tuple[str, ...], int] = {}
        for base, name in origins:
            for text in self._lexicon.phrases.get(base, ()):
                form, listing = _FORMS[name], self._lexicon.words[text]
                _, *rest = text.split(" ")
                if form == _BASE:
                    self._add(found, rest, listing, _BASE)
                    if listing & _NOUN:
                        self._add(found, [*rest[:-1], plural(rest[-1])], listing, _S)
                elif listing & _VERB and first in verb_forms(base)[name]:
                    self._add(found, rest, listing, form)
        phrases: Phrases = {}
        for words in sorted(found, key=len, reverse=True):
            reading = self._reading(found[words])
            phrases.setdefault(words[0], []).append((list(words[1:]), reading))
        if phrases:
            self._phrases[first] = phrases
        return phrases

    def _add(
        self, found: dict[tuple[str, ...], int], rest: list[str], listing: int, form: int
    ) -> None:
        words = tuple(rest)
        found[words] = found.get(words, 0) | self._in_form(listing, form)

    def _reading(self, names: int) -> Reading:
        reading = self._readings.get(names)
        if reading is None:
            reading = self._readings[names] = Reading(names)
            reading.row, reading.signs = (self.layout or self.current()).row(names)
            if names & _VERB and names & (_BASE | _S):
                self.ambiguous[reading] = (
                    self._reading(self._as_noun(names)),
                    self._reading(self._as_verb(names)),
                )
            reading.before_noun = bool(
                (names & self._leads_to_noun and not names & (self._to | self._relative))
                or (names & _VERB and not names & (self._help | _NOUN))
                or (names & _NOUN and not names & (_PLURAL | _VERB))
                or names & _PLAIN
            )
            reading.before_verb = bool(names & self._leads_to_verb)
            reading.is_noun = bool(names & self._relative or (names & _NOUN and not names & _VERB))
            reading.may_be_past = bool(names & _VERB and names & _PAST)
        return reading


def _union(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)
