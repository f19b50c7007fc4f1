"""What goes wrong without a mistake in a map: the machine would not do something, or jmap itself is at fault."""

import traceback


class Failure(Exception):
    """The machine's: no file, no room, no program. One sentence for the person at the terminal; exit status 2."""


def place(error: BaseException) -> str:
    """For a defect of ours: the innermost place inside jmap that it passed, as `layout/swimlane.py:12 (rows)`."""
    frames = [(f.filename.replace("\\", "/"), f) for f in traceback.extract_tb(error.__traceback__)]
    ours = [(name.rpartition("/jmap/")[2], f) for name, f in frames if "/jmap/" in name]
    if not ours:
        return "an unknown place"
    name, frame = ours[-1]
    return f"{name}:{frame.lineno} ({frame.name})"
