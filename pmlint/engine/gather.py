"""From what rules found, chunk by chunk, to the pieces of a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import chain, compress, count
from typing import TYPE_CHECKING

from pmlint.api.finding import Finding, Related
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
        self._shown = checked.shown
        self._dense = checked.dense
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
        shown = self._shown.copy()
        for index, findings in self._special().items():
            shown[index] = findings
        return list(compress(zip(self._starts, shown, strict=True), shown))

    def held(self) -> list[Piece]:
        """What directives hold back, in order of place."""
        return [(self._starts[at], finish(self._held[at], 0)) for at in sorted(self._held)]

    def _special(self) -> dict[int, tuple[Finding, ...]]:
        """What is shown of the chunks of which it is not known beforehand."""
        limit = self._plan.max_per_line
        dense = list(compress(count(), self._dense))
        many, firsts = self._merged(dense)
        special: dict[int, tuple[Finding, ...]] = {}
        if many:
            special = {
                index: found.without(many, limit)
                for index in dense
                if not many.isdisjoint(self._dense[index])
                and (found := self._found[index]) is not None
            }
        for index in {*self._open, *firsts}:
            raws: Sequence[Raw] | None = self._open.get(index)
            if raws is None:
                found = self._found[index]
                raws = found.raws if found else ()
            kept = [raw for raw in raws if raw.finding.rule not in many]
            special[index] = finish(kept + firsts.get(index, []), limit)
        return special

    def _merged(self, dense: Sequence[int]) -> tuple[frozenset[str], dict[int, list[Raw]]]:
        """The rules found too often to show each finding, and what is shown of them where.

        ``dense``: the chunks with findings that may be shown as one, in order.
        """
        most = self._plan.density
        firsts: dict[int, list[Raw]] = {}
        if not most:
            return frozenset(), firsts
        opened = self._open
        counts = Counter(
            chain.from_iterable([self._dense[index] for index in dense if index not in opened])
        )
        for raws in opened.values():
            counts.update([raw.finding.rule for raw in raws if raw.finding.rule in most])
        many = frozenset(rule for rule, count in counts.items() if count > most[rule])
        for rule, places in sorted(self._places(many, dense).items()):
            index, raw = places[0]
            start = self._starts[index]
            others = [
                Related(
                    other.finding.span.shift(self._starts[at] - start), other.finding.message, rule
                )
                for at, other in places[1:]
            ]
            shown = merged(raw.finding, others, counts[rule] - 1)
            firsts.setdefault(index, []).append(raw._replace(finding=shown))
        return many, firsts

    def _places(
        self, rules: Collection[str], dense: Sequence[int]
    ) -> dict[str, list[tuple[int, Raw]]]:
        """Of each rule the first findings, as many as are told, each with the index of its chunk."""
        places: dict[str, list[tuple[int, Raw]]] = {rule: [] for rule in rules}
        wanted = set(rules)
        for index in sorted({*self._open, *dense}) if rules else ():
            raws: Sequence[Raw] | None = self._open.get(index)
            if raws is None:
                if wanted.isdisjoint(self._dense[index]):
                    continue
                found = self._found[index]
                raws = found.raws if found else ()
            here = [raw for raw in raws if raw.finding.rule in wanted]
            here.sort(key=lambda raw: order(raw.finding))
            for raw in here:
                rule = raw.finding.rule
                if rule in wanted:
                    places[rule].append((index, raw))
                    if len(places[rule]) > MOST_PLACES:
                        wanted.remove(rule)
            if not wanted:
                break
        return places
