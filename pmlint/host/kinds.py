"""The built-in document kinds, offered through the same hook as those of a plugin."""

from __future__ import annotations

from collections.abc import Iterable

from pmlint.api.hooks import hookimpl
from pmlint.document.kind import KINDS, Kind


@hookimpl
def pmlint_kinds() -> Iterable[Kind]:
    return KINDS
