"""The kinds of text that a value of a map can be, and what each is read as."""

from __future__ import annotations

import datetime
import re
import unicodedata
from typing import TYPE_CHECKING, Annotated, Literal

from jmap.model.names import id_problem, slug
from jmap.model.parsed import Many, OneOf, Parsed
from jmap.model.problem import problem, shown
from jmap.model.quantity import Quantity, read_quantity
from jmap.model.span import Span, SpanError, nearest_unit, read_span
from jmap.resources import PACKAGE

_NUMBER = re.compile(r"[+\-−]?(\d{1,15}([.,]\d{1,15})?|[.,]\d{1,15})", re.ASCII)
_LINK = re.compile(
    r"""(https?://[^\s/?#"<>\\^`{|}]+[^\s"<>\\^`{|}]*|mailto:[^\s@"<>\\]+@[^\s@"<>\\]+)""", re.IGNORECASE
)


def number(text: str) -> float:
    """A number with a decimal point or comma. Raises a problem."""
    if not _NUMBER.fullmatch(text):
        raise problem("bad-number", f"cannot be {shown(text)}", expected="a number")
    return float(text.replace("−", "-").replace(",", ".").lstrip("+"))


def _between(text: str, low: float, high: float, expected: str) -> float:
    value = number(text)
    if not low <= value <= high:
        raise problem("out-of-range", f"cannot be {shown(text)}", expected=expected)
    return value


def _score(text: str) -> float:
    expected = "a number from -2 to 2, in steps of 0.5"
    if not _NUMBER.fullmatch(text):
        word = "; a word for it goes into `emotion`, beside `score`" if text.isalpha() else ""
        plain = unicodedata.normalize("NFKC", text).replace("–", "-").replace("—", "-")
        tip = plain if plain != text and _NUMBER.fullmatch(plain) else ""
        raise problem("bad-number", f"cannot be {shown(text)}", expected=expected + word, suggestion=tip)
    value = _between(text, -2, 2, expected)
    if value * 2 != int(value * 2):
        raise problem("out-of-range", f"cannot be {shown(text)}", expected=expected)
    return value + 0.0  # no negative zero


def _whole(text: str, low: int, high: int, expected: str) -> int:
    if not re.fullmatch(r"[+\-−]?\d{1,12}", text, re.ASCII):
        plain = re.sub(r"[., _]", "", text)
        tip = plain if re.fullmatch(r"\d{1,3}([., _]\d{3})+", text, re.ASCII) and low <= int(plain) <= high else ""
        raise problem("bad-number", f"cannot be {shown(text)}", expected=expected, suggestion=tip)
    if not low <= int(text.replace("−", "-")) <= high:
        raise problem("out-of-range", f"cannot be {shown(text)}", expected=expected)
    return int(text)


def _rating(text: str) -> int:
    return _whole(text, 1, 5, "a whole number from 1 to 5")


def _count(text: str) -> int:
    return _whole(text, 1, 10**12, "a whole number of 1 or more")


def _spread(text: str) -> float:
    return _between(text, 0, 4, "a number from 0 to 4 (points of the scale)")


def _trait(text: str) -> float:
    return _between(text, 0, 5, "a number from 0 to 5")


def _share(text: str) -> float:
    expected = "a share such as `25 %` or `0.25`"
    percent = text.endswith("%")
    digits = text.removesuffix("%").rstrip()
    if not _NUMBER.fullmatch(digits):
        raise problem("bad-share", f"cannot be {shown(text)}", expected=expected)
    value = number(digits) / (100 if percent else 1)
    if value < 0 or value > 1:
        tip = f"{digits} %" if not percent and 1 < value <= 100 else ""
        expected = "a share from 0 % to 100 % (`25 %` or `0.25`)"
        raise problem("out-of-range", f"cannot be {shown(text)}", expected=expected, suggestion=tip)
    return value + 0.0


def _date(text: str) -> datetime.date:
    expected = "a date such as `2026-11-01` (year-month-day)"
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        raise problem("bad-date", f"cannot be {shown(text)}", expected=expected, suggestion=_iso_date(text))
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise problem("bad-date", f"cannot be {shown(text)}: no calendar has that day", expected=expected) from None


def _iso_date(text: str) -> str:
    """What a date in another spelling most likely means, where only one reading is possible."""
    found = re.fullmatch(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})", text, re.ASCII)
    if found is None:
        return ""
    try:
        return datetime.date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except ValueError:
        return ""


def _duration(text: str) -> Span:
    expected = "a length of time such as `10 min`, `2-5 days`, `~1 week` or `PT10M`"
    try:
        return read_span(text)
    except SpanError as error:
        tip = nearest_unit(error.unit) if error.unit else ""
        raise problem(
            "bad-duration", f"cannot be {shown(text)}: it {error}", expected=expected, suggestion=tip
        ) from None


def _id(text: str) -> str:
    wrong = id_problem(text)
    if wrong:
        tip = slug(text)
        raise problem(
            "bad-id",
            f"cannot be {shown(text)}: it {wrong}",
            expected="an id such as `size-guide`",
            suggestion="" if id_problem(tip) else tip,
        )
    return text


def _link(text: str) -> str:
    if _LINK.fullmatch(text):
        return text
    expected = "an address that begins with `https://`, `http://` or `mailto:`"
    tip = (
        f"https://{text}"
        if re.fullmatch(r"(www\.)?[\w-]+(\.[\w-]+)+(/\S*)?", text) and _LINK.fullmatch(f"https://{text}")
        else ""
    )
    if re.fullmatch(r"[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+", text):
        tip = f"mailto:{text}"
    raise problem("bad-link", f"cannot be {shown(text)}", expected=expected, suggestion=tip)


