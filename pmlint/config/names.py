"""What a name in a config, on the command line or in a directive stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from pmlint.api.rule import CATEGORIES, Rule


class Level:
    """How closely a name names a rule; the closer one, the greater number, goes first."""

    ALL: Final = 0
    PATTERN: Final = 1
    CATEGORY: Final = 2
    RULE: Final = 3


class Match(NamedTuple):
    """The rules that a name stands for, and how closely it names them."""

    level: int
    rules: frozenset[str]


class Names:
    """Rules by name, former name, category, pattern (``*`` stands for anything) and ``all``.

    ``rules``: every installed rule. ``plugins``: the plugins that were found, with their state;
    None when plugins were switched off, so that any name with a slash may be right.
    """

    def __init__(self, rules: Iterable[Rule], plugins: Mapping[str, str] | None) -> None:
        self._rules = {rule.name: rule for rule in rules}
        self._plugins = plugins
        self._aliases = {
            alias: rule.name for rule in self._rules.values() for alias in rule.aliases
        }
        self._matches: dict[str, Match] = {}

    def rule(self, name: str) -> Rule | None:
        """The rule of this name or former name."""
        return self._rules.get(name) or self._rules.get(self._aliases.get(name, ""))

    def match(self, name: str) -> Match:
        """What a name stands for; no rules when it stands for nothing."""
        found = self._matches.get(name)
        if found is None:
            found = self._matches[name] = self._match(name)
        return found

    def fault(self, name: str) -> str:
        """Why a name stands for nothing, or ""; also "" when it may yet be right.

        It may be when it belongs to a plugin that is switched off or failed: that is said already.
        """
        if self.match(name).rules or name in CATEGORIES or name == "all":
            return ""
        state = self._state(name)
        if state in ("disabled", "failed", "partly"):
            return ""
        if state == "absent":
            plugin = name.partition("/")[0]
            return f'"{name}" belongs to the plugin "{plugin}", which is not installed'
        if "*" in name:
            return f'no rule is called like "{name}"'
        return f'there is no rule "{name}"{self._hint(name)}'

    def elsewhere(self, name: str) -> bool:
        """True when a name stands for nothing here, but may where other plugins are loaded."""
        return not self.match(name).rules and self._state(name) not in ("", "loaded")

    def nearest(self, name: str) -> str:
        """The most similar name of a rule or category, or ""."""
        # Only when something is wrong.
        from difflib import get_close_matches

        near = get_close_matches(name.lower(), (*self._rules, *self._aliases, *CATEGORIES), 1)
        return near[0] if near else ""

    def _state(self, name: str) -> str:
        """The state of the plugin that a name speaks of, "absent" when it was not found; "" for
        a name without a plugin."""
        plugin, slash, _ = name.partition("/")
        if not slash:
            return ""
        return "disabled" if self._plugins is None else self._plugins.get(plugin, "absent")

    def _hint(self, name: str) -> str:
        near = self.nearest(name)
        return f'; did you mean "{near}"?' if near else ""

    def _match(self, name: str) -> Match:
        rule = self.rule(name)
        if rule is not None:
            return Match(Level.RULE, frozenset({rule.name}))
        if name == "all":
            return Match(Level.ALL, frozenset(self._rules))
        if name in CATEGORIES:
            return Match(
                Level.CATEGORY,
                frozenset(rule.name for rule in self._rules.values() if rule.category == name),
            )
        if "*" in name:
            # Only where a pattern is used.
            from fnmatch import fnmatchcase

            plain = name.replace("[", "[[]").replace("?", "[?]")
            return Match(
                Level.PATTERN,
                frozenset(known for known in self._rules if fnmatchcase(known, plain)),
            )
        return Match(Level.RULE, frozenset())
