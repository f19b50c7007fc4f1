"""Small projects as text, checked as the command does."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path

from jmap.check.engine import check
from jmap.check.finding import Finding
from jmap.check.look import own_look
from jmap.check.rule import Rule, load_rules
from jmap.check.selection import Selection
from jmap.check.settings import settings
from jmap.resolve.workspace import read_workspace

TODAY = datetime.date(2026, 11, 22)


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """The folder with these files, and a picture wherever one is named."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        for line in text.splitlines():
            if "image: " in line:
                _draw(folder / line.partition("image: ")[2].partition(",")[0].rstrip(" }"))
    return folder


def found(
    folder: Path, select: Sequence[str] = (), rules: Sequence[Rule] | None = None, today: datetime.date = TODAY
) -> tuple[Finding, ...]:
    """What the rules find; the project has no mistakes in the language."""
    rules = load_rules() if rules is None else rules
    reading = read_workspace([folder], folder)
    chosen, wrong = settings(reading, rules)
    assert (*reading.diagnostics, *wrong) == ()
    if select:
        old = chosen.selection
        chosen = type(chosen)(Selection(tuple(select), old.ignore, old.per_file), chosen.limits)
    look, _ = own_look(reading)
    return check(reading, chosen, today, rules=rules, look=look)


def _draw(path: Path) -> None:
    from PIL import Image

    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (24, 24), "#2156C8").save(path)
