"""Lengths of time, figures, names and ids, as people write them."""

from __future__ import annotations

import pytest

from jmap.model.names import id_problem, nearest, slug
from jmap.model.quantity import read_quantity
from jmap.model.span import DAY, HOUR, MINUTE, MONTH, WEEK, YEAR, SpanError, read_span
from jmap.model.words import MEANT

SPANS = [
    ("10 min", 10 * MINUTE, 10 * MINUTE),
    ("0 min", 0, 0),
    ("2 hours", 2 * HOUR, 2 * HOUR),
    ("2-5 days", 2 * DAY, 5 * DAY),
    ("2–5 hari", 2 * DAY, 5 * DAY),
    ("2 to 5 days", 2 * DAY, 5 * DAY),
    ("2 sampai 5 hari", 2 * DAY, 5 * DAY),
    ("30 min - 1 hour", 30 * MINUTE, HOUR),
    ("30min–1h", 30 * MINUTE, HOUR),
    ("1.5 jam", 1.5 * HOUR, 1.5 * HOUR),
    ("1,5 jam", 1.5 * HOUR, 1.5 * HOUR),
    ("3 h 15 min", 3 * HOUR + 15 * MINUTE, 3 * HOUR + 15 * MINUTE),
    ("1 jam 30 menit", 1.5 * HOUR, 1.5 * HOUR),
    ("1 hour and 5 minutes", HOUR + 5 * MINUTE, HOUR + 5 * MINUTE),
    ("3 Weeks", 3 * WEEK, 3 * WEEK),
    ("2 pekan", 2 * WEEK, 2 * WEEK),
    ("6 months", YEAR / 2, YEAR / 2),
    ("2 tahun", 2 * YEAR, 2 * YEAR),
    ("40 detik", 40, 40),
    ("PT10M", 10 * MINUTE, 10 * MINUTE),
    ("P3D", 3 * DAY, 3 * DAY),
    ("P1Y2MT0.5S", YEAR + 2 * MONTH + 0.5, YEAR + 2 * MONTH + 0.5),
]


@pytest.mark.parametrize(("text", "low", "high"), SPANS)
def test_a_length_of_time(text: str, low: float, high: float) -> None:
    span = read_span(text)
    assert (span.low, span.high, span.approximate) == (low, high, False)


@pytest.mark.parametrize("text", ["~1 week", "~ 1 week", "about 1 week", "ca. 1 week", "sekitar 1 minggu"])
def test_about_a_week(text: str) -> None:
    assert (read_span(text).low, read_span(text).approximate) == (WEEK, True)


WRONG = [
    "90",
    "-3 days",
    "5-2 days",
    "1:30",
    "P",
    "PT",
    "P1H",
    "3 days ago",
    "15 min 3 h",
    "3 h 3 h",
    "a week",
]


@pytest.mark.parametrize(
    "text", [*WRONG, "", "1e9 s", "9999 years", "inf days", "nan s", "٣ days x", "9" * 5000 + " s"]
)
def test_no_length_of_time(text: str) -> None:
    with pytest.raises(SpanError):
        read_span(text)


FIGURES = [
    ("34 %", 34, "%"),
    ("Rp 1.250.000", 1250000, "Rp"),
    ("1,840", 1840, ""),
    ("4.2", 4.2, ""),
    ("1,5 jam", 1.5, "jam"),
    ("−3 points", -3, "points"),
    ("1 840 €", 1840, "€"),
    ("1.250.000,50", 1250000.5, ""),
    ("4.2 / 5", None, ""),
    ("3:20 min", None, ""),
    ("high", None, ""),
    ("1,2,3", None, ""),
]


@pytest.mark.parametrize(("text", "number", "unit"), FIGURES)
def test_a_figure_keeps_its_text(text: str, number: float | None, unit: str) -> None:
    figure = read_quantity(text)
    assert (figure.text, figure.number, figure.unit) == (text, number, unit)


SLUGS = [
    ("Instagram Ad", "instagram-ad"),
    ("instagram-ad", "instagram-ad"),
    ("Pencarian produk", "pencarian-produk"),
    ("検索", "検索"),
    ("สวัสดี ครับ", "สวัสดี-ครับ"),
    ("  Rina's cup!  ", "rinas-cup"),
    ("Size_guide", "size_guide"),
    ("Straße / Weg", "strasse-weg"),
    ("ＡＢＣ", "abc"),
    ("🎉", "u1f389"),
]


@pytest.mark.parametrize(("name", "reference"), SLUGS)
def test_a_name_is_its_own_reference(name: str, reference: str) -> None:
    assert slug(name) == reference
    assert slug(reference) == reference
    assert id_problem(reference) == ""


@pytest.mark.parametrize(
    "id_", ["", "two words", "a/b", "..", "-a", "CON", "nul", "lpt1", "com¹", "a" * 81, "a\u200db", "😀"]
)
def test_what_cannot_be_an_id(id_: str) -> None:
    assert id_problem(id_)


@pytest.mark.parametrize("id_", ["a", "A-b_c", "検索", "हिन्दी", "2nd", "console", "a" * 80])
def test_what_can_be_an_id(id_: str) -> None:
    assert id_problem(id_) == ""


def test_did_you_mean() -> None:
    known = ("touchpoints", "pain_points", "time")
    assert nearest("Touch points", known) == "touchpoints"
    assert nearest("pain-point", known) == "pain_points"
    assert nearest("colour", known) == ""


def test_one_word_of_a_name_comes_before_a_word_that_looks_alike() -> None:
    assert nearest("pain", ("gains", "pain_points")) == "pain_points"
    assert nearest("ukuran", ("buku-harian", "panduan-ukuran")) == "panduan-ukuran"
    assert nearest("ukuran", ("panduan-ukuran-lama", "buku-harian", "panduan-ukuran")) == "panduan-ukuran"
    assert nearest("gain", ("gains", "gain-tax")) == "gains"
    assert nearest("value", ("customer_value", "business_value", "valve")) == "valve"


def test_other_words_lead_to_keys_that_there_are() -> None:
    from jmap.model import files, items, people, place

    parts = (files.MapFile, place.Stage, place.Next, items.Touchpoint, items.Opportunity, items.Metric, people.Persona)
    keys = {key for part in parts for key in part.model_fields}
    assert set(MEANT.values()) <= keys
