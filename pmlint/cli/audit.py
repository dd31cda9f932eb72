"""``pmlint audit``: which claims answer which of the three questions."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from pmlint.api.report import Look
from pmlint.audit.audit import Audit
from pmlint.cli import audits
from pmlint.cli.audits import Auditor, Writers, write


def options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="files, folders, or - for standard input"
    )
    audits.options(parser)


def run(args: Namespace) -> int:
    auditor = Auditor.of(args, args.paths)
    if auditor is None:
        return 2
    done = auditor.audits(auditor.find(args.paths))
    written = write(args, _writers(done))
    return 2 if auditor.wrong or not written else 0


def _writers(done: list[Audit]) -> Writers:
    # Each format is imported when it is asked for.
    def text(look: Look) -> str:
        from pmlint.audit.text import text as of

        return of(done, look)

    def html() -> str:
        from pmlint.audit.page.audit import page

        return page(done)

    def data() -> dict[str, Any]:
        from pmlint.audit.wire import data as of

        return of(done)

    return Writers(text, html, data)
