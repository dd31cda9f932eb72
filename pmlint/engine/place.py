"""From a flag in a line to a finding in the source."""

from __future__ import annotations

import re
from collections.abc import Callable

from pmlint.api.finding import Finding, Fix, Related, SourceEdit, SourceFix
from pmlint.api.views import Line
from pmlint.engine.lines import SourceLine
from pmlint.engine.plan import Plan
from pmlint.host.guard import Flagged

# A line break inside a paragraph reads as one space.
_WRAP = re.compile(r"[ \t]*(?:\r\n?|\n)[ \t]*")


def placed(
    flagged: Flagged,
    source: str,
    plan: Plan,
    away: Callable[[Line], int] = lambda _: 0,
) -> Finding:
    """The finding of a flag, its spans counted from the start of the chunk that holds its line.

    ``source`` is that chunk's text. ``away`` says how far another line's chunk starts from there.
    """
    registered, flag = flagged
    rule = registered.rule
    line = flag.place.line
    assert isinstance(line, SourceLine)
    fixes = []
    for fix in flag.fixes:
        mended = _fix(line, fix, source)
        if mended is not None:
            fixes.append(mended)
    related = []
    for (other, span), message in flag.related:
        assert isinstance(other, SourceLine)
        related.append(Related(other.source(span).shift(away(other)), message))
    return Finding(
        rule.name,
        registered.plugin,
        plan.severities[rule.name],
        rule.message if flag.message is None else flag.message,
        rule.question,
        plan.kind,
        line.source(flag.place.span),
        tuple(fixes),
        tuple(related),
        rule.rank,
    )


def _fix(line: SourceLine, fix: Fix, source: str) -> SourceFix | None:
    """The fix in the source; None when an edit is over words that hold markup there.

    The rule saw the words alone, so it cannot say what should become of the markup.
    """
    edits = []
    for span, text in fix.edits:
        place = line.source(span)
        clean, written = span.of(line.text), place.of(source)
        if written != clean and _WRAP.sub(" ", written) != clean:
            return None
        edits.append(SourceEdit(place, text))
    return SourceFix(fix.title, tuple(edits), fix.safety)
