"""Where Markdown can be cut: places at which a parser holds nothing open.

This only finds safe places to cut; the parser decides what every chunk is. A place is safe when
the text after it, parsed alone, gives the blocks that it gives in the whole document (but for link
definitions, and whether a list is loose). In doubt there is no cut: a chunk may hold several
blocks, but never a part of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.api import front_matter_end

# One line, by what could start there. Form feed and vertical tab are spaces, as `parsed` makes them.
_LINE = re.compile(
    r"""
    ([ \t\v\f]*)                                                  # indent
    (?:
      ([^\W\d_])                                                  # a letter: plain text, the common case
    | ([ \t\v\f]*(?=[\r\n]|\Z))                                   # blank
    | (-+[ \t\v\f]*(?=[\r\n]|\Z))                                 # dashes: underline, rule, or empty item
    | (-(?:[ \t\v\f]*+-){2,}[ \t\v\f]*(?=[\r\n]|\Z)
      |\*(?:[ \t\v\f]*+\*){2,}[ \t\v\f]*(?=[\r\n]|\Z)
      |_(?:[ \t\v\f]*+_){2,}[ \t\v\f]*(?=[\r\n]|\Z))              # rule
    | ([-*+](?=[ \t\v\f][ \t\v\f]*[^ \t\v\f\r\n]))                # bullet
    | (0{0,8}1[.)](?=[ \t\v\f][ \t\v\f]*[^ \t\v\f\r\n]))          # number one
    | ([-*+](?=(?:[ \t\v\f][ \t\v\f]*)?(?:[\r\n]|\Z))
      |[0-9]{1,9}[.)](?=[ \t\v\f\r\n]|\Z))                        # an item that may not break a paragraph
    | (>)                                                         # quote
    | (`{3,}(?=[^`\r\n]*(?:[\r\n]|\Z))|~{3,})                     # fence
    | (\#{1,6}(?=[ \t\v\f\r\n]|\Z))                               # heading
    | (<)                                                         # HTML, or text
    | (=+[ \t\v\f]*(?=[\r\n]|\Z))                                 # underline
    | (\[\^[^\[\]\\\r\n]{1,200}\]:)                               # footnote
    | (\[)                                                        # perhaps a link definition
    | ()                                                          # plain text
    )
    [^\r\n]*(?:\r\n?|\n|\Z)
    """,
    re.VERBOSE,
)
(
    LETTER, BLANK, DASHES, RULE, BULLET, ONE, WEAK, QUOTE, FENCE, HEADING, ANGLE, EQUALS, NOTE,
    BRACKET, PLAIN,
) = range(2, 17)  # fmt: skip
# What ANGLE may turn out to be: HTML up to an end mark, HTML up to a blank line. It stays ANGLE
# where it may be either HTML up to a blank line or text.
RAW, TAG = 17, 18

# What ends a paragraph wherever it stands.
_SURE = frozenset((RULE, BULLET, ONE, QUOTE, FENCE, HEADING, RAW, TAG, NOTE))
# What ends a paragraph that is inside a container which this line is outside of.
_OUTSIDE = _SURE | {WEAK}
# What may swallow the lines after it.
_OPENS = frozenset((FENCE, RAW, TAG, ANGLE))

# An item with nothing on its line, or a box to tick alone: it ends at a blank line.
_BARE_ITEM = re.compile(
    r"(?:[-*+]|\d{1,9}[.)])[ \t\v\f]*+(|\[[ \t\v\fxX]\])[ \t\v\f]*+(?:[\r\n]|\Z)"
)

_EOL = re.compile(r"\r\n?|\n|\Z")

_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)(?=[ \t\v\f\r\n>]|/>|\Z)")
_RAW_TAGS = {
    "pre": "</pre>",
    "style": "</style>",
    "script": "</script>",
    "textarea": "</textarea>",
}
_BLOCK_TAGS = frozenset(
    """
    address article aside base basefont blockquote body caption center col colgroup dd details dialog
    dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header
    hr html iframe legend li link main menu menuitem nav noframes ol optgroup option p param search
    section summary table tbody td tfoot th thead title tr track ul
    """.split()
)

# What may be open at the end of a line. IN_DOUBT: a paragraph that may stand in an item, in a quote
# or in neither; nothing that could swallow a line without indent. STUCK: anything.
(
    _NOTHING_YET, _NOTHING, _PARAGRAPH, _ITEM, _EMPTY_ITEM, _QUOTED, _INDENTED, _HTML, _MAYBE_HTML,
    _MAYBE_HTML_OR_ITEM, _IN_DOUBT, _STUCK,
) = range(12)  # fmt: skip
_AFTER_BLANK = {
    _PARAGRAPH: _NOTHING,
    _EMPTY_ITEM: _NOTHING,
    _QUOTED: _NOTHING,
    _HTML: _NOTHING,
    _MAYBE_HTML: _NOTHING,
    _MAYBE_HTML_OR_ITEM: _IN_DOUBT,
}


def _columns(indent: str) -> int:
    return len(indent.expandtabs(4)) if "\t" in indent else len(indent)


def _open_item(text: str, start: int, indent: int) -> tuple[int, int]:
    """What the item whose marker starts at ``start`` leaves open: a state, and the indent that a
    line needs to stand inside it."""
    bare = _BARE_ITEM.match(text, start)
    at = start
    while text[at] not in "-*+.)":
        at += 1
    at += 1
    marker = column = indent + at - start
    if bare and not bare[1]:
        return _EMPTY_ITEM, marker + 1
    while text[at] in " \t\v\f":
        column += 4 - column % 4 if text[at] == "\t" else 1
        at += 1
        if column - marker > 4:
            # The item starts with indented code.
            return _ITEM, marker + 1
    return _EMPTY_ITEM if bare else _ITEM, column


def _fence_end(text: str, start: int, eol: int) -> int:
    """Where the line after the closing fence starts, or the end of the text."""
    while text[start] in " \v\f":
        start += 1
    mark = text[start]
    count = 3
    while text.startswith(mark, start + count):
        count += 1
    closing = re.compile(rf"[\r\n][ \v\f]{{0,3}}{mark}{{{count},}}[ \v\f]*(?:\r\n?|\n|\Z)").search(
        text, eol
    )
    return closing.end() if closing else len(text)


def _end_mark(text: str, at: int) -> str:
    """What ends the HTML block that a "<" starts, when it is not a blank line; else ""."""
    if text.startswith("<!--", at):
        return "-->"
    if text.startswith("<?", at):
        return "?>"
    if text.startswith("<![CDATA[", at):
        return "]]>"
    if text.startswith("<!", at):
        letter = text[at + 2 : at + 3]
        return ">" if letter.isascii() and letter.isalpha() else ""
    tag = _TAG.match(text, at)
    if tag is None or text[at + 1] == "/" or text.startswith("/>", tag.end()):
        return ""
    return _RAW_TAGS.get(tag[1].lower(), "")


def _angle(text: str, at: int) -> int:
    """What a line that starts with the "<" at ``at`` is: RAW, TAG or ANGLE."""
    if _end_mark(text, at):
        return RAW
    tag = _TAG.match(text, at)
    return TAG if tag and tag[1].lower() in _BLOCK_TAGS else ANGLE


def _raw_end(text: str, at: int) -> int:
    """Where the line after the end mark of an HTML block starts, or the end of the text."""
    found = text.find(_end_mark(text, at), at)
    if found < 0:
        return len(text)
    end = _EOL.search(text, found)
    assert end is not None
    return end.end()


def ends(text: str, start: int) -> Iterator[int]:
    """Ends of chunks after ``start``, which is 0 or an end; see `pmlint.api.Format.ends`."""
    size = len(text)
    begin = at = start
    state = _NOTHING_YET
    column = 0  # the content column of the open item
    gap = False  # whether the line before was blank
    if start == 0:
        at = front_matter_end(text)
        if at:
            state = _NOTHING
        elif text.startswith("\ufeff"):
            at = 1
    match = _LINE.match
    while at < size:
        line = match(text, at)
        assert line is not None
        kind = line.lastindex
        after = line.end()
        if kind == BLANK:
            state = _AFTER_BLANK.get(state, state)
            gap = True
            at = after
            continue
        indent = line.end(1) - at
        if indent:
            indent = _columns(line[1])
        if kind == ANGLE:
            kind = _angle(text, line.end(1))
        cut = False
        if state == _NOTHING:
            if indent <= 3:
                cut = True
            else:
                state = _INDENTED
        elif state == _PARAGRAPH:
            if indent > 3 or kind == LETTER:
                pass
            elif kind in _SURE:
                cut = kind != BULLET or not _delimits(text, at, after)
                state = _IN_DOUBT
            elif kind == WEAK:
                state = _IN_DOUBT
            elif kind in (DASHES, EQUALS):
                # The underline of a heading, unless the paragraph is a table.
                state = _IN_DOUBT if text.find("|", begin, at) >= 0 else _NOTHING
        elif state in (_ITEM, _EMPTY_ITEM):
            if indent >= column:
                state = _ITEM
            elif indent > 3:
                state = _IN_DOUBT
            elif gap or kind in _OUTSIDE or (kind == DASHES and not _two(text, line.end(1))):
                cut = True
            else:
                state = _MAYBE_HTML_OR_ITEM if kind == ANGLE else _IN_DOUBT
        elif state == _IN_DOUBT:
            if indent == 0:
                cut = gap or (kind in _SURE and kind != QUOTE)
                if kind == BULLET and not gap and _delimits(text, at, after):
                    cut = False
                if kind == ANGLE and not gap:
                    state = _MAYBE_HTML_OR_ITEM
            elif indent <= 3 and kind in _OPENS:
                state = _STUCK
        elif state == _QUOTED:
            if indent > 3:
                state = _IN_DOUBT
            elif kind == QUOTE:
                pass
            elif kind in _OUTSIDE or (kind == DASHES and not _two(text, line.end(1))):
                cut = True
            else:
                state = _MAYBE_HTML_OR_ITEM if kind == ANGLE else _IN_DOUBT
        elif state == _INDENTED:
            cut = indent <= 3
        elif state in (_MAYBE_HTML, _MAYBE_HTML_OR_ITEM):
            if indent > 3:
                pass
            elif kind in (FENCE, RAW):
                state = _STUCK
            elif kind in _OUTSIDE or kind == DASHES:
                state = _MAYBE_HTML_OR_ITEM
        if cut:
            yield at
            begin = at
        if cut or state == _NOTHING_YET:
            if indent > 3:
                state = _INDENTED
            elif kind in (LETTER, PLAIN, EQUALS):
                state = _PARAGRAPH
            elif kind == NOTE:
                column = 4
                state = _ITEM
            elif kind in (BULLET, ONE, WEAK, DASHES):
                if kind == DASHES and text.startswith("--", line.end(1)):
                    state = _PARAGRAPH if _two(text, line.end(1)) else _NOTHING
                else:
                    state, column = _open_item(text, line.end(1), indent)
            elif kind in (RULE, HEADING):
                state = _NOTHING
            elif kind == QUOTE:
                state = _QUOTED
            elif kind == FENCE:
                after = _fence_end(text, at, max(after - 1, at))
                state = _NOTHING
            elif kind == RAW:
                after = _raw_end(text, line.end(1))
                state = _NOTHING
            elif kind == TAG:
                state = _HTML
            elif kind == ANGLE:
                state = _MAYBE_HTML
            else:
                state = _IN_DOUBT
        gap = False
        at = after
    if size > start:
        yield size


def _two(text: str, start: int) -> bool:
    """True for a line of exactly two dashes, which is neither an item nor a rule."""
    return text.startswith("--", start) and not text.startswith("---", start)


def _delimits(text: str, start: int, end: int) -> bool:
    """True for a line such as "- -|-": below "a|b" the parser makes a table of it."""
    return not text[start:end].strip(" \t\v\f\r\n-|:")
