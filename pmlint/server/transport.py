"""Bytes in, bytes out: message frames over standard streams, or a socket for debugging.

On standard streams one thread reads and parses, so that a client which writes while we write is
never blocked on us, and hands whole messages to the event loop with one wake-up each. (pygls' own
reader takes three trips through a thread pool for a message, and handlers can fill that pool.)
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import threading
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

log = logging.getLogger(__name__)

READ = 1 << 16
LONGEST_HEADER = 1 << 14

Receive = Callable[[list[Any]], None]


class Malformed:
    """Stands for a body that is no JSON."""

    __slots__ = ("reason",)

    def __init__(self, reason: str) -> None:
        self.reason = reason


class Frames:
    """Cuts a stream of bytes into the bodies of messages.

    A header block without a usable Content-Length is skipped, with a word in the log.
    """

    def __init__(self) -> None:
        self._pending = bytearray()
        self._length: int | None = None

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The bodies that are complete once ``data`` has arrived."""
        pending = self._pending
        pending += data
        while True:
            if self._length is None:
                stop = pending.find(b"\r\n\r\n")
                if stop < 0:
                    if len(pending) > LONGEST_HEADER:
                        log.error("no message header in %d bytes: dropped", len(pending))
                        del pending[:-3]
                    return
                self._length = _content_length(pending[:stop])
                del pending[: stop + 4]
                if self._length is None:
                    log.error("a message header without Content-Length: skipped")
                    continue
            if len(pending) < self._length:
                return
            body = bytes(pending[: self._length])
            del pending[: self._length]
            self._length = None
            yield body


def _content_length(header: bytearray) -> int | None:
    for line in header.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length" and value.strip().isdigit():
            return int(value)
    return None


def parsed(body: bytes) -> Any:
    """The message in a body, or a `Malformed`."""
    try:
        return json.loads(body)
    except ValueError as error:
        return Malformed(str(error))
    except RecursionError:
        return Malformed("nested too deeply")


class Stdio:
    """A client at the other end of two file descriptors.

    It has the two methods that pygls asks of a writer. ``write`` is for the loop's thread.
    """

    def __init__(self, source: int, sink: int) -> None:
        self._source = source
        self._sink = sink
        self._queue: deque[Any] = deque()
        self._ended: Callable[[], None] = lambda: None

    def start(
        self, loop: asyncio.AbstractEventLoop, receive: Receive, ended: Callable[[], None]
    ) -> None:
        """Read from now on. On the loop, ``receive`` gets each batch of messages that has arrived
        (a `Malformed` where a body was no JSON), ``ended`` is called when the client is gone."""
        self._ended = ended
        threading.Thread(
            target=self._pump, args=(loop, receive), name="pmlint-reader", daemon=True
        ).start()

    def write(self, data: bytes) -> None:
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[os.write(self._sink, rest) :]
        except OSError as error:
            log.error("writing to the client failed: %s", error)
            self._ended()

    def close(self) -> None:
        """Nothing to do: the descriptors end with the process."""

    def _pump(self, loop: asyncio.AbstractEventLoop, receive: Receive) -> None:
        frames = Frames()
        # RuntimeError: the loop was closed meanwhile, nobody is left to tell.
        try:
            while data := self._bytes():
                for body in frames.feed(data):
                    self._queue.append(parsed(body))
                    loop.call_soon_threadsafe(self._drain, receive)
            loop.call_soon_threadsafe(self._ended)
        except RuntimeError:
            return

    def _bytes(self) -> bytes:
        try:
            return os.read(self._source, READ)
        except OSError as error:
            log.error("reading from the client failed: %s", error)
            return b""

    def _drain(self, receive: Receive) -> None:
        batch = []
        while self._queue:
            batch.append(self._queue.popleft())
        if batch:
            receive(batch)


class Socket(asyncio.Protocol):
    """A client at the other end of a socket, served on the loop itself."""

    def __init__(self, receive: Receive, ended: Callable[[], None]) -> None:
        self._receive = receive
        self._ended = ended
        self._frames = Frames()
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        batch = [parsed(body) for body in self._frames.feed(data)]
        if batch:
            self._receive(batch)

    def connection_lost(self, _exc: Exception | None) -> None:
        self._ended()

    def write(self, data: bytes) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(data)

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()
