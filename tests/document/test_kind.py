"""What kind of document a draft is, and the reason that pmlint gives."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pmlint.document.document import Document
from pmlint.document.kind import KINDS, decide
from pmlint.document.nodes import Block
from pmlint.formats.markdown import MARKDOWN
from pmlint.formats.plain import PLAIN

RESUME = """
# Robin Vale

## Experience

### Product Manager, Lakeside

- Cut onboarding from nine days to two because new clerks quit in week one.

## Education

BSc, 2012

## Skills

SQL, interviews
"""
PROPOSAL = """
# Later payment for small shops

## Problem

Shops run out of cash in the third week.

## Goals

Half as many late rents.

## Non-goals

Loans.

## Alternatives

A card.
"""
STORY = """
Tell me about a time you had to say no.

**Situation:** Sales wanted a report in March.

**Task:** I had two engineers.

**Action:** I asked the nine buyers what they did with the old one.

**Result:** Seven did not open it, and we dropped it.
"""
CASE = """
# How would you improve parking in a city for nurses?

I would start with who parks: nurses on night shifts.
"""
PACKET = """
# Promotion packet

I moved the date of the launch, and the launch held.
"""
TRANSCRIPT = """
00:00:10 Interviewer: Design a fridge for students.
00:00:14 Candidate: May I ask who lives there?
00:00:20 Interviewer: Please.
00:00:22 Candidate: Do they share it?
00:00:25 Interviewer: They do.
"""
NOTE = """
# Tuesday

We met about the bridge. Nobody had the drawing.
"""


@pytest.mark.parametrize(
    ("text", "kind", "why"),
    [
        (RESUME, "resume", "headings Experience, Education and Skills look like a resume"),
        (PROPOSAL, "proposal", "headings Non-goals, Alternatives and Problem look like a proposal"),
        (STORY, "story", "labels Situation, Task and Action look like a story"),
        (CASE, "case", 'the opening "how would you" looks like a case'),
        (PACKET, "packet", 'the title "Promotion packet" looks like a packet'),
        (TRANSCRIPT, "transcript", "lines with times or speakers look like a transcript"),
        (NOTE, "note", "nothing in it looks like another kind"),
        ("", "note", "nothing in it looks like another kind"),
        (
            "- Led nine engineers.\n- Cut rent by half.\n- Won the Delft account.\n",
            "resume",
            "bullets that start with deeds look like a resume",
        ),
        ("- Added a flag\n- Fixed a crash\n- Removed old code\n", "note", "nothing in it"),
        (
            "---\nemployer: Lakeside\ntitle: PM\n---\n- **Rents**: halved\n",
            "resume",
            "front matter with an employer and a title looks like a resume",
        ),
    ],
)
@pytest.mark.parametrize("reader", [MARKDOWN, PLAIN])
def test_shape(text: str, kind: str, why: str, reader: object) -> None:
    decision = decide(Document.read(text, reader))
    assert decision.kind == kind
    if reader is MARKDOWN:
        assert why in decision.why


def read(text: str) -> Document:
    return Document.read(text, MARKDOWN)


def test_what_is_given_comes_first() -> None:
    asking = read("<!-- pmlint: kind=story -->\n" + RESUME)
    assert decide(asking, given="case", config_kind="note") == ("case", "it was given")
    assert decide(asking, config_kind="note").kind == "story"
    assert decide(read(RESUME), config_kind="note").kind == "note"


def test_the_config_is_named_with_its_pattern() -> None:
    assert decide(read(RESUME), config_kind="case", config_pattern="prep/*").why == (
        'the config says so for "prep/*"'
    )
    assert decide(read(RESUME), config_kind="case").why == "the config says so"


@pytest.mark.parametrize(
    "modeline",
    [
        "<!-- pmlint: kind=story -->",
        "<!-- pmlint: profile=strict kind = 'story' -->",
        "words <!-- pmlint: kind=story --> words",
        "- <!-- pmlint: kind=story -->",
    ],
)
def test_a_modeline_near_the_top_or_the_end(modeline: str) -> None:
    why = "a comment in the file says kind=story"
    assert decide(read(f"{modeline}\n\n{RESUME}")) == ("story", why)
    assert decide(read(f"{RESUME}\n\n{modeline}\n")) == ("story", why)


def test_a_modeline_in_the_middle_or_in_code_or_of_an_unknown_kind_does_not_count() -> None:
    middle = "\n\n".join(["words"] * 30)
    assert decide(read(f"{middle}\n\n<!-- pmlint: kind=story -->\n\n{middle}")).kind == "note"
    assert decide(read("```\n<!-- pmlint: kind=story -->\n```\n")).kind == "note"
    assert decide(read("<!-- pmlint: kind=stroy -->\n")).kind == "note"
    assert (
        decide(read("<!-- pmlint: kind=acme/pitch -->\n"), kinds=["acme/pitch"]).kind
        == "acme/pitch"
    )


@pytest.mark.parametrize(
    ("front", "says"),
    [
        ("kind: story", "kind: story"),
        ("pmlint:\n  kind: story", "pmlint: kind: story"),
        ("pmlint: {kind: story}\nkind: case", "pmlint: kind: story"),
        ("pmlint: kind=story profile=strict", "pmlint: story"),
    ],
)
def test_front_matter(front: str, says: str) -> None:
    decision = decide(read(f"---\n{front}\n---\n{RESUME}"), config_kind="note")
    assert decision == ("story", f"the front matter says {says}")


def test_other_peoples_kinds_in_front_matter_are_left_alone() -> None:
    assert decide(read(f"---\nkind: post\n---\n{RESUME}")).kind == "resume"


def test_a_comment_counts_before_front_matter() -> None:
    text = "---\nkind: case\n---\n\n<!-- pmlint: kind=story -->\n"
    assert decide(read(text)).kind == "story"


class _Timed:
    name = "timed"
    extensions = (".timed",)
    languages = ()
    comment = ""
    kind = "transcript"

    def ends(self, text: str, start: int) -> Iterator[int]:
        yield len(text)

    def resume(self, text: str, start: int) -> int:
        return start

    def blocks(self, chunk: str) -> tuple[Block, ...]:
        return ()


def test_a_format_may_tell_the_kind() -> None:
    document = Document.read(RESUME, _Timed())
    assert decide(document) == ("transcript", "the format timed holds nothing else")
    assert decide(document, config_kind="note").kind == "note"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("drafts/resume-2024.md", "resume"),
        ("cv.md", "resume"),
        ("later-payment-prd.md", "proposal"),
        ("C:\\x\\star_stories.md", "story"),
        ("airline teardown.md", "case"),
        ("promo-packet.txt", "packet"),
        ("resume/notes.md", "note"),
        ("presume.md", "note"),
    ],
)
def test_the_name_of_the_file_counts_when_the_text_says_nothing(path: str, kind: str) -> None:
    assert decide(read(NOTE), path).kind == kind


def test_the_text_counts_more_than_the_name_of_the_file() -> None:
    assert decide(read(RESUME), "story.md").kind == "resume"


def test_every_kind_has_a_title_and_says_what_it_is() -> None:
    assert [kind.name for kind in KINDS] == [
        "resume", "packet", "story", "case", "proposal", "transcript", "note",
    ]  # fmt: skip
    for kind in KINDS:
        assert kind.title
        assert kind.description.endswith(".")
