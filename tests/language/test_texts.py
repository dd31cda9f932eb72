"""Facts of openings, stories, proposals, cases and transcripts, with the words that tell them."""

from __future__ import annotations

from functools import lru_cache

import pytest

from pmlint.api import views
from pmlint.config.settings import Settings
from pmlint.document.document import Document
from pmlint.engine.lint import Linter
from pmlint.host.host import Host
from pmlint.language.openings import Mention


@lru_cache
def linter() -> Linter:
    return Linter(Host.load(plugins=False), Settings())


def read(text: str, kind: str, ending: str = "markdown") -> views.Document:
    reader = linter().host.format_for(f"draft.{ending}")
    assert reader is not None
    return linter().view(Document.read(text, reader), kind)


def words(mention: Mention | None) -> str | None:
    return None if mention is None else mention.span.of(mention.line.text)


def opening(text: str, kind: str = "proposal") -> views.Opening:
    found = read(text, kind).opening
    assert isinstance(found, views.Opening)
    return found


PROPOSAL = """\
# Quiet hours

## Problem

Technicians on call are woken up 3.4 times a night; 61% of the alarms led to no trip.

## Proposal

We propose to hold an alarm back for fifteen minutes.

## Success

Calls per night are below 1.5 after eight weeks (now 3.4).

## Risks

A person in the car could wait longer.

## Trade-offs

We accept that a lift is repaired later at night.

## Alternatives

_tbd_
"""


def test_first_mentions() -> None:
    facts = opening(PROPOSAL).facts
    assert facts.opens_with == "problem"
    assert words(facts.user) == "Technicians"
    assert words(facts.solution) == "We propose"
    assert (words(facts.success) or "").startswith("below 1.5")


@pytest.mark.parametrize(
    "lead",
    [
        "# Title\n\n",
        "Author: Ana\nStatus: draft\n\n",
        "| a | b |\n|---|---|\n| Owner of the page | Ana |\n\n",
        "## Contents\n\n- [Problem](#problem)\n- [Risks](#risks)\n\n## Undo\n\n",
        "## Release Signoff Checklist\n\n- [ ] Test plan is defined\n\n## Summary\n\n",
        "---\ntitle: x\n---\n\n",
    ],
)
def test_what_stands_above_the_text_does_not_open_it(lead: str) -> None:
    facts = opening(lead + "We propose a longer field. Couriers lose the note today.\n").facts
    assert facts.opens_with == "solution"
    assert words(facts.first) == "We propose"


def test_a_summary_that_names_no_trouble_tells_the_solution() -> None:
    text = (
        "## Summary\n\nThe role rotates every two months.\n\n## Motivation\n\nReleases were late.\n"
    )
    assert opening(text).facts.opens_with == "solution"
    assert opening(text.replace("Summary", "Context")).facts.opens_with == "problem"


def test_a_label_holds_for_its_paragraph() -> None:
    text = "**Goal:** fewer refunds.\n\nWe will add a field.\n"
    assert [one.part for one in opening(text).said] == ["", ""]
    facts = opening(text).facts
    assert facts.opens_with == "problem"
    assert words(facts.solution) == "We will add"


def test_the_question_of_a_case_is_not_its_answer() -> None:
    text = "How would you improve maps for seniors?\n\nI would build larger buttons.\n"
    assert opening(text, "case").facts.opens_with == "solution"


def test_repeated_role_is_a_user() -> None:
    text = "It is the contributor's code. We lose a contributor each month.\n"
    assert words(opening(text).facts.user) == "contributor"
    assert opening("We lose a contributor each month.\n").facts.user is None


STORY = """\
In October the share of missed visits rose to 13%. I was asked to add a message. I pulled the reports
and saw that messages were dropped. A second one would have been dropped too. I proposed to renew the
name first instead. Missed visits fell to 9%.
"""


def test_story() -> None:
    story = read(STORY, "story").story
    assert set(story.parts) == {"situation", "task", "action", "result"}
    assert not story.labelled
    assert story.actor == "i"
    assert story.decision_arc
    assert words(story.arc.questioned) == "would have been"
    assert words(story.arc.chose) == "I proposed"
    assert [actor for _, actor in story.deeds] == ["i"] * len(story.deeds)


def test_labelled_story() -> None:
    text = (
        "**S.** The lease ended.\n\n**T.** I had to move.\n\n**A.** We packed the books. We drove."
        "\n\n**R.** It worked well.\n"
    )
    story = read(text, "story").story
    assert story.labelled
    assert list(story.parts) == ["situation", "task", "action", "result"]
    assert story.actor == "we"
    assert len(story.deeds) == 2
    assert story.words["action"] == 7  # with the label


@pytest.mark.parametrize(
    "result",
    ["This taught me patience.", "What did you learn?", ""],
)
def test_a_lesson_or_a_question_is_no_result(result: str) -> None:
    text = f"**Situation:** The lease ended.\n\n**Action:** I packed.\n\n**Result:** {result}\n"
    assert "result" not in read(text, "story").story.parts


def test_answer_after_a_question_is_no_action() -> None:
    story = read(
        "**Q:** Tell me about a conflict.\n\n**A:** At the agency I shared a desk.\n", "story"
    )
    assert not story.story.labelled


