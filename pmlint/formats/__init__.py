"""Built-in document formats; they are plugins that know `pmlint.api` only."""

from __future__ import annotations

from collections.abc import Iterable

from pmlint.api import Format, hookimpl


@hookimpl
def pmlint_formats() -> Iterable[Format]:
    from pmlint.formats.markdown import MARKDOWN
    from pmlint.formats.plain import PLAIN

    return (MARKDOWN, PLAIN)
