"""What went wrong in a file, as data: the rooms return diagnostics, only the command line prints them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One mistake at one place.

    `file` is a path as the user would type it (relative to where the project is, with `/`). `line` and
    `column` count from 1; columns count code points. `length` is how many characters the marker covers.
    `code` is stable (`unknown-key`); `message` says what is wrong, `expected` what would be right, and
    `suggestion` is the "did you mean". `source_line` is the line itself, as it stands in the file.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    expected: str = ""
    suggestion: str = ""
    source_line: str = ""
    length: int = 1
