"""``pmlint check``: ask drafts what a skeptical reader would ask."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from io import TextIOWrapper
from typing import TextIO

from pmlint.api.report import Failure, Look, ReportFormat
from pmlint.cli import failures, request
from pmlint.cli.checker import Checker, Job, Outcome
from pmlint.cli.drafts import check_request
from pmlint.cli.installed import disabled_plugins, known_kind, load
from pmlint.cli.look import UNENCODABLE, look_of
from pmlint.cli.pool import jobs_for, outcomes
from pmlint.cli.request import Request
from pmlint.cli.say import Progress, did_you_mean, say, say_config, say_failure
from pmlint.cli.tally import Tally
from pmlint.config.errors import ConfigError
from pmlint.files.find import STDIN, Found, find
from pmlint.files.read import encode, reason
from pmlint.host.host import Host
from pmlint.report import formats
from pmlint.report.guarded import ReportError
from pmlint.report.wording import count

_CLEAN, _FINDINGS, _TROUBLE = 0, 1, 2


def options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="files, folders, or - for standard input"
    )
    request.options(parser)
    request.rule_options(parser)
    changes = parser.add_mutually_exclusive_group()
    changes.add_argument("--fix", action="store_true", help="apply safe fixes to the files")
    changes.add_argument("--diff", action="store_true", help="only show what --fix would change")
    parser.add_argument(
        "--output-format",
        metavar="FORMAT",
        help=f"{', '.join(formats.BUILT_IN)}, or one of a plugin (default: full)",
    )
    parser.add_argument("--output-file", metavar="FILE", help="write the report there")
    parser.add_argument("--statistics", action="store_true", help="count by rule, list nothing")
    parser.add_argument("--exit-zero", action="store_true", help="findings do not fail the run")
    parser.add_argument(
        "--jobs", type=_jobs, default=0, metavar="N", help="processes (default: as many as pay)"
    )
    parser.add_argument("--timing", action="store_true", help="say which rules take how long")
    parser.add_argument("--quiet", "-q", action="store_true", help="no summary and no notes")
    parser.add_argument("--verbose", "-v", action="store_true", help="say how drafts are read")
    parser.add_argument(
        "--color", choices=("auto", "always", "never"), default="auto", help="color the report"
    )


def _jobs(given: str) -> int:
    if not given.isdecimal() or int(given) < 1:
        raise ArgumentTypeError(f"{given!r} is no whole number from 1")
    return int(given)


def run(args: Namespace) -> int:
    asked = Request.of(args)
    configs = asked.configs()
    paths = args.paths or [os.curdir]
    disabled = disabled_plugins(configs, paths)
    host, told = load(plugins=asked.plugins, disabled=disabled, verbose=args.verbose)
    form = _form(args, host)
    if form is None or not known_kind(host, asked.kind) or not _known_rules(host, asked):
        return _TROUBLE
    out = _destination(args)
    if out is None:
        return _TROUBLE
    job = Job(
        asked,
        form.name,
        Look() if form.machine else look_of(out, args.color),
        tuple(disabled),
        "fix" if args.fix else "diff" if args.diff else "",
        verbose=args.verbose,
        timing=args.timing,
    )
    checker = Checker(host, form, job, configs)
    found = find(paths, checker.drafts.extensions, checker.drafts.settings_in)
    tally = Tally(told)
    for path, message in found.failures:
        failure = Failure(path, message)
        if tally.new(failure):
            say_failure(failure)
    try:
        _report(checker, form, found.drafts, args, out, tally)
    except ReportError as error:
        failure = Failure("", str(error))
        tally.new(failure)
        say_failure(failure)
    if out not in (sys.stdout, sys.stderr):
        out.close()
    if not args.quiet:
        _notes(args, found, tally)
    if args.timing:
        # Only when it was asked for.
        from pmlint.cli.timing import table

        print(table(checker, tally.files), end="", file=sys.stderr)
    if tally.failed:
        return _TROUBLE
    complains = tally.changed > 0 if args.diff else tally.failing
    return _FINDINGS if complains and not args.exit_zero else _CLEAN


def _form(args: Namespace, host: Host) -> ReportFormat | None:
    """The report format that the options ask for; None, with a word why, when there is none."""
    name = args.output_format or "full"
    found = formats.find(name, host.reports)
    if found is None:
        names = formats.names(host.reports)
        hint = did_you_mean(name, names) or f"; there are {', '.join(names)}"
        say(f"no output format {name!r}{hint}")
    elif args.statistics:
        if not found.machine:
            return formats.find("statistics", {})
        say(f"--statistics is for people; the format {name} is for programs")
        return None
    elif args.diff:
        return formats.find("diff", {})
    return found


def _known_rules(host: Host, asked: Request) -> bool:
    """Whether the command line names what there is; what it gets wrong is said."""
    try:
        check_request(host, asked)
    except ConfigError as error:
        for failure in failures.of_config(error):
            say_failure(failure)
        return False
    return True


def _destination(args: Namespace) -> TextIO | None:
    """Where the report goes; None, with a word why, when that cannot be written."""
    if args.output_file:
        try:
            return open(args.output_file, "w", encoding="utf-8", errors=UNENCODABLE, newline="\n")
        except OSError as error:
            say(f"{args.output_file}: cannot be written: {reason(error)}")
            return None
    # Then standard output is for the fixed text.
    return sys.stderr if args.fix and STDIN in args.paths else sys.stdout


def _report(
    checker: Checker,
    form: ReportFormat,
    drafts: Sequence[str],
    args: Namespace,
    out: TextIO,
    tally: Tally,
) -> None:
    """Check all drafts and write the report, draft by draft."""
    if form.machine and isinstance(out, TextIOWrapper):
        out.reconfigure(encoding="utf-8", errors=UNENCODABLE)
    jobs = jobs_for(drafts, args.jobs, timing=args.timing)
    progress = Progress(len(drafts))
    out.write(form.head())
    between = ""
    for number, outcome in enumerate(outcomes(checker, drafts, jobs), 1):
        tally.add(outcome)
        if (outcome.report and out.isatty()) or outcome.failures or outcome.configs or args.verbose:
            progress.clear()
        if outcome.report:
            out.write(between + outcome.report)
            between = form.between
        _say(outcome, tally, args)
        if outcome.fixed_text is not None:
            sys.stdout.buffer.write(encode(outcome.fixed_text))
        progress.at(number)
    progress.clear()
    if form.machine or not args.quiet:
        out.write(form.tail(tally.totals(), checker.job.look))


def _say(outcome: Outcome, tally: Tally, args: Namespace) -> None:
    """What went wrong with a draft, each thing once."""
    new = [each for each in outcome.failures if tally.new(each)]
    for failure in new:
        say_failure(failure)
    for failure in outcome.configs:
        if tally.new(failure):
            say_config(failure)
    if args.verbose:
        for note in (*outcome.notes, *(outcome.details if new else ())):
            say(note.rstrip())


def _notes(args: Namespace, found: Found, tally: Tally) -> None:
    """What a person may want to know of the run beside its report."""
    if args.diff and tally.changed:
        say(f"{count(tally.changed, 'draft')} would change")
    unread = sum(found.unread.values())
    if args.verbose:
        total = len(found.drafts) + len(found.failures) + unread + found.others
        say(f"{count(total, 'file')}: {tally.files} read{_left_out(found)}")
    elif not found.drafts and not tally.failed:
        say(f"there is no draft to check{_left_out(found)}")


def _left_out(found: Found) -> str:
    """``, 52 of formats that pmlint does not read yet (.tex 16, .yml 7)``"""
    parts: list[str] = []
    if found.unread:
        by_count = sorted(found.unread.items(), key=lambda each: (-each[1], each[0]))
        listed = ", ".join(f"{extension} {number}" for extension, number in by_count)
        total = sum(found.unread.values())
        parts.append(f"{total} of formats that pmlint does not read yet ({listed})")
    if found.others:
        parts.append(f"{found.others} of other kinds")
    return "".join(f", {part}" for part in parts)
