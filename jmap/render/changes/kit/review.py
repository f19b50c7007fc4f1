"""What every format shows: a comparison, what was made of it, and how its reader reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from jmap.diff.change import EFFECTS, LEVELS, Change, Comparison, Effect, Level, MapComparison, Spot
from jmap.diff.gap import Gap
from jmap.diff.wording import details, noted, reason, sentence, verdict, weight
from jmap.locale.words import Words
from jmap.render.changes.kit.gate import FailOn, trips
from jmap.theme.theme import Theme

SIGNS: Mapping[Effect, str] = MappingProxyType({"worse": "↓", "better": "↑", "neutral": "="})


@dataclass(frozen=True, slots=True)
class Display:
    """How a terminal shows it. `columns` is its width, 0 for lines as long as they come."""

    colour: bool = False
    columns: int = 0
    verbose: bool = False  # minor changes one by one, and no group cut
    mistakes: str = ""  # those of the comparison, as frames, ready to print


@dataclass(frozen=True, slots=True)
class Tally:
    """How many changes there are of each effect, and how many of them are breaking."""

    total: int
    worse: int
    better: int
    neutral: int
    breaking: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Files in the comparison are as the reader of this output would name them."""

    comparison: Comparison
    words: Words
    verdict: str
    fail_on: FailOn | None = None
    approved: frozenset[str] = frozenset()  # fingerprints of changes here that somebody approved
    unused: tuple[str, ...] = ()  # approvals that nothing here asks for, each as a person would name it
    gap: Gap | None = None  # where the two sides are a map as it is and as it shall be
    theme: Theme | None = None  # for pictures and pages
    titles: Mapping[str, str] = field(default_factory=dict)  # of all maps at the head, by id
    display: Display = Display()

    def sentence(self, change: Change) -> str:
        """What changed, in words; raw text of maps."""
        return sentence(change, self.words)

    def reason(self, change: Change) -> str:
        """Why it is better or worse; empty where that needs no reason."""
        return reason(change, self.words)

    def details(self, change: Change) -> tuple[str, ...]:
        """What changed along with it, as `Sample size: 15 → 9`; raw text of maps."""
        return details(change, self.words)

    def grade(self, change: Change, usual: Level = "notable") -> str:
        """The level in words; empty for the usual one, which would stand in every line."""
        return "" if change.level == usual else self.words(f"review.level.{change.level}")

    def graded(self, change: Change) -> str:
        """`Worse`, `Better (breaking)`: what it does to the customer, and its level if that is not the usual one."""
        effect, level = self.words(f"review.{change.effect}"), self.grade(change)
        return self.words("review.grade", effect=effect, level=level) if level else effect

    @property
    def notes(self) -> tuple[str, ...]:
        """What the reader has to know besides, in sentences; raw text of maps."""
        return tuple(noted(note, self.words) for note in self.comparison.notes)

    def touched(self) -> Iterator[tuple[str, Spot]]:
        """What is unchanged and what it refers to, as raw text, with its place."""
        names = {change.fingerprint: (change.thing, change.name) for change in self.comparison.changes}
        for one in self.comparison.touched:
            what, changed = self._called(one.thing, one.name), self._called(*names.get(one.fingerprint, ("", "")))
            title = self.words.quote(self.titles.get(one.map, one.map))
            yield self.words("review.refers", what=what[:1].upper() + what[1:], map=title, changed=changed), one.spot

    def _called(self, thing: str, name: str) -> str:
        """`pain point “Too dear”`; kinds without a word of their own go by their name alone."""
        try:
            noun = self.words(f"diff.thing.{thing}")
        except KeyError:
            return self.words.quote(name)
        return f"{noun} {self.words.quote(name)}" if name else noun

    def verdict_of(self, one: MapComparison) -> str:
        """What changed in one map, in a sentence; raw text of maps."""
        alone = replace(self.comparison, project=(), maps=(one,), touched=(), broken=(), notes=())
        return verdict(alone, self.words)

    def stops(self, change: Change) -> bool:
        """Whether the change trips the gate."""
        return self.fail_on is not None and change.fingerprint not in self.approved and trips(change, self.fail_on)

    @property
    def stopping(self) -> tuple[Change, ...]:
        return tuple(change for change in self.comparison.changes if self.stops(change))

    @property
    def approvals(self) -> int:
        """How many of the changes are approved."""
        return sum(change.fingerprint in self.approved for change in self.comparison.changes)


def tally(changes: Iterable[Change]) -> Tally:
    listed = tuple(changes)
    effects = Counter(change.effect for change in listed)
    breaking = sum(change.level == "breaking" for change in listed)
    return Tally(len(listed), effects["worse"], effects["better"], effects["neutral"], breaking)


def by_effect(changes: Iterable[Change]) -> list[tuple[Effect, tuple[Change, ...]]]:
    """Worse, better, neutral, as far as there are any; in each the breaking ones first."""
    ranked = sorted(changes, key=lambda change: LEVELS.index(change.level))
    groups = ((effect, tuple(c for c in ranked if c.effect == effect)) for effect in EFFECTS)
    return [(effect, group) for effect, group in groups if group]


def usual_level(changes: Iterable[Change]) -> Level:
    """What needs no mention: notable, or minor where nothing weighs more."""
    return "minor" if all(change.level == "minor" for change in changes) else "notable"


def worst_first(changes: Iterable[Change]) -> list[Change]:
    """By level and effect, and among equals what weighs most."""
    return sorted(changes, key=lambda one: (LEVELS.index(one.level), EFFECTS.index(one.effect), -weight(one)))


def whole_maps(maps: Iterable[MapComparison]) -> tuple[tuple[Change, ...], tuple[MapComparison, ...]]:
    """The changes of maps of which nothing is told but that they came or went, and the maps that tell more."""
    every = tuple(maps)
    whole = tuple(change for one in every if _is_whole(one) for change in one.changes)
    return whole, tuple(one for one in every if not _is_whole(one))


def _is_whole(one: MapComparison) -> bool:
    return [(change.thing, change.field) for change in one.changes] == [("map", "")]


def is_new(one: MapComparison) -> bool:
    return one.base is None and one.head is not None


def is_gone(one: MapComparison) -> bool:
    return one.head is None


def place(spot: Spot) -> str:
    """`maps/buy.journey.yaml:12`, as editors and terminals open it; raw."""
    return f"{spot.file}:{spot.line}"
