"""`jmap-approved.yaml`: changes that somebody has looked at and agreed to, by their fingerprints."""

import re
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field
from pydantic_core import PydanticCustomError

from jmap.model.base import Part
from jmap.model.files import File
from jmap.model.parsed import Many, Parsed
from jmap.model.problem import problem, shown
from jmap.model.scalars import Text

FINGERPRINT = "^[0-9a-f]{16}$"


def _fingerprint(text: str) -> str:
    if not re.fullmatch(FINGERPRINT, text, re.ASCII):
        tip = text.lower() if re.fullmatch(FINGERPRINT, text.lower(), re.ASCII) else ""
        expected = "the 16 digits and letters a to f that `jmap diff -f json` gives"
        raise problem("bad-fingerprint", f"cannot be {shown(text)}", expected=expected, suggestion=tip)
    return text


Fingerprint = Annotated[str, Parsed(_fingerprint, {"type": "string", "pattern": FINGERPRINT}, "a fingerprint")]


class ApprovedChange(Part):
    """One change, and why it is right."""

    fingerprint: Fingerprint = Field(description="The change's fingerprint, as `jmap diff` shows it.")
    reason: Text = Field(description="Why the change is right.")
    by: Annotated[Text, Field(description="Who approved it.")] = ""


class ApprovedFile(File):
    """`jmap-approved.yaml`."""

    approved: Annotated[
        tuple[ApprovedChange, ...], Many(), Field(description="The changes, each with its reason.")
    ] = ()

    @classmethod
    def clashes(cls, given: dict[str, Any]) -> Iterator[PydanticCustomError]:
        """An approval that stands twice has two reasons, and nobody knows which one holds."""
        entries = given.get("approved")
        listed = (
            [one.get("fingerprint") for one in entries if isinstance(one, dict)] if isinstance(entries, list) else []
        )
        twice = next((one for i, one in enumerate(listed) if isinstance(one, str) and one in listed[:i]), None)
        if twice is not None:
            message = f"lists {shown(twice)} twice"
            yield problem("duplicate-id", message, expected="each fingerprint once", key="approved")
