"""
## What it flags

A size word where a number belongs: "significantly", "greatly", "various", "numerous", "multiple
clients". A line that has the number is left alone.

## Why it weakens the text

The reader cannot tell ten from ten thousand, and suspects the smaller. The word shows that the
writer knew there was a size and did not look it up.

## Weak

- Significantly reduced the time to onboard a supplier.
- Trained numerous store managers on the new till.

## Stronger

- Reduced the time to onboard a supplier from nine days to two.
- Trained 85 store managers on the new till, cutting refunds by a third.

## When to ignore it

When the exact number does not matter to the point, or when a list of the things follows.

## How right it is

Measured against what careful readers marked: precision .88, recall .79 on the reference corpus (28
lines to flag, 725 to leave); precision .96, recall .87 on the lines of four other readers in
`tests/language/readers` (60 to flag). Two readers agree with each other to F1 .90.

## Source

Amazon's list of weasel words ("significantly", "many", "considerably"). "Scope hiders" in resume
reviews ("various stakeholders", "multiple teams").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Edit, Fix, Flag, Line, Place, Rule, Safety, Span, cut

# What a number could stand for: "a wide range of", "numerous"; and what wants an amount.
_QUANTITIES = frozenset("various numerous many multiple several countless myriad".split())
_AMOUNTS = frozenset("deal amount amounts lot lots plenty tons".split())
_SIZES = frozenset(
    "large significant drastic dramatic substantial considerable huge massive enormous vast sizable "
    "sizeable meaningful notable appreciable tremendous exponential".split()
)
# "Very significantly": the word before hangs on the one that goes.
_HANGING = frozenset(
    "very quite so too more most less not as how pretty fairly a an and or but".split()
)


def check(line: Line, options: Mapping[str, Any]) -> Iterable[Flag]:
    return [Flag(Place(line, span), None, _fixes(line, span)) for span in line.claim.spans("vague")]


def _fixes(line: Line, span: Span) -> tuple[Fix, ...]:
    words = span.of(line.text).lower()
    first = words.partition(" ")[0]
    size, blank = span, "[how many?]"
    if words.endswith(" of"):
        if words.split()[-2] in _AMOUNTS:
            blank = "[how much?]"
    elif first in _QUANTITIES:
        # What is counted may be flagged with it.
        size = Span(span.start, span.start + len(first))
    elif words.removeprefix("a ") in _SIZES:
        size = Span(span.end - len(words.removeprefix("a ")), span.end)
        blank = "[how large?]"
    else:
        return _of_adverb(line, span)
    if line.text[size.start].isupper():
        blank = f"[{blank[1].upper()}{blank[2:]}"
    asked = _blank(blank, Edit(size, blank))
    # "Several times" is one word in two.
    counted = line.text[size.end :].startswith(" times")
    return (asked,) if counted else (asked, *_delete(line, size, "suggestion"))


def _of_adverb(line: Line, span: Span) -> tuple[Fix, ...]:
    """An adverb may go unseen: what it stood beside says the same without it."""
    words, before, after = span.of(line.text), line.text[: span.start], line.text[span.end :]
    if " " in words or not words.lower().endswith("ly"):
        return ()
    hung = before.split(" ")[-2].lower() if before.endswith(" ") and before.strip() else ""
    # "Statistically significantly" means more than the adverb.
    if hung in _HANGING or hung.endswith("ly") or after.startswith((" and ", " or ", ",")):
        return ()
    gone = _delete(line, span, "safe")
    at = line.tail(span)
    if not gone or gone[0].edits[-1].span.end >= at:
        return gone
    return (*gone, _blank("[by how much?]", *gone[0].edits, Edit(Span(at, at), " [by how much?]")))


def _delete(line: Line, span: Span, safety: Safety) -> tuple[Fix, ...]:
    edits = cut(line, span)
    return (Fix(f"Delete “{span.of(line.text).lower()}”", edits, safety),) if edits else ()


def _blank(blank: str, *edits: Edit) -> Fix:
    return Fix(f"Ask for the number: “{blank}”", edits, "template")


RULE = Rule(
    name="vague-impact",
    summary="A size word where a number belongs.",
    question="How many? By how much?",
    message="a size word stands where a number belongs",
    unit="line",
    check=check,
    page=__doc__ or "",
    category="wording",
    moment="at once",
    severity="info",
    rank=55,
    metadata={"density": 6},
)
