"""What must change a finding and what must not.

A line that is mended is no longer flagged for what it lacked. What changes nothing of what a line
says (its bullet, its quotes, the name of the product) changes no finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.rules.fixtures import BULLETS, Case, host, lint

Found = list[tuple[str, str]]

CAUSES = (
    "because passengers missed their ferry",
    "because nurses lost an hour of every shift to it",
    "because every third customer gave up on the form",
    "because farmers could not plan their harvest",
    "because two of our largest clients threatened to leave",
    "because new teachers did not find the lesson plans",
    "because refunds were eating half of the margin",
    "since buyers with old phones left before the price was shown",
    "so that parents could pay without going to the office",
    "after forty shops had complained about lost orders",
    "after patients had been billed twice",
)
CHANGES = (
    ", raising weekly bookings from 40 to 65",
    ", which cut complaints by 30%",
    ", and churn fell from 5% to 3%",
    ", saving clinics two hours a day",
    ", which doubled donations",
    "; sales grew by a third within a year",
    " and won 40 members",
    ", lifting pass rates from 58% to 74%",
    ", which brought in $40k a month",
)


def of(*rules: str, kinds: Iterable[str] = ("resume", "story")) -> list[Case]:
    """The bullets of one sentence that are flagged by the rules."""
    return [
        case
        for case in BULLETS
        if case.flagged and case.rule in rules and case.kind in kinds and open_ended(case.bullet)
    ]


def open_ended(text: str) -> bool:
    """True when what is added at the end goes with the deed, and not with a reason or a quote."""
    return re.search(r"[.!?:;\"”)]\s|[\"”)]$| because ", text) is None


def grown(text: str, more: str) -> str:
    """A sentence with words added before its full stop."""
    bare = text.rstrip(" .")
    return f"- {bare}{more}{text[len(bare) :]}\n"


def names(text: str, kind: str) -> set[str]:
    return {one.rule for one in lint(text, kind)}


@pytest.mark.parametrize("cause", CAUSES)
def test_a_reason_clears_a_technical_result(cause: str) -> None:
    left = [
        text
        for case in of("missing-because")
        if {"missing-because", "output-without-outcome"}
        & names(text := grown(case.bullet, f" {cause}"), case.kind)
    ]
    assert left == []


@pytest.mark.parametrize("cause", CAUSES)
def test_a_reason_clears_an_output(cause: str) -> None:
    left = [
        text
        for case in of("output-without-outcome")
        if {"missing-because", "output-without-outcome"}
        & names(text := grown(case.bullet, f" {cause}"), case.kind)
    ]
    assert left == []


@pytest.mark.parametrize("change", CHANGES)
def test_a_measured_change_clears_missing_evidence(change: str) -> None:
    left = [
        text
        for case in of("missing-evidence")
        if "missing-evidence" in names(text := grown(case.bullet, change), case.kind)
    ]
    assert left == []


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_for_people_clears_output_and_because(change: str) -> None:
    left = [
        text
        for case in of("output-without-outcome", "missing-because")
        if {"missing-because", "output-without-outcome", "missing-evidence"}
        & names(text := grown(case.bullet, change), case.kind)
    ]
    assert left == []


# What follows changes nothing of what a line says.


def said(text: str, kind: str, ending: str = "markdown") -> Found:
    """Rule and flagged words of each finding, markup and quotes made even."""
    return [(one.rule, even(one.span.of(text))) for one in lint(text, kind, ending=ending)]


def even(words: str) -> str:
    return re.sub(r"\s+", " ", words.replace("*", "").translate(_STRAIGHT))


_STRAIGHT = str.maketrans("“”‘’", "\"\"''")


@cache
def as_written(text: str, kind: str, ending: str = "markdown") -> Found:
    return said(f"- {text}\n", kind, ending)


def curly(text: str) -> str:
    """Straight quotes as a word processor sets them."""
    text = re.sub(r'(^|[\s(\[])"', r"\1“", text)
    text = re.sub(r"(^|[\s(\[])'", r"\1‘", text)
    return text.replace('"', "”").replace("'", "’")


# Where a line can be broken: before a word that would not start a list or a heading there.
_BREAK = re.compile(r" (?=[A-Za-z$€£(“\"']|\d[^.)\s]*\s)")


def wrapped(text: str, indent: str = "  ") -> str:
    return _BREAK.sub(f"\n{indent}", text)


def first_verb(text: str, mark: str) -> str:
    """The first verb, or what stands in its place, in bold or italics."""
    found = re.match(r'(?:"?(?:I|We|This half I) )?([A-Za-z][\w-]*)(?=[ ,.])', text)
    return text if found is None else within(text, found.span(1), mark)


def within(text: str, span: tuple[int, int], mark: str) -> str:
    start, end = span
    return f"{text[:start]}{mark}{text[start:end]}{mark}{text[end:]}"


def stopped(text: str) -> str:
    return text if text[-1] in ".!?…:\"”'" else f"{text}."


def unstopped(text: str) -> str:
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


WAYS: dict[str, Callable[[str], str]] = {
    "star": lambda text: f"* {text}\n",
    "plus": lambda text: f"+ {text}\n",
    "number": lambda text: f"1. {text}\n",
    "number in brackets": lambda text: f"7) {text}\n",
    "wrapped": lambda text: f"- {wrapped(text)}\n",
    "wrapped lazily": lambda text: f"- {wrapped(text, '')}\n",
    "windows": lambda text: f"- {text}\r\n",
    "wrapped on windows": lambda text: f"- {wrapped(text)}\n".replace("\n", "\r\n"),
    "old mac": lambda text: f"- {wrapped(text)}\n".replace("\n", "\r"),
    "front matter": lambda text: f"---\ntitle: Draft\n---\n\n- {text}\n",
    "blank lines": lambda text: f"\n\n\n- {text}\n\n\n",
    "no end of line": lambda text: f"- {text}",
    "bold verb": lambda text: f"- {first_verb(text, '**')}\n",
    "italic verb": lambda text: f"- {first_verb(text, '*')}\n",
    "all bold": lambda text: f"- **{text}**\n",
    "stopped": lambda text: f"- {stopped(text)}\n",
    "unstopped": lambda text: f"- {unstopped(text)}\n",
    "curly quotes": lambda text: f"- {curly(text)}\n",
    "straight quotes": lambda text: f"- {text.translate(_STRAIGHT)}\n",
    "nested": lambda text: f"- Northgate Ferries\n  - {text}\n",
    "nested deeper": lambda text: f"- Northgate Ferries\n  - Oslo\n    - {text}\n",
    "spaced": lambda text: f"-   {text.replace(' ', '  ')}\n",
    "tab": lambda text: f"-\t{text}\n",
}
# A check box is no check box any more with markup or more blanks in it.
PLAIN = [case for case in BULLETS if not case.bullet.startswith("[")]


@pytest.mark.parametrize("way", WAYS)
def test_way_of_writing_changes_nothing(way: str) -> None:
    changed = []
    for case in PLAIN:
        text = WAYS[way](case.bullet)
        before, after = as_written(case.bullet, case.kind), said(text, case.kind)
        if before != after:
            changed.append((text, before, after))
    assert changed == []


@pytest.mark.parametrize("sign", ["•", "*", "–", "1.", "▪"])
def test_sign_of_a_bullet_in_plain_text_changes_nothing(sign: str) -> None:
    changed = []
    for case in PLAIN:
        before = as_written(case.bullet, case.kind, "txt")
        after = said(f"{sign} {case.bullet}\n", case.kind, "txt")
        if before != after:
            changed.append((case.bullet, before, after))
    assert changed == []


@given(st.sampled_from(PLAIN), st.data(), st.sampled_from(["**", "*", "__", "_", "***"]))
def test_markup_of_any_word_changes_nothing(case: Case, data: st.DataObject, mark: str) -> None:
    words = [match.span() for match in re.finditer(r"(?<![^ (])[A-Za-z]+(?![^ ,.;)])", case.bullet)]
    assume(words)
    text = f"- {within(case.bullet, data.draw(st.sampled_from(words)), mark)}\n"

    def bare(found: Found) -> Found:
        return [(name, words.replace("_", "")) for name, words in found]

    assert bare(said(text, case.kind)) == bare(as_written(case.bullet, case.kind))


# "a booking page for ferries", "the lock screen widget": a product that could have a name.
_PRODUCT = re.compile(
    r"\b(?:an?|the|our) (?:[a-z-]+ ){0,2}(?:app|page|form|portal|platform|service|desk|card|tool|kiosk"
    r"|dashboard|newsletter|engine|checkout|map|wallet|export|importer|widget|template)\b"
)
NAMED = [case for case in PLAIN if _PRODUCT.search(case.bullet)]
PRODUCTS = st.lists(
    st.sampled_from(["vo", "zan", "kri", "lum", "tev", "dra", "fen", "quo"]), min_size=2, max_size=3
).map(lambda parts: "".join(parts).capitalize())


@given(st.sampled_from(NAMED), PRODUCTS)
def test_name_of_the_product_changes_nothing(case: Case, name: str) -> None:
    first, second = (_PRODUCT.sub(each, case.bullet) for each in ("Halyard", name))
    expected = [
        (rule, words.replace("Halyard", name)) for rule, words in as_written(first, case.kind)
    ]
    assert as_written(second, case.kind) == expected


PLACES = re.compile(
    r"\b(?:Lisbon|Portugal|Leeds|Pune|Bavaria|Tallinn|Malmö|Nairobi|Lyon|Spain|Poland|Borealis|Condor)\b"
)


@given(st.sampled_from([case for case in PLAIN if PLACES.search(case.bullet)]), PRODUCTS)
def test_names_of_places_and_firms_change_nothing(case: Case, name: str) -> None:
    text = PLACES.sub(name, case.bullet)
    expected = [
        (rule, PLACES.sub(name, words)) for rule, words in as_written(case.bullet, case.kind)
    ]
    assert as_written(text, case.kind) == expected


@given(st.lists(st.sampled_from(PLAIN), min_size=2, max_size=8, unique_by=lambda case: case.bullet))
def test_lines_do_not_disturb_each_other(many: list[Case]) -> None:
    """Bullets of one kind in one draft are flagged as if each stood alone, but for rules that read
    the lines that follow."""
    kind = many[0].kind
    alone = [one for case in many for one in as_written(case.bullet, kind)]
    together = said("".join(f"- {case.bullet}\n" for case in many), kind)
    near = {name for name, one in host().rules.items() if one.rule.reach}
    assert [one for one in together if one[0] not in near] == [
        one for one in alone if one[0] not in near
    ]
