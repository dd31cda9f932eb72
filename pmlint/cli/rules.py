"""``pmlint rules``: every rule in a line each."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from typing import Any

from pmlint.cli.installed import known_kind, load, plugins_option
from pmlint.cli.look import colored
from pmlint.host.host import Registered
from pmlint.report.terminal import Paint, printable

_HEADINGS = ("rule", "unit", "kinds", "severity", "state", "plugin", "summary")


def options(parser: ArgumentParser) -> None:
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--kind", metavar="KIND", help="only the rules for this kind of document")
    plugins_option(parser)


def run(args: Namespace) -> int:
    host, told = load(plugins=not args.no_plugins)
    if not known_kind(host, args.kind):
        return 2
    chosen = [
        each
        for each in host.rules.values()
        if not args.kind or not each.rule.kinds or args.kind in each.rule.kinds
    ]
    if args.format == "json":
        # Only for this.
        import json

        data = {"schema": 1, "rules": [_data(each) for each in chosen]}
        print(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        print(_table(chosen), end="")
    return 2 if told else 0


def _kinds(each: Registered) -> str:
    return " ".join(sorted(each.rule.kinds)) or "all"


def _table(chosen: list[Registered]) -> str:
    rows = [_HEADINGS] + [
        (
            each.rule.name,
            each.rule.unit,
            _kinds(each),
            each.rule.severity,
            each.rule.state,
            each.plugin,
            printable(each.rule.summary),
        )
        for each in chosen
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS) - 1)]
    paint = Paint(colored("auto", sys.stdout))
    lines = ["  ".join([*map(str.ljust, row, widths), row[-1]]) for row in rows]
    lines[0] = paint.dim(lines[0])
    return "".join(f"{line}\n" for line in lines)


def _data(each: Registered) -> dict[str, Any]:
    rule = each.rule
    return {
        "name": rule.name,
        "summary": rule.summary,
        "question": rule.question,
        "unit": rule.unit,
        "kinds": sorted(rule.kinds),
        "moment": rule.moment,
        "severity": rule.severity,
        "category": rule.category,
        "profile": rule.profile,
        "state": rule.state,
        "since": rule.since,
        "aliases": list(rule.aliases),
        "options": [
            {
                "name": option.name,
                "default": option.default,
                "help": option.help,
                "choices": list(option.choices),
            }
            for option in rule.options
        ],
        "plugin": each.plugin,
        "package": each.package,
        "version": each.version,
    }
