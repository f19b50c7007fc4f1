"""Digits stay with their unit, and with nothing else."""

from __future__ import annotations

import pytest

from jmap.text.units import keep_units


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("from 18 % to 25 %", "from 18_% to 25_%"),
        ("10 min, 2-5 days", "10_min, 2-5_days"),
        ("3 hari, 1,5 jam", "3_hari, 1,5_jam"),
        ("Rp 25.000 or € 5 or 5 €", "Rp_25.000 or €_5 or 5_€"),
        ("12 steps", "12 steps"),
        ("2 minimal shoes", "2 minimal shoes"),
        ("step 2 s-curve", "step 2 s-curve"),
        ("Gruppe Rp x", "Gruppe Rp x"),
    ],
)
def test_keep_units(text: str, kept: str) -> None:
    assert keep_units(text).replace("\u00a0", "_") == kept
    assert keep_units(keep_units(text)) == keep_units(text)
