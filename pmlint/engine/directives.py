"""Words to pmlint in a draft, read from one chunk: comments and front matter.

What they mean for the document is the business of `pmlint.engine.suppress`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from pmlint.api.rule import PROFILES
from pmlint.document.nodes import Block, Chunk
from pmlint.text.span import Span

Verb = Literal["disable-next", "disable", "enable", "disable-file", "set", ""]
VERBS: tuple[Verb, ...] = ("disable-next", "disable", "enable", "disable-file")

_MEMO = "pmlint.engine.directives"
_MARK = re.compile(r"\s*pmlint\b(\s*:)?")
_REASON = re.compile(r"\s+--(?:\s+|\Z)")
_WORD = re.compile(r"[^\s,]+")
_NAME = re.compile(r"[A-Za-z0-9*][A-Za-z0-9*/_-]*\Z")
_SETTING = re.compile(r"([A-Za-z-]+)\s*=\s*([^\s,]*)")
_KEYS = ("kind", "profile")


class Named(NamedTuple):
    """A name in a directive; ``removal``: what to delete to take it out. Spans in ``text``."""

    name: str
    span: Span
    removal: Span


class Setting(NamedTuple):
    """``kind`` or ``profile`` of a modeline, and its value's span in the directive's text."""

    key: str
    value: str
    span: Span


class Parsed(NamedTuple):
    """One directive. ``block`` is the comment or front matter that holds it, ``text`` that block's
    source. ``fault`` says why it cannot be read, ``fault_span`` where in the text."""

    block: Block
    text: str
    verb: Verb
    names: tuple[Named, ...] = ()
    settings: tuple[Setting, ...] = ()
    reason: str = ""
    fault: str = ""
    fault_span: Span | None = None


def directives_of(chunk: Chunk, comment: str) -> tuple[Parsed, ...]:
    """The directives of a chunk, in order of place; ``comment`` is the format's."""
    kept: Any = chunk.memo.get(_MEMO)
    if kept is None:
        kept = chunk.memo[_MEMO] = tuple(_read(chunk, comment))
    directives: tuple[Parsed, ...] = kept
    return directives


def _read(chunk: Chunk, comment: str) -> Iterator[Parsed]:
    before, _, after = comment.partition("{}")
    for block in chunk.blocks:
        if block.type == "comment":
            text = block.span.of(chunk.text)
            body = Span(
                len(before.strip()) if text.startswith(before.strip()) else 0,
                len(text) - len(after.strip()) if text.endswith(after.strip()) else len(text),
            )
            yield from _comment(block, text, body)
        elif block.type == "front-matter":
            # Only where there is one that speaks of pmlint.
            from pmlint.engine.frontmatter import front_matter

            yield from front_matter(block, block.span.of(chunk.text))


def _comment(block: Block, text: str, body: Span) -> Iterator[Parsed]:
    mark = _MARK.match(text, body.start, body.end)
    if mark is None:
        return
    rest = Span(mark.end(), body.end).strip(text)
    first = _WORD.match(text, rest.start, rest.end)
    verb = first[0].lower() if first else ""
    if not mark[1]:
        # A comment may well begin with our name and say nothing to us.
        if verb.lstrip("-") in VERBS:
            yield _faulty(block, text, 'a directive starts with "pmlint:"', mark.span())
        return
    reason = _REASON.search(text, rest.start, rest.end)
    said = Span(rest.start, reason.start() if reason else rest.end)
    why = text[reason.end() : rest.end].strip() if reason else ""
    if first is None:
        yield _faulty(block, text, "it says nothing", mark.span())
    elif "=" in text[said.start : said.end]:
        yield modeline(block, text, said, why)
    elif verb not in VERBS:
        yield _faulty(block, text, f'"{first[0]}" is no directive', first.span(), verb)
    else:
        chosen = VERBS[VERBS.index(verb)]
        yield _naming(block, text, chosen, Span(first.end(), said.end), why)


def _naming(block: Block, text: str, verb: Verb, said: Span, reason: str) -> Parsed:
    found = list(_WORD.finditer(text, said.start, said.end))
    for word in found:
        if not _NAME.match(word[0]):
            return _faulty(block, text, f'"{word[0]}" is no name of a rule', word.span())
    if not found:
        fault = f'it names no rule; "{verb} all" would mean every rule'
        return _faulty(block, text, fault, (said.start - len(verb), said.start))
    names = []
    for index, word in enumerate(found):
        # With the gap after it, or for the last one before it.
        start, end = word.span()
        if index + 1 < len(found):
            end = found[index + 1].start()
        elif index:
            start = found[index - 1].end()
        names.append(Named(word[0], Span(*word.span()), Span(start, end)))
    return Parsed(block, text, verb, tuple(names), reason=reason)


def modeline(block: Block, text: str, said: Span, reason: str = "") -> Parsed:
    """The directive in ``kind=story profile=strict``, which stands at ``said`` in the text."""
    settings = []
    at = said.start
    for match in _SETTING.finditer(text, said.start, said.end):
        if text[at : match.start()].strip(" \t\r\n,"):
            break
        at = match.end()
        setting = Setting(match[1].lower(), match[2], Span(*match.span(2)))
        fault = setting_fault(setting)
        if fault:
            return _faulty(block, text, fault, match.span(), match[1])
        settings.append(setting)
    rest = Span(at, said.end).strip(text)
    if rest.end > rest.start:
        return _faulty(block, text, f'"{rest.of(text)}" is not like "kind=story"', rest)
    return Parsed(block, text, "set", settings=tuple(settings), reason=reason)


def setting_fault(setting: Setting) -> str:
    """What is wrong with ``key=value``, or ""; whether the kind exists is not known here."""
    if setting.key not in _KEYS:
        return f'"{setting.key}" cannot be set in a draft, only kind and profile'
    if not setting.value:
        return f"{setting.key} has no value"
    if setting.key == "profile" and setting.value not in PROFILES:
        return f'"{setting.value}" is no profile: draft, default or strict'
    return ""


def _faulty(block: Block, text: str, fault: str, span: tuple[int, int], word: str = "") -> Parsed:
    near = nearest(word, (*VERBS, *_KEYS))
    hint = f'; did you mean "{near}"?' if near else ""
    return Parsed(block, text, "", fault=f"{fault}{hint}", fault_span=Span(*span))


def nearest(word: str, known: tuple[str, ...]) -> str:
    """The most similar of the known words, or ""."""
    if not word or word in known:
        return ""
    # Only when something is wrong.
    from difflib import get_close_matches

    near = get_close_matches(word, known, 1)
    return near[0] if near else ""
