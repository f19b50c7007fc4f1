"""The projects that `jmap init` can begin with: a folder each, and in it a folder for each language."""

from __future__ import annotations

from jmap.cli import choices

SCHEMAS = ("map", "project")  # of the kinds of file that a new project has


def locales() -> list[str]:
    """The languages in which every template is there."""
    folders = [{path.name for path in (choices.TEMPLATES / name).iterdir()} for name in choices.templates()]
    return [locale for locale in choices.locales() if all(locale in names for names in folders)]


def about(template: str) -> str:
    """What a template holds, in a few words."""
    return (choices.TEMPLATES / template / "about").read_text("utf-8").strip()


def files(template: str, locale: str) -> dict[str, bytes]:
    """A new project's files by path: the template's, a .gitignore, and the schemas that first lines show to editors.

    `.gitignore` gets its name here: in our own tree git and the packager would obey it.
    """
    folder = choices.TEMPLATES / template / locale
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    made = {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
    made[".gitignore"] = (choices.TEMPLATES / f"{locale}.gitignore").read_bytes()
    return made | {f".jmap/{kind}.json": choices.schema(kind).read_bytes() for kind in SCHEMAS}