def test_notes_without_a_subject_are_the_writers_own() -> None:
    assert (
        read("- Declared the highest severity.\n- Froze all releases.\n", "story").story.actor
        == "i"
    )


def test_proposal() -> None:
    proposal = read(PROPOSAL, "proposal").proposal
    assert set(proposal.parts) == {
        "problem", "users", "evidence", "success", "risks", "tradeoffs",
    }  # fmt: skip
    assert [(one.part, one.filled) for one in proposal.headings if not one.filled] == [
        ("alternatives", False)
    ]
    assert proposal.lacking == ()
    assert words(proposal.parts["tradeoffs"]) == "We accept that a lift is repaired later at night."


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The main risk is that an undo overwrites edits.", "risks"),
        ("We considered a preview and rejected it.", "alternatives"),
        ("We give up undo for images.", "tradeoffs"),
        ("Success: restores fall from 15 to 3 a month.", "success"),
        ("Catalog managers lose an evening; eight of eight had one.", "evidence"),
    ],
)
def test_substance_needs_no_heading(text: str, part: str) -> None:
    assert part in read(f"# Undo\n\n{text}\n", "proposal").proposal.parts


@pytest.mark.parametrize("empty", ["", "N/A", "None.", "_tbd_", "See separate document.", "TBD"])
def test_a_placeholder_is_no_substance(empty: str) -> None:
    proposal = read(
        f"# Undo\n\n## Risks\n\n{empty}\n\n## Rollout\n\nIn May.\n", "proposal"
    ).proposal
    assert "risks" not in proposal.parts


@pytest.mark.parametrize(
    ("goal", "lacking"),
    [
        ("Calls fall from 40 to 10 a week by June.", ()),
        ("Calls are below 10 a week by June.", ("baseline",)),
        ("Calls fall from 40 to 10 a week.", ("time frame",)),
        ("Increase retention.", ("target", "baseline", "time frame")),
        ("Escape closes the picker and nothing else.", ()),
    ],
)
def test_what_metrics_lack(goal: str, lacking: tuple[str, ...]) -> None:
    assert read(f"# T\n\n## Goals\n\n- {goal}\n", "proposal").proposal.lacking == lacking


def test_steps_of_a_case() -> None:
    text = (
        "I'd focus on runners. My goal is one run in week six. Three causes: pace, boredom, or pain."
        " I'd bet on pace, and I would build a plan.\n"
    )
    steps = read(text, "case").steps
    assert words(steps.user) == "runners"
    assert words(steps.goal) == "goal is"
    assert steps.counted == 3
    assert words(steps.pick) == "I'd bet on"


def test_hypotheses_in_a_list() -> None:
    text = (
        "Why do they stop?\n\n- They go too fast.\n- It is dull.\n- It hurts.\n\nI'd bet on pain.\n"
    )
    steps = read(text, "case").steps
    assert steps.counted == 3
    assert [words(one) for one in steps.hypotheses] == [
        "They go too fast.", "It is dull.", "It hurts.",
    ]  # fmt: skip


TRANSCRIPT = """\
00:00:10 Ana: What would you build for choirs?
00:00:30 Ben: Are these amateur choirs?
00:01:00 Ana: Yes.
00:01:30 Ben: I would build a calendar.
00:06:10 Ana: Thanks.
"""


def test_transcript() -> None:
    transcript = read(TRANSCRIPT, "transcript", "txt").transcript
    assert [turn.speaker for turn in transcript.turns] == ["ben", "ben"]
    assert transcript.timed
    assert 6 <= transcript.minutes < 7
    assert transcript.solution is not None
    assert words(transcript.solution) == "I would build"
    assert transcript.time(transcript.solution) == 60.0
    assert transcript.scope is not None


def test_transcript_in_markdown() -> None:
    text = "**Interviewer:** Why?\n\n**Candidate:** It is slow. I would add a cache.\n"
    transcript = read(text, "transcript").transcript
    assert [turn.speaker for turn in transcript.turns] == ["candidate"]
    assert not transcript.timed
    assert transcript.solution is not None
    assert transcript.time(transcript.solution) is None


def test_a_text_that_is_no_draft_of_one_thing_is_not_judged_as_a_whole() -> None:
    document = read("- Built a cache.\n" * (views.MOST_LINES + 1), "packet")
    assert document.said == []
    assert document.story.deeds == ()


@pytest.mark.parametrize("change", ["crlf", "bold", "bullets", "front matter"])
def test_the_way_of_writing_changes_no_fact(change: str) -> None:
    text = PROPOSAL
    if change == "crlf":
        text = text.replace("\n", "\r\n")
    elif change == "bold":
        text = text.replace("Technicians", "**Technicians**").replace("accept", "*accept*")
    elif change == "bullets":
        text = text.replace("\n\nA person", "\n\n- A person").replace("\n\nCalls", "\n\n* Calls")
    else:
        text = f"---\ntitle: x\n---\n\n{text}"
    assert (
        read(text, "proposal").proposal.parts.keys()
        == read(PROPOSAL, "proposal").proposal.parts.keys()
    )
    assert opening(text).facts.opens_with == "problem"
