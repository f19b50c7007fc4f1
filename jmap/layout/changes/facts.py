"""Change by change, what is written on the picture: a field, its value before and its value after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from jmap.diff.change import Change, Value
from jmap.diff.spoken import field_name, value
from jmap.layout.changes.union import Union
from jmap.locale.words import Words
from jmap.resolve.journey import Journey

SPEAKING = ("text", "name", "severity", "status", "score", "emotion", "share", "reason")  # values that need no name
OWN = ("text", "name", "")  # what a thing says itself, below its mark
WORDED = (*OWN, "reason", "when", "goal", "business_goal", "description", "note", "quote", "moment_of_truth")
LONG = 28  # characters from which on a value stands on lines of its own


@dataclass(frozen=True, slots=True)
class Fact:
    """`name` is the field as people say it; empty where the values speak for themselves."""

    change: Change
    name: str
    before: str
    after: str

    @property
    def field(self) -> str:
        return self.change.field.rpartition(".")[2]

    @property
    def worded(self) -> bool:
        """Whether the values are sentences, which stand below each other."""
        return self.field in WORDED or max(len(self.before), len(self.after)) > LONG


def fact(change: Change, words: Words) -> Fact:
    name = field_name(change, words) if change.field not in SPEAKING else ""
    before, after = (_said(change, one, words) for one in (change.before, change.after))
    return Fact(change, name[:1].upper() + name[1:], before, after)


def _said(change: Change, one: Value, words: Words) -> str:
    """Sentences whole and as they were written; everything else as people write it."""
    if change.field == "moment_of_truth" and one is False:
        return ""  # it was none, or is none now
    worded = change.field.rpartition(".")[2] in WORDED
    worded = worded or change.field == "emotion"
    return one if worded and isinstance(one, str) else value(change, one, words)


def shortened(changes: Sequence[Change], union: Union) -> tuple[Change, ...]:
    """The same changes with numbers instead of words where one thing names another: `P2`.

    All numbers are those of the head: what is gone there has none, and is told in its words.
    """
    head, stays = _labels(union.head), union.pairs.head_of
    now = {item.path: getattr(item, "label", "") for _, item in union.head.every("pain_points")}
    base = {
        item.text: now[stays[item.path]] for _, item in union.base.every("pain_points") if stays.get(item.path) in now
    }
    return tuple(
        replace(change, before=_numbers(change.before, base), after=_numbers(change.after, head))
        if change.field == "addresses"
        else change
        for change in changes
    )


def _labels(journey: Journey) -> dict[str, str]:
    """The numbers of the pain points by their words."""
    return {item.text: getattr(item, "label", "") for _, item in journey.every("pain_points")}


def _numbers(named: Value, labels: Mapping[str, str]) -> Value:
    if not isinstance(named, tuple):
        return named
    return tuple(labels.get(name, name) if isinstance(name, str) else name for name in named)
