"""What is wrong with a rule, a format, a kind or a report format that a plugin offers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from itertools import islice
from typing import Any

from pmlint.api.finding import SEVERITIES
from pmlint.api.rule import CATEGORIES, MOMENTS, PROFILES, STATES, UNITS, Option, Rule

_KEBAB = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
# The most that one hook may give of one thing.
_LIMIT = 100_000
# Settings that every rule has beside its options.
RESERVED = ("severity", "kinds")


def kebab(name: object) -> bool:
    """True for ``words-like-these``."""
    return isinstance(name, str) and _KEBAB.match(name) is not None


def rule_fault(rule: object, prefix: str, kinds: Collection[str]) -> str:
    """The first thing that is wrong with a rule, or "".

    ``prefix``: what its name must start with, "" for built-in rules. ``kinds``: the known ones.
    """
    if not isinstance(rule, Rule):
        return f"pmlint_rules returned {shown(rule)}, which is no Rule"
    fault = _name_fault(rule.name, prefix)
    if fault:
        return fault
    for field in ("summary", "question", "message", "page", "since"):
        if not isinstance(getattr(rule, field), str):
            return f"{field} is {shown(getattr(rule, field))}, not a string"
    for field in ("summary", "message", "page"):
        if not getattr(rule, field).strip():
            return f"{field} is empty"
    if not callable(rule.check):
        return f"check is {shown(rule.check)}, which cannot be called"
    for field, allowed in _CHOICES.items():
        value = getattr(rule, field)
        if not isinstance(value, str) or value not in allowed:
            return f"{field} is {shown(value)}; it may be {listed(allowed)}"
    for field in ("rank", "reach"):
        value = getattr(rule, field)
        if type(value) is not int or value < 0:
            return f"{field} is {shown(value)}, not a whole number from 0"
    if rule.reach and rule.unit != "line":
        return f"reach is for line rules, and this is a rule for a {rule.unit}"
    return _kinds_fault(rule.kinds, kinds) or _aliases_fault(rule, prefix) or _options_fault(rule)


_CHOICES: Mapping[str, tuple[str, ...]] = {
    "unit": UNITS,
    "category": CATEGORIES,
    "moment": MOMENTS,
    "severity": SEVERITIES,
    "state": STATES,
    "profile": PROFILES,
}


def _name_fault(name: object, prefix: str) -> str:
    if not isinstance(name, str):
        return f"name is {shown(name)}, not a string"
    if not name.startswith(prefix):
        return f'the name of a rule of this plugin must start with "{prefix}"'
    if not kebab(name[len(prefix) :]):
        return f'the name must be in kebab case, like "{prefix}some-name"'
    return ""


def _kinds_fault(wanted: object, kinds: Collection[str]) -> str:
    if not isinstance(wanted, (frozenset, set, tuple, list)):
        return f"kinds is {shown(wanted)}, not a frozenset of names"
    for kind in wanted:
        if kind not in kinds:
            return f"kinds names {shown(kind)}, which is no document kind: {listed(kinds)}"
    return ""


def _aliases_fault(rule: Rule, prefix: str) -> str:
    if not isinstance(rule.aliases, (tuple, list)):
        return f"aliases is {shown(rule.aliases)}, not a tuple of names"
    for alias in rule.aliases:
        if _name_fault(alias, prefix):
            return f"alias {shown(alias)}: {_name_fault(alias, prefix)}"
    return ""


def _options_fault(rule: Rule) -> str:
    if not isinstance(rule.options, (tuple, list)):
        return f"options is {shown(rule.options)}, not a tuple of Option"
    names = set()
    for option in rule.options:
        if not isinstance(option, Option):
            return f"options holds {shown(option)}, which is no Option"
        if not kebab(option.name) or option.name in RESERVED:
            return f"option name {shown(option.name)} is not in kebab case, or is reserved"
        if option.name in names:
            return f'option "{option.name}" is there twice'
        names.add(option.name)
        if not _plain(option.default):
            return (
                f'the default of option "{option.name}" is {shown(option.default)}; '
                "it may be a bool, int, float, str or a tuple of str"
            )
    if not isinstance(rule.metadata, Mapping):
        return f"metadata is {shown(rule.metadata)}, not a mapping"
    density = rule.metadata.get("density", 1)
    if type(density) is not int or density < 1:
        return f'metadata "density" is {shown(density)}, not a whole number from 1'
    if "density" in rule.metadata and rule.unit != "line":
        return f'metadata "density" is for line rules, and this is a rule for a {rule.unit}'
    return ""


def _plain(value: object) -> bool:
    if isinstance(value, tuple):
        return all(isinstance(item, str) for item in value)
    return isinstance(value, (bool, int, float, str))


def format_fault(offer: Any) -> str:
    """The first thing that is wrong with a document format, or ""."""
    fault = _named_fault(offer, "pmlint_formats", "format")
    if fault:
        return fault
    for field in ("extensions", "languages"):
        value = getattr(offer, field, None)
        if not isinstance(value, tuple) or not all(isinstance(item, str) for item in value):
            return f'format "{offer.name}": {field} is {shown(value)}, not a tuple of strings'
    for extension in offer.extensions:
        if not extension.startswith(".") or extension != extension.lower():
            return f'format "{offer.name}": "{extension}" is not like ".md"'
    for field in ("comment", "kind"):
        if not isinstance(getattr(offer, field, None), str):
            return f'format "{offer.name}": {field} is not a string'
    for method in ("ends", "resume", "blocks"):
        if not callable(getattr(offer, method, None)):
            return f'format "{offer.name}" has no method {method}'
    return ""


def kind_fault(offer: Any) -> str:
    """The first thing that is wrong with a document kind, or ""."""
    fault = _named_fault(offer, "pmlint_kinds", "kind")
    if fault:
        return fault
    for field in ("title", "description"):
        if not isinstance(getattr(offer, field, None), str):
            return f'kind "{offer.name}": {field} is not a string'
    return ""


def report_fault(offer: Any) -> str:
    """The first thing that is wrong with a report format, or ""."""
    fault = _named_fault(offer, "pmlint_reports", "report format")
    if fault:
        return fault
    for method in ("file", "head", "tail"):
        if not callable(getattr(offer, method, None)):
            return f'report format "{offer.name}": {method} cannot be called'
    return ""


def _named_fault(offer: Any, hook: str, noun: str) -> str:
    name = getattr(offer, "name", None)
    if not isinstance(name, str):
        return f"{hook} returned {shown(offer)}, which is no {noun}"
    if not kebab(name):
        return f"the name of {noun} {shown(name)} is not in kebab case"
    return ""


def read_words(words: object) -> tuple[dict[str, tuple[str, ...]], str]:
    """Word classes as plain data, and the first thing that is wrong with them, or ""."""
    if not isinstance(words, Mapping):
        return {}, f"pmlint_words returned {shown(words)}, not a mapping of class to words"
    read: dict[str, tuple[str, ...]] = {}
    for name, entries in words.items():
        if not isinstance(name, str):
            return {}, f"pmlint_words names the class {shown(name)}, not a string"
        if isinstance(entries, (str, bytes)) or not hasattr(entries, "__iter__"):
            return {}, f'pmlint_words: the words of "{name}" are {shown(entries)}, not a list'
        kept = tuple(bounded(entries))
        for entry in kept:
            if not isinstance(entry, str) or not entry.strip():
                return {}, f'pmlint_words: "{name}" holds {shown(entry)}, which is no word'
        read[name] = kept
    return read, ""


def bounded(items: Iterable[Any]) -> list[Any]:
    """The items as a list; ValueError when they have no end."""
    kept = list(islice(items, _LIMIT + 1))
    if len(kept) > _LIMIT:
        raise ValueError(f"returned more than {_LIMIT:,} things")
    return kept


def shown(value: object) -> str:
    """A value in a message: short, whatever its own ``repr`` may do."""
    try:
        text = repr(value)
    except Exception:  # noqa: BLE001 - an object of a plugin may fail to show itself
        text = f"an object of type {type(value).__name__}"
    return text if len(text) <= 60 else f"{text[:57]}..."


def listed(names: Collection[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
