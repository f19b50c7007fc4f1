"""The formats of each language are Unicode's (CLDR), as Babel has them."""

import datetime
import json
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from jmap.locale.plurals import category
from jmap.locale.words import Words, words
from jmap.resources import PACKAGE
from tests.docs.tools import tool

LOCALES = sorted(path.stem for path in (PACKAGE / "locale").glob("*.json"))
OTHERS = ("ar", "cs", "cy", "de", "es", "fr", "ga", "he", "hi", "ja", "lt", "mt", "pl", "pt-PT", "ru", "sl", "tr")
FIGURES = ("0", "1", "2", "3", "5", "11", "12", "21", "22", "100", "101", "111", "1000000", "0.5", "1.5", "2.25")


def make_locale() -> ModuleType:
    return tool("make_locale")


def test_files_hold_what_cldr_holds() -> None:
    stale = [path.name for path, text in make_locale().files() if path.read_text("utf-8") != text]
    assert stale == [], "run: python tools/make_locale.py"


@pytest.mark.parametrize("locale", LOCALES)
def test_numbers_and_dates_are_written_as_babel_writes_them(locale: str) -> None:
    ours, theirs = words(locale), Locale.parse(words(locale)("cldr"), sep="-")
    for value in (0, 7, 999, 1840, 12345.67, 1234567.5, -1840):
        assert ours.number(value).replace("−", "-") == format_decimal(value, locale=theirs)
    for day in (datetime.date(2026, month, 3) for month in range(1, 13)):
        assert ours.date(day) == format_date(day, "long", locale=theirs)


@pytest.mark.parametrize("name", OTHERS)
def test_a_new_language_gets_its_formats(name: str) -> None:
    """Also those that group by two, write the year first, or have six plural forms."""
    made = Words(name, dict(make_locale().formats(name)))
    theirs = Locale.parse(name, sep="-")
    assert made.number(12345678.5) == format_decimal(12345678.5, locale=theirs, numbering_system="latn")
    day = datetime.date(2026, 11, 1)
    assert made.date(day) == format_date(day, "long", locale=theirs)
    rules = {key.removeprefix("rule."): rule for key, rule in make_locale().formats(name) if key.startswith("rule.")}
    expected = [theirs.plural_form(_as_number(figure)) for figure in FIGURES]
    assert [category(figure, rules) for figure in FIGURES] == expected


def _as_number(figure: str) -> Decimal | int:
    return Decimal(figure) if "." in figure else int(figure)


def test_a_language_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """English words with `cldr` set to Polish: formats, and which plural forms are wanted, follow by the tool."""
    english = json.loads((PACKAGE / "locale" / "en.json").read_text("utf-8"))
    made = make_locale().made(
        {**english, "cldr": "pl", "plural.step.few": "{n} kroki", "plural.step.many": "{n} kroków"}
    )
    (tmp_path / "locale").mkdir()
    (tmp_path / "locale" / "pl.json").write_text(json.dumps(made), "utf-8")
    monkeypatch.setattr("jmap.locale.words.PACKAGE", tmp_path)
    polish = words("pl")
    assert polish.date(datetime.date(2026, 11, 1)) == "1 listopada 2026"
    assert [polish.plural("step", count) for count in (1, 3, 5)] == ["1 step", "3 kroki", "5 kroków"]
    assert polish.percent(0.125) == "12,5\u00a0%"
