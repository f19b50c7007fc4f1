"""A commit: who made it, when, why, and from what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from jmap.git.objects import Object


@dataclass(frozen=True, slots=True)
class Commit:
    """`date` is the author's, year-month-day where they were. `parents` are named even where a clone lacks them."""

    id: str
    tree: str
    parents: tuple[str, ...]
    author: str
    date: str
    subject: str


def commit_from(found: Object) -> Commit:
    """The commit that an object is; what is odd about it is left out, not refused."""
    head, _, message = found.data.partition(b"\n\n")
    fields: dict[str, list[bytes]] = {}
    for line in head.split(b"\n"):
        key, _, value = line.partition(b" ")
        fields.setdefault(key.decode("ascii", "replace"), []).append(value)
    encoding = fields.get("encoding", [b"utf-8"])[0].decode("ascii", "replace")
    author, date = _author(_text(fields.get("author", [b""])[0], encoding))
    subject = _text(message.lstrip(b"\n").partition(b"\n\n")[0], encoding)
    return Commit(
        found.id,
        fields.get("tree", [b""])[0].decode("ascii", "replace"),
        tuple(parent.decode("ascii", "replace") for parent in fields.get("parent", [])),
        author,
        date,
        " ".join(subject.split()),
    )


def _author(line: str) -> tuple[str, str]:
    """`Name <mail> seconds zone` as the name and the day."""
    name, _, rest = line.partition(" <")
    when = rest.rpartition("> ")[2].split()
    try:
        hours, minutes = int(when[1][:3]), int(when[1][0] + when[1][3:5])
        zone = timezone(timedelta(hours=hours, minutes=minutes))
        return name, f"{datetime.fromtimestamp(int(when[0]), UTC).astimezone(zone):%Y-%m-%d}"
    except (ValueError, IndexError, OverflowError, OSError):
        return name, ""


def _text(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding, "replace")
    except LookupError:
        return data.decode("utf-8", "replace")
