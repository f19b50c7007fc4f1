"""Options of the form FORMAT or FORMAT=FILE: what to write, and where (nowhere means standard output)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click


@dataclass(frozen=True, slots=True)
class Destination:
    format: str
    file: Path | None


class DestinationType(click.ParamType):  # type: ignore[type-arg, unused-ignore]  # generic in newer versions only
    """Reads `json` and `json=findings.json`."""

    name = "FORMAT[=FILE]"

    def __init__(self, formats: Sequence[str]) -> None:
        self._formats = tuple(formats)

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Destination:
        if isinstance(value, Destination):
            return value
        name, equals, file = str(value).partition("=")
        if name not in self._formats:
            self.fail(f"{name!r} is not one of {', '.join(self._formats)}.", param, ctx)
        if equals and not file:
            self.fail(f"a file's name is missing after {name}=", param, ctx)
        return Destination(name, Path(file) if file else None)


def format_option(formats: Sequence[str]) -> Callable[[Any], Any]:
    """The option `-f FORMAT[=FILE]`, which may be repeated: the parameter `destinations` of a command."""
    return click.option(
        "-f",
        "--format",
        "destinations",
        metavar="FORMAT[=FILE]",
        multiple=True,
        type=DestinationType(formats),
        help=f"{', '.join(formats)}: to standard output or to a file; may be repeated. Default: text.",
    )
