"""What a line does for the reader of a whole text: the facts that openings, stories and proposals
are read by.

A `Frame` is to these what a `Claim` is to a single line: it is worked out from the line alone, and
kept with it.
"""

from __future__ import annotations

from typing import NamedTuple

from pmlint.language import parts, segments, stances, targets, turns, weighing
from pmlint.language.claims import Fact
from pmlint.language.tokens import Tokens
from pmlint.language.vocabulary import Vocabulary
from pmlint.text.span import Span


class Frame(NamedTuple):
    """The facts of one line, in order of place; see `docs/texts.md` for their names.

    ``words``: how many it has. ``label``: the part of the text that a label at its start opens
    ("problem", "situation"), or "". ``body``: where the text starts behind that label, or behind
    the name of a speaker. ``names``: those of the facts.
    """

    facts: tuple[Fact, ...] = ()
    words: int = 0
    label: str = ""
    body: int = 0
    names: frozenset[str] = frozenset()

    def spans(self, name: str) -> list[Span]:
        """Where the facts called ``name`` stand, in order."""
        return [fact.span for fact in self.facts if fact.name == name]

    def first(self, name: str) -> Span | None:
        """Where the first fact called ``name`` stands, or None."""
        if name not in self.names:
            return None
        return next((fact.span for fact in self.facts if fact.name == name), None)

    def has(self, name: str) -> bool:
        return name in self.names


NOTHING_FRAMED = Frame()


def read(text: str, sentences: tuple[Span, ...], vocabulary: Vocabulary, kind: str = "") -> Frame:
    """The frame of a line; arguments as for `claims.read`."""
    tokens = Tokens(text, vocabulary)
    if not tokens.tags:
        return NOTHING_FRAMED
    name, part, offset = parts.label(text)
    starts = [tokens.index(span.start) for span in sentences] or [0]
    if offset and (body := tokens.index(offset)) > 0:
        starts = [body, *[start for start in starts if start > body]]
    ends = [*starts[1:], len(tokens)]
    facts = []
    for start, end in zip(starts, ends, strict=True):
        if start < end and (said := stances.stance(tokens, start, end, kind)) is not None:
            facts.append(Fact(said.name, tokens.span(said.start, said.stop)))
        if start < end and (name := turns.address(tokens, start, end)):
            facts.append(Fact(name, tokens.span(start, end)))
    body = starts[0]
    found = [*segments.find(tokens, starts), *targets.find(tokens, body)]
    found += [*turns.find(tokens, body), *weighing.find(tokens, body)]
    facts += [Fact(name, tokens.span(a, b)) for name, a, b in found]
    facts.sort(key=lambda fact: (fact.span, fact.name))
    names = frozenset([fact.name for fact in facts])
    return Frame(tuple(facts), len(text.split()), part, offset, names)
