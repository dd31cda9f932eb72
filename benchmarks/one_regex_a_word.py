"""The reference for throughput: the plainest prose linter that one could write in Python.

    python benchmarks/one_regex_a_word.py FOLDER

It looks for each word of a list with a regular expression of its own, file by file, and counts.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

WORDS = [
    "absolutely",
    "actually",
    "aligned",
    "amazing",
    "assisted",
    "basically",
    "best-in-class",
    "bespoke",
    "bleeding-edge",
    "collaborated",
    "completely",
    "coordinated",
    "countless",
    "critical",
    "cutting-edge",
    "deliverables",
    "disruptive",
    "drastically",
    "drove",
    "dynamic",
    "effectively",
    "empowered",
    "end-to-end",
    "enabled",
    "ensured",
    "essentially",
    "exceptional",
    "expert",
    "extensive",
    "extremely",
    "facilitated",
    "fast-paced",
    "flawless",
    "frictionless",
    "game-changing",
    "greatly",
    "groundbreaking",
    "guru",
    "helped",
    "highly",
    "holistic",
    "hugely",
    "immensely",
    "impactful",
    "incredibly",
    "innovative",
    "instrumental",
    "interfaced",
    "intuitive",
    "involved",
    "key",
    "leverage",
    "leveraged",
    "liaised",
    "literally",
    "many",
    "massive",
    "maybe",
    "mission-critical",
    "multiple",
    "next-generation",
    "ninja",
    "numerous",
    "oversaw",
    "participated",
    "partnered",
    "passionate",
    "perhaps",
    "perfectly",
    "possibly",
    "probably",
    "proactive",
    "really",
    "responsible",
    "revolutionary",
    "robust",
    "rockstar",
    "seamless",
    "seamlessly",
    "several",
    "significantly",
    "simply",
    "spearheaded",
    "stakeholders",
    "state-of-the-art",
    "strategic",
    "substantial",
    "superb",
    "supported",
    "synergy",
    "tirelessly",
    "transformed",
    "tremendous",
    "truly",
    "ultimate",
    "unique",
    "unparalleled",
    "utilized",
    "various",
    "vastly",
    "very",
    "visionary",
    "vital",
    "world-class",
    "worked",
]

PATTERNS = [re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE) for word in WORDS]


def main() -> None:
    hits = 0
    for path in sorted(Path(sys.argv[1]).rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        for pattern in PATTERNS:
            hits += sum(1 for _ in pattern.finditer(text))
    print(hits)


if __name__ == "__main__":
    main()
