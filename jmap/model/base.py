"""What all parts of the files have in common: strict, frozen, short forms made long, and every mistake reported."""

from collections.abc import Callable, Iterator
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationError,
    model_validator,
)
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError

from jmap.model.parsed import Json, empty
from jmap.model.problem import kind_of, problem
from jmap.model.scalars import Id, Text


class Part(BaseModel):
    """A mapping of a file. `short` is the key that a bare text stands for; without one, only the mapping will do."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, hide_input_in_errors=True)
    short: ClassVar[str] = ""
    what: ClassVar[str] = "keys with values"  # in "expected: ..."

    @classmethod
    def long_form(cls, text: str) -> dict[str, Any]:
        """The mapping that a bare text is short for."""
        return {cls.short: text}

    @classmethod
    def clashes(cls, given: dict[str, Any]) -> Iterator[PydanticCustomError]:
        """What is wrong between the keys of a mapping, each right for itself."""
        yield from ()

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        given = cls._mapping(data)
        fields = cls.model_fields
        strange = [key for key in given if key not in fields]
        clashes = list(cls.clashes(given))
        if strange:
            blamed = [(clash.context or {}).get("key") for clash in clashes]
            wrong = [unknown(key, tuple(fields)) for key in strange if key not in blamed]
            if len(wrong) == len(given) and cls.short:  # most likely no mapping of this kind at all
                raise as_one(cls.__name__, None, wrong)
            clashes += wrong
        known = {key: value for key, value in given.items() if key in fields} if clashes else given
        part: Self = together(cls.__name__, clashes, handler, known)
        part._note_source(data)
        return part

    @classmethod
    def _mapping(cls, data: Any) -> dict[str, Any]:
        if isinstance(data, dict):
            return data
        if isinstance(data, str):
            if not data.strip():
                raise empty()
            if cls.short:
                return cls.long_form(data.strip())
        raise problem("wrong-type", f"cannot be {kind_of(data)}", expected=cls.what)

    def _note_source(self, data: Any) -> None:
        """For parts that remember how they were written."""

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Json:
        whole = handler(schema)
        mapping = handler.resolve_ref_schema(whole)
        cls.describe(mapping)
        if cls.short:
            long = dict(mapping)
            mapping.clear()
            mapping["anyOf"] = [{k: v for k, v in long["properties"][cls.short].items() if k != "default"}, long]
        return whole

    @classmethod
    def describe(cls, mapping: Json) -> None:
        """Change what editors are told about the mapping, where the fields do not say it all."""


class Named(Part):
    """A thing that others refer to, by name or id. A bare text refers to a catalogue, if there is one."""

    short: ClassVar[str] = "name"
    name: Text = Field(description="What it is called. The name is also how others refer to it.")
    id: Annotated[
        Id, Field(description="A reference that survives a change of name. Without it, the name is the reference.")
    ] = ""
    renamed_from: Annotated[Id, Field(description="The id that this had before.")] = ""
    _bare: str = PrivateAttr(default="")

    @property
    def bare(self) -> str:
        """The text, where a bare text was written; empty where a mapping was."""
        return self._bare

    def _note_source(self, data: Any) -> None:
        if isinstance(data, str):
            self._bare = data.strip()

    @classmethod
    def clashes(cls, given: dict[str, Any]) -> Iterator[PydanticCustomError]:
        yield from renamed_without_id(given)


def unknown(key: str, known: tuple[str, ...]) -> PydanticCustomError:
    """The mistake of a key that is not among the `known`."""
    return problem("unknown-key", "is not a key that can stand here", key=key, known=known)


def renamed_without_id(given: dict[str, Any]) -> Iterator[PydanticCustomError]:
    """Only what can be referred to, by id or name, can be said to be renamed."""
    if "renamed_from" in given and not given.keys() & {"id", "name"}:
        yield problem(
            "missing-key", "`id` is missing beside `renamed_from`", expected="a line `id: ...` with the new id"
        )


def together(title: str, clashes: list[PydanticCustomError], handler: Callable[[Any], Any], value: Any) -> Any:
    """What the handler makes of a value. Raises the clashes and the handler's mistakes as one error, if any."""
    try:
        part = handler(value)
    except ValidationError as error:
        if not clashes:
            raise
        raise as_one(title, error, clashes) from None
    if clashes:
        raise as_one(title, None, clashes)
    return part


def as_one(title: str, error: ValidationError | None, clashes: list[PydanticCustomError]) -> ValidationError:
    """The mistakes that pydantic found and those between keys, as one error."""
    lines: list[InitErrorDetails] = [InitErrorDetails(type=clash, loc=(), input=None) for clash in clashes]
    for found in error.errors(include_url=False, include_input=False) if error else ():
        kind: Any = found["type"]
        if "message" in found.get("ctx", {}):
            kind = PydanticCustomError(kind, "{message}", found["ctx"])
            lines.append(InitErrorDetails(type=kind, loc=found["loc"], input=None))
        else:
            lines.append(InitErrorDetails(type=kind, loc=found["loc"], input=None, ctx=found.get("ctx", {})))
    return ValidationError.from_exception_data(title, lines)
