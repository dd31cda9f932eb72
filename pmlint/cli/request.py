"""What the command line asks of every draft, apart from which drafts."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import NamedTuple

from pmlint.cli.installed import plugins_option
from pmlint.config.load import Configs


class Request(NamedTuple):
    """Plain data, so that it can be sent to another process.

    ``kind``: for every draft, in place of what each looks like. ``stdin_name``: what to call
    standard input; its ending decides the format. ``config``: a file to read in place of the
    nearest. ``isolated``: no config at all. The rest stands over the config; None is unsaid.
    """

    kind: str | None = None
    stdin_name: str | None = None
    config: str | None = None
    isolated: bool = False
    plugins: bool = True
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    profile: str | None = None
    max_per_line: int | None = None

    def configs(self) -> Configs:
        """The configs that hold, each read when it is first needed."""
        return Configs(self.config, isolated=self.isolated)

    @classmethod
    def of(cls, args: Namespace) -> Request:
        """The request in parsed arguments, those of commands that choose no rules included."""
        return cls(
            kind=args.kind,
            stdin_name=args.stdin_filename,
            config=args.config,
            isolated=args.isolated,
            plugins=not args.no_plugins,
            select=_names(args, "select"),
            ignore=_names(args, "ignore") or (),
            extend_select=_names(args, "extend_select") or (),
            profile=getattr(args, "profile", None),
            max_per_line=getattr(args, "max_per_line", None),
        )


def _names(args: Namespace, option: str) -> tuple[str, ...] | None:
    """Names from an option that may be repeated and may hold several with commas."""
    given: list[str] | None = getattr(args, option, None)
    if given is None:
        return None
    return tuple(name.strip() for part in given for name in part.split(",") if name.strip())


def options(parser: ArgumentParser) -> None:
    """How drafts are read: for every command that reads some."""
    parser.add_argument("--kind", metavar="KIND", help="take every draft for this kind of document")
    parser.add_argument(
        "--stdin-filename", metavar="NAME", help="what to call standard input, given as -"
    )
    config = parser.add_mutually_exclusive_group()
    config.add_argument("--config", metavar="FILE", help="use this config, not the nearest")
    config.add_argument("--isolated", action="store_true", help="use no config")
    plugins_option(parser)


def rule_options(parser: ArgumentParser) -> None:
    """Which rules run: for the commands that run some."""
    which = "rules, categories or plugin/*, with commas"
    for option, use in (
        ("--select", "only these"),
        ("--extend-select", "these too"),
        ("--ignore", "not these"),
    ):
        parser.add_argument(option, action="append", metavar="NAMES", help=f"{use}: {which}")
    parser.add_argument(
        "--profile", choices=("draft", "default", "strict"), help="how demanding to be"
    )
    parser.add_argument(
        "--max-per-line",
        type=_count,
        metavar="N",
        help="show at most N findings a line, 0 for all (default 2)",
    )


def _count(given: str) -> int:
    if not given.isdecimal():
        raise ArgumentTypeError(f"{given!r} is no whole number from 0")
    return int(given)
