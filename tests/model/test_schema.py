"""The schemas for editors: current, right about the samples, and strict."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from jmap.model.schema import DIALECT, KINDS, json_schema, text
from jmap.resources import folder
from tests.model.loading import SAMPLES, kind_of


class EditorLoader(yaml.SafeLoader):
    """YAML as editors read it: numbers and booleans, and dates as text."""

    yaml_implicit_resolvers = {
        sign: [(tag, pattern) for tag, pattern in known if tag != "tag:yaml.org,2002:timestamp"]
        for sign, known in copy.deepcopy(yaml.SafeLoader.yaml_implicit_resolvers).items()
    }


def validator(kind: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json_schema(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_the_files_are_current(kind: str) -> None:
    """`python -m jmap.model.schema` writes them."""
    assert (folder("schemas") / f"{kind}.json").read_text("utf-8") == text(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_a_schema(kind: str) -> None:
    schema = json_schema(kind)
    assert schema["$schema"] == DIALECT
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_the_samples_are_valid(sample: Path) -> None:
    data = yaml.load(sample.read_text("utf-8"), EditorLoader)
    assert [f"{e.json_path}: {e.message}" for e in validator(kind_of(sample)).iter_errors(data)] == []


BAD = [
    "feelings: 3",
    "feelings: {emotion: sad}",
    "pains: x",
    "pain_points: {text: a, severity: High}",
    "time: soon",
    "next: {share: 0.5}",
    "next: {to: a, share: 25}",
    "touchpoints: {owner: brand}",
    "touchpoints: {name: a, importance: 6}",
    "actions: {text: a, link: 'javascript:x'}",
    "lanes: [a]",
    "goal: [a]",
    "goal:",
]


@pytest.mark.parametrize("line", BAD)
def test_mistakes_are_underlined(line: str) -> None:
    assert not validator("map").is_valid(yaml.load(f"jmap: 1\ntitle: T\nstages: [{{name: S, {line}}}]", EditorLoader))


@pytest.mark.parametrize(
    "line", ["feelings: '+1,5'", "time: PT3M", "next: {to: a, share: 25 %}", "goal: 42", "id: 2nd"]
)
def test_what_jmap_reads_is_not_underlined(line: str) -> None:
    assert validator("map").is_valid(yaml.load(f"jmap: 1\ntitle: T\nstages: [{{name: S, {line}}}]", EditorLoader))


def described(node: Any) -> list[str]:
    """The keys that have no description."""
    if isinstance(node, list):
        return [key for item in node for key in described(item)]
    if not isinstance(node, dict):
        return []
    named = node.get("properties", {})
    return [key for key, value in named.items() if "description" not in value] + [
        key for value in node.values() for key in described(value)
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_is_explained(kind: str) -> None:
    assert described(json_schema(kind)) == []
