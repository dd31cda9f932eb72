"""What the directives of a document hold back, and which of them hold back nothing."""

from __future__ import annotations

import operator
from collections.abc import Collection, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from pmlint.api.rule import PROFILES, Profile
from pmlint.api.views import Directive, Name
from pmlint.config.names import Level, Names
from pmlint.document.document import Document
from pmlint.engine.chunks import BenchedError, Checked
from pmlint.engine.directives import Named, Parsed
from pmlint.engine.finish import Raw
from pmlint.engine.gather import Gathering
from pmlint.engine.lines import SourceLine
from pmlint.engine.place import placed
from pmlint.host.guard import Guard
from pmlint.language.claims import NOTHING
from pmlint.text.span import Span


class Placed(NamedTuple):
    """A directive and where its block stands: chunk, and offset in the whole source."""

    parsed: Parsed
    chunk: int
    start: int


class DirectiveLine(SourceLine):
    """The text of a directive's block as a line that flags can be placed in."""

    __slots__ = ("chunk", "start")

    chunk: int
    start: int

    def __init__(self, directive: Placed) -> None:
        parsed, chunk, _ = directive
        super().__init__(parsed.text, NOTHING, block=parsed.block.type)
        object.__setattr__(self, "chunk", chunk)
        object.__setattr__(self, "start", parsed.block.span.start)

    def source(self, span: Span | None = None) -> Span:
        return (span or Span(0, len(self.text))).shift(self.start)


class _Scope:
    """Where one name of one directive holds back which rules. ``open``: an ``enable`` may end it."""

    __slots__ = ("end", "open", "rules", "start", "use")

    def __init__(self, span: Span, rules: frozenset[str], use: _Use, *, open: bool) -> None:  # noqa: A002
        self.start, self.end = span
        self.rules = rules
        self.use = use
        self.open = open


class _Use:
    """A name in a directive and how often it held something back."""

    __slots__ = ("count", "named", "rules")

    def __init__(self, named: Named, rules: frozenset[str]) -> None:
        self.named = named
        self.rules = rules
        self.count = 0


def obey(
    said: Iterable[tuple[int, Parsed]],
    document: Document,
    checked: Checked,
    gathering: Gathering,
    names: Names,
    guard: Guard,
    path: str,
    kinds: Collection[str],
) -> None:
    """Hold back what the directives of a document ask for, then run the rules about directives.

    ``said``: each directive with the index of its chunk. What the rules about directives find can
    be held back too. Raises BenchedError when one of them failed.
    """
    plan = checked.plan
    directives = [
        Placed(parsed, index, document.starts[index] + parsed.block.span.start)
        for index, parsed in said
    ]
    suppressions = Suppressions(document, directives, names, plan.about)
    gathering.hold_back(suppressions)
    benched = len(guard.benched)
    for view in suppressions.views(plan.ran, kinds):
        line = view.line
        assert isinstance(line, DirectiveLine)
        flagged = guard.run(plan.directive, view, path, partial(operator.is_, line))
        if len(guard.benched) != benched:
            raise BenchedError
        for one in flagged:
            finding = placed(one, checked.chunks[line.chunk].text, plan)
            waits = one.registered.rule.moment == "finished"
            gathering.add(line.chunk, Raw(line, finding, waits))
        if flagged:
            gathering.hold_back_in(line.chunk, suppressions)


def profile_of(directives: Iterable[Parsed]) -> Profile | None:
    """The profile that a modeline or front matter asks for; the last one counts."""
    asked: Profile | None = None
    for parsed in directives:
        for setting in parsed.settings:
            if setting.key == "profile":
                asked = PROFILES[PROFILES.index(setting.value)]
    return asked


