"""What rules see: lines with their claims, openings, sections, documents. Read-only."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn, overload

from pmlint.text.span import Span

if TYPE_CHECKING:
    from pmlint.document.nodes import BlockType
    from pmlint.language.cases import Evidence, Steps
    from pmlint.language.claims import Claim
    from pmlint.language.framing import Frame
    from pmlint.language.openings import Opening as OpeningFacts
    from pmlint.language.openings import Said
    from pmlint.language.proposals import Proposal
    from pmlint.language.stories import Story
    from pmlint.language.transcripts import Transcript

_set = object.__setattr__
_STOPS = ".!?;:…"


class View:
    """Base of the views: what a rule is given cannot be written to."""

    __slots__ = ()

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__}.{name} is read-only: rules may not change it")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__}.{name} is read-only: rules may not change it")


class Line(View):
    """One bullet or one sentence of prose, with what language says of it.

    ``text``: clean text; every span of ``claim`` and ``frame`` counts code points in it. ``claim``:
    what it proves by itself; ``frame``: what it does for the whole text. ``sentences``: spans in
    ``text``. ``block``: type of the block that holds it. ``level``: 1-6 for a heading, nesting
    depth from 1 for an item, else 0. ``section``: role of the section ("experience", "skills",
    "problem"...), or "". ``quoted``: somebody else's words. ``starts_block``: False for the second
    and later sentences of a paragraph. ``following``: the next lines of the
    same section, as many as the greatest ``reach`` of the rules that run. ``time``: when it is
    spoken, in seconds, where a transcript gives a time before it; else None. ``kept``: what readers
    of whole texts worked out from this line alone; it is no business of rules.
    """

    __slots__ = (
        "block",
        "claim",
        "following",
        "frame",
        "kept",
        "level",
        "quoted",
        "section",
        "sentences",
        "starts_block",
        "text",
        "time",
    )

    text: str
    claim: Claim
    frame: Frame
    block: BlockType
    level: int
    section: str
    quoted: bool
    sentences: tuple[Span, ...]
    starts_block: bool
    following: tuple[Line, ...]
    time: float | None
    kept: dict[str, Any]

    def __init__(
        self,
        text: str,
        claim: Claim,
        *,
        block: BlockType = "paragraph",
        level: int = 0,
        section: str = "",
        quoted: bool = False,
        sentences: tuple[Span, ...] = (),
        starts_block: bool = True,
        following: tuple[Line, ...] = (),
        frame: Frame | None = None,
        time: float | None = None,
    ) -> None:
        _set(self, "text", text)
        _set(self, "claim", claim)
        if frame is not None:
            _set(self, "frame", frame)
        _set(self, "block", block)
        _set(self, "level", level)
        _set(self, "section", section)
        _set(self, "quoted", quoted)
        _set(self, "sentences", sentences or (Span(0, len(text)),))
        _set(self, "starts_block", starts_block)
        _set(self, "following", following)
        _set(self, "time", time)
        _set(self, "kept", {})

    def rest(self) -> tuple[Line, ...]:
        """The lines after this one in its paragraph, as far as ``following`` goes."""
        same = []
        for line in self.following:
            if line.starts_block:
                break
            same.append(line)
        return tuple(same)

    def tail(self, span: Span | None = None) -> int:
        """Where words can be added to the sentence that holds the end of ``span`` (by default the
        last one): after its last word, before its final punctuation."""
        at = len(self.text) if span is None else span.end
        sentence = next((s for s in self.sentences if at <= s.end), self.sentences[-1])
        words = sentence.of(self.text).rstrip()
        # Quotes and brackets that close after the final punctuation are behind it too.
        open_end = words.rstrip('"”’)')
        bare = (open_end if open_end[-1:] in _STOPS else words).rstrip(f" {_STOPS}")
        return sentence.start + len(bare)

    def sentence(self, span: Span) -> Span:
        """The sentence that holds the start of ``span``, without a label before it and the final
        punctuation."""
        held = next((s for s in self.sentences if span.start < s.end), self.sentences[-1])
        start = max(held.start, min(self.frame.body, span.start))
        return Span(start, max(self.tail(held), start + 1))

    def __repr__(self) -> str:
        return f"Line({self.text!r}, block={self.block!r}, section={self.section!r})"


class Opening(View, Sequence[Line]):
    """How a draft opens: its lines, and what they come to.

    ``said``: each line with the part of the text that it stands in. ``facts``: what comes first,
    and who and what is named; worked out when first asked for.
    """

    __slots__ = ("facts", "kind", "said")

    kind: str
    said: Sequence[Said]
    facts: OpeningFacts

    def __init__(self, kind: str, said: Sequence[Said]) -> None:
        _set(self, "kind", kind)
        _set(self, "said", said)

    def __getattr__(self, name: str) -> Any:
        # Called for what is not there yet.
        if name != "facts":
            raise AttributeError(f"Opening has no {name}")
        from pmlint.language import openings

        facts = openings.read(self.said, self.kind)
        _set(self, "facts", facts)
        return facts

    def __len__(self) -> int:
        return len(self.said)

    @overload
    def __getitem__(self, index: int) -> Line: ...
    @overload
    def __getitem__(self, index: slice) -> list[Line]: ...
    def __getitem__(self, index: int | slice) -> Any:
        if isinstance(index, slice):
            return [one.line for one in self.said[index]]
        return self.said[index].line


class Section(View):
    """A heading with the lines under it, headings left out.

    ``heading`` is None before the first heading, and ``title`` "". ``level`` 0-6.
    """

    __slots__ = ("heading", "level", "lines", "role", "title")

    title: str
    role: str
    level: int
    heading: Line | None
    lines: Sequence[Line]

    def __init__(
        self, title: str, role: str, level: int, heading: Line | None, lines: Sequence[Line]
    ) -> None:
        _set(self, "title", title)
        _set(self, "role", role)
        _set(self, "level", level)
        _set(self, "heading", heading)
        _set(self, "lines", lines)

    @property
    def part(self) -> str:
        """The part of a text that the title itself promises, near-miss titles too: a role, or ""."""
        from pmlint.language.parts import part

        return part(self.title) if self.title else ""


class Document(View):
    """A whole draft. ``lines`` leaves out headings; ``opening`` is the lines of about the first
    150 words of prose after title, metadata and table of contents.

    The rest is worked out when it is first asked for. ``said``: each line with the part of the text
    that it stands in; empty for a text of more than `MOST_LINES` lines, for that is no draft of one
    thing, and what seems to be missing may be anywhere. ``story``, ``proposal``, ``transcript``: the
    draft read as one. ``steps``: those of an answer to a product case. ``evidence``: which lines
    are evidence for which side of the 3x3 grid, and at which level.
    """

    __slots__ = (
        "evidence",
        "kind",
        "lines",
        "opening",
        "proposal",
        "said",
        "sections",
        "steps",
        "story",
        "transcript",
    )

    kind: str
    sections: Sequence[Section]
    lines: Sequence[Line]
    opening: Sequence[Line]
    said: Sequence[Said]
    story: Story
    proposal: Proposal
    transcript: Transcript
    steps: Steps
    evidence: Sequence[Evidence]

    def __init__(
        self,
        kind: str,
        sections: Sequence[Section],
        lines: Sequence[Line],
        opening: Sequence[Line],
    ) -> None:
        _set(self, "kind", kind)
        _set(self, "sections", sections)
        _set(self, "lines", lines)
        _set(self, "opening", opening)

    def __getattr__(self, name: str) -> Any:
        # Called for what is not there yet.
        make = _READ_AS.get(name)
        if make is None:
            raise AttributeError(f"Document has no {name}")
        value = make(self)
        _set(self, name, value)
        return value


MOST_LINES = 1000


def _said(document: Document) -> Sequence[Said]:
    from pmlint.language.openings import Said
    from pmlint.language.parts import Parts

    found: list[Said] = []
    if len(document.lines) > MOST_LINES:
        return found
    parts = Parts()
    for number, section in enumerate(document.sections):
        part = parts.of(section.title, section.role, section.level)
        for line in section.lines:
            said = line.kept.get("said")
            if said is None or said.part != part or said.section != number:
                said = line.kept["said"] = Said(line, part, number)
            found.append(said)
    return found


def _story(document: Document) -> Story:
    from pmlint.language import stories

    return stories.read(document.said)


def _proposal(document: Document) -> Proposal:
    from pmlint.language import openings, proposals

    said = document.said
    under = []
    at = 0
    for section in document.sections if said else ():
        lines = said[at : at + len(section.lines)]
        at += len(lines)
        part = lines[0].part if lines else section.part
        under.append(proposals.Under(section.heading, section.title, part, lines))
    opening = document.opening
    first = opening.facts if isinstance(opening, Opening) else openings.Opening()
    return proposals.read(under, first)


def _transcript(document: Document) -> Transcript:
    from pmlint.language import transcripts

    return transcripts.read(document.said)


def _steps(document: Document) -> Steps:
    from pmlint.language import cases

    return cases.steps(document.said, document.kind)


def _evidence(document: Document) -> Sequence[Evidence]:
    from pmlint.language import cases

    return cases.evidence(document.said, document.kind)


_READ_AS: Mapping[str, Callable[[Document], Any]] = {
    "said": _said,
    "story": _story,
    "proposal": _proposal,
    "transcript": _transcript,
    "steps": _steps,
    "evidence": _evidence,
}


class Name(View):
    """A rule, category, pattern or ``all`` that a directive names.

    ``span`` counts in the directive's text; ``removal`` is what to delete there to take the name
    out, with its comma. ``known``: an installed rule answers to it, or may do so when a plugin that
    is switched off is on. ``idle``: its rules ran here and it held back nothing. ``nearest``: the
    most similar name that is known, or "".
    """

    __slots__ = ("idle", "known", "nearest", "removal", "span", "text")

    text: str
    span: Span
    removal: Span
    known: bool
    idle: bool
    nearest: str

    def __init__(
        self, text: str, span: Span, removal: Span, *, known: bool, idle: bool, nearest: str = ""
    ) -> None:
        _set(self, "text", text)
        _set(self, "span", span)
        _set(self, "removal", removal)
        _set(self, "known", known)
        _set(self, "idle", idle)
        _set(self, "nearest", nearest)


class Directive(View):
    """Words to pmlint inside a draft: a comment, or ``pmlint:`` in front matter.

    ``line`` holds its text as written; flags are placed in it. ``verb``: "disable-next",
    "disable", "enable", "disable-file", "set" (kind, profile), or "" when it cannot be read, and
    then ``fault`` says why and ``fault_span`` where. ``reason``: what the writer gave, or "".
    """

    __slots__ = ("fault", "fault_span", "line", "names", "reason", "verb")

    line: Line
    verb: str
    names: tuple[Name, ...]
    reason: str
    fault: str
    fault_span: Span | None

    def __init__(
        self,
        line: Line,
        verb: str,
        names: tuple[Name, ...] = (),
        reason: str = "",
        fault: str = "",
        fault_span: Span | None = None,
    ) -> None:
        _set(self, "line", line)
        _set(self, "verb", verb)
        _set(self, "names", names)
        _set(self, "reason", reason)
        _set(self, "fault", fault)
        _set(self, "fault_span", fault_span)
