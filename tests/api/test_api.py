"""What a plugin may rely on."""

from __future__ import annotations

import subprocess
import sys

import pluggy
import pytest

import pmlint.api as api
from pmlint.api import (
    API_VERSION,
    Claim,
    Edit,
    Finding,
    Fix,
    Line,
    Option,
    Rule,
    Section,
    Span,
    hookimpl,
    hooks,
)
from pmlint.api.finding import Related, SourceEdit, SourceFix

NO_CLAIM = Claim(claim=False, outcome="none", measured=False, reason=False, tradeoff=False)


@pytest.mark.parametrize("name", api.__all__)
def test_every_name_is_there(name: str) -> None:
    assert getattr(api, name) is not None
    assert name in dir(api)


def test_no_other_name_is() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'Linter'"):
        _ = api.Linter  # type: ignore[attr-defined]


def test_importing_it_is_cheap() -> None:
    code = (
        "import sys, pmlint.api\n"
        "loaded = {name for name in sys.modules if name.startswith('pmlint')}\n"
        "assert loaded == {'pmlint', 'pmlint.api'}, loaded\n"
        "from pmlint.api import Span\n"
        "assert 'pluggy' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_every_hook_is_documented_and_asks_for_no_argument() -> None:
    manager = pluggy.PluginManager(hooks.PROJECT)
    manager.add_hookspecs(hooks)
    names = [name for name in vars(hooks) if name.startswith("pmlint_")]
    assert names == [
        "pmlint_rules",
        "pmlint_formats",
        "pmlint_words",
        "pmlint_kinds",
        "pmlint_reports",
    ]
    for name in names:
        caller = getattr(manager.hook, name)
        assert caller.spec is not None
        assert not caller.spec.opts["firstresult"]
        assert caller.spec.argnames == ()
        assert len(getattr(hooks, name).__doc__) > 40
    assert API_VERSION == 1


def test_a_marked_function_is_found() -> None:
    class Plugin:
        @staticmethod
        @hookimpl
        def pmlint_rules() -> list[Rule]:
            return []

    manager = pluggy.PluginManager(hooks.PROJECT)
    manager.add_hookspecs(hooks)
    manager.register(Plugin)
    assert manager.hook.pmlint_rules() == [[]]


def test_views_cannot_be_written_to() -> None:
    line = Line("One.", NO_CLAIM)
    section = Section("T", "", 1, None, [line])
    for view, name in ((line, "text"), (line, "claim"), (section, "lines"), (line, "new")):
        with pytest.raises(AttributeError, match="is read-only"):
            setattr(view, name, None)
    with pytest.raises(AttributeError, match="is read-only"):
        del line.text
    assert line.text == "One."


def test_a_line_for_a_test_of_a_rule_needs_little() -> None:
    line = Line("One.", NO_CLAIM)
    assert (line.block, line.level, line.section, line.quoted) == ("paragraph", 0, "", False)
    assert line.sentences == (Span(0, 4),)
    assert line.following == ()


def test_rules_and_options_are_frozen() -> None:
    rule = Rule("a-b", "s", "q", "m", "line", lambda *_: (), "p", "wording")
    with pytest.raises(AttributeError):
        rule.name = "c"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        Option("a", 1, "h").default = 2  # type: ignore[misc]
    assert (rule.moment, rule.severity, rule.state, rule.profile) == (
        "finished",
        "warning",
        "stable",
        "default",
    )


def test_a_shifted_finding_takes_fixes_and_related_along() -> None:
    finding = Finding(
        "r",
        "p",
        "info",
        "m",
        "q",
        "k",
        Span(1, 2),
        (SourceFix("t", (SourceEdit(Span(1, 1), "x"), SourceEdit(Span(2, 4), "")), "safe"),),
        (Related(Span(7, 9), "there", "other"),),
        3,
    )
    assert finding.shifted(10) == Finding(
        "r",
        "p",
        "info",
        "m",
        "q",
        "k",
        Span(11, 12),
        (SourceFix("t", (SourceEdit(Span(11, 11), "x"), SourceEdit(Span(12, 14), "")), "safe"),),
        (Related(Span(17, 19), "there", "other"),),
        3,
    )
    assert finding.shifted(10).shifted(-10) == finding
    assert Fix("t", (Edit(Span(0, 1), ""),)).safety == "suggestion"
