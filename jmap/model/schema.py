"""JSON Schema of the four kinds of file, for editors: made from the models, so that it says what they say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

DIALECT = "https://json-schema.org/draft/2020-12/schema"
KINDS = {
    "map": "A journey map: `*.journey.yaml`",
    "project": "A project of journey maps: `jmap.yaml`",
    "catalogue": "A catalogue that a project includes",
    "theme": "A theme: `*.theme.yaml`",
}


def json_schema(kind: str) -> dict[str, Any]:
    """The schema of `map`, `project`, `catalogue` or `theme` files, as JSON data. Raises KeyError for other kinds.

    Editors read it through a first line such as `# yaml-language-server: $schema=schemas/map.json`.
    """
    from jmap.model import files, theme_file

    models: dict[str, type[files.File]] = {
        "map": files.MapFile,
        "project": files.ProjectFile,
        "catalogue": files.CatalogueFile,
        "theme": theme_file.ThemeFile,
    }
    made = _tidy(models[kind].model_json_schema(schema_generator=GenerateJsonSchema))
    made.pop("description", None)
    return {"$schema": DIALECT, "title": KINDS[kind], **made}


def text(kind: str) -> str:
    """The schema as it stands in `schemas/KIND.json`."""
    return json.dumps(json_schema(kind), ensure_ascii=False, indent=2) + "\n"


def write(folder: Path) -> None:
    """Bring the schemas in a folder up to date: `python -m jmap.model.schema` does so for `schemas/`."""
    for kind in KINDS:
        (folder / f"{kind}.json").write_text(text(kind), encoding="utf-8", newline="\n")


def _tidy(node: Any) -> Any:
    """Without what is for programs only: titles of classes, defaults that stand for "not given", and null."""
    if isinstance(node, list):
        return [_tidy(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _tidy(value) for key, value in node.items() if not _is_noise(key, value)}
    choices = kept.get("anyOf")
    if isinstance(choices, list):
        flat = [one for one in choices if one != {"type": "null"}]
        if len(flat) == 1:
            del kept["anyOf"]
            return {**flat[0], **kept}
        kept["anyOf"] = flat
    return kept


def _is_noise(key: str, value: Any) -> bool:
    if key == "title":
        return isinstance(value, str)  # `title` is also a key of maps, whose schema is an object
    return key == "default" and value in ("", None, [], {}, False)


if __name__ == "__main__":
    from jmap.resources import folder

    write(folder("schemas"))
