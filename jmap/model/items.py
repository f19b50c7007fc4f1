"""What stands in the lanes: one class for each kind of item."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import Field, PrivateAttr
from pydantic_core import PydanticCustomError

from jmap.model.base import Part, renamed_without_id
from jmap.model.parsed import Json, Many
from jmap.model.people import Channel, EvidenceList, System, Team
from jmap.model.problem import problem
from jmap.model.scalars import (
    Consent,
    Count,
    Date,
    Duration,
    FeelingBasis,
    Figure,
    Id,
    Initiator,
    Link,
    Moment,
    Owner,
    Rating,
    Score,
    Severity,
    Spread,
    Status,
    Text,
    Texts,
    Use,
)


class Common(Part):
    """What every item may have."""

    id: Annotated[Id, Field(description="How other items and later versions of the map refer to this one.")] = ""
    personas: Annotated[Texts, Field(description="Only for these personas (names or ids). Without it: for all.")] = ()
    evidence: Annotated[
        EvidenceList, Field(description="How this is known. Without evidence, an item is assumed and drawn hollow.")
    ] = ()
    link: Annotated[Link, Field(description="A web or mail address: http, https or mailto.")] = ""
    note: Annotated[Text, Field(description="A remark for the people who keep the map.")] = ""
    renamed_from: Annotated[Id, Field(description="The id that this had before.")] = ""

    @classmethod
    def clashes(cls, given: dict[str, Any]) -> Iterator[PydanticCustomError]:
        yield from renamed_without_id(given)


class Item(Common):
    """An action, a thought, a gain, a prop, a policy, or an item of a lane of the author's own."""

    short: ClassVar[str] = "text"
    what: ClassVar[str] = "text, or keys such as `text` and `evidence`"
    text: Text = Field(description="The words that stand in the map.")


class PainPoint(Item):
    """What hurts."""

    severity: Annotated[Severity, Field(description="How much it hurts.")] = ""


class Opportunity(Item):
    """What to do about it."""

    addresses: Annotated[Texts, Field(description="The pain points it eases: their ids, or their words.")] = ()
    customer_value: Annotated[Rating | None, Field(description="Worth to the customer, from 1 to 5.")] = None
    business_value: Annotated[Rating | None, Field(description="Worth to the organisation, from 1 to 5.")] = None
    effort: Annotated[Rating | None, Field(description="What it costs to do, from 1 to 5.")] = None
    owner: Annotated[Text, Field(description="Who does it: a team of the catalogue, or a plain name.")] = ""
    status: Annotated[Status, Field(description="How far it is.")] = ""


class Work(Item):
    """What staff and systems do: frontstage, backstage and support."""

    team: Annotated[Team | None, Field(description="Who does it: a team of the catalogue.")] = None
    system: Annotated[System | None, Field(description="With what: a system of the catalogue.")] = None


class Personalisation(Item):
    """What an algorithm does for, or to, the customer."""

    kind: Annotated[Use, Field(description="What the algorithm is for.")] = ""
    data: Annotated[Texts, Field(description="The data that it uses: `order history`.")] = ()
    consent: Annotated[Consent, Field(description="How the customer agreed to it.")] = ""


class Titled(Common):
    """An item whose words are its name. `text` is another word for `name`."""

    short: ClassVar[str] = "name"
    name: Text = Field(description="What it is called.")

    @classmethod
    def _mapping(cls, data: Any) -> dict[str, Any]:
        return _renamed(super()._mapping(data), "text", "name")

    @classmethod
    def clashes(cls, given: dict[str, Any]) -> Iterator[PydanticCustomError]:
        yield from super().clashes(given)
        yield from _twice(given, "text", "name")

    @classmethod
    def describe(cls, mapping: Json) -> None:
        _other_word(mapping, "text", "name")


class Touchpoint(Titled):
    """Where customer and organisation meet. A bare text refers to the catalogue, where there is one."""

    what: ClassVar[str] = "a name, or keys such as `name` and `channel`"
    channel: Annotated[Channel | None, Field(description="Where it takes place: a channel of the catalogue.")] = None
    owner: Annotated[Owner, Field(description="Whose touchpoint it is.")] = ""
    initiator: Annotated[Initiator, Field(description="Who begins it.")] = ""
    importance: Annotated[Rating | None, Field(description="How much it matters to the customer, from 1 to 5.")] = None
    satisfaction: Annotated[Rating | None, Field(description="How content the customer is, from 1 to 5.")] = None
    moment_of_truth: Annotated[
        Moment,
        Field(description="`true`, or why it decides everything. Computed when importance exceeds satisfaction by 2."),
    ] = False
    _bare: str = PrivateAttr(default="")

    @property
    def bare(self) -> str:
        """The text, where a bare text was written; empty where a mapping was."""
        return self._bare

    def _note_source(self, data: Any) -> None:
        if isinstance(data, str):
            self._bare = data.strip()


