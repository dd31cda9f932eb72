"""From all that was found in a chunk to what is shown: a few findings a line, in order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pmlint.api.finding import Finding, Related
from pmlint.api.views import Line

# How many places of a fault that runs through a draft are told with the first.
MOST_PLACES = 100


class Raw(NamedTuple):
    """A finding in a chunk and the line that it is in.

    ``waits``: its rule waits until the writer has left the line. ``wide``: it looks at more than a
    line.
    """

    line: Line
    finding: Finding
    waits: bool
    wide: bool = False


def order(finding: Finding) -> tuple[int, int, str, int]:
    """Findings go by place, then by rank, then by rule."""
    return finding.span.start, finding.rank, finding.rule, finding.span.end


def finish(raws: Iterable[Raw], limit: int) -> tuple[Finding, ...]:
    """At most ``limit`` findings of each line (0: all), the highest ranked, in order of place.

    The others of a line go with the first that is shown, as related findings.
    """
    lines: dict[int, list[Finding]] = {}
    for raw in raws:
        lines.setdefault(id(raw.line), []).append(raw.finding)
    shown: list[Finding] = []
    for findings in lines.values():
        if limit and len(findings) > limit:
            findings.sort(key=lambda finding: (finding.rank, *order(finding)))
            first = findings[0]
            more = tuple(
                Related(other.span, other.message, other.rule) for other in findings[limit:]
            )
            findings[0] = first._replace(related=first.related + more)
            shown += findings[:limit]
        else:
            shown += findings
    shown.sort(key=order)
    return tuple(shown)


def merged(first: Finding, others: Iterable[Finding | Related], count: int) -> Finding:
    """The first of many findings of one rule, with the places of ``others`` as related.

    ``count``: how many others there are in all. All spans count from the same start.
    """
    places = tuple(Related(other.span, other.message, other.rule) for other in others)
    return first._replace(
        message=f"{first.message} (and {count} more of this in the draft)",
        related=first.related + places,
    )
