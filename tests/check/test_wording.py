"""What findings say about maps that are odd and not wrong: true sentences, each once, with numbers to compare."""

from __future__ import annotations

from pathlib import Path

import pytest

from jmap.check.durations import compared, words
from tests.check.checking import found, write

HEAD = "jmap: 1\ntitle: I renew my visa\nbasis: actual\nowner: Visa office\n"
TWO = "personas: [{name: Lee}, {name: Pat}]\n"
LOW = "stages: [{name: A, feelings: 0}, {name: B, feelings: 1}, {name: C, feelings: -2}]\n"
SAME = f"stages: [{', '.join(f'{{name: {name}, feelings: 1}}' for name in 'ABCDEF')}]\n"

SAID = {
    "a feeling of several personas is told once": (
        f"{HEAD}{TWO}{LOW}", ["JM504"],
        ["for Lee and Pat the journey ends at -2, and no opportunity is there to change that"],
    ),
    "so is a leap": (
        f"{HEAD}{TWO}{LOW}", ["JM503"],
        ["Lee and Pat go from +1 to -2 between `B` and `C`, and neither is a moment of truth"],
    ),
    "so is a flat curve": (f"{HEAD}{TWO}{SAME}", ["JM506"], ["Lee and Pat feel the same (+1) at all 6 steps"]),
    "so is the lowest point": (
        f"{HEAD}{TWO}stages: [{{name: A, feelings: -2}}, {{name: B, feelings: 1, opportunities: Keep}}]\n", ["JM505"],
        ["this is the lowest point of Lee and Pat (-2), and no opportunity answers it"],
    ),
    "what only an unreachable step leads to is not told": (
        f"{HEAD}stages: [{{name: A, next: {{to: A, share: 100 %}}}}, B, C]\n", ["JM305"],
        ["nobody can get to `B`: no way leads here"],
    ),
    "of a circle that nobody gets into the first step is told": (
        f"{HEAD}stages: [{{name: A, next: {{to: D, share: 100 %}}}}, B, {{name: C, next: {{to: B, share: 1}}}}, D]\n",
        ["JM305"], ["nobody can get to `B`: no way leads here"],
    ),
    "a dropped answer is no answer": (
        f"{HEAD}stages: [{{name: A, pain_points: {{text: Ow, severity: high}}, opportunities: "
        "{text: Help, addresses: [Ow], status: dropped}}]\n", ["JM201"],
        ["this hurts (high), and what addressed it was dropped"],
    ),
    "a map of the future is not asked who reported": (
        f"{HEAD}state: future\nstages: [{{name: A, feelings: {{score: 1, basis: reported}}}}]\n", ["JM101", "JM103"],
        ["a future map shows this feeling (+1) as reported: nobody has had it yet"],
    ),
    "an empty stage is a name, and not a stage without a touchpoint": (
        f"{HEAD}stages: [A, {{name: B, touchpoints: Shop}}]\n", ["JM301", "JM308"], ["`A` is a name and nothing more"],
    ),
    "lengths are told in what people count in": (
        f"{HEAD}stages: [{{name: A, time: {{active: 2 h, waiting: 3 weeks, elapsed: 1 week}}}}]\n", ["JM603"],
        ["active and waiting take at least 3 weeks together, more than the 1 week that elapse"],
    ),
    "those who serve customers may think of them": (
        "jmap: 1\ntitle: I answer an angry customer\nstages: [{name: A, thoughts: The customer is right}]\n",
        ["JM402"], [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "rules", "said"), SAID.values(), ids=list(SAID))
def test_each_is_told_once_and_truly(tmp_path: Path, text: str, rules: list[str], said: list[str]) -> None:
    findings = found(write(tmp_path, {"a.journey.yaml": text}), select=rules)
    assert [finding.message for finding in findings] == said


def test_the_sensitive_word_itself_is_marked(tmp_path: Path) -> None:
    text = "{text: T, data: [postcode, health records], consent: opt-out}"
    text = f"{HEAD}stages: [{{name: A, personalisation: {text}}}]\n"
    (finding,) = found(write(tmp_path, {"a.journey.yaml": text}), select=["JM803"])
    assert finding.source_line[finding.column - 1 :][: finding.length] == "health records"


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (3600, 3600, "1 h"), (5400, 5400, "90 min"), (1200, 2400, "20-40 min"), (506 * 3600, 506 * 3600, "3 weeks"),
        (0, 0, "0 s"), (9 * 86400, 9 * 86400, "9 days"), (1.5, 1.5, "1.5 s"), (100, 150, "1.7-2.5 min"),
    ],
)  # fmt: skip
def test_lengths_in_words(low: float, high: float, text: str) -> None:
    assert words(low, high) == text


def test_lengths_that_differ_look_different() -> None:
    assert compared((506 * 3600, 506 * 3600), (504 * 3600, 504 * 3600)) == ("1821600 s", "1814400 s")
