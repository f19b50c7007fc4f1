"""The programs in tools/ that make parts of the documentation, as modules."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from unittest.mock import patch

from tests.docs.blocks import DOCS


def tool(name: str) -> ModuleType:
    """The program `tools/NAME.py`, which finds its neighbours as it does when it is run."""
    with patch.object(sys, "path", [str(DOCS.parent / "tools"), *sys.path]):
        return importlib.import_module(name)
