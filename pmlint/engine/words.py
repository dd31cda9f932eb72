"""The vocabulary of a run: built-in words with those of plugins and of the config."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from pmlint.config.settings import Settings
from pmlint.host.host import Host
from pmlint.host.problem import Problem
from pmlint.language.vocabulary import UnknownClassError, Vocabulary

_Extra = tuple[tuple[str, tuple[str, ...]], ...]


def vocabulary(host: Host, settings: Settings) -> tuple[Vocabulary, list[Problem]]:
    """The vocabulary, and the plugins whose words join no class that there is.

    Raises ConfigError when it is the config's words that do.
    """
    added: dict[str, tuple[str, ...]] = {}
    for words in host.words:
        _add(added, words.classes)
    _add(added, settings.words)
    try:
        return _made(tuple(sorted(added.items()))), []
    except UnknownClassError:
        # Who it was is looked for only now: which classes there are costs reading all words.
        classes = _made(()).classes
    from pmlint.config.check import check_words

    check_words(settings, classes)
    problems = [
        Problem(
            words.plugin, words.package, words.version, "", "", f'there is no word class "{name}"'
        )
        for words in host.words
        for name in words.classes
        if name not in classes
    ]
    known = {name: words for name, words in added.items() if name in classes}
    return _made(tuple(sorted(known.items()))), problems


def _add(added: dict[str, tuple[str, ...]], classes: Mapping[str, tuple[str, ...]]) -> None:
    for name, words in classes.items():
        added[name] = added.get(name, ()) + words


@lru_cache(maxsize=4)
def _made(extra: _Extra) -> Vocabulary:
    """One vocabulary for all that want the same words: it is not cheap to make."""
    return Vocabulary(dict(extra))
