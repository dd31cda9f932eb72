"""Names and options in a config against what is installed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from pmlint.api.rule import Option, Rule
from pmlint.config.errors import ConfigError, hint, raise_all
from pmlint.config.keys import RULE, error_at
from pmlint.config.names import Names
from pmlint.config.places import Part, Path
from pmlint.config.settings import Settings, Source


def check(settings: Settings, names: Names, kinds: Collection[str]) -> None:
    """Raise ConfigError for names of rules and kinds that nothing answers to, and for options.

    A rule of a plugin that is switched off or failed to load is passed over; one of a plugin that
    is not installed is an error that says so.
    """
    faults: list[ConfigError] = []
    for source in settings.sources:
        faults += _Checked(source, names, kinds).faults()
    raise_all(faults)


def check_words(settings: Settings, classes: Collection[str]) -> None:
    """Raise ConfigError for word classes that do not exist."""
    raise_all(
        [
            error_at(source, ("words", name), f'no word class "{name}"{hint(name, classes)}', "key")
            for source in settings.sources
            for name in source.table.get("words", ())
            if name not in classes
        ]
    )


class _Checked:
    """One source, gone through."""

    def __init__(self, source: Source, names: Names, kinds: Collection[str]) -> None:
        self._source = source
        self._names = names
        self._kinds = kinds
        self._faults: list[ConfigError] = []

    def faults(self) -> list[ConfigError]:
        table = self._source.table
        self._selection(table, ())
        if "kind" in table:
            self._kind(table["kind"], ("kind",))
        for pattern, kind in table.get("kinds", {}).items():
            self._kind(kind, ("kinds", pattern))
        for index, entry in enumerate(table.get("per-path", ())):
            self._selection(entry, ("per-path", index))
            if "kind" in entry:
                self._kind(entry["kind"], ("per-path", index, "kind"))
        for name, value in table.get("rules", {}).items():
            self._rule(name, value)
        return self._faults

    def _add(self, path: Path, message: str, part: Part = "value") -> None:
        self._faults.append(error_at(self._source, path, message, part))

    def _selection(self, table: Mapping[str, Any], path: Path) -> None:
        for key in ("select", "extend-select", "ignore"):
            for index, name in enumerate(table.get(key, ())):
                fault = self._names.fault(name)
                if fault:
                    self._add((*path, key, index), fault)

    def _kind(self, kind: str, path: Path) -> None:
        if kind not in self._kinds:
            self._add(path, f'there is no document kind "{kind}"{hint(kind, self._kinds)}')

    def _rule(self, name: str, value: Any) -> None:
        rule = self._names.rule(name)
        if rule is None:
            fault = self._names.fault(name)
            if self._names.match(name).rules:
                fault = f'"{name}" is no single rule; name it in select, extend-select or ignore'
            if fault:
                self._add(("rules", name), fault, "key")
        elif isinstance(value, Mapping):
            for index, kind in enumerate(value.get("kinds", ())):
                self._kind(kind, ("rules", name, "kinds", index))
            self._options(rule, name, value)

    def _options(self, rule: Rule, name: str, table: Mapping[str, Any]) -> None:
        options = {option.name: option for option in rule.options}
        common = [key.name for key in RULE]
        for key, value in table.items():
            path: Path = ("rules", name, key)
            if key in options:
                fault = _option_fault(options[key], value)
                if fault:
                    self._add(path, f"{key} must be {fault}")
            elif key not in common:
                known = hint(key, [*options, *common])
                self._add(path, f'the rule {rule.name} has no option "{key}"{known}', "key")


def _option_fault(option: Option, value: Any) -> str:
    """What the value of an option must be, when it is not; else ""."""
    default = option.default
    if isinstance(default, bool):
        return "" if isinstance(value, bool) else "true or false"
    if isinstance(default, tuple):
        if not isinstance(value, (list, tuple)) or not all(isinstance(i, str) for i in value):
            return "a list of strings"
        return _choice_fault(option.choices, value)
    if isinstance(default, float):
        wanted: tuple[type, ...] = (int, float)
        noun = "a number"
    elif isinstance(default, int):
        wanted, noun = (int,), "a whole number"
    else:
        wanted, noun = (str,), "a string"
    if isinstance(value, bool) or not isinstance(value, wanted):
        return noun
    return _choice_fault(option.choices, (value,))


def _choice_fault(choices: Collection[Any], values: Iterable[Any]) -> str:
    if choices and not all(value in choices for value in values):
        return "one of " + ", ".join(
            f'"{one}"' if isinstance(one, str) else str(one) for one in choices
        )
    return ""
