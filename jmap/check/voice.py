"""Whose words are these, the customer's or the organisation's? In English and Indonesian, jmap's own languages.

Words decide, never grammar: where neither language's words stand, nothing is said.
"""

from __future__ import annotations

import re

_PEOPLE = r"customers?|users?|consumers?|clients?|pelanggan|pengguna|konsumen|nasabah"

# Things that customers meet, and name; and others beside them.
_EVERYDAY = (
    r"(?:customer|client|user) (?:services?|care|support|number|reviews?|card|name|names|manual|guide|account|id)\b|"
    r"(?:customers?|clients?|users?) (?:before|behind|beside|next to|in front|ahead|around|in the queue)\b|"
    r"(?:pelanggan|pengguna|nasabah|konsumen) (?:lain|lainnya|setia|di depan|sebelum)\b"
)
# A sentence about customers begins with them; customers do not call themselves that.
_SUBJECT = rf"(?:the |our |new |existing |potential |calon )*+(?!{_EVERYDAY})(?:{_PEOPLE})\b"
# What only those speak of who sell.
_TRADE = (
    r"(?:customer|user|client|consumer|buyer) (?:journeys?|onboarding|acquisition|retention|experience|lifecycle|flow)|"
    r"(?:customer|user|client|returns?|sales|order|complaints?) process|our (?:customers|users|clients)|"
    r"churn(?:ed|ing)?|conversion rates?|funnels?|lead generation|qualified leads?|upsell(?:ing)?|cross-sell(?:ing)?|"
    r"kpis?|roi|stakeholders?|touchpoints?|"
    r"(?:perjalanan|pengalaman|akuisisi|retensi|proses|alur) (?:pelanggan|pengguna|konsumen|nasabah)|"
    r"(?:pelanggan|pengguna|nasabah) kami|tingkat konversi|corong penjualan|pemangku kepentingan|titik kontak"
)
_FIRST_PERSON = r"i|i'm|i've|i'd|i'll|we|we're|my|our|me|us|saya|aku|kami|kita|ku\w+|\w{3,}ku"

_ABOUT_THEM = re.compile(_SUBJECT, re.IGNORECASE)
_OF_TRADE = re.compile(rf"\b(?:{_TRADE})\b", re.IGNORECASE)
_THEM = re.compile(rf"\b(?:{_PEOPLE})\b", re.IGNORECASE)
_I = re.compile(rf"\b(?:{_FIRST_PERSON})\b", re.IGNORECASE)


def organisation_word(text: str) -> str:
    """The words in the text that only an organisation uses for or about its customers; empty if there are none."""
    plain = text.replace("\u2019", "'")
    found = _OF_TRADE.match(plain) or _ABOUT_THEM.match(plain) or _OF_TRADE.search(plain)
    return text[found.start() : found.end()] if found else ""


def first_person(text: str) -> bool:
    """Whether somebody speaks of themselves."""
    return _I.search(text.replace("\u2019", "'")) is not None


def serves(text: str) -> bool:
    """Whether somebody speaks of themselves and of customers: `I answer an angry customer`. Then it is their work."""
    return first_person(text) and _THEM.search(text) is not None


def word_in(words: tuple[str, ...], text: str) -> str:
    """The first of the words that stands in the text as a word of its own, whatever its case; empty if none does."""
    for word in words:
        if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE):
            return word
    return ""
