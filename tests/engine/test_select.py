from __future__ import annotations

from typing import Any

import pytest

from pmlint.api.rule import Rule
from pmlint.config.names import Names
from pmlint.config.settings import Choice, Settings
from pmlint.engine.select import Selection
from pmlint.host.host import Registered

FILE = "/home/me/pmlint.toml"


def registered(name: str, **given: Any) -> Registered:
    fields = {"category": "wording", "unit": "line", **given}
    rule = Rule(name, "s", "q", "m", check=lambda *_: (), page="p", **fields)
    plugin, slash, _ = name.partition("/")
    return Registered(rule, plugin if slash else "pmlint", f"pmlint-{plugin}", "1")


RULES = [
    registered("vague-impact"),
    registered("inflated-wording", profile="draft"),
    registered("missing-because", category="outcome", kinds=frozenset({"resume", "story"})),
    registered("unclear-actor", category="structure", profile="strict"),
    registered("sole-credit", state="preview"),
    registered("old-rule", state="deprecated"),
    registered("acme/loud", aliases=("acme/noisy",)),
]


def on(settings: Settings, kind: str = "resume", profile: Any = None) -> set[str]:
    names = Names([one.rule for one in RULES], {"acme": "loaded"})
    enabled = Selection(names, settings, profile).enabled(RULES, kind)
    return {one.rule.name for one in enabled}


def why(name: str, settings: Settings, kind: str = "resume") -> str:
    names = Names([one.rule for one in RULES], {"acme": "loaded"})
    rule = next(one for one in RULES if one.rule.name == name)
    return Selection(names, settings).decide(rule, kind).why


def chosen(*choices: tuple[Any, ...]) -> Settings:
    return Settings(choices=tuple(Choice(FILE, *choice) for choice in choices))


DEFAULT = {"vague-impact", "inflated-wording", "missing-because", "acme/loud"}


def test_profiles_grow() -> None:
    assert on(Settings(profile="draft")) == {"inflated-wording"}
    assert on(Settings()) == DEFAULT
    assert on(Settings(profile="strict")) == DEFAULT | {"unclear-actor", "sole-credit"}
    assert on(Settings(preview=True)) == DEFAULT | {"sole-credit"}


def test_a_draft_may_ask_for_a_profile_but_not_against_the_command_line() -> None:
    assert on(Settings(), profile="draft") == {"inflated-wording"}
    forced = Settings().overridden(profile="default")
    assert on(forced, profile="draft") == DEFAULT


def test_a_rule_runs_on_its_kinds_alone_even_when_selected() -> None:
    assert "missing-because" not in on(Settings(), kind="note")
    assert "missing-because" not in on(chosen((("missing-because",),)), kind="note")
    widened = Settings(rule_kinds={"missing-because": ("note",)})
    assert "missing-because" in on(widened, kind="note")
    assert "missing-because" not in on(widened, kind="resume")


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ((("wording",),), {"vague-impact", "inflated-wording", "acme/loud"}),
        ((("all",),), DEFAULT | {"unclear-actor"}),
        ((("all",), (), ("wording",)), {"missing-because", "unclear-actor"}),
        ((None, (), ("wording",)), {"missing-because"}),
        ((None, ("vague-impact",), ("wording",)), {"vague-impact", "missing-because"}),
        ((None, (), ("all",)), set()),
        ((None, ("wording",), ("all",)), {"vague-impact", "inflated-wording", "acme/loud"}),
        ((None, ("acme/*",), ("wording",)), {"missing-because"}),
        ((None, ("wording",), ("acme/*",)), DEFAULT),
        ((None, ("vague-impact",), ("vague-impact",)), DEFAULT - {"vague-impact"}),
        ((None, ("acme/noisy",), ("acme/*",)), DEFAULT),
        ((None, ("strict", "structure")), DEFAULT | {"unclear-actor"}),
        ((None, ("sole-credit", "old-rule")), DEFAULT | {"sole-credit", "old-rule"}),
        (((),), set()),
        (((), ("vague-impact",)), {"vague-impact"}),
    ],
)
def test_the_closest_name_counts(choice: tuple[Any, ...], expected: set[str]) -> None:
    assert on(chosen(choice)) == expected


def test_a_later_source_goes_before_an_earlier_one() -> None:
    later = chosen((None, (), ("vague-impact",)), (None, ("wording",)))
    assert "vague-impact" in on(later)
    narrowed = chosen((None, ("sole-credit",)), (("outcome",),))
    assert on(narrowed) == {"missing-because"}
    command = Settings(
        choices=(Choice(FILE, None, (), ("vague-impact",)),),
        command=Choice("command line", ("vague-impact",)),
    )
    assert on(command) == {"vague-impact"}


def test_a_disabled_plugin_is_off_whatever_else_is_said() -> None:
    for name in ("acme", "pmlint-acme"):
        settings = Settings(disable_plugins=(name,), command=Choice("command line", ("acme/*",)))
        assert on(settings) == set()
        assert why("acme/loud", settings) == f'the plugin "{name}" is disabled'


def test_every_decision_has_its_reason() -> None:
    assert why("vague-impact", Settings()) == "it is in the default profile"
    assert why("unclear-actor", Settings()) == "it comes with the strict profile"
    assert why("sole-credit", Settings()) == "it is in preview"
    assert why("old-rule", Settings()) == "it is deprecated"
    assert why("missing-because", Settings(), "note") == (
        "it is for resume, story, and this is a note"
    )
    assert why("vague-impact", chosen((("wording",),))) == f'"wording" is selected in {FILE}'
    assert (
        why("vague-impact", chosen((None, (), ("vague-*",)))) == f'"vague-*" is ignored in {FILE}'
    )
    assert why("missing-because", chosen((("wording",),))) == (
        f"it is not among the rules selected in {FILE}"
    )
    assert why("sole-credit", chosen((("wording",),))) == (
        f"it is in preview, so it must be selected by its name in {FILE}"
    )
    command = Settings().overridden(ignore=["wording"])
    assert why("vague-impact", command) == '"wording" is ignored on the command line'
