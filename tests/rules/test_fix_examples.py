"""What each fix of the line rules makes of a line."""

from __future__ import annotations

import pytest

from pmlint.api import Safety
from pmlint.engine.fixes import fix
from tests.rules.fixtures import lint, settled


def fixed(text: str, kind: str, rule: str, safety: Safety, at: int = 0) -> str:
    """A text after one fix of the first finding of a rule that has any."""
    for one in lint(text, kind, rule):
        offers = [offer for offer in one.fixes if offer.safety == safety]
        if offers:
            return fix(text, [one._replace(fixes=(offers[at],))], (safety,)).text
    raise AssertionError(f"{rule} has no {safety} fix for {text!r}")


SAFE = [
    ("case", "I think we should open on Sundays.", "We should open on Sundays."),
    ("case", "I think that we should open on Sundays.", "We should open on Sundays."),
    ("case", "Maybe we should open on Sundays.", "We should open on Sundays."),
    ("case", "Hopefully, this should bring them back.", "This should bring them back."),
    ("case", "We could perhaps open on Sundays.", "We could open on Sundays."),
    ("case", "We should open on Sundays, I guess.", "We should open on Sundays."),
    ("case", "We should, I think, open on Sundays.", "We should open on Sundays."),
    ("case", "In my opinion, we should drop it.", "We should drop it."),
    ("case", "First, maybe we should ask nurses.", "First, we should ask nurses."),
    ("case", "I'd probably start with students.", "I'd start with students."),
    ("case", "I’d probably start with students.", "I’d start with students."),
    ("case", "I feel like we should drop it.", "We should drop it."),
    ("case", "We should sort of merge them.", "We should merge them."),
    ("case", "“I think we should go,” she said.", "“We should go,” she said."),
    ("proposal", "Perhaps iOS should come first.", "iOS should come first."),
    ("proposal", "Perhaps Lisbon should come first.", "Lisbon should come first."),
    (
        "resume",
        "Significantly cut the time to open an account.",
        "Cut the time to open an account.",
    ),
    ("resume", "Reduced waste drastically.", "Reduced waste."),
    ("packet", "I greatly improved the release process.", "I improved the release process."),
]


@pytest.mark.parametrize(("kind", "before", "after"), SAFE)
def test_safe_fix(kind: str, before: str, after: str) -> None:
    assert settled(f"- {before}\n", kind) == f"- {after}\n"


UNTOUCHED = [
    ("case", "I think so."),
    ("case", "We should hire maybe twenty of them."),
    ("case", "We should hire maybe 20 of them."),
    ("case", "I'm not sure, but we should try it."),
    ("case", "I think the price is too high."),
    ("story", "I think I made the right call."),
    ("story", "It probably had some effect."),
    ("packet", "I helped to plan the migration."),
    ("story", "I tried to persuade the vendor."),
    ("resume", "Very significantly reduced waste."),
    ("resume", "Significantly and measurably reduced waste."),
    ("resume", "Worked with numerous schools."),
    ("resume", "Gave outstanding care to patients."),
    ("resume", "Single-handedly saved the harvest app."),
]


@pytest.mark.parametrize(("kind", "text"), UNTOUCHED)
def test_what_may_change_the_sense_is_no_safe_fix(kind: str, text: str) -> None:
    assert settled(f"- {text}\n", kind) == f"- {text}\n"


SUGGESTED = [
    ("hedged-recommendation", "story", "I think I made the right call.", "I made the right call."),
    (
        "inflated-wording",
        "resume",
        "Built a world-class claims platform.",
        "Built a claims platform.",
    ),
    ("inflated-wording", "resume", "Led an exceptional team.", "Led a team."),
    ("inflated-wording", "resume", "Built a seamless online shop.", "Built an online shop."),
    ("inflated-wording", "resume", "Passionate teacher of mathematics.", "Teacher of mathematics."),
    ("vague-impact", "resume", "Worked with numerous schools.", "Worked with schools."),
    ("vague-impact", "resume", "Achieved significant savings.", "Achieved savings."),
    ("sole-credit", "resume", "Single-handedly saved the app.", "Saved the app."),
    ("sole-credit", "story", "I alone convinced the ministry.", "I convinced the ministry."),
    ("sole-credit", "story", "Without any help, I won it back.", "I won it back."),
]


