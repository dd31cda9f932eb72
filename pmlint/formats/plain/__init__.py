"""Plain text: paragraphs between blank lines, bullets and numbers, headings that look like it.

Lines that were wrapped to fit are joined; lines that were ended on purpose are not. Headings are
lines of their own in capitals, underlined, in Title Case before a blank line, ending in a colon, or
with "#" as in Markdown. A line that is ``<!-- ... -->`` alone is a comment, lines with ">" are
other people's words, and a line with a time ("00:03:12 Candidate: ...") starts a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator

from pmlint.api import Block, front_matter_resume


class _Plain:
    name = "plain"
    extensions = (".txt", ".text")
    languages = ("plaintext", "text")
    comment = "<!-- {} -->"
    kind = ""

    # The reader is imported when there is something to read: most runs meet Markdown alone.
    def ends(self, text: str, start: int) -> Iterator[int]:
        from pmlint.formats.plain.scan import ends

        return ends(text, start)

    def resume(self, text: str, start: int) -> int:
        return front_matter_resume(text, start)

    def blocks(self, chunk: str) -> tuple[Block, ...]:
        from pmlint.formats.plain.blocks import blocks

        return blocks(chunk)


PLAIN = _Plain()
