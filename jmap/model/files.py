"""The four kinds of file: a map, a project, a catalogue that a project includes, and a theme."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field
from pydantic_core import PydanticCustomError

from jmap.model.base import Part
from jmap.model.items import Touchpoints
from jmap.model.parsed import Table
from jmap.model.people import Channels, CustomLanes, KnownEvidenceList, People, Persona, Systems, Teams
from jmap.model.place import Stages
from jmap.model.problem import problem
from jmap.model.scalars import (
    Count,
    Date,
    Duration,
    Formats,
    Id,
    InnerPath,
    InnerPaths,
    Locale,
    MapBasis,
    Share,
    State,
    Text,
    Texts,
    Version,
)


class File(Part):
    """What every file opens with."""

    jmap: Version = Field(description="The version of the language. Always 1.")


class Catalogue(File):
    """What maps can share: what a bare name refers to."""

    personas: Annotated[People, Field(description="Who travels.")] = ()
    channels: Annotated[Channels, Field(description="Where touchpoints take place.")] = ()
    touchpoints: Annotated[Touchpoints, Field(description="Where customer and organisation meet.")] = ()
    teams: Annotated[Teams, Field(description="People of the organisation who own something.")] = ()
    systems: Annotated[Systems, Field(description="Software or equipment that supports a step.")] = ()
    evidence: Annotated[KnownEvidenceList, Field(description="Studies and sources that items name by their id.")] = ()
    custom_lanes: Annotated[CustomLanes, Field(description="Rows of your own.")] = ()


class CatalogueFile(Catalogue):
    """A file that a project includes: nothing but a catalogue."""


class Thresholds(Part):
    """From where on a rule minds."""

    coverage: Annotated[Share | None, Field(description="How much of a map has to rest on evidence: `50 %`.")] = None
    longest_wait: Annotated[Duration | None, Field(description="How long customers may wait: `3 days`.")] = None
    most_stages: Annotated[Count | None, Field(description="How many stages a map may have: `7`.")] = None
    most_personas: Annotated[Count | None, Field(description="How many personas a map may have: `5`.")] = None
    most_items: Annotated[Count | None, Field(description="How many items one cell may hold: `7`.")] = None
    smallest_sample: Annotated[Count | None, Field(description="On how many a percentage has to rest: `30`.")] = None


class Check(Part):
    """What `jmap check` looks for."""

    select: Annotated[Texts, Field(description="Only these rules: codes (`JM301`, `JM3`) or names.")] = ()
    ignore: Annotated[Texts, Field(description="Not these rules: codes (`JM301`, `JM3`) or names.")] = ()
    per_file: Annotated[dict[str, Texts], Table(), Field(description="Rules to ignore, by a pattern of files.")] = {}
    stale_after: Annotated[Duration | None, Field(description="When evidence and reviews grow old: `6 months`.")] = None
    jargon: Annotated[Texts, Field(description="Words of the organisation that customers do not use.")] = ()
    thresholds: Annotated[Thresholds | None, Field(description="From where on a rule minds.")] = None


class Build(Part):
    """What `jmap build` makes."""

    formats: Annotated[Formats, Field(description="Which kinds of file to make.")] = ()


class Measure(Part):
    """How a map is held against event data."""


class ProjectFile(Catalogue):
    """`jmap.yaml`: settings, and the catalogue that maps share."""

    title: Annotated[Text, Field(description="What the project is called.")] = ""
    locale: Annotated[Locale, Field(description="The language of the labels in the output.")] = "en"
    theme: Annotated[InnerPath, Field(description="The name of a theme, or the path of a `.theme.yaml` file.")] = ""
    maps: Annotated[InnerPaths, Field(description="Where the maps are: `maps/**/*.journey.yaml`.")] = ()
    output: Annotated[InnerPath, Field(description="The folder that the results are written to.")] = ""
    include: Annotated[InnerPaths, Field(description="Files with more of the catalogue: `catalogue/*.yaml`.")] = ()
    check: Annotated[Check | None, Field(description="What `jmap check` looks for.")] = None
    build: Annotated[Build | None, Field(description="What `jmap build` makes.")] = None
    measure: Annotated[Measure | None, Field(description="How maps are held against event data.")] = None


class MapFile(Catalogue):
    """`*.journey.yaml`: one journey map."""

    id: Annotated[
        Id, Field(description="A reference that survives a new title or file name. Default: the file's name.")
    ] = ""
    title: Text = Field(description="What the map is called, best in the customer's voice: `I order coffee`.")
    description: Annotated[Text, Field(description="The journey in a sentence or two.")] = ""
    state: Annotated[State, Field(description="The journey as it is, or as it shall be.")] = "current"
    future_of: Annotated[Text, Field(description="For a future map: the id of its current map.")] = ""
    basis: Annotated[MapBasis, Field(description="As designed or supposed, or as researched.")] = "planned"
    persona: Annotated[Persona | None, Field(description="One persona, in short: `Rina, a commuter`.")] = None
    scenario: Annotated[Text, Field(description="What brings the customer here.")] = ""
    goal: Annotated[Text, Field(description="What the customer wants in the end.")] = ""
    expectations: Annotated[Texts, Field(description="What the customer expects on the way.")] = ()
    business_goal: Annotated[Text, Field(description="What the organisation wants in the end.")] = ""
    owner: Annotated[Text, Field(description="Who keeps the map: a team of the catalogue, or a plain name.")] = ""
    reviewed: Annotated[Date | None, Field(description="When it was last read through: year-month-day.")] = None
    review_every: Annotated[Duration | None, Field(description="How often it is to be read through: `6 months`.")] = (
        None
    )
    tags: Annotated[Texts, Field(description="Words to find the map by.")] = ()
    locale: Annotated[Locale | None, Field(description="The language of the labels in the output.")] = None
    lanes: Annotated[Texts, Field(description="Which lanes to draw, in order. Default: all that the map uses.")] = ()
    renamed_from: Annotated[Id, Field(description="The id that this map had before.")] = ""
    stages: Stages = Field(description="The parts of the journey, in order.")

    @property
    def actors(self) -> tuple[tuple[tuple[str | int, ...], Persona], ...]:
        """The map's personas, each with its path in the file, whether `persona` or `personas` was written."""
        if self.persona is not None:
            return ((("persona",), self.persona),)
        return tuple((("personas", i), persona) for i, persona in enumerate(self.personas))

    @classmethod
    def clashes(cls, given: dict[str, Any]) -> Iterator[PydanticCustomError]:
        if "persona" in given and "personas" in given:
            yield problem(
                "conflict", "stands beside `personas`", expected="one of `persona` and `personas`", key="persona"
            )
        if "future_of" in given and given.get("state") != "future":
            yield problem("conflict", "is only for a future map", expected="`state: future` beside it", key="future_of")
        if given.get("stages") == []:
            yield problem(
                "empty-value", "needs at least one stage", expected="a line `- name: ...` below it", key="stages"
            )
