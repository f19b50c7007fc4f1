"""The projects that `jmap init` can begin with: a folder each, and in it a folder for each language."""

from __future__ import annotations

import datetime
import re

from jmap.cli import choices

WRITTEN = datetime.date(2026, 11, 1)  # the templates' own day: dates in a new project are as long ago as on that
SCHEMAS = ("map", "project")  # of the kinds of file that a new project has


def locales() -> list[str]:
    """The languages in which every template is there."""
    folders = [{path.name for path in (choices.TEMPLATES / name).iterdir()} for name in choices.templates()]
    return [locale for locale in choices.locales() if all(locale in names for names in folders)]


def about(template: str) -> str:
    """What a template holds, in a few words."""
    return (choices.TEMPLATES / template / "about").read_text("utf-8").strip()


def files(template: str, locale: str, today: datetime.date = WRITTEN) -> dict[str, bytes]:
    """A new project's files by path: the template's, a .gitignore, and the schemas that first lines show to editors.

    `.gitignore` gets its name here: in our own tree git and the packager would obey it.
    """
    folder = choices.TEMPLATES / template / locale
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    made = {path.relative_to(folder).as_posix(): _dated(path.read_bytes(), today) for path in found}
    made[".gitignore"] = (choices.TEMPLATES / f"{locale}.gitignore").read_bytes()
    return made | {f".jmap/{kind}.json": choices.schema(kind).read_bytes() for kind in SCHEMAS}


def _dated(data: bytes, today: datetime.date) -> bytes:
    """The file with its dates moved, so that nobody begins with evidence and reviews that are old already."""

    def moved(found: re.Match[bytes]) -> bytes:
        date = datetime.date.fromisoformat(found[0].decode())
        return (date + (today - WRITTEN)).isoformat().encode()

    return re.sub(rb"\b20\d\d-\d\d-\d\d\b", moved, data)
