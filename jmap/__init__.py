"""jmap: journey maps as code. Read `jmap/compiler.py` first: it is the whole pipeline on one page."""

from __future__ import annotations

from os import PathLike

__version__ = "0.1.0"


def show(path: str | PathLike[str], picture: str = "swimlane") -> object:
    """A map in a notebook: its picture (`swimlane`, `flow` or `touchpoints`), or what is wrong with it and where."""
    from importlib import import_module  # by name: the rooms below may import this module, and know no notebook

    shown: object = import_module("jmap.integrations.notebook").Map(path, picture)
    return shown
