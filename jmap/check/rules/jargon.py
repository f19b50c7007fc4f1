"""A word of the house where the customer speaks.

Every organisation has names that nobody outside knows: `SKU`, `MQL`, `tier-2 queue`. List yours in `jmap.yaml` under
`check: {jargon: [...]}`, and jmap finds them in titles, names, thoughts, actions, pain points and gains. Backstage,
support and opportunities may use them.

Source: smaply.com/blog/why-journey-maps-fail

Fails:

    # jmap.yaml
    jmap: 1
    check: {jargon: [RMA, SKU]}
    # map.journey.yaml
    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        actions: Requests an RMA number  # <- JM403
        backstage: Issues the RMA number

Passes:

    # jmap.yaml
    jmap: 1
    check: {jargon: [RMA, SKU]}
    # map.journey.yaml
    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        actions: Asks for a number for the parcel
        backstage: Issues the RMA number
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, heading, wording
from jmap.check.voice import word_in

CODE = "JM403"
SEVERITY = "warning"
MESSAGE = "`{word}` is on the project's list of jargon"
ADVICE = "the customer's word for it"
LANES = ("actions", "thoughts", "pain_points", "gains")


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    words = context.limits.jargon
    if not words:
        return
    texts = [("title", sheet.journey.title), *((heading(place), place.name) for place in sheet.places)]
    texts += [(wording(item), item.text) for lane in LANES for _, item in sheet.lane(lane)]
    for path, text in texts:
        word = word_in(words, text)
        if word:
            yield at(path, word=word)
