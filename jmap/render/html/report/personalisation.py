"""What algorithms do with customers' data, and whether those agreed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jmap.render.html.people import whose
from jmap.render.html.report.where import Where, known_by, where
from jmap.render.html.view import Source, Who
from jmap.resolve.content import Personalisation

if TYPE_CHECKING:
    from jmap.locale.words import Words
    from jmap.render.html.sources import Register
    from jmap.resolve.journey import Journey


@dataclass(frozen=True, slots=True)
class AlgorithmRow:
    """`asks` is false where customers are not asked, or nobody says whether they are."""

    text: str
    known: bool
    where: Where
    who: tuple[Who, ...]
    kind: str
    data: str
    consent: str
    asks: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Algorithms:
    hint: str
    rows: tuple[AlgorithmRow, ...]


def algorithms(journey: Journey, words: Words, register: Register) -> Algorithms | None:
    found = [(place, i) for place, i in journey.every("personalisation") if isinstance(i, Personalisation)]
    if not found:
        return None
    rows = tuple(
        AlgorithmRow(
            text=item.text,
            known=item.known,
            where=where(journey, place),
            who=whose(journey, item.personas),
            kind=words(f"personalisation.{item.kind}") if item.kind else "",
            data=", ".join(item.data),
            consent=_consent(item, words),
            asks=item.consent in ("opt-in", "opt-out"),
            sources=known_by(item, register, words),
        )
        for place, item in found
    )
    silent = sum(not row.asks or not row.data for row in rows)
    key = "report.algorithms_missing" if silent else "report.algorithms_hint"
    count, missing = words.plural("algorithm", len(rows)), words.number(silent)
    return Algorithms(words(key, count=count, missing=missing), rows)


def _consent(item: Personalisation, words: Words) -> str:
    if not item.consent:
        return words("report.consent_unsaid")
    return words(f"report.consent.{item.consent}")
