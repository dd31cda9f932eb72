"""Where the prose of a draft begins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pmlint.api.views import Opening
from pmlint.document.nodes import Chunk, Section
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


def opening(
    kind: str, chunks: Sequence[Chunk], views: Sequence[Lines], sections: Iterable[Section]
) -> Opening:
    """About the first 150 words of prose, headings left out.

    A table of contents, and metadata ("Author: ...") or tables above the text do not count.
    """
    from pmlint.language.openings import Said
    from pmlint.language.parts import Parts

    parts = Parts()
    found: list[Said] = []
    words = 0
    for number, section in enumerate(sections):
        part = parts.of(section.title, section.role, section.level)
        for index in range(*section.chunks):
            for line in views[index].body:
                if words >= _WORDS:
                    return Opening(kind, found)
                if _is_metadata(line.text) or _is_contents(line, chunks[index]):
                    continue
                if line.block == "cell" and (not found or line.node.block.marker == "header"):
                    continue
                found.append(Said(line, part, number))
                words += line.text.count(" ") + 1
    return Opening(kind, found)


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
