"""The map's pages for print: windows onto the one picture of the page, so that they cost next to nothing.

The picture's parts get ids, and a page shows them again with `<use>`. All this waits in a `<noscript>`: without script
a browser reads it at once, with script it is read when somebody prints (`script/print.js`), for a browser draws
every `<use>` anew whenever the picture changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import count
from typing import TYPE_CHECKING

from jmap.layout.geometry import Rect
from jmap.layout.paper.plan import Heading, Leaf, Plan
from jmap.layout.paper.split import AIR, NAMES_PAD, TITLE

if TYPE_CHECKING:
    from jmap.locale.words import Words

LETTERS = {"name": "n", "key": "k", "heading": "h", "band": "b", "ground": "g"}
_PART = re.compile(rf'<g class="({"|".join(LETTERS)})"')
_ROW = '<g class="row"'
_GROUP = re.compile(r"<(/?)g\b")


def with_ids(picture: str, plan: Plan) -> str:
    """The picture's parts by the names that the pages call them by; rows of one page in one group."""
    counters = {letter: count() for letter in LETTERS.values()}

    def named(found: re.Match[str]) -> str:
        letter = LETTERS[found[1]]
        return f'{found[0]} id="q{letter}{next(counters[letter])}"'

    return _PART.sub(named, _grouped(picture, plan))


def _grouped(picture: str, plan: Plan) -> str:
    starts = [found.start() for found in re.finditer(_ROW, picture)]
    ends = [*starts[1:], _end(picture, starts[-1])]
    done, at = [], 0
    for n, rows in enumerate(plan.parts):
        first, last = starts[rows.start], ends[rows.stop - 1]
        done += [picture[at:first], f'<g id="qp{n}">', picture[first:last], "</g>"]
        at = last
    return "".join((*done, picture[at:]))


def _end(picture: str, start: int) -> int:
    """Where the group ends that begins there."""
    depth = 0
    for tag in _GROUP.finditer(picture, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end() + 1
    return len(picture)


def leaves(plan: Plan, title: str, words: Words) -> str:
    """One `<svg>` for each printed page of the map."""
    writer = _Writer(plan, title, words)
    return "".join(writer.page(n) for n in range(len(plan.leaves)))


@dataclass(frozen=True, slots=True)
class _Writer:
    plan: Plan
    title: str
    words: Words

    def page(self, n: int) -> str:
        leaf = self.plan.leaves[n]
        keys = leaf.bottom + AIR
        height = keys + self.plan.keys_height + 4 if self.plan.keys else leaf.bottom + 4
        direction = ' direction="rtl"' if self.plan.map.rtl else ""
        inside = "".join((*self._title(n), *self._body(n), *self._legend(n, keys)))
        return f'<svg viewBox="0 0 {_n(self.plan.width)} {_n(height)}"{direction}>{inside}</svg>'

    def _title(self, n: int) -> Iterator[str]:
        start, end = (self.plan.width, 0) if self.plan.map.rtl else (0, self.plan.width)
        if n:
            yield '<use href="#qt"/>'
        else:
            yield f'<text id="qt" x="{_n(start)}" y="18">{escape(self.title)}</text>'
        total = len(self.plan.leaves)
        if total > 1:
            number = self.words("print.page", n=self.words.number(n + 1), count=self.words.number(total))
            yield f'<text x="{_n(end)}" y="18">{escape(number)}</text>'

    def _body(self, n: int) -> Iterator[str]:
        """Band, rows and, where the rail is not beside them, lane labels."""
        leaf, map = self.plan.leaves[n], self.plan.map
        first = next(k for k, other in enumerate(self.plan.leaves) if other.columns == leaf.columns)
        part = self.plan.parts.index(leaf.rows)
        names = self.plan.names_height if part else 0.0
        down = TITLE + map.band_height + names - map.rows[leaf.rows.start].top
        rows = f'<use href="#qp{part}"/>'
        if leaf.side is not None:
            if not any(other.side is not None for other in self.plan.leaves[:n]):
                yield _clip("qa", (self.plan.rail,))
            yield _shown(rows, leaf.side, down, "qa")
        if first == n:
            yield _clip(f"qd{n}", (leaf.columns_window,))
        yield _clip(f"qc{n}", leaf.windows)
        ground = f'<g id="qj{n}" clip-path="url(#qd{n})"><use href="#qg0"/></g>'
        yield _shown((ground if first == n else f'<use href="#qj{first}"/>') + rows, leaf.move, down, f"qc{n}")
        yield from self._head(leaf, n, first)
        window = leaf.columns_window
        start, end = (self.plan.width, window.left) if map.rtl else (0, window.right)
        yield f'<path d="M{_n(start)} {_n(leaf.bottom)}H{_n(leaf.move + end)}"/>'

    def _head(self, leaf: Leaf, n: int, first: int) -> Iterator[str]:
        """The band and, on later pages of the same columns, the names of the steps."""
        up = TITLE - self.plan.map.band[0]
        if first < n:
            yield f'<use href="#qe{first}"/>'
        else:
            band = _shown('<use href="#qb0"/>', leaf.move, up, f"qd{n}")
            yield f'<g id="qe{n}">{band}{self._heading(leaf.heading, leaf.move, up)}</g>'
        if n == first + 1 and leaf.names:
            called = "".join(f'<use href="#qn{k}"/>' for k in leaf.names)
            down = up + self.plan.map.band[1] + NAMES_PAD - self.plan.names_top
            yield f'<g id="qf{first}">{_shown(called, leaf.move, down)}</g>'
        elif n > first and leaf.names:
            yield f'<use href="#qf{first}"/>'

    def _heading(self, heading: Heading | None, across: float, down: float) -> str:
        if heading is None:
            return ""
        if heading.fits:
            return _shown(f'<use href="#qh{heading.stage}"/>', across + heading.move, down)
        number, name = self.words.number(heading.stage + 1), self.plan.map.called[heading.stage]
        called = f"{number} {name}" if len(name) + 2 <= heading.letters else number
        return f'<text class="folio-stage" x="{_n(across + heading.x)}" y="{_n(TITLE + 33)}">{escape(called)}</text>'

    def _legend(self, n: int, y: float) -> Iterator[str]:
        if n and self.plan.keys:
            yield f'<use href="#qk" y="{_n(y)}"/>'
        elif self.plan.keys:
            keys = "".join(_key(k, x, down) for k, (x, down) in enumerate(self.plan.keys))
            yield f'<g transform="translate(0 {_n(y)})"><g id="qk">{keys}</g></g>'


def _key(k: int, x: float, y: float) -> str:
    return f'<use href="#qk{k}" x="{_n(x)}" y="{_n(y)}"/>'


def _shown(drawn: str, x: float, y: float, clip: str = "") -> str:
    """Things of the picture at their place on the page, seen through a window."""
    seen = f' clip-path="url(#{clip})"' if clip else ""
    return f'<g{seen} transform="translate({_n(x)} {_n(y)})">{drawn}</g>'


def _clip(name: str, windows: tuple[Rect, ...]) -> str:
    parts = (f"M{_n(w.left)} {_n(w.top)}H{_n(w.right)}V{_n(w.bottom)}H{_n(w.left)}z" for w in windows)
    return f'<clipPath id="{name}"><path d="{"".join(parts)}"/></clipPath>'


def _n(value: float) -> str:
    return str(round(value))
