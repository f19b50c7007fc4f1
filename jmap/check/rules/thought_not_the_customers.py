"""A thought that no customer ever thought.

"Users want a faster checkout" is what a company says about customers. The thoughts lane quotes them: first person,
their words, best from an interview. The rule looks for words that customers do not use for themselves, in English and
Indonesian. A map of those who serve customers, such as *I answer an angry customer*, is left alone.

Source: NN/g: mindsets belong to the actor; a map from outside, not from inside.

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        thoughts: Users expect a label in the parcel  # <- JM402

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        thoughts: Where is the label? Do I have to print one?
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, wording
from jmap.check.voice import organisation_word, serves

CODE = "JM402"
SEVERITY = "warning"
MESSAGE = "this thought is about customers (`{word}`), not a customer's own"
ADVICE = "what the customer says to themselves, as a quote"


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    if serves(sheet.journey.title):
        return
    for _, thought in sheet.lane("thoughts"):
        word = organisation_word(thought.text)
        if word:
            yield at(wording(thought), word=word)
