"""Where things happen: stages, their steps, and the ways between them."""

import re
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import Field
from pydantic_core import PydanticCustomError

from jmap.model.base import Named, Part
from jmap.model.items import (
    Feelings,
    Items,
    Metrics,
    Opportunities,
    PainPoints,
    Personalisations,
    Times,
    Touchpoints,
    Works,
)
from jmap.model.parsed import Many, Table
from jmap.model.problem import problem, shown
from jmap.model.scalars import InnerPath, Moment, Share, Text, Texts


class Next(Part):
    """A way on, ahead or back. A bare text is the step that it leads to."""

    short: ClassVar[str] = "to"
    what: ClassVar[str] = "the name of a step, or keys such as `to` and `share`"
    to: Text = Field(description="The step (or stage) that it leads to: name or id.")
    when: Annotated[Text, Field(description="On what condition.")] = ""
    share: Annotated[Share | None, Field(description="How many of those who are here: `25 %` or `0.25`.")] = None
    personas: Annotated[Texts, Field(description="Only for these personas (names or ids). Without it: for all.")] = ()


class Exit(Part):
    """Customers who leave for good. A bare text is the reason."""

    short: ClassVar[str] = "reason"
    what: ClassVar[str] = "a reason, or keys such as `reason` and `share`"
    reason: Annotated[Text, Field(description="Why they leave.")] = ""
    share: Annotated[Share | None, Field(description="How many of those who are here: `25 %` or `0.25`.")] = None
    personas: Annotated[Texts, Field(description="Only for these personas (names or ids). Without it: for all.")] = ()

    @classmethod
    def long_form(cls, text: str) -> dict[str, Any]:
        if re.fullmatch(r"[\d.,]+\s*%", text):
            message = f"cannot be {shown(text)}: a text here is the reason"
            raise problem("wrong-type", message, expected=f"a reason, or `share: {text}` below it")
        return super().long_form(text)

    @classmethod
    def clashes(cls, given: dict[str, Any]) -> Iterator[PydanticCustomError]:
        if not given.keys() & {"reason", "share"}:
            yield problem("missing-key", "`reason` is missing", expected="`reason`, `share` or both")


class Place(Named):
    """What a stage and a step have in common: a name, and everything that lanes hold."""

    goal: Annotated[Text, Field(description="What the customer wants here.")] = ""
    business_goal: Annotated[Text, Field(description="What the organisation wants here.")] = ""
    description: Annotated[Text, Field(description="More about it, in a sentence or two.")] = ""
    image: Annotated[InnerPath, Field(description="A PNG, JPEG or WebP file inside the project.")] = ""
    alt: Annotated[Text, Field(description="The image in words, for those who cannot see it.")] = ""
    moment_of_truth: Annotated[Moment, Field(description="`true`, or why everything is decided here.")] = False
    props: Annotated[Items, Field(description="Things that the customer holds or sees: a ticket, a form.")] = ()
    actions: Annotated[Items, Field(description="What the customer does.")] = ()
    touchpoints: Annotated[Touchpoints, Field(description="Where customer and organisation meet.")] = ()
    thoughts: Annotated[Items, Field(description="What the customer thinks, in their own words.")] = ()
    feelings: Annotated[Feelings, Field(description="How the customer feels, from -2 to 2.")] = ()
    pain_points: Annotated[PainPoints, Field(description="What hurts.")] = ()
    gains: Annotated[Items, Field(description="What delights.")] = ()
    opportunities: Annotated[Opportunities, Field(description="What to do about it.")] = ()
    frontstage: Annotated[Works, Field(description="What staff or systems do in the customer's sight.")] = ()
    backstage: Annotated[Works, Field(description="What the organisation does out of the customer's sight.")] = ()
    support: Annotated[Works, Field(description="Processes and systems that make it possible.")] = ()
    policies: Annotated[Items, Field(description="Rules that bind the step.")] = ()
    personalisation: Annotated[
        Personalisations, Field(description="What an algorithm does for, or to, the customer.")
    ] = ()
    metrics: Annotated[Metrics, Field(description="Figures kept by hand.")] = ()
    time: Annotated[Times, Field(description="How long it takes: `10 min`, `2-5 days`.")] = ()
    lanes: Annotated[
        dict[str, Items], Table(), Field(description="Items of your own lanes, by the lane's id (see `custom_lanes`).")
    ] = {}
    events: Annotated[Texts, Field(description="What this is in an event log: `page_view:/size-guide*`.")] = ()
    journey: Annotated[Text, Field(description="The id of a map that shows this in detail.")] = ""
    next: Annotated[
        tuple[Next, ...],
        Many(),
        Field(description="Where customers go from here. Without it: to the step that follows."),
    ] = ()
    exits: Annotated[tuple[Exit, ...], Many(), Field(description="Where customers leave for good.")] = ()


class Step(Place):
    """One step of a stage."""

    what: ClassVar[str] = "the step's name, or keys such as `name` and `actions`"


class Stage(Place):
    """A part of the journey: one column, or several steps."""

    what: ClassVar[str] = "the stage's name, or keys such as `name` and `steps`"
    steps: Annotated[tuple[Step, ...], Many(), Field(description="The steps of this stage, in order.")] = ()


Stages = Annotated[tuple[Stage, ...], Many()]
