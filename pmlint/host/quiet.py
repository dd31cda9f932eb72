"""Keep what a plugin prints away from standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


class _ToStandardError:
    """What `sys.stdout` is while foreign code runs. Closing it closes nothing."""

    encoding = "utf-8"
    errors = "replace"
    newlines = None
    closed = False

    @property
    def buffer(self) -> object:
        return getattr(sys.stderr, "buffer", self)

    def write(self, text: str) -> int:
        try:
            sys.stderr.write(text)
        except (AttributeError, OSError, ValueError):
            # No standard error, or a closed one: then nobody reads it.
            pass
        return len(text)

    def writelines(self, lines: Iterator[str]) -> None:
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        pass

    def close(self) -> None:
        pass

    def isatty(self) -> bool:
        return False

    def writable(self) -> bool:
        return True

    def readable(self) -> bool:
        return False

    def seekable(self) -> bool:
        return False


@contextmanager
def quiet() -> Iterator[None]:
    """Within it ``print`` writes to standard error.

    The JSON of a report and the protocol of the language server go to standard output, where one
    stray word of a plugin would spoil them.
    """
    standard = sys.stdout
    sys.stdout = _ToStandardError()
    try:
        yield
    finally:
        sys.stdout = standard