def _path(text: str) -> str:
    expected = "a path inside the project, with `/` between folders"
    if "\\" in text or "\n" in text:
        raise problem("bad-path", f"cannot be {shown(text)}", expected=expected, suggestion=_slashes(text))
    if text.startswith(("/", "~")) or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", text) or ".." in text.split("/"):
        raise problem("bad-path", f"cannot be {shown(text)}: that leads out of the project", expected=expected)
    return text


def _slashes(text: str) -> str:
    return text.replace("\\", "/") if re.fullmatch(r"[^\\:\n]+(\\[^\\:\n]+)+", text) and ".." not in text else ""


def _moment(text: str) -> bool | str:
    word = text.lower()
    if word in ("true", "yes", "ya"):
        return True
    return False if word in ("false", "no", "tidak") else text


def _version(text: str) -> Literal[1]:
    if text != "1":
        raise problem(
            "unknown-version", f"cannot be {shown(text)}", expected="`jmap: 1`, the version that this jmap reads"
        )
    return 1


def _string(pattern: str = "", examples: list[str] | None = None) -> dict[str, object]:
    more = {"pattern": pattern} if pattern else {}
    return {"type": "string", "minLength": 1, **more, **({"examples": examples} if examples else {})}


def _numeric(low: float, high: float | None, **more: object) -> dict[str, object]:
    return {"type": "number", "minimum": low, **({} if high is None else {"maximum": high}), **more}


_TEXT_SCHEMA: dict[str, object] = {"type": ["string", "number", "boolean"]}  # `goal: 42` is text as well

Text = Annotated[str, Parsed(str, _TEXT_SCHEMA)]
Texts = Annotated[tuple[Text, ...], Many()]
Id = Annotated[str, Parsed(_id, {"type": ["string", "number"], "maxLength": 80}, "an id such as `size-guide`")]
Date = Annotated[
    datetime.date, Parsed(_date, _string(r"^\d{4}-\d\d-\d\d$", ["2026-11-01"]), "a date such as `2026-11-01`")
]
Duration = Annotated[
    Span,
    Parsed(
        _duration,
        _string(r"^[^\d]*\d|^P", ["10 min", "2-5 days", "~1 week", "PT10M"]),
        "a length of time such as `10 min`",
    ),
]
Share = Annotated[
    float,
    Parsed(
        _share,
        {"anyOf": [_numeric(0, 1), _string(r"^[0-9.,]+\s*%?$", ["25 %", "0.25"])]},
        "a share such as `25 %`",
    ),
]
Score = Annotated[
    float,
    Parsed(
        _score,
        {"anyOf": [_numeric(-2, 2, multipleOf=0.5), _string(r"^[+−-]?[012]([.,][05])?$")]},
        "a number from -2 to 2",
    ),
]
Rating = Annotated[int, Parsed(_rating, {"type": "integer", "minimum": 1, "maximum": 5}, "a whole number from 1 to 5")]
Count = Annotated[int, Parsed(_count, {"type": "integer", "minimum": 1}, "a whole number")]
Spread = Annotated[float, Parsed(_spread, _numeric(0, 4), "a number")]
Trait = Annotated[float, Parsed(_trait, _numeric(0, 5), "a number from 0 to 5")]
Figure = Annotated[Quantity, Parsed(read_quantity, {"type": ["string", "number"]}, "a figure such as `34 %`")]
Link = Annotated[str, Parsed(_link, _string("^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)"), "a link")]
InnerPath = Annotated[str, Parsed(_path, _string(), "a path inside the project")]
InnerPaths = Annotated[tuple[InnerPath, ...], Many()]
Moment = Annotated[bool | str, Parsed(_moment, {"type": ["boolean", "string"]}, "`true`, or the reason")]
Version = Annotated[Literal[1], Parsed(_version, {"const": 1}, "`jmap: 1`")]

if TYPE_CHECKING:
    Locale = str
else:  # a language is there because its file is
    Locale = Annotated[Literal[tuple(sorted(path.stem for path in (PACKAGE / "locale").glob("*.json")))], OneOf()]
State = Annotated[Literal["current", "future"], OneOf()]
MapBasis = Annotated[Literal["planned", "actual"], OneOf()]
FeelingBasis = Annotated[Literal["assumed", "expected", "reported", ""], OneOf()]
Severity = Annotated[Literal["low", "medium", "high", "critical", ""], OneOf()]
Owner = Annotated[Literal["brand", "partner", "customer", "external", ""], OneOf()]
Initiator = Annotated[Literal["customer", "organisation", ""], OneOf()]
Status = Annotated[Literal["idea", "planned", "in-progress", "done", "dropped", ""], OneOf()]
ChannelKind = Annotated[Literal["online", "offline", ""], OneOf()]
Use = Annotated[Literal["profile", "navigation", "nudge", "retention", ""], OneOf()]
Consent = Annotated[Literal["none", "opt-out", "opt-in", ""], OneOf()]
Level = Annotated[Literal["observed", "inferred", "assumed", ""], OneOf()]
Format = Annotated[Literal["html", "svg", "dot"], OneOf()]
Formats = Annotated[tuple[Format, ...], Many()]
Pictures = Annotated[Literal["light", "dark", ""], OneOf()]
Method = Annotated[
    Literal[
        "interview", "survey", "observation", "diary", "usability-test",
        "analytics", "support", "review", "market-research", "workshop", "",
    ],
    OneOf(),
]  # fmt: skip
