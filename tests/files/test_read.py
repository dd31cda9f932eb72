"""Bytes to text: what is accepted, and how anything else is named."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlint.files.read import ReadError, Source, decode, encode, read, write


def fault(data: bytes) -> tuple[str, int, int]:
    with pytest.raises(ReadError) as caught:
        decode(data)
    return caught.value.message, caught.value.line, caught.value.column


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"a\r\nb\rc\n", "a\r\nb\rc\n"),
        ("\u00e9\U0001f680\u2028\f".encode(), "\u00e9\U0001f680\u2028\f"),
        # The mark stays: `data.decode()` by anybody else gives the same offsets.
        (b"\xef\xbb\xbfa", "\ufeffa"),
        ("a\u00e9\n".encode("utf-16"), "a\u00e9\n"),
        (b"\xfe\xff" + "a\U0001f680".encode("utf-16-be"), "a\U0001f680"),
    ],
)
def test_text(data: bytes, text: str) -> None:
    assert decode(data).text == text


def test_a_bad_byte_is_placed_by_line_column_and_byte() -> None:
    assert fault("\u00e9a\r\nna\u00efve ".encode() + b"\xe9 b") == (
        "not valid UTF-8: byte 0xe9 at byte offset 12; save the file as UTF-8",
        2,
        7,
    )
    assert fault(b"\xff")[1:] == (1, 1)
    assert fault(b"ab\xe2\x82")[1:] == (1, 3)


def test_broken_utf_16_is_placed_too() -> None:
    assert fault(b"\xff\xfea\0\n\0b\0c") == (
        "not valid UTF-16: byte 0x63 at byte offset 8; save the file as UTF-8",
        2,
        2,
    )


@pytest.mark.parametrize(
    "data", [b"\0", b"PK\x03\x04\0\0", b"text\0more", b"\x7fELF\x02\0\0\xff", b"a\0b\0"]
)
def test_binary_is_called_binary(data: bytes) -> None:
    assert fault(data) == ("a binary file, not text", 0, 0)


@given(st.text().filter(lambda text: "\0" not in text))
def test_what_is_written_is_what_was_read(text: str) -> None:
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        source = Source(text, encoding)  # type: ignore[arg-type]
        assert decode(encode(source)) == source


@given(st.binary())
def test_any_bytes_are_text_or_unreadable(data: bytes) -> None:
    try:
        source = decode(data)
    except ReadError:
        return
    assert encode(source) == data


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"^no such file or folder$"):
        read(str(tmp_path / "gone.md"))
    with pytest.raises(ReadError, match=r"^is a directory$"):
        read(str(tmp_path))


def test_writing_keeps_mode_link_and_encoding(tmp_path: Path) -> None:
    path, link = tmp_path / "cv.md", tmp_path / "link.md"
    path.write_bytes("long text\r\n".encode("utf-16"))
    path.chmod(0o640)
    link.symlink_to(path)
    source = read(str(link))
    write(str(link), source._replace(text="short\r\n"))
    assert path.read_bytes().decode("utf-16") == "short\r\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert link.is_symlink()


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"^cannot write the fixed text: no such file or folder$"):
        write(os.fspath(tmp_path / "gone.md"), Source("x", "utf-8"))
