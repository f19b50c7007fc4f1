"""`*.theme.yaml`: colours for the names that pictures and pages are drawn with."""

import re
from typing import Annotated, Any

from pydantic import Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from jmap.model.base import together, unknown
from jmap.model.files import File
from jmap.model.parsed import Json, Parsed, Table
from jmap.model.problem import problem, shown
from jmap.model.scalars import InnerPath, Pictures, Text
from jmap.theme.tokens import TOKENS

HEX = "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"


def _colour(text: str) -> str:
    """`#RRGGBB` in capitals; the short form is made long."""
    if not re.fullmatch(HEX, text, re.ASCII):
        expected = '`"#RRGGBB"` in quotes, such as `"#2156C8"`'
        bare = re.fullmatch("[0-9A-Fa-f]{6}", text, re.ASCII)
        tip = f'"#{text}"' if bare else ""
        raise problem("bad-colour", f"cannot be {shown(text)}", expected=expected, suggestion=tip)
    digits = text[1:].upper()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


class Tokens:
    """Beside a table of colours: its keys are the names of the theme's tokens."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        return core_schema.no_info_wrap_validator_function(_known, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Json:
        colour = handler(schema)["additionalProperties"]
        tokens = {name: {**colour, "description": meaning} for name, meaning in TOKENS.items()}
        return {"type": "object", "properties": tokens, "additionalProperties": False}


def _known(value: Any, handler: Any) -> Any:
    wrong = [unknown(key, tuple(TOKENS)) for key in value if key not in TOKENS] if isinstance(value, dict) else []
    return together("colours", wrong, handler, {k: v for k, v in value.items() if k in TOKENS} if wrong else value)


Colour = Annotated[str, Parsed(_colour, {"type": "string", "pattern": HEX, "format": "color"}, "a colour")]
Colours = Annotated[dict[str, Colour], Table(), Tokens()]


class ThemeFile(File):
    """How pictures and pages look: another theme, with these colours in place of its own."""

    name: Annotated[Text, Field(description="What the theme is called.")] = ""
    extends: Annotated[InnerPath, Field(description="The theme that this one changes: a name, or a path.")] = ""
    pictures: Annotated[Pictures, Field(description="Whether pictures that stand alone are light or dark.")] = ""
    light: Annotated[Colours, Field(description="Colours on light ground.")] = {}
    dark: Annotated[Colours, Field(description="Colours on dark ground.")] = {}
