"""What moved, what was renamed, what is only a guess; maps that cannot be compared; and where each change stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from jmap.diff.change import Change, Comparison, Side
from jmap.diff.compare import compare, compare_maps, compare_moved
from jmap.diff.wording import noted, sentence
from jmap.locale.words import words
from jmap.resolve.workspace import Reading, read_workspace
from tests.diff.comparing import MAP, PROJECT, compared, maps, reading, whole

BASE = """\
personas: [Dewi, Budi]
stages:
  - name: Find
    steps:
      - name: Sees an ad
        touchpoints: [Instagram]
        pain_points:
          - {id: slow, text: The page is slow, severity: high}
          - Prices are hidden until the end
        opportunities: [{text: Make it fast, addresses: [slow]}]
      - name: Asks friends
        time: {waiting: 2 days}
  - name: Buy
    steps:
      - name: Pays
        exits: [{reason: Too dear, share: 25 %}]
      - name: Gets a receipt
"""


def edited(*edits: tuple[str, str]) -> Comparison:
    text = BASE
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    return maps(BASE, text)


def told(comparison: Comparison) -> list[tuple[str, object, object]]:
    return [(change.code, change.before, change.after) for change in comparison.changes]


def one(comparison: Comparison) -> Change:
    assert len(comparison.changes) == 1, told(comparison)
    return comparison.changes[0]


def test_a_step_that_moved_to_another_stage_is_one_change_with_all_it_holds() -> None:
    step = "      - name: Asks friends\n        time: {waiting: 2 days}\n"
    change = one(edited((step, ""), ("  - name: Buy\n    steps:\n", "  - name: Buy\n    steps:\n" + step)))
    assert (change.code, change.before, change.after) == ("step-moved", "Find", "Buy")
    assert (change.base and change.base.line, change.head and change.head.line) == (13, 15)
    assert (change.base_path, change.head_path) == ("stages.0.steps.1", "stages.1.steps.0")


def test_an_item_that_moved_and_was_changed_is_told_in_two_changes() -> None:
    pain = "          - {id: slow, text: The page is slow, severity: high}\n"
    moved = "        pain_points: [{id: slow, text: The page is slow, severity: low}]\n"
    time = "        time: {waiting: 2 days}\n"
    comparison = edited((pain, ""), (time, time + moved))
    assert told(comparison) == [
        ("pain-point-moved", "Sees an ad", "Asks friends"),
        ("pain-point-severity-changed", "high", "low"),
    ]
    assert [change.where.step for change in comparison.changes] == ["asks-friends"] * 2
    assert comparison.maps[0].pairs["stages.0.steps.1.pain_points.0"] == "stages.0.steps.0.pain_points.0"


def test_a_swap_of_neighbours_is_one_change() -> None:
    ad, friends = BASE.index("      - name: Sees"), BASE.index("      - name: Asks")
    end = BASE.index("  - name: Buy")
    change = one(maps(BASE, BASE[:ad] + BASE[friends:end] + BASE[ad:friends] + BASE[end:]))
    assert (change.code, {change.before, change.after}) == ("step-reordered", {1, 2})


def test_a_step_without_id_and_with_another_name_is_a_guess_and_breaking() -> None:
    change = one(edited(("name: Asks friends", "name: Asks her friends")))
    assert (change.code, change.before, change.after) == ("step-renamed", "Asks friends", "Asks her friends")
    assert (change.guess, change.level) == (True, "breaking")


def test_a_declared_rename_is_no_guess_and_not_breaking() -> None:
    change = one(edited(("name: Asks friends", "name: Asks around\n        renamed_from: asks-friends")))
    assert (change.code, change.before, change.after) == ("step-renamed", "Asks friends", "Asks around")
    assert (change.guess, change.level) == (False, "minor")


def test_what_is_renamed_twice_is_known_by_the_id_that_it_had_first() -> None:
    once = BASE.replace("name: Asks friends", "name: Asks around\n        renamed_from: asks-friends")
    twice = once.replace("name: Asks around", "name: Hears from others")
    for before, name in ((BASE, "Asks friends"), (once, "Asks around")):
        change = one(maps(before, twice))
        assert (change.code, change.before, change.after) == ("step-renamed", name, "Hears from others")
        assert (change.guess, change.level) == (False, "minor")


def test_a_step_with_another_name_is_known_by_what_it_holds() -> None:
    change = one(edited(("name: Sees an ad", "name: Wanders about")))
    assert (change.code, change.guess) == ("step-renamed", True)


def test_a_step_with_nothing_in_common_is_gone_and_another_is_new() -> None:
    comparison = edited(("name: Gets a receipt", "name: Unpacks"))
    assert sorted(code for code, _, _ in told(comparison)) == ["step-added", "step-removed"]
    assert [change.level for change in comparison.changes if change.action == "removed"] == ["breaking"]


def test_a_pain_point_without_id_in_other_words_is_a_guess_that_a_reviewer_must_look_at() -> None:
    change = one(edited(("Prices are hidden until the end", "Prices are hidden till the end")))
    assert (change.code, change.guess, change.level) == ("pain-point-text-changed", True, "notable")
    assert change.label == "P2"


def test_what_stood_in_a_step_that_is_gone_is_no_change_of_its_own_and_touches_what_stays() -> None:
    before = BASE.replace(
        "      - name: Gets a receipt\n", "        opportunities: [{text: Hurry, addresses: [slow]}]\n"
    )
    gone = before[before.index("      - name: Sees an ad") : before.index("      - name: Asks")]
    after = before.replace(gone, "").replace(", addresses: [slow]", "")
    comparison = maps(before, after)
    assert [change.code for change in comparison.changes] == ["step-removed", "opportunity-addresses-changed"]
    assert comparison.touched == ()  # the opportunity changed itself
    step = comparison.changes[0]
    assert (step.effect, step.reason) == ("better", "hurting-step-removed")
    assert isinstance(step.before, dict) and len(step.before["pain_points"]) == 2


def test_an_opportunity_whose_pain_point_changed_is_touched() -> None:
    comparison = edited(("severity: high", "severity: low"))
    change = one(comparison)
    assert [(t.thing, t.name, t.spot.line, t.fingerprint) for t in comparison.touched] == [
        ("opportunities", "Make it fast", 12, change.fingerprint)
    ]


def test_a_map_that_uses_what_its_catalogue_lost_is_touched() -> None:
    team = "teams: [{name: Web, contact: web@shop.example}, {name: Shop}]\n"
    use = "owner: Web\nstages: [{name: Pay}]"
    comparison = maps(use, use, PROJECT + team, PROJECT + "teams: [{name: Shop}]\n")
    change = one(comparison)
    assert (change.code, change.level) == ("catalogue-team-removed", "breaking")
    assert [(t.map, t.thing, t.name, t.fingerprint) for t in comparison.touched] == [
        ("buy", "map", "I buy shoes", change.fingerprint)
    ]


def test_a_field_that_is_gone_is_placed_where_it_was_and_where_its_thing_is() -> None:
    change = one(edited((", severity: high", "")))
    assert (change.base and change.base.line, change.head and change.head.line) == (10, 10)
    assert change.base_path.endswith("pain_points.0.severity")
    assert change.path == "stages.find.steps.sees-an-ad.pain_points.slow.severity"
    assert change.effect == "neutral"


def test_fingerprints_survive_other_words_and_other_lines() -> None:
    first = one(edited(("severity: high", "severity: low")))
    comparison = edited(
        ("severity: high", "severity: medium"), ("The page is slow", "It is slow"), ("stages:\n", "\n\nstages:\n")
    )
    again = next(change for change in comparison.changes if change.field == "severity")
    assert again.fingerprint == first.fingerprint
    added = one(edited(("[Instagram]", "[Instagram, Forum]")))
    reworded = one(edited(("[Instagram]", "[Instagram, Running forum]")))
    assert added.fingerprint == reworded.fingerprint


def test_what_gets_worse_than_was_approved_has_another_fingerprint() -> None:
    some, more = (one(edited(("25 %", share))) for share in ("30 %", "80 %"))
    assert some.effect == more.effect == "worse"
    assert some.fingerprint != more.fingerprint
    below = edited(("25 %", "30 %"), ("stages:\n", "\n\nstages:\n"))
    assert one(below).fingerprint == some.fingerprint


def test_a_map_in_another_file_is_the_same_map() -> None:
    text = whole("id: buy\n" + BASE)
    comparison = compared({"jmap.yaml": PROJECT, MAP: text}, {"jmap.yaml": PROJECT, "maps/z.journey.yaml": text})
    change = one(comparison)
    assert (change.code, change.level, change.kind) == ("map-file-changed", "minor", "metadata")


def test_maps_that_look_alike_are_told_apart_by_their_ids() -> None:
    one_map, other = (whole(f"id: {id}\n" + BASE) for id in ("one", "other"))
    before = {"jmap.yaml": PROJECT, "maps/a.journey.yaml": one_map, "maps/b.journey.yaml": other}
    after = {"jmap.yaml": PROJECT, "maps/a.journey.yaml": other, "maps/c.journey.yaml": one_map}
    comparison = compared(before, after)
    assert [(change.map, change.code) for change in comparison.changes] == [
        ("other", "map-file-changed"),
        ("one", "map-file-changed"),
    ]


def test_a_map_with_mistakes_now_is_not_compared_and_not_gone() -> None:
    comparison = edited(("addresses: [slow]", "addresses: [fast]"))
    assert comparison.changes == ()
    assert [(one.code, one.line) for one in comparison.broken] == [("dangling-reference", 12)]


def test_a_map_with_mistakes_before_is_shown_as_new_and_said_so() -> None:
    comparison = maps(BASE.replace("addresses: [slow]", "addresses: [fast]"), BASE)
    change = one(comparison)
    assert (change.code, comparison.maps[0].broken_base, comparison.broken) == ("map-added", True, ())
    assert [noted(note, words("en")) for note in comparison.notes] == [
        f"{MAP} has mistakes at main: the map is shown as new, and nothing in it is compared."
    ]
    assert "berisi kesalahan pada main" in noted(comparison.notes[0], words("id"))


def test_mistakes_in_the_project_are_told_and_nothing_is_compared() -> None:
    after = BASE.replace("severity: high", "severity: low")
    comparison = maps(BASE, after, PROJECT, PROJECT + "colour: red\n")
    assert (comparison.changes, comparison.notes) == ((), ())
    assert [(one.file, one.code) for one in comparison.broken] == [("jmap.yaml", "unknown-key")]
    assert maps(BASE, after).changes


def test_mistakes_in_the_project_before_name_the_file() -> None:
    comparison = maps(BASE, BASE, PROJECT + "colour: red\n", PROJECT)
    notes = [(note.key, note.before, note.side.name) for note in comparison.notes]
    assert notes == [("base_project", "jmap.yaml", "main")]
    assert [change.code for change in comparison.changes] == ["map-added"]


SHARED = """\
touchpoints: [{name: Chat, channel: App, satisfaction: 3}]
evidence: [{id: talks, method: interview, n: 12}]
"""
USING = """\
jmap: 1
title: I buy it
stages:
  - name: Find
    touchpoints: [Chat]
    feelings: [{score: 1, evidence: [talks]}]
