"""A comment on a pull request: the verdict in a sentence, a table by map, a picture of the feelings, details folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from jmap.diff.change import Change, Spot
from jmap.render.changes.kit.budget import Budget, size
from jmap.render.changes.kit.escape import Markdown, markdown
from jmap.render.changes.kit.parts import Parts, code
from jmap.render.changes.kit.review import Review, by_effect, place, usual_level, whole_maps, worst_first

MARKER = "<!-- jmap-diff -->"  # by this line a job finds its comment again
LONGEST = 60_000  # characters; GitHub takes 65,536
RESERVED = 1_000  # for line ends between blocks, and for the sentence that says how much is left out
FOLD = 400  # what stands around the changes of a map, besides its title

Lines = Mapping[int, Markdown]  # by the `id()` of their change: two projects may share a fingerprint


def render(review: Review) -> str:
    """The review as Markdown of GitHub and GitLab, with the most important changes if not all fit."""
    return _Comment(review).text()


class _Comment:
    def __init__(self, review: Review) -> None:
        self._review, self._words, self._parts = review, review.words, Parts(review)
        self._usual = usual_level(review.comparison.changes)
        self._whole, self._told = whole_maps(review.comparison.maps)
        self._files = {one.id: one.file for one in self._told}  # their folds name them

    def text(self) -> str:
        """The parts around the changes come first: what they leave is the changes' own."""
        comparison, parts = self._review.comparison, self._parts
        verdict = Markdown(f"**{markdown(self._review.verdict)}**")
        head = [Markdown(MARKER), verdict, *parts.gate(), *parts.mistakes(), *parts.gap(), *parts.table()]
        foot = [*parts.touched(), *parts.notes(), parts.sides()]
        charts = [parts.charts(one) for one in self._told]
        if len(comparison.maps) == len(charts) == 1 and not comparison.project:
            head += charts[0]
            charts = [[]]
        taken = sum(size(block) + 2 for block in (*head, *foot, *(one for some in charts for one in some)))
        lines = self._lines(Budget(LONGEST - RESERVED - taken))
        folds = [self._fold(parts.project(), comparison.project, lines, [])]
        folds += [
            self._fold(parts.title(one), one.changes, lines, [code(one.file), *pictures])
            for one, pictures in zip(self._told, charts, strict=True)
        ]
        folds += [self._fold(Markdown(self._words("review.whole_maps")), self._whole, lines, [])]
        return "\n\n".join([*head, *filter(None, folds), *self._remainder(len(lines)), *foot])

    def _lines(self, budget: Budget) -> Lines:
        """Those that fit, worst first."""
        titles = {one.id: self._parts.title(one) for one in self._review.comparison.maps}
        lines: dict[int, Markdown] = {}
        begun: set[str] = set()
        for change in worst_first(self._review.comparison.changes):
            line = self._line(change)
            title = titles.get(change.map) or self._parts.project()
            file = code(self._files.get(change.map, ""))
            if not budget.take(line, *(() if change.map in begun else ("x" * FOLD, title, file))):
                break
            begun.add(change.map)
            lines[id(change)] = line
        return lines

    def _line(self, change: Change) -> Markdown:
        words, spot, why = self._words, change.head or change.base, self._review.reason(change)
        grade = self._review.grade(change, self._usual)
        parts = [f"- **{grade}:**" if grade else "-", markdown(self._review.sentence(change))]
        parts += [f"({markdown(why)})"] if why else []
        parts += [f"*{words('review.approved')}*"] * (change.fingerprint in self._review.approved)
        if spot:
            where = self._place(spot, change.map)
            where = where if change.head else self._parts.say("review.before", place=where)
            parts.append(f"<sub>{where}</sub>")
        return Markdown(" ".join(parts))

    def _place(self, spot: Spot, map: str) -> Markdown:
        """The line alone, in the file that the fold of the map names; elsewhere both."""
        if spot.file == self._files.get(map):
            return self._parts.say("review.line", line=Markdown(str(spot.line)))
        return code(place(spot))

    def _fold(
        self, title: Markdown, changes: Sequence[Change], lines: Lines, above: Iterable[Markdown]
    ) -> Markdown | None:
        """A map's changes by effect. The summary is HTML, where Markdown's own signs would be shown."""
        shown = [change for change in changes if id(change) in lines]
        if not shown:
            return None
        count = self._parts.plural("change", len(changes))
        blocks = [f"<details>\n<summary><b>{title}</b>: {count}</summary>", *above]
        for effect, group in by_effect(shown):
            blocks += [f"**{self._parts.effect(effect)}**", "\n".join(lines[id(change)] for change in group)]
        return Markdown("\n\n".join([*blocks, *self._parts.more(len(changes) - len(shown)), "</details>"]))

    def _remainder(self, listed: int) -> Iterator[Markdown]:
        left = len(self._review.comparison.changes) - listed
        if left > 0:
            changes = self._parts.plural("more_change", left)
            yield Markdown(f"**{self._parts.say('review.remainder', changes=changes)}**")
