"""A line becomes a claim with its facts."""

from __future__ import annotations

from typing import Literal, NamedTuple

from pmlint.language import (
    acts,
    blanks,
    clauses,
    decisions,
    faults,
    measures,
    outcomes,
    reasons,
    sequels,
    tradeoffs,
)
from pmlint.language.grammar import Pattern
from pmlint.language.tokens import Tokens
from pmlint.language.vocabulary import Vocabulary
from pmlint.text.span import Span

OutcomeKind = Literal["none", "technical", "people"]


class Fact(NamedTuple):
    """Words of the line that state one fact. ``span`` counts code points in the line's text."""

    name: str
    span: Span


class Claim(NamedTuple):
    """What a line proves to a skeptical reader.

    ``claim``: the line says what the writer did or achieved. ``form``: how its deed is told (see
    `acts.Act`), "" when none is. ``facts``: in order of place; see `docs/language.md` for the names.
    """

    claim: bool
    outcome: OutcomeKind
    measured: bool
    reason: bool
    tradeoff: bool
    form: str = ""
    facts: tuple[Fact, ...] = ()

    def spans(self, name: str) -> list[Span]:
        """Where the facts called ``name`` stand, in order."""
        return [fact.span for fact in self.facts if fact.name == name]

    def first(self, name: str) -> Span | None:
        """Where the first fact called ``name`` stands, or None."""
        return next((fact.span for fact in self.facts if fact.name == name), None)

    def has(self, name: str) -> bool:
        return any(fact.name == name for fact in self.facts)


# Sections that list what somebody is, has or can, whatever verbs they use.
_NO_DEEDS = frozenset(("skills", "contact", "interests", "publications"))
_SIGN = Pattern("<comma|semicolon|stop|dash|open>")
NOTHING = Claim(False, "none", False, False, False)
# Code points. What a reader takes for one claim is far shorter; the time to read one grows faster
# than its length.
LONGEST = 8_000


def read(
    text: str,
    vocabulary: Vocabulary,
    kind: str = "",
    section: str = "",
) -> Claim:
    """The claim of a line.

    ``kind`` is the document's kind, which tells whether a bare verb is a deed (a resume) or a goal
    (anything else). ``section`` is the role of the section: a list of skills tells no deed.
    """
    tokens = Tokens(text, vocabulary)
    if not tokens.tags:
        return NOTHING
    start, label = acts.body(tokens)
    parts = clauses.clauses(tokens, start)
    numbers = measures.of_tokens(tokens)
    found = outcomes.find(tokens, parts, numbers)
    given_up = tradeoffs.find(tokens, parts)
    act = None
    if section not in _NO_DEEDS and not acts.is_template(tokens):
        act = acts.find(tokens, parts, start, label, kind)
        if act is None and label not in ("lesson label", "list label"):
            told = [outcome.start for outcome in found] + [first for first, _ in given_up]
            if told or label == "result label":
                act = acts.third_person(tokens, parts, min(told, default=start))
            if act is None and any(outcome.measure for outcome in found):
                act = acts.figure(tokens, start)
    if act is not None and act.form == "state":
        # "Responsible for raising retention" asserts nothing.
        found = [o for o in found if o.measure is not None or tokens.has(o.start, "past")]
    if act is not None and act.form != "state" and not found:
        found = sequels.find(tokens, act.verb, numbers)
    why = reasons.find(tokens, parts, numbers)
    facts = []
    if act is not None:
        facts.append(Fact("act", tokens.span(act.verb, act.verb + 1)))
        facts.append(Fact("deed", tokens.span(act.verb, _deed_end(tokens, parts, act.verb))))
        if act.actor_at >= 0:
            facts.append(Fact("actor", tokens.span(act.actor_at, act.actor_at + 1)))
    for outcome in found:
        span = _words(tokens, outcome.start, outcome.stop)
        facts.append(Fact("outcome", span))
        if outcome.people:
            facts.append(Fact("people outcome", span))
        if outcome.measure is not None:
            facts.append(Fact("measure", outcome.measure.span))
    facts += [Fact("reason", _words(tokens, a, b)) for a, b in why]
    facts += [Fact("tradeoff", _words(tokens, a, b)) for a, b in given_up]
    people = any(outcome.people for outcome in found)
    words = faults.find(tokens, parts, act, numbers)
    words += faults.stand_ins(tokens, words, act, bool(found), bool(why))
    words += decisions.find(tokens, act is not None)
    facts += [Fact(name, tokens.span(a, b)) for name, a, b in words]
    facts += [Fact("blank", span) for span in blanks.spans(text)]
    facts.sort(key=lambda fact: (fact.span, fact.name))
    return Claim(
        claim=act is not None,
        outcome="people" if people else "technical" if found else "none",
        measured=any(outcome.measure is not None for outcome in found),
        reason=bool(why),
        tradeoff=bool(given_up),
        form=act.form if act else "",
        facts=tuple(facts),
    )


def _deed_end(tokens: Tokens, parts: list[clauses.Clause], verb: int) -> int:
    """Where the clause of the deed ends, its punctuation left out."""
    end = next((part.end for part in parts if part.start <= verb < part.end), len(tokens))
    if end == verb + 1:
        # "Designed and built the portal": the verbs share what comes after the last.
        end = next((part.end for part in parts if part.start == end and part.kind == "main"), end)
    return _without_stop(tokens, verb, end)


def _words(tokens: Tokens, start: int, stop: int) -> Span:
    """The span of a range without the signs that set it off from the rest of the line."""
    while start < stop - 1 and _SIGN.match(tokens, start) is not None:
        start += 1
    return tokens.span(start, _without_stop(tokens, start, stop))


def _without_stop(tokens: Tokens, start: int, end: int) -> int:
    while end > start + 1 and tokens.has(end - 1, "stop"):
        end -= 1
    return end
