"""What went wrong in a plugin or a rule, and whose it was."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """A fault of a plugin or of one of its rules; everything else goes on.

    ``plugin``: its entry point's name, "pmlint" for what is built in. ``package`` and ``version``:
    what to report it against. ``rule``: "" when it is not about one rule. ``path``: the file being
    linted, "" at load. ``detail``: a traceback for the author, or "".
    """

    plugin: str
    package: str
    version: str
    rule: str
    path: str
    message: str
    detail: str = ""

    def __str__(self) -> str:
        """One line that names package, version and rule; the path is left to the reader."""
        owner = f"{self.package} {self.version}".strip() or self.plugin
        if self.package != self.plugin:
            owner = f"plugin {self.plugin} ({owner})"
        rule = f", rule {self.rule}" if self.rule else ""
        return f"{owner}{rule}: {self.message}"


def told(error: BaseException) -> str:
    """``ValueError: words``, on one line and not without end."""
    try:
        words = " ".join(str(error).split())
    except Exception:  # noqa: BLE001 - an exception of a plugin may fail to print itself
        words = "(it cannot be printed)"
    if len(words) > 300:
        words = words[:300] + "..."
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


def traced(error: BaseException) -> str:
    """The traceback of an error, or "" when it cannot be written."""
    # Only when something failed.
    import traceback

    try:
        return "".join(traceback.format_exception(error, limit=-12))
    except Exception:  # noqa: BLE001 - as above
        return ""
