"""The language server as a process: streams, log, and the exit code."""

from __future__ import annotations

import asyncio
import logging
import sys
from typing import Protocol

from pmlint.server import collector, stdio
from pmlint.server.transport import Socket, Stdio

log = logging.getLogger(__name__)


class Arguments(Protocol):
    """``tcp``: "HOST:PORT" to serve one client on a socket, or None for the standard streams."""

    tcp: str | None


def serve(arguments: Arguments) -> int:
    """Run until the client leaves. Gives the exit code: 0 after shutdown and exit, 1 when the
    client left without a word, 2 for an address that cannot be served."""
    logging.basicConfig(
        stream=sys.stderr, level=logging.WARNING, format="pmlint: %(levelname)s: %(message)s"
    )
    collector.calm()
    try:
        if arguments.tcp is not None:
            return asyncio.run(_over_socket(arguments.tcp))
        source, sink = stdio.claim()
        return asyncio.run(_over_stdio(source, sink))
    except KeyboardInterrupt:
        return 130


async def _over_stdio(source: int, sink: int) -> int:
    # Not before the standard streams are safe; and there is very much of it.
    with collector.paused():
        from pmlint.server.server import Server
    collector.spare()

    loop = asyncio.get_running_loop()
    code: asyncio.Future[int] = loop.create_future()
    server = Server(lambda value: _settle(code, value))
    connection = Stdio(source, sink)
    server.connect(connection)
    connection.start(loop, server.protocol.receive, server.lost)
    return await code


async def _over_socket(address: str) -> int:
    from pmlint.server.server import Server

    host, _, port = address.rpartition(":")
    if not host or not port.isdigit():
        log.error("--tcp %s: write HOST:PORT, such as 127.0.0.1:2087", address)
        return 2
    loop = asyncio.get_running_loop()
    code: asyncio.Future[int] = loop.create_future()
    server = Server(lambda value: _settle(code, value))

    def accept() -> Socket:
        connection = Socket(server.protocol.receive, server.lost)
        server.connect(connection)
        # asyncio wants it open until the connection is made.
        loop.call_soon(listener.close)
        return connection

    try:
        listener = await loop.create_server(accept, host.strip("[]"), int(port))
    except OSError as error:
        log.error("--tcp %s: %s", address, error)
        return 2
    for one in listener.sockets:
        log.warning("waiting for a client on %s:%s", *one.getsockname()[:2])
    return await code


def _settle(code: asyncio.Future[int], value: int) -> None:
    if not code.done():
        code.set_result(value)
