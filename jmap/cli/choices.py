"""What options may be, looked up in folders of data: nothing heavy is imported to offer or to complete them."""

from __future__ import annotations

import re
from pathlib import Path

from jmap.resources import PACKAGE, folder

TEMPLATES = PACKAGE / "templates" / "init"
_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z]+)?")


def locales() -> list[str]:
    """The languages that jmap speaks: one file each."""
    return sorted(path.stem for path in (PACKAGE / "locale").glob("*.json") if _CODE.fullmatch(path.stem))


def themes() -> list[str]:
    """The themes that come with jmap."""
    return sorted(path.name.removesuffix(".theme.yaml") for path in folder("themes").glob("*.theme.yaml"))


def schemas() -> list[str]:
    """The kinds of file that have a schema."""
    return sorted(path.stem for path in folder("schemas").glob("*.json"))


def schema(kind: str) -> Path:
    """The file with the schema of that kind."""
    return folder("schemas") / f"{kind}.json"


def templates() -> list[str]:
    """What `jmap init` can begin with."""
    return sorted(path.name for path in TEMPLATES.iterdir() if path.is_dir())
