"""No fix of a line rule invents anything, makes a draft worse, or touches what it does not mend."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from hypothesis import assume, given
from hypothesis import strategies as st

from pmlint.api import Finding, Safety
from pmlint.document.document import Document
from pmlint.engine.fixes import fix
from pmlint.formats.markdown import MARKDOWN
from tests.rules.fixtures import BULLETS, lint, once, settled

READERS = Path(__file__).parent.parent / "language" / "readers"
KINDS = {"r": "resume", "s": "story", "p": "packet", "d": "proposal", "c": "case"}
WEIGHTS = {"error": 8, "warning": 4, "info": 2, "hint": 1}


def readers() -> Iterator[tuple[str, str]]:
    for name in ("one", "two", "three"):
        for row in (READERS / f"{name}.txt").read_text("utf-8").split("\n"):
            head, bar, text = row.partition(" | ")
            if bar and row[0] != "#":
                yield KINDS[head[0]], text


# Kind and words of every line that somebody wrote for a test.
LINES = sorted({(case.kind, case.bullet) for case in BULLETS} | set(readers()))


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
