"""No label is missing in any language, and none is there that nothing shows."""

from __future__ import annotations

import json
import re
from string import Formatter
from typing import get_args

import pytest

from jmap.lanes.catalogue import BUILT_IN
from jmap.model import scalars
from jmap.resources import PACKAGE
from tests.locale.labels import Asked, asked, prefixes

LOCALES = sorted(path.stem for path in (PACKAGE / "locale").glob("*.json"))
FORMATS = ("cldr", "date.", "month.", "number.", "quote.", "rule.")
CHOICES = {
    "basis": scalars.MapBasis,
    "channel": scalars.ChannelKind,
    "consent": scalars.Consent,
    "feeling_basis": scalars.FeelingBasis,
    "initiator": scalars.Initiator,
    "level": scalars.Level,
    "method": scalars.Method,
    "owner": scalars.Owner,
    "personalisation": scalars.Use,
    "severity": scalars.Severity,
    "state": scalars.State,
    "status": scalars.Status,
}


@pytest.fixture(scope="module")
def wanted() -> Asked:
    return asked()


def texts(locale: str) -> dict[str, str]:
    return json.loads((PACKAGE / "locale" / f"{locale}.json").read_text("utf-8"))  # type: ignore[no-any-return]


def said(locale: str) -> dict[str, str]:
    """What is said, without formats: plural forms are counted as one label."""
    forms = re.compile(r"\.(zero|one|two|few|many)$")
    own = {key: text for key, text in texts(locale).items() if not key.startswith(FORMATS)}
    return {key: text for key, text in own.items() if not (key.startswith(("plural.", "unit.")) and forms.search(key))}


def fields(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_says_what_english_says(locale: str) -> None:
    own, english = said(locale), said("en")
    assert sorted(set(english) ^ set(own)) == []
    assert [key for key in english if fields(english[key]) != fields(own[key])] == []
    assert [key for key in english if bool(english[key]) != bool(own[key])] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_noun_has_the_plural_forms_of_its_language(locale: str) -> None:
    """`{n} steps`, `{n} kroków`: no more forms than the language has, and no fewer."""
    own = texts(locale)
    forms = {"other", *(key.removeprefix("rule.") for key in own if key.startswith("rule."))}
    nouns = {key.rpartition(".")[0] for key in own if key.startswith(("plural.", "unit."))}
    found = {noun: {key.rpartition(".")[2] for key in own if key.rpartition(".")[0] == noun} for noun in nouns}
    assert {noun: sorted(has) for noun, has in found.items() if has != forms} == {}, "run: python tools/make_locale.py"


@pytest.mark.parametrize("locale", LOCALES)
def test_labels_are_in_order_so_that_a_new_one_has_a_place(locale: str) -> None:
    assert list(texts(locale)) == sorted(texts(locale))


@pytest.mark.parametrize("locale", LOCALES)
def test_every_label_that_is_asked_for_exists(locale: str, wanted: Asked) -> None:
    """A label that is missing would be a KeyError on somebody's map."""
    assert sorted(wanted.keys - texts(locale).keys()) == []
    assert sorted(noun for noun in wanted.nouns if f"plural.{noun}.other" not in texts(locale)) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_label_that_is_put_together_exists(locale: str) -> None:
    """`severity.{...}` needs a label for each severity that the language knows."""
    known = texts(locale)
    closed = [f"{group}.{value}" for group, kind in CHOICES.items() for value in get_args(get_args(kind)[0]) if value]
    closed += [f"lane.{lane.key}{part}" for lane in BUILT_IN for part in ("", ".caption")]
    closed += [f"feelings.{score}" for score in range(-2, 3)] + [f"month.{month}" for month in range(1, 13)]
    assert [key for key in closed if key not in known] == []
    found = ((f"{file}: {asks}", re.compile(asks)) for asks, file in prefixes().items())
    assert [shown for shown, asks in found if not any(map(asks.fullmatch, known))] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_label_is_shown_somewhere(locale: str, wanted: Asked) -> None:
    """A label that nothing shows is work for every translator."""
    nouns = {f"plural.{noun}.other" for noun in wanted.nouns | wanted.strings}
    assert [key for key in said(locale) if key not in nouns and not wanted.uses(key)] == []
