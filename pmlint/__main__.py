"""``python -m pmlint``."""

from __future__ import annotations

from pmlint.cli.main import run

if __name__ == "__main__":
    run()
