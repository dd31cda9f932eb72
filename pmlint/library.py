"""pmlint from Python: `lint` on a text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pmlint.api.finding import Finding, Related, Severity, SourceFix
from pmlint.config.load import Configs
from pmlint.config.settings import Settings
from pmlint.document.document import Document
from pmlint.document.kind import decide
from pmlint.engine.lint import Linter
from pmlint.host.host import Host
from pmlint.text.lines import LineIndex
from pmlint.text.span import Span


class Position(NamedTuple):
    """A place in a text; line and column count from 1, the column in code points."""

    line: int
    column: int


class Result(NamedTuple):
    """One finding.

    ``end`` is just after the flagged words, and ``text`` is these words as they stand in the
    source. ``offset`` is the same place in code points from 0, end exclusive, as are the spans in
    ``fixes`` and ``related``.
    """

    rule: str
    plugin: str
    severity: Severity
    message: str
    question: str
    kind: str
    start: Position
    end: Position
    offset: Span
    text: str
    fixes: tuple[SourceFix, ...]
    related: tuple[Related, ...]


def lint(
    text: str,
    *,
    kind: str | None = None,
    filename: str | None = None,
    profile: str | None = None,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] = (),
    max_per_line: int | None = None,
    config: str | None = None,
    plugins: bool = True,
) -> list[Result]:
    """What a skeptical reader would ask of a draft, in order of place.

    ``kind``: the kind of document; without it the draft decides. ``filename``: its ending tells
    the format, Markdown without one. ``config``: a config file; none is looked for. The rest is as
    on the command line. Raises ValueError for a kind that does not exist or a file name that no
    format reads, and `pmlint.config.errors.ConfigError` for a wrong config, profile or rule name.
    A rule that fails is left out.
    """
    host = _host(plugins)
    if kind is not None and kind not in host.kinds:
        raise ValueError(f"no document kind {kind!r}; there are {', '.join(host.kinds)}")
    reader = host.format_for(filename or "draft.md")
    if reader is None:
        raise ValueError(f"no format reads {filename!r}")
    settings = Configs(config).settings_for(filename or "") if config else Settings()
    settings = settings.overridden(
        profile=profile, select=select, ignore=ignore, max_per_line=max_per_line
    )
    document = Document.read(text, reader)
    wanted = settings.for_path(filename).kind if filename else settings.kind
    decided = decide(
        document, filename, given=kind, config_kind=wanted or None, kinds=host.kinds
    ).kind
    report = Linter(host, settings).lint(document, decided, filename)
    lines = LineIndex(text)
    return [_result(finding, lines) for finding in report.findings]


@lru_cache(maxsize=2)
def _host(plugins: bool) -> Host:
    """One host for all calls: plugins are loaded once in a process."""
    return Host.load(plugins=plugins)


def _result(finding: Finding, lines: LineIndex) -> Result:
    start, end = (lines.position(offset) for offset in finding.span)
    return Result(
        finding.rule,
        finding.plugin,
        finding.severity,
        finding.message,
        finding.question,
        finding.kind,
        Position(start[0] + 1, start[1] + 1),
        Position(end[0] + 1, end[1] + 1),
        finding.span,
        finding.span.of(lines.text),
        finding.fixes,
        finding.related,
    )
