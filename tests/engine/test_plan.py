from __future__ import annotations

from pmlint.api import Option, Rule
from pmlint.engine.plan import option_values


def test_a_rule_gets_its_defaults_and_what_is_given() -> None:
    options = (
        Option("least", 2, "how many"),
        Option("share", 0.5, "how much"),
        Option("terms", ("x",), "what"),
    )
    rule = Rule("a", "s", "q", "m", "line", lambda *_: (), "p", "wording", options=options)
    values = option_values(rule, {"least": 9, "share": 1, "unknown": 0})
    assert values == {"least": 9, "share": 1.0, "terms": ("x",)}
    assert isinstance(values["share"], float)
