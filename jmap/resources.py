"""Where the folders of data are: inside the installed package, or beside it in a checkout."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """The folder of that name (`themes`, `schemas`, `templates`, ...)."""
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name
