"""Where output goes: color or not, and how wide."""

from __future__ import annotations

import os
from typing import TextIO

from pmlint.api.report import Look

_USUAL_WIDTH = 100
# What becomes of a letter that a stream cannot encode, and of a byte of a file name that is no
# text. What it makes of the latter is right in JSON too.
UNENCODABLE = "backslashreplace"


def colored(choice: str, stream: TextIO) -> bool:
    """Whether to color ``stream``. ``choice``: ``auto``, ``always`` or ``never``.

    Left to itself it is as the user's environment asks (``NO_COLOR``, ``FORCE_COLOR``), else as
    the stream can: a terminal that is not ``dumb``.
    """
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def look_of(stream: TextIO, color: str) -> Look:
    """How to write to ``stream``."""
    terminal = stream.isatty()
    return Look(colored(color, stream), width_of(stream), terminal)


def width_of(stream: TextIO) -> int:
    """Columns of a terminal; of a pipe or a file a usual width."""
    try:
        return os.get_terminal_size(stream.fileno()).columns or _USUAL_WIDTH
    except (OSError, ValueError):
        return _USUAL_WIDTH
