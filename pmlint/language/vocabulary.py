"""Words and the classes they belong to.

Class lists live in ``data/*.txt``. A header ``[verb make]`` gives part of speech and class; entries
are separated by commas; ``# from:`` says where the words come from. A verb is matched in all its
forms, a noun in singular and plural, a word as written; British spelling finds the American entry.

Every distinct set of classes is one *symbol*, a single character, so that a line becomes a string
of symbols and a phrase grammar is a regular expression over it (`pmlint.language.grammar`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from pmlint.language.inflection import american, bases, irregular_forms, plural, verb_forms
from pmlint.language.shapes import GUESSES, SHAPES, guess, shape

_DATA = os.path.join(os.path.dirname(__file__), "data")
_IRREGULAR = "irregular.txt"
_BEFORE_NOUN = ("determiner", "possessive", "preposition", "number", "percent", "money", "multiple")
_BEFORE_VERB = ("to", "modal", "subject", "adverb", "help")
# The most words that are remembered beside the listed ones: drafts hold names without end, and a
# server runs for days.
_REMEMBER = 60_000


class UnknownClassError(ValueError):
    """A plugin or config adds words to a class that does not exist."""


class Entry:
    """What is known of one surface: its symbol, and the phrases that it may begin.

    ``phrases``: by their second word, (the words after it; the phrase's symbol), longest first.
    """

    __slots__ = ("phrases", "symbol")

    def __init__(self, symbol: str, phrases: Phrases | None = None) -> None:
        self.symbol = symbol
        self.phrases = phrases


Phrases = dict[str, list[tuple[list[str], str]]]


class _Table(dict[str, Entry]):
    """Surface to entry; what is not there yet is worked out and remembered."""

    def __init__(self, make: Callable[[str], Entry]) -> None:
        self._make = make

    def __missing__(self, surface: str) -> Entry:
        if len(self) > _REMEMBER:
            self.clear()
        entry = self[surface] = self._make(surface)
        return entry


class Vocabulary:
    """All classes, closed for one run.

    ``extra`` adds words to existing classes: class name -> words or phrases, inflected like the
    class they join. Raises `UnknownClassError`.
    """

    def __init__(self, extra: Mapping[str, Iterable[str]] | None = None) -> None:
        self.symbol_classes: list[frozenset[str]] = []
        self.compiled: dict[object, Any] = {}
        self._symbols: dict[frozenset[str], str] = {}
        self.table = _Table(self._make)
        self._part: dict[str, str] = {}
        self._parts: dict[str, frozenset[str]] = {}
        self._phrases: dict[str, Phrases] = {}
        self._closed = False
        self._triggers: dict[str, int] = {}
        self._always = 0
        self._forms: dict[tuple[frozenset[str], str, bool], frozenset[str]] = {}
        listed: dict[str, set[str]] = {}
        for part, name, words in _read_data():
            if self._part.setdefault(name, part) != part:
                raise ValueError(f"class {name!r} is listed as {part} and as {self._part[name]}")
            for word in words:
                listed.setdefault(word, set()).add(name)
        self.classes = frozenset(self._part)
        for name, more in (extra or {}).items():
            if name not in self._part:
                raise UnknownClassError(name)
            for word in more:
                listed.setdefault(" ".join(word.lower().split()), set()).add(name)
        phrases: dict[str, dict[tuple[str, ...], frozenset[str]]] = {}
        for text, names in listed.items():
            classes = frozenset(names)
            if " " in text:
                for surface, form in self._phrase_forms(text, classes):
                    first, *rest = surface.split(" ")
                    known = phrases.setdefault(first, {})
                    now = self._in_form(classes, form, True)
                    known[tuple(rest)] = known.get(tuple(rest), now) | now
            else:
                self._parts[text] = classes
        for name in SHAPES:
            self._symbol(frozenset((name,)))
        for guessed in GUESSES:
            self._symbol(guessed)
        # Every symbol a listed word can get is made here, so that the grammar is compiled once.
        for classes in set(self._parts.values()):
            for form in ("base", "s", "past", "ing"):
                self._add(self._in_form(classes, form, True))
                self._add(self._in_form(classes, form, False))
        # A word may be listed as such and be a form of another ("improved", "found", "meeting").
        forms = {text for text in self._parts if text.endswith(("ed", "ing", "s"))}
        for surface in forms.union(irregular_forms()):
            self._add(self._lookup(surface, True))
            self._add(self._lookup(surface, False))
        for first, rests in phrases.items():
            by_second = self._phrases[first] = {}
            for words, classes in sorted(rests.items(), key=lambda item: -len(item[0])):
                by_second.setdefault(words[0], []).append((list(words[1:]), self._add(classes)))
        self._close()

    def _close(self) -> None:
        """Number the symbols, and work out which words need their neighbor to be read.

        Symbols that share their parts of speech get neighboring numbers, so that the classes of a
        pattern become few ranges, which compile fast.
        """
        order = sorted(self._symbols, key=_likeness)
        old = {classes: symbol for classes, symbol in self._symbols.items()}
        self.symbol_classes = order
        self._symbols = {classes: chr(_FIRST + n) for n, classes in enumerate(order)}
        renamed = {old[classes]: symbol for classes, symbol in self._symbols.items()}
        for by_second in self._phrases.values():
            for rests in by_second.values():
                rests[:] = [(words, renamed[symbol]) for words, symbol in rests]
        self._members: dict[str, set[int]] = {}
        for number, classes in enumerate(order):
            for name in classes:
                self._members.setdefault(name, set()).add(number)
        self.marks = frozenset(self._members)
        self._ambiguous: dict[str, tuple[str, str]] = {}
        for number in self.symbols(
            [[("verb", True), ("base", True)], [("verb", True), ("s", True)]]
        ):
            symbol = chr(_FIRST + number)
            self._ambiguous[symbol] = (self.as_part(symbol, "noun"), self.as_part(symbol, "verb"))
        self._closed = True
        self._may_be_past = frozenset(
            chr(_FIRST + n) for n in self.symbols([[("verb", True), ("past", True)]])
        )
        nouns = self.symbols([[("noun", True), ("verb", False)], [("relative", True)]])
        self._noun_alone = frozenset(chr(_FIRST + n) for n in nouns)
        before_noun = [[(name, True), ("to", False), ("relative", False)] for name in _BEFORE_NOUN]
        before_noun += [[("verb", True), ("help", False), ("noun", False)]]
        before_noun += [[("noun", True), ("plural", False), ("verb", False)]]
        before_noun += [[("plain", True)]]
        before_verb = [[(name, True)] for name in _BEFORE_VERB]
        self._before_noun = frozenset(chr(_FIRST + n) for n in self.symbols(before_noun))
        self._before_verb = frozenset(chr(_FIRST + n) for n in self.symbols(before_verb))

    def trigger(self, bit: int, symbols: Iterable[int]) -> None:
        """A pattern's bit is set for lines that hold one of the symbols; for all when empty."""
        for number in symbols:
            symbol = chr(_FIRST + number)
            self._triggers[symbol] = self._triggers.get(symbol, 0) | bit
        if not symbols:
            self._always |= bit

    def may_match(self, tags: str) -> int:
        """The bits of the patterns that may match a line with these tags."""
        bits = self._always
        triggers = self._triggers
        for symbol in set(tags):
            if symbol in triggers:
                bits |= triggers[symbol]
        return bits

    def is_in(self, symbol: str, name: str) -> bool:
        """True when the symbol's words are in the class."""
        return name in self.symbol_classes[ord(symbol) - _FIRST]

    def as_part(self, symbol: str, part: str) -> str:
        """The symbol with only its readings as ``part`` ("noun" or "verb") and as plain word."""
        other = "verb" if part == "noun" else "noun"
        classes = self.symbol_classes[ord(symbol) - _FIRST]
        kept = frozenset(c for c in classes if c != other and self._part.get(c) != other)
        if part == "noun":
            kept = kept - {"base", "s", "past", "ing"} | {"noun"}
        return self._symbol(kept)

    def without_tool(self, symbol: str) -> str:
        """The symbol with its reading as the name of a technology taken away."""
        return self._symbol(self.symbol_classes[ord(symbol) - _FIRST] - {"tool"})

    def symbols(self, condition: list[list[tuple[str, bool]]]) -> list[int]:
        """Numbers of the symbols that meet one of the conjunctions of (class, wanted), sorted."""
        chosen: set[int] = set()
        for names in condition:
            wanted = [self._members[name] for name, want in names if want]
            met = set(wanted[0]) if wanted else set(range(len(self.symbol_classes)))
            met.intersection_update(*wanted[1:])
            met.difference_update(*(self._members[name] for name, want in names if not want))
            chosen |= met
        return sorted(chosen)

    def resolve(self, symbols: list[str]) -> str:
        """The tags of a line: words that can be noun or verb are read by what stands before.

        A noun after a determiner, preposition, number or another verb; a verb after "to", a modal,
        a pronoun or an adverb; left open where both are likely (after a comma, after "and").
        """
        tags = "".join(symbols)
        if not (ambiguous := self._ambiguous).keys().isdisjoint(symbols):
            for index, symbol in enumerate(symbols):
                if symbol not in ambiguous:
                    continue
                before = symbols[index - 1] if index else None
                if before in self._before_noun and not (
                    before in self._noun_alone and symbol in self._may_be_past
                ):
                    symbols[index] = ambiguous[symbol][0]
                elif before in self._before_verb:
                    symbols[index] = ambiguous[symbol][1]
            tags = "".join(symbols)
        return tags

    def _make(self, surface: str) -> Entry:
        if name := shape(surface):
            return Entry(self._symbol(frozenset((name,))), self._phrases.get(surface))
        lower = surface.lower().replace("\u2019", "'")
        classes = self._lookup(lower, not surface.islower())
        if not classes and "-" in lower:
            first, second, *rest = lower.split("-")
            for words, symbol in self._phrases.get(first, {}).get(second, ()):
                if words == rest:
                    return Entry(symbol)
            last = self._lookup(rest[-1] if rest else second, False)
            # "sub-second latency", "order-entry screen": a hyphenated noun means its last part.
            if "noun" in last and "verb" not in last:
                classes = last
        return Entry(self._add(classes or guess(surface)), self._phrases.get(lower))

    def _lookup(self, lower: str, capital: bool) -> frozenset[str]:
        """The classes of a lower-case word in all its readings; empty when it is not listed."""
        found: frozenset[str] = frozenset()
        for base, form in bases(lower):
            if classes := self._parts.get(base):
                found |= self._in_form(classes, form, capital or not base.isalpha())
        if not found:
            for word in american(lower):
                for base, form in bases(word):
                    if classes := self._parts.get(base):
                        found |= self._in_form(classes, form, capital)
        return found

    def _in_form(self, classes: frozenset[str], form: str, capital: bool) -> frozenset[str]:
        """Which of the classes, and which marks, a word has in this form.

        Names of technologies that look like English words ("spring", "go") need a capital.
        """
        key = (classes, form, capital)
        known = self._forms.get(key)
        if known is not None:
            return known
        kept = set()
        for name in classes:
            part = self._part[name]
            if part == "verb":
                kept |= {name, "verb", form}
            elif part == "noun":
                if form in ("base", "s") and (capital or name != "tool"):
                    kept |= {name, "noun"}
                    if form == "s":
                        kept.add("plural")
            elif form == "base":
                kept.add(name)
        result = self._forms[key] = frozenset(kept)
        return result

    def _phrase_forms(self, text: str, classes: frozenset[str]) -> Iterator[tuple[str, str]]:
        """Surface forms of a phrase: its verb comes first, its noun last."""
        first, _, rest = text.partition(" ")
        parts = {self._part[name] for name in classes}
        yield text, "base"
        if "verb" in parts:
            for form, surfaces in verb_forms(first).items():
                for surface in surfaces:
                    yield f"{surface} {rest}", form
        if "noun" in parts:
            head, _, last = text.rpartition(" ")
            yield f"{head} {plural(last)}", "s"

    def _add(self, classes: frozenset[str]) -> str:
        symbol = self._symbol(classes)
        if "tool" in classes:
            self._symbol(classes - {"tool"})
        if "verb" in classes and classes & {"base", "s"}:
            self.as_part(symbol, "noun")
            self.as_part(symbol, "verb")
        return symbol

    def _symbol(self, classes: frozenset[str]) -> str:
        symbol = self._symbols.get(classes)
        if symbol is None and self._closed:
            symbol = self._symbols[_PLAIN]
        elif symbol is None:
            symbol = chr(_FIRST + len(self.symbol_classes))
            self._symbols[classes] = symbol
            self.symbol_classes.append(classes)
        return symbol


def _likeness(classes: frozenset[str]) -> tuple[object, ...]:
    """Sort key that puts alike symbols side by side."""
    return (
        "unknown" in classes,
        "noun" in classes,
        "verb" in classes,
        "past" in classes,
        "ing" in classes,
        "base" in classes,
        "s" in classes,
        "plural" in classes,
        sorted(classes),
    )


# What a word counts as when no other word has just its classes: the grammar is closed by then.
_PLAIN = GUESSES[0]
# Symbols start above ASCII, so that none has a meaning of its own in a regular expression.
_FIRST = 0x100


def char(number: int) -> str:
    """The character of a symbol's number."""
    return chr(_FIRST + number)


def _read_data() -> Iterator[tuple[str, str, list[str]]]:
    """(part of speech, class, words) for each section of the data files, in file order."""
    for name in sorted(os.listdir(_DATA)):
        if name == _IRREGULAR or not name.endswith(".txt"):
            continue
        with open(os.path.join(_DATA, name), encoding="utf-8", newline="") as file:
            for section in file.read().split("\n[")[1:]:
                header, _, words = section.partition("]\n")
                part, _, title = header.partition(" ")
                flat = words.replace("\n", ",").replace("/", " / ").replace("&", " & ").split(",")
                yield part, title, [" ".join(raw.split()) for raw in flat if raw.strip()]