@pytest.mark.parametrize(("rule", "kind", "before", "after"), SUGGESTED)
def test_suggested_fix(rule: str, kind: str, before: str, after: str) -> None:
    assert fixed(f"- {before}\n", kind, rule, "suggestion") == f"- {after}\n"


TEMPLATES = [
    (
        "missing-because",
        "resume",
        "Cut p95 latency to 200 ms.",
        "Cut p95 latency to 200 ms because [which users were hurt, and how?].",
    ),
    (
        "missing-evidence",
        "resume",
        "Improved retention through a new letter.",
        "Improved retention through a new letter [from ? to ?, by when?].",
    ),
    (
        "missing-evidence",
        "resume",
        "Convinced the board to close two stores.",
        "Convinced the board to close two stores, which [changed what, by how much?].",
    ),
    (
        "output-without-outcome",
        "resume",
        "Built a dashboard (React).",
        "Built a dashboard (React), which [changed what for whom?].",
    ),
    (
        "output-without-outcome",
        "story",
        "“I built a dashboard.”",
        "“I built a dashboard, which [changed what for whom?].”",
    ),
    (
        "overclaimed-ownership",
        "resume",
        "Owned the roadmap of the tenant portal",
        "Owned the roadmap of the tenant portal, deciding [what: scope, price, order, launch?]",
    ),
    (
        "speed-without-tradeoff",
        "resume",
        "Shipped the till on time.",
        "Shipped the till on time by delaying [what?].",
    ),
    (
        "role-not-responsibility",
        "resume",
        "Responsible for the night shift.",
        "Responsible for the night shift and [did what, with what result?].",
    ),
    (
        "ceremony-leadership",
        "resume",
        "Led sprint planning.",
        "Led sprint planning, which [changed what for whom?].",
    ),
    (
        "teamwork-without-influence",
        "resume",
        "Worked closely with designers.",
        "Worked closely with designers, and they [did what differently?].",
    ),
    (
        "unexplained-jargon",
        "resume",
        "Deployed Kafka, Flink and Cassandra.",
        "Deployed Kafka, Flink and Cassandra so that [who can now do what?].",
    ),
    (
        "compliance-over-judgment",
        "story",
        "I froze the release as per policy.",
        "I froze the release as per policy; at stake was [what, for whom?].",
    ),
    (
        "process-over-consequence",
        "case",
        "If it fails, we have a rollback and alerts.",
        "If it fails, we have a rollback and alerts, while [users see what, and for how long?].",
    ),
    (
        "unsupported-cause",
        "resume",
        "Launched a card and revenue grew 12%.",
        "Launched a card and revenue grew 12%, as [which test or comparison?] shows.",
    ),
    (
        "unreasoned-recommendation",
        "case",
        "We should build a wallet!",
        "We should build a wallet because [why?]!",
    ),
    (
        "untraded-decision",
        "case",
        "We decided to launch in May. It is early.",
        "We decided to launch in May, instead of [what?]. It is early.",
    ),
    (
        "sole-credit",
        "resume",
        "Single-handedly saved the app.",
        "Saved the app with [whom?].",
    ),
    (
        "sole-credit",
        "resume",
        "Did the relaunch all by myself.",
        "Did the relaunch with [whom?].",
    ),
    (
        "vague-impact",
        "resume",
        "Worked with numerous schools.",
        "Worked with [how many?] schools.",
    ),
    (
        "vague-impact",
        "case",
        "Many customers complain about it.",
        "[How many?] customers complain about it.",
    ),
    (
        "vague-impact",
        "resume",
        "Analyzed large amounts of data.",
        "Analyzed [how much?] data.",
    ),
    (
        "vague-impact",
        "resume",
        "Managed a large warehouse.",
        "Managed a [how large?] warehouse.",
    ),
    (
        "vague-impact",
        "resume",
        "Greatly reduced waste.",
        "Reduced waste [by how much?].",
    ),
    (
        "inflated-wording",
        "resume",
        "Gave outstanding care to patients.",
        "Gave [which fact shows it?] care to patients.",
    ),
]


@pytest.mark.parametrize(("rule", "kind", "before", "after"), TEMPLATES)
def test_template(rule: str, kind: str, before: str, after: str) -> None:
    assert fixed(f"- {before}\n", kind, rule, "template") == f"- {after}\n"


def test_second_template_asks_for_the_reason() -> None:
    text = fixed("- Built a dashboard.\n", "resume", "output-without-outcome", "template", at=1)
    assert text == "- Built a dashboard because [what was hurting whom?].\n"
