"""Diagnostics as JSON text.

Thousands of diagnostics go out at a keystroke when a document is long. As attrs objects through
cattrs they cost tens of milliseconds; as text, kept from one publish to the next where neither the
finding nor its lines moved, well under one. So this is the one place that writes protocol JSON by
hand, and its tests read it back through lsprotocol's own types.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import lru_cache

from pmlint.api.finding import Finding

Position = tuple[int, int]
"""Line and character from 0, the character in units of the client's encoding."""

RELATED = '"relatedInformation"'
"""Stands in the text of a diagnostic with related places, and in no other but by chance."""
SEVERITIES = {"error": 1, "warning": 2, "info": 3, "hint": 4}


_quoted = lru_cache(maxsize=4096)(json.dumps)


@lru_cache(maxsize=4096)
def _rest(rule: str, severity: str, message: str, page: str) -> str:
    """All of a diagnostic that does not depend on its place."""
    description = f',"codeDescription":{{"href":{json.dumps(page)}}}' if page else ""
    return (
        f'"severity":{SEVERITIES[severity]},"code":{json.dumps(rule)}{description},'
        f'"source":"pmlint","message":{json.dumps(message)}'
    )


def said(finding: Finding) -> str:
    """What a squiggle says: the message, and the question if the message does not ask it."""
    message, question = finding.message.strip(), finding.question.strip()
    if not question or question in message:
        return message
    return f"{message}\n{question}"


def span(start: Position, end: Position) -> str:
    """A range."""
    return (
        f'{{"start":{{"line":{start[0]},"character":{start[1]}}},'
        f'"end":{{"line":{end[0]},"character":{end[1]}}}}}'
    )


def diagnostic(
    finding: Finding,
    place: Callable[[int], Position],
    *,
    page: str = "",
    related_uri: str = "",
) -> str:
    """A diagnostic. ``place`` turns an offset of ``finding``'s spans into a position; ``page`` is
    the address of the rule's page, "" when the client takes none; ``related_uri`` is the document's
    own, "" when the client takes no related places. What other rules say of the line is no place."""
    where = finding.span
    head = f'{{"range":{span(place(where[0]), place(where[1]))},'
    rest = _rest(finding.rule, finding.severity, said(finding), page)
    if related_uri and finding.related:
        uri, rules = _quoted(related_uri), ("", finding.rule)
        others = ",".join(
            [
                f'{{"location":{{"uri":{uri},"range":{span(place(where[0]), place(where[1]))}}},'
                f'"message":{_quoted(message)}}}'
                for where, message, rule in finding.related
                if rule in rules
            ]
        )
        if others:
            return f"{head}{rest},{RELATED}:[{others}]}}"
    return f"{head}{rest}}}"


def plain(start: Position, end: Position, message: str, severity: str, code: str) -> str:
    """A diagnostic that is no finding of a rule."""
    return f'{{"range":{span(start, end)},{_rest(code, severity, message, "")}}}'


def publish(uri: str, version: int | None, diagnostics: Iterable[str]) -> str:
    """A `textDocument/publishDiagnostics` notification."""
    versioned = "" if version is None else f'"version":{version},'
    return (
        f'{{"jsonrpc":"2.0","method":"textDocument/publishDiagnostics","params":{{'
        f'"uri":{json.dumps(uri)},{versioned}"diagnostics":[{",".join(diagnostics)}]}}}}'
    )


def report(result_id: str, diagnostics: Iterable[str]) -> str:
    """The result of a `textDocument/diagnostic` request."""
    return f'{{"kind":"full","resultId":{json.dumps(result_id)},"items":[{",".join(diagnostics)}]}}'


def unchanged(result_id: str) -> str:
    """The result of that request when nothing is new."""
    return f'{{"kind":"unchanged","resultId":{json.dumps(result_id)}}}'
