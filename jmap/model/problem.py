"""A mistake, raised where a value is read: pydantic adds the path to it, and report.py makes a diagnostic of both."""

from __future__ import annotations

from pydantic_core import PydanticCustomError


def problem(
    code: str, message: str, *, expected: str = "", suggestion: str = "", key: str = "", known: tuple[str, ...] = ()
) -> PydanticCustomError:
    """`message` goes on after the key's name: "must be a whole number". `key` is the key of this mapping at fault.

    `known` are the words among which the one that was meant is looked for, where there is no `suggestion` yet.
    """
    told = {"message": message, "expected": expected, "suggestion": suggestion, "key": key, "known": known}
    return PydanticCustomError(code, "{message}", told)


def shown(value: str, longest: int = 60) -> str:
    """A value of the user's as messages quote it: one line, not too long."""
    line = " ".join(value.split())
    return f"`{line}`" if len(line) <= longest else f"`{line[:longest]}…`"


def kind_of(value: object) -> str:
    """What a value of the file is, in words for people."""
    if isinstance(value, dict):
        return "several keys with values"
    return "a list" if isinstance(value, list) else "text"
