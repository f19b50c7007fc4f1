"""Names the mark of tests that open a browser: `-m "not browser"` leaves them out."""

from __future__ import annotations

import pytest


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "browser: opens a browser; skipped where there is none")
