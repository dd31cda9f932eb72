"""Front matter: the keys at the top of a file, with their places.

A small reader of what people put there: ``key: value`` or ``key = value`` lines, one level of
nesting, quotes and comments. It never fails; a line that it does not understand is left out.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pmlint.text.span import Span

_FRONT = re.compile(
    r"\ufeff?(?:---|\+\+\+)[ \t]*(?:\r\n?|\n)(?!(?:---|\.\.\.|\+\+\+)?[ \t]*[\r\n])"
)
_FRONT_END = {
    "-": re.compile(r"[\r\n](?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)"),
    "+": re.compile(r"[\r\n]\+\+\+[ \t]*(?:\r\n?|\n|\Z)"),
}

# Compiled when the first front matter is met: most drafts have none.
_LINE = r"[^\r\n]*(?:\r\n?|\n|\Z)"
_ENTRY = r"""(?x)
    ([ \t]*)                                       # indent
    (?:-[ \t]+)?                                   # an entry of a list of mappings
    (?:"([^"\r\n]+)"|'([^'\r\n]+)'|([\w.@/-]+(?:[ ][\w.@/-]+)*))   # key
    [ \t]*(?::(?=[ \t\r\n]|\Z)|=)[ \t]*            # between key and value
    ("(?:[^"\\\r\n]|\\.)*"|'(?:[^'\r\n]|'')*'|\{[^\r\n]*\}|\[[^\r\n]*\]|[^\r\n]*)
    """
_PAIR = r"""[{,][ \t]*["']?([\w.@/-]+)["']?[ \t]*[:=][ \t]*("[^"\r\n]*"|'[^'\r\n]*'|\[[^\]\r\n]*\]|[^,}\r\n]*)"""
_TABLE = r"[ \t]*\[([\w.@/ -]+)\][ \t]*(?:#.*)?$"
_COMMENT = r"[ \t]+#.*$"


def front_matter_end(text: str, stop: int | None = None) -> int:
    """The length of the front matter at the start of ``text``, its last line break included.

    0 when there is none, or when it is not closed before ``stop``.
    """
    opening = _FRONT.match(text)
    if opening is None:
        return 0
    mark = text[1] if text[0] == "\ufeff" else text[0]
    end = _FRONT_END[mark].search(text, opening.end(), len(text) if stop is None else stop)
    return end.end() if end else 0


def front_matter_resume(text: str, start: int) -> int:
    """`Format.resume` for a format whose files may start with front matter.

    Front matter that is open and not closed before ``start`` may be closed by the change.
    """
    if start and _FRONT.match(text) and not front_matter_end(text, start):
        return 0
    return start


class Entry(NamedTuple):
    """One key of the front matter.

    ``path``: the key, after the key that it is nested in, if any. ``value``: its text, without
    quotes. ``span``: where key and value stand, from the key on.
    """

    path: tuple[str, ...]
    value: str
    span: Span


def entries(text: str, start: int = 0) -> list[Entry]:
    """The entries of a front matter block, fences included or not, in order.

    ``start`` is added to all offsets. A key without value that others are nested in is no entry.
    """
    rows, keys = re.compile(_LINE), re.compile(_ENTRY)
    found: list[Entry] = []
    outer = ""
    outer_indent = 0
    at = 0
    while at < len(text):
        line = rows.match(text, at)
        assert line is not None
        at = line.end()
        table = re.match(_TABLE, line[0].rstrip("\r\n"))
        if table:
            outer, outer_indent = table[1].strip(), -1
            continue
        entry = keys.match(text, line.start(), line.end())
        if entry is None:
            continue
        indent = len(entry[1])
        key = entry[2] or entry[3] or entry[4]
        value, end = _value(entry[5])
        if indent <= outer_indent:
            outer = ""
        path = (outer, key) if outer else (key,)
        begin = start + entry.start() + indent
        if not value and not entry[5].strip():
            if not outer:
                outer, outer_indent = key, indent
            continue
        if value.startswith("{") and value.endswith("}"):
            for pair in re.compile(_PAIR).finditer(text, entry.start(5), entry.start(5) + end):
                inner, length = _value(pair[2])
                place = Span(start + pair.start(1), start + pair.start(2) + length)
                found.append(Entry((*path, pair[1]), inner, place))
            continue
        found.append(Entry(path, value, Span(begin, start + entry.start(5) + end)))
    return found


def _value(raw: str) -> tuple[str, int]:
    """The text of a value as written, and how much of ``raw`` it is."""
    if raw[:1] in ('"', "'") and len(raw) > 1 and raw[-1:] == raw[:1]:
        return raw[1:-1], len(raw)
    text = "" if raw.startswith("#") else re.sub(_COMMENT, "", raw).rstrip()
    return text, len(text)
