"""Small words that the reports for people share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pmlint.api.rule import Rule


def count(number: int, noun: str, plural: str = "") -> str:
    """``1 draft``, ``2 drafts``; ``plural`` for nouns that take no s."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def sentence(message: str, question: str) -> str:
    """A finding's message and its question on one line."""
    if not question:
        return message
    end = "" if message.endswith((".", "?", "!", ":", "\u2026")) else "."
    return f"{message}{end} {question}"


def options(rule: Rule) -> str:
    """The part of a rule's page, in Markdown, that tells its options; "" when it has none."""
    if not rule.options:
        return ""
    rows = []
    for option in rule.options:
        default = list(option.default) if isinstance(option.default, tuple) else option.default
        shown = str(default).lower() if isinstance(default, bool) else repr(default)
        choices = "; one of " + ", ".join(map(repr, option.choices)) if option.choices else ""
        rows.append(f"- `{option.name}`: {option.help} (default `{shown}`{choices})")
    # TOML wants quotes around the slash of a plugin's rule.
    name = f'"{rule.name}"' if "/" in rule.name else rule.name
    where = f"Set in `pmlint.toml`, in the table `[rules.{name}]`:"
    return "\n".join(["## Options", "", where, "", *rows])
