"""A rule: frozen facts about it and a function."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, NamedTuple

from pmlint.api.finding import Flag, Severity

Unit = Literal["line", "opening", "section", "document", "directive"]
Moment = Literal["finished", "at once"]
State = Literal["stable", "preview", "deprecated"]
Profile = Literal["draft", "default", "strict"]
Category = Literal[
    "outcome", "ownership", "evidence", "wording", "decision", "framing", "structure", "hygiene"
]

UNITS: tuple[Unit, ...] = ("line", "opening", "section", "document", "directive")
MOMENTS: tuple[Moment, ...] = ("finished", "at once")
STATES: tuple[State, ...] = ("stable", "preview", "deprecated")
PROFILES: tuple[Profile, ...] = ("draft", "default", "strict")
CATEGORIES: tuple[Category, ...] = (
    "outcome",
    "ownership",
    "evidence",
    "wording",
    "decision",
    "framing",
    "structure",
    "hygiene",
)


_NONE: Mapping[str, Any] = {}


class Option(NamedTuple):
    """A setting of one rule: ``[rules.NAME] option = value`` in pmlint.toml.

    The type of ``default`` (bool, int, float, str, or tuple of str) is the type asked for; where
    it is float a whole number will do, and a list in the file comes as a tuple. ``choices``: the
    values allowed, for a tuple the values that each element may have; empty allows all.
    ``severity`` and ``kinds`` are settings of every rule and no names for an option.
    """

    name: str
    default: bool | int | float | str | tuple[str, ...]
    help: str
    choices: tuple[Any, ...] = ()


class Rule(NamedTuple):
    """One question that a skeptical reader asks.

    ``check(unit, options)`` gets, for each ``unit``: an `api.views.Line` (line), a sequence of
    lines (opening), a `Section`, a `Document`, or a `Directive`; and the rule's options by name,
    defaults included. It returns or yields `Flag`s; None and an empty list say that all is well,
    and ``()`` says so at no cost. Line rules see bullets and sentences of prose, never headings,
    code or quotes. A line rule may read nothing but its line and the ``reach`` lines after it, as
    its answer is kept until one of these changes.

    ``name``: kebab case, ``plugin/name`` in a plugin. ``kinds``: document kinds it runs on; empty
    is all. ``moment``: ``finished`` waits until the writer has left the line, ``at once`` does not.
    ``profile``: the mildest profile that has it on (draft < default < strict). ``rank``: among
    findings of one line, the lower is shown first. ``aliases``: former names, which still work in
    a config and in a directive. ``page``: the rule's page in Markdown, with the headings of
    ``docs/rules``. ``metadata``: for tools; pmlint reads ``density`` (an int n): of a line rule
    with more than n findings in one document, one finding is shown, with the others as related; and
    ``frames``: the kinds of document in which a document rule reads the frames of lines, or what is
    made from them; True for all kinds.
    """

    name: str
    summary: str
    question: str
    message: str
    unit: Unit
    check: Callable[[Any, Mapping[str, Any]], Iterable[Flag] | None]
    page: str
    category: Category
    kinds: frozenset[str] = frozenset()
    moment: Moment = "finished"
    severity: Severity = "warning"
    state: State = "stable"
    profile: Profile = "default"
    rank: int = 50
    reach: int = 0
    options: tuple[Option, ...] = ()
    aliases: tuple[str, ...] = ()
    since: str = "0.1"
    metadata: Mapping[str, Any] = _NONE
