"""How pydantic reads one value of a file: every value arrives as text, and its type says what the text means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from jmap.model.problem import kind_of, problem, shown

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Parsed:
    """`read` gets the text without blanks around it and returns the value, or raises a problem().

    `schema` is what editors are told (JSON Schema), `expected` what people are told when it is no text at all.
    """

    read: Callable[[str], Any]
    schema: Json
    expected: str = "text"

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._value)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Json:
        return dict(self.schema)

    def _value(self, value: object) -> Any:
        return self.read(text_of(value, self.expected))


class OneOf:
    """Beside a Literal: the text must be one of its words. An empty word is what stands for none, never written."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        words: tuple[str, ...] = tuple(word for word in get_args(source) if word)
        return core_schema.no_info_plain_validator_function(
            lambda value: choose(text_of(value, "one of " + listed(words)), words), metadata={"words": words}
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Json:
        return {"type": "string", "enum": list(schema["metadata"]["words"])}


class Many:
    """Beside `tuple[X, ...]`: a list, where one item may stand without its list."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_many, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Json:
        array = handler.resolve_ref_schema(handler(schema))
        return {"anyOf": [array["items"], array]}


class Table:
    """Beside `dict[str, X]`: keys of the author's own, each with a value."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_table, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Json:
        return handler(schema)


def text_of(value: object, expected: str) -> str:
    """The text of a value, without blanks around it. Raises a problem for a list, a mapping and an empty value."""
    if not isinstance(value, str):
        raise problem("wrong-type", f"cannot be {kind_of(value)}", expected=expected)
    text = value.strip()
    if not text:
        raise empty()
    return text


def empty() -> Exception:
    return problem("empty-value", "is empty", expected="a value, or leave the key out")


def choose(text: str, words: tuple[str, ...]) -> str:
    """`text`, when it is one of `words`."""
    if text in words:
        return text
    raise problem(
        "unknown-value",
        f"cannot be {shown(text)}",
        expected="one of " + listed(words) if len(words) > 1 else words[0],
        known=words,
    )


def listed(words: tuple[str, ...]) -> str:
    """`low, medium or high`."""
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _many(value: object) -> object:
    if isinstance(value, str) and not value.strip():
        raise empty()
    return [value] if isinstance(value, str | dict) else value


def _table(value: object) -> object:
    if isinstance(value, dict):
        return value
    text_of(value if isinstance(value, str) else "x", "")
    raise problem("wrong-type", f"cannot be {kind_of(value)}", expected="lines such as `key: value` below it")
