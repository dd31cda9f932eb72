"""Key to squiggle: pmlint's server over a bare pygls server that runs one regular expression.

    python benchmarks/lsp/run.py [--rounds 3] [--edits 100] [--kind resume] [--json FILE]

Each round drives both servers on the same draft, one after the other, and each figure is the ratio
of the medians over the rounds. A key is one letter put in by `textDocument/didChange`; the clock
runs from before its bytes are written until the publish for its version has been read and parsed.
The caret types ten letters, then goes elsewhere. CPU is the server's own, user and system, for each
key: it holds on a machine that does other things too, where wall time does not. Memory is the peak.
Start is from spawning the server to the first publish, with no pause between the messages.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent)]

from generate import draft  # noqa: E402 - found by the line above
from measure import pmlint  # noqa: E402

from tests.server.client import Client, insertion  # noqa: E402

SIZES = {"6 KB": 6_144, "100 KB": 102_400, "1 MB": 1_048_576}
SMOKE = {"6 KB": 6_144}
REFERENCE = [sys.executable, str(HERE / "reference_server.py")]
# Median and 99th percentile of a key, and the start, over those of the reference; MiB of memory.
BOUNDS = {
    "6 KB": (1.5, 2.0, 1.3, None),
    "100 KB": (0.7, None, None, None),
    "1 MB": (0.2, 0.3, None, 120),
}
CAPABILITIES = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {"publishDiagnostics": {"versionSupport": True, "relatedInformation": True}},
}


class Run(NamedTuple):
    """Milliseconds, but for ``memory`` in MiB and ``findings``."""

    median: float
    late: float
    cpu: float
    start: float
    memory: float
    findings: int


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--edits", type=int, default=100)
    parser.add_argument("--kind", default="resume", choices=("resume", "story", "proposal"))
    parser.add_argument("--smoke", action="store_true", help="one short round: only that it works")
    parser.add_argument("--json", type=Path, help="write all figures there")
    given = parser.parse_args()
    rounds, edits = (1, 12) if given.smoke else (given.rounds, given.edits)
    told = {}
    for name, size in (SMOKE if given.smoke else SIZES).items():
        runs: tuple[list[Run], list[Run]] = ([], [])
        text = draft(1, size, given.kind)
        with tempfile.TemporaryDirectory() as folder:
            for turn in range(rounds):
                for command, kept in zip((REFERENCE, pmlint("server")), runs, strict=True):
                    kept.append(one_run(command, Path(folder), text, edits, turn))
        told[name] = report(name, *runs)
    if given.json:
        given.json.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def report(name: str, bare: Sequence[Run], ours: Sequence[Run]) -> dict[str, object]:
    """Print the ratios beside their bounds, and give all figures."""
    median, late, start, memory = BOUNDS[name]
    rows = (
        ("key, median", "median", median),
        ("key, 99 of 100", "late", late),
        ("CPU a key", "cpu", None),
        ("start to first findings", "start", start),
    )
    figures: dict[str, object] = {}
    for label, field, bound in rows:
        one, other = (
            statistics.median(getattr(run, field) for run in runs) for runs in (bare, ours)
        )
        limit = "" if bound is None else f"  (bound {bound})"
        print(f"{name:7} {label:24} {other:8.2f} ms / {one:8.2f} ms = {other / one:5.2f}{limit}")
        figures[field] = {"reference": one, "pmlint": other, "ratio": other / one}
    peak = statistics.median(run.memory for run in ours)
    limit = "" if memory is None else f"  (bound {memory})"
    print(f"{name:7} {'memory':24} {peak:8.1f} MiB{limit}")
    print(f"{name:7} {'findings shown':24} {ours[0].findings:5d}, the reference {bare[0].findings}")
    return {**figures, "memory": peak, "findings": ours[0].findings}


def one_run(command: Sequence[str], folder: Path, text: str, edits: int, seed: int) -> Run:
    """Drive one server through one draft."""
    path = folder / "draft.md"
    path.write_text(text, encoding="utf-8", newline="")
    uri = path.as_uri()
    begun = time.perf_counter()
    client = Client(command, cwd=folder, env={"PMLINT_DISABLE_PLUGINS": "1"})
    try:
        client.initialize(CAPABILITIES, [folder])
        client.open(uri, text)
        findings = len(client.published(uri, 1))
        start = time.perf_counter() - begun
        spent = cpu(client.process.pid)
        times = list(keys(client, uri, text.split("\n"), edits, random.Random(seed)))
        spent = cpu(client.process.pid) - spent
        memory = peak(client.process.pid)
        client.shut_down()
    finally:
        client.end()
    times.sort()
    late = times[round(0.99 * (len(times) - 1))]
    return Run(
        1e3 * statistics.median(times),
        1e3 * late,
        1e3 * spent / edits,
        1e3 * start,
        memory,
        findings,
    )


def keys(
    client: Client, uri: str, lines: list[str], edits: int, chance: random.Random
) -> Iterator[float]:
    """Type, and give the seconds until each key's findings are there."""
    long = [number for number, line in enumerate(lines) if len(line) > 40 and line[0] != "#"]
    line = column = 0
    for edit in range(edits):
        if edit % 10 == 0:
            line = chance.choice(long)
            column = lines[line].find(" ", 20) + 1
        letter = chance.choice("abcdefghilmnoprstuvwy")
        begun = time.perf_counter()
        client.change(uri, edit + 2, insertion(line, column, letter))
        client.published(uri, edit + 2)
        yield time.perf_counter() - begun
        column += 1


def cpu(process: int) -> float:
    """Seconds of CPU that a process has taken."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def peak(process: int) -> float:
    """The most memory that a process has held, in MiB."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    main()
