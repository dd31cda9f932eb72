"""Changes to a text, applied together or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pmlint.text.span import Span


class TextEdit(NamedTuple):
    """Replace ``span`` by ``text``; an empty span inserts, an empty text deletes."""

    span: Span
    text: str


class EditConflict(ValueError):  # noqa: N818 - it is named for what happened
    """Two edits want the same characters: ``first`` and ``second``."""

    def __init__(self, first: TextEdit, second: TextEdit) -> None:
        super().__init__(
            f"edits at {first.span.start}-{first.span.end} and "
            f"{second.span.start}-{second.span.end} overlap"
        )
        self.first = first
        self.second = second


def ordered(edits: Iterable[TextEdit]) -> list[TextEdit]:
    """The edits in order of place, the same replacement asked for twice kept once.

    Insertions at one place keep the order in which they were given and come before a replacement
    that starts there. Raises EditConflict when two edits share a character, or an insertion falls
    inside what another edit replaces.
    """
    kept: list[TextEdit] = []
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end > edit.span.start)):
        if kept:
            last = kept[-1]
            if edit == last and edit.span.end > edit.span.start:
                continue
            if edit.span.start < last.span.end:
                raise EditConflict(last, edit)
        kept.append(edit)
    return kept


def apply(text: str, edits: Iterable[TextEdit]) -> str:
    """The text after all edits; their spans count in ``text`` as it is before any of them.

    Raises EditConflict, and ValueError for a span that is reversed or outside the text.
    """
    pieces: list[str] = []
    at = 0
    for span, new in ordered(edits):
        if not 0 <= span.start <= span.end <= len(text):
            raise ValueError(f"span {span.start}-{span.end} is outside a text of {len(text)}")
        pieces += (text[at : span.start], new)
        at = span.end
    pieces.append(text[at:])
    return "".join(pieces)
