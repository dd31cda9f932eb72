"""Small words that the reports for people share."""

from __future__ import annotations


def count(number: int, noun: str, plural: str = "") -> str:
    """``1 draft``, ``2 drafts``; ``plural`` for nouns that take no s."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def sentence(message: str, question: str) -> str:
    """A finding's message and its question on one line."""
    if not question:
        return message
    end = "" if message.endswith((".", "?", "!", ":", "\u2026")) else "."
    return f"{message}{end} {question}"
