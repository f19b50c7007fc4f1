"""Names and ids: how a name becomes its own reference, and what an explicit id may look like."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable

ID_LENGTH = 80
_DEVICES = frozenset(("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))))
_DROPPED = "'’ʼ`"  # apostrophes: "Rina's cup" is rinas-cup


def slug(name: str) -> str:
    """The reference form of a name: `Instagram Ad` -> `instagram-ad`, `検索` -> `検索`. Empty only for blank names."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    kept = "".join(_slug_char(c) for c in folded)
    return "-".join(part for part in kept.split("-") if part) or _code_points(name)


def _slug_char(c: str) -> str:
    category = unicodedata.category(c)
    if c == "_" or category[0] in "LMN":
        return c
    return "" if c in _DROPPED or category == "Cf" else "-"


def _code_points(name: str) -> str:
    """A name of signs only (an emoji, say) is referred to by its code points."""
    return "-".join(f"u{ord(c):x}" for c in name if not c.isspace())


def id_problem(text: str) -> str:
    """Why `text` cannot be an id, as the end of a sentence; empty when it can."""
    if len(text) > ID_LENGTH:
        return f"is {len(text)} characters long; an id has at most {ID_LENGTH}"
    if is_device(text):
        return "is the name of a device on Windows, so no file can be called that"
    wrong = [c for c in text if not (c in "-_" or unicodedata.category(c)[0] in "LMN")]
    if wrong:
        return f"has {sign(wrong[0])}; an id is letters, digits, `-` and `_`"
    if not text or unicodedata.category(text[0])[0] not in "LN":
        return "must begin with a letter or a digit"
    return ""


def is_device(text: str) -> bool:
    """Whether Windows keeps this name, whatever its case or extension, for a device."""
    return unicodedata.normalize("NFKC", text).split(".")[0].strip().lower() in _DEVICES


def sign(c: str) -> str:
    """A character in words, for messages."""
    if c == " ":
        return "a space"
    if c.isprintable():
        return f"`{c}`"
    return f"the character U+{ord(c):04X}"


def nearest(word: str, known: Iterable[str]) -> str:
    """The one of `known` that `word` most likely means, or an empty string."""
    known = list(known)
    by_slug = {slug(k).replace("_", "-"): k for k in reversed(known)}
    wanted = slug(word).replace("_", "-")
    if wanted in by_slug:
        return by_slug[wanted]
    close = difflib.get_close_matches(wanted[:ID_LENGTH], [s[:ID_LENGTH] for s in by_slug], n=1, cutoff=0.6)
    likeness = difflib.SequenceMatcher(None, wanted, close[0]).ratio() if close else 0.0
    whole = [(len(s), k) for s, k in by_slug.items() if f"-{wanted}-" in f"-{s}-"] if likeness < 0.8 else []
    if whole:  # one of several words of a name
        return min(whole)[1]
    return next((k for s, k in by_slug.items() if close and s[:ID_LENGTH] == close[0]), "")
