"""A rich journey made by hand: twelve steps, two personas, every lane. For tests of pictures and pages."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from jmap.lanes.catalogue import BUILT_IN
from jmap.resolve.content import (
    Channel,
    Evidence,
    Feeling,
    Item,
    Metric,
    Opportunity,
    PainPoint,
    Persona,
    Personalisation,
    Span,
    System,
    Team,
    Time,
    Touchpoint,
)
from jmap.resolve.journey import Coverage, Exit, Journey, Stage, Step, Way, Workspace

MIN, HOUR, DAY = 60.0, 3600.0, 86400.0
INTERVIEWS = Evidence("interview", "observed", "interviews-2026", "Store interviews", 12, datetime.date(2026, 8, 20))
SITE = Evidence("analytics", "observed", "web-2026", "Web analytics", 1840, datetime.date(2026, 9, 30))

DEWI = Persona(
    "dewi",
    "Dewi",
    1,
    "D",
    "Weekend runner",
    "I trust other runners more than ads.",
    (("age", "29"), ("city", "Bandung")),
    ("Finish a half marathon",),
    ("A size that fits the first time",),
    ("Pays by e-wallet",),
    ("Slow returns",),
    (("Price-sensitive", 4), ("Tech-savvy", 5)),
)
BUDI = Persona(
    "budi",
    "Budi",
    2,
    "B",
    "Runs on doctor’s advice",
    "I just want a pair that does not hurt.",
    (("age", "44"), ("city", "Surabaya")),
    ("Run 5 km without pain",),
    ("No online surprises",),
    (),
    (),
    (("Price-sensitive", 3), ("Tech-savvy", 2)),
)


class Builder:
    """Numbers pains and opportunities and gives every item its path while the stages are written down."""

    def __init__(self) -> None:
        self.pains = self.ideas = self.column = 0
        self.known = self.total = 0

    def made(self, items: Mapping[str, Sequence[Item]]) -> Mapping[str, tuple[Item, ...]]:
        for item in (i for row in items.values() for i in row if not isinstance(i, Time)):
            self.total += 1
            self.known += item.known
        return {lane: tuple(row) for lane, row in items.items() if row}

    def step(self, stage: int, name: str, lanes: Mapping[str, Sequence[Item]], **more: object) -> Step:
        self.column += 1
        id = name.casefold().replace(" ", "-")
        path = f"stages.{stage}.steps.{self.column}"
        return Step(path=path, id=id, name=name, number=self.column, stage=stage, lanes=self.made(lanes), **more)  # type: ignore[arg-type]


def text(lane: str, *texts: str, who: str = "", known: bool = True, team: str = "", system: str = "") -> list[Item]:
    """Plain items, each with the interviews behind it unless it is assumed."""
    return [
        Item(
            path=f"{lane}.{n}",
            text=t,
            personas=(who,) if who else (),
            known=known,
            evidence=(INTERVIEWS,) if known else (),
            team=Team(team.casefold().replace(" ", "-"), team) if team else None,
            system=System(system.casefold(), system) if system else None,
        )
        for n, t in enumerate(texts)
    ]


def touch(
    name: str, channel: str, owner: str, who: str, importance: int, satisfaction: int, kind: str = "online"
) -> Item:
    return Touchpoint(
        path="touchpoints.0",
        text=name,
        key=name.casefold().replace(" ", "-"),
        channel=Channel(channel.casefold(), channel, kind),  # type: ignore[arg-type]
        owner=owner,
        initiator=who,
        importance=importance,
        satisfaction=satisfaction,
        known=True,
        evidence=(INTERVIEWS,),
    )


def feel(who: str, score: float, word: str = "", n: int | None = None, spread: float | None = None) -> Item:
    """Reported where a number of people said so, else assumed."""
    known = n is not None
    evidence = (Evidence("interview", "observed", "interviews-2026", "Store interviews", n),) if known else ()
    return Feeling(
        path="feelings.0",
        text=word,
        score=score,
        personas=(who,),
        basis="reported" if known else "assumed",
        n=n,
        spread=spread,
        known=known,
        evidence=evidence,
    )


def pain(label: str, words: str, severity: str, method: str = "", n: int | None = None) -> Item:
    evidence = (Evidence(method, "observed", n=n),) if method else ()
    return PainPoint(
        path="pain_points.0",
        text=words,
        id=words.casefold().replace(" ", "-"),
        label=label,
        severity=severity,  # type: ignore[arg-type]
        known=bool(method),
        evidence=evidence,
    )


def idea(
    label: str, words: str, value: int, effort: int, owner: str, status: str, eases: str = "", known: bool = True
) -> Item:
    return Opportunity(
        path="opportunities.0",
        text=words,
        label=label,
        addresses=(eases,) if eases else (),
        customer_value=value,
        business_value=value,
        effort=effort,
        owner=owner,
        status=status,
        known=known,
        evidence=(SITE,) if known else (),
        link="https://tracker.example/SHOP-12" if label == "O3" else "",
    )


def metric(name: str, value: float, target: float) -> Item:
    return Metric(
        path="metrics.0",
        text=name,
        value=value,
        value_text=f"{value:g} %",
        unit="%",
        target=target,
        target_text=f"{target:g} %",
        source="Web analytics",
        date=datetime.date(2026, 10, 1),
        known=True,
        evidence=(SITE,),
    )


def time(active: float, waiting: float = 0) -> list[Item]:
    wait = Span(waiting, waiting) if waiting else None
    return [Time(path="time", text="", active=Span(active, active), waiting=wait, known=True, evidence=(INTERVIEWS,))]


def algorithm(words: str, kind: str, consent: str, data: str) -> list[Item]:
    return [
        Personalisation(
            path="personalisation.0", text=words, kind=kind, consent=consent, data=(data,), known=True, evidence=(SITE,)
        )
    ]


def _awareness(b: Builder) -> Stage:
    steps = (
        b.step(
            0,
            "Sees an ad",
            {
                "actions": text("actions", "Taps a shoe ad while scrolling"),
                "touchpoints": [touch("Instagram ad", "Instagram", "brand", "organisation", 3, 3)],
                "thoughts": text("thoughts", "Nice colour. But is it any good?", who="dewi", known=False),
                "feelings": [feel("dewi", 0.5, "curious"), feel("budi", 0, "indifferent")],
                "pain_points": [pain("P1", "The ad hides the price", "low")],
                "frontstage": text("frontstage", "Ad shows three colours"),
                "backstage": text("backstage", "Buys the audience", team="Growth team"),
                "support": text("support", "Ad account", system="Ads platform", known=False),
                "personalisation": algorithm("Retargets people who viewed a shoe", "nudge", "opt-out", "page views"),
                "metrics": [metric("Ad click-through", 1.9, 2.5)],
                "time": time(2 * MIN),
            },
        ),
        b.step(
            0,
            "Asks friends",
            {
                "actions": text("actions", "Posts a photo in the running group"),
                "touchpoints": [touch("WhatsApp group", "Chat", "customer", "customer", 4, 5)],
                "thoughts": text("thoughts", "Does anyone really run in these?", who="dewi"),
                "feelings": [feel("dewi", 1.5, "encouraged", 12, 0.5), feel("budi", -0.5)],
                "gains": text("gains", "Honest answers within minutes"),
                "opportunities": [
                    idea("O1", "A referral link that thanks the friend", 3, 2, "Growth team", "idea", known=False)
                ],
                "time": time(20 * MIN, DAY),
            },
        ),
    )
    return _stage(0, "awareness", "Awareness", "Find out what is out there", steps, 22 * MIN + DAY)


def _consideration(b: Builder) -> Stage:
    own = {
        "opportunities": [idea("O2", "Show the delivery date on the product page", 5, 2, "Web team", "planned", "P2")]
    }
    lanes = b.made(own)
    steps = (
        b.step(
            1,
            "Compares shoes",
            {
                "actions": text("actions", "Opens six tabs", "Compares price and weight"),
                "touchpoints": [
                    touch("Product page", "Website", "brand", "customer", 5, 4),
                    touch("Marketplace", "Marketplace", "partner", "customer", 4, 3),
                ],
                "thoughts": text("thoughts", "Why eleven versions of one shoe?", who="budi"),
                "feelings": [feel("dewi", 0.5, "interested", 12, 0.5), feel("budi", -1, "overwhelmed", 8, 0.5)],
                "pain_points": [pain("P2", "Delivery date shows only at checkout", "high", "usability-test", 8)],
                "backstage": text("backstage", "Writes the product text", team="Buying"),
                "support": text("support", "Product database", system="PIM"),
                "metrics": [metric("Page to size guide", 22, 30)],
                "time": time(40 * MIN, 2 * DAY),
            },
        ),
        b.step(
            1,
            "Reads the size guide",
            {
                "props": text("props", "Foot-measuring PDF"),
                "actions": text("actions", "Measures the foot")
                + text("actions", "Compares with the old pair", known=False),
                "touchpoints": [
                    touch("Size guide", "Website", "brand", "customer", 5, 4),
                    touch("Running forum", "Forum", "external", "customer", 5, 2),
                ],
                "thoughts": text("thoughts", "Is 38 really 38?", who="dewi")
                + text("thoughts", "I always wear 44.", who="budi", known=False),
                "feelings": [feel("dewi", -1, "unsure", 12, 0.5), feel("budi", 1, "confident")],
                "pain_points": [pain("P3", "The guide has no half sizes", "high", "analytics", 1840)],
                "gains": text("gains", "Sees photos by other runners"),
                "opportunities": [idea("O3", "Let runners say what they wear now", 5, 2, "Web team", "planned", "P3")],
                "frontstage": text("frontstage", "Chat agent answers size questions"),
                "backstage": text("backstage", "Keeps the size table", team="Merchandising"),
                "support": text("support", "Product database", system="PIM"),
                "policies": text("policies", "Returns are free for 30 days"),
                "personalisation": algorithm(
                    "Suggests a size from past orders", "navigation", "opt-in", "order history"
                ),
                "metrics": [metric("Size guide to cart", 34, 50)],
                "time": time(6 * MIN, DAY),
            },
            is_moment=True,
            moment_reason="Decides to trust the size, or leaves",
            exits=(Exit("exits.0", "Sizes unclear", 0.25),),
        ),
        b.step(
            1,
            "Reads reviews",
            {
                "actions": text("actions", "Looks for runners with the same weekly distance"),
                "touchpoints": [touch("Reviews", "Website", "brand", "customer", 4, 4)],
                "thoughts": text("thoughts", "She runs my pace. I believe her.", who="dewi"),
                "feelings": [feel("dewi", 1, "reassured", 12, 0.5), feel("budi", 0.5)],
                "gains": text("gains", "Filters by distance and terrain"),
                "backstage": text("backstage", "Checks reviews before they appear", team="Care", known=False),
                "support": text("support", "Review service", system="Partner API"),
                "time": time(25 * MIN),
            },
        ),
    )
    return _stage(1, "consideration", "Consideration", "Find out whether they fit", steps, 3 * DAY + 71 * MIN, lanes)


def _purchase(b: Builder) -> Stage:
    steps = (
        b.step(
            2,
            "Checks out",
            {
                "actions": text("actions", "Enters an address", known=False) + text("actions", "Picks a courier"),
                "touchpoints": [touch("Checkout", "Website", "brand", "customer", 5, 3)],
                "thoughts": text("thoughts", "Where does this fee come from?", who="budi"),
                "feelings": [feel("dewi", 0, "focused", 12, 0.5), feel("budi", -1, "annoyed", 8, 0.5)],
                "pain_points": [pain("P4", "Shipping cost appears at the last step", "critical", "analytics", 2310)],
                "opportunities": [
                    idea("O4", "Show the full price from the first page", 5, 3, "Web team", "in-progress", "P4")
                ],
                "frontstage": text("frontstage", "Checkout fills in the address"),
                "backstage": text("backstage", "Negotiates courier rates", team="Logistics", known=False),
                "support": text("support", "Rate service", system="Courier API"),
                "metrics": [metric("Checkout completed", 57, 70)],
                "time": time(8 * MIN),
            },
            exits=(Exit("exits.0", "Fee at the end", 0.18),),
        ),
        b.step(
            2,
            "Pays",
            {
                "actions": text("actions", "Pays by e-wallet", who="dewi")
                + text("actions", "Transfers at the bank", who="budi"),
                "touchpoints": [
                    touch("E-wallet", "App", "partner", "customer", 5, 5),
                    touch("Bank transfer", "Bank", "partner", "customer", 4, 2, "offline"),
                ],
                "thoughts": text("thoughts", "Has the money arrived?", who="budi"),
                "feelings": [feel("dewi", 1, "in control", 12, 0.5), feel("budi", -1.5, "anxious", 8, 0.5)],
                "pain_points": [pain("P5", "A transfer lapses after two hours", "high", "support", 214)],
                "opportunities": [idea("O5", "Remind before a transfer lapses", 4, 1, "Payments", "planned", "P5")],
                "backstage": text("backstage", "Matches transfers by hand", team="Finance"),
                "support": text("support", "Payment gateway", system="Partner API"),
                "policies": text("policies", "Unpaid orders lapse after two hours"),
                "time": time(5 * MIN, 2 * HOUR),
            },
            exits=(Exit("exits.0", "Transfer lapsed", 0.09, ("budi",)),),
        ),
        b.step(
            2,
            "Gets confirmation",
            {
                "props": text("props", "Order number"),
                "actions": text("actions", "Saves the email", known=False),
                "touchpoints": [touch("Confirmation email", "Email", "brand", "organisation", 4, 4)],
                "thoughts": text("thoughts", "Good. It says Thursday.", who="dewi"),
                "feelings": [feel("dewi", 1.5, "relieved", 12, 0.5), feel("budi", 0.5, "relieved", 8, 0.5)],
                "gains": text("gains", "Delivery day in the subject line"),
                "frontstage": text("frontstage", "Email names the day"),
                "backstage": text("backstage", "Sends the order to the warehouse", team="Operations"),
                "support": text("support", "Order system", system="ERP"),
                "time": time(MIN),
            },
        ),
    )
    return _stage(2, "purchase", "Purchase", "Pay without a surprise", steps, 134 * MIN)


def _use(b: Builder) -> Stage:
    steps = (
        b.step(
            3,
            "Waits for delivery",
            {
                "actions": text("actions", "Checks tracking four times a day"),
                "touchpoints": [touch("Courier tracking", "Courier site", "partner", "customer", 5, 2)],
                "thoughts": text("thoughts", "The race is in nine days!", who="dewi"),
                "feelings": [feel("dewi", -1.5, "worried", 12, 0.5)],
                "pain_points": [pain("P6", "Tracking is silent for two days", "critical", "interview", 12)],
                "opportunities": [idea("O6", "Tell customers before they ask", 5, 2, "Logistics", "planned", "P6")],
                "frontstage": text("frontstage", "Courier calls before arriving", known=False),
                "backstage": text("backstage", "Packs within one day", team="Warehouse"),
                "support": text("support", "Parcel events", system="Courier API"),
                "metrics": [metric("Delivered on time", 81, 95)],
                "time": time(10 * MIN, 3 * DAY),
            },
        ),
        b.step(
            3,
            "Unboxes and runs",
            {
                "props": text("props", "Shoe box", "Return label"),
                "actions": text("actions", "Runs five kilometres", who="dewi")
                + text("actions", "Sends them back", who="budi"),
                "touchpoints": [
                    touch("Parcel", "Delivery", "brand", "organisation", 5, 4, "offline"),
                    touch("Return form", "Website", "brand", "customer", 5, 2),
                ],
                "thoughts": text("thoughts", "They feel like mine already.", who="dewi")
                + text("thoughts", "Too tight. And I was so sure.", who="budi"),
                "feelings": [feel("dewi", 2, "delighted", 12), feel("budi", -2, "let down", 8)],
                "pain_points": [pain("P7", "The return label must be printed", "medium", "review", 37)],
                "gains": text("gains", "A race-day card in the box"),
                "opportunities": [
                    idea("O7", "Swap the size at the door", 4, 4, "Logistics", "idea", "P7", known=False)
                ],
                "frontstage": text("frontstage", "Care confirms the refund"),
                "backstage": text("backstage", "Inspects returns", team="Warehouse"),
                "support": text("support", "Returns ledger", system="ERP", known=False),
                "policies": text("policies", "Returns are free for 30 days"),
                "metrics": [metric("Kept first pair", 88, 93)],
                "time": time(HOUR),
            },
            is_moment=True,
            moment_reason="Ten steps decide: keep, or send back",
        ),
    )
    return _stage(3, "use", "Use", "Shoes that fit, before the race", steps, 3 * DAY + 70 * MIN)


def _loyalty(b: Builder) -> Stage:
    steps = (
        b.step(
            4,
            "Shares the experience",
            {
                "actions": text("actions", "Uploads a photo of the run", known=False),
                "touchpoints": [
                    touch("Review form", "Website", "brand", "organisation", 3, 3),
                    touch("Running app", "App", "external", "customer", 3, 5),
                ],
                "thoughts": text("thoughts", "Look at that pace!", who="dewi", known=False),
                "feelings": [feel("dewi", 1.5, "proud"), feel("budi", -1, "tired of it", 8, 0.5)],
                "pain_points": [pain("P8", "Asked for a review before the first run", "medium")],
                "gains": text("gains", "Thanked by name", known=False),
                "opportunities": [idea("O8", "Ask after the third run", 3, 1, "Care", "idea", "P8", known=False)],
                "backstage": text("backstage", "Reads every review", team="Care", known=False),
                "support": text("support", "Review service", system="Partner API"),
                "personalisation": algorithm(
                    "Picks the moment to ask for a review", "retention", "opt-out", "run logs"
                ),
                "time": time(15 * MIN),
            },
        ),
        b.step(
            4,
            "Buys the second pair",
            {
                "actions": text("actions", "Orders again in two taps", known=False),
                "touchpoints": [touch("Push reminder", "App", "brand", "organisation", 4, 3)],
                "thoughts": text("thoughts", "Same shoe, new colour.", who="dewi", known=False),
                "feelings": [feel("dewi", 1, "loyal")],
                "opportunities": [
                    idea("O9", "Remind at 600 km, not at 6 months", 4, 3, "Growth team", "idea", known=False)
                ],
                "backstage": text("backstage", "Plans the reminder", team="Growth team", known=False),
                "support": text("support", "Customer data", system="CRM"),
                "metrics": [metric("Repeat purchase", 18, 25)],
                "time": time(3 * MIN),
            },
        ),
    )
    return _stage(4, "loyalty", "Loyalty", "Pass it on, and come back", steps, 18 * MIN)


def _stage(
    n: int,
    id: str,
    name: str,
    goal: str,
    steps: tuple[Step, ...],
    span: float,
    lanes: Mapping[str, tuple[Item, ...]] | None = None,
) -> Stage:
    whole = Span(span, span)
    return Stage(
        path=f"stages.{n}", id=id, name=name, number=n + 1, goal=goal, steps=steps, span=whole, lanes=lanes or {}
    )


WAYS = (
    Way("next.0", 3, 5, "skip", 0.15, "skip reviews"),
    Way("next.1", 4, 2, "back", 0.15, "still unsure"),
    Way("next.2", 9, 3, "back", 0.12, "wrong size: exchange", ("budi",)),
)


def sample_journey() -> Journey:
    """Twelve steps in five stages; what the pictures of the design show."""
    b = Builder()
    stages = (_awareness(b), _consideration(b), _purchase(b), _use(b), _loyalty(b))
    on = tuple(Way("", n, n + 1, "on", written=False) for n in range(11))
    left = [1.0]
    for step in (step for stage in stages for step in stage.steps):
        left.append(left[-1] * (1 - sum(exit.share or 0 for exit in step.exits)))
    return Journey(
        id="buy-running-shoes",
        file="maps/buy-shoes.journey.yaml",
        title="I buy running shoes online",
        description="From the first ad to the second pair.",
        personas=(DEWI, BUDI),
        scenario="Dewi needs shoes three weeks before a race.",
        goal="The right shoes, in time",
        expectations=("Delivery within three days", "Free returns"),
        business_goal="Raise repeat purchase from 18 % to 25 %",
        owner="Growth team",
        reviewed=datetime.date(2026, 11, 1),
        next_review=datetime.date(2027, 5, 1),
        tags=("e-commerce", "mobile"),
        project_title="Toko Lari journeys",
        lanes=BUILT_IN,
        stages=stages,
        columns=tuple(step for stage in stages for step in stage.steps),
        ways=tuple(sorted((*WAYS, *on), key=lambda way: (way.source, way.written))),
        left=tuple(left[:-1]),
        left_at_end=left[-1],
        coverage=Coverage(b.known, b.total),
    )


def sample_workspace() -> Workspace:
    """A project with the sample journey alone."""
    journey = sample_journey()
    return Workspace(
        root="/", title="Toko Lari journeys", personas={p.id: p for p in journey.personas}, journeys=(journey,)
    )
