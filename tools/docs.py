"""Write what is made from the code: the pages of docs/rules, and the tables inside other pages.

    python tools/docs.py            write them
    python tools/docs.py --check    exit 1 and name those that are out of date

A table stands in its page between ``<!-- table: NAME; written by tools/docs.py -->`` and
``<!-- end of table -->``.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from pmlint.api.rule import UNITS, Rule
from pmlint.config.keys import KEYS, PER_PATH, RULE, Key
from pmlint.host.host import Host
from pmlint.report.wording import options

REPOSITORY = Path(__file__).resolve().parent.parent
PAGES = REPOSITORY / "docs" / "rules"
WITH_TABLES = ("README.md", "docs/config.md", "docs/user-guide.md")
TABLE = re.compile(
    r"(<!-- table: ([a-z-]+); written by tools/docs\.py -->\n).*?(<!-- end of table -->)", re.DOTALL
)


def row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "\n".join([row(*head), row(*("---" for _ in head)), *(row(*one) for one in rows)]) + "\n"


def kinds_of(rule: Rule) -> str:
    return ", ".join(sorted(rule.kinds)) or "all"


def standing(rule: Rule) -> str:
    """What keeps a rule from running by itself, for the table."""
    if rule.state != "stable":
        return f" ({rule.state})"
    return " (strict)" if rule.profile == "strict" else ""


def rule_table(rules: Iterable[Rule], link: str) -> str:
    """``link`` is put before the file name of a rule's page."""
    ordered = sorted(rules, key=lambda rule: (UNITS.index(rule.unit), rule.name))
    return table(
        ("rule", "kinds", "what it asks"),
        (
            (
                f"[`{rule.name}`]({link}{rule.name}.md){standing(rule)}",
                kinds_of(rule),
                rule.question or rule.summary,
            )
            for rule in ordered
        ),
    )


def key_table(keys: Iterable[Key]) -> str:
    return table(
        ("key", "holds", "meaning"), ((f"`{key.name}`", key.type.wanted, key.help) for key in keys)
    )


def tables(host: Host) -> dict[str, Callable[[], str]]:
    rules = [one.rule for one in host.rules.values()]
    return {
        "rules": lambda: rule_table(rules, "docs/rules/"),
        "keys": lambda: key_table(KEYS),
        "keys-by-path": lambda: key_table(PER_PATH),
        "keys-of-a-rule": lambda: key_table(RULE),
        "kinds": lambda: table(
            ("kind", "what it is"),
            ((f"`{kind.name}`", kind.description) for kind in host.kinds.values()),
        ),
    }


def page(rule: Rule) -> str:
    parts = [
        f"# {rule.name}",
        rule.summary,
        *([f"**Asks:** {rule.question}"] if rule.question else []),
        table(
            ("looks at", "kinds", "shown", "severity", "profile", "state", "since"),
            [
                (
                    rule.unit,
                    kinds_of(rule),
                    rule.moment,
                    rule.severity,
                    rule.profile,
                    rule.state,
                    rule.since,
                )
            ],
        ).rstrip(),
        rule.page.strip(),
        *([options(rule)] if rule.options else []),
    ]
    return "\n\n".join(parts) + "\n"


def index(rules: Iterable[Rule]) -> str:
    return (
        "# Rules\n\n"
        "Every built-in rule and the question that it asks. `pmlint explain RULE` shows the same "
        "pages in a\nterminal.\n\n" + rule_table(rules, "")
    )


def filled(path: Path, made: dict[str, Callable[[], str]]) -> str:
    """The text of a page with its tables written anew."""
    text = path.read_text(encoding="utf-8")
    if not TABLE.search(text):
        raise SystemExit(f"{path}: no place for a table")
    return TABLE.sub(lambda found: f"{found[1]}\n{made[found[2]]()}\n{found[3]}", text)


def generated() -> dict[Path, str]:
    """Every generated file with the text that it should have."""
    host = Host.load(plugins=False)
    rules = [one.rule for one in host.rules.values()]
    made = tables(host)
    return {
        **{REPOSITORY / name: filled(REPOSITORY / name, made) for name in WITH_TABLES},
        PAGES / "README.md": index(rules),
        **{PAGES / f"{rule.name}.md": page(rule) for rule in rules},
    }


def main() -> int:
    parser = argparse.ArgumentParser(description="Write the generated pages and tables")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when stale")
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
    print(f"{len(stale)} written, {len(orphans)} removed, {len(wanted)} in all")
    return 0


if __name__ == "__main__":
    sys.exit(main())
