"""The atlas: every map of the project with its health, and those that could not be built with the reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from jmap.render.html.links import file_link
from jmap.render.html.people import who
from jmap.render.html.policy import colours, content_policy
from jmap.render.html.templates import Templates
from jmap.render.html.thumbnail import HEIGHT, WIDTH, Thumbnail, thumbnail
from jmap.render.html.view import Link, Who
from jmap.text.direction import is_rtl
from jmap.text.embed import font_css

if TYPE_CHECKING:
    from jmap.diagnostics import Diagnostic
    from jmap.locale.words import Words
    from jmap.resolve.journey import FailedMap, Journey, Workspace
    from jmap.theme.theme import Theme

PICTURES = ("swimlane", "flow", "touchpoints")


@dataclass(frozen=True, slots=True)
class MapCard:
    """One map that was built. `coverage` is 0 to 100, or None for a map without items."""

    title: str
    rtl: bool
    href: str
    description: str
    state: str
    future: bool
    people: tuple[Who, ...]
    size: str
    facts: tuple[tuple[str, str, bool], ...]  # name, text, and whether something is missing
    coverage: int | None
    covered: str
    curve: Thumbnail
    files: tuple[Link, ...]
    leads: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FailedCard:
    """One map with errors."""

    name: str
    file: str
    diagnostics: tuple[Diagnostic, ...]


def index(
    workspace: Workspace,
    theme: Theme,
    words: Words,
    failed: Sequence[FailedMap],
    diagnostics: Sequence[Diagnostic],
    templates: Templates | None = None,
) -> str:
    """The whole file. `diagnostics` of files that are no map stand under the name of their file."""
    templates = templates or Templates()
    cards = tuple(_card(journey, workspace, words) for journey in workspace.journeys)
    failures = _failures(failed, diagnostics)
    title = workspace.title or words("index.title")
    css = "".join((colours(theme), font_css(_texts(title, cards, failures, words)), templates.sheet("index.css")))
    return templates.render(
        "index.html",
        words,
        language=words.locale,
        rtl=is_rtl(title),
        title=title,
        cards=cards,
        failures=failures,
        size=(WIDTH, HEIGHT),
        css=Markup(css),
        policy=content_policy(css),
    )


def _card(journey: Journey, workspace: Workspace, words: Words) -> MapCard:
    share = journey.coverage.share
    steps = sum(len(stage.steps) for stage in journey.stages)
    size = [words.plural("stage", len(journey.stages)), words.plural("step", steps) if steps else ""]
    return MapCard(
        title=journey.title,
        rtl=is_rtl(journey.title),
        href=file_link(f"{journey.id}.html"),
        description=journey.description or journey.scenario,
        state=words(f"state.{journey.state}"),
        future=journey.state == "future",
        people=tuple(who(persona) for persona in journey.personas),
        size=", ".join(part for part in size if part),
        facts=_facts(journey, words),
        coverage=None if share is None else round(share * 100),
        covered="" if share is None else words.percent(round(share, 2)),
        curve=thumbnail(journey),
        files=_files(journey, workspace, words),
        leads=_leads(journey, workspace, words),
    )


def _facts(journey: Journey, words: Words) -> tuple[tuple[str, str, bool], ...]:
    owner = (words("foot.owner"), journey.owner or words("index.no_owner"), not journey.owner)
    if not journey.reviewed:
        return (owner, (words("foot.reviewed"), words("index.not_reviewed"), True))
    return (owner, (words("foot.reviewed"), words.date(journey.reviewed), False))


def _files(journey: Journey, workspace: Workspace, words: Words) -> tuple[Link, ...]:
    if "svg" not in workspace.formats:
        return ()
    return tuple(Link(words(f"index.{name}"), file_link(f"{journey.id}.{name}.svg")) for name in PICTURES)


def _leads(journey: Journey, workspace: Workspace, words: Words) -> tuple[Link, ...]:
    """The maps that this one names: those that detail it, and the one whose future it is."""
    places = (place for stage in journey.stages for place in (stage, *stage.steps))
    found = {place.journey: "page.details_in" for place in places if place.journey}
    if journey.future_of:
        found[journey.future_of] = "page.future_of"
    known = ((key, workspace.journey(id)) for id, key in found.items())
    return tuple(Link(words(key, title=j.title), file_link(f"{j.id}.html")) for key, j in known if j)


def _failures(failed: Sequence[FailedMap], diagnostics: Sequence[Diagnostic]) -> tuple[FailedCard, ...]:
    """The failed maps, then other files with mistakes, each with its own."""
    names = {one.file: one.title or one.id for one in failed}
    files = [*names, *sorted({found.file for found in diagnostics} - names.keys())]
    return tuple(
        FailedCard(names.get(file, ""), file, tuple(found for found in diagnostics if found.file == file))
        for file in files
    )


def _texts(
    title: str, cards: Sequence[MapCard], failures: Sequence[FailedCard], words: Words
) -> Mapping[str, tuple[str, ...]]:
    shown = [title, *words.every(), "0123456789,:"]
    for card in cards:
        names = (one.name + one.letter for one in card.people)
        shown += [card.title, card.description, *names, *(text for _, text, _ in card.facts)]
        shown += [link.text for link in card.leads]
    for failure in failures:
        shown += [failure.name, failure.file]
        shown += [found.message + found.expected + found.suggestion for found in failure.diagnostics]
    return {
        "body": tuple(shown),
        "body-strong": tuple(shown),
        "title-page": (title,),
        "section": (*words.every(), *(card.title for card in cards)),
    }
