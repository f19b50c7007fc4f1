"""A table of (base, ours, theirs, what comes of it), and laws that hold for every map."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jmap.merge.block import data
from jmap.merge.merge import Markers, merge
from jmap.source.read import parse

ROOT = Path(__file__).parents[2]
MAP = """\
jmap: 1
title: I order coffee
persona: Rina  # a commuter
stages:
  # the morning
  - name: Decide
    touchpoints: [App]
    thoughts: ["Can I get it?"]
    feelings: 0
    time: 1 min

  - name: Collect
    touchpoints:
      - Shelf
      - {name: Counter, importance: 4}
    pain_points:
      - No name on the cup  # seen twice
    feelings: -2
"""


def edit(*changes: tuple[str, str], text: str = MAP) -> str:
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    return text


def joined(base: str, ours: str, theirs: str) -> str:
    found = merge(base, ours, theirs)
    assert found is not None
    return found.text


TABLE = {
    "neighbouring fields": (
        [("feelings: 0", "feelings: 1")],
        [("time: 1 min", "time: 2 min")],
        [("feelings: 0", "feelings: 1"), ("time: 1 min", "time: 2 min")],
    ),
    "a value and the comment behind it": (
        [("Rina  #", "Rina, in a hurry  #")],
        [("# a commuter", "# asked in May")],
        [("Rina  # a commuter", "Rina, in a hurry  # asked in May")],
    ),
    "the first field of an item and the next": (
        [("- name: Decide", "- name: Choose")],
        [("[App]", "[App, Web]")],
        [("- name: Decide", "- name: Choose"), ("[App]", "[App, Web]")],
    ),
    "a field before the first, and that one": (
        [("- name: Decide", "- id: d\n    name: Decide")],
        [("- name: Decide", "- name: Choose")],
        [("- name: Decide", "- id: d\n    name: Choose")],
    ),
    "both add to a list in brackets": (
        [("[App]", "[App, Web]")],
        [("[App]", "[App, Kiosk]")],
        [("[App]", "[App, Web, Kiosk]")],
    ),
    "two fields in braces": (
        [("importance: 4", "importance: 5")],
        [("importance: 4}", "importance: 4, satisfaction: 2}")],
        [("importance: 4}", "importance: 5, satisfaction: 2}")],
    ),
    "both add an item at the same place: ours first": (
        [("      - No name", "      - Too hot\n      - No name")],
        [("      - No name", "      - Too cold\n      - No name")],
        [("      - No name", "      - Too hot\n      - Too cold\n      - No name")],
    ),
    "both add a stage at the end": (
        [("    feelings: -2\n", "    feelings: -2\n\n  - name: Drink\n    feelings: 2\n")],
        [("    feelings: -2\n", "    feelings: -2\n\n  - name: Return\n")],
        [("    feelings: -2\n", "    feelings: -2\n\n  - name: Drink\n    feelings: 2\n\n  - name: Return\n")],
    ),
    "both add the same item": (
        [("      - Shelf\n", "      - Shelf\n      - Door\n")],
        [("      - Shelf\n", "      - Shelf\n      - Door\n"), ("feelings: 0", "feelings: 2")],
        [("      - Shelf\n", "      - Shelf\n      - Door\n"), ("feelings: 0", "feelings: 2")],
    ),
    "an item goes, its neighbour changes": (
        [("      - Shelf\n", "")],
        [("importance: 4", "importance: 1")],
        [("      - Shelf\n", ""), ("importance: 4", "importance: 1")],
    ),
    "an item moves and changes": (
        [
            ("      - Shelf\n", ""),
            ("importance: 4}\n", "importance: 4}\n      - Shelf\n"),
        ],
        [("importance: 4", "importance: 1")],
        [("      - Shelf\n", ""), ("importance: 4}\n", "importance: 1}\n      - Shelf\n")],
    ),
    "a key is added by each": (
        [("title: I order coffee\n", "title: I order coffee\ngoal: Awake\n")],
        [("title: I order coffee\n", "title: I order coffee\nowner: Web\n")],
        [("title: I order coffee\n", "title: I order coffee\ngoal: Awake\nowner: Web\n")],
    ),
    "one requotes, the other changes": (
        [('["Can I get it?"]', "['Can I get it?']")],
        [('["Can I get it?"]', '["Will it be ready?"]')],
        [('["Can I get it?"]', '["Will it be ready?"]')],
    ),
    "a comment above and a change below": (
        [("  # the morning\n", "  # early\n")],
        [("- name: Decide", "- name: Choose")],
        [("  # the morning\n", "  # early\n"), ("- name: Decide", "- name: Choose")],
    ),
    "a list loses its items one by one": (
        [("      - Shelf\n", "")],
        [("      - {name: Counter, importance: 4}\n", "")],
        [("    touchpoints:\n      - Shelf\n      - {name: Counter, importance: 4}\n", "")],
    ),
    "a renamed stage is the same stage": (
        [("- name: Collect", "- name: Pick up")],
        [("feelings: -2", "feelings: -1")],
        [("- name: Collect", "- name: Pick up"), ("feelings: -2", "feelings: -1")],
    ),
}


@pytest.mark.parametrize("name", TABLE)
def test_edits_of_different_facts_are_joined(name: str) -> None:
    ours, theirs, expected = TABLE[name]
    found = merge(MAP, edit(*ours), edit(*theirs))
    assert found is not None and found.conflicts == 0
    assert found.text == edit(*expected)


FIRST = MAP[MAP.index("  - name: Decide") : MAP.index("\n  - name: Collect")]
CONFLICTS = {
    "one field, two values": (
        [("feelings: 0", "feelings: 1")],
        [("feelings: 0", "feelings: -1")],
        [("    feelings: 0\n", "<<<<<<< ours\n    feelings: 1\n=======\n    feelings: -1\n>>>>>>> theirs\n")],
    ),
    "the field behind the dash": (
        [("- name: Decide", "- name: Choose"), ("feelings: 0", "feelings: 1")],
        [("- name: Decide", "- name: Select")],
        [
            ("  - name: Decide\n", "<<<<<<< ours\n  - name: Choose\n=======\n  - name: Select\n>>>>>>> theirs\n"),
            ("feelings: 0", "feelings: 1"),
        ],
    ),
    "changed here, removed there": (
        [("importance: 4", "importance: 5")],
        [("      - {name: Counter, importance: 4}\n", "")],
        [
            (
                "      - {name: Counter, importance: 4}\n",
                "<<<<<<< ours\n      - {name: Counter, importance: 5}\n=======\n>>>>>>> theirs\n",
            )
        ],
    ),
    "one text, rewritten by both": (
        [("No name on the cup  #", "Cups look the same  #")],
        [("No name on the cup  #", "You cannot tell whose is whose  #")],
        [
            (
                "      - No name on the cup  # seen twice\n",
                "<<<<<<< ours\n      - Cups look the same  # seen twice\n=======\n"
                "      - You cannot tell whose is whose  # seen twice\n>>>>>>> theirs\n",
            )
        ],
    ),
    "a list in brackets, rewritten by both": (
        [("[App]", "[Web]")],
        [("[App]", "[Kiosk]")],
        [
            (
                "    touchpoints: [App]\n",
                "<<<<<<< ours\n    touchpoints: [Web]\n=======\n    touchpoints: [Kiosk]\n>>>>>>> theirs\n",
            )
        ],
    ),
    "one stage, changed here and replaced there": (
        [("feelings: 0", "feelings: 1")],
        [(FIRST, "  - name: Wait\n    goal: Warmth\n")],
        [
            (
                f"  # the morning\n{FIRST}",
                f"<<<<<<< ours\n  # the morning\n{FIRST.replace('feelings: 0', 'feelings: 1')}=======\n"
                ">>>>>>> theirs\n  # the morning\n  - name: Wait\n    goal: Warmth\n",
            )
        ],
    ),
    "neighbours in conflict are one": (
        [("feelings: 0", "feelings: 1"), ("time: 1 min", "time: 2 min")],
        [("feelings: 0", "feelings: -1"), ("time: 1 min", "time: 3 min")],
        [
            (
                "    feelings: 0\n    time: 1 min\n",
                "<<<<<<< ours\n    feelings: 1\n    time: 2 min\n=======\n"
                "    feelings: -1\n    time: 3 min\n>>>>>>> theirs\n",
            )
        ],
    ),
}


@pytest.mark.parametrize("name", CONFLICTS)
def test_what_both_changed_is_marked_and_nothing_else(name: str) -> None:
    ours, theirs, expected = CONFLICTS[name]
    found = merge(MAP, edit(*ours), edit(*theirs))
    assert found is not None and found.conflicts == 1
    assert found.text == edit(*expected)


def test_items_moved_to_different_places_are_a_conflict() -> None:
    base, ours, theirs = (
        "jmap: 1\nstages:\n" + "".join(f"  - {{name: {name}}}\n" for name in names)
        for names in ("ABCDE", "BCADE", "BCDEA")
    )
    found = merge(base, ours, theirs)
    assert found is not None and found.conflicts == 1
    assert found.text == (
        "jmap: 1\nstages:\n  - {name: B}\n  - {name: C}\n<<<<<<< ours\n  - {name: A}\n  - {name: D}\n  - {name: E}\n"
        "=======\n  - {name: D}\n  - {name: E}\n  - {name: A}\n>>>>>>> theirs\n"
    )


def test_markers_have_the_size_and_names_asked_for() -> None:
    found = merge(
        MAP, edit(("feelings: 0", "feelings: 1")), edit(("feelings: 0", "feelings: 2")), Markers(9, "HEAD", "wip")
    )
    assert found is not None
    assert "<<<<<<<<< HEAD\n    feelings: 1\n=========\n    feelings: 2\n>>>>>>>>> wip\n" in found.text


def test_text_in_lines_of_its_own_is_joined_line_by_line() -> None:
    base = "jmap: 1\ndescription: |\n  one\n  two\n  three\n  four\ntitle: T\n"
    assert joined(base, base.replace("one", "1"), base.replace("four", "4")) == base.replace("one", "1").replace(
        "four", "4"
    )


def test_both_added_the_same_map() -> None:
    ours, theirs = (
        edit(("feelings: 0", "feelings: 1")),
        edit(("title: I order coffee\n", "title: I order coffee\ngoal: G\n")),
    )
    found = merge("", ours, theirs)
    assert found is not None and found.conflicts == 1
    assert "\ngoal: G\n" in found.text and found.text.count("- name: Decide") == 1


def test_other_indentation_gives_in_to_none() -> None:
    """One side indents the whole file anew, the other changes one fact: both are kept."""
    base = "jmap: 1\nstages:\n  - name: A\n    goal: g\n    steps:\n      - name: S\n"
    ours = "jmap: 1\nstages:\n- name: A\n  goal: g\n  steps:\n  - name: S\n"
    theirs = base.replace("goal: g", "goal: h") + "      - name: T\n        goal: i\n"
    expected = ours.replace("goal: g", "goal: h") + "  - name: T\n    goal: i\n"
    assert joined(base, ours, theirs) == expected
    assert joined(base, theirs, ours) == expected


def test_a_list_that_nobody_left_anything_of_goes_with_its_comment() -> None:
    text = "jmap: 1\n\n# who\npersonas:\n  - A\n  - B\nstages: []\n"
    assert joined(text, text.replace("  - A\n", ""), text.replace("  - B\n", "")) == "jmap: 1\nstages: []\n"


def test_line_ends_stay() -> None:
    windows = MAP.replace("\n", "\r\n")
    ours = edit(("feelings: 0", "feelings: 1")).replace("\n", "\r\n")
    theirs = edit(("time: 1 min", "time: 2 min")).replace("\n", "\r\n")
    expected = edit(("feelings: 0", "feelings: 1"), ("time: 1 min", "time: 2 min"))
    assert joined(windows, ours, theirs) == expected.replace("\n", "\r\n")
    assert joined(MAP, expected, MAP.rstrip("\n")) == expected.rstrip("\n")


@pytest.mark.parametrize("broken", ["a: [", "{jmap: 1}\n", "- a\n", "<<<<<<< ours\n"])
def test_what_is_no_map_is_left_to_others(broken: str) -> None:
    assert merge(MAP, MAP + "goal: g\n", broken) is None
    assert merge(broken, MAP, edit(("feelings: 0", "feelings: 1"))) is None


@pytest.mark.parametrize("path", sorted(ROOT.glob("examples/**/*.yaml")), ids=lambda path: path.name)
def test_examples_survive_a_merge_to_the_byte(path: Path) -> None:
    """Each side adds a line far away; all the rest, with its comments and blank lines, is as it was."""
    text = path.read_text("utf-8")
    first, rest = text.split("\njmap: 1\n") if "\njmap: 1\n" in text else ("", text.removeprefix("jmap: 1\n"))
    top = f"{first}\njmap: 1\n" if first else "jmap: 1\n"
    assert joined(text, f"{top}aaa: 1\n{rest}", f"{text}zzz: 1\n") == f"{top}aaa: 1\n{rest}zzz: 1\n"


# ---- laws ---------------------------------------------------------------------------------------------------------

NAMES = st.sampled_from(["Decide", "Pay", "Wait", "Collect", "Drink", "Leave"])
STEP = st.fixed_dictionaries(
    {"name": NAMES},
    optional={
        "goal": st.sampled_from(["g", "h"]),
        "pain_points": st.lists(st.sampled_from(["slow", "dear", "cold", "loud"]), min_size=1, max_size=3, unique=True),
        "feelings": st.integers(-2, 2).map(str),
        "time": st.fixed_dictionaries({}, optional={"active": st.just("1 min"), "waiting": st.just("2 min")}),
    },
)
STAGES = st.lists(STEP, min_size=1, max_size=4, unique_by=lambda step: step["name"])
STYLES = st.sampled_from(["block", "flow", "comment"])


def written(stages: list[dict[str, Any]], style: str) -> str:
    lines = ["jmap: 1", "stages:"]
    for stage in stages:
        dash = "  - "
        for key, value in stage.items():
            if style == "comment":
                lines += [f"    # about {key}"] if dash == "    " else ["", f"  # {value}"]
            if isinstance(value, list) and style != "flow":
                lines += [f"{dash}{key}:", *(f"      - {item}" for item in value)]
            elif isinstance(value, list):
                lines.append(f"{dash}{key}: [{', '.join(value)}]")
            elif isinstance(value, dict):
                lines.append(f"{dash}{key}: {{{', '.join(f'{k}: {v}' for k, v in value.items())}}}")
            else:
                lines.append(f"{dash}{key}: {value}")
            dash = "    "
    return "\n".join(lines) + "\n"


LAWS = settings(max_examples=60, deadline=None)
TEXTS = st.builds(written, STAGES, STYLES)


@LAWS
@given(TEXTS, TEXTS)
def test_one_side_alone_gets_its_way(base: str, side: str) -> None:
    assert joined(base, side, base) == joined(base, base, side) == joined(base, side, side) == side


@LAWS
@given(TEXTS, TEXTS, TEXTS)
def test_without_a_conflict_there_is_a_map(base: str, ours: str, theirs: str) -> None:
    found = merge(base, ours, theirs)
    assert found is not None
    if found.conflicts:
        assert found.text.count("<<<<<<< ours\n") == found.text.count(">>>>>>> theirs\n") == found.conflicts
    else:
        assert parse(found.text, "").diagnostics == ()


@LAWS
@given(TEXTS, TEXTS, TEXTS)
def test_who_is_ours_does_not_matter_to_whether_they_agree(base: str, one: str, other: str) -> None:
    here, there = merge(base, one, other), merge(base, other, one)
    assert here and there and bool(here.conflicts) == bool(there.conflicts)


@LAWS
@given(STAGES, STYLES, st.data())
def test_edits_of_different_stages_commute(stages: list[dict[str, Any]], style: str, choose: st.DataObject) -> None:
    """One side edits some stages, the other the rest: the order of the sides makes no difference."""
    which = choose.draw(st.lists(st.booleans(), min_size=len(stages), max_size=len(stages)))
    new = [{**choose.draw(STEP), "name": stage["name"]} for stage in stages]
    ours = [n if mine else s for n, s, mine in zip(new, stages, which, strict=True)]
    theirs = [s if mine else n for n, s, mine in zip(new, stages, which, strict=True)]
    base, one, other = (written(side, style) for side in (stages, ours, theirs))
    here, there = merge(base, one, other), merge(base, other, one)
    assert here and there and not here.conflicts and not there.conflicts
    assert _data(here.text) == _data(there.text) == _data(written(new, style))


def _data(text: str) -> Any:
    root = parse(text, "").root
    assert root is not None
    return data(root)
