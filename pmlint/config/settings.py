"""The settings that hold for a draft."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from pmlint.api.finding import Severity
from pmlint.api.rule import Profile

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_EMPTY: Mapping[str, Any] = {}


class Choice(NamedTuple):
    """Which rules one source asks for; a later source goes before an earlier one.

    ``select``: only these, None when it does not say; ``extend_select``: these too; ``ignore``: not
    these. ``source``: the config file, or "command line" and the like, for telling why.
    """

    source: str
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.select is not None or bool(self.extend_select or self.ignore)


class PerPath(NamedTuple):
    """What holds for the paths that match one of ``paths``; None and "" say nothing."""

    paths: tuple[str, ...]
    choice: Choice
    profile: Profile | None = None
    kind: str = ""


class Source(NamedTuple):
    """One config file as it was read, for telling where a name stands.

    ``prefix``: the keys under which its table lies, () or ("tool", "pmlint").
    """

    path: str
    text: str
    prefix: tuple[str, ...]
    table: Mapping[str, Any]


class Settings(NamedTuple):
    """Everything that can be configured; ``Settings()`` is what holds without a config.

    Mappings must not be changed. Patterns are those of a ``.gitignore``, relative to ``root``, the
    folder of the nearest config file ("" without one).

    ``choices``: which rules, the earlier sources first; ``command``: the choice that goes before
    all of them. ``kind``: "" decides by the draft itself. ``kinds``: pattern and kind, the last
    match wins. ``severities``, ``options``, ``rule_kinds``: by rule name as it was written.
    ``max_per_line``: findings shown for one line, 0 for all. ``words``: word class to additions.
    ``files``: the config files, nearest first, then those that it extends. ``forced``: fields that
    came from the command line or the editor, so that neither a path nor a draft changes them.
    """

    profile: Profile = "default"
    preview: bool = False
    choices: tuple[Choice, ...] = ()
    command: Choice = Choice("command line")
    kind: str = ""
    kinds: tuple[tuple[str, str], ...] = ()
    per_path: tuple[PerPath, ...] = ()
    severities: Mapping[str, Severity] = _EMPTY
    options: Mapping[str, Mapping[str, Any]] = _EMPTY
    rule_kinds: Mapping[str, tuple[str, ...]] = _EMPTY
    max_per_line: int = 2
    density: bool = True
    fail_level: Severity = "info"
    exclude: tuple[str, ...] = ()
    extend_exclude: tuple[str, ...] = ()
    respect_gitignore: bool = True
    require_plugins: tuple[str, ...] = ()
    disable_plugins: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = _EMPTY
    root: str = ""
    files: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    forced: frozenset[str] = frozenset()

    def for_path(self, path: str) -> Settings:
        """The settings for one draft: with its kind, profile and rules by path filled in.

        ``path`` is absolute, or relative to ``root``. The answer has no entries by path left; it is
        these very settings when no entry matches.
        """
        if not (self.kinds or self.per_path):
            return self
        inside = self._inside(path)
        kind, profile, choices = self.kind, self.profile, self.choices
        if inside is not None:
            if "kind" not in self.forced:
                for pattern, named in self.kinds:
                    if _matcher((pattern,)).match_file(inside):
                        kind = named
            for entry in self.per_path:
                if _matcher(entry.paths).match_file(inside):
                    if entry.kind and "kind" not in self.forced:
                        kind = entry.kind
                    if entry.profile and "profile" not in self.forced:
                        profile = entry.profile
                    if entry.choice:
                        choices = (*choices, entry.choice)
        if (kind, profile, choices) == (self.kind, self.profile, self.choices):
            return self
        return self._replace(kind=kind, profile=profile, choices=choices, kinds=(), per_path=())

    def excluded(self, path: str, *, folder: bool = False) -> bool:
        """True when ``exclude`` or ``extend_exclude`` leaves a path out; paths as in `for_path`."""
        patterns = self.exclude + self.extend_exclude
        inside = self._inside(path) if patterns else None
        return inside is not None and _matcher(patterns).match_file(inside + "/" * folder)

    def overridden(
        self,
        *,
        source: str = "command line",
        select: Iterable[str] | None = None,
        extend_select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        profile: str | None = None,
        preview: bool | None = None,
        kind: str | None = None,
        max_per_line: int | None = None,
        fail_level: str | None = None,
        rules: Mapping[str, Any] | None = None,
    ) -> Settings:
        """The same settings with what the command line or the editor asks for put over them.

        None says nothing. ``select``, ``extend_select`` and ``ignore`` go before what any file and
        path says; ``rules`` is like the config's table of that name. Raises ConfigError, with
        ``source`` for its path, for a value that is not one; unknown names of rules and kinds are
        found by `pmlint.config.check`.
        """
        # Not at the top, as that module makes Settings.
        from pmlint.config.keys import Reader

        asked: dict[str, Any] = {
            "select": None if select is None else list(select),
            "extend-select": list(extend_select) or None,
            "ignore": list(ignore) or None,
            "profile": profile,
            "preview": preview,
            "kind": kind,
            "max-per-line": max_per_line,
            "fail-level": fail_level,
            "rules": None if rules is None else dict(rules),
        }
        table = {key: value for key, value in asked.items() if value is not None}
        if not table:
            return self
        reader = Reader(Source(source, "", (), table))
        given = reader.read()
        reader.raise_faults()
        choice = given.pop("choice")
        changed: dict[str, Any] = {
            "command": _joined(self.command, choice),
            "sources": (*self.sources, reader.source),
            "forced": self.forced | given.keys(),
        }
        for field in ("severities", "options", "rule_kinds"):
            if field in given:
                changed[field] = merged(getattr(self, field), given.pop(field))
        return self._replace(**changed, **given)

    def _inside(self, path: str) -> str | None:
        """The path from ``root`` with slashes; None when it lies elsewhere."""
        if os.path.isabs(path):
            if not self.root:
                return None
            try:
                path = os.path.relpath(path, self.root)
            except ValueError:
                # Another drive.
                return None
        inside = os.path.normpath(path).replace(os.sep, "/")
        return None if inside == ".." or inside.startswith("../") else inside


def merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> Mapping[str, Any]:
    """Both tables, the tables in them merged too; where both have a value, that of ``above``."""
    result = dict(below)
    for key, value in above.items():
        old = result.get(key)
        if isinstance(value, Mapping) and isinstance(old, Mapping):
            value = merged(old, value)
        result[key] = value
    return result


def _joined(first: Choice, second: Choice) -> Choice:
    """Two choices of the same weight as one: what the second asks for, the first's else."""
    return Choice(
        second.source if second else first.source,
        first.select if second.select is None else second.select,
        first.extend_select + second.extend_select,
        first.ignore + second.ignore,
    )


def pattern_fault(pattern: str) -> str:
    """What is wrong with a path pattern, or ""."""
    try:
        _matcher((pattern,))
    except ValueError as error:
        return str(error)
    return ""


@lru_cache(maxsize=256)
def _matcher(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    # Imported when there are patterns; without a config there are none.
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)
