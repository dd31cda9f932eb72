"""How often the facts of openings, stories and proposals agree with independent readers.

    python tools/accuracy.py [--corpus ../shared/corpus] [--wrong FACT]

The readers' texts are ours (``tests/language/readers``). With a reference corpus at hand its scores
are shown too, in two parts: the sources that pmlint's authors read while they wrote the language, and
a third of the sources that they held back from themselves. ``agree`` is how well two readers of the
corpus agreed with each other (F1). ``--wrong`` lists the texts of our readers that are read wrongly.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pmlint.api import views
from pmlint.config.settings import Settings
from pmlint.document.document import Document
from pmlint.engine.lint import Linter
from pmlint.host.host import Host

READERS = Path(__file__).parent.parent / "tests" / "language" / "readers"
CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus"

# The name of a fact in agreement.json; our readers and the corpus use the second word of it.
FACTS = {
    "openings": ("solution-first-opening", "undefined-user", "undefined-success"),
    "stories": tuple(
        f"story: {name}" for name in ("situation", "task", "action", "result", "decision_arc")
    ),
    "proposals": tuple(
        f"proposal: {name}" for name in ("users", "success", "risks", "tradeoffs", "alternatives")
    ),
}


class Text(NamedTuple):
    """A labelled text; a label is None where readers differed."""

    kind: str
    text: str
    labels: dict[str, bool | None]
    source: str = ""


class Score(NamedTuple):
    """``false``: flagged, or found, and a reader would not; ``missed``: the other way round."""

    right: int
    false: int
    missed: int
    clean: int

    @property
    def f1(self) -> float:
        total = 2 * self.right + self.false + self.missed
        return 2 * self.right / total if total else 1.0

    @property
    def precision(self) -> float:
        found = self.right + self.false
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        there = self.right + self.missed
        return self.right / there if there else 1.0

    @property
    def alarms(self) -> float:
        """False alarms per 100 texts that a reader would leave alone."""
        return 100 * self.false / (self.false + self.clean) if self.false + self.clean else 0.0


def label(fact: str) -> str:
    """What a fact is called in the files: ``solution_first`` for ``solution-first-opening``."""
    return fact.rpartition(": ")[2].replace("-", "_").removesuffix("_opening")


def of_readers(name: str) -> list[Text]:
    """The texts of a readers' file: ``=== KIND label=yes label=no``, then the text."""
    found: list[Text] = []
    for part in (READERS / f"{name}.txt").read_text("utf-8").split("=== ")[1:]:
        head, _, text = part.partition("\n")
        kind, *given = head.split()
        labels: dict[str, bool | None] = {}
        for pair in given:
            key, _, value = pair.partition("=")
            if value in ("yes", "no"):
                labels[key] = value == "yes"
        found.append(Text(kind, text, labels))
    return found


def of_corpus(folder: Path, name: str) -> list[Text]:
    rows = (folder / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [
        Text(row["kind"], row["text"], row["labels"], row["source"])
        for row in map(json.loads, rows)
    ]


def held_back(text: Text) -> bool:
    owner = text.source.split("/")[0]
    return int(hashlib.sha256(owner.encode()).hexdigest(), 16) % 3 == 0


class Reader:
    """Reads whole texts as the engine does."""

    def __init__(self) -> None:
        self._linter = Linter(Host.load(plugins=False), Settings())

    def document(self, text: Text) -> views.Document:
        markdown = self._linter.host.formats["markdown"]
        return self._linter.view(Document.read(text.text, markdown), text.kind)

    def facts(self, name: str, text: Text) -> dict[str, bool]:
        """Each fact of the file, and whether the text has it."""
        document = self.document(text)
        if name == "stories":
            story = document.story
            found = {*story.parts, *(["decision_arc"] if story.decision_arc else [])}
            return {fact: label(fact) in found for fact in FACTS[name]}
        if name == "proposals":
            parts = document.proposal.parts
            return {fact: label(fact) in parts for fact in FACTS[name]}
        assert isinstance(document.opening, views.Opening)
        opening = document.opening.facts
        values = (opening.opens_with == "solution", opening.user is None, opening.success is None)
        return dict(zip(FACTS[name], values, strict=True))


def score(reader: Reader, name: str, texts: list[Text]) -> dict[str, Score]:
    counts = {fact: [0, 0, 0, 0] for fact in FACTS[name]}
    for text in texts:
        for fact, found in reader.facts(name, text).items():
            wanted = text.labels.get(label(fact))
            if wanted is not None:
                counts[fact][(0 if wanted else 1) if found else (2 if wanted else 3)] += 1
    return {fact: Score(*count) for fact, count in counts.items()}


def wrong(reader: Reader, fact: str) -> Iterator[str]:
    """The texts of our readers in which a fact is read wrongly, shortened."""
    name = next(name for name, facts in FACTS.items() if fact in facts)
    for text in of_readers(name):
        wanted = text.labels.get(label(fact))
        found = reader.facts(name, text)[fact]
        if wanted is not None and wanted != found:
            yield f"{'false' if found else 'missed'}: {' '.join(text.text.split())[:300]}"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--wrong", metavar="FACT")
    args = parser.parse_args()
    reader = Reader()
    if args.wrong:
        print("\n\n".join(wrong(reader, args.wrong)))
        return 0
    corpus = os.path.exists(args.corpus / "agreement.json")
    agree: dict[str, Any] = {}
    if corpus:
        agree = json.loads((args.corpus / "agreement.json").read_text("utf-8"))
    print(
        f"{'':44}{'precision':>10}{'recall':>8}{'F1':>6}{'agree':>7}{'alarms':>8}{'yes':>5}{'no':>5}"
    )
    for name, facts in FACTS.items():
        sets = {"readers": of_readers(name)}
        if corpus:
            texts = of_corpus(args.corpus, name)
            sets["read"] = [text for text in texts if not held_back(text)]
            sets["held back"] = [text for text in texts if held_back(text)]
        scores = {which: score(reader, name, texts) for which, texts in sets.items()}
        for fact in facts:
            for which, found in scores.items():
                one = found[fact]
                both = f"{agree[fact]:.2f}" if agree.get(fact) else "-"
                print(
                    f"{fact:28}{which:16}{one.precision:10.2f}{one.recall:8.2f}{one.f1:6.2f}"
                    f"{both:>7}{one.alarms:8.1f}{one.right + one.missed:5}{one.false + one.clean:5}"
                )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
