"""The pictures in the README are what jmap draws today."""

from __future__ import annotations

import importlib.util
from types import ModuleType

from tests.docs.blocks import DOCS


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pictures", DOCS.parent / "tools" / "pictures.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_pictures_are_current() -> None:
    stale = [path.name for path, data in tool().pictures() if not path.is_file() or path.read_bytes() != data]
    assert stale == [], "run: python tools/pictures.py"


def test_pictures_are_shown() -> None:
    readme = (DOCS.parent / "README.md").read_text("utf-8")
    for path in (DOCS / "images").iterdir():
        assert f"docs/images/{path.name}" in readme
