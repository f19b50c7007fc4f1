"""Items in words: everything that the picture shows of one, and what it leaves to hints."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from jmap.render.html.links import safe_link
from jmap.render.html.people import score, whose
from jmap.render.html.view import Entry, Link, Score
from jmap.resolve.content import Feeling, Item, Metric, Opportunity, PainPoint, Personalisation, Time, Touchpoint
from jmap.resolve.journey import Journey

if TYPE_CHECKING:
    from jmap.lanes.lane import Lane
    from jmap.locale.words import Words
    from jmap.render.html.sources import Register

VOICES = ("quote",)


class Entries:
    """Writes down items of one map, and the evidence that they name."""

    def __init__(self, journey: Journey, words: Words, register: Register) -> None:
        self.journey, self.words, self.register = journey, words, register

    def entry(self, item: Item, lane: Lane) -> Entry:
        """One item of a lane."""
        own = next((write(self, item) for kind, write in WRITERS.items() if isinstance(item, kind)), {})
        text = own.pop("text", item.text)
        facts = [*own.pop("facts", ()), *self._common(item)]
        link = safe_link(item.link)
        return Entry(
            text=self.words.quote(text) if lane.kind in VOICES else text,
            known=item.known,
            kind=lane.kind,
            voice=lane.kind in VOICES,
            who=whose(self.journey, item.personas),
            facts=tuple(facts),
            sources=self.register.sources(item),
            links=(Link(_short(link), link, outside=True),) if link else (),
            **own,
        )

    def _common(self, item: Item) -> Iterator[str]:
        if item.team:
            yield self.words("page.team", name=_with(item.team.name, item.team.contact))
        if item.system:
            yield self.words("page.system", name=item.system.name)
        if item.note:
            yield self.words("page.note", note=item.note)

    def touchpoint(self, item: Touchpoint) -> dict[str, Any]:
        w = self.words
        facts = [item.channel.name] if item.channel else []
        if item.channel and item.channel.kind:
            facts.append(w(f"channel.{item.channel.kind}"))
        if item.owner:
            facts.append(w("page.owner_is", name=w(f"owner.{item.owner}")))
        if item.initiator:
            facts.append(w("page.initiator_is", name=w(f"initiator.{item.initiator}")))
        if item.is_moment:
            facts.append(self._moment(item))
        return {"facts": facts, "scores": self._scores(item, "touchpoint", ("importance", "satisfaction"))}

    def _scores(self, item: Item, group: str, names: tuple[str, ...]) -> tuple[Score, ...]:
        given = ((name, getattr(item, name)) for name in names)
        w = self.words
        return tuple(score(w(f"{group}.{name}"), value, w) for name, value in given if value is not None)

    def _moment(self, item: Touchpoint) -> str:
        if item.moment_reason:
            return self.words("page.moment_why", reason=item.moment_reason)
        if item.declared_moment or item.gap is None:
            return self.words("moment")
        return self.words("page.moment_why", reason=self.words("page.gap", points=self.words.decimal(item.gap)))

    def feeling(self, item: Feeling) -> dict[str, Any]:
        w = self.words
        facts = [w(f"feeling_basis.{item.basis}")] if item.known or item.basis != "assumed" else []
        if item.spread is not None:
            facts.append(w("feelings.spread", points=w.decimal(item.spread)))
        if item.n is not None:
            facts.append(w("evidence.n", n=w.number(item.n)))
        return {"figure": w.score(item.score), "facts": facts}

    def pain(self, item: PainPoint) -> dict[str, Any]:
        eased = _easing(self.journey, item.label)
        facts = [self.words("page.severity", severity=self.words(f"severity.{item.severity}"))] if item.severity else []
        if eased:
            facts.append(self.words("page.eased_by", labels=", ".join(eased)))
        return {"label": item.label, "facts": facts}

    def opportunity(self, item: Opportunity) -> dict[str, Any]:
        w = self.words
        facts = [w("page.status", status=w(f"status.{item.status}"))] if item.status else []
        if item.addresses:
            facts.append(w("page.addresses", labels=", ".join(item.addresses)))
        if item.owner:
            facts.append(w("page.owner_is", name=item.owner))
        scores = self._scores(item, "opportunity", ("customer_value", "business_value", "effort"))
        return {"label": item.label, "facts": facts, "scores": scores}

    def metric(self, item: Metric) -> dict[str, Any]:
        w = self.words
        facts = [w("metric.target", target=item.target_text)] if item.target_text else []
        if item.source:
            facts.append(w("page.source_is", text=item.source))
        if item.date:
            facts.append(w.date(item.date))
        if item.n is not None:
            facts.append(w("evidence.n", n=w.number(item.n)))
        return {"figure": item.value_text, "facts": facts}

    def time(self, item: Time) -> dict[str, Any]:
        spans = ((kind, getattr(item, kind)) for kind in ("active", "waiting", "elapsed"))
        parts = [f"{self.words.span(s, exact=True)} {self.words(f'time.{kind}')}" for kind, s in spans if s]
        return {"text": " · ".join(parts)}

    def personalisation(self, item: Personalisation) -> dict[str, Any]:
        w = self.words
        facts = [w("page.kind_is", name=w(f"personalisation.{item.kind}"))] if item.kind else []
        if item.data:
            facts.append(w("page.data_is", names=", ".join(item.data)))
        if item.consent:
            facts.append(w("page.consent_is", name=w(f"consent.{item.consent}")))
        return {"facts": facts}


WRITERS: Mapping[type, Callable[[Entries, Any], dict[str, Any]]] = {
    Touchpoint: Entries.touchpoint,
    Feeling: Entries.feeling,
    PainPoint: Entries.pain,
    Opportunity: Entries.opportunity,
    Metric: Entries.metric,
    Time: Entries.time,
    Personalisation: Entries.personalisation,
}


def _easing(journey: Journey, label: str) -> list[str]:
    ideas = (item for _, item in journey.every("opportunities") if isinstance(item, Opportunity))
    return [idea.label for idea in ideas if label in idea.addresses]


def _short(link: str) -> str:
    return link.removeprefix("https://").removeprefix("http://").removeprefix("mailto:")


def _with(name: str, contact: str) -> str:
    return f"{name} ({contact})" if contact else name
