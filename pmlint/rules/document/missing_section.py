"""
## What it flags

A proposal that lacks a part which a decision needs, in substance and not by its heading: the problem,
the users with evidence for them, how success will be measured, the risks, and trade-offs or
alternatives. And a heading that promises such a part with nothing under it. Near-miss headings ("What
could go wrong"), labels and plain sentences count. Where metrics are named, it asks for what they
lack: a target, the value today, the time by when.

In a resume that is told to aim at product roles (see the options): the part that shows product impact.

## Why it weakens the text

The parts that are left out are the ones that were not thought through. A feature proposal that comes
with user research, success metrics and risks shows readiness; the same idea without them is a wish.

## Weak

```markdown {proposal}
# Undo for bulk changes

Catalog managers at large retailers lose an evening to each wrong bulk change; eight of eight had one.
After each change a bar offers to undo it for 24 hours.
```

```markdown {proposal}
# Photo evidence

## Problem

Adjusters for storm damage cannot tell the roofs apart in the evening. Six of nine write the number on
a card.

## Success

Calls to adjusters fall from 40 to 10 a week.

## Risks

_tbd_

## Alternatives

A card with the number in each picture: simple, and forgotten on every second roof.
```

## Stronger

```markdown {proposal}
# Undo for bulk changes

Catalog managers at large retailers lose an evening to each wrong bulk change; eight of eight had one.
After each change a bar offers to undo it for 24 hours.

Success: restores by support fall from 15 to 3 a month by the end of March. The main risk is that an undo overwrites later
edits. We considered a preview instead, and we give up undo for images.
```

```markdown {proposal}
# Photo evidence

## Problem

Adjusters for storm damage cannot tell the roofs apart in the evening. Six of nine write the number on
a card.

## Success

Calls to adjusters fall from 40 to 10 a week by June.

## What could go wrong

A phone could be lost before the photos are sent, and homes would be exposed.

## Alternatives

A card with the number in each picture: simple, and forgotten on every second roof.
```

## When to ignore it

In a note that only asks for time to look into something, and in a design for an approved proposal.

## Options

- `parts`: the parts that are asked for.
- `measures`: what metrics are asked for: target, baseline, time frame.
- `product-impact`: ask a resume for product impact (false).

## Source

The article: the proposal for undo send came "complete with user research, success metrics, and risk
assessment"; "add a Product Impact section to your resume". PRD, PR/FAQ and RFC templates.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Document, Flag, Line, Option, Place, Rule, Span, place

_PARTS = ("problem", "users", "evidence", "success", "risks", "alternatives")
_WORDS = {
    "problem": "the problem",
    "users": "who has it",
    "evidence": "evidence for it",
    "success": "how success is measured",
    "risks": "risks",
    "alternatives": "trade-offs or alternatives",
}

_MEASURES = {"target": "target", "baseline": "value today", "time frame": "time by when"}


def check(document: Document, options: Mapping[str, Any]) -> Iterable[Flag]:
    if document.kind != "proposal":
        if document.kind == "resume" and document.lines and options["product-impact"]:
            yield from _impact(document)
        return
    if not document.said:
        return
    proposal = document.proposal
    there = set(proposal.parts)
    if "tradeoffs" in there:
        there.add("alternatives")
    missing = [part for part in options["parts"] if part not in there]
    for heading in proposal.headings:
        part = "alternatives" if heading.part == "tradeoffs" else heading.part
        if not heading.filled and part in missing:
            missing.remove(part)
            line = heading.line
            assert isinstance(line, Line)
            under = "nothing" if heading.empty else "nothing of substance"
            yield Flag(Place(line), f"{under} under this heading: no word on {_WORDS[part]}")
    lacking = [measure for measure in options["measures"] if measure in proposal.lacking]
    if lacking and (success := proposal.parts.get("success")) is not None:
        message = f"the metrics have no {_listed([_MEASURES[measure] for measure in lacking])}"
        yield Flag(place(success, whole=True), message)
    if missing:
        yield Flag(_top(document), f"no word on {_listed([_WORDS[part] for part in missing])}")


def _impact(document: Document) -> Iterable[Flag]:
    """A heading that says "product impact", or three results for people."""
    titled = any("impact" in section.title.lower() for section in document.sections)
    results = sum(line.claim.claim and line.claim.outcome == "people" for line in document.lines)
    if not titled and results < _ENOUGH:
        yield Flag(_top(document), "no part of this resume shows product impact")


_ENOUGH = 3


def _top(document: Document) -> Place:
    """The title, or the first words of a text that has none."""
    first = document.sections[0] if document.sections else None
    heading = first.heading if first is not None else None
    if heading is not None:
        return Place(heading)
    line = document.lines[0]
    return Place(line, line.sentence(Span(0, 1)))


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


RULE = Rule(
    name="missing-section",
    summary="A part that a proposal needs is absent, or an empty heading.",
    question="What would a reader need before deciding?",
    message="a part that a decision needs is missing",
    unit="document",
    check=check,
    page=__doc__ or "",
    category="structure",
    kinds=frozenset({"proposal", "resume", "packet"}),
    rank=12,
    options=(
        Option("parts", _PARTS, "The parts that a proposal is asked for.", _PARTS),
        Option("measures", tuple(_MEASURES), "What metrics are asked for.", tuple(_MEASURES)),
        Option("product-impact", False, "Ask a resume for a part that shows product impact."),
    ),
    metadata={"frames": frozenset({"proposal"})},
)
