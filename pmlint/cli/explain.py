"""``pmlint explain``: a rule's page, a kind of document, or what holds for a file and why."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace

from pmlint.api.rule import MOMENTS, Rule
from pmlint.cli import failures, request
from pmlint.cli.drafts import Drafts
from pmlint.cli.installed import known_kind, load
from pmlint.cli.look import colored, width_of
from pmlint.cli.request import Request
from pmlint.cli.say import did_you_mean, near, say, say_config, say_failure
from pmlint.config.errors import ConfigError
from pmlint.config.names import Names
from pmlint.document.kind import Kind
from pmlint.files.find import STDIN, find
from pmlint.files.read import ReadError
from pmlint.host.host import Host, Registered
from pmlint.report.page import page
from pmlint.report.terminal import Paint, printable
from pmlint.report.wording import count
from pmlint.report.wording import options as options_of

_WIDEST = 100


def options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "name", metavar="RULE|KIND|PATH", help="what to explain: a rule, a kind, or a draft"
    )
    request.options(parser)
    request.rule_options(parser)


def run(args: Namespace) -> int:
    asked = Request.of(args)
    host, told = load(plugins=asked.plugins)
    if not known_kind(host, asked.kind):
        return 2
    rules = [each.rule for each in host.rules.values()]
    rule = Names(rules, None).rule(args.name)
    paint = Paint(colored("auto", sys.stdout))
    if rule is not None:
        print(page(_rule_page(host.rules[rule.name]), paint, _columns()), end="")
    elif args.name in host.kinds:
        print(_kind(host, host.kinds[args.name], paint), end="")
    elif args.name == STDIN or os.path.exists(args.name):
        return _draft(Drafts(host, asked, asked.configs()), args.name, paint) or 2 * bool(told)
    else:
        known = [*host.rules, *host.kinds]
        say(f"no rule, kind of document or file {args.name!r}{did_you_mean(args.name, known)}")
        return 2
    return 2 if told else 0


def _columns() -> int:
    return min(_WIDEST, width_of(sys.stdout))


def _rule_page(registered: Registered) -> str:
    """The rule's own page under its name and its facts."""
    rule = registered.rule
    kinds = ", ".join(sorted(rule.kinds)) or "every kind of document"
    facts = [
        f"**{rule.summary}**",
        f"Asks: *{rule.question}*" if rule.question else "",
        (
            f"For {kinds}. Looks at a {rule.unit}; {_MOMENTS[rule.moment]}. Severity "
            f"{rule.severity}, {rule.category}, in the {rule.profile} profile, {rule.state} since "
            f"{rule.since}."
        ),
    ]
    if registered.plugin != "pmlint":
        facts.append(f"From {registered.package} {registered.version}.")
    body = rule.page.strip()
    if body.startswith("# "):
        body = body.partition("\n")[2].strip()
    return "\n\n".join([f"# {rule.name}", *filter(None, [*facts, body, options_of(rule)])])


_MOMENTS = {"finished": "speaks when the line is finished", "at once": "speaks at once"}


def _kind(host: Host, kind: Kind, paint: Paint) -> str:
    """What a kind is and what it is asked, by moment."""
    rows = [f"# {kind.name}", f"{kind.title}. {kind.description}"]
    rows.append(
        "A draft is of this kind when it says so (`pmlint: kind=" + kind.name + "` in a comment or "
        "in the front matter), when `--kind` or the config says so, or when its headings and shape "
        "look like it. `pmlint explain FILE` tells which."
    )
    for moment in MOMENTS:
        asked = [
            each.rule
            for each in host.rules.values()
            if each.rule.moment == moment and (not each.rule.kinds or kind.name in each.rule.kinds)
        ]
        if asked:
            rows.append(f"## {_HEADINGS[moment]}")
            rows.append("\n".join(f"- `{rule.name}`{_mild(rule)}: {_asks(rule)}" for rule in asked))
    return page("\n\n".join(rows), paint, _columns())


_HEADINGS = {"at once": "Asked at once", "finished": "Asked when a line is finished"}


def _mild(rule: Rule) -> str:
    """In brackets, what keeps a rule from running by default."""
    told: list[str] = [rule.state] if rule.state != "stable" else []
    if rule.profile == "strict":
        told.append("strict profile")
    return f" ({', '.join(told)})" if told else ""


def _asks(rule: Rule) -> str:
    return rule.question or rule.summary


def _draft(drafts: Drafts, path: str, paint: Paint) -> int:
    """What holds for one draft, and why."""
    if os.path.isdir(path):
        say(f"{path}: is a folder; name a draft in it")
        return 2
    for _, message in find([path], drafts.extensions).failures:
        say(f"{path}: {message}")
        return 2
    try:
        draft = drafts.open(path)
    except ReadError as error:
        say_failure(failures.of_read(error, drafts.shown(path)))
        return 2
    except ConfigError as error:
        for failure in failures.of_config(error):
            say_config(failure)
        return 2
    kind = draft.kind
    settings = draft.linter.settings
    files = ", ".join(near(file) for file in settings.files) or "none found"
    print(paint.bold(printable(draft.path)))
    print(f"  kind     {kind.kind}: {kind.why}")
    print(f"  format   {draft.document.format.name}")
    print(f"  config   {files}")
    decisions = draft.linter.decisions(kind.kind, draft.path, draft.document)
    for on, heading in ((True, " on"), (False, " off")):
        told = [(each.rule.name, why.why) for each, why in decisions if why.on == on]
        print(f"\n{paint.bold(count(len(told), 'rule') + heading)}")
        wide = max((len(name) for name, _ in told), default=0)
        for name, why in told:
            print(f"  {name:{wide}}  {why}")
    return 0
