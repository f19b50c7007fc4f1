"""Sensitive data is used without the customer's explicit consent.

Health, faith, origin, politics, sexuality, biometrics, where somebody is, how much they have, and anything about
children can do harm in the wrong hands. For these an opt-out is not enough: ask first. The rule looks for words in
`data`, in English and Indonesian. (Where nobody agreed to anything, JM801 and JM802 speak.)

Fails:

    jmap: 1
    title: I look after my skin
    stages:
      - name: Ask
        personalisation: {text: Suggests a cream, data: [photo of the face, allergies], consent: opt-out}  # <- JM803

Passes:

    jmap: 1
    title: I look after my skin
    stages:
      - name: Ask
        personalisation: {text: Suggests a cream, data: [photo of the face, allergies], consent: opt-in}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet
from jmap.resolve.content import Personalisation

CODE = "JM803"
SEVERITY = "warning"
MESSAGE = "`{data}` is sensitive, and an opt-out is not enough for it"
ADVICE = "`consent: opt-in`: ask before it is used"
_SENSITIVE = re.compile(
    r"\b(?:health|medical|diagnos\w+|allerg\w+|medication|disabilit\w+|pregnan\w+|skin (?:condition|photo)|blood|"
    r"genetic|dna|biometric\w*|face|facial|fingerprints?|iris|voice ?prints?|relig\w+|faith|ethnic\w*|race|politic\w*|"
    r"sexual\w*|criminal|gps|(?:precise |live )?location|whereabouts|salary|income|debts?|credit (?:score|rating)|"
    r"children'?s?|minors|menstrua\w*|period (?:cycle|tracking)|skin problems?|"
    r"kesehatan|medis|alergi|penyakit|kehamilan|disabilitas|wajah|sidik jari|biometrik|genetik|agama|keyakinan|suku|"
    r"etnis|politik|seksual|lokasi|gaji|penghasilan|utang|anak|haid|menstruasi|"
    r"masalah kulit|foto (?:wajah|kulit))\b",
    re.IGNORECASE,
)


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    for _, item in sheet.lane("personalisation"):
        if not isinstance(item, Personalisation) or item.consent != "opt-out":
            continue
        found = next(((i, data) for i, data in enumerate(item.data) if _SENSITIVE.search(data)), None)
        if found:
            yield at(f"{item.path}.data.{found[0]}", data=found[1])
