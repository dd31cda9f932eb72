"""The standard streams, kept for the protocol.

A plugin that prints, a C library that writes to descriptor 1, a rule that calls `input()`: none of
them may reach the client.
"""

from __future__ import annotations

import os
import sys


def claim() -> tuple[int, int]:
    """Take standard input and output for the server: descriptors that nobody else knows.

    From now on descriptor 0 is empty, descriptor 1 and `sys.stdout` lead to standard error.
    """
    source, sink = os.dup(0), os.dup(1)
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(source, os.O_BINARY)
        msvcrt.setmode(sink, os.O_BINARY)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    try:
        os.dup2(2, 1)
    except OSError:
        # Started without a standard error.
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
    os.close(nothing)
    sys.stdout = sys.stderr
    return source, sink
