"""Which fences of a page hold a map: those that say so, wherever they stand, and none that is only shown."""

from __future__ import annotations

import pytest

from jmap.integrations.fences import fences

CASES = {
    "a fence": ("```jmap\na\nb\n```\n", [(1, "swimlane", "a\nb\n")]),
    "another picture": ("~~~ jmap flow\na\n~~~\n", [(1, "flow", "a\n")]),
    "indented": ("- x\n\n    ```jmap\n    a\n      b\n    ```\n", [(3, "swimlane", "a\n  b\n")]),
    "in another fence": ("````\n```jmap\na\n```\n````\n", []),
    "another language": ("```jmapper\na\n```\n```yaml\njmap: 1\n```\n", []),
    "longer than it began": ("```jmap\na\n`````\nb\n", [(1, "swimlane", "a\n")]),
    "never closed": ("```jmap\na\n", [(1, "swimlane", "a\n")]),
    "nothing in it": ("```jmap\n```\ntext\n", [(1, "swimlane", "")]),
    "two": ("```jmap\na\n```\n\n```jmap\nb\n```\n", [(1, "swimlane", "a\n"), (5, "swimlane", "b\n")]),
    "code in a line": ("```jmap``` is a fence\n", []),
}


@pytest.mark.parametrize("name", CASES)
def test_fences(name: str) -> None:
    text, wanted = CASES[name]
    assert [(f.start + 1, f.picture, f.text) for f in fences(text.splitlines())] == wanted
