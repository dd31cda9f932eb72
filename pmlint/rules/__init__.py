"""The built-in rules: one file a rule, which holds it as ``RULE``.

The files are found by walking the folders, so a new rule is a new file and nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from importlib import import_module

from pmlint.api import Rule, hookimpl


@hookimpl
def pmlint_rules() -> Iterable[Rule]:
    for folder in __path__:
        for unit in sorted(os.listdir(folder)):
            for name in _modules(os.path.join(folder, unit)):
                yield import_module(f"{__name__}.{unit}.{name}").RULE


def _modules(folder: str) -> list[str]:
    """Names of the modules in a folder; none for a file or a cache."""
    if not os.path.isfile(os.path.join(folder, "__init__.py")):
        return []
    return sorted(
        name[:-3]
        for name in os.listdir(folder)
        if name.endswith(".py") and not name.startswith("_")
    )
