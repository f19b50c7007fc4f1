"""The history at a terminal: commit by commit, what changed for the customer, and the feelings as a row of bars."""

from __future__ import annotations

from collections.abc import Iterator

from jmap.diff.change import Change
from jmap.diff.story import Episode, people, scores
from jmap.diff.wording import balance, sentence
from jmap.render.changes.kit.escape import terminal
from jmap.render.changes.kit.paint import Paint, wrap
from jmap.render.changes.kit.review import SIGNS, worst_first
from jmap.render.story import Story
from jmap.resolve.journey import Journey

BARS = "▁▂▃▄▅▆▇█"
GONE = "·"  # no score
MOST = 5  # changes of a commit, unless all are asked for
INKS = {"worse": ("red",), "better": ("green",), "neutral": ()}


def render(story: Story) -> str:
    """The newest commit first."""
    return "\n".join(_Text(story).lines())


class _Text:
    def __init__(self, story: Story) -> None:
        self._story, self._words, self._paint = story, story.words, Paint(story.colour)

    def lines(self) -> Iterator[str]:
        yield f"{self._paint(terminal(self._story.title), 'bold')}  {terminal(self._story.file)}"
        for n, episode in enumerate(self._story.episodes):
            earlier = (one.journey for one in self._story.episodes[n + 1 :] if one.journey)
            yield ""
            yield from self._episode(episode, next(earlier, None))
        if self._story.cut:
            yield ""
            yield self._words("story.cut")

    def _episode(self, episode: Episode, earlier: Journey | None) -> Iterator[str]:
        head = " ".join(part for part in (episode.date, terminal(episode.author)) if part)
        yield f"{self._paint(head, 'bold')}  {terminal(episode.subject)}  {self._paint(episode.commit[:10], 'dim')}"
        yield from self._folded("  ", self._said(episode))
        ranked = worst_first(episode.changes)
        shown = ranked if self._story.verbose else [c for c in ranked if c.level != "minor"][:MOST]
        for change in shown if not episode.first else ():
            yield from self._change(change)
        if not episode.first and shown and len(ranked) > len(shown):
            more = self._words.number(len(ranked) - len(shown))
            yield self._paint(f"    {self._words('review.more', changes=more)}", "dim")
        yield from self._feelings(episode, earlier)

    def _said(self, episode: Episode) -> str:
        if episode.broken:
            return self._words("story.broken")
        if episode.first:
            return self._words("story.first")
        if not episode.changes:
            return self._words("story.nothing")
        return balance(episode.changes, self._words) + "."  # the changes themselves stand below

    def _change(self, change: Change) -> Iterator[str]:
        sign = self._paint(SIGNS[change.effect], *INKS[change.effect])
        yield from self._folded(f"    {sign} ", sentence(change, self._words), 6)

    def _feelings(self, episode: Episode, earlier: Journey | None) -> Iterator[str]:
        """A bar for each step, from the lowest score to the highest; a dot where nobody says. Those that moved have the
        colour of better or worse.
        """
        if episode.journey is None:
            return
        for id, name in people(episode.journey).items():
            felt, was = scores(episode.journey, id), scores(earlier, id) if earlier else {}
            steps = (place.id for place in episode.journey.columns)
            bars = "".join(self._paint(_bar(felt.get(step)), *_ink(was.get(step), felt.get(step))) for step in steps)
            yield f"    {bars}  {self._paint(terminal(name or self._words('feelings.everyone')), 'dim')}"

    def _folded(self, start: str, text: str, indent: int = 2) -> Iterator[str]:
        widest = max(30, self._story.columns - indent) if self._story.columns else 0
        for n, line in enumerate(wrap(terminal(text), widest)):
            yield (start if n == 0 else " " * indent) + line


def _ink(was: float | None, now: float | None) -> tuple[str, ...]:
    if was is None or now is None or was == now:
        return ()
    return ("green", "bold") if now > was else ("red", "bold")


def _bar(score: float | None) -> str:
    return GONE if score is None else BARS[min(7, round((score + 2) / 4 * 7))]
