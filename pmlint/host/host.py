"""The host: loads plugins one at a time and holds what they offer."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from pluggy import PluginManager

from pmlint import __version__
from pmlint.api import hooks
from pmlint.host import metadata
from pmlint.host.discover import Entry, discover
from pmlint.host.problem import Problem, told, traced
from pmlint.host.quiet import quiet

if TYPE_CHECKING:
    from pmlint.api.report import ReportFormat
    from pmlint.api.rule import Rule
    from pmlint.document.format import Format
    from pmlint.document.kind import Kind

BUILT_IN = "pmlint"
_MODULES = ("pmlint.host.kinds", "pmlint.formats", "pmlint.rules")

PluginState = Literal["loaded", "partly", "failed", "disabled"]


class Registered(NamedTuple):
    """A rule and where it comes from; ``plugin`` is "pmlint" for a built-in one."""

    rule: Rule
    plugin: str
    package: str
    version: str


class PluginInfo(NamedTuple):
    """A plugin that was found.

    ``state``: "loaded"; "partly": some of what it offers was left out; "failed": nothing of it is
    used; "disabled". ``error``: the first thing that was wrong, or "".
    """

    name: str
    package: str
    version: str
    state: PluginState
    error: str = ""


class Words(NamedTuple):
    """What one plugin adds to word classes."""

    plugin: str
    package: str
    version: str
    classes: dict[str, tuple[str, ...]]


class _Loaded(NamedTuple):
    """A registered plugin; the prefix is what the names of its rules start with."""

    entry: Entry
    module: object
    prefix: str


class Host:
    """Everything that built-ins and plugins offer, by name. Faults are kept in ``problems``.

    ``searched``: installed plugins were looked for, so that one that is not here is not installed.

    ``rules`` are in order of name, built-in ones first; ``formats``, ``kinds`` and ``reports`` in
    the order in which plugins give them, built-in ones first.
    """

    def __init__(self) -> None:
        self.rules: dict[str, Registered] = {}
        self.formats: dict[str, Format] = {}
        self.kinds: dict[str, Kind] = {}
        self.words: list[Words] = []
        self.reports: dict[str, ReportFormat] = {}
        self.plugins: list[PluginInfo] = []
        self.problems: list[Problem] = []
        self.searched = False
        self._manager = PluginManager(hooks.PROJECT)
        self._manager.add_hookspecs(hooks)
        self._loaded: list[_Loaded] = []
        self._givers: set[str] = set()

    @classmethod
    def load(
        cls,
        plugins: bool = True,
        disabled: Iterable[str] = (),
        paths: Iterable[str] | None = None,
    ) -> Host:
        """A host with all built-ins and, unless switched off, the installed plugins.

        ``disabled``: names of plugins or packages to leave out. ``paths``: where to look, by
        default ``sys.path``. The environment's ``PMLINT_DISABLE_PLUGINS``, when set to anything
        but "" and "0", leaves them all out.
        """
        host = cls()
        built_in = [Entry(name, name, BUILT_IN, __version__, "") for name in _MODULES]
        host.searched = plugins and not plugins_disabled()
        found = discover(paths) if host.searched else []
        host.admit(built_in, found, frozenset(disabled))
        return host

    def admit(
        self,
        built_in: Sequence[Entry] = (),
        found: Sequence[Entry] = (),
        disabled: Collection[str] = (),
    ) -> None:
        """Load plugins, one at a time, and take in what they offer; never raises for one of them.

        The ``target`` of an entry is imported. Kinds are taken in before rules, which name them.
        """
        with quiet():
            admitted = [self._load(entry, "") for entry in built_in]
            for entry in found:
                if entry.name in disabled or entry.package in disabled:
                    self.plugins.append(
                        PluginInfo(entry.name, entry.package, entry.version, "disabled")
                    )
                else:
                    admitted.append(self._load(entry, f"{entry.name}/"))
            loaded = [one for one in admitted if one is not None]
            for one in loaded:
                self._take(one, "pmlint_kinds", self._kind)
            for one in loaded:
                self._take(one, "pmlint_formats", self._format)
                self._take(one, "pmlint_reports", self._report)
                self._take_words(one)
            taken: dict[str, Registered] = {}
            for one in loaded:
                self._take(one, "pmlint_rules", lambda rule, by: self._rule(rule, by, taken))
            self.rules.update(sorted(taken.items(), key=lambda item: ("/" in item[0], item[0])))
            self._check_aliases()
        self.plugins += [self._state(one) for one in loaded if one.prefix]
        self.plugins.sort()

    def format_for(self, path: str = "", language: str = "") -> Format | None:
        """The format of an editor's language id, else of a file's name; None when none reads it."""
        if language:
            for offer in self.formats.values():
                if language in offer.languages:
                    return offer
        name = os.path.basename(path).lower()
        endings = [
            (len(extension), offer)
            for offer in self.formats.values()
            for extension in offer.extensions
            if name.endswith(extension)
        ]
        return max(endings, key=lambda ending: ending[0])[1] if endings else None

    # --- loading one ---------------------------------------------------------------------------

    def _load(self, entry: Entry, prefix: str) -> _Loaded | None:
        """Import and register one plugin, or say what is wrong with it."""
        fault = detail = ""
        module: object = None
        try:
            fault = self._entry_fault(entry) if prefix else ""
            if not fault:
                module = _imported(entry.target)
                fault = self._register(entry, module)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - a plugin may raise anything, SystemExit too
            fault, detail = f"cannot be loaded: {told(error)}", traced(error)
        if not fault:
            loaded = _Loaded(entry, module, prefix)
            self._loaded.append(loaded)
            return loaded
        self._report_fault(entry, fault, detail=detail)
        if prefix:
            self.plugins.append(
                PluginInfo(entry.name, entry.package, entry.version, "failed", fault)
            )
        return None

    def _entry_fault(self, entry: Entry) -> str:
        if not metadata.kebab(entry.name) or entry.name == BUILT_IN:
            return (
                f'its entry point "{entry.name}" is no name for a plugin: '
                "it must be in kebab case, as rules are called NAME/rule"
            )
        for one in self._loaded:
            if one.entry.name == entry.name:
                other = one.entry
                return f'package {other.package} {other.version} has a plugin "{entry.name}" too'
        return ""

    def _register(self, entry: Entry, module: object) -> str:
        """Check the API version and the hooks, and register; what is wrong, or ""."""
        wanted = getattr(module, "pmlint_api", hooks.API_VERSION)
        if type(wanted) is not int:
            return f"pmlint_api is {metadata.shown(wanted)}, not a whole number"
        if wanted > hooks.API_VERSION:
            return (
                f"it was written for version {wanted} of the plugin API, and pmlint {__version__} "
                f"has version {hooks.API_VERSION}: update pmlint"
            )
        unmarked = _unmarked(module)
        if unmarked:
            return f"{unmarked} is not marked with @hookimpl, so it would never be called"
        try:
            self._manager.register(module, entry.name)
            self._manager.check_pending()
        except Exception as error:  # noqa: BLE001 - pluggy's own errors and a plugin's mix here
            if self._manager.get_plugin(entry.name) is module:
                self._manager.unregister(module, entry.name)
            return _hook_fault(module, error)
        if not self._manager.get_hookcallers(module):
            self._manager.unregister(module, entry.name)
            return "it has no hook: nothing in it is marked with @hookimpl"
        return ""

    # --- taking in what one offers -------------------------------------------------------------

    def _offers(self, one: _Loaded, hook: str) -> list[Any]:
        """What one plugin's hook returns; a list of one when it has the hook, else empty."""
        others = [other.module for other in self._loaded if other is not one]
        results: list[Any] = self._manager.subset_hook_caller(hook, others)()
        return results

    def _take(
        self, one: _Loaded, hook: str, place: Callable[[Any, _Loaded], tuple[str, str]]
    ) -> None:
        """Call one hook of one plugin and put each thing that it gives in its place.

        ``place`` returns the name of a rule, or "", and what is wrong, or "".
        """
        try:
            offers = [offer for result in self._offers(one, hook) for offer in _items(result)]
            for offer in offers:
                rule, fault = place(offer, one)
                if fault:
                    self._report_fault(one.entry, fault, rule)
                else:
                    self._givers.add(one.entry.name)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - as above
            self._report_fault(one.entry, f"{hook}: {told(error)}", detail=traced(error))

    def _take_words(self, one: _Loaded) -> None:
        try:
            for result in self._offers(one, "pmlint_words"):
                classes, fault = metadata.read_words(result)
                if fault:
                    self._report_fault(one.entry, fault)
                elif classes:
                    entry = one.entry
                    self.words.append(Words(entry.name, entry.package, entry.version, classes))
                    self._givers.add(entry.name)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - as above
            self._report_fault(one.entry, f"pmlint_words: {told(error)}", detail=traced(error))

    def _kind(self, offer: Any, _: _Loaded) -> tuple[str, str]:
        fault = metadata.kind_fault(offer)
        if not fault and offer.name in self.kinds:
            fault = f'kind "{offer.name}" is there already'
        if not fault:
            self.kinds[offer.name] = offer
        return "", fault

    def _format(self, offer: Any, _: _Loaded) -> tuple[str, str]:
        fault = metadata.format_fault(offer)
        if not fault and offer.name in self.formats:
            fault = f'format "{offer.name}" is there already'
        if not fault:
            taken = {
                ending: name for name, has in self.formats.items() for ending in has.extensions
            }
            for ending in offer.extensions:
                if ending in taken:
                    fault = f'format "{offer.name}": {ending} is read by "{taken[ending]}" already'
        if not fault:
            self.formats[offer.name] = offer
        return "", fault

    def _report(self, offer: Any, _: _Loaded) -> tuple[str, str]:
        fault = metadata.report_fault(offer)
        if not fault and offer.name in self.reports:
            fault = f'report format "{offer.name}" is there already'
        if not fault:
            self.reports[offer.name] = offer
        return "", fault

    def _rule(self, offer: Any, one: _Loaded, taken: dict[str, Registered]) -> tuple[str, str]:
        fault = metadata.rule_fault(offer, one.prefix, self.kinds)
        name = getattr(offer, "name", "")
        if not fault and (name in taken or name in self.rules):
            fault = "there is a rule of this name already"
        if not fault:
            owner = BUILT_IN if not one.prefix else one.entry.name
            taken[name] = Registered(offer, owner, one.entry.package, one.entry.version)
        return name if isinstance(name, str) else "", fault

    def _check_aliases(self) -> None:
        """An alias that means a second rule is a fault; the rule is used without it."""
        owners: dict[str, str] = {}
        for registered in self.rules.values():
            for alias in registered.rule.aliases:
                other = alias if alias in self.rules else owners.get(alias)
                if other is not None:
                    fault = f'its alias "{alias}" already means the rule {other}'
                    entry = Entry(registered.plugin, "", registered.package, registered.version, "")
                    self._report_fault(entry, fault, registered.rule.name)
                owners.setdefault(alias, registered.rule.name)

    # --- faults --------------------------------------------------------------------------------

    def _report_fault(self, entry: Entry, fault: str, rule: str = "", detail: str = "") -> None:
        plugin = BUILT_IN if entry.package == BUILT_IN else entry.name
        self.problems.append(Problem(plugin, entry.package, entry.version, rule, "", fault, detail))

    def _state(self, one: _Loaded) -> PluginInfo:
        entry = one.entry
        state: PluginState = "loaded"
        error = ""
        for problem in self.problems:
            if problem.plugin == entry.name and problem.package == entry.package:
                state = "partly" if entry.name in self._givers else "failed"
                error = problem.message
                break
        return PluginInfo(entry.name, entry.package, entry.version, state, error)


