"""The JSON that is written by hand, read back through lsprotocol's own types."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import converters, types

from pmlint.api.finding import Finding, Related
from pmlint.server import wire
from pmlint.text.span import Span

CONVERTER = converters.get_converter()


def finding(message: str = "m", question: str = "q?", **fields: Any) -> Finding:
    given: dict[str, Any] = {"span": Span(0, 3), "severity": "warning", **fields}
    return Finding(
        "vague-impact",
        "pmlint",
        given["severity"],
        message,
        question,
        "resume",
        given["span"],
        (),
        given.get("related", ()),
    )


def on_line_seven(offset: int) -> wire.Position:
    return 7, offset


def read_back(text: str) -> types.Diagnostic:
    return CONVERTER.structure(json.loads(text), types.Diagnostic)


@given(message=st.text(), question=st.text(), start=st.integers(0, 9), length=st.integers(1, 9))
def test_a_diagnostic_says_what_the_finding_says(
    message: str, question: str, start: int, length: int
) -> None:
    made = finding(message, question, span=Span(start, start + length))
    read = read_back(wire.diagnostic(made, on_line_seven))
    assert read == types.Diagnostic(
        range=types.Range(types.Position(7, start), types.Position(7, start + length)),
        severity=types.DiagnosticSeverity.Warning,
        code="vague-impact",
        source="pmlint",
        message=wire.said(made),
    )


def test_the_question_is_asked_once() -> None:
    assert wire.said(finding("no number", "How many?")) == "no number\nHow many?"
    assert wire.said(finding("no number. How many?", "How many?")) == "no number. How many?"
    assert wire.said(finding("no number", "")) == "no number"


def test_every_severity_has_its_number() -> None:
    numbers = [
        read_back(wire.diagnostic(finding(severity=severity), on_line_seven)).severity
        for severity in ("error", "warning", "info", "hint")
    ]
    assert numbers == [
        types.DiagnosticSeverity.Error,
        types.DiagnosticSeverity.Warning,
        types.DiagnosticSeverity.Information,
        types.DiagnosticSeverity.Hint,
    ]


def test_page_and_related_places_are_for_clients_that_take_them() -> None:
    related = (
        Related(Span(5, 9), "here too"),
        Related(Span(10, 12), "and here", "vague-impact"),
        Related(Span(0, 3), "what another rule says of the line", "missing-evidence"),
    )
    made = finding(related=related)
    bare = read_back(wire.diagnostic(made, on_line_seven))
    assert (bare.code_description, bare.related_information) == (None, None)
    full = read_back(
        wire.diagnostic(made, on_line_seven, page="file:///p/x.md", related_uri="file:///a%20b.md")
    )
    assert full.code_description == types.CodeDescription("file:///p/x.md")
    assert list(full.related_information or ()) == [
        types.DiagnosticRelatedInformation(
            types.Location(
                "file:///a%20b.md", types.Range(types.Position(7, 5), types.Position(7, 9))
            ),
            "here too",
        ),
        types.DiagnosticRelatedInformation(
            types.Location(
                "file:///a%20b.md", types.Range(types.Position(7, 10), types.Position(7, 12))
            ),
            "and here",
        ),
    ]


@given(uri=st.text(), version=st.none() | st.integers(-5, 2**31 - 1), count=st.integers(0, 3))
def test_a_publish_is_one_notification(uri: str, version: int | None, count: int) -> None:
    texts = [wire.diagnostic(finding(), on_line_seven)] * count
    message = CONVERTER.structure(
        json.loads(wire.publish(uri, version, texts)), types.PublishDiagnosticsNotification
    )
    assert message.params.uri == uri
    assert message.params.version == version
    assert len(message.params.diagnostics) == count


def test_reports_of_a_pull() -> None:
    texts = [wire.diagnostic(finding(), on_line_seven)]
    full = CONVERTER.structure(
        json.loads(wire.report("7", texts)), types.RelatedFullDocumentDiagnosticReport
    )
    assert (full.kind, full.result_id, len(full.items)) == ("full", "7", 1)
    same = CONVERTER.structure(
        json.loads(wire.unchanged("7")), types.RelatedUnchangedDocumentDiagnosticReport
    )
    assert (same.kind, same.result_id) == ("unchanged", "7")
