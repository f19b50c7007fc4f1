"""What names and mappings mean: with a catalogue, without one, over one."""

import pytest
from PIL import Image

from jmap.resolve.content import Channel, Evidence, System, Team

PROJECT = """
    personas:
      - {id: dewi, name: Dewi, role: Weekend runner, traits: {Tech-savvy: 5}, demographics: {age: 29}}
      - {name: Budi Santoso}
    channels: [{name: Website, kind: online, owner: brand}, {name: Store, kind: offline}]
    touchpoints: [{id: guide, name: Size guide, channel: Website, importance: 4, evidence: study}]
    teams: [{id: growth, name: Growth team, contact: growth@example.com}]
    systems: [PIM]
    evidence: [{id: study, method: survey, n: 40, source: Panel}]
"""


def touchpoints(journey):
    return [item for _, item in journey.every("touchpoints")]


def test_a_bare_name_takes_the_entry_of_the_catalogue(one):
    first, second = touchpoints(one("stages: [{name: A, touchpoints: [size GUIDE, guide]}]", PROJECT))
    assert first.text == second.text == "Size guide"
    assert first.key == second.key == "guide"
    assert first.channel == Channel("website", "Website", "online", "brand")
    assert first.owner == "brand"
    assert (first.importance, first.known) == (4, True)
    assert first.path == "stages.0.touchpoints.0"


def test_a_mapping_overrides_the_entry_of_its_name(one):
    journey = one(
        """
        stages:
          - name: A
            touchpoints: {name: Size Guide, channel: Store, satisfaction: 1, evidence: {method: workshop}}
        """,
        PROJECT,
    )
    (guide,) = touchpoints(journey)
    assert (guide.text, guide.key, guide.channel.name) == ("Size guide", "guide", "Store")
    assert (guide.importance, guide.satisfaction, guide.gap, guide.is_moment) == (4, 1, 3, True)
    assert not guide.known


def test_a_mapping_defines_on_the_spot_for_the_whole_map(one):
    text = """
        stages:
          - {name: A, touchpoints: Forum}
          - name: B
            touchpoints: {name: Forum, owner: external, importance: 5, channel: {name: Web forum, kind: online}}
          - {name: C, touchpoints: {name: Other, channel: web forum}}
    """
    before, there, other = touchpoints(one(text, PROJECT))
    assert before.key == there.key == "forum"
    assert (before.owner, before.channel.name, before.importance) == ("external", "Web forum", None)
    assert other.channel == there.channel == Channel("web-forum", "Web forum", "online")


def test_without_a_catalogue_bare_names_define(one):
    text = """
        persona: Rina, a commuter with four minutes
        owner: Ops
        stages:
          - name: A
            touchpoints: [{name: App, channel: Phone}, App]
            backstage: {text: Packs, team: Ops, system: ERP}
            actions: {text: Taps, personas: rina}
    """
    journey = one(text)
    (rina,) = journey.personas
    assert (rina.id, rina.name, rina.role, rina.initial) == ("rina", "Rina", "a commuter with four minutes", "R")
    assert {t.key for t in touchpoints(journey)} == {"app"}
    (packs,) = (item for _, item in journey.every("backstage"))
    assert (packs.team, packs.system) == (Team("ops", "Ops"), System("erp", "ERP"))
    assert journey.owner == "Ops"


def test_personas_by_name_or_id_and_over_the_catalogue(one):
    journey = one("personas: [budi santoso, {id: dewi, name: Dewi Sartika, role: Coach}]\nstages: [A]", PROJECT)
    budi, dewi = journey.personas
    assert (budi.name, budi.number, budi.initial) == ("Budi Santoso", 1, "B")
    assert (dewi.id, dewi.name, dewi.role, dewi.number) == ("dewi", "Dewi Sartika", "Coach", 2)
    assert dewi.traits == (("Tech-savvy", 5.0),)
    assert dewi.demographics == (("age", "29"),)


def test_a_role_behind_a_name_of_the_catalogue(one):
    (dewi,) = one("persona: Dewi, in a hurry\nstages: [A]", PROJECT).personas
    assert (dewi.id, dewi.role) == ("dewi", "in a hurry")


def test_the_catalogue_of_a_map_stands_before_that_of_its_project(one):
    text = """
        channels: [{name: Website, kind: offline}, Kiosk]
        evidence: [{id: study, method: analytics}]
        stages: [{name: A, touchpoints: [{name: X, channel: Website, evidence: study}, {name: Y, channel: Kiosk}]}]
    """
    x, y = touchpoints(one(text, PROJECT))
    assert x.channel == Channel("website", "Website", "offline", "brand")
    assert y.channel == Channel("kiosk", "Kiosk")
    assert x.evidence == (Evidence("analytics", "observed", "study", "Panel", 40),)


def test_owners_are_teams_by_name_or_anyone(one):
    opportunities = "[{text: O, owner: GROWTH TEAM}, {text: P, owner: Ani}]"
    journey = one(f"owner: growth\nstages: [{{name: A, opportunities: {opportunities}}}]", PROJECT)
    assert journey.owner == "Growth team"
    assert [item.owner for _, item in journey.every("opportunities")] == ["Growth team", "Ani"]


