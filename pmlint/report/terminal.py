"""Text on a terminal: how wide it is, what is safe to show, and color.

A draft may hold anything, escape sequences included, so nothing of it is shown raw.
"""

from __future__ import annotations

from typing import NamedTuple

_TAB = "    "
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"


class Cell(NamedTuple):
    """One code point as shown: ``shown`` may be empty, ``width`` is in terminal columns."""

    shown: str
    width: int


def cells(text: str) -> list[Cell]:
    """One cell for each code point of ``text``.

    A tab takes four columns wherever it stands, so that a caret line needs no tabs. Control
    characters appear as their pictures; invisible format characters (a byte order mark, bidi
    overrides) not at all.
    """
    if text.isascii() and text.isprintable():
        return [Cell(char, 1) for char in text]
    from unicodedata import category, combining, east_asian_width

    out: list[Cell] = []
    joined = False
    for char in text:
        code = ord(char)
        if " " <= char <= "~":
            cell = Cell(char, 1)
        elif char == "\t":
            cell = Cell(_TAB, len(_TAB))
        elif code < 0x20:
            cell = Cell(chr(0x2400 + code), 1)
        elif char == _JOINER:
            cell = Cell(char, 0)
        elif char == _EMOJI_STYLE:
            # It turns a narrow sign such as a heart into an emoji, which takes two columns.
            cell = Cell(char, 1 if out and out[-1].width == 1 else 0)
        elif 0x1F3FB <= code <= 0x1F3FF and out and out[-1].width == 2:
            cell = Cell(char, 0)
        else:
            sort = category(char)
            if sort in ("Mn", "Me") or combining(char) or 0x1160 <= code <= 0x11FF:
                cell = Cell(char, 0)
            elif sort == "Cf":
                cell = Cell("", 0)
            elif sort in ("Cc", "Cs", "Zl", "Zp"):
                cell = Cell("\ufffd", 1)
            else:
                cell = Cell(char, 2 if east_asian_width(char) in "WF" else 1)
            if joined:
                cell = Cell(cell.shown, 0)
        joined = char == _JOINER
        out.append(cell)
    return out


def width(text: str) -> int:
    """Columns that ``text`` takes as `printable` shows it."""
    return sum(cell.width for cell in cells(text))


def printable(text: str) -> str:
    """``text`` with everything that could move the cursor or hide words made harmless."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(cell.shown for cell in cells(text))


class Paint:
    """ANSI styles, or plain text when color is off."""

    __slots__ = ("on",)

    def __init__(self, on: bool) -> None:
        self.on = on

    def _style(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and text else text

    def bold(self, text: str) -> str:
        return self._style("1", text)

    def dim(self, text: str) -> str:
        return self._style("2", text)

    def red(self, text: str) -> str:
        return self._style("1;31", text)

    def yellow(self, text: str) -> str:
        return self._style("1;33", text)

    def green(self, text: str) -> str:
        return self._style("32", text)

    def cyan(self, text: str) -> str:
        return self._style("36", text)
