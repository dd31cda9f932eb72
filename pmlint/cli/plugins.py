"""``pmlint plugins``: what was found, from which package and version, loaded or why not."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from pmlint import __version__
from pmlint.host.host import BUILT_IN, Host, plugins_disabled
from pmlint.report.terminal import printable
from pmlint.report.wording import count


def options(_: ArgumentParser) -> None:
    """It has none."""


def run(_: Namespace) -> int:
    host = Host.load()
    own = sum(each.plugin == BUILT_IN for each in host.rules.values())
    print(f"pmlint {__version__}: {count(own, 'rule')} built in.")
    if plugins_disabled():
        print("Plugins are switched off by PMLINT_DISABLE_PLUGINS.")
    elif not host.plugins:
        print("No plugins are installed.")
    rows = [
        (plugin.name, f"{plugin.package} {plugin.version}", plugin.state, _offer(host, plugin.name))
        for plugin in host.plugins
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(3)] if rows else []
    for row in rows:
        print("  ".join([*map(str.ljust, row, widths), row[-1]]).rstrip())
    for problem in host.problems:
        print(f"  {printable(str(problem))}")
    return 2 if host.problems else 0


def _offer(host: Host, plugin: str) -> str:
    """What of a plugin is in use."""
    rules = sum(each.plugin == plugin for each in host.rules.values())
    return count(rules, "rule") if rules else ""
