"""Every picture that maps and catalogue name, with the words for those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jmap.check.context import Context


@dataclass(frozen=True, slots=True)
class Picture:
    """`path` is that of the stage, step or persona; `name` what that is called."""

    file: str
    path: str
    name: str
    image: str
    alt: str


def pictures(context: Context) -> Iterator[Picture]:
    """Those of the catalogue, then those of the maps, as written."""
    for document, file in context.catalogue:
        for i, person in enumerate(file.personas):
            if person.image:
                yield Picture(document.file, f"personas.{i}", person.name, person.image, person.alt)
    for sheet in context.sheets:
        where = sheet.journey.file
        for path, person in sheet.file.actors:
            if person.image:
                yield Picture(where, ".".join(map(str, path)), person.name, person.image, person.alt)
        for i, stage in enumerate(sheet.file.stages):
            parts = [(f"stages.{i}", stage), *((f"stages.{i}.steps.{j}", step) for j, step in enumerate(stage.steps))]
            for at, part in parts:
                if part.image:
                    yield Picture(where, at, part.name, part.image, part.alt)
