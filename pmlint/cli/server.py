"""``pmlint server``: the language server, for an editor to start."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace


def options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--tcp",
        metavar="HOST:PORT",
        help="serve one client on a socket, for debugging, in place of standard input and output",
    )
    # What clients of other servers are used to pass; it is the only other way there is.
    parser.add_argument("--stdio", action="store_true", help="the default; accepted for clients")


def run(args: Namespace) -> int:
    # pygls stands behind it, which no other command may pay for.
    from pmlint.server.main import serve

    return serve(args)