def test_personas_of_items_are_in_the_order_of_the_map_and_none_if_all_are_meant(one):
    text = """
        personas: [A, B, C]
        stages: [{name: S, actions: [{text: x, personas: [c, A]}, {text: y, personas: [B, a, c]}, z]}]
    """
    assert [item.personas for _, item in one(text).every("actions")] == [("a", "c"), (), ()]


def test_addresses_by_id_or_words_and_labels_in_the_order_of_the_map(one):
    text = """
        stages:
          - name: S
            steps:
              - name: T
                pain_points: [{id: slow, text: It is slow}, It is dull]
                opportunities: [{text: Faster, addresses: [slow, No name on the cup]}]
            opportunities: [{text: Brighter, addresses: "it is DULL!"}]
            pain_points: No name on the cup
    """
    journey = one(text)
    assert [(p.label, p.text) for _, p in journey.every("pain_points")] == [
        ("P1", "No name on the cup"),
        ("P2", "It is slow"),
        ("P3", "It is dull"),
    ]
    assert [(o.label, o.addresses) for _, o in journey.every("opportunities")] == [
        ("O1", ("P3",)),
        ("O2", ("P2", "P1")),
    ]


def test_names_in_japanese_and_indonesian(one):
    text = """
        personas: [{name: 田中さん}, {name: Ibu Sari}]
        stages:
          - name: 検討
            steps:
              - {name: サイズ表を読む, feelings: {score: -1, personas: 田中さん}, next: {to: 試着, share: "50%"}}
              - 迷う
              - {name: 試着, pain_points: 狭い, opportunities: {text: 広げる, addresses: 狭い}}
          - {name: Pencarian produk, next: 検討, actions: {text: Mencari, personas: ibu-sari}}
    """
    journey = one(text)
    assert [p.initial for p in journey.personas] == ["田", "I"]
    assert [c.id for c in journey.columns] == ["サイズ表を読む", "迷う", "試着", "pencarian-produk"]
    assert [(w.source, w.target, w.kind) for w in journey.ways if w.written] == [(0, 2, "skip"), (3, 0, "back")]
    assert next(journey.every("opportunities"))[1].addresses == ("P1",)


def test_pictures_come_small_and_clean_and_broken_ones_are_mistakes(build, tmp_path):
    (tmp_path / "people").mkdir()
    Image.new("RGB", (2000, 1000), "teal").save(tmp_path / "people" / "dewi.png")
    (tmp_path / "fake.png").write_text("not a picture")
    (tmp_path / "loop.png").symlink_to("loop.png")
    project = "jmap: 1\npersonas: [{name: Dewi, image: people/dewi.png, alt: Dewi smiles}]\n"
    good = "jmap: 1\ntitle: A\npersonas: Dewi\nstages: [{name: S, image: people/dewi.png}]\n"
    stages = "[{name: S, image: fake.png}, {name: T, image: no.png}, {name: U, image: loop.png}]"
    bad = f"jmap: 1\ntitle: B\nstages: {stages}\n"
    workspace, mistakes = build({"jmap.yaml": project, "a.journey.yaml": good, "b.journey.yaml": bad})
    (journey,) = workspace.journeys
    image = journey.personas[0].image
    assert (image.media_type, image.width, image.height, image.alt) == ("image/jpeg", 512, 256, "Dewi smiles")
    assert journey.stages[0].image.data == image.data
    assert [(m.file, m.line, m.column, m.code) for m in mistakes] == [
        ("b.journey.yaml", 3, 27, "bad-picture"),
        ("b.journey.yaml", 3, 55, "bad-picture"),
        ("b.journey.yaml", 3, 81, "bad-picture"),
    ]


@pytest.mark.parametrize("name", ["Forum", "forum", "{name: Forum, id: x}"])
def test_the_same_touchpoint_has_one_key(one, name):
    text = f"""
        stages:
          - {{name: A, touchpoints: {{name: Forum, owner: external}}}}
          - {{name: B, touchpoints: {name}}}
    """
    assert {t.key for t in touchpoints(one(text))} == {"forum"}


def test_a_touchpoint_of_the_catalogue_may_stand_in_many_steps_by_its_id(one):
    stages = "[{name: A, touchpoints: {id: guide, name: Size guide, satisfaction: 1}}, {name: B, touchpoints: guide}]"
    first, second = touchpoints(one(f"stages: {stages}", PROJECT))
    assert (first.key, first.satisfaction, second.key, second.satisfaction) == ("guide", 1, "guide", None)


def test_two_of_one_name_in_the_catalogue_are_told_apart_by_their_ids(one):
    project = "channels: [{id: old, name: Shop, kind: offline}, {id: new, name: Shop, kind: online}]"
    stages = "[{name: A, touchpoints: {name: T, channel: new}}]"
    (touchpoint,) = touchpoints(one(f"stages: {stages}", project))
    assert touchpoint.channel == Channel("new", "Shop", "online")
