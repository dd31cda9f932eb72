from __future__ import annotations

import json
import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pmlint.api.finding import Finding, Related
from pmlint.engine.report import Piece
from pmlint.server.rendering import Rendered
from pmlint.text.lines import LineIndex
from pmlint.text.span import Span

URI = "file:///a.md"


class Found:
    """As much of a report as is rendered."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces


def finding(start: int, end: int, related: tuple[Related, ...] = ()) -> Finding:
    return Finding("a-rule", "pmlint", "info", "m", "", "note", Span(start, end), (), related)


def rendered(
    one: Rendered,
    text: str,
    pieces: list[Piece],
    chunks: list[int],
    limit: int = 0,
    near: int = 0,
) -> list[dict[str, Any]]:
    index = LineIndex(text)
    texts = one.diagnostics(
        Found(pieces),
        index.position,
        index.starts,
        chunks,
        page=lambda rule: "",
        related_uri=URI,
        limit=limit,
        near=near,
    )
    return json.loads("[" + ",".join(texts) + "]")


def pieces_of(
    lines: list[tuple[str, tuple[Finding, ...]]],
) -> tuple[str, list[Piece], list[int]]:
    """A text of lines, each a chunk, the pieces of those that have findings, and all starts."""
    pieces, starts, at = [], [], 0
    for text, findings in lines:
        starts.append(at)
        if findings:
            pieces.append((at, findings))
        at += len(text)
    return "".join(text for text, _ in lines), pieces, starts


@given(seed=st.integers(0, 2**32))
def test_what_is_kept_equals_what_is_made_anew(seed: int) -> None:
    chance = random.Random(seed)
    kept = Rendered()
    lines: list[tuple[str, tuple[Finding, ...]]] = []
    for _ in range(chance.randint(1, 12)):
        # Some lines come, go, or change; some findings point far away.
        at = chance.randint(0, len(lines))
        gone = chance.choice([0, 0, 1, 3])
        fresh = []
        for _ in range(chance.choice([0, 1, 1, 4])):
            far = chance.choice([-9, -1, 0, 1, 9, 30])
            related = (Related(Span(far, far + 1), "there"),) if chance.random() < 0.4 else ()
            count = chance.choice([0, 1, 1, 2])
            fresh.append(
                (
                    "x" * chance.randint(2, 9) + "\n" * chance.choice([1, 1, 2]),
                    tuple(finding(0, 1 + one, related) for one in range(count)),
                )
            )
        lines[at : at + gone] = fresh
        made = pieces_of(lines)
        assert rendered(kept, *made) == rendered(Rendered(), *made)


def test_a_line_break_for_a_blank_moves_what_comes_after() -> None:
    """The offsets stay, the lines do not."""
    one = (finding(0, 2),)
    kept = Rendered()
    before, pieces, starts = pieces_of([("ab cd\n", ()), ("ef\n", one)])
    (first,) = rendered(kept, before, pieces, starts)
    after = before.replace(" ", "\n")
    (second,) = rendered(kept, after, pieces, starts)
    assert first["range"]["start"]["line"] == 1
    assert second["range"]["start"]["line"] == 2


def test_equal_findings_in_a_text_that_breaks_its_lines_elsewhere() -> None:
    kept = Rendered()
    (first,) = rendered(kept, *pieces_of([("ab cd\n", (finding(0, 5),))]))
    (second,) = rendered(kept, *pieces_of([("ab\ncd\n", (finding(0, 5),))]))
    assert first["range"]["end"] == {"line": 0, "character": 5}
    assert second["range"]["end"] == {"line": 1, "character": 2}


def test_related_places_move_by_themselves() -> None:
    far = (finding(0, 2, (Related(Span(6, 8), "there"),)),)
    kept = Rendered()
    # A line break in place of a letter: all offsets stay, and the finding is the same object.
    for between, line in (("cd\n", 2), ("c\n\n", 3)):
        (shown,) = rendered(kept, *pieces_of([("ab\n", far), (between, ()), ("ef\n", ())]))
        place = shown["relatedInformation"][0]["location"]["range"]["start"]
        assert place == {"line": line, "character": 0}


def test_the_findings_nearest_to_the_last_edit_are_shown() -> None:
    text, pieces, starts = pieces_of([("ab\n", (finding(0, 1), finding(0, 2)))] * 50)
    for near, first in ((0, 0), (75, 21), (149, 40)):
        kept = Rendered()
        shown = rendered(kept, text, pieces, starts, limit=20, near=near)
        assert [one["range"]["start"]["line"] for one in shown][::2] == list(
            range(first, first + 10)
        )
        assert kept.hidden == 80


def test_at_least_the_limit_is_shown() -> None:
    text, pieces, starts = pieces_of([("abc\n", (finding(0, 1), finding(0, 2), finding(0, 3)))] * 9)
    for near in range(0, len(text), 4):
        kept = Rendered()
        shown = rendered(kept, text, pieces, starts, limit=10, near=near)
        assert len(shown) + kept.hidden == 27
        assert 10 <= len(shown) <= 13
