"""The keys of a config file: what each may hold, and reading them strictly.

`KEYS`, `PER_PATH` and `RULE` say all there is to say; reading, `pmlint init`, the documentation and
the JSON schema follow them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from pmlint.api.finding import SEVERITIES
from pmlint.api.rule import PROFILES
from pmlint.config.errors import ConfigError, hint, raise_all
from pmlint.config.settings import Choice, PerPath, Source, pattern_fault

if TYPE_CHECKING:
    from pmlint.config.places import Part, Path


class Type(NamedTuple):
    """What a value must be. ``wanted`` ends the sentence "must be ..."; ``schema`` is its JSON
    schema; ``fits`` says whether a value is one."""

    wanted: str
    schema: Mapping[str, Any]
    fits: Callable[[Any], bool]


class Key(NamedTuple):
    """A key: its name in the file, what it must hold, and a line of help."""

    name: str
    type: Type
    help: str


def _strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _choice(names: tuple[str, ...]) -> Type:
    shown = ", ".join(f'"{name}"' for name in names[:-1]) + f' or "{names[-1]}"'
    return Type(shown, {"enum": list(names)}, lambda value: value in names)


_LIST = {"type": "array", "items": {"type": "string"}}
STRING = Type("a string", {"type": "string"}, lambda value: isinstance(value, str))
STRINGS = Type("a list of strings", _LIST, _strings)
EXTEND = Type(
    "a path, or a list of paths",
    {"anyOf": [{"type": "string"}, _LIST]},
    lambda value: isinstance(value, str) or _strings(value),
)
BOOLEAN = Type("true or false", {"type": "boolean"}, lambda value: isinstance(value, bool))
COUNT = Type(
    "a whole number from 0",
    {"type": "integer", "minimum": 0},
    lambda value: type(value) is int and value >= 0,
)
PROFILE = _choice(PROFILES)
SEVERITY = _choice(SEVERITIES)
LEVELS = ("off", "on", *SEVERITIES)
LEVEL = _choice(LEVELS)
TABLE = Type("a table", {"type": "object"}, lambda value: isinstance(value, dict))
TABLES = Type(
    "an array of tables, each headed [[per-path]]",
    {"type": "array", "items": {"type": "object"}},
    lambda value: isinstance(value, list) and all(isinstance(item, dict) for item in value),
)

_SELECT = 'rules, categories, patterns such as "amazon/*", or "all"'
_PATHS = "patterns like those of a .gitignore, from this file's folder"
_CHOOSING = (
    Key("select", STRINGS, f"only these rules: {_SELECT}"),
    Key("extend-select", STRINGS, f"these rules too: {_SELECT}"),
    Key("ignore", STRINGS, f"not these rules: {_SELECT}"),
)
KEYS = (
    Key("extend", EXTEND, "config files to start from, paths from this file's folder"),
    Key("profile", PROFILE, "how demanding to be"),
    Key("preview", BOOLEAN, "run rules that are not proven yet"),
    *_CHOOSING,
    Key("kind", STRING, "the kind of all documents here, in place of what each looks like"),
    Key("kinds", TABLE, f"the kind by path: {_PATHS}; the last that matches counts"),
    Key("per-path", TABLES, "rules, profile and kind by path"),
    Key("rules", TABLE, 'by rule: "off", "on", a severity, or a table of its options'),
    Key("max-per-line", COUNT, "findings shown for one line, 0 for all"),
    Key("density", BOOLEAN, "show a wording fault that runs through a document once"),
    Key("fail-level", SEVERITY, "the mildest finding that makes the command fail"),
    Key("exclude", STRINGS, f"paths to leave out: {_PATHS}"),
    Key("extend-exclude", STRINGS, "more paths to leave out"),
    Key("respect-gitignore", BOOLEAN, "leave out what Git ignores"),
    Key("require-plugins", STRINGS, "plugins that must be installed"),
    Key("disable-plugins", STRINGS, "plugins not to load"),
    Key("words", TABLE, "words to add to word classes: class = [words]"),
)
PER_PATH = (
    Key("paths", STRINGS, f"where this holds: {_PATHS}"),
    *_CHOOSING,
    Key("profile", PROFILE, "how demanding to be there"),
    Key("kind", STRING, "the kind of the documents there"),
)
RULE = (
    Key("severity", LEVEL, "how bad it is, or off"),
    Key("kinds", STRINGS, "the kinds of document it runs on, in place of its own"),
)
_PATTERNS = ("exclude", "extend-exclude")


class Reader:
    """Reads the table of one source; faults are gathered, each with its place."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.faults: list[ConfigError] = []

    def raise_faults(self) -> None:
        """Raise all that was found; do nothing when there was nothing."""
        raise_all(self.faults)

    def fault(self, path: Path, message: str, part: Part = "value") -> None:
        self.faults.append(error_at(self.source, path, message, part))

    def read(self) -> dict[str, Any]:
        """Values by field of Settings, and the Choice of this source under "choice".

        A value that does not fit is left out. ``extend`` is the business of who reads files.
        """
        table = self._checked(self.source.table, KEYS, ())
        given: dict[str, Any] = {
            key.replace("-", "_"): tuple(value) if isinstance(value, list) else value
            for key, value in table.items()
            if key not in ("extend", "kinds", "per-path", "rules", "words", *_CHOICE)
        }
        for key in _PATTERNS:
            self._patterns(table, key, ())
        choice = self._choice(table)
        if "kinds" in table:
            given["kinds"] = self._kinds(table["kinds"])
        if "per-path" in table:
            given["per_path"] = self._per_path(table["per-path"])
        if "words" in table:
            given["words"] = self._words(table["words"])
        if "rules" in table:
            rules = self._rules(table["rules"])
            given |= {"severities": rules[1], "options": rules[2], "rule_kinds": rules[3]}
            choice = choice._replace(
                extend_select=choice.extend_select + rules[0].extend_select,
                ignore=choice.ignore + rules[0].ignore,
            )
        given["choice"] = choice
        return given

    def _checked(
        self, table: Mapping[str, Any], keys: tuple[Key, ...], path: Path
    ) -> dict[str, Any]:
        """The values of a table that are known and fit."""
        types = {key.name: key.type for key in keys}
        kept = {}
        for name, value in table.items():
            if name not in types:
                self.fault((*path, name), f'unknown key "{name}"{hint(name, types)}', "key")
            elif not types[name].fits(value):
                self._unfit((*path, name), value, types[name])
            else:
                kept[name] = value
        return kept

    def _unfit(self, path: Path, value: Any, wanted: Type) -> None:
        """Say that a value does not fit; in a list of strings, at the element that does not."""
        where = path
        if wanted is STRINGS and isinstance(value, list):
            index = next(at for at, item in enumerate(value) if not isinstance(item, str))
            where, value = (*path, index), value[index]
        near = ""
        if isinstance(value, str) and "enum" in wanted.schema:
            near = hint(value, wanted.schema["enum"])
            near = near if near.startswith("; did") else ""
        self.fault(where, f"{_named(path)} must be {wanted.wanted}, not {_shown(value)}{near}")

    def _choice(self, table: Mapping[str, Any]) -> Choice:
        select = table.get("select")
        return Choice(
            self.source.path,
            None if select is None else tuple(select),
            tuple(table.get("extend-select", ())),
            tuple(table.get("ignore", ())),
        )

    def _patterns(self, table: Mapping[str, Any], key: str, path: Path) -> None:
        for index, pattern in enumerate(table.get(key, ())):
            fault = pattern_fault(pattern)
            if fault:
                self.fault((*path, key, index), fault)

    def _kinds(self, table: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
        kinds = []
        for pattern, kind in table.items():
            if not isinstance(kind, str):
                self._unfit(("kinds", pattern), kind, STRING)
            elif pattern_fault(pattern):
                self.fault(("kinds", pattern), pattern_fault(pattern), "key")
            else:
                kinds.append((pattern, kind))
        return tuple(kinds)

    def _per_path(self, tables: list[Mapping[str, Any]]) -> tuple[PerPath, ...]:
        entries = []
        for index, raw in enumerate(tables):
            path: Path = ("per-path", index)
            before = len(self.faults)
            table = self._checked(raw, PER_PATH, path)
            self._patterns(table, "paths", path)
            if not raw.get("paths"):
                self.fault(path, "this entry has no paths, so it would never hold", "key")
            if len(self.faults) == before:
                entries.append(
                    PerPath(
                        tuple(table["paths"]),
                        self._choice(table),
                        table.get("profile"),
                        table.get("kind", ""),
                    )
                )
        return tuple(entries)

    def _words(self, table: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
        words = {}
        for name, entries in table.items():
            if not STRINGS.fits(entries):
                self._unfit(("words", name), entries, STRINGS)
            else:
                words[name] = tuple(entries)
        return words

    def _rules(
        self, table: Mapping[str, Any]
    ) -> tuple[Choice, dict[str, str], dict[str, dict[str, Any]], dict[str, tuple[str, ...]]]:
        """What the table says: on and off as a choice, severities, options, kinds."""
        on: list[str] = []
        off: list[str] = []
        severities: dict[str, str] = {}
        options: dict[str, dict[str, Any]] = {}
        kinds: dict[str, tuple[str, ...]] = {}
        for name, value in table.items():
            path: Path = ("rules", name)
            level = value
            if isinstance(value, dict):
                level = value.get("severity")
                for key in RULE:
                    if key.name in value and not key.type.fits(value[key.name]):
                        self._unfit((*path, key.name), value[key.name], key.type)
                if STRINGS.fits(value.get("kinds")):
                    kinds[name] = tuple(value["kinds"])
                options[name] = {
                    key: tuple(item) if isinstance(item, list) else item
                    for key, item in value.items()
                    if key not in ("severity", "kinds")
                }
            elif not LEVEL.fits(value):
                self._unfit(path, value, LEVEL._replace(wanted=f"{LEVEL.wanted}, or a table"))
            if level == "off":
                off.append(name)
            elif level in LEVELS:
                on.append(name)
                if level != "on":
                    severities[name] = level
        choice = Choice(self.source.path, None, tuple(on), tuple(off))
        return choice, severities, options, kinds


_CHOICE = tuple(key.name for key in _CHOOSING)


def error_at(source: Source, path: Path, message: str, part: Part = "value") -> ConfigError:
    """The error of a key or value, with its line and column where the source is a file."""
    # Only when something is wrong.
    from pmlint.config.places import find
    from pmlint.text.lines import LineIndex

    offset = find(source.text, (*source.prefix, *path), part) if source.text else None
    if offset is None:
        return ConfigError(source.path, 0, 0, message)

    line, column = LineIndex(source.text).position(offset)
    return ConfigError(source.path, line + 1, column + 1, message)


def _named(path: Path) -> str:
    """``rules.some-name.severity``: a path as one would write it."""
    return ".".join(str(part) for part in path if isinstance(part, str))


def _shown(value: Any) -> str:
    """A value as TOML writes it, shortened."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    text = f'"{value}"' if isinstance(value, str) else str(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
