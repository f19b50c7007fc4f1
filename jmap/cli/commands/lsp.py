"""Speak the Language Server Protocol over standard input and output, for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    serve(_looker()).start_io()
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
        for mistake in (*view.reading.diagnostics, *strange):
            yield mistake, "error", ()
        for one in check(view.reading, chosen, day, rules=rules, whole=False):
            about = Diagnostic(
                one.file, one.line, one.column, one.code, one.message, one.advice, one.suggestion, one.source_line,
                one.length,
            )  # fmt: skip
            yield about, one.severity, one.fix

    return look
