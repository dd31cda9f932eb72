"""Audits of texts, by the built-in rules' own reading of the language."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pmlint.audit.audit import Audit, AuditedLine, audit
from pmlint.config.settings import Settings
from pmlint.document.document import Document
from pmlint.engine.lint import Linter
from pmlint.host.host import Host

Read = Callable[..., Audit]


@pytest.fixture(scope="session")
def read() -> Read:
    """Audits a text: ``read(text, kind, path)``; the path's ending chooses the format."""
    host = Host.load(plugins=False)
    linter = Linter(host, Settings())

    def of(text: str, kind: str = "resume", path: str = "draft.md") -> Audit:
        reader = host.format_for(path)
        assert reader is not None
        return audit(path, Document.read(text, reader), kind, linter)

    return of


@pytest.fixture(scope="session")
def line(read: Read) -> Callable[..., AuditedLine]:
    """The only line of a text; a bullet, unless ``kind`` is a kind of prose."""

    def of(text: str, kind: str = "resume") -> AuditedLine:
        bullet = "- " if kind == "resume" else ""
        [only] = read(f"{bullet}{text}\n", kind).lines
        return only

    return of
