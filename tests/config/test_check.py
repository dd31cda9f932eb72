from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pmlint.api.rule import Option, Rule
from pmlint.config.check import check, check_words
from pmlint.config.errors import ConfigError
from pmlint.config.load import settings_for
from pmlint.config.names import Level, Names
from pmlint.config.schema import schema
from pmlint.config.settings import Settings


def rule(name: str, **given: Any) -> Rule:
    fields = {"category": "wording", "unit": "line", **given}
    return Rule(name, "s", "q", "m", check=lambda *_: (), page="p", **fields)


OPTIONS = (
    Option("least", 2, "how many"),
    Option("share", 0.5, "how much"),
    Option("strict", False, "whether"),
    Option("mode", "a", "which", choices=("a", "b")),
    Option("terms", ("x",), "what"),
    Option("parts", (), "which", choices=("c", "d")),
)
RULES = [
    rule("vague-impact", options=OPTIONS, aliases=("fuzzy-impact",)),
    rule("missing-because", category="outcome"),
    rule("missing-evidence", category="evidence"),
    rule("acme/loud"),
]
KINDS = ("resume", "story")
PLUGINS = {"acme": "loaded", "off": "disabled", "broken": "failed"}


def faults(tmp_path: Path, text: str, plugins: dict[str, str] | None = PLUGINS) -> list[str]:
    path = tmp_path / "pmlint.toml"
    path.write_text(text, encoding="utf-8")
    try:
        check(settings_for(str(tmp_path)), Names(RULES, plugins), KINDS)
    except ConfigError as error:
        return [str(one).removeprefix(f"{path}:") for one in error.errors]
    return []


def test_what_a_name_stands_for() -> None:
    names = Names(RULES, PLUGINS)
    assert names.match("vague-impact") == (Level.RULE, {"vague-impact"})
    assert names.match("fuzzy-impact") == (Level.RULE, {"vague-impact"})
    assert names.match("wording") == (Level.CATEGORY, {"vague-impact", "acme/loud"})
    assert names.match("missing-*") == (Level.PATTERN, {"missing-because", "missing-evidence"})
    assert names.match("acme/*") == (Level.PATTERN, {"acme/loud"})
    assert names.match("[v]ague-*").rules == set()
    assert len(names.match("all").rules) == 4
    assert names.match("nothing").rules == set()
    assert names.match("structure") == (Level.CATEGORY, set())


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('select = ["vague-impct"]', '1:11: there is no rule "vague-impct"; did you mean "vague-'),
        ('ignore = ["all",\n"wordng"]', '2:1: there is no rule "wordng"; did you mean "wording"?'),
        ('extend-select = ["zzz-*"]', '1:18: no rule is called like "zzz-*"'),
        ('select = ["other/*"]', 'belongs to the plugin "other", which is not installed'),
        ('select = ["acme/lod"]', '1:11: there is no rule "acme/lod"; did you mean "acme/loud"?'),
        ('[rules]\nnothing = "off"', '2:1: there is no rule "nothing"'),
        ('[rules]\nwording = "off"', '2:1: "wording" is no single rule'),
        ('[rules."other/x"]\na = 1', '1:8: "other/x" belongs to the plugin "other", which is not'),
        ('[[per-path]]\npaths = ["a"]\nignore = ["x"]', '3:11: there is no rule "x"'),
        ('kind = "resum"', '1:8: there is no document kind "resum"; did you mean "resume"?'),
        ('[kinds]\na = "poem"', '2:5: there is no document kind "poem"; there are resume, story'),
        ('[[per-path]]\npaths = ["a"]\nkind = "x"', '3:8: there is no document kind "x"'),
        ('[rules.vague-impact]\nkinds = ["x"]', '2:10: there is no document kind "x"'),
        (
            "[rules.fuzzy-impact]\nleats = 1",
            '2:1: the rule vague-impact has no option "leats"; did you mean "least"?',
        ),
        ('[rules.vague-impact]\nleast = "2"', "2:9: least must be a whole number"),
        ("[rules.vague-impact]\nleast = true", "2:9: least must be a whole number"),
        ("[rules.vague-impact]\nshare = true", "2:9: share must be a number"),
        ("[rules.vague-impact]\nstrict = 1", "2:10: strict must be true or false"),
        ("[rules.vague-impact]\nmode = 1", "2:8: mode must be a string"),
        ('[rules.vague-impact]\nmode = "c"', '2:8: mode must be one of "a", "b"'),
        ('[rules.vague-impact]\nterms = "x"', "2:9: terms must be a list of strings"),
        ('[rules.vague-impact]\nparts = ["c", "x"]', '2:9: parts must be one of "c", "d"'),
    ],
)
def test_wrong_names_and_options(tmp_path: Path, text: str, fault: str) -> None:
    (found,) = faults(tmp_path, text)
    assert fault in found


@pytest.mark.parametrize(
    "text",
    [
        'select = ["off/x", "broken/*"]\n[rules."off/y"]\nanything = 1',
        'select = ["fuzzy-impact", "wording", "missing-*", "all", "structure"]',
        '[rules.vague-impact]\nleast = 3\nshare = 1\nterms = []\nparts = ["c"]\nseverity = "off"',
    ],
)
def test_right_ones(tmp_path: Path, text: str) -> None:
    assert faults(tmp_path, text) == []


def test_with_plugins_switched_off_their_rules_may_be_named(tmp_path: Path) -> None:
    assert faults(tmp_path, 'select = ["other/*"]\n[rules."x/y"]\nz = 1', plugins=None) == []


def test_the_command_line_is_checked_too() -> None:
    settings = Settings().overridden(select=["nothing"], kind="poem")
    with pytest.raises(ConfigError) as caught:
        check(settings, Names(RULES, PLUGINS), KINDS)
    assert [str(error).partition(";")[0] for error in caught.value.errors] == [
        'command line: there is no rule "nothing"',
        'command line: there is no document kind "poem"',
    ]


def test_word_classes(tmp_path: Path) -> None:
    (tmp_path / "pmlint.toml").write_text("[words]\nprais = []\nhype = []\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        check_words(settings_for(str(tmp_path)), ["praise", "hype"])
    assert (caught.value.line, caught.value.column) == (2, 1)
    assert caught.value.message == 'no word class "prais"; did you mean "praise"?'


def test_the_schema_knows_every_key_rule_and_option() -> None:
    made = schema(RULES, KINDS)
    properties = made["properties"]
    assert made["additionalProperties"] is False
    assert properties["profile"]["enum"] == ["draft", "default", "strict"]
    assert properties["kind"]["enum"] == ["resume", "story"]
    assert properties["per-path"]["items"]["required"] == ["paths"]
    described = properties["rules"]["properties"]["vague-impact"]["anyOf"][1]["properties"]
    assert described["least"] == {"type": "integer", "default": 2, "description": "how many"}
    assert described["parts"]["items"] == {"enum": ["c", "d"]}
    assert described["mode"]["enum"] == ["a", "b"]
    assert set(described) == {"severity", "kinds", *(option.name for option in OPTIONS)}
