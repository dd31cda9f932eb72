"""Fixes of the line rules: what each makes of a line, and that none of them invents anything."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pmlint.api import Finding, Safety
from pmlint.document.document import Document
from pmlint.engine.fixes import fix
from pmlint.formats.markdown import MARKDOWN
from tests.rules.fixtures import BULLETS, lint

READERS = Path(__file__).parent.parent / "language" / "readers"
KINDS = {"r": "resume", "s": "story", "p": "packet", "d": "proposal", "c": "case"}
WEIGHTS = {"error": 8, "warning": 4, "info": 2, "hint": 1}
ROUNDS = 10


def readers() -> Iterator[tuple[str, str]]:
    for name in ("one", "two", "three"):
        for row in (READERS / f"{name}.txt").read_text("utf-8").split("\n"):
            head, bar, text = row.partition(" | ")
            if bar and row[0] != "#":
                yield KINDS[head[0]], text


# Kind and words of every line that somebody wrote for a test.
LINES = sorted({(case.kind, case.bullet) for case in BULLETS} | set(readers()))


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


def once(text: str, kind: str) -> str:
    return fix(text, lint(text, kind)).text


def settled(text: str, kind: str) -> str:
    """A text after safe fixes until there are none left."""
    for _ in range(ROUNDS):
        text, before = once(text, kind), text
        if text == before:
            return text
    raise AssertionError(f"fixes go on for ever: {text!r}")


def weight(findings: list[Finding]) -> int:
    return sum(WEIGHTS[one.severity] for one in findings)


# What may stand in a fixed text that did not stand in the source, blanks left out.
CONNECTIVES = set(
    "because which instead of by delaying deciding and they so that with at stake was as shows while".split()
)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", re.sub(r"\[[^\]]*\?\]", " ", text)))


def invented(before: str, after: str) -> set[str]:
    """Words of a fixed text that come neither from the source nor from a template."""
    new = words(after) - words(before)
    known = {word.lower() for word in words(before)}
    # "A" may become "an", and a word may take a capital from what stood before it.
    return {
        word
        for word in new
        if word not in CONNECTIVES | {"a", "an", "A", "An"}
        and not (word.lower() in known and word[0].isupper() and before.split()[1][0].isupper())
    }


def offers() -> list[tuple[str, str, Finding]]:
    """Kind, text and finding of every line with a finding that has a fix."""
    return [
        (kind, f"- {text}\n", one)
        for kind, text in LINES
        for one in lint(f"- {text}\n", kind)
        if one.fixes
    ]


OFFERS = offers()


def test_there_is_something_to_fix() -> None:
    counts = Counter((one.rule, offer.safety) for _, _, one in OFFERS for offer in one.fixes)
    assert counts["hedged-recommendation", "safe"] >= 15
    assert counts["vague-impact", "safe"] >= 15
    assert sum(count for (_, safety), count in counts.items() if safety == "template") >= 800
    assert len({rule for rule, safety in counts if safety == "template"}) >= 17


def test_safe_fixes_come_to_rest_and_make_nothing_worse() -> None:
    worse = []
    for kind, text in LINES:
        before = f"- {text}\n"
        after = settled(before, kind)
        if after != before and weight(lint(after, kind)) > weight(lint(before, kind)):
            worse.append((before, after))
    assert worse == []


def test_one_round_is_enough_unless_something_was_skipped() -> None:
    more = []
    for kind, text in LINES:
        first = fix(f"- {text}\n", lint(f"- {text}\n", kind))
        if not first.skipped and once(first.text, kind) != first.text:
            more.append(first.text)
    assert more == []


def test_every_fix_takes_its_finding_away() -> None:
    left = []
    for kind, text, one in OFFERS:
        before = Counter(each.rule for each in lint(text, kind))
        for offer in one.fixes:
            after = fix(text, [one._replace(fixes=(offer,))], (offer.safety,)).text
            if Counter(each.rule for each in lint(after, kind))[one.rule] >= before[one.rule]:
                left.append((one.rule, text, after))
    assert left == []


def test_a_template_adds_a_blank_and_no_other_finding() -> None:
    added = []
    for kind, text, one in OFFERS:
        before = Counter(each.rule for each in lint(text, kind))
        for offer in one.fixes:
            if offer.safety != "template":
                continue
            after = fix(text, [one._replace(fixes=(offer,))], ("template",)).text
            new = Counter(each.rule for each in lint(after, kind)) - before
            if set(new) != {"unfilled-blank"}:
                added.append((text, after, new))
    assert added == []


def test_no_fix_invents_a_word() -> None:
    found = []
    for _, text, one in OFFERS:
        for offer in one.fixes:
            after = fix(text, [one._replace(fixes=(offer,))], (offer.safety,)).text
            if invented(text, after):
                found.append((text, after, invented(text, after)))
    assert found == []


def test_no_template_holds_a_digit_or_a_name() -> None:
    for _, _, one in OFFERS:
        for offer in one.fixes:
            for edit in offer.edits:
                assert not re.search(r"\d", edit.text)
                if offer.safety == "template":
                    outside = re.sub(r"\[[^\]]*\?\]", "", edit.text)
                    # Only a letter that takes over a capital has one.
                    assert outside == outside.lower() or len(outside) == 1


# Whole drafts made of such lines.

DRAFTS = st.lists(st.sampled_from(OFFERS), min_size=1, max_size=6)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])
SAFETIES: st.SearchStrategy[Safety] = st.sampled_from(["safe", "suggestion", "template"])


def draft(many: list[tuple[str, str, Finding]], end: str) -> str:
    return "".join(text for _, text, _ in many).replace("\n", end)


@given(DRAFTS, ENDS, SAFETIES, st.randoms(use_true_random=False))
def test_order_of_findings_does_not_matter(
    many: list[tuple[str, str, Finding]], end: str, safety: Safety, random: object
) -> None:
    text, kind = draft(many, end), many[0][0]
    findings = lint(text, kind)
    expected = fix(text, findings, (safety,))
    random.shuffle(findings)  # type: ignore[attr-defined]
    assert fix(text, findings, (safety,)) == expected


@given(DRAFTS, ENDS)
def test_safe_fixes_of_a_draft_settle(many: list[tuple[str, str, Finding]], end: str) -> None:
    text, kind = draft(many, end), many[0][0]
    after = settled(text, kind)
    assert once(after, kind) == after
    assert weight(lint(after, kind)) <= weight(lint(text, kind))
    assert after.count(end) == text.count(end)


OPENER = st.sampled_from(
    ["", "I think ", "I think that ", "in my opinion, ", "I guess ", "I feel like "]
)
BEFORE = st.sampled_from(["", "maybe ", "perhaps ", "possibly "])
INSIDE = st.sampled_from(["", "probably ", "perhaps ", "maybe ", "kind of ", "sort of "])
AFTER = st.sampled_from(["", ", I guess", ", I think", " maybe", ", in my opinion"])


ACTS = st.sampled_from(["open on Sundays", "hire a nurse", "cut the price"])


@given(OPENER, BEFORE, INSIDE, AFTER, ACTS)
def test_hedges_go_in_any_combination(
    opener: str, before: str, inside: str, after: str, act: str
) -> None:
    said = f"{opener}{before}we should {inside}{act}{after}."
    text = f"- {said[0].upper()}{said[1:]}\n"
    assert settled(text, "case") == f"- We should {act}.\n"


DRESSES = {
    "bold": "**{}**",
    "italics": "*{}*",
    "link": "[{}](https://example.org/a_b)",
    "code": "`{}`",
    "strike": "~~{}~~",
    "emoji": "{} 🚢",
    "entity": "{} &amp; more",
}


def lines_of(text: str) -> list[str]:
    document = Document.read(text, MARKDOWN)
    return [line.text for chunk in document.chunks for line in chunk.lines]


@given(st.sampled_from(OFFERS), st.data(), st.sampled_from(sorted(DRESSES)), ENDS)
def test_what_is_fixed_is_the_same_markdown_with_other_words(
    offered: tuple[str, str, Finding], data: st.DataObject, dress: str, end: str
) -> None:
    """Wherever markup stands in a line, a fix changes the words of that line as it said it would,
    and of no other line."""
    kind, bullet, _ = offered
    spans = [match.span() for match in re.finditer(r"(?<![^ (])[A-Za-z]+(?![^ ,.;)])", bullet)]
    assume(spans)
    start, stop = data.draw(st.sampled_from(spans))
    if dress in ("bold", "italics", "strike"):
        stop = data.draw(st.sampled_from([end for begin, end in spans if begin >= start]))
    dressed = bullet[:start] + DRESSES[dress].format(bullet[start:stop]) + bullet[stop:]
    source = f"# Draft{end}{end}- First **one** 🚢.{end}{dressed.rstrip()}{end}- Last `one`.{end}"
    inside = range(source.index(dressed.rstrip()), source.index(f"{end}- Last"))
    for one in lint(source, kind):
        if one.span.start not in inside:
            continue
        for offer in one.fixes:
            after = fix(source, [one._replace(fixes=(offer,))], (offer.safety,)).text
            old, new = lines_of(source), lines_of(after)
            at = next(place for place, each in enumerate(new) if each != old[place])
            assert [each for each in new if each not in old] == [new[at]]
            assert len(new) == len(old)
            assert after.startswith(source[: inside.start])
            assert after.endswith(source[inside.stop :])
            said = sum(len(text) - (span.end - span.start) for span, text in offer.edits)
            assert len(new[at]) - len(old[at]) == said
