"""Path data in fewer bytes: the same outline in tenths of a px, each point told from the one before."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PART = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_TENTH = 10


def short(data: str) -> str:
    """Path data as our own renderer writes it, without a space; as it came where it has other commands."""
    parts = [(name, [round(float(n) * _TENTH) for n in _NUMBER.findall(rest)]) for name, rest in _PART.findall(data)]
    if any(name not in _SIZES or len(numbers) != _SIZES[name] for name, numbers in parts):
        return data
    return "".join(_joined(list(_told(parts))))


def _joined(told: list[str]) -> Iterator[str]:
    """A line or a curve that follows another goes without its letter."""
    for before, part in zip(["", *told], told, strict=False):
        again = part[0] in "lc" and before[:1] == part[0]
        yield part if not again else part[1:] if part[1] == "-" else f",{part[1:]}"


_SIZES = {"M": 2, "L": 2, "C": 6, "H": 1, "V": 1, "Z": 0, "h": 1, "v": 1, "z": 0}


def _told(parts: list[tuple[str, list[int]]]) -> Iterator[str]:
    x = y = 0
    start = None
    for name, at in parts:
        if name in "Zz":
            x, y = start or (0, 0)
            yield "z"
        elif name == "M":
            yield f"M{_said(at)}" if start is None else f"m{_said([at[0] - x, at[1] - y])}"
            x, y = start = at[0], at[1]
        elif name == "C":
            yield f"c{_said([n - (y if k % 2 else x) for k, n in enumerate(at)])}"
            x, y = at[4], at[5]
        else:
            to = _to(name, at, x, y)
            yield _line(to[0] - x, to[1] - y)
            x, y = to


def _to(name: str, at: list[int], x: int, y: int) -> tuple[int, int]:
    """Where a line ends."""
    if name in "Hh":
        return (at[0] + (x if name == "h" else 0), y)
    if name in "Vv":
        return (x, at[0] + (y if name == "v" else 0))
    return at[0], at[1]


def _line(across: int, down: int) -> str:
    if not down:
        return f"h{_number(across)}"
    return f"v{_number(down)}" if not across else f"l{_said([across, down])}"


def _said(tenths: list[int]) -> str:
    """Numbers with a comma between them, save where a sign parts them already."""
    return ",".join(map(_number, tenths)).replace(",-", "-")


def _number(tenths: int) -> str:
    sign, size = ("-" if tenths < 0 else ""), abs(tenths)
    whole, rest = divmod(size, _TENTH)
    return f"{sign}{whole or ''}.{rest}" if rest else f"{sign}{whole}"


_FLOAT = r"[ ,]*(-?(?:\d+\.?\d*|\.\d+))"
_FLOATS = re.compile(_FLOAT)
_ARC = re.compile(_FLOAT * 3 + r"[ ,]*([01])[ ,]*([01])" + _FLOAT * 2)  # its two flags may touch what follows


def stroke(data: str) -> str:
    """One stroke of an icon in tenths of its grid. It may follow another: its first `m` counts from the corner."""
    parts = _PART.findall(data)
    told = [_icon_part(name, rest) for name, rest in parts]
    if parts[0][0] == "m":
        first = _FLOATS.findall(parts[0][1])
        told[0] = f"M{_close(first[:2])}" + (f"l{_close(first[2:])}" if first[2:] else "")
    return "".join(told)


def _icon_part(name: str, rest: str) -> str:
    if name in "aA":
        return name + _close([n for arc in _ARC.findall(rest) for n in arc])
    return name + _close(_FLOATS.findall(rest))


def _close(numbers: list[str]) -> str:
    """Numbers side by side, parted where they would run into each other."""
    told = ""
    for n in numbers:
        next = _number(round(float(n) * _TENTH))
        touching = not told or next.startswith("-") or (next.startswith(".") and "." in told[_last(told) :])
        told += next if touching else f" {next}"
    return told


def _last(told: str) -> int:
    """Where the last number begins."""
    return max(told.rfind(" "), told.rfind("-"), 0)
