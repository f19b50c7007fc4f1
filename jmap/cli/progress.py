"""A bar on standard error, for a person who has been waiting for longer than a second."""

from __future__ import annotations

import sys
import time
from contextlib import AbstractContextManager, ExitStack
from types import TracebackType
from typing import Any

import click

PATIENCE = 1.0  # seconds


class Progress(AbstractContextManager["Progress"]):
    """Call `advance` after each of `total` pieces of work; nothing is shown when `wanted` is False."""

    def __init__(self, total: int, wanted: bool) -> None:
        self._total, self._wanted, self._done = total, wanted, 0
        self._start = time.monotonic()
        self._bar: Any = None
        self._stack = ExitStack()

    def advance(self) -> None:
        self._done += 1
        if self._bar is not None:
            self._bar.update(1)
        elif self._wanted and time.monotonic() - self._start > PATIENCE:
            bar = click.progressbar(length=self._total, label="Building", file=sys.stderr, show_pos=True)
            self._bar = self._stack.enter_context(bar)
            self._bar.update(self._done)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stack.__exit__(kind, error, at)
