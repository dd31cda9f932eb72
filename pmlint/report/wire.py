"""A finding as plain data, the shape that every JSON output shares.

Lines and columns count from 1, columns in code points; ``offset`` is ``[start, end)`` in code
points of the whole source, from 0.
"""

from __future__ import annotations

from typing import Any

from pmlint.api.finding import Finding, Related, SourceEdit, SourceFix
from pmlint.api.report import CheckedFile, Failure
from pmlint.text.span import Span

SCHEMA = 1


def place(checked: CheckedFile, span: Span) -> dict[str, Any]:
    """``start``, ``end`` and ``offset`` of a span."""
    start, end = checked.position(span.start), checked.position(span.end)
    return {
        "start": {"line": start[0], "column": start[1]},
        "end": {"line": end[0], "column": end[1]},
        "offset": [span.start, span.end],
    }


def finding_data(checked: CheckedFile, finding: Finding) -> dict[str, Any]:
    return {
        "path": checked.path,
        "rule": finding.rule,
        "plugin": finding.plugin,
        "severity": finding.severity,
        "message": finding.message,
        "question": finding.question,
        "kind": finding.kind,
        **place(checked, finding.span),
        "text": finding.span.of(checked.text),
        "fixes": [_fix(checked, fix) for fix in finding.fixes],
        "related": [_related(checked, related) for related in finding.related],
    }


def _fix(checked: CheckedFile, fix: SourceFix) -> dict[str, Any]:
    edits = [_edit(checked, edit) for edit in fix.edits]
    return {"title": fix.title, "safety": fix.safety, "edits": edits}


def _edit(checked: CheckedFile, edit: SourceEdit) -> dict[str, Any]:
    return {**place(checked, edit.span), "text": edit.text}


def _related(checked: CheckedFile, related: Related) -> dict[str, Any]:
    return {
        "rule": related.rule,
        "message": related.message,
        **place(checked, related.span),
        "text": related.span.of(checked.text),
    }


def failure_data(failure: Failure) -> dict[str, Any]:
    """A failure; ``start`` is there when the place is known."""
    data: dict[str, Any] = {"path": failure.path, "message": failure.message}
    if failure.line:
        data["start"] = {"line": failure.line, "column": failure.column}
    return data


def encoded(data: object) -> str:
    """One line of JSON, letters of every script as they are."""
    # Needed by these formats alone, and not free to import.
    import json

    return json.dumps(data, ensure_ascii=False)
