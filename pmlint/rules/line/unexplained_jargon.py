"""
## What it flags

A line that is carried by three or more technical terms (tools, protocols, algorithms,
infrastructure) and tells a reader who is no engineer neither what it was for nor what it changed.

## Why it weakens the text

Half of the committee cannot weigh the names. What they can weigh is what somebody could do
afterwards that they could not do before.

## Weak

- Built a Kafka consumer in Go with Protobuf schemas and a Redis cache.
- Configured Istio, Envoy and Prometheus for the staging cluster.

## Stronger

- Built the order feed (Kafka, Go, Redis) that lets shops see a sale within a second, which cut double bookings by 90%.
- Set up tracing for the staging cluster so that customers learn within the hour what went wrong.

## When to ignore it

In a list of skills, or in a resume for an engineering post.

## How right it is

Measured against what careful readers marked: precision .88, recall .72 on the reference corpus (40
lines to flag, 463 to leave); precision .74, recall .66 on the lines of four other readers in
`tests/language/readers` (80 to flag). Two readers agree with each other to F1 .85.

## Source

*How to Transition from Software Engineer to PM*, on repositioning experience: to evaluators who are
not technical, technical wins are noise without a narrative. Hiring managers on jargon and undefined
acronyms.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pmlint.api import Flag, Line, Option, Place, Rule, ask


def check(line: Line, options: Mapping[str, Any]) -> Iterable[Flag]:
    claim = line.claim
    if not claim.claim or claim.reason or claim.outcome == "people":
        return ()
    terms = claim.spans("technical term")
    # Capitals alone ("BSN, CCRN") are terms only beside a word that is known to be one.
    if len(terms) < options["terms"] or not claim.has("known term"):
        return ()
    if len(terms) * options["share"] < len(line.text.split()) or claim.has("beneficiary"):
        return ()
    # A technical result in plain words ("down from 2 s to 0.5 s") is opaque only when product
    # names carry the line.
    names = len(claim.spans("technology"))
    if claim.outcome == "technical" and names < options["terms"] + claim.measured - 1:
        return ()
    related = tuple((Place(line, term), "technical term") for term in terms)
    words = terms[0].cover(terms[-1])
    blank = ask(line, words, "what it was for", " so that [who can now do what?]")
    return [Flag(Place(line, words), None, (blank,), related)]


RULE = Rule(
    name="unexplained-jargon",
    summary="Three or more technical terms carry the line.",
    question="Would a reader who is no engineer know why it mattered?",
    message="technical terms carry this line, and it does not say what it was for",
    unit="line",
    check=check,
    page=__doc__ or "",
    category="wording",
    kinds=frozenset({"resume", "packet", "story"}),
    severity="info",
    rank=50,
    options=(
        Option("terms", 3, "how many technical terms it takes"),
        Option("share", 6, "one word in how many has to be such a term"),
    ),
)
