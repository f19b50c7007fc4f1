"""The gap between a map as it is and as it shall be, in a few lines: raw text of maps."""

from __future__ import annotations

from collections.abc import Iterator

from jmap.diff.change import Effect
from jmap.diff.gap import Gap
from jmap.locale.words import MINUS, Words
from jmap.resolve.content import PainPoint, Span
from jmap.resolve.journey import Journey

BETTER: Effect = "better"
WORSE: Effect = "worse"


def gap_lines(gap: Gap, words: Words) -> list[str]:
    """What the future map takes away, brings and saves, a line each; what nobody knows has none."""
    return [*_steps(gap, words), *_times(gap, words), *gap_feelings(gap, words), *_pains(gap, words)]


def gap_figures(gap: Gap, words: Words) -> list[tuple[str, str, Effect]]:
    """The same in few figures: each with what it is, and what it does to the customer."""
    steps = len(gap.steps_added) - len(gap.steps_removed)
    found: list[tuple[str, str, Effect]] = (
        [(_signed(steps, words), words("overlay.thing.step"), "neutral")] if steps else []
    )
    for kind, seconds in _told_times(gap):
        time = words.span(Span(abs(seconds), abs(seconds)))
        sign, effect = (MINUS, BETTER) if seconds > 0 else ("+", WORSE)
        found.append((f"{sign}{time}", _capital(words(f"diff.field.{kind}")), effect))
    pains = (("gone", gap.pains.gone, BETTER), ("eased", gap.pains.eased, BETTER), ("new", gap.pains.new, WORSE))
    for key, labels, effect in pains:
        if labels:
            found.append((words.number(len(labels)), words(f"overlay.heading.pains_{key}"), effect))
    return found


def _signed(count: int, words: Words) -> str:
    return f"{'+' if count > 0 else MINUS}{words.number(abs(count))}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _told_times(gap: Gap) -> list[tuple[str, float]]:
    """Waiting, and all that the customer does; what takes long in all holds both."""
    known = (("waiting", gap.waiting), ("active", gap.active))
    told = known if gap.waiting or gap.active else (("elapsed", gap.elapsed),)
    return [(kind, seconds) for kind, seconds in told if seconds]


def gap_verdict(gap: Gap, words: Words) -> str:
    """What it comes to, in the one sentence that is read by who reads no other; empty where nothing can be counted."""
    parts = [*_fewer(gap, words), *_less(gap, words)]
    for key, labels in (("gone", gap.pains.gone), ("eased", gap.pains.eased), ("new", gap.pains.new)):
        if labels:
            parts.append(words(f"review.gap.short.{key}", pains=words.plural("pain_point", len(labels))))
    return words("review.gap.verdict", parts=", ".join(parts)) if parts else ""


def _fewer(gap: Gap, words: Words) -> Iterator[str]:
    fewer = len(gap.steps_removed) - len(gap.steps_added)
    if fewer:
        key = "review.gap.short.fewer" if fewer > 0 else "review.gap.short.more"
        yield words(key, steps=words.plural("step", abs(fewer)))


def _less(gap: Gap, words: Words) -> Iterator[str]:
    for kind, seconds in _told_times(gap):
        side = "less" if seconds > 0 else "longer"
        yield words(f"review.gap.short.{kind}_{side}", time=words.span(Span(abs(seconds), abs(seconds))))


def _steps(gap: Gap, words: Words) -> Iterator[str]:
    if gap.steps_removed:
        yield words("review.gap.removed", steps=", ".join(map(words.quote, gap.steps_removed)))
    if gap.steps_added:
        yield words("review.gap.added", steps=", ".join(map(words.quote, gap.steps_added)))


def _times(gap: Gap, words: Words) -> Iterator[str]:
    for kind, seconds in (("active", gap.active), ("waiting", gap.waiting), ("elapsed", gap.elapsed)):
        if seconds:
            time = words.span(Span(abs(seconds), abs(seconds)))
            key = "review.gap.less" if seconds > 0 else "review.gap.longer"
            yield words(key, kind=words(f"time.{kind}"), time=time)


def gap_feelings(gap: Gap, words: Words) -> Iterator[str]:
    """How each persona feels over the whole journey, before and after."""
    for score in gap.scores:
        if score.before is not None and score.after is not None:
            before, after = (words.score(round(value, 1)) for value in (score.before, score.after))
            who = score.persona or words("feelings.everyone")
            yield words("review.gap.score", persona=who, before=before, after=after)


def _pains(gap: Gap, words: Words) -> Iterator[str]:
    """In their own words: the two maps number theirs from one, each for itself."""
    one = next(iter(gap.comparison.maps), None)
    now, then = (_texts(journey, words) for journey in ((one.base, one.head) if one else (None, None)))
    pains = gap.pains
    lists = (("gone", pains.gone, now), ("eased", pains.eased, now), ("remaining", pains.remaining, now))
    for key, labels, texts in (*lists, ("new", pains.new, then)):
        if labels:
            told = ", ".join(texts.get(label, label) for label in labels)
            yield words(f"review.gap.pains_{key}", count=words.number(len(labels)), pains=told)


def _texts(journey: Journey | None, words: Words) -> dict[str, str]:
    """The pain points of a map as they are quoted, by label."""
    items = (item for _, item in journey.every("pain_points")) if journey else ()
    return {item.label: words.quote(item.text) for item in items if isinstance(item, PainPoint)}
