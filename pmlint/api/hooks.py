"""The hooks that a plugin implements.

A plugin is an installed package with an entry point in the group ``pmlint``::

    [project.entry-points.pmlint]
    acme = "pmlint_acme"

and, in the module that it names, functions with the names and arguments below, marked
``@hookimpl``. Each is called once, when pmlint starts; arguments are only ever added, and a plugin
names the ones it wants. The built-in rules, formats and kinds come through the same hooks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from pluggy import HookimplMarker, HookspecMarker

if TYPE_CHECKING:
    from pmlint.api.report import ReportFormat
    from pmlint.api.rule import Rule
    from pmlint.document.format import Format
    from pmlint.document.kind import Kind

PROJECT = "pmlint"

API_VERSION = 1
"""The version of all that `pmlint.api` exports. A plugin may set ``pmlint_api = 1`` in its module;
one that asks for a higher version than this is not loaded, and the user is told to update pmlint.
"""

hookspec = HookspecMarker(PROJECT)
hookimpl = HookimplMarker(PROJECT)


@hookspec
def pmlint_rules() -> Iterable[Rule]:
    """Rules. In a plugin with the entry point ``acme`` each is called ``acme/some-name``.

    A rule with a wrong name or wrong metadata is left out and named; the others are used.
    """
    raise NotImplementedError


@hookspec
def pmlint_formats() -> Iterable[Format]:
    """Document formats. One that claims a file name ending that pmlint or an earlier plugin reads
    already is left out and named."""
    raise NotImplementedError


@hookspec
def pmlint_words() -> Mapping[str, Iterable[str]]:
    """Words and phrases to add to word classes: class name to words.

    They are inflected like the class that they join: a verb class wants base forms.
    """
    raise NotImplementedError


@hookspec
def pmlint_kinds() -> Iterable[Kind]:
    """Document kinds beyond the built-in ones, for rules to name in ``kinds``."""
    raise NotImplementedError


@hookspec
def pmlint_reports() -> Iterable[ReportFormat]:
    """Values of ``--output-format`` beyond the built-in ones."""
    raise NotImplementedError
