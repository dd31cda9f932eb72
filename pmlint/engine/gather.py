"""From what rules found, chunk by chunk, to the pieces of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pmlint.api.finding import Finding
from pmlint.api.views import Line
from pmlint.document.document import Document
from pmlint.engine.chunks import Checked
from pmlint.engine.finish import MOST_PLACES, Raw, finish, merged, order
from pmlint.engine.report import Piece, Typing

if TYPE_CHECKING:
    from pmlint.engine.suppress import Suppressions


class Gathering:
    """One lint's findings on their way to the report.

    Most chunks pass untouched, as what is shown of them is known from when they were checked. Only
    those with something special are opened: findings of openings, sections and documents,
    directives that hold back, the line that is being typed.
    """

    def __init__(
        self, document: Document, checked: Checked, extra: Mapping[int, Sequence[Raw]]
    ) -> None:
        self._starts = document.starts
        self._plan = checked.plan
        self._found = checked.found
        self._open: dict[int, list[Raw]] = {}
        self._held: dict[int, list[Raw]] = {}
        for index, raws in extra.items():
            self._raws(index).extend(raws)

    def _raws(self, index: int) -> list[Raw]:
        """The findings of a chunk, to be changed."""
        raws = self._open.get(index)
        if raws is None:
            found = self._found[index]
            raws = self._open[index] = list(found.raws) if found else []
        return raws

    def add(self, index: int, raw: Raw) -> None:
        """One more finding of a chunk."""
        self._raws(index).append(raw)

    def hold_back(self, suppressions: Suppressions) -> None:
        """Take out what directives hold back, so that it can be told apart."""
        found = [index for index, one in enumerate(self._found) if one is not None]
        for index in {*found, *self._open}:
            self.hold_back_in(index, suppressions)

    def hold_back_in(self, index: int, suppressions: Suppressions) -> None:
        """The same for one chunk."""
        start = self._starts[index]
        raws = self._raws(index)
        kept = []
        for raw in raws:
            finding = raw.finding
            if suppressions.holds(finding.rule, start + finding.span.start):
                self._held.setdefault(index, []).append(raw)
            else:
                kept.append(raw)
        raws[:] = kept

    def wide(self) -> frozenset[str]:
        """The rules for more than a line that found something."""
        return frozenset(
            raw.finding.rule for raws in self._open.values() for raw in raws if raw.wide
        )

    def wait(self, typing: Typing, line: tuple[int, Line] | None) -> frozenset[str]:
        """Take out what waits until a line is written, the line given by its chunk and itself.

        The answer is the rules that found something in that line, left out or not.
        """
        index, typed = line or (-1, None)
        if typed is not None:
            self._raws(index)
        found = set()
        for raws in self._open.values():
            kept = []
            for raw in raws:
                rule = raw.finding.rule
                if raw.wide:
                    spared = raw.waits and rule not in typing.wide
                else:
                    spared = raw.line is typed and raw.waits and rule not in typing.shown
                if raw.line is typed:
                    found.add(rule)
                if not spared:
                    kept.append(raw)
            raws[:] = kept
        return frozenset(found)

    def pieces(self) -> list[Piece]:
        """What is shown, in order of place; no piece is empty."""
        places = zip(self._starts, self._found, strict=True)
        special = self._special()
        if not special:
            return [(start, found.shown) for start, found in places if found is not None]
        pieces = []
        for index, (start, found) in enumerate(places):
            shown = special.get(index)
            if shown is None and found is not None:
                shown = found.shown
            if shown:
                pieces.append((start, shown))
        return pieces

    def held(self) -> list[Piece]:
        """What directives hold back, in order of place."""
        return [(self._starts[at], finish(self._held[at], 0)) for at in sorted(self._held)]

    def _special(self) -> dict[int, tuple[Finding, ...]]:
        """What is shown of the chunks of which it is not known beforehand."""
        limit = self._plan.max_per_line
        many, firsts = self._merged()
        special: dict[int, tuple[Finding, ...]] = {}
        if many:
            for index, found in enumerate(self._found):
                if found is not None and found.dense and not many.isdisjoint(found.dense):
                    special[index] = found.without(many, limit)
        for index in {*self._open, *firsts}:
            raws: Sequence[Raw] | None = self._open.get(index)
            if raws is None:
                found = self._found[index]
                raws = found.raws if found else ()
            kept = [raw for raw in raws if raw.finding.rule not in many]
            special[index] = finish(kept + firsts.get(index, []), limit)
        return special

    def _merged(self) -> tuple[frozenset[str], dict[int, list[Raw]]]:
        """The rules found too often to show each finding, and what is shown of them where."""
        most = self._plan.density
        firsts: dict[int, list[Raw]] = {}
        if not most:
            return frozenset(), firsts
        counts = Counter[str]()
        for index, found in enumerate(self._found):
            if found is not None and found.dense and index not in self._open:
                counts.update(found.dense)
        for raws in self._open.values():
            counts.update([raw.finding.rule for raw in raws if raw.finding.rule in most])
        many = frozenset(rule for rule, count in counts.items() if count > most[rule])
        for rule in sorted(many):
            places = self._places(rule)
            index, raw = places[0]
            start = self._starts[index]
            others = [
                other.finding.shifted(self._starts[at] - start)
                for at, other in places[1 : MOST_PLACES + 1]
            ]
            shown = merged(raw.finding, others, len(places) - 1)
            firsts.setdefault(index, []).append(raw._replace(finding=shown))
        return many, firsts

    def _places(self, rule: str) -> list[tuple[int, Raw]]:
        """Every finding of a rule with the index of its chunk, in order of place."""
        places = []
        for index, found in enumerate(self._found):
            raws: Sequence[Raw] | None = self._open.get(index)
            if raws is None:
                raws = found.raws if found is not None and rule in found.dense else ()
            here = [raw for raw in raws if raw.finding.rule == rule]
            here.sort(key=lambda raw: order(raw.finding))
            places += [(index, raw) for raw in here]
        return places
