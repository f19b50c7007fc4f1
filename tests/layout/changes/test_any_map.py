"""The picture of changes of maps that are hard to draw: other scripts, long words, one stage, many steps and people."""

from __future__ import annotations

from pathlib import Path

import pytest

from jmap.layout.changes.listing import LEAST
from jmap.layout.scene import Curve, Mark
from jmap.text.typesetter import Typesetter
from tests.layout.changes.pairs import ROOT, SHOP, drawn, fingerprints, groups, map_compared, prints, said, shaken
from tests.layout.facts import everything, overlaps, seen_texts, words_of

UGLY = (
    "arabic", "dense-loops", "equal-feelings", "forty-steps", "german-long-words", "japanese", "long-names",
    "one-stage", "only-pains", "seven-personas", "stage-items", "stages-only", "thai", "three-personas",
)  # fmt: skip


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter()


@pytest.mark.parametrize("name", UGLY)
def test_nothing_is_lost_and_nothing_overlaps(name: str, tmp_path: Path, typesetter: Typesetter) -> None:
    text = (ROOT / "tests" / "ugly" / f"{name}.journey.yaml").read_text("utf-8")
    one = map_compared(tmp_path, text, shaken(text))
    scene = drawn(one, typesetter)
    texts = seen_texts(scene)
    assert one.changes
    assert overlaps(texts) == []
    assert [t for t in texts if t.left < 0 or t.right > scene.width or t.top < 0 or t.bottom > scene.height] == []
    assert sorted(prints(groups(scene.children, "entry"))) == sorted(fingerprints(one.changes))
    off = {change.fingerprint for change in one.changes if change.thing in ("map", "persona")}
    marked = prints(groups(scene.children, "change"))
    assert sorted({*marked, *off}) == sorted(fingerprints(one.changes))
    assert len(marked) == len(set(marked))


def test_right_to_left_scripts_mirror_the_picture(tmp_path: Path, typesetter: Typesetter) -> None:
    text = (ROOT / "tests" / "ugly" / "arabic.journey.yaml").read_text("utf-8")
    scene = drawn(map_compared(tmp_path, text, shaken(text)), typesetter)
    places = {seen.text: seen for seen in seen_texts(scene)}
    assert scene.rtl
    assert places["Order"].left > scene.width / 2  # the rail is on the right, the list on the left
    assert places["Neutral"].right < scene.width / 2


def test_a_long_list_says_how_many_more_there_are(tmp_path: Path, typesetter: Typesetter) -> None:
    def text(way: str) -> str:
        head = "jmap: 1\nid: long\ntitle: Long\nstages:\n"
        return head + "".join(
            f"  - name: Stage {s}\n    actions:\n"
            + "".join(f"      - {{id: a{s}-{n}, text: Does it {way} {n}}}\n" for n in range(15))
            for s in range(10)
        )

    one = map_compared(tmp_path, text("so"), text("otherwise"))
    scene = drawn(one, typesetter)
    (listed,) = groups(scene.children, "list")
    assert len(groups(listed.children, "entry")) == LEAST
    assert "150 changes" in said(listed.children)
    assert "and 30 more" in said(listed.children)
    assert len(prints(groups(tuple(groups(scene.children, "row")), "change"))) == LEAST + 30


def test_a_map_without_feelings_has_no_curve(tmp_path: Path, typesetter: Typesetter) -> None:
    text = "jmap: 1\nid: few\ntitle: Few\nstages:\n  - {name: Only, actions: [Looks, Buys]}\n"
    scene = drawn(map_compared(tmp_path, text, text.replace("Looks", "Looks twice")), typesetter)
    assert "Feelings" not in words_of(scene)
    assert "curve before" not in words_of(scene)
    assert "Looks twice" in words_of(scene)


