"""The manual of the language is whole, and every example in it works."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from jmap.model import files, theme_file
from jmap.resolve.workspace import load_workspace
from tests.docs.blocks import DOCS, Block, blocks

PAGE = "language.md"
EXAMPLES = blocks(PAGE)


def models(model: type[BaseModel], seen: list[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """The model and all models that stand in its fields."""
    if model in seen:
        return
    seen.append(model)
    yield model
    for field in model.model_fields.values():
        for kind in _kinds(field.annotation):
            yield from models(kind, seen)


def _kinds(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in typing.get_args(annotation):
        yield from _kinds(part)


def keys() -> list[str]:
    """Every key that any file of the language may hold."""
    seen: list[type[BaseModel]] = []
    found = []
    for kind in (files.MapFile, files.ProjectFile, files.CatalogueFile, theme_file.ThemeFile):
        for model in models(kind, seen):
            found += [f"{model.__name__}.{field.alias or name}" for name, field in model.model_fields.items()]
    return found


@pytest.mark.parametrize("key", keys())
def test_every_key_is_explained(key: str) -> None:
    name = key.split(".")[1]
    assert f"`{name}`" in (DOCS / PAGE).read_text(encoding="utf-8"), f"{key} is not in docs/{PAGE}"


def test_no_key_is_invented() -> None:
    """The table at the end names keys; all of them exist."""
    table = (DOCS / PAGE).read_text(encoding="utf-8").split("## Every key on one page")[1]
    named = set(re.findall(r"`(\w+)`", table))
    assert named == {key.split(".")[1] for key in keys()}


@pytest.mark.parametrize("block", EXAMPLES, ids=lambda block: block.name)
def test_examples_have_no_mistakes(block: Block, tmp_path: Path) -> None:
    block.write(tmp_path)
    workspace, diagnostics = load_workspace([tmp_path], tmp_path)
    assert diagnostics == ()
    assert workspace.journeys


@pytest.mark.parametrize("block", [b for b in EXAMPLES if b.kind != "project"], ids=lambda block: block.name)
def test_examples_are_drawn(block: Block, tmp_path: Path) -> None:
    from tests.examples.pipeline import FORMATS, drawn

    block.write(tmp_path)
    files_ = drawn(tmp_path, FORMATS if block.kind == "map" else ["svg"])
    assert any(name.endswith(".swimlane.svg") for name in files_)


def test_links_within_the_page_lead_somewhere() -> None:
    text = (DOCS / PAGE).read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    wanted = set(re.findall(r"\]\(#([^)]+)\)", text))
    assert wanted <= anchors
