"""The example drafts show what they are there to show: weak lines flagged, strong lines clean."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).parent.parent.parent

WEAK = [
    ("resume.md", "World-class backend engineer", "inflated-wording"),
    ("resume.md", "Owned the product roadmap", "overclaimed-ownership"),
    ("resume.md", "Reduced p95 settlement latency", "missing-because"),
    ("resume.md", "Built a reconciliation console", "output-without-outcome"),
    ("resume.md", "Responsible for the dispute", "role-not-responsibility"),
    ("resume.md", "Worked closely with compliance", "teamwork-without-influence"),
    ("resume.md", "Significantly improved", "vague-impact"),
    ("resume.md", "Was the tech lead", "role-not-responsibility"),
    ("resume.md", "Raised top-up conversion", "missing-evidence"),
    ("resume.md", "Shipped a kiosk firmware", "output-without-outcome"),
    ("story.md", "I was responsible for the shift", "role-not-responsibility"),
    ("story.md", "I think maybe", "hedged-recommendation"),
    ("story.md", "We collaborated with the union", "teamwork-without-influence"),
    ("story.md", "I rewrote the roster query", "missing-because"),
    ("story.md", "The launch was a huge", "inflated-wording"),
    ("case.md", "I would build a daily", "solution-first-opening"),
    ("case.md", "It could probably", "hedged-recommendation"),
    ("case.md", "Maybe we could", "hedged-recommendation"),
    ("case.md", "That would significantly", "vague-impact"),
    ("proposal.md", "I feel like we could", "hedged-recommendation"),
    ("proposal.md", "This is a revolutionary", "inflated-wording"),
    ("proposal.md", "The new sync layer", "vague-impact"),
    ("packet.md", "Was in charge of", "role-not-responsibility"),
    ("packet.md", "Drove the strategy", "overclaimed-ownership"),
    ("packet.md", "Developed a route simulator", "output-without-outcome"),
    ("packet.md", "Partnered with operations", "teamwork-without-influence"),
    ("packet.md", "Reduced the simulator's memory", "missing-because"),
    ("transcript.txt", "I think I would probably", "hedged-recommendation"),
    ("transcript.txt", "I think I would probably", "solution-first-opening"),
]
STRONG = [
    ("resume.md", "Moved refund tracking ahead"),
    ("resume.md", "Talked finance out of"),
    ("resume.md", "Dropped a second fraud vendor"),
    ("resume.md", "Cut p95 settlement latency"),
    ("resume.md", "Removed the sign-up form"),
    ("story.md", "I argued for letting two nurses"),
    ("story.md", "Swaps confirmed before midnight"),
    ("case.md", "The players to win back"),
    ("case.md", "I would start with the third"),
    ("case.md", "We should split"),
    ("proposal.md", "Pupils aged 11 to 14"),
    ("proposal.md", "We delay the parent view"),
    ("proposal.md", "We chose to keep one draft"),
    ("packet.md", "In March I noticed"),
    ("packet.md", "I recommended waterproof labels"),
    ("packet.md", "Refusals fell from 14%"),
    ("packet.md", "Reduced the simulator's run time"),
    ("transcript.txt", "I choose the"),
    ("transcript.txt", "We should start with the second"),
]
KINDS = {
    "case.md": "case",
    "packet.md": "packet",
    "proposal.md": "proposal",
    "resume.md": "resume",
    "story.md": "story",
    "transcript.txt": "transcript",
}


@pytest.fixture(scope="module")
def findings() -> list[dict[str, Any]]:
    command = ["check", "--output-format", "json", "--max-per-line", "0", "examples"]
    done = subprocess.run(
        [sys.executable, "-m", "pmlint", *command],
        cwd=REPOSITORY,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1, done.stderr.decode()
    report = json.loads(done.stdout)
    assert report["errors"] == []
    found: list[dict[str, Any]] = report["findings"]
    return found


def place(name: str, fragment: str) -> tuple[int, int]:
    """Code points of the bullet or sentence that begins with a fragment, up to the next."""
    text = (REPOSITORY / "examples" / name).read_bytes().decode()
    start = text.index(fragment)
    assert text.count(fragment) == 1, f"{fragment!r} is there twice"
    ends = [text.find(end, start) for end in ("\n\n", "\n- ", "\n1. ", ". ", ".\n", ": ")]
    return start, min((end for end in ends if end > start), default=len(text))


def rules(findings: list[dict[str, Any]], name: str, fragment: str) -> set[str]:
    start, end = place(name, fragment)
    return {
        one["rule"]
        for one in findings
        if Path(one["path"]).name == name and one["offset"][0] < end and start < one["offset"][1]
    }


@pytest.mark.parametrize(("name", "fragment", "rule"), WEAK)
def test_a_weak_line_is_flagged(
    findings: list[dict[str, Any]], name: str, fragment: str, rule: str
) -> None:
    assert rule in rules(findings, name, fragment)


@pytest.mark.parametrize(("name", "fragment"), STRONG)
def test_a_strong_line_is_clean(findings: list[dict[str, Any]], name: str, fragment: str) -> None:
    assert rules(findings, name, fragment) == set()


def test_each_draft_is_known_for_what_it_is(findings: list[dict[str, Any]]) -> None:
    assert {Path(one["path"]).name: one["kind"] for one in findings} == KINDS
