"""Which rules run, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pmlint.api.rule import PROFILES, Profile, Rule
from pmlint.config.names import Level, Names
from pmlint.config.settings import Choice, Settings
from pmlint.host.host import Registered

_STATES = {"preview": "in preview", "deprecated": "deprecated", "stable": "stable"}


class Decision(NamedTuple):
    """Whether a rule runs, and the reason in a few words."""

    on: bool
    why: str


class Selection:
    """Decides for one set of settings (those of one path) and one profile.

    A rule starts as its profile and state have it. Then each source speaks in turn, config files
    first, entries by path next, the command line last: a ``select`` takes away all that it does
    not name; of the names that stand for the rule the closest counts (its own name, its category, a
    pattern, ``all``), and of two that are equally close the one in ``ignore``. A rule in preview or
    a deprecated one is switched on by its own name only, or by ``preview`` or the strict profile.
    Nothing makes a rule run on a kind of document that it is not for.
    """

    def __init__(self, names: Names, settings: Settings, profile: Profile | None = None) -> None:
        self._names = names
        self._settings = settings
        self.profile: Profile = settings.profile
        if profile is not None and "profile" not in settings.forced:
            self.profile = profile
        self._choices = [*settings.choices, settings.command]
        self._kinds = {
            rule.name: frozenset(kinds)
            for name, kinds in settings.rule_kinds.items()
            if (rule := names.rule(name)) is not None
        }

    def enabled(self, rules: Iterable[Registered], kind: str) -> list[Registered]:
        """The rules that run on a document of this kind, in their order."""
        return [registered for registered in rules if self.decide(registered, kind).on]

    def decide(self, registered: Registered, kind: str | None = None) -> Decision:
        """Whether a rule runs, on this kind of document where one is given."""
        rule = registered.rule
        for name in (registered.plugin, registered.package):
            if name in self._settings.disable_plugins:
                return Decision(False, f'the plugin "{name}" is disabled')
        kinds = self._kinds.get(rule.name, rule.kinds)
        if kind is not None and kinds and kind not in kinds:
            return Decision(False, f"it is for {', '.join(sorted(kinds))}, and this is a {kind}")
        decision = self._start(rule)
        for choice in self._choices:
            decision = self._said(rule, choice) or decision
        return decision

    def _start(self, rule: Rule) -> Decision:
        if rule.state == "deprecated":
            return Decision(False, "it is deprecated")
        if PROFILES.index(rule.profile) > PROFILES.index(self.profile):
            return Decision(False, f"it comes with the {rule.profile} profile")
        if not self._proven(rule):
            return Decision(False, "it is in preview")
        return Decision(True, f"it is in the {self.profile} profile")

    def _proven(self, rule: Rule) -> bool:
        """True when a rule may run without being asked for by its name."""
        if rule.state == "preview":
            return self._settings.preview or self.profile == "strict"
        return rule.state == "stable"

    def _said(self, rule: Rule, choice: Choice) -> Decision | None:
        """What one source says of a rule; None when it does not speak of it."""
        picked = self._closest(rule, (*(choice.select or ()), *choice.extend_select))
        left = self._closest(rule, choice.ignore)
        if picked and (not left or picked[0] > left[0]):
            level, name = picked
            if level == Level.RULE or self._proven(rule):
                return Decision(True, f'"{name}" is selected {_where(choice)}')
            return Decision(
                False,
                f"it is {_STATES[rule.state]}, so it must be selected by its name {_where(choice)}",
            )
        if left:
            return Decision(False, f'"{left[1]}" is ignored {_where(choice)}')
        if choice.select is not None:
            return Decision(False, f"it is not among the rules selected {_where(choice)}")
        return None

    def _closest(self, rule: Rule, names: Iterable[str]) -> tuple[int, str] | None:
        found: tuple[int, str] | None = None
        for name in names:
            match = self._names.match(name)
            if rule.name in match.rules and (found is None or match.level > found[0]):
                found = (match.level, name)
        return found


def _where(choice: Choice) -> str:
    return f"on the {choice.source}" if choice.source == "command line" else f"in {choice.source}"


def by_rule(values: Mapping[str, object], names: Names) -> dict[str, object]:
    """A table by rule name as written, by the rule's own name; names of no rule are left out."""
    return {
        rule.name: value for name, value in values.items() if (rule := names.rule(name)) is not None
    }
