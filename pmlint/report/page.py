"""A Markdown page, lightly set for a terminal: headings, emphasis, lists and code, wrapped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from textwrap import wrap

from pmlint.report.terminal import Paint

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"(#{1,6}) +(.*?)(?: +#+)? *$")
_ITEM = re.compile(r"( *)([-*+]|\d+[.)]) +(.*)$")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_INLINE = re.compile(r"`([^`]+)`|\*\*([^*]+)\*\*|(?<!\w)[*_](?=\S)([^*_]+)(?<=\S)[*_](?!\w)")


def page(markdown: str, paint: Paint, columns: int) -> str:
    """``markdown`` in lines of at most ``columns`` columns, code as it is."""
    rows: list[str] = []
    for first, rest, text in _paragraphs(markdown):
        heading = _HEADING.match(text)
        if heading:
            rows.append(paint.bold(_plain(heading.group(2), paint, color=False)))
        elif first == _CODE:
            rows += [paint.cyan(f"    {line}") if line else "" for line in text.split("\n")]
        elif text:
            rows += _wrapped(_LINK.sub(r"\1 (\2)", text), first, rest, paint, columns)
        else:
            rows.append("")
    return "\n".join(rows).strip("\n") + "\n"


_CODE = "code"


def _paragraphs(markdown: str) -> Iterator[tuple[str, str, str]]:
    """Indent of the first row, indent of the others, and the text in one line.

    Code has `_CODE` for an indent and keeps its lines; an empty text is an empty row.
    """
    held: list[str] = []
    first = rest = ""
    code: list[str] = []
    fence = ""

    for line in [*markdown.strip().split("\n"), ""]:
        if fence:
            if line.strip().startswith(fence):
                yield _CODE, _CODE, "\n".join(code)
                fence = ""
            else:
                code.append(line)
            continue
        opened = _FENCE.match(line)
        item = _ITEM.match(line)
        ends = bool(opened or item or not line.strip() or _HEADING.match(line))
        if ends and held:
            yield first, rest, " ".join(held)
            held, first, rest = [], "", ""
        if opened:
            fence, code = opened.group(1), []
        elif item:
            first = f"{item.group(1)}  {item.group(2)} "
            rest = " " * len(first)
            held = [item.group(3)]
        elif not line.strip() or _HEADING.match(line):
            yield "", "", line.strip()
        else:
            held.append(line.strip())
    if fence:
        yield _CODE, _CODE, "\n".join(code)


def _wrapped(text: str, first: str, rest: str, paint: Paint, columns: int) -> Iterator[str]:
    # Wrapped while emphasis is still marked: the marks take part in the count, never more.
    lines = wrap(
        text,
        columns,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return iter(_plain("\n".join(lines), paint).split("\n"))


def _plain(text: str, paint: Paint, *, color: bool = True) -> str:
    """Inline marks to styles; a style never runs over the end of a row."""

    def styled(match: re.Match[str]) -> str:
        code, strong, soft = match.groups()
        if not color or not paint.on:
            return f"`{code}`" if code else strong or soft
        style: Callable[[str], str] = paint.cyan if code else paint.bold if strong else str
        return "\n".join(style(row) for row in (code or strong or soft).split("\n"))

    return _INLINE.sub(styled, text)
