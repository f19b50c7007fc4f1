"""Who is reading: whether colours and a moving bar suit standard output and standard error."""

from __future__ import annotations

import os
import sys
from typing import TextIO


def colour(stream: TextIO | None = None) -> bool:
    """Whether the stream (standard output) is a terminal of a person who did not refuse colours."""
    refused = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not refused and _person(stream or sys.stdout)


def moving() -> bool:
    """Whether something that redraws itself may be written to standard error."""
    return os.environ.get("TERM") != "dumb" and _person(sys.stderr)


def _person(stream: TextIO) -> bool:
    return stream.isatty() and not os.environ.get("CI")
