"""What lines do for a whole text: stances, segments, labels, and the classes behind them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlint.document.sentences import sentences
from pmlint.language import framing, parts, segments, speakers, stances, targets, turns, weighing
from pmlint.language.framing import Frame
from pmlint.language.grammar import Family, Pattern
from pmlint.language.letters import layout
from pmlint.language.vocabulary import Vocabulary

HERE = Path(__file__).parent
VOCABULARY = Vocabulary()
STANCES = ("solution", "thing", "problem", "goal", "framing")


def frame(text: str, kind: str = "proposal") -> Frame:
    return framing.read(text, sentences(text), VOCABULARY, kind)


def rows(name: str) -> list[list[str]]:
    text = (HERE / name).read_text("utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    return [[cell.strip() for cell in line.split(" | ")] for line in lines]


@pytest.mark.parametrize(("label", "sentence"), rows("stances.txt"))
def test_stance(label: str, sentence: str) -> None:
    kind = "case" if label.startswith("case ") else "proposal"
    facts = frame(sentence, kind).facts
    found = [fact.name for fact in facts if fact.name in (*STANCES, "statement")]
    wanted = label.removeprefix("case ")
    assert found == ["statement" if wanted == "none" else wanted]


@pytest.mark.parametrize(("wanted", "sentence"), rows("segments.txt"))
def test_segment(wanted: str, sentence: str) -> None:
    found = frame(sentence)
    named = [span.of(sentence) for span in found.spans("segment")]
    topics = [span.of(sentence) for span in found.spans("topic role")]
    if wanted == "-":
        assert (named, topics) == ([], [])
    elif wanted.startswith("topic: "):
        assert (named, [topic.split()[-1] for topic in topics]) == ([], [wanted[7:]])
    else:
        # A segment may go on to the end of its clause.
        assert any(name.startswith(wanted) for name in named)


@pytest.mark.parametrize(
    ("text", "part", "rest"),
    [
        ("Situation: our lease ended.", "situation", "our lease ended."),
        ("S – Merchants exported their sales.", "situation", "Merchants exported their sales."),
        ("Problem. Owners run out of milk.", "problem", "Owners run out of milk."),
        ("Not the goal. To replace them.", "non-goals", "To replace them."),
        ("What I asked. Why does it work?", "questioned", "Why does it work?"),
        ("How we'll know: fewer calls.", "metrics", "fewer calls."),
        ("Exit criteria", "metrics", ""),
        ("Conclusion", "title", "Conclusion"),
        ("Users leave.", "", "Users leave."),
        ("This proposal adds a field.", "", "This proposal adds a field."),
        ("First, the goal: more holds.", "", "First, the goal: more holds."),
        (
            "Two reasons come to mind: effort and doubt.",
            "",
            "Two reasons come to mind: effort and doubt.",
        ),
        ("At 10:30 the bus left.", "", "At 10:30 the bus left."),
    ],
)
def test_label(text: str, part: str, rest: str) -> None:
    _, opened, offset = parts.label(text)
    assert (opened, text[offset:]) == (part, rest)


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("Problem statement", "problem"),
        ("Who has the problem", "users"),
        ("Whom it's about", "users"),
        ("What good looks like", "metrics"),
        ("How we'd know", "metrics"),
        ("What can go wrong", "risks"),
        ("Concerns", "risks"),
        ("Other schemes we considered", "alternatives"),
        ("What else I looked at", "alternatives"),
        ("What we give up", "tradeoffs"),
        ("Out of scope", "non-goals"),
        ("Alternatives (not implemented)", "alternatives"),
        ("Release Signoff Checklist", "appendix"),
        ("Product vision", "vision"),
        ("Stack", ""),
    ],
)
def test_part_of_a_heading(title: str, part: str) -> None:
    assert parts.part(title) == part


def test_title_opens_nothing() -> None:
    reader = parts.Parts()
    assert reader.of("Proposal: rethink the screen", "solution", 1) == ""
    # What a section has from the title that it is nested in is nothing to go by.
    assert reader.of("Notes", "solution", 2) == ""
    assert reader.of("Risks", "risks", 2) == "risks"


def test_first_heading_may_be_a_section() -> None:
    assert parts.Parts().of("Summary", "summary", 1) == "summary"


@pytest.mark.parametrize(
    ("text", "name", "clock", "words"),
    [
        ("00:03:12 Candidate: Who is it for?", "candidate", 192.0, "Who is it for?"),
        ("[3:12] Ana: Go on.", "ana", 192.0, "Go on."),
        ("Candidate (03:12): Yes.", "candidate", 192.0, "Yes."),
        ("Interviewer: Why?", "interviewer", None, "Why?"),
    ],
)
def test_speaker(text: str, name: str, clock: float | None, words: str) -> None:
    mark = speakers.mark(text)
    assert mark is not None
    assert (mark.name, speakers.seconds(mark.clock), text[mark.end :]) == (name, clock, words)


@pytest.mark.parametrize("text", ["Who is it for?", "It costs 3:1 more.", ""])
def test_no_speaker(text: str) -> None:
    assert speakers.mark(text) is None


def patterns() -> list[tuple[str, Pattern]]:
    found = []
    for module in (stances, segments, targets, turns, weighing):
        for name, value in vars(module).items():
            if isinstance(value, Pattern):
                found.append((f"{module.__name__}.{name}", value))
            elif isinstance(value, Family):
                found += [(f"{module.__name__}.{name}.{of}", one) for of, one in value._patterns]
    return found


@pytest.mark.parametrize("pattern", [one for _, one in patterns()], ids=[n for n, _ in patterns()])
def test_pattern_can_be_read(pattern: Pattern) -> None:
    # A faulty one says so only when it is used, which may be never in a test.
    layout()
    assert pattern.fault is None


def test_class_names_are_of_one_file() -> None:
    homes: dict[str, str] = {}
    for path in sorted((HERE.parent.parent / "pmlint" / "language" / "data").glob("framing*.txt")):
        for line in path.read_text("utf-8").split("\n"):
            if line.startswith("["):
                name = line.strip("[]").partition(" ")[2]
                assert name not in homes, f"{name} is in {homes[name]} and in {path.name}"
                homes[name] = path.name


@given(st.text(alphabet=st.sampled_from("abc ABC.,:;?!-–'\"()[]123%€\n\t🌱é"), max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for kind in ("proposal", "case", "transcript", "story"):
        found = frame(text, kind)
        assert all(0 <= fact.span.start < fact.span.end <= len(text) for fact in found.facts)
        assert found.names == {fact.name for fact in found.facts}
        assert 0 <= found.body <= len(text)


@pytest.mark.parametrize("mark", ["**", "*", ""])
def test_dashes_and_bold_around_a_label_change_nothing(mark: str) -> None:
    _, opened, _ = parts.label(f"{mark}Result:{mark} it ended well.")
    assert opened == "result"
