"""For a reviewer at a terminal, with two minutes: the verdict, then map by map what got worse and what better."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from jmap.diff.change import LEVELS, Change, Effect, Level, MapComparison, Spot
from jmap.render.changes.kit.escape import Terminal, terminal
from jmap.render.changes.kit.gap import gap_lines
from jmap.render.changes.kit.paint import Paint, columns, wrap
from jmap.render.changes.kit.review import (
    SIGNS,
    Review,
    by_effect,
    is_gone,
    is_new,
    place,
    usual_level,
    whole_maps,
    worst_first,
)

# Changes of one effect in one map that are listed; what is breaking always is.
MOST: Mapping[Effect, int] = MappingProxyType({"worse": 20, "better": 20, "neutral": 8})
TOUCHED = 10
NOWHERE = Terminal("")
INKS: Mapping[Effect, tuple[str, ...]] = MappingProxyType(
    {"worse": ("red", "bold"), "better": ("green", "bold"), "neutral": ("bold",)}
)
LEVEL_INKS: Mapping[Level, tuple[str, ...]] = MappingProxyType(
    {"breaking": ("red", "bold"), "notable": (), "minor": ("dim",)}
)


def render(review: Review) -> str:
    """The review as text. Mistakes in maps come first: what they hide is not compared."""
    return _Page(review).text()


class _Page:
    def __init__(self, review: Review) -> None:
        self._review, self._words, self._display = review, review.words, review.display
        self._paint = Paint(review.display.colour)
        self._levels = {level: review.words(f"review.level.{level}") for level in LEVELS}
        self._usual = usual_level(review.comparison.changes)

    def text(self) -> str:
        comparison = self._review.comparison
        whole, told = whole_maps(comparison.maps)
        blocks = [
            self._display.mistakes,
            "\n".join(self._head()),
            "\n".join(self._gap()),
            "\n".join(
                self._changes(comparison.project, self._title(comparison.title or self._words("review.project")))
            ),
            *("\n".join(self._changes(one.changes, self._map_title(one), one.file)) for one in told),
            "\n".join(self._changes(whole, self._title(self._words("review.whole_maps")))),
            "\n".join(self._touched()),
            "\n".join(self._approvals()),
            "\n".join(self._folded("", terminal(note), 0) for note in self._review.notes),
        ]
        return "\n\n".join(block for block in blocks if block)

    def _head(self) -> Iterator[str]:
        review, words = self._review, self._words
        for line in wrap(terminal(review.verdict), self._display.columns):
            yield self._paint(line, "bold")
        changes, maps = review.comparison.changes, review.comparison.maps
        if changes:
            key, counted = "review.counted" if maps else "review.counted_project", words.plural("change", len(changes))
            yield words(key, changes=counted, maps=words.plural("map", len(maps)))
        if review.stopping:
            stopped = words(
                "review.stopped", changes=words.plural("change", len(review.stopping)), gate=review.fail_on or ""
            )
            yield self._paint(stopped, "red", "bold")

    def _gap(self) -> Iterator[str]:
        if self._review.gap:
            yield self._paint(self._words("review.gap"), "bold")
            for line in gap_lines(self._review.gap, self._words):
                yield self._folded("  ", terminal(line), 2)

    def _title(self, title: str, file: str = "", remark: str = "") -> str:
        after = "  ".join(part for part in (remark, self._paint(terminal(file), "dim")) if part)
        return self._paint(terminal(title), "bold") + (f"  {after}" if after else "")

    def _map_title(self, one: MapComparison) -> str:
        key = "review.map_gone" if is_gone(one) else "review.map_new" if is_new(one) else ""
        return self._title(one.title or one.id, one.file, f"({self._words(key)})" if key else "")

    def _changes(self, changes: Sequence[Change], title: str, file: str = "") -> Iterator[str]:
        """A heading, which names the file, and the changes by effect; nothing where nothing changed."""
        if not changes:
            return
        yield title
        for effect, group in by_effect(changes):
            yield "  " + self._paint(self._group(effect, len(group)), *INKS[effect])
            shown = self._shown(group, MOST[effect])
            for change in shown:
                yield from self._change(change, file)
            listed = {*map(id, shown)}
            yield from self._rest([change for change in group if id(change) not in listed])

    def _group(self, effect: Effect, count: int) -> str:
        return f"{SIGNS[effect]} {self._words(f'review.{effect}')} ({self._words.number(count)})"

    def _shown(self, group: Sequence[Change], most: int) -> list[Change]:
        if self._display.verbose:
            return list(group)
        breaking = [change for change in group if change.level == "breaking"]
        notable = [change for change in group if change.level == self._usual]
        heaviest = {id(change) for change in worst_first(notable)[: max(0, most - len(breaking))]}
        return breaking + [change for change in notable if id(change) in heaviest]

    def _rest(self, rest: Sequence[Change]) -> Iterator[str]:
        if not rest:
            return
        levels = Counter(change.level for change in rest)
        parts = ", ".join(
            f"{self._words.number(levels[level])} {self._levels[level]}" for level in LEVELS if levels[level]
        )
        yield "    " + self._paint(self._words("review.more_levels", levels=parts), "dim")

    def _change(self, change: Change, file: str) -> Iterator[str]:
        words, spot = self._words, change.head or change.base
        why = self._review.reason(change)
        grade = self._review.grade(change, self._usual)
        said = (f"{grade}: " if grade else "") + self._review.sentence(change) + (f" ({why})" if why else "")
        if self._display.verbose:
            said = "; ".join((said, *self._review.details(change)))
        marks = [change.fingerprint] * (self._display.verbose or self._review.stops(change))
        marks += [words("review.approved")] * (change.fingerprint in self._review.approved)
        where = self._place(spot, file) if spot else ""
        where = words("review.before", place=where) if spot and not change.head else where
        text = terminal(" ".join((said, *(f"[{mark}]" for mark in marks))))
        lead = terminal(grade and f"{grade}:")
        yield self._folded("    ", text, 6, terminal(where), lead, LEVEL_INKS[change.level])

    def _place(self, spot: Spot, file: str) -> str:
        """On a terminal the line alone, in the file of the heading; else the place as editors open it."""
        short = self._display.columns and not self._display.verbose and spot.file == file
        return self._words("review.line", line=str(spot.line)) if short else place(spot)

    def _touched(self) -> Iterator[str]:
        touched = list(self._review.touched())
        if not touched:
            return
        yield self._paint(self._words("review.touched"), "bold")
        most = len(touched) if self._display.verbose else TOUCHED
        for said, spot in touched[:most]:
            yield self._folded("  ", terminal(said), 2, terminal(place(spot)))
        if touched[most:]:
            yield "  " + self._paint(self._words("review.more", changes=self._words.number(len(touched) - most)), "dim")

    def _approvals(self) -> Iterator[str]:
        if count := self._review.approvals:
            yield self._words("review.approvals", changes=self._words.plural("change", count))
        for unused in self._review.unused:
            yield self._folded("", terminal(self._words("review.unused", approval=unused)), 0)

    def _folded(
        self, start: str, text: Terminal, indent: int, where: Terminal = NOWHERE, lead: Terminal = NOWHERE,
        inks: Sequence[str] = (),
    ) -> str:  # fmt: skip
        """The text behind its start, wrapped under itself; the place follows, in the same line if there is room.

        `lead` is how the text begins, in inks of its own.
        """
        widest = self._display.columns and max(30, self._display.columns - indent)
        lines = wrap(text, widest)
        painted = self._paint(where, "dim")
        shown: list[str] = list(lines)
        if lead and lines[0].startswith(lead):
            shown[0] = self._paint(lead, *inks) + lines[0][len(lead) :]
        if where and (not widest or columns(lines[-1]) + 2 + columns(where) <= widest):
            shown[-1] += f"  {painted}"
        elif where:
            shown.append(painted)
        return start + ("\n" + " " * indent).join(shown)
