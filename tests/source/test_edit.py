"""A text put into a file is read back as it was, wherever it stands."""

from __future__ import annotations

import pytest

from jmap.model.load import plain
from jmap.source import parse
from jmap.source.edit import written

ODD = [
    "Size guide", "- zz", "? z", "--- z", "... z", "| z", "[z", "z}", "zz, yy: x", "a: b", "key:", "x #y", "#z", "*b",
    "&a z", "!tag z", "%d", "@x", "`t`", "'q' z", '"q" z', "It's", "back\\slash", "tab\there", "two\nlines", "null",
    "~", "1:30", "<<", "", " space ", "検索 😀", "a\u2028b",
]  # fmt: skip


@pytest.mark.parametrize("text", ODD, ids=repr)
def test_what_is_written_is_read_back(text: str) -> None:
    for place, expected in (
        ("k: {}", {"k": text}),
        ("k: [{}, b]", {"k": [text, "b"]}),
        ("k: {{a: {}}}", {"k": {"a": text}}),
    ):
        document = parse(place.format(written(text)) + "\n", "x.journey.yaml")
        assert document.diagnostics == () and document.root is not None
        assert plain(document.root) == expected
    document = parse(f"- a\n- k: {written(text, flow=False)}\n", "x.journey.yaml")
    assert document.diagnostics == () and document.root is not None
    assert plain(document.root) == ["a", {"k": text}]


def test_quotes_stand_only_where_they_must() -> None:
    assert [written("Size guide"), written("a, b"), written("a, b", flow=False)] == ["Size guide", '"a, b"', "a, b"]
