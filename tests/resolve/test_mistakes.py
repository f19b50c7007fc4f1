"""Every mistake that only shows when names are looked up, each at its place."""

from pathlib import Path

import pytest

from jmap.resolve.workspace import load_workspace

PROJECT = """
    personas: [{id: dewi, name: Dewi}, Budi]
    channels: [Website, {name: Store, kind: offline}]
    touchpoints: [{name: Size guide, channel: Website}]
    teams: [Web team]
    systems: [PIM]
    evidence: [{id: interviews-2026, method: interview}]
    custom_lanes: [{id: training, name: Training needs, after: backstage}]
"""

CASES = {
    # name: (map after its title, mistakes)
    "persona of the map": ("personas: [Dwei]\nstages: [A]", ["3:12 dangling-reference -> Dewi"]),
    "persona of an item": (
        """
        personas: Dewi
        stages:
          - name: A
            actions: [{text: Looks, personas: [Budi]}]
        """,
        ["6:40 dangling-reference"],
    ),
    "a persona that is wrong is wrong once": (
        "personas: [Rini]\nstages: [{name: A, thoughts: {text: Oh, personas: Rini}}]",
        ["3:12 dangling-reference"],
    ),
    "touchpoint": ("stages: [{name: A, touchpoints: [Size gide]}]", ["3:34 dangling-reference -> Size guide"]),
    "channel": (
        "stages: [{name: A, touchpoints: [{name: Ad, channel: Webiste}]}]",
        ["3:54 dangling-reference -> Website"],
    ),
    "evidence": (
        "stages: [{name: A, gains: [{text: Nice, evidence: interviews-2025}]}]",
        ["3:51 dangling-reference -> interviews-2026"],
    ),
    "evidence in a mapping": (
        "stages: [{name: A, gains: [{text: Nice, evidence: {id: talks}}]}]",
        ["3:56 dangling-reference"],
    ),
    "team": ("stages: [{name: A, backstage: {text: Packs, team: Wb team}}]", ["3:51 dangling-reference -> Web team"]),
    "system": ("stages: [{name: A, support: {text: Data, system: PIMM}}]", ["3:50 dangling-reference -> PIM"]),
    "lane of one's own": ("stages: [{name: A, lanes: {trainings: [Read]}}]", ["3:28 dangling-reference -> training"]),
    "a lane in the wrong place": ("stages: [{name: A, lanes: {actions: [Read]}}]", ["3:28 misplaced-lane"]),
    "lane that is drawn": ("lanes: [actions, toughts]\nstages: [A]", ["3:18 dangling-reference -> thoughts"]),
    "lanes without brackets": (
        "lanes: actions, feelings\nstages: [A]",
        ["3:8 dangling-reference -> [actions, feelings]"],
    ),
    "lane by another word": ("lanes: [actions, emotions]\nstages: [A]", ["3:18 dangling-reference -> feelings"]),
    "lane before one's own": (
        "custom_lanes: [{name: Cost, after: backstge}]\nstages: [A]",
        ["3:36 dangling-reference -> backstage"],
    ),
    "next": (
        """
        stages:
          - name: A
            next: {to: Bee, share: 50 %}
          - name: Be
        """,
        ["5:16 dangling-reference -> Be"],
    ),
    "addresses": (
        """
        stages:
          - name: A
            pain_points: [{id: slow, text: It is slow}]
            opportunities: [{text: Make it fast, addresses: [slwo]}]
        """,
        ["6:54 dangling-reference -> slow"],
    ),
    "journey": ("stages: [{name: A, journey: other}]", ["3:29 dangling-reference"]),
    "future of": ("state: future\nfuture_of: now\nstages: [A]", ["4:12 dangling-reference"]),
    "a future of a current map": ("future_of: map\nstages: [A]", ["3:1 conflict", "3:12 cyclic-reference"]),
    "two stages of one id": ("stages: [{name: A, id: x}, {name: B, id: X}]", ["3:42 duplicate-id"]),
    "two stages of one name": ("stages: [A, a]", ["3:13 duplicate-id"]),
    "two steps of one id": (
        """
        stages:
          - {name: A, steps: [{name: S, id: one}]}
          - {name: B, steps: [{name: T, id: One}]}
        """,
        ["5:37 duplicate-id"],
    ),
    "two steps of one name": (
        """
        stages:
          - {name: A, steps: [Pays]}
          - {name: B, steps: [{name: Pays, id: pays-again}, pays]}
        """,
        ["5:53 duplicate-id"],
    ),
    "the name of two steps": (
        """
        stages:
          - {name: A, steps: [{name: Pays, id: p1}, {name: Pays, id: p2}]}
          - {name: B, next: pays}
        """,
        ["5:21 ambiguous-reference"],
    ),
    "two pain points of one id": (
        """
        stages:
          - {name: A, pain_points: [{text: One, id: x}]}
          - {name: B, pain_points: [{text: Two, id: X}], gains: [{text: Two, id: x}]}
        """,
        ["5:45 duplicate-id"],
    ),
    "two personas of one name": ("personas: [Dewi, dewi]\nstages: [A]", ["3:18 duplicate-id"]),
    "two channels of one name": ("channels: [Bus, bus]\nstages: [A]", ["3:17 duplicate-id"]),
    "two touchpoints of one id": (
        "touchpoints: [{name: A, id: x}, {name: B, id: x}]\nstages: [A]",
        ["3:47 duplicate-id"],
    ),
    "a lane called like one that every map has": ("custom_lanes: [Pain points]\nstages: [A]", ["3:16 duplicate-id"]),
    "shares over one": (
        """
        stages:
          - name: A
            next:
              - {to: B, share: 60 %}
              - {to: A, share: 0.3}
            exits:
              - {reason: Tired, share: 20 %}
          - B
        """,
        ["9:32 shares-over-one"],
    ),
    "shares over one for one persona": (
        """
        personas: [Dewi, Budi]
        stages:
          - name: A
            exits:
              - {share: 60 %, personas: Budi}
              - {share: 60 %, personas: dewi}
              - {share: 50 %, personas: budi}
        """,
        ["9:17 shares-over-one"],
    ),
    "shares in the order of the file": (
        "stages: [{name: A, exits: {share: 80 %}, next: {to: B, share: 30 %}}, B]",
        ["3:63 shares-over-one"],
    ),
    "shares of a stage and its last step": (
        "stages: [{name: A, steps: [S, {name: T, exits: {share: 80 %}}], exits: {share: 30 %}}]",
        ["3:80 shares-over-one"],
    ),
    "itself in detail": ("id: me\nstages: [{name: A, steps: [{name: S, journey: me}]}]", ["4:47 cyclic-reference"]),
    "several in one run": (
        """
        colour: red
        owner: Anyone
        stages:
          - name: A
            next: C
            feelings: 7
            touchpoints: [Leaflet]
        """,
        ["3:1 unknown-key", "7:11 dangling-reference", "8:15 out-of-range", "9:19 dangling-reference"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_mistakes(wrong, case):
    text, expected = CASES[case]
    assert wrong(text, PROJECT) == expected


def test_shares_of_exactly_one_are_right(wrong):
    text = """
        stages:
          - name: A
            next: [{to: B, share: 0.1}, {to: A, share: 0.2}]
            exits: [{reason: x, share: 0.7}]
          - B
    """
    assert wrong(text) == []


def test_messages_say_what_there_is(build):
    _, mistakes = build({"map.journey.yaml": "jmap: 1\ntitle: T\nstages: [{name: Pay, next: Collect}, Wait]\n"})
    assert [(m.file, m.message, m.expected, m.length, m.source_line) for m in mistakes] == [
        (
            "map.journey.yaml",
            "there is no step or stage `Collect`",
            "one of `Pay`, `Wait`",
            7,
            "stages: [{name: Pay, next: Collect}, Wait]",
        )
    ]


def test_mistakes_of_the_catalogue_stand_in_the_file_they_are_in(build):
    files = {
        "jmap.yaml": "jmap: 1\ninclude: catalogue/*.yaml\nchannels: [Website]\nteams: [Care]\n",
        "catalogue/more.yaml": "jmap: 1\ntouchpoints: [{name: Ad, channel: Wbsite}]\nteams: [care]\n",
        "a.journey.yaml": "jmap: 1\ntitle: A\nstages: [A]\n",
    }
    workspace, mistakes = build(files)
    assert [(m.file, m.line, m.column, m.code) for m in mistakes] == [
        ("catalogue/more.yaml", 2, 35, "dangling-reference"),
        ("catalogue/more.yaml", 3, 9, "duplicate-id"),
    ]
    assert mistakes[0].suggestion == "Website"
    assert "jmap.yaml, line 4" in mistakes[1].message
    assert [journey.id for journey in workspace.journeys] == ["a"]


def test_a_broken_catalogue_makes_no_map_wrong(build):
    files = {
        "jmap.yaml": "jmap: 1\nchannels: [Website]\nteams: [A\nfoo: [\n",
        "a.journey.yaml": "jmap: 1\ntitle: A\nstages: [{name: A, touchpoints: {name: T, channel: Shop}, next: B}]\n",
    }
    workspace, mistakes = build(files)
    assert {m.file for m in mistakes[:-1]} == {"jmap.yaml"}
    assert (mistakes[-1].file, mistakes[-1].code, mistakes[-1].message[-3:]) == (
        "a.journey.yaml",
        "dangling-reference",
        "`B`",
    )
    assert workspace.journeys == ()
    assert [failed.title for failed in workspace.failed] == ["A"]


def test_a_map_with_mistakes_does_not_stop_the_others(build):
    good = "jmap: 1\ntitle: Good\nstages: [A]\n"
    workspace, mistakes = build({"a.journey.yaml": "jmap: 1\n", "b.journey.yaml": good, "c.journey.yaml": "\t"})
    assert [journey.id for journey in workspace.journeys] == ["b"]
    assert [failed.file for failed in workspace.failed] == ["a.journey.yaml", "c.journey.yaml"]
    assert {m.file for m in mistakes} == {"a.journey.yaml", "c.journey.yaml"}


@pytest.mark.parametrize(
    "text",
    ["", "jmap: 1", "- a", "jmap: [", "x", "jmap: 1\ntitle: T\nstages: {}", "stages: [[[]]]", "a: b: c", "\x00"],
)
def test_no_content_raises(build, text):
    workspace, mistakes = build({"m.journey.yaml": text, "jmap.yaml": "jmap: 1\n"})
    assert mistakes
    assert len(workspace.failed) == 1
    workspace, mistakes = build({"m.journey.yaml": "jmap: 1\ntitle: T\nstages: [A]\n", "jmap.yaml": text})
    assert bool(mistakes) == (text != "jmap: 1")


def test_mistakes_of_every_kind_are_found_in_one_run(tmp_path: Path) -> None:
    """A misspelled key that holds a list, or one that nobody knows, hides no wrong reference."""
    (tmp_path / "a.journey.yaml").write_text(
        "jmap: 1\ntitle: I wait\nstages:\n  - name: A\n    tochpoints: [Desk]\n    feelings: 3\n    next: nowhere\n"
        "    pain_points:\n      - {text: Hurts, severity: hihg, bogus: 1}\n      - {text: Two, evidence: [gone]}\n",
        "utf-8",
    )
    _, diagnostics = load_workspace([tmp_path], tmp_path)
    assert [(d.line, d.code) for d in diagnostics] == [
        (5, "unknown-key"),
        (6, "out-of-range"),
        (7, "dangling-reference"),
        (9, "unknown-value"),
        (9, "unknown-key"),
        (10, "dangling-reference"),
    ]
