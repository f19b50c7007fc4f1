"""Compares two small projects that tests write as texts."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from jmap.diff.change import Change, Comparison, Side
from jmap.diff.compare import compare
from jmap.resolve.workspace import Reading, read_workspace

Files = Mapping[str, str]
MAP = "maps/buy.journey.yaml"
PROJECT = "jmap: 1\ntitle: Shoes\n"
BACK = {"added": "removed", "removed": "added", "better": "worse", "worse": "better"}


def reading(files: Files) -> Reading:
    """The project that these files make."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, text in files.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, "utf-8")
        return read_workspace([root], root)


def between(one: Reading, other: Reading) -> Comparison:
    return compare(one, other, Side("main"), Side("working tree"))


def told(change: Change) -> str:
    before, after = change.before, change.after
    inside = sorted(map(told, change.folded))
    return repr((change.code, change.base_path, change.head_path, before, after, change.effect, change.guess, inside))


def told_back(change: Change) -> str:
    code = change.code.removesuffix(change.action) + BACK.get(change.action, change.action)
    if change.action not in ("added", "removed"):
        code = change.code
    effect, inside = BACK.get(change.effect, change.effect), sorted(map(told_back, change.folded))
    return repr((code, change.head_path, change.base_path, change.after, change.before, effect, change.guess, inside))


def check_mirror(one: Reading, other: Reading) -> Comparison:
    """What is between two readings, and the way back is its mirror."""
    there, back = between(one, other), between(other, one)
    assert Counter(map(told, there.changes)) == Counter(map(told_back, back.changes))
    prints = [change.fingerprint for change in there.changes]
    assert len(set(prints)) == len(prints)
    return there


def compared(before: Files, after: Files) -> Comparison:
    return between(reading(before), reading(after))


def maps(before: str, after: str, project: str = PROJECT, project_after: str = "") -> Comparison:
    """One map before and after; `jmap: 1` and a title are put in front where there is none."""
    return compared(
        {"jmap.yaml": project, MAP: whole(before)}, {"jmap.yaml": project_after or project, MAP: whole(after)}
    )


def whole(text: str) -> str:
    head = "" if text.startswith("jmap:") else "jmap: 1\n"
    return head + text if "title:" in text.partition("stages:")[0] else f"{head}title: I buy shoes\n{text}"
