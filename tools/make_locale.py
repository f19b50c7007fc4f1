"""Writes the formats of each locale from CLDR, as Babel carries it, into jmap/locale/*.json; `--check` compares.

A language file says under `cldr` whose formats it uses (`en-001`: English of the world, 1 November 2026). What people
read in words is the translators' own, and stays; plural forms that the language does not have are taken out.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from babel import Locale
from babel.numbers import parse_pattern

FOLDER = Path(__file__).parent.parent / "jmap" / "locale"
DATE = {"d": "{day}", "dd": "{day}", "M": "{month}", "MMMM": "{month}", "y": "{year}", "yyyy": "{year}"}
DERIVED = ("date.", "month.", "number.", "rule.")  # the keys that are CLDR's, not a translator's
PLURALS = ("plural.", "unit.")


def formats(name: str) -> Iterator[tuple[str, str]]:
    """Key and text of everything that CLDR decides for the locale of that name."""
    locale = Locale.parse(name, sep="-")
    yield "date.long", date(locale)
    spelled = "MMMM" in locale.date_formats["long"].pattern
    for month, text in locale.months["format"]["wide"].items():
        yield f"month.{month}", text if spelled else str(month)
    signs = locale.number_symbols["latn"]
    yield "number.decimal", signs["decimal"]
    yield "number.thousands", signs["group"]
    yield "number.grouping", grouping(locale)
    yield "number.percent", percent(locale)
    for category, rule in locale.plural_form.rules.items():
        yield f"rule.{category}", rule


def date(locale: Locale) -> str:
    """`d 'de' MMMM` as `{day} de {month}`."""
    pieces = re.findall(r"'([^']*)'|([A-Za-z]+)|([^A-Za-z']+)", locale.date_formats["long"].pattern)
    return "".join(DATE[letters] if letters else literal or other for literal, letters, other in pieces)


def grouping(locale: Locale) -> str:
    first, second = parse_pattern(locale.decimal_formats[None]).grouping
    return str(first) if first == second else f"{first},{second}"


def percent(locale: Locale) -> str:
    """CLDR's pattern; a sign that follows the figure stands off by a no-break space, as on all of jmap's pictures."""
    pattern = re.sub(r"[#0,.]+", "{n}", locale.percent_formats[None].pattern)
    return re.sub(r"\}\s*%", "}\u00a0%", pattern)


def made(texts: Mapping[str, str]) -> dict[str, str]:
    """A language file's texts with its formats as CLDR has them, and only the plural forms that the language has."""
    derived = dict(formats(texts["cldr"]))
    forms = {"other", *(key.removeprefix("rule.") for key in derived if key.startswith("rule."))}
    own = {key: text for key, text in texts.items() if not key.startswith(DERIVED)}
    said = {key: text for key, text in own.items() if not key.startswith(PLURALS) or key.rsplit(".")[-1] in forms}
    return dict(sorted((said | derived).items()))


def files() -> Iterator[tuple[Path, str]]:
    """Each language file and what belongs in it."""
    for path in sorted(FOLDER.glob("*.json")):
        texts = made(json.loads(path.read_text("utf-8")))
        yield path, json.dumps(texts, ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Writes what is not current, or, with `--check`, names it; 1 if anything is."""
    stale = [(path, text) for path, text in files() if path.read_text("utf-8") != text]
    if stale and "--check" in sys.argv:
        print(f"Not as in CLDR: {', '.join(path.name for path, _ in stale)}. Run `make generated`.")
        return 1
    for path, text in stale:
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
