"""Auditing the drafts that a user names, and writing what was found."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Collection, Iterable, Sequence
from io import TextIOWrapper
from typing import Any, NamedTuple, TextIO

from pmlint.api.report import Failure, Look
from pmlint.audit.audit import Audit, audit
from pmlint.cli import failures, request
from pmlint.cli.drafts import Draft, Drafts
from pmlint.cli.installed import disabled_plugins, known_kind, load
from pmlint.cli.look import UNENCODABLE, look_of
from pmlint.cli.request import Request
from pmlint.cli.say import Progress, described, say, say_config, say_failure
from pmlint.config.errors import ConfigError
from pmlint.files.find import find
from pmlint.files.read import ReadError, reason


def options(parser: ArgumentParser) -> None:
    """What all commands with an audit take beside paths."""
    parser.add_argument("--format", choices=("text", "html", "json"), default="text")
    parser.add_argument("--output-file", metavar="FILE", help="write the report there")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    request.options(parser)


class Auditor:
    """Finds drafts and audits them; what cannot be done is said, and the rest is done.

    ``wrong``: something could not be done.
    """

    def __init__(self, drafts: Drafts, *, wrong: bool) -> None:
        self.wrong = wrong
        self._drafts = drafts
        self._configs_wrong: set[Failure] = set()

    @classmethod
    def of(cls, args: Namespace, paths: Sequence[str]) -> Auditor | None:
        """As the arguments ask; None, with a word why, for a kind that there is not."""
        asked = Request.of(args)
        configs = asked.configs()
        host, told = load(plugins=asked.plugins, disabled=disabled_plugins(configs, paths))
        if not known_kind(host, asked.kind):
            return None
        return cls(Drafts(host, asked, configs), wrong=bool(told))

    def find(self, paths: Sequence[str], extensions: Collection[str] = ()) -> list[str]:
        """The drafts below paths, or the files with these extensions."""
        found = find(paths, extensions or self._drafts.extensions, self._drafts.settings_in)
        for path, message in found.failures:
            self.fail(Failure(path, message))
        return found.drafts

    def audits(self, paths: Sequence[str]) -> list[Audit]:
        """The audits of drafts, in their order, without those that cannot be read."""
        progress = Progress(len(paths))
        done: list[Audit] = []
        for number, path in enumerate(paths, 1):
            try:
                done.append(self._audit(self._drafts.open(path)))
            except Exception as error:  # noqa: BLE001 - one odd draft must not end the run
                progress.clear()
                self._failed(path, error)
            progress.at(number)
        progress.clear()
        return done

    def _audit(self, draft: Draft) -> Audit:
        known = len(draft.linter.misread)
        found = audit(draft.path, draft.document, draft.kind.kind, draft.linter)
        for problem in draft.linter.misread[known:]:
            self.fail(failures.of_problem(problem, draft.path))
        return found

    def fail(self, failure: Failure) -> None:
        """Say what could not be done."""
        self.wrong = True
        say_failure(failure)

    def _failed(self, path: str, error: Exception) -> None:
        if isinstance(error, ConfigError):
            self.wrong = True
            for failure in _new(failures.of_config(error), self._configs_wrong):
                say_config(failure)
        elif isinstance(error, ReadError):
            self.fail(failures.of_read(error, self._drafts.shown(path)))
        else:
            self.fail(Failure(self._drafts.shown(path), described(error)))


def _new(told: Iterable[Failure], known: set[Failure]) -> list[Failure]:
    """Those that are not known yet, which they are from now on."""
    new = [failure for failure in told if failure not in known]
    known.update(new)
    return new


class Writers(NamedTuple):
    """What writes a result; each imports what its format needs when it is called."""

    text: Callable[[Look], str]
    html: Callable[[], str]
    data: Callable[[], Any]


def write(args: Namespace, writers: Writers) -> bool:
    """Write a result as the arguments ask; False, with a word why, when it cannot be written."""
    out = _destination(args)
    if out is None:
        return False
    if args.format != "text" and isinstance(out, TextIOWrapper):
        out.reconfigure(encoding="utf-8", errors=UNENCODABLE)
    if args.format == "json":
        # Only for this.
        from pmlint.report.wire import encoded

        out.write(f"{encoded(writers.data())}\n")
    elif args.format == "html":
        out.write(writers.html())
    else:
        out.write(writers.text(look_of(out, args.color)))
    if out is not sys.stdout:
        out.close()
    return True


def _destination(args: Namespace) -> TextIO | None:
    """Where the report goes; None, with a word why, when that cannot be written."""
    if not args.output_file:
        return sys.stdout
    try:
        return open(args.output_file, "w", encoding="utf-8", errors=UNENCODABLE, newline="\n")
    except OSError as error:
        say(f"{args.output_file}: cannot be written: {reason(error)}")
        return None
