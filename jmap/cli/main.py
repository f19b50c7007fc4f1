"""The command `jmap`: finds its commands in a folder, and turns every way to fail into a message and an exit status."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from jmap import __version__
from jmap.failure import Failure

COMMANDS = Path(__file__).parent / "commands"
INTERRUPTED, PIPE_CLOSED = 130, 141  # what a shell reports for SIGINT and SIGPIPE

MEANT = {  # what other programs call it
    "compile": "build", "format": "fmt", "help": "--help", "lint": "check", "new": "init", "preview": "serve",
    "validate": "check", "watch": "serve",
}  # fmt: skip

EPILOG = """\b
Start with:
  jmap init my-journeys
  jmap build my-journeys

\b
Exit status: 0 done; 1 the maps have errors; 2 wrong usage, or the machine failed.

\b
Completion of commands and options, for this shell:
  eval "$(_JMAP_COMPLETE=bash_source jmap)"        (or zsh_source)
  _JMAP_COMPLETE=fish_source jmap | source"""


class Commands(click.Group):
    """A group whose commands are the files of a folder; only the one that runs is imported."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(p.stem.replace("_", "-") for p in COMMANDS.glob("[a-z]*.py"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"jmap.cli.commands.{cmd_name.replace('-', '_')}")
        command = module.command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, names = args[0], self.list_commands(ctx)
        if name[:1].isalpha() and name not in names and not ctx.resilient_parsing:
            from difflib import get_close_matches

            meant = MEANT.get(name) or next(iter(get_close_matches(name, names, n=1)), "")
            ctx.fail(f"No such command '{name}'." + (f" Did you mean '{meant}'?" if meant else ""))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, with the first line of each file: nothing is imported to show it."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, short_help(name)) for name in self.list_commands(ctx)])


def short_help(name: str) -> str:
    """The module docstring's first line of a command, read as text."""
    with (COMMANDS / f"{name.replace('-', '_')}.py").open(encoding="utf-8") as file:
        return file.readline().strip().strip('"')


@click.command(cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def cli() -> None:
    """Customer journey maps as code: YAML in, pictures, diagrams and pages out."""


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command and exit: 0, 1 or 2 as `jmap --help` says, 130 on Ctrl-C, 141 when nobody reads on."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")  # or it looks for some in every installed package
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal that cannot show a letter shows its number
    sys.exit(_run(args))


def _run(args: Sequence[str] | None) -> int:
    try:
        status = cli.main(args=args, prog_name="jmap", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):  # click has begun a new line, below the ^C
        click.echo("Stopped.", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains once more at exit
        return PIPE_CLOSED
    except (Failure, OSError) as error:
        click.echo(f"jmap: {_reason(error)}", err=True)
        return 2
    except Exception as error:
        from jmap.cli.defect import notice

        click.echo(notice(error, full=bool(os.environ.get("JMAP_DEBUG"))), err=True)
        return 2


def _reason(error: Exception) -> str:
    from jmap.text.visible import visible

    if isinstance(error, OSError) and error.strerror:
        return visible(f"{error.filename}: {error.strerror}" if error.filename else error.strerror)
    return visible(str(error))
