"""The readiness view as plain data, schema 1; lines and offsets as in `pmlint.report.wire`."""

from __future__ import annotations

from typing import Any

from pmlint.audit.audit import AuditedLine
from pmlint.audit.readiness.evaluations import Evaluated
from pmlint.audit.readiness.practice import HOURS, MOCKS, Practice
from pmlint.audit.readiness.projects import FEWEST, MOST, Projects
from pmlint.audit.readiness.proposals import PARTS, Proposal
from pmlint.audit.readiness.readiness import Readiness
from pmlint.report.wire import SCHEMA


def data(found: Readiness) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "folder": found.folder,
        "drafts": [
            {
                "path": audit.path,
                "kind": audit.kind,
                "lines": len(audit.lines),
                "claims": len(audit.claims),
            }
            for audit in found.audits
        ],
        "checklist": [topic._asdict() for topic in found.topics],
        "evaluations": [_evaluation(each) for each in found.evaluations],
        "projects": _projects(found.projects),
        "proposals": [_proposal(each) for each in found.proposals],
        "practice": _practice(found.practice) if found.practice.paths else None,
        "resumes": [
            {"path": audit.path, "claims": counted.claims, "answers": counted.answers}
            for audit, counted in found.resumes
        ],
    }


def _evaluation(found: Evaluated) -> dict[str, Any]:
    evaluation = found.evaluation
    return {
        "name": evaluation.name,
        "tests": evaluation.tests,
        "asks": [ask._asdict() for ask in evaluation.asks],
        "standing": found.standing,
        "question": found.question,
        "evidence": [
            {
                "path": showing.audit.path,
                "kind": showing.audit.kind,
                "shown": {
                    sign: [_line(line) for line in lines] for sign, lines in showing.shown.items()
                },
                "missing": [ask.sign for ask in showing.missing],
            }
            for showing in found.showings
        ],
    }


def _projects(found: Projects) -> dict[str, Any]:
    return {
        "wanted": [FEWEST, MOST],
        "reframed": [
            {
                "path": project.path,
                "title": project.title,
                "why": _line(project.why),
                "effect": _line(project.effect),
            }
            for project in found.reframed
        ],
        "unreasoned": [_line(line) for line in found.unreasoned],
    }


def _proposal(found: Proposal) -> dict[str, Any]:
    parts = {part.sign: found.parts[part.sign] for part in PARTS}
    return {
        "path": found.audit.path,
        "parts": {name: line and _line(line) for name, line in parts.items()},
        "missing": [part.sign for part in found.missing],
    }


def _practice(found: Practice) -> dict[str, Any]:
    return {
        "paths": list(found.paths),
        "sessions": [
            {
                "date": session.day.isoformat(),
                "kind": session.kind,
                "minutes": session.minutes,
                "mock": session.mock,
                "evaluation": session.evaluation,
            }
            for session in found.sessions
        ],
        "mocks": {
            "count": found.mocks,
            "wanted": list(MOCKS),
            "by_evaluation": found.by_evaluation,
        },
        "minutes": {"count": found.minutes, "wanted": [bound * 60 for bound in HOURS]},
    }


def _line(line: AuditedLine) -> dict[str, Any]:
    return {
        "path": line.path,
        "line": line.start[0],
        "offset": list(line.span),
        "text": line.text,
    }
