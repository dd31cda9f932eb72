"""Drafts for the benchmarks: Markdown that reads like resumes, stories and proposals.

    python benchmarks/generate.py FOLDER [--files 1000] [--size 4000] [--seed 1]

The same seed gives the same bytes, on every platform. A sentence is a frame filled from word
lists, sometimes with a reason, a result or a weakness joined to it, so that rules have work to do
and clean lines to leave alone.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable
from pathlib import Path

WORDS: dict[str, tuple[str, ...]] = {
    "thing": (
        "the booking page",
        "the refund queue",
        "the shift planner",
        "a triage console",
        "the route editor",
        "the grade book",
        "our price engine",
        "the match lobby",
        "a consent form",
        "the claims inbox",
        "the audit trail",
        "a stock forecast",
        "the onboarding tour",
        "the invoice export",
        "a fraud model",
        "the search index",
    ),
    "people": (
        "night nurses",
        "first-year teachers",
        "sellers with one shop",
        "bus drivers",
        "parents of toddlers",
        "returning players",
        "dispatchers",
        "branch managers",
        "freight brokers",
        "tenants",
        "exam boards",
        "pharmacists",
    ),
    "pain": (
        "gave up at the second step",
        "phoned support twice a week",
        "kept a paper list beside it",
        "lost an hour every Friday",
        "left before the first payment",
        "could not tell which copy was right",
        "waited past the evening cutoff",
        "paid the wrong supplier",
    ),
    "tool": (
        "Rust",
        "Elixir",
        "DuckDB",
        "gRPC",
        "Flink",
        "Vue",
        "Ansible",
        "ClickHouse",
        "RabbitMQ",
        "SQLite",
        "GraphQL",
        "Prometheus",
    ),
    "metric": (
        "drop-off",
        "time to first order",
        "no-shows",
        "repeat purchases",
        "p99 latency",
        "failed uploads",
        "cost per parcel",
        "weekly active classes",
        "memory use",
        "complaints",
        "build time",
        "renewals",
    ),
    "group": ("legal", "sales", "design", "the wards", "finance", "two depots", "the union"),
    "praise": (
        "a world-class",
        "a seamless",
        "a revolutionary",
        "a best-in-class",
        "a robust",
        "an intuitive",
    ),
    "month": ("January", "March", "April", "June", "August", "October", "November"),
}

FRAMES: dict[str, tuple[str, ...]] = {
    "resume": (
        "Built {thing} in {tool}",
        "Reduced {metric} by {percent}%",
        "Owned the roadmap and vision for {thing}",
        "Led {few} engineers through the move of {thing} to {tool}",
        "Was responsible for {thing} and {thing}",
        "Worked closely with {group} on {thing}",
        "Delayed {thing} by {few} weeks to finish {thing} first",
        "Talked {group} out of {thing}",
        "Launched {thing} for {people} in {month}",
        "Rewrote {thing}, cutting {metric} from {many} ms to {few} ms",
        "Served as the lead of the {tool} group",
        "Shipped {praise} version of {thing}",
    ),
    "story": (
        "In {month} I noticed that {people} {pain}",
        "The team wanted to rebuild {thing}, and I asked what {people} would gain by it",
        "I think we could maybe have asked {group} sooner",
        "We collaborated with {group} and {group}",
        "I chose {thing} over {thing}",
        "{Percent} of {many} sessions ended on {thing}",
        "I spent {few} days with {people} before I wrote a line of {tool}",
        "It was {praise} launch and had a significant impact on numerous teams",
    ),
    "proposal": (
        "{People} {pain}, and {percent}% of them never came back",
        "We will replace {thing} with {thing}",
        "Success is that {metric} falls from {many} to {few} by {month}",
        "We should probably also consider {thing}",
        "If {thing} is down, {people} see an empty page and {group} hear of it",
        "We chose {tool} over {tool}, at the price of {few} more weeks",
        "This will significantly improve {metric} for various {people}",
        "We looked at {thing} as well; it costs {many} hours a year and helps only {group}",
    ),
}

TAILS: tuple[str, ...] = (
    " because {people} {pain}",
    ", which cut {metric} by {percent}%",
    " so that {people} could finish in one visit",
    "; {metric} fell from {many} to {few} in {few} weeks",
    " with {tool} and {tool}",
    " across {few} regions",
    ", after {group} had asked for it twice",
    ", e.g. for {people} who {pain}",
)

TITLES: dict[str, tuple[str, ...]] = {
    "resume": ("Summary", "Experience", "Product Impact", "Projects", "Earlier work"),
    "story": ("Situation", "Task", "Action", "Result", "Looking back"),
    "proposal": ("Problem", "Success", "What we propose", "Risks", "Alternatives"),
}


def _number(low: int, high: int) -> Callable[[random.Random], str]:
    return lambda chance: str(chance.randint(low, high))


NUMBERS: dict[str, Callable[[random.Random], str]] = {
    "percent": _number(2, 88),
    "few": _number(2, 12),
    "many": _number(120, 9800),
}


class _Slots(dict[str, str]):
    """Fills a frame: each mention of a slot is a new draw; a capital in the slot is kept."""

    def __init__(self, chance: random.Random) -> None:
        super().__init__()
        self.chance = chance

    def __missing__(self, slot: str) -> str:
        name = slot.lower()
        if name in NUMBERS:
            return NUMBERS[name](self.chance) + ("%" if slot[0].isupper() else "")
        word = self.chance.choice(WORDS[name])
        return word[0].upper() + word[1:] if slot[0].isupper() else word


def sentence(chance: random.Random, kind: str) -> str:
    """One sentence, without its final stop."""
    text = chance.choice(FRAMES[kind])
    if chance.random() < 0.55:
        text += chance.choice(TAILS)
    return text.format_map(_Slots(chance))


def _bullets(chance: random.Random, kind: str) -> str:
    lines = []
    for _ in range(chance.randint(3, 7)):
        line = sentence(chance, kind)
        if chance.random() < 0.15:
            first, _, rest = line.partition(" ")
            line = f"**{first}** {rest}"
        lines.append(f"- {line}{'.' if chance.random() < 0.7 else ''}")
    return "\n".join(lines)


def _paragraph(chance: random.Random, kind: str) -> str:
    words = " ".join(sentence(chance, kind) + "." for _ in range(chance.randint(2, 5))).split(" ")
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) > 96:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    return "\n".join(lines)


def draft(seed: int, size: int, kind: str = "resume") -> str:
    """A draft of one kind (resume, story or proposal) of at least ``size`` bytes, and hardly more."""
    chance = random.Random(f"{seed} {kind} {size}")
    parts = [f"# {kind.capitalize()} {seed}"]
    length = len(parts[0])
    while length < size:
        part = f"## {chance.choice(TITLES[kind])}"
        for _ in range(chance.randint(1, 3)):
            bullets = chance.random() < (0.8 if kind == "resume" else 0.3)
            part += "\n\n" + (_bullets if bullets else _paragraph)(chance, kind)
        parts.append(part)
        length += len(part) + 2
    return "\n\n".join(parts) + "\n"


def tree(folder: Path, files: int = 1000, size: int = 4000, seed: int = 1) -> int:
    """Write ``files`` drafts of about ``size`` bytes, fifty to a folder; return the bytes written."""
    kinds = sorted(FRAMES)
    written = 0
    for number in range(files):
        kind = kinds[number % len(kinds)]
        place = folder / f"{number // 50:02d}" / f"{kind}-{number:04d}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        # The last section may run over: cut at a line, as an author could have stopped there.
        text = draft(seed * 100_003 + number, size, kind)
        text = text[: text.rindex("\n", 0, size + 1) + 1]
        place.write_text(text, encoding="utf-8", newline="\n")
        written += len(text.encode())
    return written


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--size", type=int, default=4000, help="bytes a file")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    written = tree(given.folder, given.files, given.size, given.seed)
    print(f"{given.files} files, {written / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
