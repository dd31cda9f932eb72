"""The linter: a document and its kind in, findings out. It reads no file and prints nothing."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from pmlint import __version__
from pmlint.api.rule import Profile
from pmlint.config.names import Names
from pmlint.config.settings import Choice, Settings
from pmlint.document.document import Document
from pmlint.document.nodes import Line as Node
from pmlint.engine.chunks import BenchedError, Checked, Directives, check
from pmlint.engine.finish import Raw
from pmlint.engine.gather import Gathering
from pmlint.engine.lines import Lines, PlacedLine, Read, lines_of
from pmlint.engine.plan import Plan
from pmlint.engine.report import Report, Typing
from pmlint.engine.select import Decision, Selection
from pmlint.engine.words import vocabulary
from pmlint.host.guard import Guard
from pmlint.host.host import BUILT_IN, Host, Registered
from pmlint.host.problem import Problem, told, traced
from pmlint.host.quiet import quiet
from pmlint.language import claims
from pmlint.language.vocabulary import Vocabulary
from pmlint.text.span import Span

if TYPE_CHECKING:
    from pmlint.api.views import Document as View
    from pmlint.engine.directives import Parsed
    from pmlint.language.framing import Frame

Cancel = Callable[[], bool]


# After so many lines that cannot be read nobody learns more from the next.
_MOST_MISREAD = 20


class Cancelled(Exception):  # noqa: N818 - it is named for what happened
    """A lint was given up, as its caller wished."""


class Linter:
    """Lints documents with one host and one set of settings.

    It keeps nothing of a document: what it worked out lies with the document's chunks, and in the
    report that a later lint of the edited document may start from. A rule that fails is benched
    for the linter's life. ``problems``: what was wrong before any document was seen.
    """

    def __init__(
        self, host: Host, settings: Settings, *, clock: Callable[[], float] | None = None
    ) -> None:
        """Raises ConfigError when the settings name what is not installed.

        ``clock``: when given, `times` tells how long each rule takes, in its seconds.
        """
        states = {info.name: info.state for info in host.plugins}
        self.host = host
        self.settings = settings
        self.times: dict[str, float] = {}
        self._clock = clock
        self._names = Names(
            [registered.rule for registered in host.rules.values()],
            states if host.searched else None,
        )
        if settings.sources:
            # Without a config there is nothing to check.
            from pmlint.config.check import check as check_config

            check_config(settings, self._names, host.kinds)
        self._vocabulary, problems = vocabulary(host, settings)
        self.problems = (*problems, *_missing(host, settings))
        self._guard = Guard()
        self._language_problems: list[Problem] = []
        self._reads: dict[str, Read] = {}
        self._plans: dict[tuple[str, Profile, tuple[Choice, ...], int], Plan] = {}

    def lint(
        self,
        document: Document,
        kind: str,
        path: str | None = None,
        cancel: Cancel | None = None,
        previous: Report | None = None,
        typing: Typing | None = None,
    ) -> Report:
        """The findings of a document of a kind.

        ``path``: its file, for settings by path and for problems. ``cancel``: asked now and then;
        when it says True `Cancelled` is raised. ``previous``: the report of an earlier text of this
        document; the answer is the same without it, and comes later. ``typing``: the line that is
        being written.
        """

        def go_on() -> None:
            if cancel is not None and cancel():
                raise Cancelled

        started = len(self._guard.problems), len(self._language_problems)
        directives = Directives(document, None if previous is None else previous.directives)
        said = directives.all()
        settings = self._settings(path)
        while True:
            go_on()
            plan = self._plan(kind, settings, _profile(said) if said else None)
            before = None if previous is None else previous.checked
            try:
                # What a plugin prints would spoil a report on standard output.
                with quiet() if plan.foreign else nullcontext():
                    checked = check(document, plan, self._guard, path or "", go_on, before)
                    gathering = self._gather(document, checked, before, said, path or "", go_on)
                break
            except BenchedError:
                # From now on without that rule, its earlier findings too.
                continue
        wide, typed = gathering.wide(), frozenset[str]()
        if typing is not None:
            typed = gathering.wait(typing, _typed(document, checked.views, typing.offset))
        problems = (
            *self._guard.problems[started[0] :],
            *(
                problem._replace(path=path or "")
                for problem in self._language_problems[started[1] :]
            ),
        )
        return Report(
            kind, gathering.pieces(), gathering.held(), problems, checked, directives, typed, wide
        )

    def _gather(
        self,
        document: Document,
        checked: Checked,
        before: Checked | None,
        said: Sequence[tuple[int, Parsed]],
        path: str,
        go_on: Callable[[], None],
    ) -> Gathering:
        """All findings in one place: those of lines, of larger units, and about directives."""
        plan = checked.plan
        extra: Mapping[int, Sequence[Raw]] = {}
        if plan.opening or plan.section or plan.document:
            # Many kinds have such rules and some have none.
            from pmlint.engine.units import run

            extra = run(document, checked, before, self._guard, path, go_on)
        gathering = Gathering(document, checked, extra)
        if said:
            from pmlint.engine.suppress import obey

            obey(
                said,
                document,
                checked,
                gathering,
                self._names,
                self._guard,
                path,
                self.host.kinds,
            )
        return gathering

    @property
    def misread(self) -> Sequence[Problem]:
        """What went wrong so far when lines were read, for those who read claims without a report."""
        return self._language_problems

    def claims(self, document: Document, kind: str) -> Iterator[tuple[Span, PlacedLine]]:
        """Every line of a document, headings and quotes too, with its place in the source."""
        for index, lines in enumerate(self._lines(document, kind)):
            for line in lines.all:
                yield document.source(index, line.source()), line

    def view(self, document: Document, kind: str) -> View:
        """A document as document rules see it, with the lines that `claims` gives."""
        # No check needs it: rules get theirs from what was checked.
        from pmlint.engine.whole import document_view

        return document_view(document, kind, list(self._lines(document, kind)))

    def _lines(self, document: Document, kind: str) -> Iterator[Lines]:
        """The lines of each chunk."""
        read = self._read(kind)
        for section in document.sections():
            for index in range(*section.chunks):
                yield lines_of(document.chunks[index], section.role, read)

    def line_at(self, document: Document, kind: str, offset: int) -> tuple[Span, PlacedLine] | None:
        """The line that holds an offset of the source, or ends there, and its place."""
        index = max(bisect_right(document.starts, offset) - 1, 0)
        if index >= len(document.chunks):
            return None
        sections = document.sections()
        section = sections[bisect_right([one.chunks[0] for one in sections], index) - 1]
        for line in lines_of(document.chunks[index], section.role, self._read(kind)).all:
            place = document.source(index, line.source())
            if place.start <= offset <= place.end:
                return place, line
        return None

    def decisions(
        self, kind: str | None = None, path: str | None = None, document: Document | None = None
    ) -> list[tuple[Registered, Decision]]:
        """For each rule whether it runs on documents of a kind at a path, and why.

        ``document``: one that may ask for a profile itself.
        """
        profile = None if document is None else _profile(Directives(document, None).all())
        selection = Selection(self._names, self._settings(path), profile)
        return [
            (registered, selection.decide(registered, kind))
            for registered in self.host.rules.values()
        ]

    def _settings(self, path: str | None) -> Settings:
        return self.settings if path is None else self.settings.for_path(os.path.abspath(path))

    def _plan(self, kind: str, settings: Settings, profile: Profile | None) -> Plan:
        selection = Selection(self._names, settings, profile)
        benched = self._guard.benched
        key = (kind, selection.profile, settings.choices, len(benched))
        plan = self._plans.get(key)
        if plan is None:
            rules = [
                registered
                for registered in selection.enabled(self.host.rules.values(), kind)
                if registered.rule.name not in benched
            ]
            plan = self._plans[key] = Plan(
                kind, selection.profile, rules, settings, self._names, self._read(kind), self._timed
            )
        return plan

    def _read(self, kind: str) -> Read:
        """What reads claims in documents of a kind; the same function for the same kind."""
        read = self._reads.get(kind)
        if read is None:
            read = self._reads[kind] = _Read(kind, self._vocabulary, self._misread, self._overlong)
        return read

    def _misread(self, node: Node, error: Exception) -> None:
        message = f"a line could not be read: {told(error)}: {node.text[:60]!r}"
        self._note(message, traced(error))

    def _overlong(self, node: Node) -> None:
        size, read = f"{len(node.text):,}", f"{claims.LONGEST:,}"
        self._note(
            f"a line of {size} characters is read up to character {read}: {node.text[:60]!r}"
        )

    def _note(self, message: str, detail: str = "") -> None:
        if len(self._language_problems) < _MOST_MISREAD:
            self._language_problems.append(
                Problem(BUILT_IN, BUILT_IN, __version__, "", "", message, detail)
            )

    def _timed(self, registered: Registered) -> Callable[..., Any]:
        """The rule's function, with a clock around it when there is one."""
        run, clock = registered.rule.check, self._clock
        if clock is None:
            return run
        times, name = self.times, registered.rule.name

        def timed(unit: Any, options: Any) -> Any:
            start = clock()
            try:
                result = run(unit, options)
                # A rule that yields has done nothing yet.
                return [*result] if isinstance(result, Iterator) else result
            finally:
                times[name] = times.get(name, 0.0) + clock() - start

        return timed


