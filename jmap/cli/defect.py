"""What is said when jmap itself is at fault: the place in jmap, and the whole traceback only on request."""

from __future__ import annotations

import traceback

from jmap import __version__
from jmap.failure import place
from jmap.text.visible import visible


def notice(error: BaseException, full: bool) -> str:
    """A few lines for the terminal; with `full` the traceback as well."""
    text = "".join(traceback.format_exception(error)) if full else ""
    return text + report(f"{type(error).__name__}: {error}", place(error), full)


def report(what: str, where: str, full: bool = False) -> str:
    """The same for a defect that a worker process has already put into words."""
    lines = [
        f"jmap: this is a defect in jmap {__version__}, not in your maps. Please report it, with the map if you can.",
        f"      {visible(what)[:400]}",
        f"      in {where}",
    ]
    return "\n".join(lines if full else [*lines, "      JMAP_DEBUG=1 shows the traceback."])
