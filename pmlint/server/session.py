"""One client's session: its open drafts, and what every feature needs to know of them."""

from __future__ import annotations

import asyncio
from typing import Any

from lsprotocol import types

from pmlint.api.finding import Finding
from pmlint.document.document import Document
from pmlint.engine.report import Report
from pmlint.host.host import BUILT_IN, Host
from pmlint.server.buffers import Buffer
from pmlint.server.checks import Checks
from pmlint.server.client import Client
from pmlint.server.diagnostics import Diagnostics
from pmlint.server.drafts import Draft, path_of
from pmlint.server.faults import Faults
from pmlint.server.options import Options
from pmlint.server.pages import Pages
from pmlint.server.projects import Projects
from pmlint.server.protocol import Protocol
from pmlint.server.settings import EditorSettings
from pmlint.text.span import Span

SAMPLE = "## Experience\n\n- Cut page load time by 40% because slow pages made buyers leave.\n"
"""A draft to warm up with."""
POLL = 2.0
"""Seconds between two looks at the config files, for clients that do not watch files."""
PATIENCE = 1.0
"""Seconds that the first lint waits for the client's settings."""


class Session:
    """``folders``: URIs of the workspace's folders, as they are now."""

    def __init__(
        self, protocol: Protocol, client: Client, options: Any, folders: list[str]
    ) -> None:
        self.client = client
        self.host = Host.load()
        self.pages = Pages(self.host)
        self.folders = folders
        self.drafts: dict[str, Draft] = {}
        self.projects = Projects(self.host)
        self.faults = Faults(protocol, client.encoding)
        self.settings = EditorSettings(protocol, client, self._settings_read)
        self._loop = asyncio.get_running_loop()
        self._shows = Diagnostics(protocol, client, self.pages, self._loop)
        foreign = any(one.plugin != BUILT_IN for one in self.host.rules.values())
        self.checks = Checks(self._loop, self._checked, foreign=foreign)
        self._unread: set[str] = set()
        for problem in self.settings.start_from(options):
            self.faults.log(problem)
        self.faults.problems(self.host.problems)

    def start(self) -> None:
        """Go on once the client's settings are known."""
        if self.settings.ask(self.folders):
            self._loop.call_later(PATIENCE, self.checks.begin)
        else:
            self.checks.begin()
        if not self.client.watches_files:
            self._loop.call_later(POLL, self._poll)

    def warm_up(self) -> None:
        """Make ready what the first draft needs, if none is there yet."""
        if not self.drafts:
            project = self.projects.project(self._place(""), Options())
            reader = self.host.formats.get("markdown")
            if reader is not None:
                # Read, not linted: rules of plugins have no business with it.
                for _, line in project.linter.claims(Document.read(SAMPLE, reader), "resume"):
                    line.read_claim()

    # --- documents, as the client tells of them -------------------------------------------------

    def open(self, params: dict[str, Any]) -> None:
        item = params["textDocument"]
        uri, language = item["uri"], item["languageId"]
        self._look_at_configs()
        reader = self.host.format_for(path_of(uri) or "", language)
        if reader is None:
            if language not in self._unread:
                self._unread.add(language)
                self.faults.log(
                    f"pmlint reads no documents of the type {language!r}", types.MessageType.Info
                )
            return
        known = self.drafts.pop(uri, None)
        if known is not None:
            self.checks.forget(known)
        buffer = Buffer(uri, language, item["version"], item["text"], self.client.encoding)
        options = self.settings.of(uri)
        draft = Draft(buffer, reader, self.projects.project(self._place(uri), options), options)
        self.drafts[uri] = draft
        self._tell_faults()
        self._check(draft)

    def change(self, params: dict[str, Any]) -> None:
        draft = self.drafts.get(params["textDocument"]["uri"])
        if draft is not None:
            draft.edit(
                draft.buffer.change(params["textDocument"]["version"], params["contentChanges"])
            )
            self._check(draft)

    def save(self, params: dict[str, Any]) -> None:
        self._look_at_configs()
        draft = self.drafts.get(params["textDocument"]["uri"])
        if draft is not None:
            self._shows.finish(draft, self.checks)

    def close(self, params: dict[str, Any]) -> None:
        draft = self.drafts.pop(params["textDocument"]["uri"], None)
        if draft is not None:
            self.checks.forget(draft)
            self._shows.clear(draft.uri)
            self._tell_faults()

    async def pull(self, params: dict[str, Any]) -> str:
        """The result of a `textDocument/diagnostic` request, as JSON text."""
        draft = self.drafts.get(params["textDocument"]["uri"])
        return await self._shows.pull(draft, self.checks, params.get("previousResultId"))

    async def report(self, draft: Draft) -> Report:
        """The report of a draft as it is now. Raises `checks.Unfinished`."""
        return await self.checks.report(draft)

    async def findings(self, draft: Draft, place: Span) -> list[Finding]:
        """What is shown at a place, in order, with spans in the whole source."""
        report = await self.checks.report(draft)
        return [
            finding.shifted(start)
            for start, findings in report.between(place.start, place.end)
            for finding in findings
            if start + finding.span.start <= place.end and place.start <= start + finding.span.end
        ]

    # --- settings ---------------------------------------------------------------------------------

    def folders_changed(self, event: types.WorkspaceFoldersChangeEvent) -> None:
        gone = {folder.uri for folder in event.removed}
        self.folders = [uri for uri in self.folders if uri not in gone]
        self.folders += [folder.uri for folder in event.added]
        if not self.settings.ask(self.folders):
            self._settle()

    def files_changed(self) -> None:
        """The client saw that config files changed."""
        self._look_at_configs()

    def settings_changed(self, settings: Any) -> None:
        if not self.settings.ask(self.folders):
            self.settings.told(settings)

    def _settings_read(self, problems: list[str]) -> None:
        for problem in problems:
            self.faults.log(problem)
        self._settle()
        self.checks.begin()

    def _poll(self) -> None:
        self._look_at_configs()
        self._loop.call_later(POLL, self._poll)

    def _look_at_configs(self) -> None:
        if self.projects.stale():
            self._settle()

    def _settle(self) -> None:
        """Give each draft the settings that hold for it now."""
        changed = []
        for draft in self.drafts.values():
            options = self.settings.of(draft.uri)
            project = self.projects.project(self._place(draft.uri), options)
            if options == draft.options and project.lints_like(draft.project):
                draft.project = project
            else:
                draft.settle(options, project)
                changed.append(draft)
        self._tell_faults()
        for draft in changed:
            if draft.project.excluded:
                self.checks.rest(draft)
                self._shows.clear(draft.uri)
            elif self.checks.begun:
                self._shows.renew(draft, self.checks)

    def _place(self, uri: str) -> str | None:
        """Where config files are looked for: the draft's own path, else the first folder."""
        path = path_of(uri)
        if path is None and self.folders:
            path = path_of(self.folders[0])
        return path

    def _tell_faults(self) -> None:
        self.faults.configs(
            {
                str(fault): fault
                for draft in self.drafts.values()
                for fault in draft.project.faults
            }.values()
        )

    # --- linting ----------------------------------------------------------------------------------

    def _check(self, draft: Draft) -> None:
        if not draft.project.excluded:
            self.checks.soon(draft)

    def _checked(self, draft: Draft) -> None:
        assert draft.report is not None
        self.faults.problems((*draft.project.linter.problems, *draft.report.problems))
        self._shows.show(draft, self.checks)
