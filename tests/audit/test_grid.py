"""Where lines fall in the 3x3 grid."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pmlint.audit.audit import Audit, AuditedLine
from pmlint.audit.grid import grid, nowhere
from pmlint.language.grid import LEVELS, SIDES

Read = Callable[..., Audit]
One = Callable[..., AuditedLine]

USER, BUSINESS, TECHNICAL = SIDES
ENGINEER, LEAD, MANAGER = LEVELS

CLAIMS = [
    # A thing made, or how it runs.
    ("Built a reconciliation console in React.", {TECHNICAL}, ENGINEER),
    ("Reduced p95 latency of the search page by 62%.", {TECHNICAL}, ENGINEER),
    ("Shipped firmware to 1,400 kiosks.", {TECHNICAL}, ENGINEER),
    ("Built an export for nurses.", {TECHNICAL}, ENGINEER),
    # One step away from the thing: designed, chosen, coordinated...
    ("Designed the sharding scheme of the ledger.", {TECHNICAL}, LEAD),
    ("Chose Postgres over Mongo for the ledger.", {TECHNICAL}, LEAD),
    ("Coordinated the move of 40 services to the new cluster.", {TECHNICAL}, LEAD),
    # ...or what it did for people...
    ("Reduced support tickets by 35%.", {USER}, LEAD),
    ("Raised activation of new sellers by 12%.", {USER}, LEAD),
    ("Raised annual revenue by $2M.", {BUSINESS}, LEAD),
    ("Cut cloud cost by 40%.", {BUSINESS}, LEAD),
    # ...or whom it was for.
    ("Built a search page because nurses could not find a free bed.", {USER}, LEAD),
    # Two steps: why and effect, choice and effect, why and choice.
    (
        "Reduced API latency by 40% because slow loads made shoppers leave the checkout.",
        {USER, TECHNICAL},
        MANAGER,
    ),
    (
        "Cut the sign-up form because half of all riders gave up on it; 22% more of them finished.",
        {USER},
        MANAGER,
    ),
    (
        "Convinced design to delay the new menu because drivers were missing their exits.",
        {USER},
        MANAGER,
    ),
    (
        "Coordinated design, legal and support because unclear letters were confusing patients.",
        {USER},
        MANAGER,
    ),
    (
        "Closed a second region instead of hiring, because each depot was costing $40k a month.",
        {BUSINESS},
        MANAGER,
    ),
    (
        "Cut churn of small sellers by 3 points because their invoices were wrong.",
        {USER, BUSINESS},
        MANAGER,
    ),
]


@pytest.mark.parametrize(("text", "sides", "level"), CLAIMS)
def test_claims(line: One, text: str, sides: set[str], level: str) -> None:
    placed = line(text).placed
    assert placed is not None
    assert (set(placed.sides), placed.level) == (sides, level)


@pytest.mark.parametrize(
    "text",
    [
        "Was the tech lead of the ticketing team.",
        "Responsible for the dispute intake service.",
        "Partnered with sales and finance.",
        "Led sprint planning and stand-ups.",
        "Owned the product roadmap for merchant payouts.",
    ],
)
def test_evidence_for_nothing(read: Read, text: str) -> None:
    found = read(f"- {text}\n")
    assert found.lines[0].claim.claim
    assert found.lines[0].placed is None
    assert nowhere(found.lines) == [*found.lines]


def test_what_claims_nothing_is_not_missed(read: Read) -> None:
    found = read("# Built a console\n\n> I built a console.\n\n- Python, Go\n")
    assert [one.placed for one in found.lines] == [None] * 3
    assert nowhere(found.lines) == []


PLANS = [
    ("The page shows a list of invoices from the Postgres replica.", {TECHNICAL}, ENGINEER),
    ("We will keep each answer on the phone and send it later.", {TECHNICAL}, ENGINEER),
    ("Night nurses lose an hour a shift on paper lists.", {USER}, MANAGER),
    (
        "We should ship the list, because 60% of couriers get lost on the map.",
        {USER, TECHNICAL},
        MANAGER,
    ),
]


@pytest.mark.parametrize(("text", "sides", "level"), PLANS)
@pytest.mark.parametrize("kind", ["case", "proposal"])
def test_plans(line: One, text: str, sides: set[str], level: str, kind: str) -> None:
    placed = line(text, kind).placed
    assert placed is not None
    assert (set(placed.sides), placed.level) == (sides, level)


def test_a_story_is_no_plan(line: One) -> None:
    assert line("Night nurses lose an hour a shift on paper lists.", "story").placed is None


def test_the_cells_hold_their_lines_in_order(read: Read) -> None:
    source = "".join(f"- {text}\n" for text, _, _ in CLAIMS)
    found = read(source)
    cells = grid(found.lines)
    assert tuple(cells) == SIDES
    assert all(tuple(levels) == LEVELS for levels in cells.values())
    expected = {
        (side, level): [f"{text}" for text, sides, at in CLAIMS if side in sides and at == level]
        for side in SIDES
        for level in LEVELS
    }
    shown = {
        (side, level): [one.words for one in cell]
        for side, levels in cells.items()
        for level, cell in levels.items()
    }
    assert shown == expected
