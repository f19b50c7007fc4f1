"""How the emotion curve moved over time: a row a commit, all on the steps of the newest map, the newest on top."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from jmap.diff.story import Episode, people, scores
from jmap.layout.curve.hermite import segments
from jmap.layout.kit import Block, Kit, flow, persona_token, shape_of, stack
from jmap.layout.move import mirror, settle
from jmap.layout.scene import Box, Curve, Group, Item, Mark, Scene, Text
from jmap.locale.words import Words
from jmap.resolve.content import Persona
from jmap.resolve.journey import Journey
from jmap.text.direction import is_rtl, kept_apart
from jmap.text.typesetter import Typesetter

MARGIN, RAIL = 56.0, 384.0
COLUMN_MIN, COLUMN_MAX, ROOM = 56.0, 152.0, 1500.0
INSET = 0.25  # of a column, before its point; the step's name begins there and has the rest
HEIGHT, PAD = 132.0, 16.0  # of a row's curve from +2 to -2, and the least paper around it
LINE, BEFORE, POINT = 2.4, 1.25, 9.0
AWAY, NEXT = 13.0, 30.0  # from a point to its stem, and from that to another persona's


def story(title: str, episodes: Sequence[Episode], type: Typesetter, words: Words) -> Scene:
    """The whole picture. Rows show the commits that moved a curve, and the newest; others are named between them."""
    newest = next((episode.journey for episode in episodes if episode.journey), None)
    if newest is None:
        return _empty(title, type, words)
    return _Picture(title, episodes, newest, type, words).scene()


class _Picture:
    def __init__(
        self, title: str, episodes: Sequence[Episode], newest: Journey, type: Typesetter, words: Words
    ) -> None:
        self.title, self.episodes, self.newest, self.type, self.words = title, episodes, newest, type, words
        self.kit = Kit(newest, type, words)
        count = len(newest.columns)
        self.column = float(int(min(max(COLUMN_MIN, ROOM / count), COLUMN_MAX)))
        self.left, self.right = MARGIN + RAIL, MARGIN + RAIL + self.column * (count + INSET)
        self.x = {place.id: self.left + (n + INSET) * self.column for n, place in enumerate(newest.columns)}

    def scene(self) -> Scene:
        width = max(self.right, MARGIN + 900) + MARGIN
        items: list[Item] = []
        y = 48.0
        head = self._head(width - 2 * MARGIN)
        items += head.at(MARGIN, y)
        y += head.height + 32
        names = self._names()
        items += names.at(0, y)
        y += names.height + 14
        for n, episode in enumerate(self.episodes):
            earlier = self._earlier(n)
            row = self._row(episode, earlier, n == 0 or earlier is None or self._moved(episode.journey, earlier))
            items.append(Curve((("M", MARGIN, y), ("L", self.right, y)), "hair", 1))
            items += row.at(0, y)
            y += row.height
        items.append(Curve((("M", MARGIN, y), ("L", self.right, y)), "ink", 2))
        foot = self.kit.text(self.words("story.key"), "caption", self.right - MARGIN, "ink3")
        items += foot.at(MARGIN, y + 16)
        rtl = is_rtl(self.title)
        drawn = mirror(settle(tuple(items)), width) if rtl else settle(tuple(items))
        said = self.words("story.picture")
        return Scene(width, y + 16 + foot.height + 40, self.title, said, drawn, self.words.locale, rtl)

    def _head(self, width: float) -> Block:
        days = [self._day(episode) for episode in self.episodes if episode.date]
        span = f"{days[-1]} – {days[0]}" if len(set(days)) > 1 else "".join(days[:1])
        lead = ", ".join(filter(None, (self.words.plural("commit", len(self.episodes)), span)))
        marks = [self._person(persona) for persona in self._people()]
        people = [flow(marks, width, 24, 8)] if marks else []
        parts = [
            self.kit.text(self.words("story.tag"), "label-strong", width, "ink2"),
            self.kit.text(self.title, "title-page", width),
            self.kit.text(lead, "fact", width, "ink2"),
        ]
        return stack([*parts, *people], 10)

    def _person(self, persona: Persona) -> Block:
        token = persona_token(persona)
        name = self.kit.line(persona.name, "body-strong", f"{token}_text")
        mark = Mark(shape_of(persona), 7, 9, 11, token)
        return Block(name.width + 22, name.height, (mark, *name.at(22, 0)))

    def _people(self) -> tuple[Persona, ...]:
        shown = people(self.newest)
        return tuple(persona for persona in self.newest.personas if persona.id in shown)

    def _names(self) -> Block:
        """The steps of the newest map, each above its points and to the right of them."""
        blocks = [self.kit.text(place.name, "small-strong", self.column - 8, "ink2") for place in self.newest.columns]
        height = max(block.height for block in blocks)
        items: list[Item] = []
        for x, block in zip(self.x.values(), blocks, strict=True):
            items += block.at(x - POINT / 2, height - block.height)
        return Block(self.right, height, tuple(items))

    def _earlier(self, n: int) -> Journey | None:
        return next((episode.journey for episode in self.episodes[n + 1 :] if episode.journey), None)

    def _moved(self, now: Journey | None, before: Journey) -> bool:
        """Whether one of the curves is another one now."""
        return now is not None and self._felt(now) != self._felt(before)

    def _felt(self, journey: Journey) -> list[dict[str, float]]:
        """What is drawn of a journey: the scores of each persona on the steps of the newest map."""
        ids = [persona.id for persona in self._people()] or [""]
        return [{step: score for step, score in scores(journey, id).items() if step in self.x} for id in ids]

    def _row(self, episode: Episode, earlier: Journey | None, drawn: bool) -> Block:
        """Who changed what, and the curves after it with the curves before it thin and dashed, if one of them moved."""
        if episode.journey is None or not drawn:
            about = self._about(episode, self.right - MARGIN)
            return self._commit(episode, about.height + 2 * PAD, about.at(MARGIN, PAD))
        about = self._about(episode, RAIL - 40)
        height = max(about.height, HEIGHT) + 2 * PAD
        top = (height - HEIGHT) / 2
        items: list[Item] = [*about.at(MARGIN, PAD), *self._ground(top)]
        people = self._people() or (None,)
        for persona in people:
            if earlier:
                items += self._curve(earlier, persona, top, now=False)
            items += self._curve(episode.journey, persona, top, now=True)
        if earlier:
            for n, (was, felt) in enumerate(zip(self._felt(earlier), self._felt(episode.journey), strict=True)):
                items += self._stems(was, felt, top, AWAY + n * NEXT)
        return self._commit(episode, height, items)

    def _commit(self, episode: Episode, height: float, items: Iterable[Item]) -> Block:
        return Block(self.right, height, (Group(tuple(items), "commit", episode.subject),))

    def _stems(self, was: Mapping[str, float], felt: Mapping[str, float], top: float, away: float) -> Iterable[Item]:
        """From each old score to the new one, with how far it is."""
        for step in felt:
            if was.get(step, felt[step]) != felt[step]:
                yield from self._stem(step, was, felt, top, away)

    def _stem(
        self, step: str, was: Mapping[str, float], felt: Mapping[str, float], top: float, away: float
    ) -> Iterable[Item]:
        """On the side where its amount is farther from the curves."""
        old, new, x = _y(was[step], top), _y(felt[step], top), self.x[step]
        ink = "gain" if felt[step] > was[step] else "pain"
        amount = self.kit.line(self.words.score(felt[step] - was[step]), "small-strong", ink)
        reach = away + 5 + amount.width / 2  # from the point to the middle of the amount
        middle = (old + new) / 2
        side = max((1, -1), key=lambda side: self._free(x + side * reach, middle, top, felt, was))
        yield Curve((("M", x + side * away, old), ("L", x + side * away, new)), ink, 1.6, arrow=True)
        for item in amount.at(x + side * reach - amount.width / 2, middle - amount.height / 2):
            yield replace(item, halo="tint") if isinstance(item, Text) else item

    def _free(self, x: float, y: float, top: float, *curves: Mapping[str, float]) -> float:
        """How far a place is from these curves, above or below."""
        return min(abs(_y(score, top) - y) for felt in curves if (score := self._score(x, felt)) is not None)

    def _score(self, x: float, felt: Mapping[str, float]) -> float | None:
        """About the score of a curve at x; that of its end where it does not reach that far."""
        points = [(self.x[step], score) for step, score in felt.items()]
        for (left, one), (right, other) in pairwise(points):
            if left <= x <= right:
                return one + (other - one) * (x - left) / (right - left)
        return points[0 if x < points[0][0] else -1][1] if points else None

    def _about(self, episode: Episode, width: float) -> Block:
        who = " · ".join(filter(None, (self._day(episode) if episode.date else "", episode.author)))
        said = episode.said
        if episode.broken or episode.first or not said:
            said = self.words("story.broken" if episode.broken else "story.first" if episode.first else "story.nothing")
        return stack(
            [
                self.kit.text(who, "caption", width, "ink3"),
                self.kit.text(episode.subject, "body-strong", width),
                self.kit.text(kept_apart(said), "body", width, "pain" if episode.broken else "ink2"),
            ],
            4,
        )

    def _day(self, episode: Episode) -> str:
        return self.words.date(datetime.date.fromisoformat(episode.date))

    def _ground(self, top: float) -> Iterable[Item]:
        yield Box(self.left, top, self.right - self.left, HEIGHT, "tint")
        middle = top + HEIGHT / 2
        yield Curve((("M", self.left, middle), ("L", self.right, middle)), "line", 1)
        for score, sign in ((2, "+2"), (-2, "−2")):
            yield Text(self.left - 8, _y(score, top) + (10 if score > 0 else 0), sign, "small", "ink3", "right", 16)

    def _curve(self, journey: Journey, persona: Persona | None, top: float, now: bool) -> Iterable[Item]:
        """Through the steps that the newest map still has, in its order; a step without a score breaks the line."""
        felt = scores(journey, persona.id if persona else "")
        ink = persona_token(persona) if persona else "persona1"
        there = {place.id for place in journey.columns}
        points = [(x, _y(felt[id], top)) if id in felt else None for id, x in self.x.items() if id in there]
        for run in _runs(points):
            commands = (("M", *run[0]), *segments(run)) if len(run) > 1 else ()
            if commands and now:
                yield Curve(commands, ink, LINE)
            elif commands:
                yield Curve(commands, ink, BEFORE, "dashed", opacity=0.7)
            for x, y in run if now else ():
                yield Mark(shape_of(persona) if persona else "circle", x, y, POINT, ink)


def _y(score: float, top: float) -> float:
    return top + (2 - score) / 4 * HEIGHT


def _runs(points: Sequence[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    """What is joined by a line: neighbours that both have a score."""
    runs: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if run]


def _empty(title: str, type: Typesetter, words: Words) -> Scene:
    said = type.wrap(words("story.undrawn"), "fact", 700)
    items = tuple(
        Text(MARGIN, 60 + said.ascent + n * said.line_height, line.text, said.style, "ink", "left", line.width)
        for n, line in enumerate(said.lines)
    )
    return Scene(820, 120 + said.height, title, words("story.picture"), items, words.locale, False)
