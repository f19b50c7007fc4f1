"""Mistakes that only the joined text has: two edits, each right, that do not go together."""

from __future__ import annotations

import os
import re
from pathlib import Path

from jmap.diagnostics import Diagnostic
from jmap.model.load import load_map, load_project
from jmap.resolve.catalogue import Catalogue
from jmap.resolve.identity import identity
from jmap.resolve.links import Links
from jmap.resolve.mapping import World, journey
from jmap.resolve.pictures import Pictures
from jmap.resolve.report import Report
from jmap.source.document import Document
from jmap.source.files import Disk
from jmap.source.read import parse

PROJECT = "jmap.yaml"


def fresh(joined: str, ours: str, theirs: str, file: str) -> tuple[Diagnostic, ...]:
    """What is wrong with the joined text and was wrong with neither side: an id that is there twice, a lost reference.

    Each text is read by itself, without the other files of its project: what these lack, they lack on all sides.
    """
    known = {_without_place(mistake) for text in (ours, theirs) for mistake in _mistakes(text, file)}
    return tuple(mistake for mistake in _mistakes(joined, file) if _without_place(mistake) not in known)


def _without_place(mistake: Diagnostic) -> tuple[str, str]:
    return mistake.code, re.sub(r"line \d+", "", mistake.message)


def _mistakes(text: str, file: str) -> tuple[Diagnostic, ...]:
    document = parse(text, file)
    if file.rpartition("/")[2] == PROJECT:
        return load_project(document)[1]
    return _of_map(document)


def _of_map(document: Document) -> tuple[Diagnostic, ...]:
    file, mistakes = load_map(document)
    report = Report(document)
    if file is not None:
        who = identity(document)
        nowhere = Pictures(Disk(Path(os.devnull)))  # no file is looked at: pictures lack on all sides
        journey(file, who, World("", "en", Catalogue(), Links([who]), nowhere), report)
    return tuple(sorted({*mistakes, *report.found}))
