"""Bytes of a draft to text, and back again after a fix.

UTF-8, strictly, or UTF-16 with a byte order mark. The text is exactly what Python's ``utf-8`` or
``utf-16`` codec gives, with line ends as they are: a UTF-8 byte order mark stays the first code
point of the text, so that offsets hold for anybody who decodes the file in the plain way.
"""

from __future__ import annotations

import os
from typing import Literal, NamedTuple

from pmlint.text.lines import LineIndex

Encoding = Literal["utf-8", "utf-16-le", "utf-16-be"]

_BYTE_ORDER_MARKS: dict[Encoding, bytes] = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


class ReadError(Exception):
    """A draft that cannot be read; ``line`` and ``column`` count from 1, 0 when unknown."""

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column


class Source(NamedTuple):
    text: str
    encoding: Encoding


def read(path: str) -> Source:
    """The text of the file at ``path``; raises `ReadError`."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise ReadError(reason(error)) from error
    return decode(data)


def reason(error: OSError) -> str:
    """What an `OSError` means, in words for a user."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "permission denied"
    return (error.strerror or type(error).__name__).lower()


def decode(data: bytes) -> Source:
    """The text of ``data``; raises `ReadError` with the place of the first byte that is no text."""
    for encoding, mark in _BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return Source(_decoded(data[len(mark) :], encoding, len(mark)), encoding)
    return Source(_decoded(data, "utf-8", 0), "utf-8")


def _decoded(data: bytes, encoding: Encoding, skipped: int) -> str:
    """``skipped``: bytes before ``data`` in the file, for the offset in a message."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding)
        if "\0" in before:
            raise ReadError("a binary file, not text") from None
        line, column = LineIndex(before).position(len(before))
        name = encoding[:6].upper().rstrip("-")
        raise ReadError(
            f"not valid {name}: byte 0x{data[error.start]:02x} at byte offset "
            f"{skipped + error.start}; save the file as UTF-8",
            line + 1,
            column + 1,
        ) from None
    if "\0" in text:
        raise ReadError("a binary file, not text")
    return text


def encode(source: Source) -> bytes:
    """The bytes that `decode` would read as ``source``."""
    return _BYTE_ORDER_MARKS.get(source.encoding, b"") + source.text.encode(source.encoding)


def write(path: str, source: Source) -> None:
    """Replace the text of the file at ``path``, keeping its mode and links; raises `ReadError`.

    The file is written in place: a new file moved over it would break hard links and change its
    owner.
    """
    try:
        with open(path, "r+b") as file:
            file.write(encode(source))
            file.truncate()
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise ReadError(f"cannot write the fixed text: {reason(error)}") from error