class Metric(Titled):
    """A figure kept by hand."""

    what: ClassVar[str] = "a name, or keys such as `name` and `value`"
    value: Annotated[Figure | None, Field(description="The figure: `34 %`.")] = None
    unit: Annotated[Text, Field(description="What the figure counts, where the value does not say so: `days`.")] = ""
    target: Annotated[Figure | None, Field(description="Where it should be: `50 %`.")] = None
    source: Annotated[Text, Field(description="Where the figure comes from.")] = ""
    date: Annotated[Date | None, Field(description="When it was read: year-month-day.")] = None
    n: Annotated[Count | None, Field(description="How many it was counted on.")] = None


class Feeling(Common):
    """An emotion: one point of a persona's curve. A bare number is its score."""

    short: ClassVar[str] = "score"
    what: ClassVar[str] = "a number from -2 to 2, or keys such as `score` and `emotion`"
    score: Score = Field(description="From -2 (awful) to 2 (wonderful), in steps of 0.5.")
    emotion: Annotated[Text, Field(description="The feeling in a word: `unsure`.")] = ""
    basis: Annotated[FeelingBasis, Field(description="Whether customers reported it, or somebody supposed it.")] = ""
    n: Annotated[Count | None, Field(description="How many customers reported it.")] = None
    spread: Annotated[Spread | None, Field(description="How far the scores lie from it, up and down.")] = None

    @classmethod
    def _mapping(cls, data: Any) -> dict[str, Any]:
        return _renamed(super()._mapping(data), "text", "emotion")

    @classmethod
    def clashes(cls, given: dict[str, Any]) -> Iterator[PydanticCustomError]:
        yield from super().clashes(given)
        yield from _twice(given, "text", "emotion")

    @classmethod
    def describe(cls, mapping: Json) -> None:
        _other_word(mapping, "text", "emotion")


class Time(Common):
    """How long it takes. A bare duration is the time that passes, busy or not."""

    short: ClassVar[str] = "elapsed"
    what: ClassVar[str] = "a length of time such as `10 min`, or the keys `active` and `waiting`"
    active: Annotated[Duration | None, Field(description="Time in which the customer is busy.")] = None
    waiting: Annotated[Duration | None, Field(description="Time in which the customer waits.")] = None
    elapsed: Annotated[Duration | None, Field(description="Time that passes, busy or not.")] = None
    text: Annotated[Text, Field(description="A remark about the time.")] = ""

    @classmethod
    def clashes(cls, given: dict[str, Any]) -> Iterator[PydanticCustomError]:
        yield from super().clashes(given)
        if not given.keys() & {"active", "waiting", "elapsed"}:
            yield problem(
                "missing-key", "`active`, `waiting` or `elapsed` is missing", expected="a time such as `active: 10 min`"
            )


def _renamed(given: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    if old not in given or new in given:
        return given
    return {new if key == old else key: value for key, value in given.items()}


def _twice(given: dict[str, Any], old: str, new: str) -> Iterator[PydanticCustomError]:
    if old in given and new in given:
        yield problem("conflict", f"says the same as `{new}`", expected=f"one of `{new}` and `{old}`", key=old)


def _other_word(mapping: Json, old: str, new: str) -> None:
    """Editors learn that `old` can stand for `new`, required or not."""
    mapping["properties"][old] = {**mapping["properties"][new], "description": f"Another word for `{new}`."}
    if new in mapping.get("required", ()):
        mapping["required"] = [key for key in mapping["required"] if key != new]
        mapping["anyOf"] = [{"required": [new]}, {"required": [old]}]


Items = Annotated[tuple[Item, ...], Many()]
PainPoints = Annotated[tuple[PainPoint, ...], Many()]
Opportunities = Annotated[tuple[Opportunity, ...], Many()]
Works = Annotated[tuple[Work, ...], Many()]
Personalisations = Annotated[tuple[Personalisation, ...], Many()]
Touchpoints = Annotated[tuple[Touchpoint, ...], Many()]
Metrics = Annotated[tuple[Metric, ...], Many()]
Feelings = Annotated[tuple[Feeling, ...], Many()]
Times = Annotated[tuple[Time, ...], Many()]
