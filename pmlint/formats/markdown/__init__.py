"""Markdown: CommonMark with tables, front matter, footnotes, task lists and alerts.

Headings, paragraphs, list items and table cells are prose; code, HTML, URLs, images and link
targets are not. Block quotes are other people's words. ``<!-- pmlint: ... -->`` are directives.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.api import Block, front_matter_resume
from pmlint.formats.markdown.blocks import blocks
from pmlint.formats.markdown.scan import ends


class _Markdown:
    name = "markdown"
    extensions = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")
    languages = ("markdown",)
    comment = "<!-- {} -->"
    kind = ""

    def ends(self, text: str, start: int) -> Iterator[int]:
        return ends(text, start)

    def resume(self, text: str, start: int) -> int:
        return front_matter_resume(text, start)

    def blocks(self, chunk: str) -> tuple[Block, ...]:
        return blocks(chunk)


MARKDOWN = _Markdown()
