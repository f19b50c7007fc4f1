"""The first strong character decides the direction."""

from __future__ import annotations

import pytest

from jmap.text.direction import is_rtl


@pytest.mark.parametrize(
    ("text", "rtl"),
    [("Size", False), ("مقاس 38 EU", True), ("38 מידה", True), ("38", False), ("", False), ("“EU مقاس”", False)],
)
def test_direction(text: str, rtl: bool) -> None:
    assert is_rtl(text) is rtl
