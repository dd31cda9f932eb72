"""What a token is by its characters alone: numbers, punctuation, unlisted words."""

from __future__ import annotations

import re

_NUMBER = r"\d(?:[\d,]*\d)?(?:\.\d+)?"
_SHAPE = re.compile(
    rf"""
    (?P<money>[+\-−–~]?(?:(?:(?:us|ca|au)?[$€£¥₹]|eur|usd|gbp|inr|chf)\s?{_NUMBER}\+?(?:\s?(?:[kmb]|mm|million|billion|thousand|bn|mn))?
        |{_NUMBER}\+?\s?(?:dollars|euros|pounds|usd|eur|gbp))\+?)
  | (?P<percent>[+\-−–~]?{_NUMBER}\+?\s?(?:%|percent|per\ cent|percentage\ points?|pp|bps|ppts?))
  | (?P<multiple>{_NUMBER}\+?\s?[x×]\+?|{_NUMBER}\+?-?fold)
  | (?P<year>(?:19|20)\d\d)
  | (?P<quantity>[+\-−–~]?{_NUMBER}\+?\s?(?:ms|[µu]s|ns|secs?|seconds?|mins?|minutes?|hrs?|hours?|[hs]))
  | (?P<amount>[+\-−–~]?{_NUMBER}\+?\s?(?:[kmgt]i?b|[kmg]?hz|fps|[qrt]ps)\+?)
  | (?P<number>[+\-−–~]?{_NUMBER}\+?(?:\s?(?:million|billion|thousand|bn|mn|mm|[kmb]))?\+?)
  | (?P<comma>,)
  | (?P<stop>[.!?…]+)
  | (?P<semicolon>;)
  | (?P<colon>:)
  | (?P<dash>[—–\-−])
  | (?P<open>[(\[{{])
  | (?P<close>[)\]}}])
  | (?P<quote>["“”«»])
  | (?P<slash>/)
  | (?P<plus>\+)
  | (?P<compare>[<>≤≥~≈=])
  | (?P<arrow>[→⇒])
  | (?P<bullet>[•·|])
    """,
    re.VERBOSE | re.IGNORECASE,
)
SHAPES = (*_SHAPE.groupindex, "mark")

_WORD, _NAME, _ACRONYM, _CAMEL, _PAST, _ING, _LY, _AGENTS = GUESSES = tuple(
    frozenset(("unknown", *marks))
    for marks in (
        ("plain",),
        ("name",),
        ("acronym",),
        ("camel",),
        ("past", "verb"),
        ("ing",),
        ("ly", "adverb"),
        ("agent", "noun", "plural"),
    )
)


def shape(surface: str) -> str | None:
    """The name of a number's or a punctuation mark's shape; None for a word."""
    if surface.isalpha():
        return None
    match = _SHAPE.fullmatch(surface)
    if match:
        return match.lastgroup
    return None if any(map(str.isalpha, surface)) else "mark"


def guess(surface: str) -> frozenset[str]:
    """Classes of a word that is not listed, by its looks alone."""
    lower = surface.lower()
    if surface != lower:
        if surface.isupper() and len(surface) > 1:
            return _ACRONYM
        if not surface[1:].islower() and surface[1:].isalnum() and len(surface) > 2:
            return _CAMEL
    if lower.isalpha():
        if lower.endswith("ed") and len(lower) > 4 and not lower.endswith("eed"):
            return _PAST
        if lower.endswith("ing") and len(lower) > 5:
            return _ING
        if lower.endswith("ly") and len(lower) > 4:
            return _LY
        if lower.endswith(("ers", "ors", "ists", "ees", "ians")) and len(lower) > 5:
            return _AGENTS
    return _NAME if surface[0].isupper() else _WORD
