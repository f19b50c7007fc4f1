"""What a rule is: a module of `rules/` whose docstring is its manual and whose file's name is its name.

A module holds CODE, SEVERITY, MESSAGE (a template for the arguments of `at`), ADVICE, and one of these functions:

    def check(sheet: Sheet, context: Context) -> Iterator[At]      # of one map
    def check_all(context: Context) -> Iterator[At]                # of the project and all its maps together

One that has neither is found by the engine itself, and is here for its manual. Rules never raise for what a map holds.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from jmap.check.context import Context
from jmap.check.finding import Severity
from jmap.check.sheet import Sheet
from jmap.source.edit import Edit

FOLDER = Path(__file__).parent / "rules"
Words = dict[str, Any]  # arguments of a message, to be passed on together
LONGEST = 60  # characters of the map's words that a message quotes


@dataclass(frozen=True, slots=True)
class At:
    """Where a rule found something: a path of the model, as in `Item.path`, and the arguments of its message.

    `file` is the one that the path is of; empty means the map. With `key`, the path's last key is marked instead.
    """

    path: str | tuple[str | int, ...]
    says: Mapping[str, str]
    file: str = ""
    key: bool = False
    fix: tuple[Edit, ...] = ()


def at(
    path: str | tuple[str | int, ...], *, file: str = "", key: bool = False, fix: tuple[Edit, ...] = (), **says: object
) -> At:
    """A place with the arguments of the message by name, each on one line and not too long."""
    return At(path, {name: _short(str(value)) for name, value in says.items()}, file, key, fix)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


@dataclass(frozen=True, slots=True)
class Rule:
    """A module of the folder as data."""

    code: str
    name: str
    severity: Severity
    message: str
    advice: str
    docstring: str
    check: Callable[[Sheet, Context], Iterator[At]] | None = None
    check_all: Callable[[Context], Iterator[At]] | None = None


def load_rules() -> tuple[Rule, ...]:
    """All rules by code."""
    names = sorted(path.stem for path in FOLDER.glob("[a-z]*.py"))
    return tuple(sorted((load_rule(name) for name in names), key=lambda rule: rule.code))


def load_rule(stem: str) -> Rule:
    """The rule in the file `rules/STEM.py`."""
    module: ModuleType = importlib.import_module(f"jmap.check.rules.{stem}")
    return Rule(
        code=module.CODE,
        name=stem.replace("_", "-"),
        severity=module.SEVERITY,
        message=module.MESSAGE,
        advice=getattr(module, "ADVICE", ""),
        docstring=module.__doc__ or "",
        check=getattr(module, "check", None),
        check_all=getattr(module, "check_all", None),
    )
