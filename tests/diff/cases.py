"""For every code that a change can have: a project before, the same after, and what the change must say."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jmap.diff.codes import Code, every_code
from tests.diff.comparing import MAP, Files

Data = dict[str, Any]
DAY, WEEK = 86_400.0, 604_800.0

# What a field holds before and after, as written. Where a Change shows it otherwise, SHOWN has that.
VALUES: dict[str, tuple[Any, Any]] = {
    "title": ("I buy shoes", "I get shoes"),
    "description": ("From ad to parcel", "From ad to run"),
    "scenario": ("A race in three weeks", "A race tomorrow"),
    "goal": ("Shoes in time", "Shoes that fit"),
    "business_goal": ("Sell more", "Sell better"),
    "expectations": (["Fast"], ["Fast", "Free returns"]),
    "owner": ("brand", "partner"),
    "reviewed": ("2026-01-01", "2026-02-01"),
    "review_every": ("1 day", "1 week"),
    "tags": (["shop"], ["shop", "mobile"]),
    "locale": ("en", "id"),
    "lanes": (["actions"], ["actions", "feelings"]),
    "role": ("Runner", "Walker"),
    "quote": ("I run", "I walk"),
    "demographics": ({"age": "29"}, {"age": "30"}),
    "goals": (["Run"], ["Walk"]),
    "needs": (["Size"], ["Colour"]),
    "preferences": (["Cash"], ["Card"]),
    "frustrations": (["Slow"], ["Dear"]),
    "traits": ({"Sporty": 2}, {"Sporty": 4}),
    "image": ("", ""),
    "alt": ("A runner", "A walker"),
    "kind": ("online", "offline"),
    "device": ("mobile", "desktop"),
    "personas": (["Dewi"], ["Budi"]),
    "evidence": ([{"method": "interview", "n": 12}], [{"method": "interview", "n": 8}]),
    "link": ("https://one.example", "https://two.example"),
    "note": ("Ask again", "Asked"),
    "channel": ("Website", "Store"),
    "initiator": ("customer", "organisation"),
    "importance": (2, 3),
    "satisfaction": (2, 4),
    "moment_of_truth": (True, "All hangs on it"),
    "contact": ("one@shop.example", "two@shop.example"),
    "method": ("interview", "workshop"),
    "source": ("Store talks", "Phone talks"),
    "n": (12, 8),
    "date": ("2026-01-01", "2026-02-01"),
    "level": ("observed", "assumed"),
    "icon": ("book", "star"),
    "after": ("actions", "feelings"),
    "events": (["view:*"], ["view:*", "click:*"]),
    "journey": ("return", "repair"),
    "text": ("Some words that stay", "Some words that changed"),
    "score": (-1, 1),
    "emotion": ("calm", "glad"),
    "basis": ("assumed", "reported"),
    "future_of": ("return", "repair"),
    "spread": (1, 0.5),
    "severity": ("high", "low"),
    "addresses": (["Pain one"], ["Pain one", "Pain two"]),
    "customer_value": (2, 4),
    "business_value": (2, 4),
    "effort": (2, 4),
    "status": ("idea", "done"),
    "team": ("Web", "Shop"),
    "system": ("PIM", "CRM"),
    "data": (["orders"], ["orders", "clicks"]),
    "consent": ("opt-in", "none"),
    "value": ("34 %", "41 %"),
    "unit": ("days", "weeks"),
    "target": ("50 %", "60 %"),
    "active": ("1 day", "1 week"),
    "waiting": ("1 day", "1 week"),
    "elapsed": ("1 day", "1 week"),
    "to": ("Compares shoes", "Pays the bill"),
    "when": ("Unsure", "Sure"),
    "share": (0.1, 0.25),
    "reason": ("Too dear", "Too dear by far"),
    "theme": ("default", "dark"),
    "maps": (["maps/*.journey.yaml"], ["maps/**/*.journey.yaml"]),
    "output": ("site", "public"),
    "include": (["more/*.yaml"], ["shared/*.yaml"]),
    "check.select": (["JM101"], ["JM102"]),
    "check.ignore": (["JM101"], ["JM102"]),
    "check.per_file": ({"a*": ["JM101"]}, {"b*": ["JM101"]}),
    "check.stale_after": ("1 day", "1 week"),
    "check.jargon": (["synergy"], ["leverage"]),
    "coverage": (0.1, 0.25),
    "longest_wait": ("1 day", "1 week"),
    "build.formats": (["svg"], ["svg", "html"]),
}
OF_NOUN: dict[tuple[str, str], tuple[Any, Any]] = {
    ("map", "owner"): ("Web", "Shop"),
    ("map", "basis"): ("actual", "planned"),
    ("map", "title"): ("I buy shoes", "I get shoes"),
    ("map", "state"): ("current", "future"),
    ("opportunity", "owner"): ("Web", "Shop"),
    ("personalisation", "kind"): ("nudge", "profile"),
    ("setting", "title"): ("Shoes", "Boots"),
    ("setting", "locale"): ("en", "id"),
    ("exit", "reason"): ("Too dear", "Too dear by far"),
}
SPAN = {
    "1 day": {"low": DAY, "high": DAY, "approximate": False},
    "1 week": {"low": WEEK, "high": WEEK, "approximate": False},
}
NEEDS: dict[str, Data] = {  # what else stands in a part of this kind
    "feeling": {"score": 0, "personas": ["Dewi"]},
    "time": {"text": "Roughly", "elapsed": "3 days"},
    "next": {"to": "Compares shoes"},
    "exit": {"reason": "Too dear"},
    "catalogue-evidence": {"id": "study", "method": "survey"},
}
SETTINGS = ("check", "build", "measure", "thresholds")
TITLED = ("touchpoint", "metric")
LANES = {
    "prop": "props", "action": "actions", "touchpoint": "touchpoints", "thought": "thoughts", "feeling": "feelings",
    "pain-point": "pain_points", "gain": "gains", "opportunity": "opportunities", "frontstage": "frontstage",
    "backstage": "backstage", "support": "support", "policy": "policies", "personalisation": "personalisation",
    "metric": "metrics", "time": "time", "next": "next", "exit": "exits", "custom-lane-item": "lanes",
}  # fmt: skip
SHELVES = {
    "catalogue-channel": "channels", "catalogue-touchpoint": "touchpoints", "catalogue-team": "teams",
    "catalogue-system": "systems", "catalogue-evidence": "evidence", "catalogue-custom-lane": "custom_lanes",
    "catalogue-persona": "personas",
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """`shown` are before and after as the change must give them; None: not checked (what a whole thing holds)."""

    code: str
    before: Files
    after: Files
    shown: tuple[Any, Any] | None = None


def cases() -> Iterator[Case]:
    for code in every_code():
        if code.field not in ("image",):
            yield _case(code)


def _case(code: Code) -> Case:
    if code.field:
        return _field(code)
    if code.noun in LANES:
        return _item(code)
    if code.noun == "project":
        whole = _files(_world(), {})
        bare = {name: text for name, text in whole.items() if name != "jmap.yaml"}
        return Case(code.code, bare, whole) if code.action == "added" else Case(code.code, whole, bare)
    return {"map": _map, "stage": _part, "step": _part, "persona": _actor}.get(code.noun, _entry)(code)


def _field(code: Code) -> Case:
    if code.code == "map-file-changed":
        files = _files(_world(), {})
        return Case(code.code, files, _renamed_file(files, "maps/get.journey.yaml"), (MAP, "maps/get.journey.yaml"))
    if code.field == "lane":
        one = [{"text": "First words of all"}]
        before, after = _with(Code("", "added", "frontstage", ""), one), _with(Code("", "added", "backstage", ""), one)
        return Case(code.code, before, after, ("frontstage", "backstage"))
    if code.field == "id":
        return _both(code, {}, {"id": "new-id"}, (None, "new-id"))
    if code.field == "name":
        names = {"name": "Some words that stay"}, {"name": "Some words that changed"}
        keep = {} if code.noun == "metric" else {"id": "kept"}
        return _both(code, {**names[0], **keep}, {**names[1], **keep}, (names[0]["name"], names[1]["name"]))
    name = code.field.rpartition(".")[2]
    values = OF_NOUN.get((code.noun, name)) or VALUES.get(code.field) or VALUES.get(name)
    values = values or (1, 2)  # a new number among the settings needs no line here
    extra = _beside(code)
    ours, theirs = ({**extra, **_nested(code.field, value)} for value in values)
    return _both(code, ours, theirs, (_shown(code, values[0]), _shown(code, values[1])))


def _beside(code: Code) -> Data:
    """What has to stand beside a field for it to make sense."""
    if code.field in ("active", "waiting", "elapsed"):
        return {"text": "Roughly"}
    if code.noun == "personalisation" and code.field == "data":
        return {"consent": "none"}
    return {}


def _nested(field: str, value: Any) -> Data:
    outer, _, inner = field.partition(".")
    if not inner:
        return {field: value}
    return {outer: _nested(inner, value) if outer in SETTINGS else {"name": "Kiosk", inner: value}}


def _shown(code: Code, value: Any) -> Any:
    if isinstance(value, str) and value in SPAN and code.field not in ("unit",):
        return SPAN[value]
    if isinstance(value, dict):
        return {key: tuple(held) if isinstance(held, list) else held for key, held in value.items()}
    return tuple(value) if isinstance(value, list) else value


def _both(code: Code, before: Data, after: Data, shown: tuple[Any, Any]) -> Case:
    return Case(code.code, _with(code, [before]), _with(code, [after]), shown)


def _with(code: Code, parts: list[Data], where: int = 0) -> Files:
    """The project with these parts of one kind, in the step with that number."""
    world, project = _world(), _project()
    noun = code.noun
    whole = [_whole(noun, part) for part in parts]
    step = world["stages"][0]["steps"][where]
    if noun == "map":
        world |= parts[0]
        if "future_of" in parts[0]:
            world["state"] = "future"
    elif noun == "setting":
        project |= parts[0]
    elif noun == "stage":
        world["stages"][0] |= parts[0]
    elif noun == "step":
        step |= parts[0]
    elif noun == "persona":
        world["personas"] = [*whole, *world["personas"]]
    elif noun == "custom-lane-item":
        step["lanes"] = {"training": whole}
    elif noun in LANES:
        step[LANES[noun]] = whole
    else:
        if "personas" in parts[0] if parts else False:
            project["personas"] = [{"name": "Dewi"}, {"name": "Budi"}]
        project[SHELVES[noun]] = [*whole, *project.get(SHELVES[noun], [])]
    return _files(world, project)


def _whole(noun: str, part: Data) -> Data:
    """A part with what it needs."""
    if noun in ("time",) and part.keys() & {"active", "waiting", "elapsed"}:
        return {"text": "Roughly", **part}
    needs = NEEDS.get(noun, {})
    named = noun in TITLED or noun in SHELVES and noun != "catalogue-evidence" or noun == "persona"
    words = {} if noun in NEEDS else {"name" if named else "text": "Some words that stay"}
    return {**needs, **words, **part}


def _item(code: Code) -> Case:
    one = {"id": "one", **_words(code.noun, "First words of all")}
    if code.noun in ("next", "exit"):
        one.pop("id")
    none: list[Data] = []
    if code.action == "added":
        return Case(code.code, _with(code, none), _with(code, [one]))
    if code.action == "removed":
        return Case(code.code, _with(code, [one]), _with(code, none))
    if code.action == "moved":
        return Case(code.code, _with(code, [one], 0), _with(code, [one], 1), ("Looks around", "Compares shoes"))
    if code.action == "renamed":
        again = {**one, "id": "two", "renamed_from": "one"}
        return Case(code.code, _with(code, [one]), _with(code, [again]), ("one", "two"))
    three = [_words(code.noun, words) for words in ("Alpha", "Beta and so on", "Gamma rays")]
    return Case(code.code, _with(code, three), _with(code, [three[1], three[2], three[0]]), (1, 3))


def _words(noun: str, words: str) -> Data:
    return {} if noun in NEEDS else {"name" if noun in TITLED else "text": words}


def _map(code: Code) -> Case:
    one = _files(_world(), {})
    none = {name: text for name, text in one.items() if name != MAP}
    if code.action == "added":
        return Case(code.code, none, one)
    if code.action == "removed":
        return Case(code.code, one, none)
    again = {**none, MAP: _dump(_world() | {"id": "get", "renamed_from": "buy"})}
    return Case(code.code, one, again, ("buy", "get"))


def _part(code: Code) -> Case:
    """A stage or a step."""
    before, after = _world(), _world()
    places = (lambda world: world["stages"]) if code.noun == "stage" else (lambda world: world["stages"][0]["steps"])
    shown: tuple[Any, Any] | None = None
    if code.action == "added":
        places(after).append({"name": "Runs a race"})
    elif code.action == "removed":
        places(before).append({"name": "Runs a race"})
    elif code.action == "renamed":
        places(before)[0]["id"], places(after)[0]["id"] = "old", "new"
        places(after)[0]["renamed_from"] = "old"
        shown = ("old", "new")
    elif code.action == "moved":
        after["stages"][1]["steps"].append(places(after).pop(0))
        shown = ("Find", "Buy")
    else:
        for world in (before, after):
            places(world).extend([{"name": "Opens the box"}, {"name": "Runs a race"}])
        places(after).append(places(after).pop(0))
        shown = (1, len(places(after)))
    return Case(code.code, _files(before, {}), _files(after, {}), shown)


def _actor(code: Code) -> Case:
    rina = {"name": "Rina", "id": "rina"}
    before, after = _world(), _world()
    shown: tuple[Any, Any] | None = None
    if code.action == "added":
        after["personas"].append(rina)
    elif code.action == "removed":
        before["personas"].append(rina)
    elif code.action == "renamed":
        before["personas"].append(rina)
        after["personas"].append({"name": "Rina", "id": "rina-2", "renamed_from": "rina"})
        shown = ("rina", "rina-2")
    else:
        before["personas"].append(rina)
        after["personas"] = [*before["personas"][1:], before["personas"][0]]
        shown = (1, 3)
    return Case(code.code, _files(before, {}), _files(after, {}), shown)


def _entry(code: Code) -> Case:
    """An entry of the catalogue."""
    entry = {"id": "one"} if code.noun == "catalogue-evidence" else {"id": "one", "name": "First words of all"}
    if code.action == "added":
        return Case(code.code, _with(code, []), _with(code, [entry]))
    if code.action == "removed":
        return Case(code.code, _with(code, [entry]), _with(code, []))
    if code.action == "renamed":
        again = {**entry, "id": "two", "renamed_from": "one"}
        return Case(code.code, _with(code, [entry]), _with(code, [again]), ("one", "two"))
    lanes = [{"name": name} for name in ("Alpha", "Beta and so on", "Gamma rays")]
    return Case(code.code, _with(code, lanes), _with(code, [lanes[1], lanes[2], lanes[0]]), (1, 3))


def _project() -> Data:
    return {"jmap": 1, "title": "Shoes", "custom_lanes": [{"id": "training", "name": "Training"}]}


def _world() -> Data:
    return {
        "jmap": 1,
        "id": "buy",
        "title": "I buy shoes",
        "personas": [{"name": "Dewi"}, {"name": "Budi"}],
        "stages": [
            {"name": "Find", "steps": [{"name": "Looks around"}, {"name": "Compares shoes"}]},
            {"name": "Buy", "steps": [{"name": "Pays the bill", "pain_points": ["Pain one", "Pain two"]}]},
        ],
    }


def _other(id: str) -> Data:
    return {"jmap": 1, "id": id, "title": f"Something else: {id}", "stages": [{"name": id}]}


def _files(world: Data, project: Data) -> dict[str, str]:
    text = _dump(world)
    named = ("return", "repair") if "future_of" in text or '"journey"' in text else ("return",)
    others = {f"maps/{id}.journey.yaml": _dump(_other(id)) for id in named}
    return {"jmap.yaml": _dump({**_project(), **copy.deepcopy(project)}), MAP: text, **others}


def _renamed_file(files: Files, name: str) -> Files:
    return {name if key == MAP else key: text for key, text in files.items()}


def _dump(data: Data) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1)
