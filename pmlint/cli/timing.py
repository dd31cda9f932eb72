"""``--timing``: which rules take how long."""

from __future__ import annotations

from pmlint.cli.checker import Checker

_SHOWN = 15


def table(checker: Checker, files: int) -> str:
    """The slowest rules, then plugins, then the whole, in milliseconds."""
    times: dict[str, float] = {}
    for linter in checker.drafts.linters:
        for rule, seconds in linter.times.items():
            times[rule] = times.get(rule, 0.0) + seconds
    plugins: dict[str, float] = {}
    for rule, seconds in times.items():
        owner = checker.drafts.host.rules[rule].plugin
        plugins[owner] = plugins.get(owner, 0.0) + seconds
    rules = sum(times.values())
    slowest = sorted(times.items(), key=lambda each: (-each[1], each[0]))
    rows = [("rule", "ms", "of rules")]
    rows += [(name, _ms(seconds), _share(seconds, rules)) for name, seconds in slowest[:_SHOWN]]
    rows += [
        (f"plugin {name}", _ms(seconds), _share(seconds, rules))
        for name, seconds in sorted(plugins.items(), key=lambda each: -each[1])
    ]
    rows.append((f"all rules over {files} drafts", _ms(rules), ""))
    rows.append(("reading, language and the rest", _ms(checker.seconds - rules), ""))
    wide = max(len(row[0]) for row in rows)
    return "".join(
        f"{name:{wide}}  {ms:>9}  {share:>8}".rstrip() + "\n" for name, ms, share in rows
    )


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f}"


def _share(seconds: float, total: float) -> str:
    return f"{100 * seconds / total:.0f} %" if total else ""
