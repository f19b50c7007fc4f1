"""What means the same is no change, however it is written."""

from __future__ import annotations

import pytest

from tests.diff.comparing import MAP, PROJECT, compared, maps, whole

CATALOGUE = (
    PROJECT + "personas: [{id: dewi, name: Dewi}, {id: budi, name: Budi}]\n"
    "channels: [{name: Website, kind: online}]\n"
    "touchpoints: [{name: Size guide, channel: Website, satisfaction: 4}]\n"
    "teams: [{id: growth, name: Growth team}]\n"
    "systems: [{name: PIM}]\n"
    "evidence: [{id: talks-2026, method: interview, n: 12}]\n"
    "custom_lanes: [{id: training, name: Training needs}]\n"
)
STEP = "stages: [{name: Pay, steps: [{name: Pays the bill, %s}, {name: Waits at home}]}]"
SAME = [
    ("persona: 'Rina, a commuter'\n" + STEP % "", "personas: [{name: Rina, role: a commuter}]\n" + STEP % ""),
    (STEP % "touchpoints: [Size guide]", STEP % "touchpoints: [size-guide]"),
    (STEP % "touchpoints: [Size guide]", STEP % "touchpoints: {name: Size Guide, channel: Website}"),
    (STEP % "feelings: 1", STEP % "feelings: [{score: +1.0}]"),
    (STEP % "time: 10 min", STEP % "time: {elapsed: PT10M}"),
    (STEP % "time: 1 hour", STEP % "time: [60 minutes]"),
    (STEP % "next: Waits at home", STEP % "next: [{to: waits-at-home}]"),
    (STEP % "exits: [{reason: Dear, share: 25 %}]", STEP % "exits: {share: 0.25, reason: 'Dear'}"),
    (STEP % "actions: Looks", STEP % 'actions: ["Looks"]'),
    (STEP % "feelings: {score: 1, text: glad}", STEP % "feelings: {emotion: glad, score: 1}"),
    (STEP % "metrics: {name: Sales, value: 34 %}", STEP % "metrics: {text: Sales, value: 34%}"),
    ("owner: Growth team\n" + STEP % "", "owner: growth\n" + STEP % ""),
    ("tags: [a, b]\n" + STEP % "", "tags: [b, a]\n" + STEP % ""),
    ("state: current\nlocale: en\n" + STEP % "", STEP % ""),
    ("id: buy\n" + STEP % "", STEP % ""),
    ("lanes: [pain_points, training]\n" + STEP % "", "lanes: [pain points, Training needs]\n" + STEP % ""),
    ("personas: [Dewi, Budi]\n" + STEP % "feelings: 1", "personas: [dewi, budi]\n" + STEP % "feelings: 1"),
    (
        "personas: [Dewi, Budi]\n" + STEP % "actions: [{text: Looks, personas: [Dewi]}]",
        "personas: [Dewi, Budi]\n" + STEP % "actions: [{text: Looks, personas: dewi}]",
    ),
    (
        "personas: [Dewi, Budi]\n" + STEP % "actions: [{text: Looks, personas: [Budi, Dewi]}]",
        "personas: [Dewi, Budi]\n" + STEP % "actions: Looks",
    ),
    (
        STEP % "pain_points: [{id: slow, text: It is slow}], opportunities: [{text: Hurry, addresses: [slow]}]",
        STEP % "pain_points: [{id: slow, text: It is slow}], opportunities: [{text: Hurry, addresses: It is slow}]",
    ),
    (
        STEP % "gains: [{text: Nice, evidence: talks-2026}]",
        STEP % "gains: [{text: Nice, evidence: [Talks 2026]}]",
    ),
    (STEP % "lanes: {training: Yes}", STEP % "lanes: {Training needs: [Yes]}"),
    (STEP % "support: {text: A, system: PIM, team: growth}", STEP % "support: {system: pim, text: A, team: growth}"),
    (
        STEP % "touchpoints: [{name: Forum, channel: {name: Board, kind: online}}, {name: Chat, channel: Website}]",
        STEP % "touchpoints: [{channel: {kind: online, name: Board}, name: Forum}, {name: Chat, channel: website}]",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_spellings_are_no_change(one: str, other: str) -> None:
    for before, after in ((one, other), (other, one)):
        comparison = maps(before, after, CATALOGUE)
        assert comparison.broken == ()
        assert [change.code for change in comparison.changes] == []


def test_layout_comments_quotes_and_the_order_of_keys_are_no_change() -> None:
    before = STEP % "goal: Be done"
    after = '# a remark\nstages:\n  - steps:\n      - {goal: "Be done", name: Pays the bill}\n'
    after += "      -   name:   'Waits at home'  # another\n    name: >-\n      Pay\n"
    assert maps(before, after).changes == ()


def test_an_entry_that_moves_to_an_included_file_is_the_same_entry() -> None:
    project = PROJECT + "include: [more.yaml]\n"
    teams = "teams: [{name: Web, contact: web@shop.example}]\n"
    before = {"jmap.yaml": project + teams, "more.yaml": "jmap: 1\n", MAP: whole(STEP % "")}
    after = {"jmap.yaml": project, "more.yaml": "jmap: 1\n" + teams, MAP: whole(STEP % "")}
    assert compared(before, after).changes == ()


def test_a_change_of_the_catalogue_is_one_change_and_its_uses_are_touched() -> None:
    use = STEP % "touchpoints: [Size guide, {name: size guide, importance: 5}]"
    after = CATALOGUE.replace("satisfaction: 4", "satisfaction: 2")
    comparison = maps(use, use, CATALOGUE, after)
    assert [(c.code, c.map, c.effect) for c in comparison.changes] == [
        ("catalogue-touchpoint-satisfaction-changed", "", "worse")
    ]
    (change,) = comparison.changes
    told = [(one.map, one.thing, one.name, one.spot.line, one.fingerprint) for one in comparison.touched]
    assert told == [("buy", "touchpoints", "Size guide", 3, change.fingerprint)]


def test_a_renamed_persona_changes_nothing_where_it_is_named() -> None:
    text = "personas: [%s, Budi]\n" + STEP % "feelings: [{score: 1, personas: [%s]}]"
    after = CATALOGUE.replace("id: dewi, name: Dewi", "id: devi, name: Devi, renamed_from: dewi")
    comparison = maps(text % ("Dewi", "Dewi"), text % ("Devi", "devi"), CATALOGUE, after)
    assert [change.code for change in comparison.changes] == [
        "catalogue-persona-renamed",
        "catalogue-persona-name-changed",
    ]
    assert [change.level for change in comparison.changes] == ["minor", "minor"]
