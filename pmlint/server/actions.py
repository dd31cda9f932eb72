"""Code actions: mend a finding, ignore it, read about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lsprotocol import types

from pmlint.api.finding import Finding, SourceFix
from pmlint.engine.fixes import fix
from pmlint.server import ignoring
from pmlint.server.client import Client
from pmlint.server.drafts import Draft
from pmlint.text.edits import TextEdit

FIX_ALL = "source.fixAll.pmlint"
EXPLAIN = "pmlint.explain"


def actions(
    draft: Draft,
    findings: Sequence[Finding],
    client: Client,
    context: types.CodeActionContext,
) -> list[types.CodeAction]:
    """What can be done about the findings at a place, their spans in the whole source."""
    found: list[types.CodeAction] = []
    if _wanted(types.CodeActionKind.QuickFix, context.only):
        for finding in findings:
            attached = _attached(draft, finding, context.diagnostics)
            found += _mending(draft, finding, client, attached)
        for finding in findings:
            attached = _attached(draft, finding, context.diagnostics)
            found += _ignoring(draft, finding, client, attached)
        found += [_explaining(rule) for rule in dict.fromkeys(one.rule for one in findings)]
    # Without "only" the client asks for what concerns the place, not the file.
    if context.only and _wanted(FIX_ALL, context.only):
        found += _mending_all(draft, client)
    return found


def _wanted(kind: str, only: Sequence[str] | None) -> bool:
    """Whether a kind is among those asked for, which stand for their sub-kinds too."""
    asked = [getattr(one, "value", one) for one in only or ()]
    name = getattr(kind, "value", kind)
    return not asked or any(name == one or name.startswith(f"{one}.") or not one for one in asked)


def _mending(
    draft: Draft, finding: Finding, client: Client, attached: list[types.Diagnostic]
) -> Iterable[types.CodeAction]:
    for offer in finding.fixes:
        yield types.CodeAction(
            title=offer.title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=attached,
            is_preferred=offer.safety == "safe",
            edit=_edit(draft, _text_edits(offer), client),
        )


def _ignoring(
    draft: Draft, finding: Finding, client: Client, attached: list[types.Diagnostic]
) -> Iterable[types.CodeAction]:
    choices = (
        (
            f"Ignore {finding.rule} here",
            ignoring.here(draft.document, finding.span.start, finding.rule),
        ),
        (f"Ignore {finding.rule} in this file", ignoring.in_file(draft.document, finding.rule)),
    )
    for title, edit in choices:
        if edit is not None:
            yield types.CodeAction(
                title=title,
                kind=types.CodeActionKind.QuickFix,
                diagnostics=attached,
                edit=_edit(draft, [edit], client),
            )


def _explaining(rule: str) -> types.CodeAction:
    title = f"Explain {rule}"
    return types.CodeAction(
        title=title,
        kind=types.CodeActionKind.QuickFix,
        command=types.Command(title=title, command=EXPLAIN, arguments=[rule]),
    )


def _mending_all(draft: Draft, client: Client) -> Iterable[types.CodeAction]:
    assert draft.report is not None
    applied = fix(draft.document.text, draft.report.findings).applied
    if applied:
        edits = [edit for one in applied for edit in _text_edits(one.fix)]
        yield types.CodeAction(
            title="Apply all safe fixes",
            kind=FIX_ALL,
            edit=_edit(draft, edits, client),
        )


def _text_edits(offer: SourceFix) -> list[TextEdit]:
    return [TextEdit(span, text) for span, text in offer.edits]


def _edit(draft: Draft, edits: Iterable[TextEdit], client: Client) -> types.WorkspaceEdit:
    changes = [types.TextEdit(_range(draft, span.start, span.end), text) for span, text in edits]
    if not client.document_changes:
        return types.WorkspaceEdit(changes={draft.uri: changes})
    document = types.OptionalVersionedTextDocumentIdentifier(draft.uri, draft.buffer.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, changes)])


def _range(draft: Draft, start: int, end: int) -> types.Range:
    return types.Range(
        types.Position(*draft.buffer.position(start)), types.Position(*draft.buffer.position(end))
    )


def _attached(
    draft: Draft, finding: Finding, diagnostics: Iterable[types.Diagnostic]
) -> list[types.Diagnostic]:
    """The diagnostics that the client sent for a finding."""
    place = _range(draft, finding.span.start, finding.span.end)
    return [one for one in diagnostics if one.code == finding.rule and one.range == place]