class Suppressions:
    """The directives of one document, ready to hold findings back."""

    def __init__(
        self,
        document: Document,
        directives: Sequence[Placed],
        names: Names,
        about: frozenset[str],
    ) -> None:
        """``about``: the rules about directives. ``all`` and patterns do not hold these back: else
        the widest suppression could never be told to be unused."""
        self._about = about
        self._placed = directives
        self._names = names
        self._scopes: list[_Scope] = []
        self._uses: list[list[_Use]] = []
        self._vain: dict[int, list[Named]] = {}
        size = len(document.text)
        for index, one in enumerate(directives):
            parsed, _, start = one
            uses = [_Use(named, self._meant(named.name)) for named in parsed.names]
            self._uses.append(uses)
            if parsed.verb == "enable":
                self._vain[index] = [
                    use.named for use in uses if not self._enable(use.rules, start)
                ]
                continue
            if parsed.verb == "disable-file":
                span = Span(0, size + 1)
            elif parsed.verb == "disable":
                span = Span(start + len(parsed.text), size + 1)
            elif parsed.verb == "disable-next":
                span = _next_block(document, one)
            else:
                continue
            self._scopes += [
                _Scope(span, use.rules, use, open=parsed.verb == "disable")
                for use in uses
                if use.rules
            ]

    def holds(self, rule: str, offset: int) -> bool:
        """True when a finding of the rule at an offset is held back; that is remembered."""
        held = False
        for scope in self._scopes:
            if scope.start <= offset < scope.end and rule in scope.rules:
                scope.use.count += 1
                held = True
        return held

    def views(self, ran: Collection[str], kinds: Collection[str]) -> list[Directive]:
        """The directives for rules to look at, once all findings were asked for.

        ``ran``: names of the rules that ran; ``kinds``: the known kinds.
        """
        views = []
        for index, one in enumerate(self._placed):
            parsed = one.parsed
            fault, span = parsed.fault, parsed.fault_span
            for setting in parsed.settings:
                if setting.key == "kind" and setting.value not in kinds:
                    fault = f'there is no document kind "{setting.value}"'
                    span = setting.span
            vain = self._vain.get(index)
            if vain:
                fault = f'"{vain[0].name}" is not disabled here, so there is nothing to enable'
                span = vain[0].span
            names = tuple(self._name(use, parsed.verb, ran) for use in self._uses[index])
            line = DirectiveLine(one)
            views.append(Directive(line, parsed.verb, names, parsed.reason, fault, span))
        return views

    def _meant(self, name: str) -> frozenset[str]:
        level, rules = self._names.match(name)
        return rules if level >= Level.CATEGORY else rules - self._about

    def _enable(self, rules: frozenset[str], at: int) -> bool:
        """End what holds these rules back; the other rules of the same name stay held. False when
        nothing did."""
        ended = [scope for scope in self._scopes if scope.open and scope.rules & rules]
        for scope in ended:
            rest = scope.rules - rules
            if rest:
                self._scopes.append(_Scope(Span(at, scope.end), rest, scope.use, open=True))
            scope.end = at
            scope.open = False
        return bool(ended) or not rules

    def _name(self, use: _Use, verb: str, ran: Collection[str]) -> Name:
        name = use.named.name
        known = not self._names.fault(name) or self._names.elsewhere(name)
        idle = verb != "enable" and use.count == 0 and not use.rules.isdisjoint(ran)
        nearest = "" if known else self._names.nearest(name)
        return Name(
            name, use.named.span, use.named.removal, known=known, idle=idle, nearest=nearest
        )


def _next_block(document: Document, one: Placed) -> Span:
    """Where the block after a directive stands; a table is one block. Empty at the end."""
    after = one.parsed.block.span.end
    for index in range(one.chunk, len(document.chunks)):
        blocks = [
            block
            for block in document.chunks[index].blocks
            if block.type != "comment" and (index > one.chunk or block.span.start >= after)
        ]
        if blocks:
            span = blocks[0].span
            if blocks[0].type == "cell":
                for block in blocks:
                    if block.type != "cell":
                        break
                    span = span.cover(block.span)
            return span.shift(document.starts[index])
    return Span(0, 0)
