"""A touchpoint of the catalogue, spelled in another way.

`size-guide`, `Size Guide` and `SIZE GUIDE` all mean the catalogue's `Size guide`, and all are drawn as that. Who
searches the files for it finds only one of them. `--fix` writes the catalogue's spelling.

Fails:

    # jmap.yaml
    jmap: 1
    touchpoints: [Size guide]
    # buy.journey.yaml
    jmap: 1
    title: I buy shoes
    stages: [{name: Choose, touchpoints: SIZE GUIDE}]  # <- JM709

Passes:

    # jmap.yaml
    jmap: 1
    touchpoints: [Size guide]
    # buy.journey.yaml
    jmap: 1
    title: I buy shoes
    stages: [{name: Choose, touchpoints: Size guide}]
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet
from jmap.model.names import slug
from jmap.source.document import Node, Scalar
from jmap.source.edit import Edit
from jmap.source.quote import quoted

CODE = "JM709"
SEVERITY = "info"
MESSAGE = "`{written}` is spelled `{name}` in the catalogue"
ADVICE = "the catalogue's spelling"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    """An id is no spelling: it is meant to differ from the name."""
    if not context.catalogue:
        return
    for touchpoint in sheet.touchpoints:
        written = _bare(sheet, touchpoint.path)
        if (
            written
            and written != touchpoint.text
            and written != touchpoint.key
            and slug(written) == slug(touchpoint.text)
        ):
            path = f"{touchpoint.path}.name"
            fix = _fix(sheet.journey.file, sheet.node(path), written, touchpoint.text)
            yield at(path, fix=fix, written=written, name=touchpoint.text)


def _bare(sheet: Sheet, path: str) -> str:
    """The reference as written, where a bare one is."""
    parts = path.split(".")
    place = sheet.file.stages[int(parts[1])]
    held = (place.steps[int(parts[3])] if parts[2] == "steps" else place).touchpoints
    return held[int(parts[-1])].bare


def _fix(file: str, node: Node | None, written: str, name: str) -> tuple[Edit, ...]:
    if not isinstance(node, Scalar) or node.line != node.end_line or node.value.strip() != written:
        return ()
    plain = not node.style and name.replace(" ", "").replace("-", "").isalnum() and name[0] != "-"
    text = name if plain else quoted(name)
    return (Edit(file, node.line, node.column, node.end_line, node.end_column, text),)
