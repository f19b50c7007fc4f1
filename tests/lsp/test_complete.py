"""What is offered at the cursor, which `^` marks, while the text around it is not yet YAML."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("lsprotocol", reason="needs the extra lsp: pip install -e .[lsp]")
from jmap.lsp.complete import Choice, complete
from jmap.lsp.world import World

CATALOGUE = """\
jmap: 1
personas: [{id: dewi, name: Dewi}, {name: Budi}]
touchpoints: [{name: Size guide}, {name: Shelf}]
custom_lanes: [{id: training, name: Training}]
"""
MAP = """\
jmap: 1
title: I buy 😀
personas: [Dewi, Budi]
stages:
  - name: Decide
    steps:
      - name: Read
        {typed}
      - name: Pay
        pain_points: [{{id: slow, text: Slow}}]
"""


def offered(folder: Path, typed: str, **others: str) -> list[Choice]:
    """What is offered at the `^` in a step."""
    before, _, after = MAP.format(typed=typed).partition("^")
    for name, text in {"jmap.yaml": CATALOGUE, **others}.items():
        (folder / name).write_text(text, encoding="utf-8")
    path = folder.resolve() / "a.journey.yaml"
    world = World()
    world.put(path, before + after)
    view = world.view(path)
    assert view
    return complete(view, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)


ITEM = ["text", "personas", "evidence", "link", "note", "id", "renamed_from"]


@pytest.mark.parametrize(
    ("typed", "missing"),
    [
        ("thoughts: [{^", []),
        ("thoughts: [{^}]", []),
        ("thoughts: [{text: x, ^}]", ["text"]),
        ("thoughts: [{text: x, per^}]", ["text"]),
        ("thoughts: [{'text': \"a, {b: c\", personas: [Dewi], ^", ["text", "personas"]),
        ("thoughts: [{text: x, ^, link: 'https://x', note: n}]", ["text", "link", "note"]),
        ("thoughts: [{^text: x}]", ["text"]),
        (
            "thoughts: [{text: x, evidence: [{method: survey, n: 3}], ^, note: y}, {id: z}]",
            ["text", "evidence", "note"],
        ),
        ("thoughts:\n          - {text: x,\n             ^", ["text"]),
        ("thoughts: [ # why\n          {text: a},\n          {link: b, ^\n", ["link"]),
    ],
)
def test_keys_that_stand_in_the_braces_are_not_offered_again(tmp_path: Path, typed: str, missing: list[str]) -> None:
    labels = [choice.label for choice in offered(tmp_path, typed)]
    assert labels == [key for key in ITEM if key not in missing]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("pain_points: [{text: x, evidence: [{method: dia^", "diary"),
        ("pain_points: [{text: x, evidence: [{method: diary, ^", "source"),
        ("touchpoints: [{name: ^", "Size guide"),
        ("touchpoints: [{name: Kiosk, channel: {kind: ^", "offline"),
        ("opportunities: [{text: x, addresses: [slow], status: ^", "in-progress"),
        ("opportunities: [{text: x, addresses: [^", "slow"),
        ("next: [Pay, {to: Pay, share: 5 %, ^", "when"),
        ("pain_points:\n          - text: hello,\n            severity: ^", "critical"),
        ("lanes: {^", "Training"),
    ],
)
def test_what_lies_in_several_brackets_is_known(tmp_path: Path, typed: str, expected: str) -> None:
    labels = [choice.label for choice in offered(tmp_path, typed)]
    assert expected in labels
    assert not any("{" in label for label in labels)


def test_a_key_that_has_its_colon_gets_no_second_one(tmp_path: Path) -> None:
    assert {choice.text for choice in offered(tmp_path, "thoughts: [{te^: x}]")} == set(ITEM)
    assert "goal: " in {choice.text for choice in offered(tmp_path, "go^")}


def test_brackets_in_a_text_are_no_brackets(tmp_path: Path) -> None:
    for typed in ("goal: hello, [^", "goal: a {b, ^", "thoughts: [say {x^"):
        assert not {choice.label for choice in offered(tmp_path, typed)} & {"Shelf", "Dewi", "to"}, typed


def test_names_of_the_project_but_not_what_other_maps_define_for_themselves(tmp_path: Path) -> None:
    other = "jmap: 1\nid: other\ntitle: t\nstages: [{name: Far away, touchpoints: [{name: Kiosk}]}]\n"
    touchpoints = [choice.label for choice in offered(tmp_path, "touchpoints: [^", **{"b.journey.yaml": other})]
    assert touchpoints == ["Size guide", "Shelf"]
    assert [choice.label for choice in offered(tmp_path, "next: ^")] == ["Read", "Pay", "Decide"]
    assert "other" in [choice.label for choice in offered(tmp_path, "journey: ^")]


def labels_in(folder: Path, name: str, text: str) -> list[str]:
    before, _, after = text.partition("^")
    (folder / "jmap.yaml").write_text(CATALOGUE, encoding="utf-8")
    path = folder.resolve() / name
    world = World()
    world.put(path, before + after)
    view = world.view(path)
    assert view
    return [one.label for one in complete(view, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("jmap.yaml", "jmap: 1\ntheme: ^", "harbour"),
        ("own.theme.yaml", "jmap: 1\nextends: ha^", "harbour"),
        ("own.theme.yaml", "jmap: 1\nlight: {ink: '#000000', pa^}", "paper"),
        ("b.journey.yaml", "jmap: 1\nlanes: [actions, ^]", "pain_points"),
        ("b.journey.yaml", "jmap: 1\nlanes:\n  - ^", "Training"),
        ("jmap.yaml", "jmap: 1\ncheck: {thresholds: {^", "most_stages"),
    ],
)
def test_every_file_and_what_no_schema_lists(tmp_path: Path, name: str, text: str, expected: str) -> None:
    assert expected in labels_in(tmp_path, name, text)


def test_a_name_stands_alone_and_not_among_keys(tmp_path: Path) -> None:
    text = "jmap: 1\nevidence:\n  - id: talks\n  - ^\n"
    assert "talks" in labels_in(tmp_path, "jmap.yaml", text)
    found = labels_in(tmp_path, "jmap.yaml", text.replace("^", "n: 3\n    ^"))
    assert "method" in found and not {"talks", "n"} & set(found)
