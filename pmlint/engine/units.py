"""Rules that look at more than a line: openings, sections, the whole document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, chain, count
from typing import Any, overload

from pmlint.api import views
from pmlint.document.document import Document
from pmlint.document.nodes import Section
from pmlint.engine.chunks import BenchedError, Checked
from pmlint.engine.finish import Raw
from pmlint.engine.opening import opening
from pmlint.engine.place import placed
from pmlint.engine.plan import Plan
from pmlint.host.guard import Call, Flagged, Guard

_MEMO = "pmlint.engine.units"


def run(
    document: Document, checked: Checked, guard: Guard, path: str, cancel: Callable[[], None]
) -> dict[int, list[Raw]]:
    """What the plan's rules for openings, sections and documents find, by index of chunk.

    ``cancel`` is called between rules and sections and may raise; BenchedError when a rule failed.
    """
    return _Units(document, checked, guard, path, cancel).run()


class _Units:
    def __init__(
        self,
        document: Document,
        checked: Checked,
        guard: Guard,
        path: str,
        cancel: Callable[[], None],
    ) -> None:
        self._checked = checked
        self._plan: Plan = checked.plan
        self._document = document
        self._guard = guard
        self._benched = len(guard.benched)
        self._path = path
        self._cancel = cancel
        self._found: dict[int, list[Raw]] = {}
        self._at: dict[int, int] | None = None

    def run(self) -> dict[int, list[Raw]]:
        plan, checked = self._plan, self._checked
        for at, section in enumerate(checked.sections if plan.section else ()):
            if at % 16 == 0:
                self._cancel()
            self._section(section)
        if plan.opening or plan.document:
            first = opening(checked.chunks, checked.views)
            if first:
                self._calls(plan.opening, first)
            lines = [*chain.from_iterable([view.body for view in checked.views])]
            if plan.document:
                sections = _Sections(lambda: [self._view(one) for one in checked.sections])
                self._calls(plan.document, views.Document(plan.kind, sections, lines, first))
        return self._found

    def _calls(self, calls: Sequence[Call], unit: Any) -> None:
        for call in calls:
            self._cancel()
            for flagged in self._flagged((call,), unit, 0, len(self._checked.chunks)):
                index = self._index(flagged.flag.place.line)
                assert index is not None
                self._found.setdefault(index, []).append(self._raw(flagged, index))

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

    def _section(self, section: Section) -> None:
        """Section rules, their answer kept with the section's first chunk while it is the same."""
        first, stop = section.chunks
        if first == stop:
            return
        chunks = tuple(self._checked.chunks[first + 1 : stop])
        key = (section.title, section.role, section.level, chunks)
        memo = self._checked.chunks[first].memo
        kept: Any = memo.get(_MEMO)
        if kept is None or kept[0] is not self._plan or kept[1] != key:
            raws: list[tuple[int, Raw]] = []
            calls = self._plan.section
            for flagged in self._flagged(calls, self._view(section), first, stop):
                index = self._index(flagged.flag.place.line)
                assert index is not None
                raws.append((index - first, self._raw(flagged, index)))
            kept = memo[_MEMO] = (self._plan, key, raws)
        for by, raw in kept[2]:
            self._found.setdefault(first + by, []).append(raw)

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
        first, stop = section.chunks
        under = self._checked.views[first:stop]
        headings = [line for line in under[0].all if line.block == "heading"] if under else []
        heading = headings[-1] if headings and section.level else None
        lines = [line for view in under for line in view.body]
        return views.Section(section.title, section.role, section.level, heading, lines)

    def _index(self, line: views.Line) -> int | None:
        """The chunk that holds a line of this document; None for a line of anything else."""
        if self._at is None:
            # All at once and in C: a document rule may flag any of many thousand lines.
            lines = [view.all for view in self._checked.views]
            self._at = dict(zip(map(id, chain.from_iterable(lines)), count(), strict=False))
            self._ends = [*accumulate(map(len, lines))]
        at = self._at.get(id(line))
        return None if at is None else bisect_right(self._ends, at)


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
