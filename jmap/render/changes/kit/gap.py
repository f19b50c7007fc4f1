"""The gap between a map as it is and as it shall be, in a few lines: raw text of maps."""

from __future__ import annotations

from collections.abc import Iterator

from jmap.diff.gap import Gap
from jmap.locale.words import Words
from jmap.resolve.journey import Span


def gap_lines(gap: Gap, words: Words) -> list[str]:
    """What the future map takes away, brings and saves, a line each; what nobody knows has none."""
    return [*_steps(gap, words), *_times(gap, words), *_scores(gap, words), *_pains(gap, words)]


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


def _scores(gap: Gap, words: Words) -> Iterator[str]:
    for score in gap.scores:
        if score.before is not None and score.after is not None:
            before, after = (words.score(round(value, 1)) for value in (score.before, score.after))
            who = score.persona or words("feelings.everyone")
            yield words("review.gap.score", persona=who, before=before, after=after)


def _pains(gap: Gap, words: Words) -> Iterator[str]:
    pains = gap.pains
    if pains.gone:
        yield words("review.gap.pains_gone", pains=", ".join(pains.gone))
    if pains.eased:
        yield words("review.gap.pains_eased", pains=", ".join(pains.eased))
    if pains.remaining:
        yield words("review.gap.pains_remaining", pains=", ".join(pains.remaining))
    if pains.new:
        yield words("review.gap.pains_new", pains=", ".join(pains.new))
