from __future__ import annotations

from typing import Any

import pytest

from pmlint.server.options import Options, read


def test_nothing_said_gives_the_defaults() -> None:
    assert read(None) == (Options(), [])
    assert read({}) == (Options(), [])
    assert read({"kind": None, "profile": ""}) == (Options(), [])


def test_every_setting_is_read() -> None:
    options, problems = read(
        {
            "profile": "strict",
            "kind": "resume",
            "rules": {"vague-impact": "off"},
            "maxPerLine": 0,
            "maxFindings": 50,
            "gating": False,
            "idleDelay": 250,
            "debounce": 30,
        }
    )
    assert problems == []
    assert options == Options(
        profile="strict",
        kind="resume",
        rules={"vague-impact": "off"},
        max_per_line=0,
        max_findings=50,
        gating=False,
        idle_delay=0.25,
        debounce=0.03,
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("profile", 1),
        ("kind", ["resume"]),
        ("rules", "off"),
        ("maxPerLine", -1),
        ("maxPerLine", True),
        ("maxFindings", 1.5),
        ("gating", "no"),
        ("idleDelay", "700"),
        ("debounce", -1),
    ],
)
def test_a_wrong_value_is_named_and_the_others_hold(name: str, value: Any) -> None:
    other = {"kind": "story"} if name != "kind" else {"profile": "strict"}
    options, problems = read({name: value, **other})
    assert len(problems) == 1
    assert f"pmlint.{name} must be" in problems[0]
    assert (options.kind or options.profile) in ("story", "strict")


def test_an_unknown_setting_is_named() -> None:
    assert read({"profil": "strict"}) == (Options(), ["unknown setting pmlint.profil"])
    assert read("strict")[1] == ["the setting pmlint must be an object"]


def test_settings_of_the_client_itself_are_left_to_it() -> None:
    assert read({"trace": {"server": "off"}, "diagnostics": "push"}) == (Options(), [])
