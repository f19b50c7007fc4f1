"""From a comparison to a review for each reader: what was approved, in which language, on which terminal."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from jmap.cli.approving import approved_in, with_mistakes
from jmap.cli.comparing import Work
from jmap.cli.destination import Destination
from jmap.cli.findings import as_text
from jmap.cli.located import joined
from jmap.cli.terminal import colour
from jmap.diff.wording import verdict
from jmap.locale.words import words
from jmap.render.changes.kit.gap import gap_verdict
from jmap.render.changes.kit.gate import FailOn
from jmap.render.changes.kit.review import Display, Review
from jmap.theme.theme import Theme

FROM_HERE = ("text", "json")  # name files as somebody here would type them; the others, as services do
DRAWN = ("svg", "html")


@dataclass(frozen=True, slots=True)
class Reviews:
    """One review as every reader needs it. `here` is that of somebody in the folder where jmap runs."""

    work: Work
    here: Review

    def of(self, one: Destination, verbose: bool) -> Review:
        """The review for what is written there: its files, its theme, its terminal."""
        made = self.here
        if one.format not in FROM_HERE:
            made = replace(made, comparison=joined(self.work.projects, self.work.top))
        if one.format in DRAWN:
            made = replace(made, theme=_theme(self.work))
        if one.format == "text":
            made = replace(made, display=_display(one, made, verbose))
        return made


def reviews(work: Work, fail_on: FailOn | None, cwd: Path) -> Reviews:
    """What was compared, with what somebody approved of it; the mistakes in approvals are told with those of maps."""
    language, found = words(_locale(work)), approved_in(work.projects)
    said = gap_verdict(work.gap, language) if work.gap else ""
    said = said or verdict(joined(work.projects, cwd), language)
    work = replace(work, projects=with_mistakes(work.projects, found.mistakes))
    here = Review(
        comparison=joined(work.projects, cwd), words=language, verdict=said, fail_on=fail_on,
        approved=found.fingerprints, unused=tuple(f"{one.fingerprint} ({one.reason})" for one in found.unused),
        gap=work.gap, titles=dict(_titles(work)),
    )  # fmt: skip
    return Reviews(work, here)


def _titles(work: Work) -> Iterator[tuple[str, str]]:
    return ((journey.id, journey.title) for project in work.projects for journey in project.head.journeys)


def _locale(work: Work) -> str:
    """The language that all projects have in common, else English."""
    spoken = {project.head.locale for project in work.projects}
    return spoken.pop() if len(spoken) == 1 else "en"


def _theme(work: Work) -> Theme:
    """The project's own; of several, the first one's. What is wrong with it is for `jmap check` to say."""
    from jmap.theme.load import load_theme

    first = work.projects[0]
    theme, _ = load_theme(first.head.theme, first.folder)
    return theme


def _display(one: Destination, made: Review, verbose: bool) -> Display:
    here = one.file is None
    columns = shutil.get_terminal_size().columns if here and sys.stdout.isatty() else 0
    painted = here and colour()
    return Display(painted, columns, verbose, as_text(made.comparison.broken, painted))
