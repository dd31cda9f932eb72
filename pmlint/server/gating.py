"""When a finding about something missing may be said: not while its line is being typed.

The line that holds the last edit is being typed until it is finished: by its final punctuation, a
new line, an edit elsewhere, a save or a pause. Till then the engine leaves out what its rules would
have to say of it that waits, save what the writer sees already.
"""

from __future__ import annotations

import re

from pmlint.document.document import Document
from pmlint.document.sentences import sentences
from pmlint.engine.report import Report, Typing
from pmlint.server.buffers import Edit
from pmlint.server.places import line_at
from pmlint.text.span import Span

_BREAK = re.compile(r"[\r\n]")
# A full stop right after a digit may be on its way to "4.5", after a single letter to "e.g.".
_FINAL = re.compile(r"(?:[!?…。！？]|(?<!\d)(?<!\b\w)\.)[\"'”’»)\]*_`]*\Z")
_LINE_START = re.compile(r"[^\r\n]*\Z")
_LINE_REST = re.compile(r"[^\r\n]*")
# As far back as a sentence may reach when its end is looked at.
_SENTENCE = 2000


class Gate:
    """What is being typed in one draft. ``typing`` is what the engine is told, None when nothing
    has to wait."""

    __slots__ = ("_line", "typing")

    def __init__(self) -> None:
        self.typing: Typing | None = None
        self._line = Span(0, 0)

    def edited(self, edit: Edit, before: Document, after: Document, report: Report | None) -> None:
        """An edit was made. ``report``: of the text before it, None when there is none."""
        shown, wide = frozenset[str](), frozenset[str]()
        if self.typing is not None and _touches(self._line, edit.span):
            shown, wide = self.typing.shown, self.typing.wide
        elif report is None:
            # What the writer sees of this line is not known: better say all than take it away.
            self.typing = None
            return
        if report is not None:
            shown |= _shown(report, before, edit.span)
            wide = wide if self.typing else report.wide
        caret = edit.span.start + len(edit.text)
        *broken, tail = _BREAK.split(edit.typed[-1]) if edit.typed else [""]
        if broken:
            # The line that was written on is finished; a new one may have been begun.
            shown = frozenset()
            wide = wide if report is None else report.wide
        if (broken and not tail.strip()) or _ends(edit, after.text, caret):
            self.typing = None
            return
        self._line = line_at(after, caret) or _physical(after.text, caret)
        self.typing = Typing(caret, shown, wide)

    def holds(self, report: Report) -> bool:
        """Whether something that the report could say waits for the line to be finished."""
        typing = self.typing
        return typing is not None and not (
            report.typed <= typing.shown and report.wide <= typing.wide
        )

    def linted(self, report: Report) -> None:
        """Rules that found nothing this time have been answered: if they find something again
        before the line is finished, it waits."""
        if self.typing is not None:
            self.typing = self.typing._replace(
                shown=self.typing.shown & report.typed, wide=self.typing.wide & report.wide
            )

    def finish(self) -> None:
        """Nothing is being typed any more."""
        self.typing = None


def _touches(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def _shown(report: Report, document: Document, span: Span) -> frozenset[str]:
    """The rules of the findings that the report shows on the lines that a span touches."""
    lines = [line_at(document, offset) for offset in {span.start, span.end}]
    touched = [line for line in lines if line is not None]
    if not touched:
        return frozenset()
    first, last = touched[0].cover(touched[-1])
    return frozenset(
        finding.rule
        for start, findings in report.between(first, last)
        for finding in findings
        if _touches(finding.span.shift(start), Span(first, last))
    )


def _physical(text: str, offset: int) -> Span:
    """The line of text that holds an offset."""
    before = _before(text, offset)
    return Span(offset - len(before), offset + len(_rest(text, offset)))


def _before(text: str, offset: int) -> str:
    match = _LINE_START.search(text, max(0, offset - _SENTENCE), offset)
    return match[0] if match else ""


def _rest(text: str, offset: int) -> str:
    match = _LINE_REST.match(text, offset)
    return match[0] if match else ""


def _ends(edit: Edit, text: str, caret: int) -> bool:
    """Whether an edit ends with the last stop of a sentence that has nothing after it."""
    if not edit.text or _rest(text, caret).strip():
        return False
    before = _before(text, caret)
    said = before.rstrip()
    # After a blank a number has come to its end.
    if said != before and said.endswith("."):
        return _may_be_followed(said)
    return bool(_FINAL.search(said)) and _may_be_followed(said)


def _may_be_followed(said: str) -> bool:
    """Whether whatever comes next is a further sentence: the stop is no abbreviation's."""
    return len(sentences(f"{said} Xyz")) > len(sentences(said))
