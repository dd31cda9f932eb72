"""``pmlint readiness``: what a folder of drafts is ready for, and what it lacks."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from typing import Any

from pmlint.api.report import Failure, Look
from pmlint.audit.readiness import practice
from pmlint.audit.readiness.practice import Practice, Session
from pmlint.audit.readiness.readiness import Readiness, readiness
from pmlint.cli import audits, failures
from pmlint.cli.audits import Auditor, Writers, write
from pmlint.cli.say import say
from pmlint.files.read import ReadError, read


def options(parser: ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER", help="a folder of drafts")
    audits.options(parser)


def run(args: Namespace) -> int:
    folder = args.folder
    if not os.path.isdir(folder):
        there = "is no folder; pmlint audit reads single drafts"
        say(f"{folder}: {there if os.path.lexists(folder) else 'no such folder'}")
        return 2
    auditor = Auditor.of(args, [folder])
    if auditor is None:
        return 2
    files = auditor.find([folder])
    # A table is no draft, so it is looked for apart.
    logs = {
        *filter(practice.is_log, files),
        *filter(practice.is_log, auditor.find([folder], {".csv"})),
    }
    drafts = [path for path in files if path not in logs]
    found = readiness(folder, auditor.audits(drafts), _practice(auditor, sorted(logs)))
    written = write(args, _writers(found))
    return 2 if auditor.wrong or not written else 0


def _practice(auditor: Auditor, paths: list[str]) -> Practice:
    """The logs at these paths; what cannot be read of them is said."""
    logs: list[tuple[str, list[Session]]] = []
    for path in paths:
        try:
            text = read(path).text
        except ReadError as error:
            auditor.fail(failures.of_read(error, path))
            continue
        sessions, faults = practice.read(path, text)
        for fault in faults:
            auditor.fail(Failure(path, fault.message, fault.line, 1))
        logs.append((path, sessions))
    return practice.together(logs)


def _writers(found: Readiness) -> Writers:
    # Each format is imported when it is asked for.
    def text(look: Look) -> str:
        from pmlint.audit.readiness.text import text as of

        return of(found, look)

    def html() -> str:
        from pmlint.audit.page.readiness import page

        return page(found)

    def data() -> dict[str, Any]:
        from pmlint.audit.readiness.wire import data as of

        return of(found)

    return Writers(text, html, data)
