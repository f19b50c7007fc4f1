"""Things, fields and values of changes in words."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from jmap.diff.change import Change, Value
from jmap.locale.words import Words
from jmap.resolve.content import Span

# Fields whose values have words of their own, and the group of labels that has them.
CHOICES = {
    "severity": "severity", "status": "status", "consent": "consent", "state": "state", "initiator": "initiator",
    "level": "level", "method": "method", "owner": "owner", "device": "", "kind": "", "basis": "",
}  # fmt: skip
ENUMS = {"map.basis": "basis", "feelings.basis": "feeling_basis", "personalisation.kind": "personalisation"}
TEXTS = (  # what is put in quotation marks: what somebody wrote in words of their own
    "text", "name", "emotion", "title", "to", "reason", "goal", "business_goal", "description", "scenario", "quote",
    "when", "note", "alt", "moment_of_truth", "expectations", "goals", "needs", "preferences", "frustrations",
)  # fmt: skip
PLAIN_OWNERS = ("map", "opportunities")  # whose owner is a team
MOST = 90  # characters of a text in a sentence


def value(change: Change, value: Value, words: Words) -> str:
    """What stood before or stands after, as people write it; empty for nothing. For whole things, their name."""
    if value is None or value == "":
        return ""
    if change.action in ("added", "removed"):
        return named(change, words)
    return _value(change.thing, change.field.rpartition(".")[2], value, words)


def noun(change: Change, words: Words) -> str:
    """What kind of thing changed: `pain point`."""
    key = change.thing
    if change.code.startswith("catalogue-"):
        return words(f"diff.catalogue.{key}")
    return _label(f"diff.thing.{key}", "", words) or words("diff.thing.lane_item", lane=key.replace("-", " "))


def lane(key: Value, words: Words) -> str:
    """What a lane is called; the author's own by its key."""
    return words.quote(_label(f"lane.{key}", str(key), words))


def field_name(change: Change, words: Words) -> str:
    """What people call the field that changed; empty for whole things."""
    outer, _, name = change.field.rpartition(".")
    said = _label(f"diff.field.{name}", name.replace("_", " "), words) if name else ""
    if outer in ("channel", "team", "system"):
        return words("diff.field.within", field=said, outer=words(f"diff.catalogue.{outer}"))
    return said


def who(change: Change, words: Words) -> str:
    """The personas that a change is about."""
    return ", ".join(change.personas) or words("diff.everyone")


def named(change: Change, words: Words) -> str:
    """`pain point P4 “Shipping cost appears at the last step”`; a thing without words is told by its place."""
    if change.thing == "setting":
        return words("diff.thing.setting")
    name = quoted(change.name, words) if change.name else ""
    if change.thing == "feelings":
        return words(
            "diff.say.feeling_of", what=" ".join(filter(None, (noun(change, words), name))), who=who(change, words)
        )
    if change.label and change.action == "removed":  # its number belongs to another one now
        return words("diff.say.was", what=f"{noun(change, words)} {name}", label=change.label)
    return " ".join(filter(None, (noun(change, words), change.label, name)))


def quoted(value: Value, words: Words) -> str:
    return words.quote(short(str(value)))


def place(change: Change, words: Words) -> str:
    """` at “Pays”`: where an item is that has no number of its own."""
    inside = change.where.step_name or change.where.stage_name
    numbered = change.label and change.action != "removed"
    if numbered or not inside or change.thing in ("stage", "step"):
        return ""
    return words("diff.say.at", place=words.quote(short(inside)))


def _value(thing: str, field: str, value: Value, words: Words) -> str:
    group = ENUMS.get(f"{thing}.{field}") or CHOICES.get(field, "")
    if field == "owner" and thing in PLAIN_OWNERS:
        group = ""
    if group and isinstance(value, str):
        return _label(f"{group}.{value}", value, words)
    if isinstance(value, bool):
        return words("diff.yes" if value else "diff.no")
    if isinstance(value, int | float):
        return _number(field, value, words)
    if isinstance(value, Mapping):
        return _mapping(value, words)
    if isinstance(value, tuple):
        return ", ".join(_value(thing, field, part, words) for part in value)
    if field in ("date", "reviewed") and value:
        return words.date(datetime.date.fromisoformat(str(value)))
    return quoted(value, words) if field in TEXTS else short(str(value))


def _number(field: str, value: float, words: Words) -> str:
    if field == "score":
        return words.score(value)
    return (
        words.percent(value)
        if field in ("share", "coverage")
        else words.number(value)
        if field == "n"
        else words.decimal(value)
    )


def _mapping(value: Mapping[str, Value], words: Words) -> str:
    """A length of time, a piece of evidence, or a table of the author's own."""
    low, high = value.get("low"), value.get("high")
    if isinstance(low, float) and isinstance(high, float):
        return words.span(Span(low, high, bool(value.get("approximate"))), exact=True)
    if "method" in value or "id" in value:
        return _evidence(value, words)
    return ", ".join(f"{short(key)}: {_value('', '', held, words)}" for key, held in value.items())


def _evidence(value: Mapping[str, Value], words: Words) -> str:
    method = str(value.get("method") or "")
    how, source = _label(f"method.{method}", method, words) if method else "", _source(value)
    said = ["" if source.casefold().startswith(how.casefold()) else how, source]
    count = value.get("n")
    if isinstance(count, int):
        said.append(words("evidence.n", n=words.number(count)))
    return short(", ".join(filter(None, said)))


def _source(value: Mapping[str, Value]) -> str:
    return str(value.get("source") or value.get("id") or "")


def short(text: str) -> str:
    """One line, and not too much of it: what was left out is in the file."""
    line = " ".join(text.split())
    return line if len(line) <= MOST else f"{line[: MOST - 1].rstrip()}…"


def _label(key: str, fallback: str, words: Words) -> str:
    try:
        return words(key)
    except KeyError:
        return fallback
