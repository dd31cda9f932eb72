"""What each pattern reads of a token: one letter.

A pattern asks few things of a token, its conditions. So it has an alphabet of its own, in which a
letter says which of its conditions hold; a line is one string for each pattern, and the pattern a
regular expression over those letters, whose sets are small and the same for every vocabulary.

A token's letters for all patterns are one string, its *row*, in which every pattern has a *column*.
The rows of a line put one after the other hold every pattern's line as a slice.

Most patterns cannot match most lines. So a token also has *signs*: for each pattern a field of bits,
one for each need of its matches. The union of a line's signs tells the patterns that may match it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from pmlint.language import syntax
from pmlint.language.lexicon import built_in

# Letters begin above ASCII, so that none has a meaning of its own in a regular expression.
_FIRST = 0x80
# Up to so many conditions a letter is their bits; with more, letters are given as they are met.
_NARROW = 7


class Column:
    """What the letters of one pattern stand for, and where they are in a row.

    ``bit``: what the pattern is in `Layout.live`. ``layout``: the one that ``at`` and ``bit`` are
    of; None before the first. ``stale``: a letter was met that `sets` did not have when last asked.
    """

    __slots__ = ("_given", "at", "bit", "conditions", "fault", "layout", "needs", "source", "stale")

    def __init__(self, source: str) -> None:
        self.source = source
        self.layout: Layout | None = None
        self.at = self.bit = 0
        self.conditions: list[str] | None = None
        self.fault: syntax.PatternError | None = None
        self.needs: list[syntax.Need] = []
        self.stale = True
        self._given: dict[int, str] = {}
        _columns.append(self)

    def letter(self, code: int) -> str:
        """The letter of a wide column for a combination of conditions, one bit each."""
        letter = self._given.get(code)
        if letter is None:
            letter = self._given[code] = chr(_FIRST + len(self._given))
            self.stale = True
        return letter

    def sets(self, likely: Callable[[int], Iterable[int]]) -> dict[str, str]:
        """A character set for each condition, as it is and inverted.

        ``likely`` gives what tokens are likely to have of the names that matter, so that few
        letters are met later.
        """
        if self.fault is not None:
            raise self.fault
        conditions = self.conditions or []
        sets: dict[str, str] = {}
        wide = len(conditions) > _NARROW
        if wide:
            says = _Says({condition: 1 << n for n, condition in enumerate(conditions)})
            for names in likely(says.heard):
                self.letter(says.of(names))
        for place, condition in enumerate(conditions):
            if wide:
                having = [ord(c) for code, c in self._given.items() if code >> place & 1]
                inside = _ranges(having) if having else ""
            else:
                inside = _with_bit(place, len(conditions))
            sets[condition] = f"[{inside}]" if inside else "(?!)"
            sets["^" + condition] = f"[^{inside}]" if inside else "."
        self.stale = False
        return sets


class _Says:
    """What a token's names say: the union of what the conditions say that they meet.

    ``heard``: the names that make a difference.
    """

    __slots__ = ("_alone", "_joint", "heard")

    def __init__(self, said: Mapping[str, int]) -> None:
        self._alone: dict[int, int] = {}
        self._joint: dict[int, list[tuple[int, int, int]]] = {}
        self.heard = 0
        for condition, bits in said.items():
            for both, neither in _alternatives(condition):
                self.heard |= both | neither
                # Classes have higher bits than marks, and few tokens have any one of them.
                name = 1 << both.bit_length() - 1 if both else 0
                if both == name and not neither:
                    self._alone[name] = self._alone.get(name, 0) | bits
                else:
                    self._joint.setdefault(name, []).append((both, neither, bits))

    def of(self, names: int) -> int:
        alone, joint = self._alone, self._joint
        said = 0
        left = names & self.heard
        name = 0
        while True:
            if name in joint:
                for both, neither, bits in joint[name]:
                    if names & both == both and not names & neither:
                        said |= bits
            if not left:
                return said
            name = left & -left
            left ^= name
            if name in alone:
                said |= alone[name]


class Layout:
    """The columns of all patterns that there are, and what a token has in them.

    ``width``: the length of a row.
    """

    __slots__ = (
        "_base",
        "_letters",
        "_narrow",
        "_ones",
        "_says",
        "_signs_at",
        "_tops",
        "_wide",
        "width",
    )

    def __init__(self, columns: list[Column]) -> None:
        for column in columns:
            _read(column)
        self.width = len(columns)
        narrow = [column for column in columns if len(column.conditions or ()) <= _NARROW]
        wide = [column for column in columns if len(column.conditions or ()) > _NARROW]
        # First the letters, one byte a column, then the codes of the wide columns, then the signs.
        said: dict[str, int] = {}
        for at, column in enumerate(narrow):
            column.at = at
            for place, condition in enumerate(column.conditions or (), 8 * at):
                said[condition] = said.get(condition, 0) | 1 << place
        self._narrow = len(narrow)
        self._base = int.from_bytes(bytes((_FIRST,)) * len(narrow), "little")
        place = 8 * len(narrow)
        self._letters = (1 << place) - 1
        self._wide: list[tuple[Column, int, int]] = []
        for at, column in enumerate(wide, len(narrow)):
            column.at = at
            self._wide.append((column, place, (1 << len(column.conditions or ())) - 1))
            for condition in column.conditions or ():
                said[condition] = said.get(condition, 0) | 1 << place
                place += 1
        self._signs_at = first = place
        self._ones = self._tops = 0
        for column in columns:
            self._ones |= 1 << place - first
            for need in column.needs:
                for condition in need:
                    said[condition] |= 1 << place
                place += 1
            column.bit = 1 << place - first
            self._tops |= column.bit
            place += 1
        self._says = _Says(said)
        for column in columns:
            column.layout = self

    def row(self, names: int) -> tuple[str, int]:
        """The letters and the signs of a token with these names."""
        said = self._says.of(names) | self._base
        row = (said & self._letters).to_bytes(self._narrow, "little").decode("latin-1")
        wide = [column.letter(said >> place & mask) for column, place, mask in self._wide]
        return row + "".join(wide), said >> self._signs_at

    def live(self, signs: int) -> int:
        """The bits of the patterns that may match a line with these signs, of all its tokens.

        Adding one to a field carries to its top bit when all bits below are set: all needs are met.
        """
        return signs + self._ones & self._tops


_columns: list[Column] = []
_conditions: dict[str, list[tuple[int, int]]] = {}
_within: dict[tuple[int, int], str] = {}
_layout: Layout | None = None


def layout() -> Layout:
    """The layout of all patterns that there are by now."""
    global _layout
    if _layout is None or _layout.width != len(_columns):
        _layout = Layout(_columns)
    return _layout


def _read(column: Column) -> None:
    """Take a pattern apart. A faulty one has no conditions: it says so when it is used."""
    if column.conditions is None:
        try:
            conditions, needs = syntax.read(column.source)
            for condition in conditions:
                _alternatives(condition)
        except syntax.PatternError as fault:
            column.fault = fault
            conditions, needs = [], []
        column.conditions, column.needs = conditions, needs


def _alternatives(condition: str) -> list[tuple[int, int]]:
    found = _conditions.get(condition)
    if found is None:
        found = _conditions[condition] = syntax.meaning(condition, built_in().bits)
    return found


def _with_bit(place: int, count: int) -> str:
    """The letters of a narrow column with ``count`` conditions where the one at ``place`` holds."""
    inside = _within.get((place, count))
    if inside is None:
        step = 1 << place
        runs = range(_FIRST + step, _FIRST + (1 << count), 2 * step)
        inside = _within[place, count] = _ranges([n + i for n in runs for i in range(step)])
    return inside


def _ranges(codes: list[int]) -> str:
    """Code points, in order, as the inside of a character set, runs written as ranges."""
    parts: list[str] = []
    first = last = codes[0]
    for code in [*codes[1:], -1]:
        if code != last + 1:
            parts.append(chr(first) if first == last else f"{chr(first)}-{chr(last)}")
            first = code
        last = code
    return "".join(parts)