"""


def test_what_a_map_takes_from_another_catalogue_is_told_of_a_map_that_moved() -> None:
    one = reading({MAP: USING, "jmap.yaml": PROJECT + SHARED})
    other = reading(
        {MAP: USING, "jmap.yaml": PROJECT + SHARED.replace("satisfaction: 3", "satisfaction: 5").replace("12", "30")}
    )
    changes = compare_moved(one, other, "buy", Side("old"), Side("new")).changes
    assert [(change.code, change.before, change.after) for change in changes if change.field == "satisfaction"] == [
        ("touchpoint-satisfaction-changed", 3, 5)
    ]
    assert [change.effect for change in changes if change.code == "feeling-evidence-changed"] == ["better"]
    same = compare_moved(one, one, "buy", Side("old"), Side("new")).changes
    assert [change.code for change in same] == ["map-file-changed"]


def painted(folder: Path, *colours: str) -> Reading:
    """A project with a picture in the catalogue and one in its map."""
    text = whole("personas: [{id: budi, name: Budi, image: map.png}]\nstages: [{name: Buys}]\n")
    (folder / "maps").mkdir(parents=True)
    (folder / MAP).write_text(text, "utf-8")
    (folder / "jmap.yaml").write_text(PROJECT + "personas: [{id: dewi, name: Dewi, image: shared.png}]\n", "utf-8")
    for name, colour in zip(("shared", "map"), colours, strict=True):
        Image.new("RGB", (8, 8), colour).save(folder / f"{name}.png")
    return read_workspace([folder], folder)


def test_another_picture_under_the_same_name_is_a_change_of_presentation(tmp_path: Path) -> None:
    base = painted(tmp_path / "a", "red", "red")
    assert compare(base, painted(tmp_path / "b", "red", "red"), Side("old"), Side("new")).changes == ()
    found = compare(base, painted(tmp_path / "c", "blue", "green"), Side("old"), Side("new")).changes
    assert [(change.code, change.level, change.kind, change.effect) for change in found] == [
        ("catalogue-persona-image-changed", "minor", "presentation", "neutral"),
        ("persona-image-changed", "minor", "presentation", "neutral"),
    ]
    assert sentence(found[1], words("en")) == "Persona “Budi” has another picture: map.png"


def test_two_maps_of_one_id_are_no_crash() -> None:
    text = whole("id: buy\n" + BASE)
    twice = {"jmap.yaml": PROJECT, "maps/a.journey.yaml": text, "maps/b.journey.yaml": text}
    comparison = compared({"jmap.yaml": PROJECT, "maps/a.journey.yaml": text}, twice)
    assert [one.code for one in comparison.broken] == ["duplicate-id"]


def test_two_files_are_one_map_before_and_after_whatever_their_ids() -> None:
    before = reading({"old.journey.yaml": whole(BASE)})
    after = reading({"new.journey.yaml": whole(BASE.replace("severity: high", "severity: low"))})
    comparison = compare_maps(before, after, Side("old"), Side("new"))
    assert [change.code for change in comparison.changes] == ["pain-point-severity-changed"]
    assert compare(before, after, Side("old"), Side("new")).changes != comparison.changes


def test_an_image_that_changed_is_presentation(tmp_path: Path) -> None:
    sides = []
    for name in ("one", "two"):
        root = tmp_path / name
        root.mkdir()
        Image.new("RGB", (4, 4)).save(root / f"{name}.png")
        text = f"personas: [{{name: Dewi, image: {name}.png}}]\nstages: [{{name: Pay, image: {name}.png}}]\n"
        (root / "map.journey.yaml").write_text(whole(text), "utf-8")
        sides.append(read_workspace([root], root))
    comparison = compare(*sides, Side("one"), Side("two"))
    assert {(c.code, c.before, c.after, c.kind) for c in comparison.changes} == {
        ("persona-image-changed", "one.png", "two.png", "presentation"),
        ("stage-image-changed", "one.png", "two.png", "presentation"),
    }


@pytest.mark.parametrize(
    ("before", "after", "effect", "reason"),
    [
        ("touchpoints: [{name: Chat, satisfaction: 5}]", "", "worse", "liked-touchpoint-removed"),
        ("touchpoints: [{name: Chat, satisfaction: 1}]", "", "better", "disliked-touchpoint-removed"),
        ("touchpoints: [{name: Chat, satisfaction: 3}]", "", "neutral", ""),
        ("time: {waiting: 1-3 days}", "time: {waiting: 2 days}", "neutral", ""),
        ("time: {waiting: 1-3 days}", "time: {waiting: 1-2 days}", "better", "waiting-shorter"),
        ("exits: [{reason: Dear}]", "exits: [{reason: Dear, share: 5 %}]", "neutral", ""),
        ("pain_points: [Slow]", "pain_points: [{text: Slow, severity: low}]", "neutral", ""),
        (
            "gains: [{text: Nice, evidence: [{method: interview}]}]", "gains: [Nice]",
            "worse", "evidence-lost",
        ),
        (
            "gains: [{text: Nice, evidence: [{method: workshop, n: 9}]}]",
            "gains: [{text: Nice, evidence: [{method: survey, n: 5}]}]", "better", "evidence-gained",
        ),
        (
            "personalisation: [{text: Guess, data: [orders], consent: opt-in}]",
            "personalisation: [{text: Guess, data: [orders, clicks], consent: opt-in}]", "neutral", "",
        ),
        ("", "personalisation: [{text: Guess, data: [orders]}]", "worse", "data-without-consent"),
        ("personalisation: [{text: Guess, consent: opt-out}]", "personalisation: [{text: Guess, consent: opt-in}]",
         "better", "consent-stronger"),
    ],
)  # fmt: skip
def test_what_a_change_does_to_the_customer(before: str, after: str, effect: str, reason: str) -> None:
    change = one(maps(*(f"stages: [{{name: Pay, {text}}}]" for text in (before, after))))
    assert (change.effect, change.reason) == (effect, reason)


def test_an_entry_that_moved_up_to_the_project_is_not_breaking() -> None:
    channel = "channels: [{name: Website, kind: online}]\n"
    use = "stages: [{name: Pay, touchpoints: [{name: Cart, channel: Website}]}]"
    comparison = maps(channel + use, use, PROJECT, PROJECT + channel)
    assert [(c.code, c.map, c.level) for c in comparison.changes] == [
        ("catalogue-channel-added", "", "notable"),
        ("catalogue-channel-removed", "buy", "notable"),
    ]


def test_a_map_that_is_renamed_keeps_its_fingerprints() -> None:
    low = one(edited(("severity: high", "severity: low")))
    text = BASE.replace("severity: high", "severity: low")
    comparison = maps(BASE, "id: get\nrenamed_from: buy\n" + text)
    assert [change.code for change in comparison.changes] == ["map-renamed", "pain-point-severity-changed"]
    assert comparison.changes[1].fingerprint == low.fingerprint
    assert comparison.changes[0].level == "minor"


def test_an_average_that_hid_somebody_is_worse_for_them_once_it_is_told() -> None:
    text = "personas: [Dewi, Budi]\nstages: [{name: Pay, feelings: %s}]"
    split = "[{score: 1, personas: [Dewi]}, {score: -1, personas: [Budi]}]"
    comparison = maps(text % "1", text % split)
    assert [(c.code, c.personas, c.effect) for c in comparison.changes] == [
        ("feeling-removed", (), "neutral"),
        ("feeling-added", ("Dewi",), "neutral"),
        ("feeling-added", ("Budi",), "worse"),
    ]


def test_what_a_lost_catalogue_said_is_not_told_again_at_each_use() -> None:
    shared = "channels: [{name: Web, kind: online}]\ntouchpoints: [{name: Cart, channel: Web, satisfaction: 4}]\n"
    use = "stages: [{name: Pay, touchpoints: [Cart, {name: Chat, channel: Web}]}, {name: Wait, touchpoints: Cart}]"
    comparison = maps(use, use, PROJECT + shared, PROJECT)
    assert [change.code for change in comparison.changes] == [
        "catalogue-channel-removed",
        "catalogue-touchpoint-removed",
    ]
