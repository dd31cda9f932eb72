"""Sections and whole documents as rules see them."""

from __future__ import annotations

from collections.abc import Sequence

from pmlint.api import views
from pmlint.document.document import Document
from pmlint.document.nodes import Section
from pmlint.engine.lines import Lines
from pmlint.engine.opening import opening


def section_view(section: Section, lines: Sequence[Lines]) -> views.Section:
    """A section; ``lines`` are those of all chunks of the document."""
    first, stop = section.chunks
    under = lines[first:stop]
    headings = [line for line in under[0].all if line.block == "heading"] if under else []
    heading = headings[-1] if headings and section.level else None
    body = [line for view in under for line in view.body]
    return views.Section(section.title, section.role, section.level, heading, body)


def document_view(document: Document, kind: str, lines: Sequence[Lines]) -> views.Document:
    """A whole document; ``lines`` are those of each of its chunks."""
    sections = document.sections()
    return views.Document(
        kind,
        [section_view(section, lines) for section in sections],
        [line for view in lines for line in view.body],
        opening(kind, document.chunks, lines, sections),
    )
