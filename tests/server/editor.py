"""An editor's side of a document: text as units of an encoding, edited by line and unit.

It knows nothing of pmlint's own positions: lines are found anew in the encoded text each time.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}

# Letters whose width differs by encoding, and all that some library takes for the end of a line.
NASTY = "ab.- #*\n\r\té\u0301\u20ac\u2028\u2029\u0085\x0b\x0c\x1c\ufeff\U0001d11e\U0001f600"


@dataclass
class Editor:
    text: str
    encoding: str

    def lines(self) -> list[tuple[int, int]]:
        """Start and end, in units, of each line without its line break."""
        codec, _ = CODECS[self.encoding]
        found, start, at = [], 0, 0
        for piece in self._pieces():
            width = len(piece.encode(codec, "surrogatepass")) // CODECS[self.encoding][1]
            if piece in ("\r\n", "\n", "\r"):
                found.append((start, at))
                start = at + width
            at += width
        return [*found, (start, at)]

    def _pieces(self) -> list[str]:
        pieces, at = [], 0
        while at < len(self.text):
            step = 2 if self.text[at : at + 2] == "\r\n" else 1
            pieces.append(self.text[at : at + step])
            at += step
        return pieces

    def unit(self, position: dict[str, int]) -> int:
        lines = self.lines()
        if position["line"] >= len(lines):
            return lines[-1][1]
        start, end = lines[position["line"]]
        return min(start + position["character"], end)

    def apply(self, change: dict[str, Any]) -> None:
        codec, size = CODECS[self.encoding]
        if "range" not in change:
            self.text = change["text"]
        else:
            units = self.text.encode(codec, "surrogatepass")
            start = self.unit(change["range"]["start"]) * size
            end = self.unit(change["range"]["end"]) * size
            new = change["text"].encode(codec, "surrogatepass")
            self.text = (units[:start] + new + units[end:]).decode(codec, "surrogatepass")

    def position(self, offset: int) -> dict[str, int]:
        """The position of an offset in code points that lies on a line."""
        codec, size = CODECS[self.encoding]
        unit = len(self.text[:offset].encode(codec, "surrogatepass")) // size
        lines = self.lines()
        line = max(number for number, (start, _) in enumerate(lines) if start <= unit)
        return {"line": line, "character": unit - lines[line][0]}


def texts(alphabet: str = NASTY, longest: int = 60) -> st.SearchStrategy[str]:
    return st.text(alphabet, max_size=longest)


@st.composite
def changes(draw: st.DrawFn, editor: Editor, alphabet: str = NASTY) -> dict[str, Any]:
    """A change that an editor could send for its text as it is; some point past line ends."""
    if draw(st.integers(0, 19)) == 0:
        return {"text": draw(texts(alphabet))}
    offsets = sorted(draw(st.lists(st.integers(0, len(editor.text)), min_size=2, max_size=2)))
    start, end = (editor.position(offset) for offset in offsets)
    beyond = draw(st.sampled_from([0, 0, 0, 1, 99]))
    if beyond:
        end = {"line": end["line"], "character": 10_000}
    if beyond == 99:
        end = {"line": end["line"] + 99, "character": 0}
    return {
        "range": {"start": start, "end": end},
        "text": draw(texts(alphabet, 8)),
    }
