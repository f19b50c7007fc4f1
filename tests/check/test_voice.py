"""Whose voice: in English and Indonesian, and silent where a customer might well have said it."""

from __future__ import annotations

import pytest

from jmap.check.voice import first_person, organisation_word, word_in


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Users expect a label in the parcel", "Users"),
        ("The customer is confused", "The customer"),
        ("This will lower our conversion rate", "conversion rate"),
        ("Customer onboarding", "Customer onboarding"),
        ("Returns process", "Returns process"),
        ("Improve customer retention", "customer retention"),
        ("Pelanggan ingin pengiriman cepat", "Pelanggan"),
        ("Perjalanan pelanggan baru", "Perjalanan pelanggan"),
        ("Calon nasabah mengisi formulir", "Calon nasabah"),
    ],
)
def test_the_organisation_is_heard(text: str, word: str) -> None:
    assert organisation_word(text) == word


@pytest.mark.parametrize(
    "text",
    [
        "Where is the label?",
        "How do I add users to my plan?",
        "Customer service never answers",
        "The customer service is closed on Sundays",
        "The customer before me was crying too",
        "Pelanggan di depan saya lama sekali",
        "What do other customers say?",
        "User reviews are all from last year",
        "Will my customers see this invoice?",
        "Where does this lead?",
        "Pengguna lain bilang ukurannya kecil",
        "Kenapa satu sepatu ada sebelas versi?",
        "靴はいつ届きますか",
        "",
    ],
)
def test_a_customer_may_say_so(text: str) -> None:
    assert organisation_word(text) == ""


@pytest.mark.parametrize("text", ["I return shoes", "We plan our shifts", "Saya membeli sepatu", "Kubeli sepatu baru"])
def test_somebody_speaks_of_themselves(text: str) -> None:
    assert first_person(text)


def test_nobody_speaks_of_themselves() -> None:
    assert not first_person("Returns in the shop")


def test_jargon_is_found_as_a_word_of_its_own() -> None:
    assert word_in(("MQL", "tier-2 queue"), "Waits in the Tier-2 queue") == "tier-2 queue"
    assert word_in(("sku",), "Skull pattern") == ""
