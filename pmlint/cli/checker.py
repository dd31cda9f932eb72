"""Checking one draft: from its path to what is reported of it."""

from __future__ import annotations

from time import perf_counter
from typing import Literal, NamedTuple

from pmlint.api.finding import SEVERITIES
from pmlint.api.report import CheckedFile, Failure, Look, ReportFormat
from pmlint.cli import failures
from pmlint.cli.drafts import Draft, Drafts
from pmlint.cli.request import Request
from pmlint.cli.say import described, near
from pmlint.config.errors import ConfigError
from pmlint.config.load import Configs
from pmlint.document.document import Document
from pmlint.engine.lint import Linter
from pmlint.files.find import STDIN
from pmlint.files.read import ReadError, Source, write
from pmlint.host.host import Host
from pmlint.host.problem import Problem
from pmlint.report.guarded import ReportError

# What one fix uncovers another may mend; fixes that undo each other must not go on for ever.
_ROUNDS = 10


class Job(NamedTuple):
    """What to do with every draft; plain data, so that it can be sent to another process.

    ``form``: the name of the report format. ``disabled``: plugins to leave out.
    """

    request: Request
    form: str
    look: Look
    disabled: tuple[str, ...] = ()
    change: Literal["", "fix", "diff"] = ""
    verbose: bool = False
    timing: bool = False


class Outcome(NamedTuple):
    """What came of one draft; plain data, as it may come from another process.

    ``report``: what the format writes for it. ``checked``: it was, in contrast to one that could
    not be read. ``failing``: some finding is at or above the fail level. ``configs``: failures with
    a place in a config file. ``details``: tracebacks. ``notes``: what ``--verbose`` says of it.
    ``fixed_text``: standard input after fixing.
    """

    path: str
    by_rule: dict[str, int]
    by_severity: dict[str, int]
    checked: bool = False
    report: str = ""
    findings: int = 0
    fixable: int = 0
    fixed: int = 0
    failing: bool = False
    failures: tuple[Failure, ...] = ()
    configs: tuple[Failure, ...] = ()
    details: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    fixed_text: Source | None = None


class Checker:
    """Checks drafts one by one; ``check`` never raises for a draft.

    ``seconds``: what all checks together took.
    """

    def __init__(self, host: Host, form: ReportFormat, job: Job, configs: Configs) -> None:
        clock = perf_counter if job.timing else None
        self.drafts = Drafts(host, job.request, configs, clock)
        self.job = job
        self._form = form
        self._told: set[int] = set()
        self.seconds = 0.0

    def check(self, path: str) -> Outcome:
        start = perf_counter()
        try:
            return self._guarded(path)
        finally:
            self.seconds += perf_counter() - start

    def _guarded(self, path: str) -> Outcome:
        shown = self.drafts.shown(path)
        try:
            return self._check(path)
        except ReadError as error:
            return Outcome(shown, {}, {}, failures=(failures.of_read(error, shown),))
        except ReportError as error:
            return Outcome(shown, {}, {}, failures=(Failure(shown, str(error)),))
        except ConfigError as error:
            return Outcome(shown, {}, {}, configs=failures.of_config(error))
        except Exception as error:  # noqa: BLE001 - one odd draft must not end the run
            # Only when something failed.
            from traceback import format_exception

            return Outcome(
                shown,
                {},
                {},
                failures=(Failure(shown, described(error)),),
                details=("".join(format_exception(error)),),
            )

    def _check(self, path: str) -> Outcome:
        draft = self.drafts.open(path)
        linter, kind = draft.linter, draft.kind.kind
        source, document = draft.source, draft.document
        report = linter.lint(document, kind, draft.path)
        first, problems = self._first_problems(linter), [*report.problems]
        fixed = 0
        if self.job.change:
            for _ in range(_ROUNDS):
                from pmlint.engine.fixes import fix

                mended = fix(source.text, report.findings)
                if not mended.applied:
                    break
                fixed += len(mended.applied)
                source = source._replace(text=mended.text)
                document = Document.read(source.text, document.format)
                report = linter.lint(document, kind, draft.path)
                problems += report.problems
        findings = report.findings
        if self.job.change == "fix" and path != STDIN and source.text != draft.source.text:
            write(path, source)
        checked = CheckedFile(draft.path, source.text, kind, findings)
        by_rule: dict[str, int] = {}
        by_severity: dict[str, int] = {}
        for finding in findings:
            by_rule[finding.rule] = by_rule.get(finding.rule, 0) + 1
            by_severity[finding.severity] = by_severity.get(finding.severity, 0) + 1
        level = SEVERITIES.index(linter.settings.fail_level)
        return Outcome(
            draft.path,
            by_rule,
            by_severity,
            checked=True,
            report=self._written(draft.source, checked),
            findings=len(findings),
            fixable=sum(any(one.safety == "safe" for one in each.fixes) for each in findings),
            fixed=fixed,
            failing=any(severity in by_severity for severity in SEVERITIES[: level + 1]),
            failures=(
                *(failures.of_problem(problem) for problem in first),
                *(failures.of_problem(problem, draft.path) for problem in problems),
            ),
            details=tuple(problem.detail for problem in (*first, *problems) if problem.detail),
            notes=self._notes(draft) if self.job.verbose else (),
            fixed_text=source if path == STDIN and self.job.change == "fix" else None,
        )

    def _first_problems(self, linter: Linter) -> tuple[Problem, ...]:
        """What was wrong before any draft, with the first draft that a linter sees."""
        if id(linter) in self._told:
            return ()
        self._told.add(id(linter))
        return linter.problems

    def _written(self, before: Source, checked: CheckedFile) -> str:
        """The draft's part of the report."""
        if self.job.change != "diff":
            return self._form.file(checked, self.job.look) if checked.findings else ""
        if before.text == checked.text:
            return ""
        # Only this needs difflib.
        from pmlint.report.diff import unified

        return unified(checked.path, before.text, checked.text, self.job.look)

    def _notes(self, draft: Draft) -> tuple[str, ...]:
        kind = f"{draft.path}: {draft.kind.kind} ({draft.kind.why})"
        files = [near(file) for file in draft.linter.settings.files]
        return (f"{kind}; config {', '.join(files)}" if files else f"{kind}; no config",)
