"""The language server for editors, over standard input and output."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jmap.lsp.server import Found
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
    serve(_look).start_io()
    return 0


def _look(view: View) -> Iterator[Found]:
    """Everything that is wrong in a file, and what its rules find weak."""
    for mistake in view.reading.diagnostics:
        yield mistake, "error", ()
