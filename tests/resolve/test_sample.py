"""The full map of the language's description, with a catalogue that has all it names."""

import datetime

import pytest
from PIL import Image

from jmap.resolve.content import Span, Team
from jmap.resolve.journey import Coverage

PROJECT = """
jmap: 1
title: Toko Lari journeys
locale: id
theme: default                 # a name from themes/, or a path to a *.theme.yaml
maps: ["maps/**/*.journey.yaml"]        # default: **/*.journey.yaml
output: site
include: ["catalogue/*.yaml"]  # more of the keys below, one catalogue in many files
personas:
  - id: dewi
    name: Dewi
    role: Weekend runner
    quote: I trust other runners more than ads.
    demographics: {age: 29, city: Bandung}
    goals: [Finish a half marathon]
    needs: [A size that fits the first time]
    preferences: [Pays by e-wallet]
    frustrations: [Slow returns]
    traits: {Price-sensitive: 4, Tech-savvy: 5}     # 0-5, drawn as bars
    image: people/dewi.png
channels:
  - {name: Instagram, kind: online, owner: brand, device: mobile}
  - {name: Store, kind: offline}
  - {name: Website, kind: online, owner: brand}
  - {name: Forum, kind: online, owner: external}
touchpoints:
  - {name: Size guide, channel: Website, owner: brand}
teams: [{name: Growth team, contact: growth@example.com}, Web team, Merchandising]
systems: [{name: PIM}]
evidence: [{id: interviews-2026, method: interview, n: 12, date: 2026-08-20, source: Store interviews}]
custom_lanes: [{id: training, name: Training needs, icon: book, after: backstage}]
check: {select: [], ignore: [], per_file: {}, stale_after: 6 months}
build: {formats: [html, svg, dot]}
measure: {}                    # see the issue on event data
"""

MORE = """
jmap: 1
personas: [{name: Budi, role: Runs on doctor's advice}]
"""

MAP = """
jmap: 1
id: buy-running-shoes          # default: the file's stem
title: I buy running shoes online
description: From the first ad to the second pair.
state: current                 # current | future; a future map may say future_of: the id of its current map
basis: planned                 # planned: as designed or supposed | actual: as researched
personas: [Dewi, Budi]         # by name or id from the catalogue, or defined here
scenario: Dewi needs shoes three weeks before a race.
goal: The right shoes, in time
expectations: [Delivery within three days, Free returns]
business_goal: Raise repeat purchase from 18 % to 25 %
owner: Growth team             # a team of the catalogue, or a plain name
reviewed: 2026-11-01
review_every: 6 months
tags: [e-commerce, mobile]
locale: en                     # labels of the output: en | id at first; content may be in any language
lanes: [actions, touchpoints, thoughts, feelings, pain_points, opportunities, time]
                               # which to draw, in what order; default: all that the map uses, in the order below
evidence: []                   # as in the project file; so may channels, touchpoints, teams, systems, custom_lanes
stages:
  - id: consideration
    name: Consideration
    goal: Find out whether they fit
    business_goal: Move visitors to the size guide
    time: 2-5 days
    opportunities: [Show delivery date on the product page]   # a stage's own items span its steps
    steps:
      - id: size-guide
        name: Reads the size guide
        actions: [Measures her foot, Compares with her old pair]
        touchpoints:
          - Size guide                        # from the catalogue
          - name: Running forum               # or inline
            channel: Forum
            owner: external
            initiator: customer
            importance: 5
            satisfaction: 2
        thoughts:
          - "Is 38 really 38?"
          - {text: "I always wear 44", personas: [Budi]}
        feelings:
          - {score: -1, emotion: unsure, personas: [Dewi], basis: reported, evidence: [interviews-2026]}
          - {score: 1, personas: [Budi]}
        pain_points:
          - id: no-half-sizes
            text: The guide has no half sizes
            severity: high
            evidence: [{method: analytics, source: Size guide exits, n: 1840, date: 2026-09-30}]
        gains: [Sees photos by other runners]
        opportunities:
          - text: Let runners say what they wear now
            addresses: [no-half-sizes]
            customer_value: 5
            business_value: 4
            effort: 2
            owner: Web team
            status: planned
            link: https://tracker.example/SHOP-12
        moment_of_truth: Decides to trust the size, or leaves
        props: [Foot-measuring PDF]
        frontstage: [Chat agent answers size questions]
        backstage: [{text: Merchandising keeps the size table, team: Merchandising}]
        support: [{text: Product database, system: PIM}]
        policies: [Returns are free for 30 days]
        personalisation:
          - {text: Suggests a size from past orders, kind: navigation, data: [order history], consent: opt-in}
        metrics:
          - {name: Size guide to cart, value: 34 %, target: 50 %, source: Web analytics, date: 2026-10-01}
        time: {active: 6 min, waiting: 1 day}
        events: ["page_view:/size-guide*"]    # what this step is in the event log
        next:
          - {to: checkout, share: 60 %}
          - {to: running-forum-search, when: Still unsure, share: 15 %}
        exits:
          - {reason: Sizes unclear, share: 25 %}
      - {id: running-forum-search, name: Asks other runners, next: {to: size-guide}}
  - {name: Purchase, steps: [{id: checkout, name: Checks out}]}

"""


