"""The JSON schema of pmlint.toml, for editors that complete TOML by one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pmlint.api.rule import CATEGORIES, Option, Rule
from pmlint.config.keys import KEYS, LEVEL, PER_PATH, RULE, Key


def schema(rules: Iterable[Rule], kinds: Iterable[str]) -> dict[str, Any]:
    """A JSON schema (draft 2020-12) for a config with these rules and kinds installed."""
    known = list(rules)
    properties = _properties(KEYS)
    kind = {"enum": list(kinds)}
    chosen = {"anyOf": [{"enum": [*CATEGORIES, "all", *(rule.name for rule in known)]}, _PATTERN]}
    entry = _properties(PER_PATH)
    for table in (properties, entry):
        table["kind"] |= kind
        for key in ("select", "extend-select", "ignore"):
            table[key] = {**table[key], "items": chosen}
    properties["kinds"]["additionalProperties"] = kind
    properties["words"]["additionalProperties"] = {"type": "array", "items": {"type": "string"}}
    properties["per-path"]["items"] = _table(entry, ["paths"])
    properties["rules"] |= {
        "properties": {rule.name: _rule(rule) for rule in known},
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "pmlint.toml",
        **_table(properties, []),
    }


_PATTERN = {"type": "string", "pattern": r"\*"}


def _properties(keys: Iterable[Key]) -> dict[str, Any]:
    return {key.name: {**key.type.schema, "description": key.help} for key in keys}


def _table(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    table = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**table, "required": required} if required else table


def _rule(rule: Rule) -> dict[str, Any]:
    properties = _properties(RULE)
    for option in rule.options:
        properties[option.name] = _option(option)
    return {
        "description": rule.summary,
        "anyOf": [dict(LEVEL.schema), _table(properties, [])],
    }


def _option(option: Option) -> dict[str, Any]:
    default = option.default
    described: dict[str, Any] = {"description": option.help}
    if isinstance(default, tuple):
        items: dict[str, Any] = {"enum": list(option.choices)} if option.choices else {}
        return {
            "type": "array",
            "items": items or {"type": "string"},
            "default": list(default),
            **described,
        }
    kinds = {bool: "boolean", int: "integer", float: "number", str: "string"}
    described |= {"type": kinds[type(default)], "default": default}
    return described | ({"enum": list(option.choices)} if option.choices else {})
