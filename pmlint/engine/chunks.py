"""Line rules over the chunks of a document; what an edit did not touch is not done again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from pmlint.api.finding import Finding
from pmlint.api.views import Line
from pmlint.document.document import Document
from pmlint.document.nodes import Chunk, Section
from pmlint.engine.finish import Raw, finish
from pmlint.engine.lines import NO_LINES, Lines, lines_of
from pmlint.engine.place import placed
from pmlint.engine.plan import Plan
from pmlint.host.guard import Guard

if TYPE_CHECKING:
    from pmlint.engine.directives import Parsed

_MEMO = "pmlint.engine.chunks"
# How many chunks are done between two looks at whether to go on.
_STRIDE = 16


class Found:
    """What line rules found in one chunk: at least one finding.

    ``raws``: all of it, in order of lines. ``shown``: what of it is shown when nothing else has a
    say. ``dense``: the rules among them that may be shown as one.
    """

    __slots__ = ("_without", "dense", "raws", "shown")

    def __init__(self, raws: tuple[Raw, ...], plan: Plan) -> None:
        self.raws = raws
        self.shown = finish(raws, plan.max_per_line)
        rules = plan.density
        self.dense = tuple(
            [raw.finding.rule for raw in raws if raw.finding.rule in rules] if rules else ()
        )
        self._without: tuple[frozenset[str], tuple[Finding, ...]] | None = None

    def without(self, rules: frozenset[str], limit: int) -> tuple[Finding, ...]:
        """What is shown when the findings of these rules are shown elsewhere."""
        if self._without is None or self._without[0] != rules:
            kept = [raw for raw in self.raws if raw.finding.rule not in rules]
            self._without = (rules, finish(kept, limit))
        return self._without[1]


class Checked:
    """A document gone through by line rules. All lists have one element for each chunk.

    ``roles``: of the section that the chunk is in. ``views``: its lines as rules see them.
    ``found``: None where nothing was found. ``same``: how many chunks at the start and at the end
    are those of the check that it started from. ``parts``: what section rules found, for each
    section pairs of how far from the section's first chunk, and what; None before they have run.
    ``shown`` and ``dense`` are those of ``found``, at hand without a walk through all of it.
    """

    __slots__ = (
        "chunks",
        "dense",
        "found",
        "parts",
        "plan",
        "roles",
        "same",
        "sections",
        "shown",
        "views",
    )

    def __init__(
        self,
        plan: Plan,
        chunks: Sequence[Chunk],
        sections: Sequence[Section],
        roles: list[str],
        views: list[Lines],
        found: list[Found | None],
        shown: list[tuple[Finding, ...]],
        dense: list[tuple[str, ...]],
        same: tuple[int, int] = (0, 0),
    ) -> None:
        self.plan = plan
        self.same = same
        self.parts: list[Sequence[tuple[int, Raw]]] | None = None
        self.chunks = chunks
        self.sections = sections
        self.roles = roles
        self.views = views
        self.found = found
        self.shown = shown
        self.dense = dense

    def put(self, index: int, found: Found | None) -> None:
        """What was found in a chunk."""
        self.found[index] = found
        self.shown[index] = () if found is None else found.shown
        self.dense[index] = () if found is None else found.dense


class Directives:
    """The directives of each chunk of a document."""

    __slots__ = ("chunks", "parsed")

    def __init__(self, document: Document, previous: Directives | None) -> None:
        self.chunks = document.chunks
        comment = document.format.comment
        if previous is None:
            self.parsed = [_directives(chunk, comment) for chunk in self.chunks]
            return
        first, last = unchanged(previous.chunks, self.chunks)
        stop = len(self.chunks) - last
        self.parsed = [
            *previous.parsed[:first],
            *[_directives(chunk, comment) for chunk in self.chunks[first:stop]],
            *previous.parsed[len(previous.parsed) - last :],
        ]

    def all(self) -> list[tuple[int, Parsed]]:
        """Each directive with the index of its chunk."""
        if not any(self.parsed):
            return []
        return [(index, one) for index, some in enumerate(self.parsed) for one in some]


def _directives(chunk: Chunk, comment: str) -> tuple[Parsed, ...]:
    if "pmlint" not in chunk.text:
        return ()
    # Few drafts have any.
    from pmlint.engine.directives import directives_of

    return directives_of(chunk, comment)


def unchanged(old: Sequence[Chunk], new: Sequence[Chunk]) -> tuple[int, int]:
    """How many chunks at the start, and at the end, are the same objects in both.

    Slices are compared where a loop would do, as that is a hundred times as quick.
    """
    most = min(len(old), len(new))
    first = _same(most, lambda a, b: old[a:b] == new[a:b])
    last = _same(
        most - first,
        lambda a, b: old[len(old) - b : len(old) - a] == new[len(new) - b : len(new) - a],
    )
    return first, last


def _same(most: int, equal: Callable[[int, int], bool]) -> int:
    """The greatest n up to ``most`` for which [0, n) is equal, by halving."""
    if equal(0, most):
        return most
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        if equal(low, middle):
            low = middle
        else:
            high = middle
    return low


def check(
    document: Document,
    plan: Plan,
    guard: Guard,
    path: str,
    cancel: Callable[[], None],
    previous: Checked | None,
) -> Checked:
    """Run the plan's line rules; ``cancel`` is called now and then and may raise.

    ``previous`` is what an earlier text of the same document came to, or anything else: what is
    taken over from it are results of the very same chunks. Raises BenchedError when a rule failed.
    """
    chunks = document.chunks
    sections = document.sections()
    roles: list[str] = []
    for section in sections:
        first, stop = section.chunks
        roles += [section.role] * (stop - first)
    if previous is None or previous.plan is not plan:
        size = len(chunks)
        state = Checked(
            plan,
            chunks,
            sections,
            roles,
            [NO_LINES] * size,
            [None] * size,
            [()] * size,
            [()] * size,
        )
        todo: Sequence[int] = range(size)
    else:
        state, todo = _taken_over(previous, chunks, sections, roles)
    views = state.views
    for index in todo:
        views[index] = lines_of(chunks[index], roles[index], plan.read)
    if previous is not None and previous.plan is plan:
        _take_over_lines(previous, state)
    run = _Run(state, guard, path)
    for count, index in enumerate(todo):
        if count % _STRIDE == 0:
            cancel()
        state.put(index, run.found(index))
    return state


class BenchedError(Exception):
    """A rule failed, so that the plan is another from now on."""


def _taken_over(
    previous: Checked, chunks: Sequence[Chunk], sections: Sequence[Section], roles: list[str]
) -> tuple[Checked, Sequence[int]]:
    """What holds of an earlier check, and the chunks that have to be done, in order."""
    plan = previous.plan
    first, last = unchanged(previous.chunks, chunks)
    old_stop, stop = len(previous.chunks) - last, len(chunks) - last
    gap = stop - first
    views = [*previous.views[:first], *[NO_LINES] * gap, *previous.views[old_stop:]]
    found = [*previous.found[:first], *[None] * gap, *previous.found[old_stop:]]
    todo = range(_reached(previous.views, first, plan.reach), stop)
    shown = [*previous.shown[:first], *[()] * gap, *previous.shown[old_stop:]]
    dense = [*previous.dense[:first], *[()] * gap, *previous.dense[old_stop:]]
    state = Checked(plan, chunks, sections, roles, views, found, shown, dense, (first, last))
    was = [*previous.roles[:first], *roles[first:stop], *previous.roles[old_stop:]]
    if was == roles:
        return state, todo
    others = [index for index in range(len(roles)) if was[index] != roles[index]]
    return state, sorted({*todo, *others})


def _take_over_lines(previous: Checked, state: Checked) -> None:
    """In chunks that an edit has changed, lines with the same words as before are not read again:
    a paragraph may have a thousand sentences."""
    first, last = state.same
    old = [line for view in previous.views[first : len(previous.views) - last] for line in view.all]
    known = {(line.text, line.section): line for line in old}
    for view in state.views[first : len(state.views) - last]:
        for line in view.all:
            same = known.get((line.text, line.section))
            if same is not None and same is not line:
                line.take_over(same)


def _reached(views: Sequence[Lines], first: int, reach: int) -> int:
    """The first chunk with a rule that reads lines of the chunk ``first``."""
    between = 0
    while first > 0 and between < reach:
        first -= 1
        between += len(views[first].body)
    return first


class _Run:
    """The line rules of a plan on chunk after chunk of one document."""

    def __init__(self, state: Checked, guard: Guard, path: str) -> None:
        self._state = state
        self._plan = state.plan
        self._guard = guard
        self._path = path
        self._benched = len(guard.benched)
        self._firsts = [section.chunks[0] for section in state.sections]

    def found(self, index: int) -> Found | None:
        """What the rules find in one chunk, kept with it as long as what they read is the same."""
        state, plan = self._state, self._plan
        view = state.views[index]
        if not view.checked or not plan.line:
            return None
        chunk = state.chunks[index]
        role = state.roles[index]
        context = self._context(index) if plan.reach else ()
        kept: Any = chunk.memo.get(_MEMO)
        if kept is not None and kept[0] is plan and kept[1] == role and kept[2] == context:
            known: Found | None = kept[3]
            return known
        if plan.reach or kept is not None:
            self._follow(index, context)
        found = self._checked(index)
        chunk.memo[_MEMO] = (plan, role, context, found)
        return found

    def _context(self, index: int) -> tuple[Chunk, ...]:
        """The chunks after this one, of the same section, whose lines its rules may read."""
        state = self._state
        stop = state.sections[bisect_right(self._firsts, index) - 1].chunks[1]
        at = index + 1
        lines = 0
        while at < stop and lines < self._plan.reach:
            lines += len(state.views[at].body)
            at += 1
        return tuple(state.chunks[index + 1 : at])

    def _follow(self, index: int, context: tuple[Chunk, ...]) -> None:
        """Tell each line the lines after it."""
        views = self._state.views
        body = views[index].body
        after = [line for at in range(len(context)) for line in views[index + 1 + at].body]
        lines = (*body, *after)
        reach = self._plan.reach
        for at, line in enumerate(body):
            line.follow(lines[at + 1 : at + 1 + reach])

    def _checked(self, index: int) -> Found | None:
        plan, guard = self._plan, self._guard
        text = self._state.chunks[index].text
        raws = []
        for line in self._state.views[index].checked:
            line.read_claim()
            for flagged in guard.run(plan.line, line, self._path):
                finding = placed(flagged, text, plan, lambda other: self._away(index, other))
                raws.append(Raw(line, finding, flagged.registered.rule.moment == "finished"))
        if len(guard.benched) != self._benched:
            raise BenchedError
        return Found(tuple(raws), plan) if raws else None

    def _away(self, index: int, line: Line) -> int:
        """How far from the chunk at ``index`` the chunk of a following line starts."""
        state = self._state
        by = 0
        while not any(line is one for one in state.views[index].all):
            by += len(state.chunks[index].text)
            index += 1
        return by
