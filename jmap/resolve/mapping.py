"""One map file becomes one journey: everything looked up, everything that follows computed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from jmap.model import files
from jmap.resolve.catalogue import Catalogue
from jmap.resolve.define import define
from jmap.resolve.flow import left
from jmap.resolve.identity import Identity
from jmap.resolve.items import span
from jmap.resolve.journey import Journey, Place, Stage
from jmap.resolve.known import coverage
from jmap.resolve.links import Links
from jmap.resolve.lookup import Lookup
from jmap.resolve.people import actors
from jmap.resolve.pictures import Pictures
from jmap.resolve.places import Builder
from jmap.resolve.report import Report
from jmap.resolve.rows import rows
from jmap.resolve.shared import map_catalogue
from jmap.resolve.spans import next_review
from jmap.resolve.ways import Ways


@dataclass(frozen=True, slots=True)
class World:
    """What all maps of a project have in common."""

    title: str
    locale: str
    catalogue: Catalogue
    links: Links
    pictures: Pictures


def journey(file: files.MapFile, who: Identity, world: World, report: Report) -> Journey:
    """The journey of a map. It is whole if the report stays empty; else parts that could not be looked up lack."""
    catalogue = map_catalogue(world.catalogue, report, file, world.pictures)
    personas = actors(file, catalogue, report, world.pictures)
    lookup = Lookup(catalogue, report, personas)
    define(file, lookup)
    stages = _linked(Builder(file, lookup, world.pictures).stages(), world.links)
    columns = _columns(stages)
    ways = Ways(file, lookup).all(columns)
    remaining = left(ways, [column.exits for column in columns], [persona.id for persona in personas])
    world.links.check(who, report)
    return replace(
        _head(file, who, world, lookup),
        personas=personas,
        lanes=rows(stages, file.lanes, catalogue, report),
        stages=stages,
        columns=columns,
        ways=ways,
        left=remaining.arriving,
        left_at_end=remaining.at_end,
        left_by_persona=remaining.by_persona,
        coverage=coverage(stages),
    )


def _head(file: files.MapFile, who: Identity, world: World, lookup: Lookup) -> Journey:
    """What a map says about itself, still without its stages."""
    every = span(file.review_every)
    return Journey(
        id=who.id,
        file=who.file,
        title=file.title,
        description=file.description,
        state=file.state,
        future_of=world.links.find(file.future_of),
        basis=file.basis,
        scenario=file.scenario,
        goal=file.goal,
        expectations=file.expectations,
        business_goal=file.business_goal,
        owner=lookup.owner(file.owner),
        reviewed=file.reviewed,
        review_every=every,
        next_review=next_review(file.reviewed, every),
        tags=file.tags,
        locale=file.locale or world.locale,
        renamed_from=file.renamed_from,
        project_title=world.title,
    )


def _linked(stages: Sequence[Stage], links: Links) -> tuple[Stage, ...]:
    """The stages with the maps that detail them by their ids, however those were spelled."""
    return tuple(
        replace(
            stage,
            journey=links.find(stage.journey),
            steps=tuple(replace(step, journey=links.find(step.journey)) for step in stage.steps),
        )
        for stage in stages
    )


def _columns(stages: Sequence[Stage]) -> tuple[Place, ...]:
    return tuple(column for stage in stages for column in (stage.steps or (stage,)))
