"""Inflected English words and the base forms that they may come from.

A form is "base", "s" (third person, or plural of a noun), "past" (past tense and participle) or
"ing". Spelling rules only propose bases; whether a base is a word is for the vocabulary to say.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

_IRREGULAR: dict[str, list[tuple[str, str]]] = {}
_PAST: dict[str, tuple[str, ...]] = {}

_AMERICAN = (
    ("isation", "ization"),
    ("ise", "ize"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("ising", "izing"),
    ("yse", "yze"),
    ("ysed", "yzed"),
    ("ysing", "yzing"),
    ("our", "or"),
    ("ours", "ors"),
    ("oured", "ored"),
    ("ouring", "oring"),
    ("ouraged", "oraged"),
    ("lled", "led"),
    ("lling", "ling"),
    ("tre", "ter"),
    ("tres", "ters"),
    ("ogramme", "ogram"),
    ("ogrammes", "ograms"),
    ("ogue", "og"),
    ("ogues", "ogs"),
    ("olment", "ollment"),
    ("ence", "ense"),
    ("vour", "vor"),
    ("aviour", "avior"),
)
_BRITISH = tuple(british for british, _ in _AMERICAN)


def _load() -> None:
    path = os.path.join(os.path.dirname(__file__), "data", "irregular.txt")
    with open(path, encoding="utf-8", newline="") as file:
        for row in file.read().split("\n"):
            if not row or row[0] == "#":
                continue
            base, *past = row.split()
            _PAST[base] = tuple(dict.fromkeys(past))
            for form in past:
                _IRREGULAR.setdefault(form, []).append((base, "past"))


def irregular_forms() -> dict[str, list[tuple[str, str]]]:
    """Irregular past forms, each with its (base, "past") pairs."""
    if not _IRREGULAR:
        _load()
    return _IRREGULAR


def bases(word: str) -> Iterator[tuple[str, str]]:
    """Pairs (base, form) that ``word``, lower case, may come from; the likelier first."""
    yield word, "base"
    yield from irregular_forms().get(word, ())
    if len(word) < 4:
        if len(word) == 3 and word.endswith("s"):
            yield word[:-1], "s"
        return
    if word.endswith("ies"):
        yield word[:-3] + "y", "s"
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1], "s"
        if word.endswith("es"):
            yield word[:-2], "s"
        if word.endswith(("'s", "’s")):
            yield word[:-2], "s"
    elif word.endswith("ed"):
        if word.endswith("ied"):
            yield word[:-3] + "y", "past"
        yield word[:-2], "past"
        yield word[:-1], "past"
        if len(word) > 5 and word[-3] == word[-4]:
            yield word[:-3], "past"
    elif word.endswith("ing") and len(word) > 4:
        yield word[:-3], "ing"
        yield word[:-3] + "e", "ing"
        if len(word) > 6 and word[-4] == word[-5]:
            yield word[:-4], "ing"
        if word.endswith("ying"):
            yield word[:-4] + "ie", "ing"


def american(word: str) -> Iterator[str]:
    """American spellings that a British ``word`` may stand for."""
    if word.endswith(_BRITISH):
        for british, yankee in _AMERICAN:
            if word.endswith(british):
                yield word[: -len(british)] + yankee
    if "our" in word[:-3]:
        yield word.replace("our", "or", 1)


def verb_forms(base: str) -> dict[str, tuple[str, ...]]:
    """The forms of a verb by name; used for phrases such as "roll out", whose verb inflects."""
    if not _PAST:
        _load()
    if base.endswith("e"):
        stem = base if base.endswith("ee") or len(base) == 2 else base[:-1]
        if base.endswith("ie"):
            stem = base[:-2] + "y"
        past, third = base + "d", base + "s"
    elif base.endswith("y") and base[-2:-1] not in "aeiou":
        stem, past, third = base, base[:-1] + "ied", base[:-1] + "ies"
    elif base.endswith(("s", "x", "z", "ch", "sh", "o")):
        stem, past, third = base, base + "ed", base + "es"
    else:
        stem, past, third = base, base + "ed", base + "s"
        if (
            len(base) >= 3
            and base[-1] in "bdgmnpt"
            and base[-2] in "aeiou"
            and base[-3] not in "aeiou"
            and len(base) <= 4
            and base[0] not in "aeiou"
        ):
            stem, past = base + base[-1], base + base[-1] + "ed"
    return {
        "base": (base,),
        "s": (third,),
        "past": _PAST.get(base, (past,)),
        "ing": (stem + "ing",),
    }


def plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun + "s"
