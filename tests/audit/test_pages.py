"""The pages: safe, self-contained, and readable by those who do not see them."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Sequence
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlint.audit.answers import QUESTIONS, Answer
from pmlint.audit.audit import Audit, AuditedLine
from pmlint.audit.page import audit as audit_page
from pmlint.audit.page import readiness as readiness_page
from pmlint.audit.page.html import Html, tag, text
from pmlint.audit.page.marks import sentence
from pmlint.audit.readiness.practice import Practice
from pmlint.audit.readiness.readiness import readiness
from pmlint.report.terminal import printable
from pmlint.text.span import Span
from tests.audit import drafts

Read = Callable[..., Audit]
One = Callable[..., AuditedLine]

_VOID = {"meta", "circle", "rect"}


class Page(HTMLParser):
    """What a page holds; fails on a tag that is not closed in its place."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[tuple[tuple[str, ...], str]] = []
        self.feed(source)
        self.close()
        assert self.open == []

    def handle_starttag(self, name: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((name, dict(attrs)))
        if name not in _VOID:
            self.open.append(name)

    def handle_startendtag(self, name: str, attrs: list[tuple[str, str | None]]) -> None:
        assert name in _VOID
        self.tags.append((name, dict(attrs)))

    def handle_endtag(self, name: str) -> None:
        assert self.open.pop() == name

    def handle_data(self, data: str) -> None:
        self.words.append((tuple(self.open), data))

    def text(self, *, without: Sequence[str] = ("style", "title", "sup")) -> str:
        return "".join(words for within, words in self.words if not set(within) & set(without))

    def named(self, name: str) -> list[dict[str, str | None]]:
        return [attrs for each, attrs in self.tags if each == name]


@pytest.fixture
def pages(read: Read) -> dict[str, str]:
    audits = [
        read(drafts.RESUME, "resume", "me/resume.md"),
        read(drafts.STORY, "story", "me/story.md"),
        read(drafts.CASE, "case", "me/case.md"),
        read(drafts.PROPOSAL, "proposal", "me/proposal.md"),
        read(drafts.HOSTILE, "resume", 'me/"><script>x</script>.md'),
        read(drafts.TEMPLATE, "proposal", "me/empty.md"),
        read("Eggs.\n", "note", "me/notes.md"),
    ]
    return {
        "audit of one": audit_page.page(audits[:1]),
        "audit of several": audit_page.page(audits),
        "audit of nothing": audit_page.page([]),
        "audit of a note": audit_page.page(audits[-1:]),
        "readiness": readiness_page.page(readiness("me", audits, Practice())),
        "readiness of nothing": readiness_page.page(readiness("me", [], Practice())),
    }


def test_every_tag_is_closed(pages: dict[str, str]) -> None:
    for source in pages.values():
        assert source.startswith('<!doctype html>\n<html lang="en">')
        Page(source)


def test_nothing_is_loaded_or_run(pages: dict[str, str]) -> None:
    for source in pages.values():
        page = Page(source)
        names = {name for name, _ in page.tags}
        assert names.isdisjoint(
            "script link img iframe object embed form base video audio source b".split()
        )
        for _, attrs in page.tags:
            assert not any(name.startswith("on") or name in ("style", "src") for name in attrs)
            assert (attrs.get("href") or "#").startswith("#")
        style = "".join(words for within, words in page.words if "style" in within)
        assert "url(" not in style
        assert "@import" not in style


def test_the_policy_lets_in_the_style_and_nothing_else(pages: dict[str, str]) -> None:
    for source in pages.values():
        [policy] = [
            attrs["content"]
            for attrs in Page(source).named("meta")
            if attrs.get("http-equiv") == "Content-Security-Policy"
        ]
        assert policy is not None
        [style] = re.findall(r"<style>(.*?)</style>", source, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        assert policy == (
            f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        )


def test_hostile_words_are_words(read: Read) -> None:
    audit = read(drafts.HOSTILE, "resume", "</title><script>x</script>.md")
    source = audit_page.page([audit])
    page = Page(source)
    assert "alert(1)" in page.text()
    assert "<script" not in source
    assert not any(char in source for char in "\x00\x1b\u202e")
    assert [each.words for each in audit.claims] != []
    for line in audit.claims:
        assert printable(line.words) in page.text()


def test_headings_go_down_by_one(pages: dict[str, str]) -> None:
    for source in pages.values():
        levels = [int(name[1]) for name, _ in Page(source).tags if re.fullmatch("h[1-6]", name)]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tables_have_captions_and_heads(pages: dict[str, str]) -> None:
    assert "<table" in pages["audit of one"]
    for source in pages.values():
        page = Page(source)
        assert len(page.named("caption")) == len(page.named("table"))
        assert all(attrs.get("scope") in ("row", "col") for attrs in page.named("th"))


def test_pictures_are_silent_and_told_in_words(pages: dict[str, str]) -> None:
    page = Page(pages["audit of one"])
    assert page.named("svg") != []
    assert all(attrs.get("aria-hidden") == "true" for attrs in page.named("svg"))
    assert "1 line" in page.text()


def test_links_and_labels_lead_somewhere(pages: dict[str, str]) -> None:
    for source in pages.values():
        page = Page(source)
        ids = [attrs["id"] for _, attrs in page.tags if attrs.get("id")]
        assert len(ids) == len(set(ids))
        for _, attrs in page.tags:
            for target in (attrs.get("aria-labelledby"), (attrs.get("href") or "")[1:]):
                assert not target or target in ids


def test_an_answer_is_told_by_more_than_color(line: One) -> None:
    found = line("Cut churn by 40% because sellers could not pay.")
    source = audit_page.page([Audit(found.path, "resume", (found,), *_no_view())])
    page = Page(source)
    heard = page.text()
    assert "user problem: because sellers could not pay" in heard
    assert "trade-off: not answered" in heard
    assert "evidence: by 40%" in heard
    signs = [
        words for within, words in page.words if within[-1:] == ("span",) and words in ("✓", "○")
    ]
    # Among the closest to strong, and in its draft.
    assert signs == ["✓", "○", "✓"] * 2


def _no_view() -> tuple[object, dict[int, int]]:
    return None, {}


# --- marks --------------------------------------------------------------------------------------


def test_marks(line: One) -> None:
    found = line("Cut churn by 40% because sellers could not pay.")
    assert sentence(found) == (
        '<span dir="auto">Cut churn '
        '<mark class="proof"><sup aria-hidden="true">E</sup>by 40%</mark> '
        '<mark class="user"><sup aria-hidden="true">U</sup>because sellers could not pay</mark>.'
        "</span>"
    )


def test_marks_that_overlap_nest(line: One) -> None:
    found = line("Cut churn because of it.")
    answers = {
        "user problem": Answer("churn because", (Span(4, 17),)),
        "trade-off": Answer("because of", (Span(10, 20),)),
        "evidence": None,
    }
    shown = sentence(found._replace(answers=answers))
    page = Page(shown)
    assert page.text() == "Cut churn because of it."
    [both] = [within for within, words in page.words if words == "because"]
    assert both.count("mark") == 2


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=4)


@given(words=st.text(max_size=30), spans=st.tuples(SPANS, SPANS, SPANS))
def test_marking_changes_no_word(
    line: One, words: str, spans: tuple[list[tuple[int, int]], ...]
) -> None:
    answers = {
        question: Answer(
            "x",
            tuple(Span(*sorted((min(a, len(words)), min(b, len(words))))) for a, b in several),
        )
        for question, several in zip(QUESTIONS, spans, strict=True)
    }
    found = line("Cut churn.")
    made = found._replace(said=found.said._replace(text=words), answers=answers)
    assert Page(sentence(made)).text() == "".join(map(printable, words))


@given(st.text())
def test_text_stays_text(words: str) -> None:
    shown = Page(str(tag("p", words, title=words)))
    assert "".join(data for _, data in shown.words) == printable(words)
    assert shown.tags == [("p", {"title": printable(words)})]


def test_only_markup_is_markup() -> None:
    assert tag("p", "<b>", Html("<i>"), "&") == "<p>&lt;b&gt;<i>&amp;</p>"
    assert text("a\nb") == "a\u240ab"
    assert tag("circle", r=3, class_="x", cx=None) == '<circle r="3" class="x" />'
