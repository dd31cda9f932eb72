from __future__ import annotations

import asyncio
import json
import os
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pmlint.server.transport import Frames, Malformed, Stdio, parsed


def framed(body: bytes, header: bytes = b"Content-Length") -> bytes:
    return header + b": %d\r\n\r\n" % len(body) + body


@given(
    bodies=st.lists(st.binary(max_size=200), max_size=6),
    cuts=st.lists(st.integers(min_value=1, max_value=50), min_size=1, max_size=20),
)
def test_bodies_survive_any_cut_of_the_stream(bodies: list[bytes], cuts: list[int]) -> None:
    stream = b"".join(map(framed, bodies))
    frames, found, at, turn = Frames(), [], 0, 0
    while at < len(stream):
        step = cuts[turn % len(cuts)]
        found += frames.feed(stream[at : at + step])
        at, turn = at + step, turn + 1
    assert found == bodies


def test_header_names_in_any_case_and_other_headers() -> None:
    data = b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n" + framed(
        b"{}", b"CONTENT-length"
    )
    assert list(Frames().feed(data)) == [b"{}"]


def test_header_without_a_length_is_skipped() -> None:
    frames = Frames()
    assert list(frames.feed(b"Content-Type: x\r\n\r\n" + framed(b"[1]"))) == [b"[1]"]
    assert list(frames.feed(b"Content-Length: many\r\n\r\n" + framed(b"[2]"))) == [b"[2]"]


def test_endless_header_does_not_grow() -> None:
    frames = Frames()
    for _ in range(100):
        assert list(frames.feed(b"x" * 10_000)) == []
    assert len(frames._pending) < 1 << 16


def test_what_is_no_json_is_named() -> None:
    for body in (b"{", b"\xff\xfe", b"[" * 100_000):
        assert isinstance(parsed(body), Malformed)
    assert parsed(b'{"a": 1}') == {"a": 1}


def test_stdio_reads_in_batches_and_says_when_the_client_is_gone() -> None:
    to_us, from_client = os.pipe()
    to_client, from_us = os.pipe()

    async def converse() -> list[Any]:
        loop = asyncio.get_running_loop()
        gone = loop.create_future()
        got: list[Any] = []
        connection = Stdio(to_us, from_us)
        connection.start(loop, got.extend, lambda: gone.done() or gone.set_result(None))
        os.write(from_client, framed(b'{"n": 1}') + framed(b'{"n": 2}'))
        os.write(from_client, framed(b'{"n": 3}'))
        connection.write(framed(b"{}"))
        os.close(from_client)
        await asyncio.wait_for(gone, 30)
        return got

    try:
        assert asyncio.run(converse()) == [{"n": 1}, {"n": 2}, {"n": 3}]
        assert os.read(to_client, 100) == framed(b"{}")
    finally:
        for descriptor in (to_us, to_client, from_us):
            os.close(descriptor)


def test_writing_to_a_client_that_is_gone_ends_the_conversation() -> None:
    to_us, from_client = os.pipe()
    to_client, from_us = os.pipe()
    os.close(to_client)

    async def converse() -> None:
        loop = asyncio.get_running_loop()
        gone = loop.create_future()
        connection = Stdio(to_us, from_us)
        connection.start(loop, lambda batch: None, lambda: gone.done() or gone.set_result(None))
        connection.write(framed(json.dumps({}).encode()))
        await asyncio.wait_for(gone, 30)

    try:
        asyncio.run(converse())
    finally:
        for descriptor in (from_client, to_us, from_us):
            os.close(descriptor)
