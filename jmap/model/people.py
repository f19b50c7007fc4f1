"""Who travels, and what they meet: personas, channels, teams, systems, evidence, lanes of the author's own."""

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import Field, PrivateAttr
from pydantic_core import PydanticCustomError

from jmap.model.base import Named, Part, renamed_without_id
from jmap.model.names import slug
from jmap.model.parsed import Many, Table
from jmap.model.problem import problem
from jmap.model.scalars import (
    ChannelKind,
    Count,
    Date,
    Id,
    InnerPath,
    Level,
    Link,
    Method,
    Owner,
    Text,
    Texts,
    Trait,
)


class Persona(Named):
    """One kind of customer. `Rina, a commuter` is short for a name and a role."""

    what: ClassVar[str] = "a name, or keys such as `name` and `role`"
    role: Annotated[Text, Field(description="Who this is in a few words: `Weekend runner`.")] = ""
    quote: Annotated[Text, Field(description="A sentence that this persona might say.")] = ""
    demographics: Annotated[
        dict[str, Text], Table(), Field(description="Facts such as `age: 29` or `city: Bandung`; the keys are yours.")
    ] = {}
    goals: Annotated[Texts, Field(description="What this persona wants to reach.")] = ()
    needs: Annotated[Texts, Field(description="What this persona needs on the way.")] = ()
    preferences: Annotated[Texts, Field(description="How this persona likes to do things.")] = ()
    frustrations: Annotated[Texts, Field(description="What annoys this persona.")] = ()
    traits: Annotated[
        dict[str, Trait], Table(), Field(description="Traits from 0 to 5, drawn as bars: `Tech-savvy: 4`.")
    ] = {}
    image: Annotated[InnerPath, Field(description="A PNG, JPEG or WebP file inside the project.")] = ""
    alt: Annotated[Text, Field(description="The image in words, for those who cannot see it.")] = ""

    @classmethod
    def long_form(cls, text: str) -> dict[str, Any]:
        name, _, role = (part.strip() for part in text.partition(","))
        return {"name": name, "role": role} if name and role else {"name": text}


class Channel(Named):
    """Where a touchpoint takes place."""

    what: ClassVar[str] = "a name, or keys such as `name` and `kind`"
    kind: Annotated[ChannelKind, Field(description="Online or offline.")] = ""
    owner: Annotated[Owner, Field(description="Whose channel it is.")] = ""
    device: Annotated[Text, Field(description="On what it is used: `mobile`, `desktop`, `kiosk`.")] = ""


class Team(Named):
    """People of the organisation who own something."""

    what: ClassVar[str] = "a name, or keys such as `name` and `contact`"
    contact: Annotated[Text, Field(description="How to reach the team.")] = ""


class System(Named):
    """Software or equipment that supports a step."""

    what: ClassVar[str] = "a name, or keys such as `name` and `id`"


class Evidence(Part):
    """How something is known. A bare text is the id of one in the map's or the project's `evidence`."""

    short: ClassVar[str] = "id"
    what: ClassVar[str] = "an id, or keys such as `method` and `source`"
    id: Annotated[Id, Field(description="How items refer to this evidence.")] = ""
    method: Annotated[Method, Field(description="How it was found out.")] = ""
    source: Annotated[Text, Field(description="Where it comes from: a study, a report, a tool.")] = ""
    n: Annotated[Count | None, Field(description="How many people, answers or events it rests on.")] = None
    date: Annotated[Date | None, Field(description="When it was found out: year-month-day.")] = None
    level: Annotated[Level, Field(description="How far it can be trusted. Without it, the method decides.")] = ""
    link: Annotated[Link, Field(description="Where to read it.")] = ""
    quote: Annotated[Text, Field(description="Words of a customer that show it.")] = ""
    renamed_from: Annotated[Id, Field(description="The id that this had before.")] = ""
    _bare: str = PrivateAttr(default="")

    @property
    def bare(self) -> str:
        """The id, where a bare text was written; empty where a mapping was."""
        return self._bare

    def _note_source(self, data: Any) -> None:
        if isinstance(data, str):
            self._bare = data.strip()

    @classmethod
    def long_form(cls, text: str) -> dict[str, Any]:
        return {"id": slug(text)}

    @classmethod
    def clashes(cls, given: dict[str, Any]) -> Iterator[PydanticCustomError]:
        yield from renamed_without_id(given)
        if "id" not in given and "method" not in given:
            yield problem(
                "missing-key", "`method` is missing", expected="`method`, or the `id` of evidence listed elsewhere"
            )


class KnownEvidence(Evidence):
    """Evidence that items refer to by its id."""

    short: ClassVar[str] = ""
    what: ClassVar[str] = "keys such as `id`, `method` and `source`"

    @classmethod
    def clashes(cls, given: dict[str, Any]) -> Iterator[PydanticCustomError]:
        for key in ("id", "method"):
            if key not in given:
                yield problem("missing-key", f"`{key}` is missing", expected=f"a line `{key}: ...`")


class CustomLane(Named):
    """A row of the author's own, filled under `lanes:` in a stage or a step."""

    what: ClassVar[str] = "a name, or keys such as `id` and `name`"
    icon: Annotated[Text, Field(description="The name of an icon: `book`.")] = ""
    after: Annotated[Text, Field(description="The lane below which it stands: `backstage`.")] = ""


People = Annotated[tuple[Persona, ...], Many()]
Channels = Annotated[tuple[Channel, ...], Many()]
Teams = Annotated[tuple[Team, ...], Many()]
Systems = Annotated[tuple[System, ...], Many()]
EvidenceList = Annotated[tuple[Evidence, ...], Many()]
KnownEvidenceList = Annotated[tuple[KnownEvidence, ...], Many()]
CustomLanes = Annotated[tuple[CustomLane, ...], Many()]
