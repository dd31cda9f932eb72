"""The practice log: mock interviews and hours.

A file called ``practice.csv`` or ``practice.md``. As CSV its first row names the columns, of which
``date``, ``kind`` and ``minutes`` are needed and any others are the writer's own. In Markdown each
session is a list item, and anything else is a note:

    - 2026-03-01: mock product sense, 45 min
    - 2026-03-02: case writing, 90 min, the library app again

A date is ``YYYY-MM-DD``. A session whose kind begins with "mock" is a mock interview; the rest of its
kind says for which evaluation.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

NAMES = ("practice.csv", "practice.md")
# "Do 8-12 with experienced PMs"; "80-120 hours of targeted practice" (the article).
MOCKS = (8, 12)
HOURS = (80, 120)

_COLUMNS = ("date", "kind", "minutes")
_ITEM = re.compile(r"[ \t]*[-*+][ \t]+(?P<date>\d{4}-\d\d?-\d\d?)(?P<rest>.*)")
_REST = re.compile(r"\s*[:,]?\s*(?P<kind>[^,]*?)\s*,\s*(?P<minutes>[^,]*?)\s*(?:,.*)?$")
_MINUTES = re.compile(r"(?P<number>\d{1,4})\s*(?:min(?:ute)?s?\.?)?")
_EVALUATIONS = (
    ("product sense", re.compile(r"(?i)product|design|case|sense")),
    ("behavioral", re.compile(r"(?i)behavio|star\b|story")),
    ("execution", re.compile(r"(?i)execut|metric|analy|priorit|estimat")),
    ("leadership and go-to-market", re.compile(r"(?i)leader|gtm|go-to-market|strateg|market")),
)


class Session(NamedTuple):
    """``evaluation``: what a mock was for, or ""; of other practice always ""."""

    day: date
    kind: str
    minutes: int
    line: int
    mock: bool
    evaluation: str


class LogError(NamedTuple):
    """What cannot be read in a log; ``line`` counts from 1."""

    line: int
    message: str


class Practice(NamedTuple):
    """What the logs of a folder come to; ``paths`` are empty when there is none."""

    paths: tuple[str, ...] = ()
    sessions: tuple[Session, ...] = ()

    @property
    def mocks(self) -> int:
        return sum(session.mock for session in self.sessions)

    @property
    def minutes(self) -> int:
        return sum(session.minutes for session in self.sessions)

    @property
    def by_evaluation(self) -> dict[str, int]:
        """Mocks for each of the four evaluations."""
        return {
            name: sum(session.evaluation == name for session in self.sessions)
            for name, _ in _EVALUATIONS
        }


def is_log(path: str) -> bool:
    """Whether a file with this name is read as a log."""
    return re.split(r"[/\\]", path)[-1].lower() in NAMES


def read(path: str, text: str) -> tuple[list[Session], list[LogError]]:
    """The sessions of one log in the order of the file, and what could not be read in it."""
    # A byte order mark is no letter of the first column's name.
    text = text.removeprefix("\ufeff")
    rows = _of_csv(text) if path.lower().endswith(".csv") else _of_markdown(text)
    sessions: list[Session] = []
    errors: list[LogError] = []
    for row in rows:
        if isinstance(row, Session):
            sessions.append(row)
        else:
            errors.append(row)
    return sessions, errors


def _of_csv(text: str) -> Iterator[Session | LogError]:
    reader = csv.reader(re.split(r"(?<=\n)|(?<=\r)(?!\n)", text))
    try:
        head = [name.strip().lower() for name in next(reader, [])]
        missing = [name for name in _COLUMNS if name not in head]
        if missing:
            yield LogError(1, f"the first row names no column {' and no column '.join(missing)}")
            return
        at = [head.index(name) for name in _COLUMNS]
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            if len(row) <= max(at):
                yield LogError(reader.line_num, "this row has fewer cells than the first")
                continue
            day, kind, minutes = (row[column].strip() for column in at)
            yield _session(day, kind, minutes, reader.line_num)
    except csv.Error as error:
        yield LogError(reader.line_num, f"this is no CSV: {error}")


def _of_markdown(text: str) -> Iterator[Session | LogError]:
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), 1):
        item = _ITEM.fullmatch(line)
        if item is None:
            continue
        rest = _REST.fullmatch(item["rest"])
        if rest is None:
            yield LogError(number, "a session reads: - 2026-03-01: mock product sense, 45 min")
        else:
            yield _session(item["date"], rest["kind"], rest["minutes"], number)


def _session(day: str, kind: str, minutes: str, line: int) -> Session | LogError:
    try:
        when = date.fromisoformat(day)
    except ValueError:
        return LogError(line, f"{day!r} is no date like 2026-03-01")
    lasted = _MINUTES.fullmatch(minutes)
    if lasted is None:
        return LogError(line, f"{minutes!r} is no number of minutes")
    if not kind:
        return LogError(line, "no kind of practice is named")
    mock = kind.lower().startswith("mock")
    return Session(when, kind, int(lasted["number"]), line, mock, _evaluation(kind) if mock else "")


def _evaluation(kind: str) -> str:
    return next((name for name, pattern in _EVALUATIONS if pattern.search(kind)), "")


def together(logs: Iterable[tuple[str, list[Session]]]) -> Practice:
    """Several logs as one, in order of date."""
    every = list(logs)
    sessions = sorted(session for _, found in every for session in found)
    return Practice(tuple(path for path, _ in every), tuple(sessions))
