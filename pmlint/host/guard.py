"""Runs rules so that one of them can fail alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from pmlint.api.finding import SAFETIES, Edit, Fix, Flag, Place
from pmlint.api.views import Line
from pmlint.host.host import Registered
from pmlint.host.metadata import shown
from pmlint.host.problem import Problem, told, traced
from pmlint.text.span import Span

# What a rule returns when it has nothing to say, at no cost to anybody.
_NOTHING = ()
# What most flags have beside their place.
_PLAIN = (None, (), ())
# The most flags for one unit, and fixes or related places of one flag.
_LIMIT = 10_000


class Call(NamedTuple):
    """A rule to run: its ``check``, the options that it gets, and where it comes from."""

    check: Callable[[Any, Mapping[str, Any]], Iterable[Flag] | None]
    options: Mapping[str, Any]
    registered: Registered


class Flagged(NamedTuple):
    """A flag that holds up, and the rule that raised it."""

    registered: Registered
    flag: Flag


class _BadResultError(Exception):
    """A rule returned what it may not; the text says what."""


class Guard:
    """Runs rules for one unit after the other; a rule that fails is benched.

    ``benched``: names of rules that failed; whoever runs the guard leaves them out from then on.
    ``problems``: one for each benched rule.
    """

    def __init__(self) -> None:
        self.benched: set[str] = set()
        self.problems: list[Problem] = []

    def run(
        self,
        calls: Iterable[Call],
        unit: Any,
        path: str,
        owns: Callable[[Line], bool] | None = None,
    ) -> Sequence[Flagged]:
        """The flags of all rules for one unit, checked.

        ``unit`` is what the rules' unit asks for. ``owns`` says whether a line is one that flags
        may be placed in; None is for line rules: the line itself, and for related places the ones
        that follow. ``path`` is for the problem's sake. The price of a call that has nothing to
        say is a step of the loop: what comes back is looked at only when it is not ``()``, and the
        culprit is looked for only when something was raised.
        """
        found: list[Flagged] = []
        turn = iter(calls)
        while True:
            registered: Registered | None = None
            try:
                for check, options, registered in turn:
                    result = check(unit, options)
                    if result is not _NOTHING and result is not None:
                        found += _checked(result, registered, unit, owns)
                return found
            except KeyboardInterrupt:
                raise
            except BaseException as error:
                if registered is None:
                    raise
                self._bench(registered, path, error)

    def _bench(self, registered: Registered, path: str, error: BaseException) -> None:
        rule, plugin, package, version = registered
        if isinstance(error, _BadResultError):
            message, detail = str(error), ""
        else:
            message, detail = f"raised {told(error)}", traced(error)
        self.benched.add(rule.name)
        self.problems.append(
            Problem(plugin, package, version, rule.name, path, f"{message}; not run again", detail)
        )


def _checked(
    result: Any, registered: Registered, unit: Any, owns: Callable[[Line], bool] | None
) -> list[Flagged]:
    if isinstance(result, Flag):
        raise _BadResultError("returned one Flag, not a list of them")
    if isinstance(result, (str, bytes)) or not hasattr(result, "__iter__"):
        raise _BadResultError(f"returned {shown(result)}, not a list of Flag")
    return [Flagged(registered, _flag(item, unit, owns)) for item in _bounded(result, "flags")]


def _bounded(items: Iterable[Any], noun: str) -> Sequence[Any]:
    kept = items if isinstance(items, (list, tuple)) else list(islice(items, _LIMIT + 1))
    if len(kept) > _LIMIT:
        raise _BadResultError(f"returned more than {_LIMIT:,} {noun} at once")
    return kept


def _flag(flag: Any, unit: Any, owns: Callable[[Line], bool] | None) -> Flag:
    """The flag with its spans, tuples and all as the types promise."""
    if not isinstance(flag, Flag):
        raise _BadResultError(f"returned {shown(flag)}, which is no Flag")
    place = _place(flag.place)
    line = place.line
    if line is unit and flag[1:] == _PLAIN:
        return flag if place is flag.place else flag._replace(place=place)
    if line is not unit and (owns is None or not owns(line)):
        raise _BadResultError("returned a flag in a line that it was not given")
    if flag.message is not None and not isinstance(flag.message, str):
        raise _BadResultError(f"returned the message {shown(flag.message)}, not a string")
    related = tuple(_related(item, unit, owns) for item in _listed(flag.related, "related"))
    fixes = tuple(_fix(item, line.text) for item in _listed(flag.fixes, "fixes"))
    return Flag(place, flag.message, fixes, related)


def _listed(items: Any, noun: str) -> Sequence[Any]:
    if isinstance(items, (str, bytes)) or not hasattr(items, "__iter__"):
        raise _BadResultError(f"returned {noun} {shown(items)}, not a tuple")
    return _bounded(items, noun)


def _place(place: Any) -> Place:
    if not isinstance(place, Place):
        raise _BadResultError(f"returned the place {shown(place)}, which is no Place")
    if not isinstance(place.line, Line):
        raise _BadResultError(f"returned a place in {shown(place.line)}, which is no Line")
    if place.span is None:
        return place
    span = _span(place.span, place.line.text)
    if span.start == span.end:
        raise _BadResultError(f"returned the empty span {tuple(span)}")
    return place if span is place.span else Place(place.line, span)


def _span(span: Any, text: str) -> Span:
    if not isinstance(span, tuple) or len(span) != 2 or any(type(end) is not int for end in span):
        raise _BadResultError(f"returned the span {shown(span)}, which is no Span")
    start, end = span
    if not 0 <= start <= end <= len(text):
        raise _BadResultError(
            f"returned the span {tuple(span)}, outside its line of {len(text)} characters"
        )
    return span if isinstance(span, Span) else Span(start, end)


def _related(item: Any, unit: Any, owns: Callable[[Line], bool] | None) -> tuple[Place, str]:
    if not isinstance(item, tuple) or len(item) != 2 or not isinstance(item[1], str):
        raise _BadResultError(f"returned related {shown(item)}, not a pair of Place and string")
    place = _place(item[0])
    if owns is None:
        known = any(place.line is one for one in (unit, *unit.following))
    else:
        known = owns(place.line)
    if not known:
        raise _BadResultError("returned a related place in a line that it was not given")
    return place, item[1]


def _fix(fix: Any, text: str) -> Fix:
    title: object = fix.title if isinstance(fix, Fix) else None
    if not isinstance(title, str) or fix.safety not in SAFETIES:
        raise _BadResultError(f"returned {shown(fix)}, which is no Fix")
    edits = []
    last = -1
    for edit in _listed(fix.edits, "edits"):
        if not isinstance(edit, Edit) or not isinstance(edit.text, str):
            raise _BadResultError(f"returned {shown(edit)}, which is no Edit")
        span = _span(edit.span, text)
        if span.start < last:
            raise _BadResultError(f'returned overlapping edits in the fix "{fix.title}"')
        last = span.end
        edits.append(Edit(span, edit.text))
    if not edits:
        raise _BadResultError(f'returned the fix "{fix.title}" with no edit')
    return Fix(fix.title, tuple(edits), fix.safety)
