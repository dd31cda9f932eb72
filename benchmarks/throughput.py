"""Throughput: a folder of drafts on one core with no cache, beside one regex a word.

    python benchmarks/throughput.py [--files 1000] [--runs 5]

Prints megabytes (10^6 bytes) a CPU second, start-up included, and the ratio to
`one_regex_a_word.py` over the same files. The bound is 0.5 MB a CPU second; the aim is 1.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import generate
import measure


def main() -> None:
    parser = argparse.ArgumentParser(description="MB a CPU second over a folder of drafts")
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--smoke", action="store_true", help="20 files once: only that it works")
    given = parser.parse_args()
    measure.one_core()
    with tempfile.TemporaryDirectory() as folder:
        size = generate.tree(Path(folder), 20 if given.smoke else given.files) / 1e6
        check, words = measure.alternate(
            measure.pmlint("check", "--output-format", "concise", folder),
            [sys.executable, str(Path(__file__).parent / "one_regex_a_word.py"), folder],
            1 if given.smoke else given.runs,
            allowed=(0, 1),
        )
    print(f"throughput: {size / check:.2f} MB a CPU second over {size:.2f} MB", end="")
    print(f"; one regex a word: {size / words:.2f}; ratio {words / check:.2f}")


if __name__ == "__main__":
    main()
