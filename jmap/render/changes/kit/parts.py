"""The parts of a comment around the list of changes; each keeps to its room, and counts what has none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from jmap.diff.change import EFFECTS, Change, Effect, MapComparison, Side
from jmap.diff.wording import side_name
from jmap.render.changes.kit.budget import Budget
from jmap.render.changes.kit.curve import Curve, curves
from jmap.render.changes.kit.escape import Markdown, markdown
from jmap.render.changes.kit.gap import gap_lines
from jmap.render.changes.kit.mermaid import chart
from jmap.render.changes.kit.review import SIGNS, Review, is_gone, is_new, place, tally

TABLE, MISTAKES, TOUCHED, NOTES, CHARTS, GAP = 12_000, 6_000, 5_000, 4_000, 9_000, 5_000  # characters
TITLE = 100  # characters of a title, before it is escaped
ROWS, PEOPLE = 50, 3


class Parts:
    """What is said of a review besides its changes, in blocks of Markdown."""

    def __init__(self, review: Review) -> None:
        self._review, self._words = review, review.words
        self._pictures = Budget(CHARTS)

    def say(self, key: str, **fields: Markdown) -> Markdown:
        return Markdown(self._words(key, **fields))

    def plural(self, noun: str, count: int) -> Markdown:
        return Markdown(self._words.plural(noun, count))

    def more(self, count: int) -> list[Markdown]:
        """How many are left out; nothing if none are."""
        return [self.say("review.more", changes=Markdown(self._words.number(count)))] if count > 0 else []

    def effect(self, effect: Effect) -> Markdown:
        return Markdown(f"{SIGNS[effect]} {self._words(f'review.{effect}')}")

    def gate(self) -> Iterator[Markdown]:
        review = self._review
        if review.stopping:
            changes, gate = self.plural("change", len(review.stopping)), Markdown(review.fail_on or "")
            yield Markdown(f"❌ {self.say('review.stopped', changes=changes, gate=gate)}")
        if review.approvals:
            yield self.say("review.approvals", changes=self.plural("change", review.approvals))

    def gap(self) -> Iterator[Markdown]:
        if self._review.gap:
            yield Markdown(f"**{self._words('review.gap')}**")
            lines = gap_lines(self._review.gap, self._words)
            yield self._list((f"- {markdown(line)}" for line in lines), len(lines), GAP)

    def mistakes(self) -> Iterator[Markdown]:
        broken = self._review.comparison.broken
        if broken:
            yield self.say("review.broken", mistakes=self.plural("mistake", len(broken)))
            lines = (f"- {code(f'{d.file}:{d.line}:{d.column}')} {markdown(d.message)}" for d in broken)
            yield self._list(lines, len(broken), MISTAKES)

    def table(self) -> Iterator[Markdown]:
        comparison = self._review.comparison
        rows = [(self.project(), comparison.project)] if comparison.project else []
        rows += [(self.title(one), one.changes) for one in comparison.maps]
        if not rows:
            return
        heads = (self._words("review.map"), *map(self.effect, EFFECTS), _capital(self._words("review.level.breaking")))
        budget = Budget(TABLE)
        lines = [*takewhile(budget.take, (self._row(title, changes) for title, changes in rows[:ROWS]))]
        if rest := rows[len(lines) :]:
            title = self.say("review.more_maps", maps=self.plural("map", len(rest)))
            lines.append(self._row(title, [change for _, changes in rest for change in changes]))
        yield Markdown("\n".join([f"| {' | '.join(heads)} |", "|:--|--:|--:|--:|--:|", *lines]))

    def project(self) -> Markdown:
        return markdown(short(self._review.comparison.title or self._words("review.project")))

    def title(self, one: MapComparison) -> Markdown:
        key = "review.map_gone" if is_gone(one) else "review.map_new" if is_new(one) else ""
        title = markdown(short(one.title or one.id))
        return Markdown(f"{title} ({self._words(key)})") if key else title

    def charts(self, one: MapComparison) -> list[Markdown]:
        """Pictures of the curves that moved, as long as there is room for pictures."""
        made = (Markdown(f"{self._legend(curve)}\n\n{chart(curve)}") for curve in curves(one)[:PEOPLE])
        return [*takewhile(self._pictures.take, made)]

    def touched(self) -> Iterator[Markdown]:
        touched = list(self._review.touched())
        if touched:
            lines = (f"- {markdown(said)} {code(place(spot))}" for said, spot in touched)
            summary = f"<summary>{self.say('review.touched')} ({self._words.number(len(touched))})</summary>"
            listed = self._list(lines, len(touched), TOUCHED)
            yield Markdown(f"<details>\n{summary}\n\n{listed}\n\n</details>")

    def notes(self) -> Iterator[Markdown]:
        review = self._review
        notes = [*map(markdown, review.notes)]
        notes += [self.say("review.unused", approval=markdown(unused)) for unused in review.unused]
        if notes:
            yield self._list((f"- {note}" for note in notes), len(notes), NOTES)

    def sides(self) -> Markdown:
        comparison = self._review.comparison
        base, head = (self._side(side) for side in (comparison.base, comparison.head))
        return Markdown(f"<sub>{self.say('review.sides', base=base, head=head)}</sub>")

    def _side(self, side: Side) -> Markdown:
        known = f" ({side.commit[:10]})" if side.commit else ""
        name = short(side_name(side, self._words))
        return Markdown(f"{markdown(name) if side.key else code(name)}{known}")

    def _list(self, lines: Iterable[str], total: int, room: int) -> Markdown:
        kept = [*takewhile(Budget(room).take, lines)]
        return Markdown("\n".join([*kept, *(["", *self.more(total - len(kept))] if total > len(kept) else [])]))

    def _row(self, title: Markdown, changes: Sequence[Change]) -> str:
        found = tally(changes)
        cells = map(self._words.number, (found.worse, found.better, found.neutral, found.breaking))
        return f"| {title} | {' | '.join(cells)} |"

    def _legend(self, curve: Curve) -> Markdown:
        steps = Markdown(", ".join(f"{point.number} {markdown(short(point.name))}" for point in curve.points))
        who = markdown(short(curve.persona.name)) if curve.persona else self.say("feelings.everyone")
        said = [self.say("review.chart", persona=who, steps=steps)]
        said += [self.say("review.chart_gone", steps=self._scored(curve.gone))] if curve.gone else []
        said += [self.say("review.chart_new", steps=self._scored(curve.new))] if curve.new else []
        return Markdown(" ".join(said))

    def _scored(self, steps: Sequence[tuple[str, float]]) -> Markdown:
        return Markdown(", ".join(f"{markdown(short(name))} {self._words.score(score)}" for name, score in steps))


def code(text: str) -> Markdown:
    """Names and places: our own tag, as a back quote in the text could end one of Markdown's."""
    return Markdown(f"<code>{markdown(text, code=True)}</code>")


def short(text: str) -> str:
    return text if len(text) <= TITLE else f"{text[: TITLE - 1]}…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
