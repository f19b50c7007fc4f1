"""Who is defined where, and who is meant where."""

from __future__ import annotations

import pytest

from jmap.resolve.mentions.names import Names, parts_of
from jmap.resolve.mentions.rename import CannotRename, rename
from jmap.source import parse
from jmap.source.edit import applied

CATALOGUE = """\
jmap: 1
personas: [{id: dewi, name: Dewi}, Budi]
channels: [{name: Website}]
touchpoints:
  - {name: Size guide, channel: website}
  - name: Forum
teams: [Web team]
evidence: [{id: talks, method: interview}]
custom_lanes: [{id: training, name: Training}]
"""
MAP = """\
jmap: 1
title: I buy
personas: [Dewi, budi]
owner: web team
stages:
  - name: Decide
    steps:
      - name: Read
        touchpoints:
          - size-guide  # the guide
          - {name: Forum, satisfaction: 2}
          - {name: Shelf, channel: {name: Shop}}
        thoughts: [{text: Hm, personas: [dewi], evidence: [talks]}]
        pain_points: [{id: slow, text: Slow}, Dull]
        opportunities: [{text: Speed, addresses: [slow, dull], owner: A friend}]
        backstage: [{text: Keeps it, team: Web team}]
        lanes: {training: [Course]}
        next: [Pay, {to: decide, share: 10 %}]
      - Pay
"""


def names() -> Names:
    return Names((parse(CATALOGUE, "jmap.yaml"), parse(MAP, "a.journey.yaml")))


@pytest.mark.parametrize(
    ("text", "kind", "lines"),
    [
        ("Dewi", "persona", [3, 13]),
        ("BUDI", "persona", [3]),
        ("Size guide", "touchpoint", [10]),
        ("forum", "touchpoint", [11]),
        ("website", "channel", [5]),
        ("web-team", "team", [4, 16]),
        ("talks", "evidence", [13]),
        ("training", "lane", [17]),
        ("slow", "pain_point", [15]),
        ("Dull", "pain_point", [15]),
        ("pay", "step", [18]),
        ("Decide", "stage", [18]),
        ("Shop", "channel", []),
    ],
)
def test_every_mention_is_found_however_it_is_spelled(text: str, kind: str, lines: list[int]) -> None:
    known = names()
    (thing,) = known.find(text, (kind,))
    assert [mention.node.line for mention in known.of(thing)] == lines


def test_what_a_place_means() -> None:
    ((thing, mention),) = names().at("a.journey.yaml", 10, 15)
    assert (thing.name, thing.document.file, mention is not None) == ("Size guide", "jmap.yaml", True)
    ((thing, mention),) = names().at("jmap.yaml", 6, 12)
    assert (thing.name, mention) == ("Forum", None)


def renamed(kind: str, old: str, new: str) -> dict[str, str]:
    known = names()
    (thing,) = known.find(old, (kind,))
    edits = rename(known, thing, old, new)
    texts = {"jmap.yaml": CATALOGUE, "a.journey.yaml": MAP}
    return {file: applied(text, [edit for edit in edits if edit.file == file]) for file, text in texts.items()}


def changed(before: str, after: str) -> list[str]:
    return [row for row in after.splitlines() if row not in before.splitlines()]


def test_a_touchpoint_without_an_id_gets_one_and_its_old_name_stays_known() -> None:
    texts = renamed("touchpoint", "Size guide", "Size: helper")
    line = '  - {id: size-helper, renamed_from: size-guide, name: "Size: helper", channel: website}'
    assert changed(CATALOGUE, texts["jmap.yaml"]) == [line]
    assert changed(MAP, texts["a.journey.yaml"]) == ['          - "Size: helper"  # the guide']


def test_what_has_an_id_keeps_it_and_is_still_named_by_it() -> None:
    texts = renamed("persona", "Dewi", "Dewi Lestari")
    assert changed(CATALOGUE, texts["jmap.yaml"]) == ["personas: [{id: dewi, name: Dewi Lestari}, Budi]"]
    assert texts["a.journey.yaml"] == MAP  # `dewi` and `Dewi` are its id, however they are spelled


def test_an_id_is_renamed_where_an_id_is_named() -> None:
    texts = renamed("evidence", "talks", "interviews")
    assert changed(CATALOGUE, texts["jmap.yaml"]) == [
        "evidence: [{id: interviews, renamed_from: talks, method: interview}]"
    ]
    assert "evidence: [interviews]" in texts["a.journey.yaml"]


def test_a_bare_name_becomes_a_mapping_that_remembers() -> None:
    texts = renamed("step", "Pay", "Pays")
    assert changed(MAP, texts["a.journey.yaml"]) == [
        "        next: [Pays, {to: decide, share: 10 %}]",
        "      - {id: pays, renamed_from: pay, name: Pays}",
    ]


def test_a_name_that_is_taken_and_the_name_it_has_are_refused() -> None:
    for new, reason in (
        ("Forum", "another touchpoint is called `Forum`"),
        ("Size guide", "called `Size guide` already"),
    ):
        with pytest.raises(CannotRename, match=reason):
            renamed("touchpoint", "Size guide", new)


def test_what_is_looked_up_again_takes_over_what_stayed_and_no_more() -> None:
    catalogue, one = parse(CATALOGUE, "jmap.yaml"), parse(MAP, "a.journey.yaml")
    other = parse(MAP.replace("I buy", "I return"), "b.journey.yaml")
    parts = {document.file: parts_of(document) for document in (catalogue, one, other)}
    before = Names((catalogue, one, other), lambda document: parts[document.file])
    shorter = parse(MAP.replace("- size-guide  # the guide", "- Forum"), "b.journey.yaml")
    parts["b.journey.yaml"] = parts_of(shorter)
    after = Names((catalogue, one, shorter), lambda document: parts[document.file], before)
    (guide,) = after.find("Size guide")
    assert [mention.document.file for mention in before.of(guide)] == ["a.journey.yaml", "b.journey.yaml"]
    assert [mention.document.file for mention in after.of(guide)] == ["a.journey.yaml"]
    renamed = parse(CATALOGUE.replace("Size guide", "Size helper"), "jmap.yaml")
    parts["jmap.yaml"] = parts_of(renamed)
    last = Names((renamed, one, shorter), lambda document: parts[document.file], after)
    (guide,) = last.find("Size guide")
    assert (guide.document.file, guide.spot) == ("a.journey.yaml", True)  # nobody else defines it any more


def test_maps_are_named_across_files() -> None:
    one = parse("jmap: 1\nid: one\ntitle: I buy\nstages: [{name: A, journey: other}]\n", "one.journey.yaml")
    other = parse("jmap: 1\ntitle: I return\nfuture_of: one\nstages: [A]\n", "other.journey.yaml")
    known = Names((one, other))
    uses = {thing.id: [mention.document.file for mention in known.of(thing)] for thing in known.find("one")}
    assert uses == {"one": ["other.journey.yaml"]}
    ((thing, _),) = known.at("one.journey.yaml", 4, 31)
    assert (thing.kind, thing.id) == ("map", "other")
