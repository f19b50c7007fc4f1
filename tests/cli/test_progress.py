"""The bar: only for a person, only when it takes a while."""

from __future__ import annotations

import io

import pytest

from jmap.cli import progress, terminal
from jmap.cli.progress import Progress


class Screen(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        return True


def drawn(monkeypatch: pytest.MonkeyPatch, wanted: bool, seconds: float) -> str:
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    now = iter(range(1000))
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(now) * seconds)
    with Progress(10, wanted) as bar:
        for _ in range(10):
            bar.advance()
    return screen.getvalue()


def test_a_bar_appears_after_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = drawn(monkeypatch, True, 0.4)
    assert "Building" in shown and "10/10" in shown


def test_a_short_build_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(monkeypatch, True, 0.05) == ""


def test_nobody_sees_a_bar_in_a_log(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(monkeypatch, False, 5) == ""


@pytest.mark.parametrize(
    ("stream", "env", "wanted"),
    [
        (Screen(), {}, True),
        (io.StringIO(), {}, False),
        (Screen(), {"NO_COLOR": "1"}, False),
        (Screen(), {"CI": "true"}, False),
        (Screen(), {"TERM": "dumb"}, False),
    ],
)
def test_colours_are_for_people_who_want_them(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, env: dict[str, str], wanted: bool
) -> None:
    for name in ("NO_COLOR", "CI", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert terminal.colour(stream) is wanted