@pytest.fixture
def workspace(build, tmp_path):
    (tmp_path / "people").mkdir()
    Image.new("RGB", (64, 64), "teal").save(tmp_path / "people" / "dewi.png")
    files = {"jmap.yaml": PROJECT, "catalogue/people.yaml": MORE, "maps/buy-shoes.journey.yaml": MAP}
    workspace, mistakes = build(files)
    assert mistakes == ()
    return workspace


def test_the_sample(workspace):
    assert list(workspace.personas) == ["dewi", "budi"]
    (journey,) = workspace.journeys
    assert (journey.id, journey.file) == ("buy-running-shoes", "maps/buy-shoes.journey.yaml")
    assert (journey.owner, journey.locale, journey.project_title) == ("Growth team", "en", "Toko Lari journeys")
    assert journey.next_review == datetime.date(2027, 5, 1)
    assert [p.initial for p in journey.personas] == ["D", "B"]
    assert journey.stages[0].span == Span(2 * 86_400, 5 * 86_400)
    assert [row.key for row in journey.lanes] == (
        ["actions", "touchpoints", "thoughts", "feelings", "pain_points", "opportunities", "time"]
    )


def test_what_the_sample_holds(workspace):
    (journey,) = workspace.journeys
    guide, forum = (item for _, item in journey.every("touchpoints"))
    assert (guide.channel.name, guide.owner, forum.channel.name, forum.owner) == (
        "Website",
        "brand",
        "Forum",
        "external",
    )
    assert (forum.gap, forum.is_moment, guide.is_moment) == (3, True, False)
    dewi, budi = (item for _, item in journey.every("feelings"))
    assert (dewi.personas, dewi.known, dewi.basis, dewi.text) == (("dewi",), True, "reported", "unsure")
    assert (budi.personas, budi.known, budi.basis) == (("budi",), False, "assumed")
    assert [(o.label, o.addresses, o.value) for _, o in journey.every("opportunities")] == [
        ("O1", (), None),
        ("O2", ("P1",), 4.5),
    ]
    assert [item.team for _, item in journey.every("backstage")] == [Team("merchandising", "Merchandising")]
    assert journey.columns[0].moment_reason == "Decides to trust the size, or leaves"
    assert journey.coverage == Coverage(3, 18)


def test_how_customers_go_through_the_sample(workspace):
    (journey,) = workspace.journeys
    assert [(w.source, w.target, w.kind, w.share, w.written) for w in journey.ways] == [
        (0, 2, "skip", 0.6, True),
        (0, 1, "on", 0.15, True),
        (1, 0, "back", None, True),
        (1, 2, "on", None, False),
    ]
    assert journey.left == (1, 0.75, 0.75)
    assert journey.left_at_end == 0.75
