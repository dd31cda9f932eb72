"""The editor's settings, ``pmlint.*``: they stand over the config files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

_NONE: Mapping[str, Any] = MappingProxyType({})


class Options(NamedTuple):
    """``profile``, ``kind``, ``rules`` and ``max_per_line`` are None or empty when the editor says
    nothing of them. Times are in seconds.

    ``rules``: rule name to "off", "on", a severity, or a table of its options.
    ``max_findings``: how many a document shows at most; 0 is all.
    ``gating``: what is missing from a line is not said while the line is being typed;
    ``idle_delay``: a pause this long ends the typing.
    ``debounce``: wait this long after a key before linting; the first key is never delayed.
    """

    profile: str | None = None
    kind: str | None = None
    rules: Mapping[str, Any] = _NONE
    max_per_line: int | None = None
    max_findings: int = 2000
    gating: bool = True
    idle_delay: float = 0.7
    debounce: float = 0.0

    def ungated(self) -> Options:
        """The same without waiting for lines to be finished."""
        return self._replace(gating=False)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a string")
    return value


def _optional_text(value: Any) -> str | None:
    return _text(value) or None


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("true or false")
    return value


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise TypeError("a whole number from 0")
    return value


def _milliseconds(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value < 0:
        raise TypeError("milliseconds from 0")
    return value / 1000


def _table(value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise TypeError("an object")
    return value


# The name in the editor, the name here, how the value is read.
_READ: tuple[tuple[str, str, Callable[[Any], Any]], ...] = (
    ("profile", "profile", _optional_text),
    ("kind", "kind", _optional_text),
    ("rules", "rules", _table),
    ("maxPerLine", "max_per_line", _count),
    ("maxFindings", "max_findings", _count),
    ("gating", "gating", _flag),
    ("idleDelay", "idle_delay", _milliseconds),
    ("debounce", "debounce", _milliseconds),
)
# Settings that are the client's own business, not the server's.
_CLIENT = frozenset({"diagnostics", "trace", "command", "interpreter", "enable"})


def read(value: Any) -> tuple[Options, list[str]]:
    """The options in a JSON object, and what is wrong with the others. ``value`` may be None."""
    if value is None:
        return Options(), []
    if not isinstance(value, Mapping):
        return Options(), ["the setting pmlint must be an object"]
    given: dict[str, Any] = {}
    problems = []
    known = {name for name, _, _ in _READ}
    for name, attribute, reader in _READ:
        if value.get(name) is not None:
            try:
                given[attribute] = reader(value[name])
            except TypeError as wanted:
                problems.append(f"the setting pmlint.{name} must be {wanted}")
    problems += [f"unknown setting pmlint.{name}" for name in value if name not in known | _CLIENT]
    return Options(**given), problems
