"""A figure kept by hand: `34 %`, `Rp 1.250.000`, `4.2`, `1,840`. The text stays; the number is for the bar."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FIGURE = re.compile(r"(?P<before>[^\d+\-−]*?)(?P<number>[+\-−]?\d[\d.,' \u00a0\u202f]*)(?P<after>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Quantity:
    """`number` is None when the text begins with no single figure. `unit` is what stands beside it (`%`, `Rp`)."""

    text: str
    number: float | None = None
    unit: str = ""


def read_quantity(text: str) -> Quantity:
    """Every text is a quantity; one that is no figure has no number."""
    found = _FIGURE.fullmatch(text)
    if found is None or len(text) > 80:
        return Quantity(text)
    digits = found["number"].rstrip(" \u00a0\u202f")
    number = _number(digits.rstrip(".,'"))
    unit = found["before"].strip() or (found["number"][len(digits) :] + found["after"]).strip()
    if number is None or re.search(r"\d", found["after"]):
        return Quantity(text)
    return Quantity(text, number, unit)


def _number(text: str) -> float | None:
    """`1,840` and `1.250.000` have thousands; a lone dot is a decimal point, and so is a comma without three digits."""
    plain = re.sub(r"[ '\u00a0\u202f]", "", text).replace("−", "-")
    last = max(plain.rfind("."), plain.rfind(","))
    marks = re.findall(r"[.,]", plain)
    if last < 0:
        return float(plain)
    grouped = len(plain) - last == 4 and (len(marks) > 1 or plain[last] == ",")
    if len(set(marks)) == 1 and (grouped or len(marks) > 1):
        return float(re.sub(r"[.,]", "", plain)) if re.fullmatch(r"[+-]?\d{1,3}([.,]\d{3})+", plain) else None
    whole = re.sub(r"[.,]", "", plain[:last])
    return float(f"{whole}.{plain[last + 1 :]}") if len(set(marks)) == len(marks) or grouped else _mixed(plain, last)


def _mixed(plain: str, last: int) -> float | None:
    """`1.250.000,50`: one mark for thousands, the other, once, for decimals."""
    if plain.count(plain[last]) != 1:
        return None
    return float(re.sub(r"[.,]", "", plain[:last]) + "." + plain[last + 1 :])
