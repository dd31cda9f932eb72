"""What can go wrong with a draft, a config or a plugin, as a failure to report."""

from __future__ import annotations

from pmlint.api.report import Failure
from pmlint.cli.say import near
from pmlint.config.errors import ConfigError
from pmlint.files.read import ReadError
from pmlint.host.problem import Problem


def of_problem(problem: Problem, path: str = "") -> Failure:
    """``path``: the draft, where the problem itself does not say."""
    return Failure(problem.path or path, str(problem))


def of_read(error: ReadError, path: str) -> Failure:
    return Failure(path, error.message, error.line, error.column)


def of_config(error: ConfigError) -> tuple[Failure, ...]:
    """Each fault of a configuration."""
    return tuple(
        Failure(near(each.path), each.message, each.line, each.column) for each in error.errors
    )
