"""A measure in its phrase: not ``40%`` but ``by 40%``, not two numbers but ``from 9 to 2``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pmlint.text.span import Span

_LEADS = frozenset(
    "about above almost around at below beyond by from in nearly of only over per roughly than to"
    " under up within".split()
)
_WORD_BEFORE = re.compile(r"(\w+) $")
_JOINT = re.compile(r"\s*(?:,|and)?\s*")


def phrases(text: str, measures: Iterable[Span]) -> list[Span]:
    """The measures with the small words that lead up to them; neighbors become one phrase."""
    joined: list[Span] = []
    for span in measures:
        wide = Span(_start(text, span.start), span.end)
        if joined and (
            wide.start <= joined[-1].end or _JOINT.fullmatch(text, joined[-1].end, wide.start)
        ):
            joined[-1] = joined[-1].cover(wide)
        else:
            joined.append(wide)
    return joined


def _start(text: str, start: int) -> int:
    """Where the small words before ``start`` begin."""
    while (before := _WORD_BEFORE.search(text, max(0, start - 12), start)) is not None:
        if before.group(1).lower() not in _LEADS:
            break
        start = before.start()
    return start
