"""pmlint: a pluggable linter for product judgment.

import pmlint
for finding in pmlint.lint("- Owned the product roadmap.\\n", kind="resume"):
    print(finding.rule, finding.start.line, finding.message)
"""

# As typing has it, without the cost of importing typing.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmlint.library import lint as lint

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    # Importing pmlint is free; linting is what costs.
    if name == "lint":
        from pmlint.library import lint

        return lint
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
