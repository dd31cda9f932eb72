"""How phrase patterns are written; what is read here needs no words.

In a pattern ``<name>`` is one token of the class, ``<a|b>`` of either, ``<a&b>`` of both,
``<a&!b>`` of one and not the other, ``<^a|b>`` of none of them; spaces are layout; the rest is
regular expression syntax. What stands between ``<`` or ``<^`` and ``>`` is a *condition*.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import product

_ATOM = re.compile(r"\((?:\?(?:P<\w+>|<?[=!]|:))?|<[^<>]+>|[*+?]\??|\{\d+(?:,\d*)?\}\??|\S")
# Conditions of which a match needs at least one; a pattern has several such needs.
Need = frozenset[str]
_MOST_NEEDS = 64


class PatternError(ValueError):
    """A pattern cannot be read, or names a class that no vocabulary has."""


def read(source: str) -> tuple[list[str], list[Need]]:
    """The conditions of a pattern, each once, and what any match needs: all of the needs.

    Raises `PatternError`.
    """
    conditions: dict[str, None] = {}
    around: list[tuple[str, list[list[Need]], list[Need]]] = []
    alternatives: list[list[Need]] = []
    needs: list[Need] = []
    # What the last atom needs counts when it is known that it may not be left out.
    last: list[Need] | None = None
    for atom in _ATOM.findall(source):
        first = atom[0]
        if first in "*+?{":
            if last is None:
                raise PatternError(f"nothing to repeat with {atom!r} in {source!r}")
            if first in "*?" or atom.startswith("{0"):
                last = []
            needs += last
            last = None
            continue
        needs += last or ()
        if first == "<":
            condition = atom[1:-1].removeprefix("^")
            conditions[condition] = None
            last = [] if atom[1] == "^" else [frozenset((condition,))]
        elif first == "(":
            around.append((atom, alternatives, needs))
            alternatives, needs, last = [], [], None
        elif first == ")" and around:
            inner = _either([*alternatives, needs])
            opened, alternatives, needs = around.pop()
            # What is only looked at counts when it has to be there.
            last = [] if opened[-1] == "!" else inner
        elif first == "|":
            alternatives.append(needs)
            needs, last = [], None
        elif first == "$":
            last = None
        else:
            raise PatternError(f"cannot read {atom!r} in {source!r}")
    if around:
        raise PatternError(f"parenthesis not closed in {source!r}")
    needs += last or ()
    return list(conditions), _either([*alternatives, needs])


def _either(alternatives: list[list[Need]]) -> list[Need]:
    """What is needed whichever of the alternatives it is that matches."""
    if len(alternatives) == 1:
        return alternatives[0]
    if not all(alternatives):
        return []
    ways = 1
    for needs in alternatives:
        ways *= len(needs)
    if ways > _MOST_NEEDS:
        alternatives = [[min(needs, key=len)] for needs in alternatives]
    return [frozenset().union(*needs) for needs in product(*alternatives)]


def write(source: str, sets: Mapping[str, str]) -> str:
    """The regular expression of a pattern: ``sets`` has a character set for each condition."""
    return "".join([sets[atom[1:-1]] if atom[0] == "<" else atom for atom in _ATOM.findall(source)])


def meaning(condition: str, bits: Mapping[str, int]) -> list[tuple[int, int]]:
    """The alternatives of a condition: (bits of the names wanted, bits of those not wanted).

    Raises `PatternError` for a name that is not in ``bits``.
    """
    found: list[tuple[int, int]] = []
    for alternative in condition.split("|"):
        wanted = unwanted = 0
        for term in alternative.split("&"):
            name = term.strip()
            if name in bits:
                wanted |= bits[name]
            elif name[:1] == "!" and name[1:] in bits:
                unwanted |= bits[name[1:]]
            else:
                raise PatternError(f"no class is called {name.removeprefix('!')!r}")
        found.append((wanted, unwanted))
    return found
