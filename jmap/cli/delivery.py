"""Several documents on their way out at once: all are there before the first is written or printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from jmap.build.artifacts import write
from jmap.cli.counts import count
from jmap.cli.destination import Destination
from jmap.failure import Failure

Made = str | Mapping[str, str]  # one document, or several by file name


def deliver_all(made: Sequence[tuple[Destination, Made]]) -> None:
    """Files first, each whole or not at all, then standard output. Raises `Failure` before anything is written.

    Several documents go into the folder that is named; so does a single one of these, unless the name ends as theirs.
    """
    printed = [_single(one, document) for one, document in made if one.file is None]
    folders: dict[Path, dict[str, bytes]] = {}
    for one, document in made:
        for path, text in _files(one, document).items():
            files = folders.setdefault(path.parent, {})
            if path.name in files:
                raise Failure(f"two formats cannot go into the same file, {path}")
            if path.is_symlink() or (path.exists() and not path.is_file()):  # a device would be replaced by a file
                raise Failure(f"{path} is not a plain file; without =FILE, {one.format} goes to standard output")
            files[path.name] = (text + "\n").encode()
    for folder in folders:
        if not folder.parent.is_dir() if folder in _made(made) else not folder.is_dir():
            raise Failure(f"cannot write into {folder}: there is no such folder")
    for folder, files in folders.items():
        folder.mkdir(exist_ok=True)
        write(folder, files)
    for text in filter(None, printed):
        click.echo(text)


def _made(made: Sequence[tuple[Destination, Made]]) -> set[Path]:
    """The folders that may be made: those that were named as one."""
    return {one.file.absolute() for one, document in made if one.file and not isinstance(document, str)}


def _single(one: Destination, document: Made) -> str:
    if isinstance(document, str):
        return document
    if len(document) > 1:
        changed = count(len(document), "map")
        raise Failure(f"{changed} changed, and each has a picture: name a folder, as in {one.format}=pictures")
    return next(iter(document.values()), "")


def _files(one: Destination, document: Made) -> dict[Path, str]:
    if one.file is None:
        return {}
    file = one.file.absolute()
    if isinstance(document, str):
        return {file: document}
    if file.suffix == f".{one.format}" and not file.is_dir():
        return {file: _single(one, document)} if document else {}
    return {file / name: text for name, text in document.items()}
