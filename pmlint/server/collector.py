"""Keeping Python's garbage collector out of the way of the keystroke.

A long draft is some hundred thousand objects, and the collector's full pass over them takes longer
than a writer waits for a squiggle. They form no cycles to speak of, so they are freed by reference
count when the draft is closed; the collector need not look at them in between.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# New objects between two looks at the young ones, and looks at these between two at older ones. A key
# in a long draft makes some ten thousand objects, nearly all of which are gone with the next.
_THRESHOLDS = (100_000, 20, 50)


def calm() -> None:
    """Collect seldom: for a process whose garbage is freed by reference count."""
    gc.set_threshold(*_THRESHOLDS)


@contextmanager
def paused() -> Iterator[None]:
    """No collection meanwhile: for work that makes very many objects which stay."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def spare() -> None:
    """Leave out of further collections all objects that there are now."""
    gc.freeze()


def look_again() -> None:
    """Take all objects into account again: some of those that were spared may be garbage."""
    gc.unfreeze()
