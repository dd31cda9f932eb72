"""What a token is by its characters alone: numbers, punctuation, unlisted words."""

from __future__ import annotations

import re

# A size has a sign, a currency, a number, and what it counts: some of them, in this order.
_SIZE = re.compile(
    r"([+\-−–~])?"
    r"((?:(?i:us|ca|au)?[$€£¥₹]|(?i:eur|usd|gbp|inr|chf))\s?)?"
    r"(\d(?:[\d,]*\d)?(?:\.\d+)?)\+?"
    r"(?:(\s)?([^\s\d+][^\d+]*))?(\+)?"
)
_SCALES = "k m b mm million billion thousand bn mn".split()
# What may follow a number, case folded, and the shape that it makes of it.
_UNITS = {
    unit: name
    for name, units in {
        "number": _SCALES,
        "money": "dollars euros pounds usd eur gbp".split(),
        "percent": "% percent pp bps ppt ppts".split(),
        "multiple": "x × fold -fold".split(),
        "quantity": "ms μs us ns s sec secs second seconds min mins minute minutes h hr hrs hour"
        " hours".split(),
        "amount": "kb mb gb tb kib mib gib tib hz khz mhz ghz fps qps rps tps".split(),
    }.items()
    for unit in units
}
_UNITS.update(dict.fromkeys(("per cent", "percentage point", "percentage points"), "percent"))
_SIGNS = {
    sign: name
    for name, signs in {
        "comma": ",",
        "semicolon": ";",
        "colon": ":",
        "dash": "— – - −",
        "open": "( [ {",
        "close": ") ] }",
        "quote": '" “ ” « »',
        "slash": "/",
        "plus": "+",
        "compare": "< > ≤ ≥ ~ ≈ =",
        "arrow": "→ ⇒ -> => -->",
        "bullet": "• · |",
    }.items()
    for sign in signs.split()
}
SHAPES = (*dict.fromkeys(_UNITS.values()), "year", "stop", *dict.fromkeys(_SIGNS.values()), "mark")

_WORD, _NAME, _ACRONYM, _CAMEL, _PAST, _ING, _LY, _AGENTS = GUESSES = tuple(
    ("unknown", *marks)
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
    if (name := _SIGNS.get(surface)) is not None:
        return name
    if not surface.strip(".!?…"):
        return "stop"
    if (size := _SIZE.fullmatch(surface)) is not None and (name := _size(size)) is not None:
        return name
    return None if any(map(str.isalpha, surface)) else "mark"


def _size(size: re.Match[str]) -> str | None:
    sign, currency, number, space, unit, plus = size.groups()
    if unit is None:
        if currency:
            return "money"
        bare = len(size[0]) == len(number) == 4 and number.isdecimal()
        return "year" if bare and number.startswith(("19", "20")) else "number"
    name = _UNITS.get(unit.casefold())
    if currency:
        return "money" if name == "number" else None
    if (
        (plus and name in ("percent", "quantity"))
        or (name == "multiple" and sign)
        or (name == "multiple" and len(unit) > 1 and (space or plus))
    ):
        return None
    return name


def guess(surface: str) -> tuple[str, ...]:
    """What a word that is not listed counts as, by its looks alone: one of `GUESSES`."""
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
