"""The title speaks about the customer, not as the customer.

"Customer onboarding process" is a project of the organisation; "I get started with my new account" is a journey. A
title in the customer's voice reminds everybody who reads the map whose side they are on. The rule looks for words
that customers do not use for themselves, in English and Indonesian.

Source: titles begin in the customer's voice, often with "I": Milkymap, TheyDo.

Fails:

    jmap: 1
    title: Customer returns process  # <- JM401
    stages: [Pack, Hand in, Wait]

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages: [Pack, Hand in, Wait]
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet
from jmap.check.voice import first_person, organisation_word

CODE = "JM401"
SEVERITY = "warning"
MESSAGE = "`{word}` is the organisation's word: the title is not in the customer's voice"
ADVICE = "what the customer would say, such as `I return a pair of shoes`"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    title = sheet.journey.title
    word = organisation_word(title)
    if word and not first_person(title):
        yield at("title", word=word)
