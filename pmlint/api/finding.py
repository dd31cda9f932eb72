"""What a rule reports, and what the engine makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from pmlint.api.views import Line
from pmlint.text.span import Span

if TYPE_CHECKING:
    from pmlint.language.openings import Mention

Severity = Literal["error", "warning", "info", "hint"]
Safety = Literal["safe", "suggestion", "template"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info", "hint")
SAFETIES: tuple[Safety, ...] = ("safe", "suggestion", "template")

_STOPS = ".!?;:…"
_OPENING = ('"', "“", "(")
# What a sentence does not end with.
_UNFINISHED = frozenset(
    "a an the and or but so is was are were be been to of for with in on at by".split()
)


class Edit(NamedTuple):
    """Replace ``span`` (in the text of the flag's line) by ``text``; an empty span inserts."""

    span: Span
    text: str


class Fix(NamedTuple):
    """One way to mend a fault. It may delete, reorder or insert a blank; never supply a fact.

    ``safe``: may be applied unseen. ``suggestion``: the writer picks. ``template``: leaves a blank
    such as ``[why?]`` for the writer to fill. ``edits`` are in order of place and do not overlap.
    A fix with an edit over words that hold markup in the source is not offered.
    """

    title: str
    edits: tuple[Edit, ...]
    safety: Safety = "suggestion"


def cut(line: Line, span: Span) -> tuple[Edit, ...]:
    """The edits that take words out of a line and leave a sentence; () where that cannot be.

    With the words goes the blank beside them, or the commas that set them apart; the next word
    takes over a capital at the start of the sentence, and the end of "a" or "an" before.
    """
    text, (start, end) = line.text, span
    sentence = next((s for s in line.sentences if end <= s.end), line.sentences[-1])
    before, after = text[:start], text[end:]
    opens = start <= sentence.start or before[-1:] in _OPENING
    if not text[end : sentence.end].strip(f' {_STOPS}"”’)'):
        # They end the sentence: what goes before them ends it now.
        kept = before.rstrip(" ,")
        if opens or kept.rpartition(" ")[2].lower() in _UNFINISHED:
            return ()
        return (Edit(Span(len(kept), end), ""),)
    if before.endswith(", ") and after.startswith(","):
        return (Edit(Span(start - 2, end + 1), ""),)
    rest = end + len(after) - len(after.lstrip(" ,"))
    word = text[rest:].partition(" ")[0].rstrip(_STOPS + ",")
    if rest == end or not word[:1].isalpha():
        return ()
    if opens:
        if word.islower() and not text[start].islower():
            return (Edit(Span(start, rest + 1), word[0].upper()),)
        return (Edit(Span(start, rest), ""),)
    if not before.endswith(" ") or after.startswith(","):
        return ()
    edit = Edit(Span(start, rest), "")
    article = before[:-1].rpartition(" ")[2]
    if article.lower() not in ("a", "an"):
        return (edit,)
    sound = word[0].lower()
    if sound in "uh" or not word.islower() or word.startswith(("eu", "one")):
        return ()
    wanted = "an" if sound in "aeio" else "a"
    at = start - 1
    if len(article) == len(wanted):
        return (edit,)
    if wanted == "an":
        return (Edit(Span(at, at), "n"), edit)
    return (Edit(Span(at - 1, at), ""), edit)


def ask(line: Line, span: Span | None, what: str, words: str) -> Fix:
    """A fix that ends the sentence that holds ``span`` with words that leave a blank to fill.

    ``what`` the writer is asked to add, for the title; ``words`` begin with their own blank or
    comma, as in ``", instead of [what?]"``.
    """
    at = line.tail(span)
    return Fix(f"Add {what}: “{words.strip()}”", (Edit(Span(at, at), words),), "template")


class Place(NamedTuple):
    """Words of some line: ``span`` counts in ``line.text`` and is not empty; None: the line."""

    line: Line
    span: Span | None = None


def place(mention: Mention, *, whole: bool = False) -> Place:
    """Where the words of a fact about an opening or a whole text stand; ``whole``: their sentence."""
    line = mention.line
    assert isinstance(line, Line)
    return Place(line, line.sentence(mention.span) if whole else mention.span)


class Flag(NamedTuple):
    """What a rule returns: where, what is missing, what could be done.

    ``place.line`` is the line that a line rule was given; for the other units any line of the
    document, headings too. ``message`` None takes the rule's own message. ``related``: other
    places with a word on each; a line rule may point at the line and at ``line.following``.
    """

    place: Place
    message: str | None = None
    fixes: tuple[Fix, ...] = ()
    related: tuple[tuple[Place, str], ...] = ()


class SourceEdit(NamedTuple):
    """An edit of the source; ``span`` counts code points of the whole text."""

    span: Span
    text: str


class SourceFix(NamedTuple):
    """A fix placed in the source. ``edits`` are in order of place and do not overlap."""

    title: str
    edits: tuple[SourceEdit, ...]
    safety: Safety


class Related(NamedTuple):
    """A second place or a second finding of the line, shown beside the first.

    ``span`` counts code points of the whole source; ``rule`` is the other finding's rule, or "".
    """

    span: Span
    message: str
    rule: str = ""


class Finding(NamedTuple):
    """A flag that the engine has placed: ``span`` counts code points of the whole source.

    ``rank``: among findings of one line the lower was put first.
    """

    rule: str
    plugin: str
    severity: Severity
    message: str
    question: str
    kind: str
    span: Span
    fixes: tuple[SourceFix, ...] = ()
    related: tuple[Related, ...] = ()
    rank: int = 50

    def shifted(self, by: int) -> Finding:
        """The same finding ``by`` code points further on, with its fixes and related places."""
        if not by:
            return self
        return Finding(
            self.rule,
            self.plugin,
            self.severity,
            self.message,
            self.question,
            self.kind,
            self.span.shift(by),
            tuple(
                SourceFix(
                    title,
                    tuple(SourceEdit(edit.span.shift(by), edit.text) for edit in edits),
                    safety,
                )
                for title, edits, safety in self.fixes
            ),
            tuple(Related(span.shift(by), message, rule) for span, message, rule in self.related),
            self.rank,
        )
