"""Nearly every step is a moment of truth.

If more than half of the steps decide everything, none does. Keep the mark for the few where customers stay or go.

Source: a moment of truth is a contact with outsized effect on the whole impression.

Fails:

    jmap: 1
    title: I return a pair of shoes  # <- JM513
    stages:
      - {name: Look, moment_of_truth: true}
      - {name: Pack, moment_of_truth: true}
      - {name: Hand in, moment_of_truth: true}
      - {name: Wait, moment_of_truth: true}
      - Get the money

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - Look
      - Pack
      - {name: Hand in, moment_of_truth: "Taken back without a question, or never again"}
      - Wait
      - Get the money
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet

CODE = "JM513"
SEVERITY = "info"
MESSAGE = "{count} of {total} steps are declared moments of truth: the word loses its meaning"
ADVICE = "the few where customers stay or go"
ENOUGH = 4


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    columns = sheet.journey.columns
    count = sum(column.is_moment for column in columns)
    if count >= ENOUGH and count * 2 > len(columns):
        yield at("title", count=count, total=len(columns))
