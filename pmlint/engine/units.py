"""Rules that look at more than a line: openings, sections, the whole document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, compress, count, repeat
from typing import Any, overload

from pmlint.api import views
from pmlint.document.document import Document
from pmlint.document.nodes import Section
from pmlint.engine.chunks import BenchedError, Checked
from pmlint.engine.finish import Raw
from pmlint.engine.lines import PlacedLine
from pmlint.engine.opening import opening
from pmlint.engine.place import placed
from pmlint.engine.plan import Plan
from pmlint.engine.whole import section_view
from pmlint.host.guard import Call, Flagged, Guard

# So many lines are looked for one by one.
_FEW = 8


def run(
    document: Document,
    checked: Checked,
    previous: Checked | None,
    guard: Guard,
    path: str,
    cancel: Callable[[], None],
) -> dict[int, list[Raw]]:
    """What the plan's rules for openings, sections and documents find, by index of chunk.

    ``previous``: what ``checked`` started from. ``cancel`` is called between rules and sections and
    may raise; BenchedError when a rule failed.
    """
    units = _Units(document, checked, guard, path, cancel)
    if checked.plan.section:
        units.sections(previous)
    if checked.plan.opening or checked.plan.document:
        units.document()
    return units.found


class _Units:
    """``found``: what was found so far, by index of chunk."""

    def __init__(
        self,
        document: Document,
        checked: Checked,
        guard: Guard,
        path: str,
        cancel: Callable[[], None],
    ) -> None:
        self.found: dict[int, list[Raw]] = {}
        self._checked = checked
        self._plan: Plan = checked.plan
        self._document = document
        self._guard = guard
        self._benched = len(guard.benched)
        self._path = path
        self._cancel = cancel
        self._at: dict[int, int] = {}
        self._whole = False

    def document(self) -> None:
        """Rules for the opening and for the whole document."""
        plan, checked = self._plan, self._checked
        first = opening(plan.kind, checked.chunks, checked.views, checked.sections)
        if first and plan.opening:
            for line in first if "opening" in plan.framed else ():
                assert isinstance(line, PlacedLine)
                line.read_frame()
            self._calls(plan.opening, first)
        if plan.document:
            lines = [*chain.from_iterable([view.body for view in checked.views])]
            if "document" in plan.framed and len(lines) <= views.MOST_LINES:
                for line in lines:
                    line.read_frame()
            sections = _Sections(lambda: [self._view(one) for one in checked.sections])
            self._calls(plan.document, views.Document(plan.kind, sections, lines, first))

    def _calls(self, calls: Sequence[Call], unit: Any) -> None:
        for call in calls:
            self._cancel()
            for flagged in self._flagged((call,), unit, 0, len(self._checked.chunks)):
                index = self._index(flagged.flag.place.line)
                assert index is not None
                self.found.setdefault(index, []).append(self._raw(flagged, index))

    def _flagged(
        self, calls: Sequence[Call], unit: Any, first: int, stop: int
    ) -> Sequence[Flagged]:
        """Run rules that may flag lines of the chunks from ``first`` to ``stop``."""

        def owns(line: views.Line) -> bool:
            index = self._index(line)
            return index is not None and first <= index < stop

        flagged = self._guard.run(calls, unit, self._path, owns)
        if len(self._guard.benched) != self._benched:
            raise BenchedError
        return flagged

    def sections(self, previous: Checked | None) -> None:
        """Section rules; for a section of the very same chunks the answer is taken over."""
        checked = self._checked
        parts = _known(checked, previous)
        for at in [at for at, part in enumerate(parts) if part is None]:
            self._cancel()
            parts[at] = self._section(checked.sections[at])
        found = [part or () for part in parts]
        # Of thousands of sections few have findings.
        for at in compress(count(), found):
            start = checked.sections[at].chunks[0]
            for by, raw in found[at]:
                self.found.setdefault(start + by, []).append(raw)
        checked.parts = found

    def _section(self, section: Section) -> Sequence[tuple[int, Raw]]:
        first, stop = section.chunks
        if first == stop:
            return ()
        found = []
        for flagged in self._flagged(self._plan.section, self._view(section), first, stop):
            index = self._index(flagged.flag.place.line)
            assert index is not None
            found.append((index - first, self._raw(flagged, index)))
        return found

    def _raw(self, flagged: Flagged, index: int) -> Raw:
        starts = self._document.starts

        def away(other: views.Line) -> int:
            at = self._index(other)
            assert at is not None
            return int(starts[at] - starts[index])

        finding = placed(flagged, self._checked.chunks[index].text, self._plan, away)
        waits = flagged.registered.rule.moment == "finished"
        return Raw(flagged.flag.place.line, finding, waits, wide=True)

    def _view(self, section: Section) -> views.Section:
        return section_view(section, self._checked.views)

    def _index(self, line: views.Line) -> int | None:
        """The chunk that holds a line of this document; None for a line of anything else."""
        found = self._at.get(id(line))
        if found is not None or self._whole:
            return found
        if len(self._at) < _FEW:
            for index, view in enumerate(self._checked.views):
                if line in view.all:
                    self._at[id(line)] = index
                    return index
        # For a rule that flags many lines: now all lines at once, and in C.
        lines = [view.all for view in self._checked.views]
        indexes = chain.from_iterable(map(repeat, count(), map(len, lines)))
        self._at = dict(zip(map(id, chain.from_iterable(lines)), indexes, strict=True))
        self._whole = True
        return self._at.get(id(line))


def _known(checked: Checked, previous: Checked | None) -> list[Sequence[tuple[int, Raw]] | None]:
    """What section rules found in sections that are as they were; None for the others."""
    sections = checked.sections
    known: list[Sequence[tuple[int, Raw]] | None] = [None] * len(sections)
    if previous is None or previous.plan is not checked.plan or previous.parts is None:
        return known
    first, last = checked.same
    stop = len(checked.chunks) - last
    if sections == previous.sections and len(checked.chunks) == len(previous.chunks):
        # As after nearly every key: all but what was typed in.
        low = bisect_right(sections, first, key=_stop)
        high = max(bisect_left(sections, stop, key=_start), low)
        return [*previous.parts[:low], *known[low:high], *previous.parts[high:]]
    by = len(checked.chunks) - len(previous.chunks)
    old = {section.chunks[0]: at for at, section in enumerate(previous.sections)}
    for at, section in enumerate(sections):
        start, end = section.chunks
        if end <= first:
            shift = 0
        elif start >= stop:
            shift = by
        else:
            continue
        was = old.get(start - shift)
        if was is not None:
            other = previous.sections[was]
            if other[:3] == section[:3] and other.chunks[1] == end - shift:
                known[at] = previous.parts[was]
    return known


def _start(section: Section) -> int:
    return section.chunks[0]


def _stop(section: Section) -> int:
    return section.chunks[1]


class _Sections(Sequence[views.Section]):
    """The sections of a document, made when a rule first looks at them."""

    def __init__(self, make: Callable[[], list[views.Section]]) -> None:
        self._make = make
        self._made: list[views.Section] | None = None

    @property
    def _all(self) -> list[views.Section]:
        if self._made is None:
            self._made = self._make()
        return self._made

    def __len__(self) -> int:
        return len(self._all)

    @overload
    def __getitem__(self, index: int) -> views.Section: ...
    @overload
    def __getitem__(self, index: slice) -> list[views.Section]: ...
    def __getitem__(self, index: int | slice) -> views.Section | list[views.Section]:
        return self._all[index]

    def __iter__(self) -> Iterator[views.Section]:
        return iter(self._all)
