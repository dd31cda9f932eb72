"""Start-up: the CPU of `pmlint check` of one line over that of `python -c pass`.

    python benchmarks/startup.py [--runs 41]

The bound is 8 times.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import measure

LINE = "- Cut no-shows at the clinic by 18% because patients could not move a visit by phone.\n"


def main() -> None:
    parser = argparse.ArgumentParser(description="CPU of checking one line over that of Python")
    parser.add_argument("--runs", type=int, default=41)
    parser.add_argument("--smoke", action="store_true", help="two runs: only that it works")
    given = parser.parse_args()
    measure.one_core()
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "one-line.md"
        draft.write_text(LINE, encoding="utf-8")
        check, bare = measure.alternate(
            measure.pmlint("check", draft),
            [sys.executable, "-c", "pass"],
            2 if given.smoke else given.runs,
            allowed=(0, 1),
        )
    print(f"start-up: {check * 1000:.0f} ms of CPU, {check / bare:.1f} x python -c pass", end="")
    print(f" ({bare * 1000:.0f} ms)")


if __name__ == "__main__":
    main()
