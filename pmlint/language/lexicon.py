"""The listed words, each with its classes as one bit set.

Class lists live in ``data/*.txt``. A header ``[verb make]`` gives part of speech and class; entries
are separated by commas; ``# from:`` says where the words come from. A verb is matched in all its
forms, a noun in singular and plural, a word as written; British spelling finds the American entry.

A *name* is a class, or a mark: what the form of a word or its looks alone say of it. Every name has
one bit, the same for all vocabularies of a process; what is known of a word is an integer.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping

from pmlint.language.shapes import GUESSES, SHAPES

_DATA = os.path.join(os.path.dirname(__file__), "data")
_IRREGULAR = "irregular.txt"
FORMS = ("base", "s", "past", "ing")


class Bits(dict[str, int]):
    """Name to its bit, and "a|b|c" to those of all three; none for a name that no list has."""

    def __missing__(self, names: str) -> int:
        bits = 0
        if "|" in names:
            for name in names.split("|"):
                bits |= self[name]
            self[names] = bits
        return bits


class Lexicon:
    """The words of all class lists, not inflected.

    ``bits``: name to its bit. ``parts``: class to its part of speech. ``words``: word or phrase to
    the bits of its classes, with the marks of a verb and of a noun. ``phrases``: first word to whole
    phrases. ``verbs``, ``nouns``, ``plain``: the bits of all classes of that part of speech, with
    its mark.
    """

    __slots__ = ("bits", "nouns", "parts", "phrases", "plain", "verbs", "words")

    def __init__(self) -> None:
        self.bits: dict[str, int] = dict(MARKS)
        self.parts: dict[str, str] = {}
        self.words: dict[str, int] = {}
        self.phrases: dict[str, list[str]] = {}
        masks = {"verb": MARKS["verb"], "noun": MARKS["noun"], "word": 0}
        for name in sorted(os.listdir(_DATA)):
            if name.endswith(".txt") and name != _IRREGULAR:
                self._read(os.path.join(_DATA, name), masks)
        self.verbs, self.nouns, self.plain = masks["verb"], masks["noun"], masks["word"]
        self._find_phrases()

    def with_words(self, extra: Mapping[str, Iterable[str]]) -> Lexicon:
        """A copy with more words in known classes; ``extra`` as for a `Vocabulary`."""
        more = Lexicon.__new__(Lexicon)
        for slot in Lexicon.__slots__:
            setattr(more, slot, getattr(self, slot))
        more.words = self.words.copy()
        for name, words in extra.items():
            bit = self._listed_as(name)
            for word in words:
                text = " ".join(word.lower().split())
                more.words[text] = more.words.get(text, 0) | bit
        more._find_phrases()
        return more

    def _read(self, path: str, masks: dict[str, int]) -> None:
        with open(path, encoding="utf-8", newline="") as file:
            sections = file.read().split("\n[")
        words = self.words
        for section in sections[1:]:
            header, _, body = section.partition("]\n")
            part, _, name = header.partition(" ")
            if self.parts.setdefault(name, part) != part:
                raise ValueError(f"class {name!r} is listed as {part} and as {self.parts[name]}")
            masks[part] |= self.bits.setdefault(name, 1 << len(self.bits))
            bit = self._listed_as(name)
            if "/" in body or "&" in body:
                # As a text's tokens are cut.
                body = body.replace("/", " / ").replace("&", " & ").replace("  ", " ")
            for raw in body.replace("\n", ",").split(","):
                word = raw.strip()
                words[word] = words[word] | bit if word in words else bit
        words.pop("", None)

    def _listed_as(self, name: str) -> int:
        part = self.parts[name]
        return self.bits[name] if part == "word" else self.bits[name] | self.bits[part]

    def _find_phrases(self) -> None:
        phrases: defaultdict[str, list[str]] = defaultdict(list)
        for text in self.words:
            if " " in text:
                phrases[text[: text.index(" ")]].append(text)
        self.phrases = dict(phrases)


MARKS = {
    name: 1 << place
    for place, name in enumerate(
        dict.fromkeys(
            (
                "verb",
                "noun",
                *FORMS,
                "plural",
                *SHAPES,
                *(mark for marks in GUESSES for mark in marks),
            )
        )
    )
}
_built_in: Lexicon | None = None


def built_in() -> Lexicon:
    """The words that pmlint brings, read once a process."""
    global _built_in
    if _built_in is None:
        _built_in = Lexicon()
    return _built_in
