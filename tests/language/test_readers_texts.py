"""Openings, stories and proposals of independent readers: how often pmlint reads them alike.

Each number is a floor a little under what is reached, so that a change which makes the language worse
fails. `tools/accuracy.py` shows the figures.
"""

from __future__ import annotations

from functools import lru_cache

import pytest

from tools.accuracy import FACTS, Reader, Score, of_readers, score

FLOORS = {
    "solution-first-opening": 0.92,
    "undefined-user": 0.91,
    "undefined-success": 0.92,
    "story: situation": 0.91,
    "story: task": 0.93,
    "story: action": 0.95,
    "story: result": 0.92,
    "story: decision_arc": 0.88,
    "proposal: users": 0.94,
    "proposal: success": 0.94,
    "proposal: risks": 0.94,
    "proposal: tradeoffs": 0.94,
    "proposal: alternatives": 0.92,
}


@lru_cache
def scores(name: str) -> dict[str, Score]:
    return score(Reader(), name, of_readers(name))


@pytest.mark.parametrize("fact", FLOORS)
def test_agreement(fact: str) -> None:
    name = next(name for name, facts in FACTS.items() if fact in facts)
    assert scores(name)[fact].f1 >= FLOORS[fact]


@pytest.mark.parametrize("fact", ["undefined-user", "undefined-success"])
def test_clean_openings_are_left_alone(fact: str) -> None:
    found = scores("openings")[fact]
    assert found.alarms <= 25
    assert found.recall >= 0.85


def test_every_fact_has_a_floor() -> None:
    assert {fact for facts in FACTS.values() for fact in facts} == set(FLOORS)
