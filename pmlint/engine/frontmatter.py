"""The ``pmlint`` key of a front matter: YAML between dashes, TOML between plus signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmlint.document.nodes import Block
from pmlint.engine.directives import Named, Parsed, Setting, modeline, nearest, setting_fault
from pmlint.text.span import Span

_KEYS = ("disable", "kind", "profile")
_OURS = re.compile(r"^pmlint[ \t]*:", re.MULTILINE)
# Where another key of the front matter starts, or it ends.
_NEXT = re.compile(r"^[^\s#]", re.MULTILINE)
_KEY = re.compile(r"(?:^[ \t]+|[{,]\s*)([A-Za-z_-]+)[ \t]*:(?=\s|\Z)", re.MULTILINE)
_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*", re.MULTILINE)
_ITEM = re.compile(r"(?:^|(?<=[\s,\[\"']))[^\s,\[\]{}\"'-][^\s,\[\]{}\"']*")
_REST_OF_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_COMMA_AFTER = re.compile(r"\s*,\s*")
_COMMA_BEFORE = re.compile(r"\s*,\s*\Z")
_FENCE = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)
_WORD = re.compile(r"[^\s,\]\"']*")


def front_matter(block: Block, text: str) -> Iterator[Parsed]:
    """The directives in a front matter: one for ``disable``, one for kind and profile."""
    if text.startswith("+++"):
        yield from _toml(block, text)
        return
    ours = _OURS.search(text)
    if ours is None:
        return
    following = _NEXT.search(text, text.find("\n", ours.end()) + 1 or len(text))
    region = Span(ours.end(), following.start() if following else len(text))
    # Comments become blanks, so that offsets stay.
    readable = _COMMENT.sub(lambda match: " " * len(match[0]), text[: region.end])
    keys = list(_KEY.finditer(readable, region.start, region.end))
    if not keys and readable[region.start :].strip(" \t\r\n{}"):
        yield _one_line(block, text, region.strip(readable))
    settings = []
    for index, key in enumerate(keys):
        stop = keys[index + 1].start() if index + 1 < len(keys) else region.end
        value = Span(key.end(), stop)
        name = key[1].lower()
        if name not in _KEYS:
            near = nearest(name, _KEYS)
            hint = f'; did you mean "{near}"?' if near else ""
            yield _faulty(block, text, f'"{key[1]}" is no key of pmlint{hint}', key.span(1))
        elif name == "disable":
            yield _disable(block, text, readable, value)
        else:
            word = _ITEM.search(readable, value.start, value.end)
            span = Span(*word.span()) if word else Span(*key.span(1))
            setting = Setting(name, word[0] if word else "", span)
            fault = setting_fault(setting)
            if fault:
                yield _faulty(block, text, fault, span)
            else:
                settings.append(setting)
    if settings:
        yield Parsed(block, text, "set", settings=tuple(settings))


def _one_line(block: Block, text: str, said: Span) -> Parsed:
    """``pmlint: kind=story profile=strict``, or a kind alone."""
    words = said.of(text)
    if "=" in words:
        return modeline(block, text, said)
    if words.split() == [words]:
        return Parsed(block, text, "set", settings=(Setting("kind", words, said),))
    return _faulty(block, text, 'it is not like "kind: story" on lines below it', said)


def _disable(block: Block, text: str, readable: str, value: Span) -> Parsed:
    found = [Span(*match.span()) for match in _ITEM.finditer(readable, value.start, value.end)]
    dashed = "[" not in readable[value.start : value.end]
    names = [
        Named(
            span.of(text),
            span,
            _own_line(text, span) if dashed else _in_list(readable, value, span),
        )
        for span in found
    ]
    return Parsed(block, text, "disable-file", tuple(names))


def _own_line(text: str, span: Span) -> Span:
    """The line of a list item with its line break; the word alone where there is no dash."""
    start = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    if not text[start : span.start].strip().startswith("-"):
        return span
    end = _REST_OF_LINE.match(text, span.end)
    assert end is not None
    return Span(start, end.end())


def _in_list(text: str, value: Span, span: Span) -> Span:
    """The name in ``[a, b]`` with its quotes and one comma."""
    start, end = span
    if text[start - 1] in "\"'":
        start, end = start - 1, end + 1
    after = _COMMA_AFTER.match(text, end, value.end)
    if after:
        return Span(start, after.end())
    before = _COMMA_BEFORE.search(text[value.start : start])
    return Span(value.start + before.start(), end) if before else Span(start, end)


def _toml(block: Block, text: str) -> Iterator[Parsed]:
    # Only for this rare kind of front matter.
    import tomllib

    from pmlint.config.places import find

    body = _FENCE.sub("   ", text)
    try:
        table = tomllib.loads(body).get("pmlint")
    except tomllib.TOMLDecodeError:
        # Not ours to complain about.
        return
    if not isinstance(table, dict):
        return

    def span(*path: str | int) -> Span:
        start = find(body, ("pmlint", *path), "value") or 0
        quote = body[start] in "\"'"
        end = _WORD.match(body, start + quote)
        assert end is not None
        return Span(start + quote, end.end())

    settings = []
    for key, value in table.items():
        if key == "disable" and isinstance(value, list):
            spans = [span(key, index) for index in range(len(value))]
            start = find(body, ("pmlint", key), "value") or 0
            names = [
                Named(str(name), place, _in_list(body, Span(start, len(body)), place))
                for name, place in zip(value, spans, strict=True)
            ]
            yield Parsed(block, text, "disable-file", tuple(names))
        elif key in ("kind", "profile") and isinstance(value, str):
            setting = Setting(key, value, span(key))
            fault = setting_fault(setting)
            if fault:
                yield _faulty(block, text, fault, setting.span)
            else:
                settings.append(setting)
        else:
            yield _faulty(
                block, text, f'"{key}" is no key of pmlint, or not of this type', span(key)
            )
    if settings:
        yield Parsed(block, text, "set", settings=tuple(settings))


def _faulty(block: Block, text: str, fault: str, span: tuple[int, int]) -> Parsed:
    place = Span(*span)
    # A flag needs some words to stand at.
    place = place if place.end > place.start else Span(0, len(text))
    return Parsed(block, text, "", fault=fault, fault_span=place)
