"""The gate: which changes let a run fail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from jmap.diff.change import Change

FailOn = Literal["breaking", "notable", "any", "worse"]
GATES: tuple[FailOn, ...] = get_args(FailOn)


def trips(change: Change, fail_on: FailOn) -> bool:
    """Whether a change that nobody approved trips this gate. What is breaking is notable too."""
    if fail_on == "worse":
        return change.effect == "worse"
    levels = {"breaking": ("breaking",), "notable": ("breaking", "notable"), "any": ("breaking", "notable", "minor")}
    return change.level in levels[fail_on]
