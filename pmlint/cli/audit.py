"""``pmlint audit``: which claims answer which of the three questions."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from io import TextIOWrapper

from pmlint.api.report import Failure
from pmlint.audit.audit import Audit, audit
from pmlint.cli import failures, request
from pmlint.cli.drafts import Drafts
from pmlint.cli.installed import disabled_plugins, known_kind, load
from pmlint.cli.look import UNENCODABLE, look_of
from pmlint.cli.request import Request
from pmlint.cli.say import described, say_config, say_failure
from pmlint.config.errors import ConfigError
from pmlint.files.find import find
from pmlint.files.read import ReadError


def options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="files, folders, or - for standard input"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    request.options(parser)


def run(args: Namespace) -> int:
    asked = Request.of(args)
    configs = asked.configs()
    host, told = load(plugins=asked.plugins, disabled=disabled_plugins(configs, args.paths))
    if not known_kind(host, asked.kind):
        return 2
    drafts = Drafts(host, asked, configs)
    found = find(args.paths, drafts.extensions, drafts.settings_in)
    for path, message in found.failures:
        say_failure(Failure(path, message))
    audits: list[Audit] = []
    configs_wrong: set[Failure] = set()
    wrong = bool(told or found.failures)
    for path in found.drafts:
        try:
            audits.append(_audit(drafts, path))
        except ReadError as error:
            say_failure(failures.of_read(error, drafts.shown(path)))
        except ConfigError as error:
            for failure in failures.of_config(error):
                if failure not in configs_wrong:
                    say_config(failure)
                configs_wrong.add(failure)
        except Exception as error:  # noqa: BLE001 - one odd draft must not end the run
            say_failure(Failure(drafts.shown(path), described(error)))
        else:
            continue
        wrong = True
    if args.format == "json":
        # Only for this.
        from pmlint.audit.wire import data
        from pmlint.report.wire import encoded

        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors=UNENCODABLE)
        print(encoded(data(audits)))
    else:
        from pmlint.audit.text import text

        print(text(audits, look_of(sys.stdout, args.color)), end="")
    return 2 if wrong else 0


def _audit(drafts: Drafts, path: str) -> Audit:
    draft = drafts.open(path)
    return audit(draft.path, draft.document, draft.kind.kind, draft.linter)
