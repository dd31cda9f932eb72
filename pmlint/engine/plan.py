"""The rules that run on one kind of document, bound to their options."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from pmlint.api.finding import Severity
from pmlint.api.rule import Profile, Rule
from pmlint.config.names import Names
from pmlint.config.settings import Settings
from pmlint.engine.lines import Read
from pmlint.engine.select import by_rule
from pmlint.host.guard import Call
from pmlint.host.host import Registered

Wrap = Callable[[Registered], Callable[..., Any]]


class Plan:
    """What runs, for one kind, one profile and one set of settings.

    What is kept with a chunk is kept for one plan object; any change of rules, options or kind
    makes a new one. ``line`` and so on: the calls for each unit. ``reach``: how many following
    lines some line rule reads. ``about``: names of the rules about directives;
    ``ran``: those of all others. ``density``: rule name to the
    number of findings from which on they are shown as one. ``foreign``: some rule is a plugin's.
    ``framed``: the units with rules that read frames, which are read before so that nobody is billed.
    """

    __slots__ = (
        "about",
        "density",
        "directive",
        "document",
        "foreign",
        "framed",
        "kind",
        "line",
        "max_per_line",
        "opening",
        "profile",
        "ran",
        "reach",
        "read",
        "section",
        "severities",
    )

    def __init__(
        self,
        kind: str,
        profile: Profile,
        rules: Iterable[Registered],
        settings: Settings,
        names: Names,
        read: Read,
        wrap: Wrap,
    ) -> None:
        """``rules``: those that run; ``wrap`` gives the function to call for each."""
        self.kind = kind
        self.profile = profile
        self.read = read
        self.max_per_line = settings.max_per_line
        options: dict[str, Any] = by_rule(settings.options, names)
        severities: dict[str, Any] = by_rule(settings.severities, names)
        calls: dict[str, list[Call]] = {}
        self.severities: dict[str, Severity] = {}
        self.density: dict[str, int] = {}
        self.reach = 0
        self.foreign = False
        for registered in rules:
            rule = registered.rule
            call = Call(
                wrap(registered), option_values(rule, options.get(rule.name, {})), registered
            )
            calls.setdefault(rule.unit, []).append(call)
            self.severities[rule.name] = severities.get(rule.name, rule.severity)
            self.reach = max(self.reach, rule.reach)
            self.foreign = self.foreign or "/" in rule.name
            # Who asks for every finding of a line wants every one of a document too.
            if settings.density and settings.max_per_line and "density" in rule.metadata:
                self.density[rule.name] = rule.metadata["density"]
        self.line = tuple(calls.get("line", ()))
        self.opening = tuple(calls.get("opening", ()))
        self.section = tuple(calls.get("section", ()))
        self.document = tuple(calls.get("document", ()))
        self.directive = tuple(calls.get("directive", ()))
        self.framed = frozenset(
            call.registered.rule.unit
            for call in (*self.opening, *self.document)
            if _framed(call.registered.rule, kind)
        )
        self.about = frozenset(call.registered.rule.name for call in self.directive)
        self.ran: Collection[str] = self.severities.keys() - self.about


def option_values(rule: Rule, given: Mapping[str, Any]) -> dict[str, Any]:
    """The options that a rule gets: its defaults with what a config gives, of the right type."""
    values: dict[str, Any] = {}
    for option in rule.options:
        value = given.get(option.name, option.default)
        values[option.name] = float(value) if isinstance(option.default, float) else value
    return values


def _framed(rule: Rule, kind: str) -> bool:
    kinds = rule.metadata.get("frames", ())
    return kinds is True or kind in kinds
