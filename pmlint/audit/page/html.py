"""HTML that is safe by construction, and the frame of a page.

A draft may hold anything. So text becomes markup in one place only, here: whatever is no `Html`
already is escaped, and what could hide or turn around the words of the page is made visible.
"""

from __future__ import annotations

import base64
import hashlib
import html
import os
from collections.abc import Iterable
from functools import cache

from pmlint.report.terminal import printable

# Elements with nothing in them.
_VOID = frozenset(("meta", "circle", "rect"))


class Html(str):
    """Markup; every other string is text."""

    __slots__ = ()


_BREAK = Html("\n")


def text(words: str) -> Html:
    """Words as markup. Control characters and bidi overrides are as harmless as at a terminal."""
    return Html(html.escape(printable(words)))


def tag(name: str, /, *children: str, **attributes: str | int | None) -> Html:
    """An element. Attributes that are None are left out; ``class_`` is ``class``, and other
    underscores are hyphens."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Html(f"<{name}{written} />")
    return Html(f"<{name}{written}>{join(children)}</{name}>")


def join(parts: Iterable[str], between: str = "") -> Html:
    """Markup and text, one after the other; ``between`` is text unless it is markup."""
    mark = between if isinstance(between, Html) else text(between)
    return Html(mark.join(part if isinstance(part, Html) else text(part) for part in parts))


def hidden(words: str) -> Html:
    """Words for those who hear the page: what a sign or a color says to those who see it."""
    return tag("span", words, class_="heard")


def page(title: str, *body: str) -> str:
    """A whole page. Its policy forbids to load or run anything; only its own style is let in."""
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    head = join(
        (
            tag("meta", charset="utf-8"),
            tag("meta", http_equiv="Content-Security-Policy", content=policy),
            tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
            tag("meta", name="color-scheme", content="light dark"),
            tag("title", title),
            tag("style", Html(style)),
        ),
        _BREAK,
    )
    root = tag("html", tag("head", head), _BREAK, tag("body", tag("main", *body)), lang="en")
    return f"<!doctype html>\n{root}\n"


@cache
def _style() -> str:
    path = os.path.join(os.path.dirname(__file__), "style.css")
    with open(path, encoding="utf-8", newline="\n") as file:
        return file.read()
