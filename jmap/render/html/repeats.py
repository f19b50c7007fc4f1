"""Shapes that a page draws again and again, such as the pips of a score: each is drawn once and then called by name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_SHAPE = r"<(?:path|rect|circle) [^<>]*/>"
# The script reads where a stage is from its box, and draws the traces once more in another size: they stay.
_RUN = re.compile(rf'(<g class="(?:stage|trace)"[^<>]*>)?((?:{_SHAPE})+)')
_ONE = re.compile(_SHAPE)
_PLACES = {
    "path": re.compile(r' d="M(-?[\d.]+),(-?[\d.]+)(?=[^"MACLHVSQT ]*")'),
    "rect": re.compile(r' x="(-?[\d.]+)" y="(-?[\d.]+)"'),
    "circle": re.compile(r' cx="(-?[\d.]+)" cy="(-?[\d.]+)"'),
}
_PUT = {"path": ' d="M{},{}', "rect": ' x="{}" y="{}"', "circle": ' cx="{}" cy="{}"'}
_CALL = 28  # bytes of a call, about
_TENTH = 10
Shape = tuple[str, ...]  # elements, each told from where the first one stands


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbours that are drawn together; no shape if one of them is not told step by step. x, y: tenths of a px."""

    shape: Shape
    x: int = 0
    y: int = 0


def repeats(pictures: Mapping[str, str]) -> dict[str, str]:
    """The pictures by name; the first one holds what they share."""
    uses = Counter(run.shape for text in pictures.values() for run in _runs(text) if run.shape)
    often = sorted(uses.items(), key=lambda pair: (-pair[1], pair[0]))
    names = {shape: f"u{n:x}" for n, shape in enumerate(shape for shape, count in often if _worth(shape, count))}
    done = {name: _RUN.sub(lambda found: _called(found, names), text) for name, text in pictures.items()}
    if names:
        first = next(iter(done))
        drawn = "".join(f'<g id="{id}">{"".join(shape)}</g>' for shape, id in names.items())
        done[first] = done[first].replace("</desc>", f"</desc><defs>{drawn}</defs>", 1)
    return done


def _worth(shape: Shape, count: int) -> bool:
    long = sum(map(len, shape))
    return count * (long - _CALL) > long + 16


def _runs(picture: str) -> Iterator[_Run]:
    return (_run(found[2]) for found in _RUN.finditer(picture) if not found[1])


def _run(drawn: str) -> _Run:
    elements = _ONE.findall(drawn)
    places = [_PLACES[_kind(element)].search(element) for element in elements]
    at = [(_tenths(place[1]), _tenths(place[2])) for place in places if place]
    if len(at) < len(elements):
        return _Run(())
    x, y = at[0]
    return _Run(tuple(_moved(element, a - x, b - y) for element, (a, b) in zip(elements, at, strict=True)), x, y)


def _kind(element: str) -> str:
    return element[1 : element.index(" ")]


def _moved(element: str, x: int, y: int) -> str:
    put = _PUT[_kind(element)].format(_number(x), _number(y))
    return _PLACES[_kind(element)].sub(lambda _: put, element, count=1)


def _called(found: re.Match[str], names: Mapping[Shape, str]) -> str:
    run = _run(found[2])
    id = None if found[1] else names.get(run.shape)
    return f'<use href="#{id}" x="{_number(run.x)}" y="{_number(run.y)}"/>' if id else found[0]


def _tenths(text: str) -> int:
    return round(float(text) * _TENTH)


def _number(tenths: int) -> str:
    return f"{tenths / _TENTH:.1f}".removesuffix(".0")
