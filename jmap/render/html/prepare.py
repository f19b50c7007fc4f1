"""A journey to everything that its page says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jmap.render.html.entries import Entries
from jmap.render.html.figures import figures
from jmap.render.html.links import file_link
from jmap.render.html.people import cards
from jmap.render.html.report.report import report
from jmap.render.html.sources import Register
from jmap.render.html.tables import Tables
from jmap.render.html.view import Link, PageView
from jmap.render.html.ways import ways
from jmap.text.direction import is_rtl

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.resolve.journey import Journey, Workspace

FILES = {"swimlane": ("svg",), "flow": ("svg", "dot"), "touchpoints": ("svg", "dot")}


def prepare(journey: Journey, workspace: Workspace, words: Words) -> PageView:
    """The texts of the page, in the words of the map's language."""
    register = Register(words)
    stages = Tables(journey, workspace, words, Entries(journey, words, register)).all()
    return PageView(
        language=journey.locale,
        rtl=is_rtl(journey.title),
        title=journey.title,
        project=journey.project_title or words("index.title"),
        description=journey.description,
        state=words(f"state.{journey.state}"),
        basis=words(f"basis.{journey.basis}"),
        future_of=_future_of(journey, workspace, words),
        facts=_facts(journey, words),
        intentions=_intentions(journey, words),
        personas=cards(journey, words),
        figures=figures(journey, words),
        stages=stages,
        report=report(journey, words, register),
        ways=ways(journey, words),
        evidence=register.rows(),
        coverage=_coverage(journey, words),
        files=_files(journey, workspace),
    )


def _future_of(journey: Journey, workspace: Workspace, words: Words) -> Link | None:
    if not journey.future_of:
        return None
    now = workspace.journey(journey.future_of)
    title = now.title if now else journey.future_of
    return Link(words("page.future_of", title=title), file_link(f"{journey.future_of}.html"))


def _facts(journey: Journey, words: Words) -> tuple[tuple[str, str], ...]:
    found = (
        ("owner", journey.owner),
        ("reviewed", words.date(journey.reviewed) if journey.reviewed else ""),
        ("next_review", words.date(journey.next_review) if journey.next_review else ""),
        ("tags", ", ".join(journey.tags)),
    )
    return tuple((words(f"foot.{name}"), text) for name, text in found if text)


def _intentions(journey: Journey, words: Words) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What the journey is about: one heading, one or more paragraphs."""
    found = (
        ("scenario", (journey.scenario,)),
        ("goal", (journey.goal,)),
        ("expectations", journey.expectations),
        ("business_goal", (journey.business_goal,)),
    )
    return tuple((words(f"fact.{name}"), texts) for name, texts in found if any(texts))


def _coverage(journey: Journey, words: Words) -> str:
    if not journey.coverage.total:
        return ""
    return words("foot.items", known=words.number(journey.coverage.known), total=words.number(journey.coverage.total))


def _files(journey: Journey, workspace: Workspace) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """The pictures and their sources that lie beside the page, if they were asked for."""
    return tuple(
        (picture, tuple(_file(journey, picture, format) for format in formats if format in workspace.formats))
        for picture, formats in FILES.items()
    )


def _file(journey: Journey, picture: str, format: str) -> Link:
    return Link(format.upper(), file_link(f"{journey.id}.{picture}.{format}"))
