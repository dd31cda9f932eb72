"""Where the prose of a draft begins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pmlint.api.views import Line
from pmlint.document.nodes import Chunk
from pmlint.engine.lines import Lines, PlacedLine

_WORDS = 150
# Facts about the document that stand above its text: "Author: ...", "Last updated: ...".
_LABELS = """
    approved by, approver, approvers, author, authors, category, cc, contributor, contributors,
    created, created on, date, deadline, designer, designers, doc owner, document id,
    document owner, due, due date, editor, editors, email, eng lead, engineering lead, epic, from,
    jira, labels, last edited, last modified, last revised, last updated, last updated by,
    last updated on, link, links, name, owner, owners, phase, phone, pm, prepared by, prepared for,
    product manager, project, re, release, release date, reviewed by, reviewer, reviewers, revision,
    sponsor, sponsors, squad, stage, stakeholder, stakeholders, start date, status, subject, tags,
    target date, target release, team, tech lead, ticket, title, to, type, updated, updated by,
    updated on, version, written by
"""
_METADATA = frozenset(" ".join(_LABELS.split()).split(", "))


def opening(chunks: Sequence[Chunk], views: Iterable[Lines]) -> Sequence[Line]:
    """The lines of about the first 150 words of prose, headings left out.

    Tables, a table of contents and metadata ("Author: ...") above the text do not count.
    """
    found: list[Line] = []
    words = 0
    for chunk, view in zip(chunks, views, strict=True):
        for line in view.body:
            if words >= _WORDS:
                return found
            if line.block == "cell" or _is_metadata(line.text) or _is_contents(line, chunk):
                continue
            found.append(line)
            words += line.text.count(" ") + 1
    return found


def _is_metadata(text: str) -> bool:
    label, colon, _ = text[:40].partition(":")
    return bool(colon) and " ".join(label.lower().split()) in _METADATA


def _is_contents(line: PlacedLine, chunk: Chunk) -> bool:
    """True for an item that is one link into the same document."""
    if line.block != "item" or "](#" not in chunk.text:
        return False
    block = line.node.block
    written = block.span.of(chunk.text)[len(block.marker) :].strip()
    return written.startswith("[") and written.endswith(")") and "](#" in written
