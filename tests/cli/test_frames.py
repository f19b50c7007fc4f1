"""Diagnostics as people see them, whatever a file holds."""

from __future__ import annotations

import unicodedata

import click
import pytest

from jmap.check.finding import of_diagnostic
from jmap.cli.findings import Report, rendered
from jmap.cli.frames import WIDTH, frame
from jmap.diagnostics import Diagnostic
from jmap.text.visible import visible


def diagnostic(
    line: str = "      tochpoints: [Size guide]", column: int = 7, length: int = 10, **more: str
) -> Diagnostic:
    fields = {"code": "unknown-key", "message": "`tochpoints` is not a key of a step"} | more
    return Diagnostic(more.pop("file", "maps/buy.journey.yaml"), 12, column, fields["code"], fields["message"],
                      fields.get("expected", ""), fields.get("suggestion", ""), line, length)  # fmt: skip


def columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text if not unicodedata.combining(c))


def test_a_frame_says_where_what_and_what_would_be_right() -> None:
    shown = frame(diagnostic(expected="one of actions, touchpoints", suggestion="touchpoints"))
    assert shown.splitlines() == [
        "maps/buy.journey.yaml:12:7: error[unknown-key]: `tochpoints` is not a key of a step",
        "   12 |       tochpoints: [Size guide]",
        "      |       ^^^^^^^^^^",
        "      = expected: one of actions, touchpoints",
        "      = did you mean `touchpoints`?",
    ]


def test_without_a_source_line_there_is_no_marker() -> None:
    assert frame(diagnostic("", 1, 1)).splitlines() == [
        "maps/buy.journey.yaml:12:7: error[unknown-key]: `tochpoints` is not a key of a step".replace(":7:", ":1:")
    ]


@pytest.mark.parametrize(
    ("line", "column", "length", "under"),
    [
        ("名前: 検索結果", 5, 4, "検索結果"),
        ("  - ｆｕｌｌ: half", 11, 4, "half"),
        ("\tname: x", 2, 4, "name"),
        ("n\u0303ame: x", 8, 1, "x"),
        ("a\u202eb: x", 6, 1, "x"),
        ("##[error]: x", 12, 1, "x"),
    ],
)
def test_the_marker_stands_under_what_it_means(line: str, column: int, length: int, under: str) -> None:
    _, source, marker = frame(diagnostic(line, column, length)).splitlines()
    start = columns(marker[: marker.index("^")])
    assert columns(source[: source.index(under)]) == start
    assert columns(under) == marker.count("^")


@pytest.mark.parametrize("place", [1, 500, 250_000, 499_990])
def test_a_very_long_line_is_shown_around_the_fault(place: int) -> None:
    line = "x" * (place - 1) + "FAULT" + "x" * (500_000 - place)
    _, source, marker = frame(diagnostic(line, place, 5)).splitlines()
    assert len(source) <= WIDTH + 10
    assert source[marker.index("^") :].startswith("FAULT")


def test_a_marker_past_the_end_of_the_line_is_one_wide() -> None:
    assert frame(diagnostic("name:", 6, 1)).splitlines()[2] == "      |      ^"


@pytest.mark.parametrize(
    "evil", ["\x1b[2J", "\x9b2J", "\r", "\n::error::x", "\u202e", "\u2066", "\x07", "\u2028", "\ud800"]
)
def test_nothing_of_a_file_acts_on_the_terminal(evil: str) -> None:
    shown = frame(diagnostic(f"a{evil}b", 2, 1, file=f"f{evil}", message=evil, expected=evil, suggestion=evil))
    assert not set(evil) & set("\x1b\x9b\r\x07\u202e\u2066\u2028\ud800") & set(shown)
    assert len(shown.splitlines()) == 5
    assert visible(evil).isprintable()


@pytest.mark.parametrize("evil", ["::error::x", "  ::error::x", "##[error]x", "##vso[task]x", "a ##[group]"])
def test_no_line_is_a_command_to_a_ci_service(evil: str) -> None:
    evils = diagnostic(evil, 1, 1, file=evil, message=evil, expected=evil, suggestion=evil)
    lines = frame(evils).splitlines() + rendered(Report((of_diagnostic(evils),), {}), "json").splitlines()
    assert not any(line.lstrip().startswith("::") or "##[" in line or "##vso[" in line for line in lines[:-1])


def test_colour_only_when_asked() -> None:
    plain, painted = frame(diagnostic()), frame(diagnostic(), colour=True)
    assert "\x1b" not in plain
    assert "\x1b[31m" in painted and click.unstyle(painted) == plain


def test_a_message_that_quotes_a_megabyte_is_cut() -> None:
    assert len(frame(diagnostic(message="x" * 1_000_000))) < 2_000
