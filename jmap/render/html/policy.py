"""The colours of a page, and the policy that lets nothing in but its own style sheets and scripts."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jmap.theme.theme import Theme


def content_policy(sheets: Sequence[str], scripts: Sequence[str] = ()) -> str:
    """No request to anywhere; these style sheets, these scripts and no other; pictures and fonts in the file itself."""
    allowed = f"script-src {_digests(scripts)}; " if scripts else ""
    return (
        f"default-src 'none'; {allowed}style-src {_digests(sheets)}; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digests(texts: Sequence[str]) -> str:
    return " ".join(map(_digest, texts))


def _digest(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


def colours(theme: Theme) -> str:
    """The tokens as CSS variables: as the reader prefers, always dark for a dark theme, light on paper."""
    light, dark = _root("light", theme.light), _root("dark", theme.dark)
    if theme.pictures == "dark":
        return f"{dark}@media print{{{light}}}"
    return f"{light}@media screen and (prefers-color-scheme:dark){{{dark}}}"


def short_tokens(css: str, pictures: Mapping[str, str], theme: Theme) -> tuple[str, dict[str, str]]:
    """The style sheet and the pictures with a letter or two for each token, which they say hundreds of times.

    Only where our own renderer names a token: `"var(--ink)"` in quotes, which a map's text cannot hold.
    """
    said = {*re.findall(r"var\(--(\w+)", css), *re.findall(r'"var\(--(\w+)\)"', "".join(pictures.values()))}
    names = {name: f"t{_letters(n)}" for n, name in enumerate(theme.light) if name in said}
    css = re.sub(r"--(\w+):#\w+;?", lambda found: found[0] if found[1] in said else "", css)
    sheet = re.sub(r"--(\w+)(?=[:),])", lambda found: f"--{names.get(found[1], found[1])}", css)
    shown = {
        name: re.sub(r'"var\(--(\w+)\)"', lambda found: f'"var(--{names.get(found[1], found[1])})"', picture)
        for name, picture in pictures.items()
    }
    return sheet, shown


def _letters(n: int) -> str:
    digits = "abcdefghijklmnopqrstuvwxyz"
    return digits[n] if n < 26 else _letters(n // 26 - 1) + digits[n % 26]


def _root(scheme: str, tokens: Mapping[str, str]) -> str:
    return f":root{{color-scheme:{scheme};{';'.join(f'--{name}:{value}' for name, value in tokens.items())}}}"