class _Read:
    """Reads the lines of documents of one kind. A line that cannot be read says nothing."""

    def __init__(
        self,
        kind: str,
        words: Vocabulary,
        misread: Callable[[Node, Exception], None],
        overlong: Callable[[Node], None],
    ) -> None:
        self._kind = kind
        self._vocabulary = words
        self._misread = misread
        self._overlong = overlong

    def __call__(self, node: Node, section: str) -> claims.Claim:
        text = node.text
        if len(text) > claims.LONGEST:
            self._overlong(node)
            text = text[: claims.LONGEST]
        try:
            return claims.read(text, self._vocabulary, self._kind, section)
        except Exception as error:  # noqa: BLE001 - one odd line must not end the run
            self._misread(node, error)
            return claims.NOTHING

    def frame(self, node: Node) -> Frame:
        # Only rules for openings and whole texts ask.
        from pmlint.language import framing

        try:
            text = node.text[: claims.LONGEST]
            return framing.read(text, node.sentences, self._vocabulary, self._kind)
        except Exception as error:  # noqa: BLE001 - as above
            self._misread(node, error)
            return framing.NOTHING_FRAMED


def _profile(said: Sequence[tuple[int, Parsed]]) -> Profile | None:
    """The profile that a draft asks for itself."""
    from pmlint.engine.suppress import profile_of

    return profile_of(parsed for _, parsed in said)


def _missing(host: Host, settings: Settings) -> list[Problem]:
    """The plugins that a config requires and that are not there, or not whole."""
    states = {info.name: info for info in host.plugins}
    states |= {info.package: info for info in host.plugins}
    problems = []
    for name in settings.require_plugins:
        info = states.get(name)
        if info is None or info.state in ("disabled", "failed"):
            state = info.state if info else "not installed" if host.searched else "switched off"
            message = f'the config requires the plugin "{name}", which is {state}'
            problems.append(Problem(name, "", "", "", "", message))
    return problems


def _typed(
    document: Document, views: Sequence[Lines], offset: int
) -> tuple[int, PlacedLine] | None:
    """The line that is being written at an offset: the last that starts there or before, with
    nothing but blanks between its end and the offset."""
    index = bisect_right(document.starts, offset) - 1
    # At the start of a chunk it may be the one before that is written on.
    for at in (index, index - 1):
        if at < 0:
            continue
        lines = views[at].all
        inside = offset - document.starts[at]
        last = bisect_right(lines, inside, key=lambda line: line.source().start) - 1
        if last >= 0:
            place = document.source(at, lines[last].source())
            if not document.text[place.end : offset].strip(" \t"):
                return at, lines[last]
    return None