def plugins_disabled() -> bool:
    """True when the environment leaves all third-party plugins out."""
    return os.environ.get("PMLINT_DISABLE_PLUGINS", "") not in ("", "0")


def _imported(target: str) -> object:
    """What an entry point's ``module`` or ``module:attribute.of.it`` stands for."""
    name, _, attributes = target.partition(":")
    found: object = import_module(name)
    for attribute in attributes.split(".") if attributes else ():
        found = getattr(found, attribute)
    return found


def _items(result: Any) -> list[Any]:
    """The things that a hook gave; None is none of them."""
    if result is None:
        return []
    if isinstance(result, (str, bytes)) or not hasattr(result, "__iter__"):
        raise TypeError(f"returned {metadata.shown(result)}, not a list")
    return metadata.bounded(result)


def _unmarked(module: object) -> str:
    """A function called like a hook of ours that pluggy would pass over, or ""."""
    for name, value in sorted(getattr(module, "__dict__", {}).items()):
        if name.startswith("pmlint_") and name in _HOOKS and callable(value) and not _marked(value):
            return str(name)
    return ""


def _marked(value: object) -> bool:
    """True for what ``@hookimpl`` was put on, inside a static or class method too."""
    return hasattr(getattr(value, "__func__", value), f"{hooks.PROJECT}_impl")


def _hook_fault(module: object, error: Exception) -> str:
    """What pluggy refused, in words for the plugin's author."""
    for name, value in sorted(getattr(module, "__dict__", {}).items()):
        if _marked(value) and name not in _HOOKS:
            # Only when something failed.
            from difflib import get_close_matches

            near = get_close_matches(name, _HOOKS, 1)
            hint = f'; did you mean "{near[0]}"?' if near else f": {metadata.listed(_HOOKS)}"
            return f'there is no hook "{name}"{hint}'
    return told(error)


_HOOKS = tuple(name for name in dir(hooks) if name.startswith("pmlint_"))
