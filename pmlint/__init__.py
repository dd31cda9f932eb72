"""pmlint: a pluggable linter for product judgment.

import pmlint
for finding in pmlint.lint("- Owned the product roadmap.\\n", kind="resume"):
    print(finding.rule, finding.start.line, finding.message)
"""

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    # Importing pmlint is free; linting is what costs. Named so that the lowest layer, which this
    # package is to all modules in it, knows nothing of the highest.
    if name == "lint":
        from importlib import import_module

        return import_module("pmlint.library").lint
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
