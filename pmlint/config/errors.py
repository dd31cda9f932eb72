"""What is wrong with a configuration, and where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class ConfigError(Exception):
    """One or more faults of a configuration; its own fields are those of the first.

    ``path``: the file, or "command line" and the like. ``line`` and ``column`` count from 1, the
    column in code points; 0 when there is no place. ``errors``: all faults, this one included.
    """

    def __init__(
        self,
        path: str,
        line: int,
        column: int,
        message: str,
        others: Sequence[ConfigError] = (),
    ) -> None:
        super().__init__(path, line, column, message)
        self.path = path
        self.line = line
        self.column = column
        self.message = message
        self.others = tuple(others)

    @property
    def errors(self) -> tuple[ConfigError, ...]:
        return (self, *self.others)

    def __str__(self) -> str:
        place = f":{self.line}:{self.column}" if self.line else ""
        return f"{self.path}{place}: {self.message}"


def raise_all(errors: Sequence[ConfigError]) -> None:
    """Raise the first with the others in it; do nothing when there is none."""
    if errors:
        first, *others = errors
        raise ConfigError(first.path, first.line, first.column, first.message, others)


def hint(name: str, known: Iterable[str]) -> str:
    """``; did you mean "x"?``, or a list of what there is when nothing is near."""
    # Only when something is wrong.
    from difflib import get_close_matches

    names = list(known)
    near = get_close_matches(name, names, 1, 0.6) or [
        one for one in names if one.casefold() == name.casefold()
    ]
    if near:
        return f'; did you mean "{near[0]}"?'
    return f"; there are {', '.join(names)}" if 0 < len(names) <= 20 else ""
