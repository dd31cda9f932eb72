"""The lines of a plain text, by what could start there."""

from __future__ import annotations

import re
from typing import NamedTuple

from pmlint.api import section_role

_LINE = re.compile(
    r"""
    \ufeff?([ \t\xa0\u3000]*)                                  # 1 indent
    (?:
      ((?=[\r\n]|\Z))                                          # 2 blank
    | (<!--[^\r\n]*-->[ \t]*(?=[\r\n]|\Z))                     # 3 comment
    | (\#{1,6})[ \t]+(?=[^\s])                                 # 4 heading with marks
    | ([=\-_*~]{3,}[ \t]*(?=[\r\n]|\Z))                        # 5 underline or rule
    | (>)                                                      # 6 quote
    | (\[?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:[.,][0-9]{1,3})?\]?(?=[ \t]))   # 7 time
    | ([•‣▪◦●○■□▸►➢➤✓✔](?=[^\r\n])
      |[-*+·](?=[ \t\xa0]+[^\s])
      |[0-9]{1,3}[.)](?=[ \t\xa0]+[^\s])
      |\((?:[0-9]{1,3}|[A-Za-z]|[ivx]{2,5})\)(?=[ \t\xa0]+[^\s])
      |[A-Za-z]\)(?=[ \t\xa0]+[^\s]))                          # 8 bullet or number
    | ([–—](?=[ \t\xa0]+[^\s]))                                # 9 a dash: bullet, or wrapped text
    | ()                                                       # 10 text
    )
    [^\r\n]*(?:\r\n?|\n|\Z)
    """,
    re.VERBOSE,
)
BLANK, COMMENT, MARKS, RULE, QUOTE, TIME, BULLET, DASH, TEXT = range(2, 11)
SPACE = " \t\xa0\u3000\r\n"

_WORDS = re.compile(r"[^\W\d_][\w'’.&-]*")
_SMALL = frozenset("a an and as at by for from in nor of on or per the to via vs with".split())


class Row(NamedTuple):
    """One line: its kind (a group of the pattern above), its columns of indent, and where its
    text, without indent, starts and ends and the line break ends."""

    kind: int
    indent: int
    start: int
    end: int
    after: int


def row_at(text: str, at: int) -> Row:
    """The line of ``text`` that starts at ``at``."""
    line = _LINE.match(text, at)
    assert line is not None
    assert line.lastindex is not None
    start, after = line.end(1), line.end()
    end = start + len(text[start:after].rstrip(SPACE))
    indent = len(line[1].expandtabs(4)) if start > at else 0
    return Row(line.lastindex, indent, start, end, after)


def is_capitals(line: str) -> bool:
    """Whether a line looks like a heading in capitals."""
    return (
        len(line) <= 60
        and line.upper() == line
        and line[-1] not in ".,;!?"
        and sum(character.isalpha() for character in line) >= 4
        and len(line.split()) <= 8
        and line.count(",") < 2
    )


def heading_level(line: str) -> int:
    """The level of a lone line that looks like a heading, else 0.

    A name that sections have stands higher than another: jobs are headings within "Experience".
    """
    title = line.rstrip(": \t")
    if not title or len(line) > 60 or line[-1] in ".,;!?":
        return 0
    if any(mark in title for mark in ("@", "://", ": ")) or title.count(",") > 1:
        return 0
    named = section_role(title) != ""
    if is_capitals(line):
        return 1 if named else 2
    words = _WORDS.findall(title)
    if not words or len(words) > 8 or not words[0][0].isupper():
        return 0
    if line[-1] == ":":
        return 3 if len(words) <= 5 else 0
    large = [word for word in words if word.lower() not in _SMALL]
    if all(word[0].isupper() for word in large) and (len(large) > 1 or named):
        return 2 if named else 3
    return 0
