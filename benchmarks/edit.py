"""A keystroke, in process: the edit, the re-reading, the findings.

    python benchmarks/edit.py [--keys 200]

For drafts of 6 KB, 100 KB and 1 MB: median milliseconds for one key typed, the caret writing a word
and then jumping elsewhere, as CPU time and as a ratio to one regular expression run over the whole
text in the same loop. The first lint is shown too. No protocol and no editor here; for the server
see benchmarks/lsp.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import time
from collections.abc import Callable
from functools import partial

import generate

from pmlint.config.settings import Settings
from pmlint.document.document import Document
from pmlint.engine.lint import Linter
from pmlint.host.host import Host
from pmlint.text.span import Span

SIZES = {"6 KB": 6_000, "100 KB": 100_000, "1 MB": 1_000_000}
WORD = "steadily "
PATTERN = re.compile(r"\b(?:significantly|world-class|robust)\b", re.IGNORECASE)


def timed(act: Callable[[], object]) -> float:
    """Milliseconds of CPU."""
    start = time.process_time_ns()
    act()
    return (time.process_time_ns() - start) / 1e6


def measure(size: int, keys: int, linter: Linter) -> tuple[float, float, float]:
    """First lint, one key, one regex over the text: milliseconds, the last two medians."""
    text = generate.draft(1, size)
    markdown = linter.host.formats["markdown"]
    document = Document.read(text, markdown)
    first = timed(lambda: linter.lint(Document.read(text, markdown), "resume").findings)
    report = linter.lint(document, "resume")
    # Typing in a word, as people do: not at markup, which re-reads more.
    places = [match.start() for match in re.finditer(r"(?<=\w )(?=\w)", text)]
    chance = random.Random(1)
    key_times, regex_times = [], []
    place = 0
    for number in range(keys):
        letter = number % len(WORD)
        if letter == 0:
            place = chance.choice(places)
        at = Span(place + letter, place + letter)

        def key(at: Span = at, character: str = WORD[letter]) -> None:
            nonlocal document, report
            document = document.edited(at, character)
            report = linter.lint(document, "resume", previous=report)

        key_times.append(timed(key))
        regex_times.append(timed(partial(PATTERN.findall, document.text)))
    return first, statistics.median(key_times), statistics.median(regex_times)


def main() -> None:
    parser = argparse.ArgumentParser(description="CPU of one key in drafts of three sizes")
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--smoke", action="store_true", help="few keys, small drafts")
    given = parser.parse_args()
    linter = Linter(Host.load(plugins=False), Settings())
    for name, size in SIZES.items():
        if given.smoke and size > 100_000:
            continue
        first, key, regex = measure(size, 10 if given.smoke else given.keys, linter)
        print(f"edit: {name:>6}: first lint {first:7.1f} ms, a key {key:6.2f} ms", end="")
        print(f", {key / regex:5.2f} x one regex over the text ({regex:.2f} ms)")


if __name__ == "__main__":
    main()
