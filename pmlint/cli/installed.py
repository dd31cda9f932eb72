"""What is installed: the host, with its problems said."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterable

from pmlint.api.report import Failure
from pmlint.cli import failures
from pmlint.cli.say import did_you_mean, say, say_failure
from pmlint.config.errors import ConfigError
from pmlint.config.load import Configs
from pmlint.host.host import Host


def plugins_option(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--no-plugins", action="store_true", help="use built-in rules and formats only"
    )


def load(
    *, plugins: bool, disabled: Iterable[str] = (), verbose: bool = False
) -> tuple[Host, list[Failure]]:
    """The host, and what went wrong while it loaded, which is said at once."""
    host = Host.load(plugins=plugins, disabled=disabled)
    told = [failures.of_problem(problem) for problem in host.problems]
    for problem, failure in zip(host.problems, told, strict=True):
        say_failure(failure)
        if verbose and problem.detail:
            say(problem.detail.rstrip())
    return host, told


def disabled_plugins(configs: Configs, paths: Iterable[str]) -> set[str]:
    """The plugins that the configs of these paths leave out; a bad config is said elsewhere."""
    disabled: set[str] = set()
    for path in paths:
        try:
            disabled.update(configs.settings_for(path).disable_plugins)
        except ConfigError:
            pass
    return disabled


def known_kind(host: Host, kind: str | None) -> bool:
    """True for None and for the name of a kind; another name is said to be wrong."""
    if kind is None or kind in host.kinds:
        return True
    hint = did_you_mean(kind, host.kinds) or f"; there are {', '.join(host.kinds)}"
    say(f"no document kind {kind!r}{hint}")
    return False
