"""Rule pages as files, so that an editor can open the page behind a finding without a network."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from pmlint.host.host import Host, Registered

log = logging.getLogger(__name__)


def cache_folder() -> Path:
    """The user's folder for what can be made again."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(base) / "pmlint"


class Pages:
    """Where each rule's page is. A page is written when it is first asked for."""

    def __init__(self, host: Host, folder: Path | None = None) -> None:
        self._host = host
        self._folder = folder or cache_folder()
        self._known: dict[str, str] = {}

    def address(self, rule: str) -> str:
        """A file URI, or "" for an unknown rule or when the page cannot be written."""
        address = self._known.get(rule)
        if address is None:
            registered = self._host.rules.get(rule)
            address = self._write(registered) if registered else ""
            self._known[rule] = address
        return address

    def _write(self, registered: Registered) -> str:
        page = text(registered)
        path = self._folder / registered.package / registered.version
        path = path / f"{registered.rule.name.rpartition('/')[2]}.md"
        try:
            if not path.is_file() or path.read_text(encoding="utf-8") != page:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(page, encoding="utf-8")
        except OSError as error:
            log.warning("the page of %s cannot be written: %s", registered.rule.name, error)
            return ""
        return path.as_uri()


def text(registered: Registered) -> str:
    """A rule's page in Markdown, with a heading."""
    page = registered.rule.page.strip()
    if not page.startswith("# "):
        page = f"# {registered.rule.name}\n\n{page}"
    return f"{page}\n"
