"""A map in which everything changed is compared all the same."""

from __future__ import annotations

from tests.diff.comparing import maps

STEPS, ITEMS = 300, 12


def big(word: str, score: int) -> str:
    """A map of 300 steps with 12 actions each."""
    lines = ["stages:"]
    for step in range(STEPS):
        if step % 30 == 0:
            lines += [f"  - name: Stage {step}", "    steps:"]
        lines += [f"      - name: Step {step} of the journey", f"        feelings: {score}", "        actions:"]
        lines += [f"          - {word} {chr(97 + item) * 5} number {step * ITEMS + item}" for item in range(ITEMS)]
    return "\n".join(lines) + "\n"


def test_thousands_of_changes_in_one_map_are_all_found() -> None:
    comparison = maps(big("Looks at", -1), big("Stares at", 1))
    codes = [change.code for change in comparison.changes]
    assert codes.count("action-text-changed") == STEPS * ITEMS
    assert codes.count("feeling-score-changed") == STEPS
    assert len(codes) == STEPS * (ITEMS + 1)
    assert len({change.fingerprint for change in comparison.changes}) == len(codes)


def test_thousands_of_things_that_nobody_knows_again_are_gone_and_new() -> None:
    comparison = maps(big("Looks at", 0), big("Zzz", 0).replace("number", "Zahl der Dinge in aller Welt"))
    codes = [change.code for change in comparison.changes]
    assert codes.count("action-removed") == codes.count("action-added") > STEPS
