"""`jmap fmt` on maps that a machine thought up from the schema, in every style of YAML: the model stays the same."""

from __future__ import annotations

import json
import random
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from jmap.model.load import load_map
from jmap.model.spelling import formatted
from jmap.resources import folder
from jmap.source import parse

SCHEMA = json.loads((folder("schemas") / "map.json").read_text(encoding="utf-8"))
WORDS = (
    "Pay",
    "no",
    "1:30",
    "It's 5 %",
    'say "hi"',
    "# 8",
    "a: b",
    "- x",
    "ほ 検索",
    "two\nlines\n",
    " space ",
    "x" * 90,
)
KNOWN = {  # what has a form of its own
    "share": ("25 %", "0.1"), "date": ("2026-01-02",), "reviewed": ("2026-01-02",), "review_every": ("6 months",),
    "time": ("5 min", "~2-3 days"), "active": ("5 min",), "waiting": ("1 day",), "elapsed": ("2 h",),
    "link": ("https://example.org/#x",), "id": ("pay", "ほ", "a-1"), "renamed_from": ("old",), "score": ("-1", "0.5"),
}  # fmt: skip


def thought_up(schema: Any, chance: random.Random, key: str = "", depth: int = 0) -> Any:
    """Data that a schema allows, more or less."""
    if "$ref" in schema:
        return thought_up(SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]], chance, key, depth)
    if "anyOf" in schema:
        return thought_up(chance.choice(schema["anyOf"]), chance, key, depth)
    if "const" in schema or "enum" in schema:
        return str(schema["const"]) if "const" in schema else chance.choice(schema["enum"])
    if "items" in schema:
        return [thought_up(schema["items"], chance, key, depth + 1) for _ in range(chance.randrange(3))]
    if "properties" in schema:
        keys = list(schema["properties"])
        chosen = chance.sample(keys, min(len(keys), chance.randrange(1, 9 - min(depth, 6))))
        wanted = dict.fromkeys([*chosen, *schema.get("required", ())])
        return {name: thought_up(schema["properties"][name], chance, name, depth + 1) for name in wanted}
    return chance.choice(KNOWN.get(key, ("3",) if schema.get("type") in ("number", "integer") else WORDS))


def written(data: Any, chance: random.Random) -> str:
    style = chance.choice([None, None, "'", '"', "|", ">"])
    return yaml.safe_dump(
        data,
        allow_unicode=True,
        sort_keys=False,
        default_style=style,
        default_flow_style=chance.choice([False, False, None, True]),
        width=chance.choice([20, 80, 1000]),
        indent=chance.choice([2, 4]),
    )


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.integers(0, 10**9))
def test_no_map_means_something_else_when_it_is_formatted(seed: int) -> None:
    chance = random.Random(seed)
    before = parse(written(thought_up(SCHEMA, chance), chance), "x.journey.yaml")
    if before.diagnostics:
        return  # a tag, a `?`: what YAML's own writer may write and the language refuses
    text = formatted(before)
    after = parse(text, "x.journey.yaml")
    model, mistakes = load_map(before)
    again, still = load_map(after)
    assert again == model
    assert sorted((d.code, d.message) for d in still) == sorted((d.code, d.message) for d in mistakes)
    assert formatted(after) == text


def test_most_of_what_is_thought_up_is_yaml() -> None:
    """Or the test above would look at nothing."""
    chances = [random.Random(seed) for seed in range(40)]
    documents = [parse(written(thought_up(SCHEMA, chance), chance), "x.journey.yaml") for chance in chances]
    assert sum(not document.diagnostics for document in documents) > 15
