"""The command ``pmlint``: finds the subcommand, and ends cleanly whatever happens."""

from __future__ import annotations

import gc
import os
import sys
from argparse import ArgumentParser, HelpFormatter, RawDescriptionHelpFormatter
from collections.abc import Sequence
from importlib import import_module

from pmlint import __version__
from pmlint.cli.look import UNENCODABLE, width_of
from pmlint.cli.say import described, did_you_mean, say
from pmlint.files.read import reason

# Name, module and what it does. A subcommand's module has ``options(parser)`` and ``run(args)``,
# which gives the exit status; only the one that is asked for is imported.
COMMANDS = {
    "check": ("pmlint.cli.check", "ask drafts what a skeptical reader would ask"),
    "rules": ("pmlint.cli.rules", "list every rule"),
    "explain": ("pmlint.cli.explain", "explain a rule, a kind of document, or a file"),
    "audit": (
        "pmlint.cli.audit",
        "show what each claim answers: user problem, trade-off, evidence",
    ),
    "readiness": (
        "pmlint.cli.readiness",
        "show what a folder of drafts is ready for, and what it lacks",
    ),
    "init": ("pmlint.cli.init", "write a commented pmlint.toml"),
    "plugins": ("pmlint.cli.plugins", "list plugins, from where, loaded or why not"),
    "server": ("pmlint.cli.server", "run the language server for an editor"),
}

_CLEAN, _TROUBLE = 0, 2
# What a shell reports for a process ended by SIGINT or SIGPIPE.
_INTERRUPTED, _BROKEN_PIPE = 130, 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``pmlint`` with ``argv`` (by default the process's own) and give the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else _TROUBLE
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader, such as `head`, has what it wanted.
        _give_up_output()
        return _BROKEN_PIPE
    except OSError as error:
        _give_up_output()
        say(f"{error.filename or 'the output'}: {reason(error)}")
        return _TROUBLE
    except Exception as error:  # noqa: BLE001 - a traceback is no answer to a writer
        say(described(error))
        if "--verbose" in arguments:
            # Only when something failed.
            from traceback import print_exception

            print_exception(error)
        return _TROUBLE
    return status


def _give_up_output() -> None:
    """Python must not try to flush what cannot be written when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def run() -> None:
    """The entry point of the installed command."""
    # What modules are made of is no garbage: looking through it takes a tenth of the start.
    gc.disable()
    sys.exit(main())


def _run(arguments: list[str]) -> int:
    # A draft may hold letters that the terminal's encoding lacks; they must not end the run.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=UNENCODABLE)
    name = arguments[0] if arguments else ""
    if name in COMMANDS:
        module, summary = COMMANDS[name]
        command = import_module(module)
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        parser = ArgumentParser(
            prog=f"pmlint {name}",
            description=f"{summary[0].upper()}{summary[1:]}.",
            formatter_class=_formatter,
            allow_abbrev=False,
        )
        command.options(parser)
        status: int = command.run(parser.parse_args(arguments[1:]))
        return status
    _general(arguments, name)
    return _CLEAN


def _formatter(prog: str) -> HelpFormatter:
    # Asked for the width itself, argparse imports shutil and all that it compresses with.
    return HelpFormatter(prog, width=width_of(sys.stdout) - 2)


def _general(arguments: list[str], name: str) -> None:
    """``--help``, ``--version`` and everything that is no subcommand."""
    parser = ArgumentParser(
        prog="pmlint",
        usage="pmlint COMMAND ...",
        description="Ask a draft what a skeptical hiring committee for product managers would ask.",
        epilog=_overview(),
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"pmlint {__version__}")
    if not name:
        parser.print_help()
        raise SystemExit(_TROUBLE)
    if name.startswith("-"):
        parser.parse_args(arguments)
        return
    if os.path.exists(name):
        hint = f"; to check that file: pmlint check {name}"
    else:
        hint = did_you_mean(name, COMMANDS)
    say(f"no command {name!r}{hint}")
    raise SystemExit(_TROUBLE)


def _overview() -> str:
    rows = [f"  {name:9} {summary}" for name, (_, summary) in COMMANDS.items()]
    return "\n".join(["commands:", *rows, "", "`pmlint COMMAND --help` tells more."])
