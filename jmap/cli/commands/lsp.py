"""Speak the Language Server Protocol over standard input and output, for editors."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jmap.check.context import Look as Colours
    from jmap.diagnostics import Diagnostic
    from jmap.lsp.editor import Found, Look
    from jmap.lsp.world import View


@click.command()
def command() -> int:
    """Speak the Language Server Protocol over standard input and output, for editors.

    It shows mistakes and weaknesses while a map is typed, completes keys and names, and knows where each name is
    defined and used. docs/editors.md says how to set up an editor. Needs `pip install jmap-journeys[lsp]`.
    """
    try:
        from jmap.lsp.server import serve
    except ImportError as error:
        from jmap.failure import Failure

        raise Failure(f"{error.name} is missing: pip install 'jmap-journeys[lsp]'") from error
    with open(os.dup(sys.stdout.fileno()), "wb") as out:  # pygls closes it on `exit`; standard output stays open
        serve(_looker()).start_io(stdout=out)
    return 0


def _looker() -> Look:
    """Finds everything that is wrong in a file, and what its rules find weak; loads the rules once."""
    from jmap.check.engine import check
    from jmap.check.rule import load_rules
    from jmap.check.settings import settings
    from jmap.cli.today import today
    from jmap.diagnostics import Diagnostic

    rules, day = load_rules(), today()

    def look(view: View) -> Iterator[Found]:
        chosen, strange = settings(view.reading, rules)
        colours, in_theme = _theme(view)
        for mistake in (*view.reading.diagnostics, *strange, *in_theme):
            yield mistake, "error", ()
        for one in check(view.reading, chosen, day, rules=rules, whole=False, look=colours):
            about = Diagnostic(
                one.file, one.line, one.column, one.code, one.message, one.advice, one.suggestion, one.source_line,
                one.length,
            )  # fmt: skip
            yield about, one.severity, one.fix

    return look


def _theme(view: View) -> tuple[Colours | None, tuple[Diagnostic, ...]]:
    """What is wrong with the project's theme, or with one that is open: its colours are judged once it is saved."""
    from jmap.check.look import own_look
    from jmap.model.load import load_theme
    from jmap.resolve.discover import MAP
    from jmap.source.read import read
    from jmap.theme.load import SUFFIX

    if view.name.endswith(MAP):
        return None, ()
    colours, wrong = own_look(view.reading)
    if not view.name.endswith(SUFFIX):
        return None, wrong
    _, found = load_theme(view.document)
    if read(view.root / view.name, view.name).text != view.document.text:
        return None, found
    return colours, tuple(dict.fromkeys((*found, *wrong)))
