"""Small words that the reports for people share."""

from __future__ import annotations


def count(number: int, noun: str, plural: str = "") -> str:
    """``1 draft``, ``2 drafts``; ``plural`` for nouns that take no s."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"
