"""
## What it flags

Superlatives and hype in place of facts: "world-class", "best-in-class", "cutting-edge",
"seamless", "visionary", "proven track record", "robust" as praise.

## Why it weakens the text

Praise that the writer hands out to the writer's own work proves nothing, and every other candidate
has the same words. A reader skips them and looks for the fact that they stand in for.

## Weak

- Delivered a world-class onboarding experience for dentists.
- Visionary leader with a proven track record in logistics.
- A seamless checkout powered by cutting-edge technology.

## Stronger

- Cut calls to support during onboarding from six in ten dentists to one.
- Grew three logistics products from the first sale to $3M in profit.
- A checkout in one step, where the old one had five.

## When to ignore it

In a quotation, or where the word is the name of something ("the Innovation award").

## How right it is

Measured against what careful readers marked: precision .91, recall 1.00 on the reference corpus
(21 lines to flag, 735 to leave); precision .96, recall 1.00 on the lines of four other readers in
`tests/language/readers` (49 to flag). Two readers agree with each other to F1 .93.

## Source

Amazon's writing rules: replace adjectives with data. Resume reviewers on self-praise (passionate,
proven, results-oriented).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Edit, Fix, Flag, Line, Place, Rule, Span, cut

# Praise in front of a noun, which the noun can do without. What is a noun itself ("guru"), or may
# mean something else ("10x", "superior court"), is for the writer to reword.
_PRAISE = frozenset(
    """world-class|world class|revolutionary|cutting-edge|cutting edge|bleeding-edge|best-in-class
    |best in class|best-of-breed|game-changing|game changing|groundbreaking|ground-breaking|trailblazing
    |unparalleled|unmatched|unrivaled|unrivalled|next-generation|next-gen|next-level|state-of-the-art
    |industry-leading|industry leading|market-leading|top-notch|top notch|top-tier|superb|outstanding
    |exceptional|extraordinary|remarkable|amazing|incredible|awesome|fantastic|phenomenal|magnificent
    |brilliant|flawless|impeccable|seamless|effortless|visionary|passionate|results-driven
    |results-oriented|highly motivated|self-motivated|hard-working|hardworking|detail-oriented
    |transformative|transformational|bulletproof|rock-solid|excellent|stellar|unforgettable|explosive
    |blazing-fast|lightning-fast|unbeatable|robust|delightful|breathtaking|stunning|legendary|iconic
    |unprecedented|tremendous|immense|relentless|unwavering|enterprise-grade""".replace(
        "\n    ", ""
    ).split("|")
)
# Words that join the praise to what stands before or after it.
_BEFORE = frozenset("and or very truly most more so as our is was be are were".split())
_AFTER = frozenset(
    "and or at in with for of to by on as but who that about i we you he she it they".split()
)


def check(line: Line, options: Mapping[str, Any]) -> Iterable[Flag]:
    return [Flag(Place(line, span), None, _fixes(line, span)) for span in line.claim.spans("hype")]


def _fixes(line: Line, span: Span) -> tuple[Fix, ...]:
    words = span.of(line.text)
    if words.lower() not in _PRAISE:
        return ()
    before, after = line.text[: span.start], line.text[span.end :]
    if not after.startswith(" ") or after[1:].partition(" ")[0].lower() in _AFTER:
        return ()
    if before.endswith(", ") or before[:-1].rpartition(" ")[2].lower() in _BEFORE:
        return ()
    blank = "[Which fact shows it?]" if words[0].isupper() else "[which fact shows it?]"
    fact = Fix(f"Ask for the fact: “{blank}”", (Edit(span, blank),), "template")
    edits = cut(line, span)
    return (Fix(f"Delete “{words.lower()}”", edits), fact) if edits else (fact,)


RULE = Rule(
    name="inflated-wording",
    summary="Superlatives and hype in place of facts.",
    question="Compared with what?",
    message="praise stands here in place of a fact",
    unit="line",
    check=check,
    page=__doc__ or "",
    category="wording",
    moment="at once",
    severity="info",
    rank=60,
    metadata={"density": 5},
)