def test_feelings_that_are_all_gone_are_still_seen(tmp_path: Path, typesetter: Typesetter) -> None:
    text = "jmap: 1\nid: few\ntitle: Few\nstages:\n  - {name: A, feelings: 1}\n  - {name: B, feelings: -1}\n"
    without = text.replace(", feelings: 1", "").replace(", feelings: -1", "")
    scene = drawn(map_compared(tmp_path, text, without), typesetter)
    (before,) = groups(scene.children, "before")
    assert len([i for i in everything(before.children) if isinstance(i, Mark)]) == 2
    assert len([i for i in everything(before.children) if isinstance(i, Curve)]) == 1


def test_a_persona_that_is_gone_keeps_her_curve_before(tmp_path: Path, typesetter: Typesetter) -> None:
    head = "jmap: 1\nid: few\ntitle: Few\npersonas: [{who}]\nstages:\n"
    budi = "  - {{name: {name}, feelings: [{{score: 1, personas: [Budi]}}{more}]}}\n"
    dewi = ", {score: -1, personas: [Dewi]}"
    two = head.format(who="Budi, Dewi") + "".join(budi.format(name=name, more=dewi) for name in "AB")
    one = head.format(who="Budi") + "".join(budi.format(name=name, more="") for name in "AB")
    scene = drawn(map_compared(tmp_path, two, one), typesetter)
    (before,) = groups(scene.children, "before")
    assert [i.stroke for i in everything(before.children) if isinstance(i, Curve)] == ["persona2"]


def test_a_step_that_moved_to_another_stage_says_where_it_was(tmp_path: Path, typesetter: Typesetter) -> None:
    runs = "      - {id: runs, name: Runs, feelings: [{score: 2, personas: [Dewi]}, {score: 1, personas: [Budi]}]}\n"
    moved = SHOP.replace(runs, "").replace("    name: Choose\n    steps:\n", f"    name: Choose\n    steps:\n{runs}")
    one = map_compared(tmp_path, SHOP, moved)
    shown = words_of(drawn(one, typesetter))
    assert [change.action for change in one.changes] == ["moved"]
    assert "Moved, was 7" in shown


def test_a_stage_that_is_gone_keeps_its_box_and_its_steps(tmp_path: Path, typesetter: Typesetter) -> None:
    end = SHOP.index("  - id: use\n")
    scene = drawn(map_compared(tmp_path, SHOP, SHOP[:end]), typesetter)
    (gone,) = [group for group in groups(scene.children, "stage") if group.label == "Use"]
    assert not any(getattr(item, "fill", "").startswith("stage") for item in everything(gone.children))
    assert "Buys again" in words_of(scene)


def test_a_renamed_persona_keeps_one_curve(tmp_path: Path, typesetter: Typesetter) -> None:
    def text(who: str, score: int) -> str:
        people = f"personas: [{{{who}}}]\n"
        steps = "".join(f"  - {{name: {name}, feelings: {score}}}\n" for name in "AB")
        return f"jmap: 1\nid: few\ntitle: Few\n{people}stages:\n{steps}"

    one = map_compared(tmp_path, text("id: budi, name: Budi", -1), text("id: rudi, name: Rudi, renamed_from: budi", 1))
    scene = drawn(one, typesetter)
    (before,) = groups(scene.children, "before")
    assert {i.stroke for i in everything(before.children) if isinstance(i, Curve)} == {"persona1"}
    assert "no data" not in words_of(scene)
    assert words_of(scene).count("+2") == 2


def test_several_feelings_in_a_folded_step_do_no_harm(tmp_path: Path, typesetter: Typesetter) -> None:
    steps = "".join(f"      - {{name: Step {n}, feelings: [{{score: 1}}, {{score: -1}}]}}\n" for n in range(6))
    text = f"jmap: 1\nid: few\ntitle: Few\nstages:\n  - name: Only\n    steps:\n{steps}"
    scene = drawn(map_compared(tmp_path, text, text.replace("Step 3", "Third step")), typesetter)
    assert "3 unchanged steps: Step 0, Step 1, Step 2" in words_of(scene)
    assert "2 unchanged steps: Step 4, Step 5" in words_of(scene)
