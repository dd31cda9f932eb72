"""Write the pages that are made from the code: docs/rules and the rule table of the README.

    python tools/docs.py            write them
    python tools/docs.py --check    exit 1 and name those that are out of date
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from pmlint.api.rule import Rule
from pmlint.host.host import Host

REPOSITORY = Path(__file__).resolve().parent.parent
PAGES = REPOSITORY / "docs" / "rules"
BEGIN, END = "<!-- rules: written by tools/docs.py -->", "<!-- rules: end -->"
UNITS = ("line", "opening", "section", "document")


def kinds(rule: Rule) -> str:
    return ", ".join(sorted(rule.kinds)) or "all"


def table(rules: Iterable[Rule], link: str) -> str:
    """A Markdown table; ``link`` is put before the name of a rule's page."""
    rows = ["| rule | kinds | what it asks |", "| --- | --- | --- |"]
    for rule in sorted(rules, key=lambda one: (UNITS.index(one.unit), one.name)):
        name = f"[`{rule.name}`]({link}{rule.name}.md)"
        rows.append(f"| {name} | {kinds(rule)} | {rule.question} |")
    return "\n".join(rows) + "\n"


def options(rule: Rule) -> Iterator[str]:
    for option in rule.options:
        default = list(option.default) if isinstance(option.default, tuple) else option.default
        choices = "; one of " + ", ".join(map(repr, option.choices)) if option.choices else ""
        yield f"- `{option.name}`: {option.help} Default: `{default!r}`{choices}."


def page(rule: Rule) -> str:
    parts = [
        f"# {rule.name}",
        f"*{rule.question}*",
        f"{rule.summary}",
        f"| looks at | kinds | shown | severity | profile | state | since |\n"
        f"| --- | --- | --- | --- | --- | --- | --- |\n"
        f"| {rule.unit} | {kinds(rule)} | {rule.moment} | {rule.severity} | {rule.profile} "
        f"| {rule.state} | {rule.since} |",
        rule.page.strip(),
    ]
    if rule.options:
        parts.append("## Options\n\n" + "\n".join(options(rule)))
    return "\n\n".join(parts) + "\n"


def index(rules: Iterable[Rule]) -> str:
    return (
        "# Rules\n\n"
        "Every built-in rule and the question it asks. `pmlint explain RULE` shows the same pages "
        "in a\nterminal.\n\n" + table(rules, "")
    )


def readme(text: str, rules: Iterable[Rule]) -> str:
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise SystemExit(f"README.md has no place for the rule table: {BEGIN} ... {END}")
    return f"{before}{begin}\n\n{table(rules, 'docs/rules/')}\n{end}{after}"


def generated() -> dict[Path, str]:
    """Every generated file with the text that it should have."""
    rules = [one.rule for one in Host.load(plugins=False).rules.values()]
    top = REPOSITORY / "README.md"
    return {
        top: readme(top.read_text(encoding="utf-8"), rules),
        PAGES / "README.md": index(rules),
        **{PAGES / f"{rule.name}.md": page(rule) for rule in rules},
    }


def main() -> int:
    parser = argparse.ArgumentParser(description="Write the generated pages of the documentation")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when out of date")
    given = parser.parse_args()
    wanted = generated()
    stale = [
        path
        for path, text in wanted.items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    orphans = [path for path in PAGES.glob("*.md") if path not in wanted]
    if given.check:
        for path in sorted(stale + orphans):
            print(f"out of date: {path.relative_to(REPOSITORY)}; run `make docs`", file=sys.stderr)
        return 1 if stale or orphans else 0
    PAGES.mkdir(parents=True, exist_ok=True)
    for path in stale:
        path.write_text(wanted[path], encoding="utf-8")
    for path in orphans:
        path.unlink()
    print(f"{len(stale)} pages written, {len(orphans)} removed, {len(wanted)} in all")
    return 0


if __name__ == "__main__":
    sys.exit(main())
