"""Each kind of mistake: where it is reported, under which code, and what is said to put it right."""

from __future__ import annotations

import pytest

from tests.model.loading import load

HEAD = "jmap: 1\ntitle: T\nstages:\n  - name: S\n"  # what follows is line 5, two levels in

IN_A_STAGE = [
    ("feelings: 3", 5, 15, "out-of-range", "from -2 to 2"),
    ("feelings: 0.3", 5, 15, "out-of-range", "steps of 0.5"),
    ("feelings: nan", 5, 15, "bad-number", "from -2 to 2"),
    ("feelings: [1, sad]", 5, 19, "bad-number", "goes into `emotion`"),
    ("feelings: {emotion: sad}", 5, 16, "missing-key", "score"),
    ("feelings: {score: 1, n: 0}", 5, 29, "out-of-range", "1 or more"),
    ("feelings: {score: 1, n: 1.840}", 5, 29, "bad-number", "1840"),
    ("feelings: {score: 1, basis: guess}", 5, 33, "unknown-value", "assumed, expected or reported"),
    ("feelings: {score: 1, emotion: glad, but tired}", 5, 41, "unknown-key", '`emotion: "glad, but tired"`'),
    ("feelings: –1", 5, 15, "bad-number", "-1"),
    ("feelings: {Rina: 1, Budi: -1}", 5, 16, "wrong-type", "personas: [Rina]"),
    ("exits: 25 %", 5, 12, "wrong-type", "`share: 25 %`"),
    ("personas: Rina", 5, 5, "unknown-key", "in the items"),
    ("training: x", 5, 5, "unknown-key", "`lanes`"),
    ("steps: [{name: A, steps: [B]}]", 5, 23, "unknown-key", "`journey`"),
    ("pains: x", 5, 5, "unknown-key", "pain_points"),
    ("pain: x", 5, 5, "unknown-key", "pain_points"),
    ("emotion: glad", 5, 5, "unknown-key", "feelings"),
    ("pain-points: x", 5, 5, "unknown-key", "pain_points"),
    ("touchpoint: x", 5, 5, "unknown-key", "touchpoints"),
    ("severity: high", 5, 5, "unknown-key", "`actions`"),
    ("pain_points: {text: x, severity: High}", 5, 38, "unknown-value", "high"),
    ("pain_points: {severity: high}", 5, 19, "missing-key", "text"),
    ("thoughts: {Note: it hurts}", 5, 16, "unknown-key", '`"Note: it hurts"`'),
    ("thoughts: [[a]]", 5, 16, "wrong-type", "text"),
    ("goal: [a]", 5, 11, "wrong-type", "text"),
    ("goal: {a: b}", 5, 12, "wrong-type", "text"),
    ("goal:", 5, 5, "empty-value", "leave the key out"),
    ("goal: ''", 5, 11, "empty-value", "leave the key out"),
    ("pain_points:", 5, 5, "empty-value", "leave the key out"),
    ("lanes: x", 5, 12, "wrong-type", "key: value"),
    ("lanes: {training: [{txt: a}]}", 5, 25, "unknown-key", "text"),
    ("time: 3 dayz", 5, 11, "bad-duration", "day"),
    ("time: 90", 5, 11, "bad-duration", "10 min"),
    ("time: -3 days", 5, 11, "bad-duration", "10 min"),
    ("time: 5-2 days", 5, 11, "bad-duration", "10 min"),
    ("time: {active: 1:30}", 5, 20, "bad-duration", "10 min"),
    ("time: {note: long}", 5, 12, "missing-key", "active: 10 min"),
    ("next: {share: 25 %}", 5, 12, "missing-key", "to"),
    ("next: {to: S, share: 125 %}", 5, 26, "out-of-range", "0 % to 100 %"),
    ("next: {to: S, share: -1 %}", 5, 26, "out-of-range", "0 % to 100 %"),
    ("next: {to: S, share: 25}", 5, 26, "out-of-range", "25 %"),
    ("next: {to: S, share: inf}", 5, 26, "bad-share", "0.25"),
    ("exits: {personas: [A]}", 5, 13, "missing-key", "reason"),
    ("image: ../a.png", 5, 12, "bad-path", "inside the project"),
    ("image: /etc/passwd", 5, 12, "bad-path", "inside the project"),
    ("image: 'C:\\a.png'", 5, 12, "bad-path", "inside the project"),
    ("image: https://a.example/b.png", 5, 12, "bad-path", "inside the project"),
    ("id: Two words", 5, 9, "bad-id", "two-words"),
    ("id: con", 5, 9, "bad-id", "size-guide"),
    ("id: " + "x" * 81, 5, 9, "bad-id", "size-guide"),
    ("actions: {text: a, renamed_from: old}", 5, 15, "missing-key", "id"),
    ("actions: {text: a, link: javascript:alert(1)}", 5, 30, "bad-link", "https://"),
    ("actions: {text: a, link: www.example.org}", 5, 30, "bad-link", "https://www.example.org"),
    ("touchpoints: {name: a, importance: 6}", 5, 40, "out-of-range", "1 to 5"),
    ("touchpoints: {name: a, importance: 2.5}", 5, 40, "bad-number", "1 to 5"),
    ("touchpoints: {name: a, owner: us}", 5, 35, "unknown-value", "brand, partner, customer or external"),
    ("touchpoints: {name: a, text: b}", 5, 28, "conflict", "one of"),
    ("actions: {text: a, evidence: [{source: b}]}", 5, 36, "missing-key", "method"),
    ("metrics: {name: a, date: 2026-02-30}", 5, 30, "bad-date", "2026-11-01"),
    ("metrics: {name: a, date: 2026/2/3}", 5, 30, "bad-date", "2026-02-03"),
    ("opportunities: {text: a, status: in progress}", 5, 38, "unknown-value", "in-progress"),
]


@pytest.mark.parametrize(("line", "at", "column", "code", "help_"), IN_A_STAGE, ids=lambda value: str(value)[:40])
def test_a_mistake_in_a_stage(line: str, at: int, column: int, code: str, help_: str) -> None:
    _, notes = load(f"{HEAD}    {line}\n")
    assert [(n.line, n.column, n.code) for n in notes] == [(at, column, code)]
    assert help_ in f"{notes[0].expected} {notes[0].suggestion}"
    assert notes[0].source_line.strip() in (line, "- name: S")


FILES = [
    ("map", "title: T\nstages: [A]\n", 1, 1, "missing-key", "`jmap: 1`"),
    ("map", "jmap: 1\nstages: [A]\n", 1, 1, "missing-key", "title"),
    ("map", "jmap: 1\ntitle: T\n", 1, 1, "missing-key", "stages"),
    ("map", "jmap: 2\ntitle: T\nstages: [A]\n", 1, 7, "unknown-version", "jmap: 1"),
    ("map", "jmap: 1\ntitel: T\nstages: [A]\n", 2, 1, "unknown-key", "title"),
    ("map", "jmap: 1\ntitle: T\nphases: [A]\n", 3, 1, "unknown-key", "stages"),
    ("map", "jmap: 1\ntitle: T\nstages: []\n", 3, 1, "empty-value", "- name"),
    ("map", "jmap: 1\ntitle: T\nstages:\n", 3, 1, "empty-value", "value"),
    ("map", "jmap: 1\ntitle: T\nstages:\n  A: 1\n  B: 2\n", 4, 3, "wrong-type", "- name: A"),
    ("map", "jmap: 1\ntitle: T\nstages:\n  - A:\n      goal: G\n", 4, 5, "unknown-key", "name: A"),
    ("map", "jmap: 1\ntitle: T\nstages:\n  - nmae: A\n", 4, 5, "unknown-key", "name"),
    ("map", "jmap: 1\ntitle: T\nstages:\n  - goal: A\n", 4, 5, "missing-key", "name"),
    ("map", "jmap: 1\ntitle: T\nstages:\n  -\n  - A\n", 4, 3, "empty-value", "leave the item out"),
    ("map", "jmap: 1\ntitle: T\npersonas: [{name: A, age: 29}]\nstages: [A]\n", 3, 22, "unknown-key", "demographics"),
    ("map", "jmap: 1\ntitle: T\npersona: [A, B]\nstages: [A]\n", 3, 10, "wrong-type", "go into `personas`"),
    ("map", "jmap: 1\nname: T\nstages: [A]\n", 2, 1, "unknown-key", "title"),
    ("map", "jmap: 1\ntitle: T\nstages: [A]\nxyz: T\n", 4, 1, "unknown-key", "one of `title`, `persona`, `stages`"),
    ("map", "jmap: 1\ntitle: T\nstages: [A]\nlocale: de\n", 4, 9, "unknown-value", "en or id"),
    ("map", "jmap: 1\ntitle: T\nstages: [A]\nstate: Future\n", 4, 8, "unknown-value", "future"),
    ("map", "jmap: 1\ntitle: T\nstages: [A]\nfuture_of: b\n", 4, 1, "conflict", "state: future"),
    ("map", "jmap: 1\ntitle: T\nstages: [A]\npersona: A\npersonas: [B]\n", 4, 1, "conflict", "one of"),
    ("map", "jmap: 1\ntitle: T\nstages: [A]\nreviewed: 1 May 2026\n", 4, 11, "bad-date", "2026-11-01"),
    ("map", "jmap: 1\ntitle: T\nstages: [A]\nreview_every: often\n", 4, 15, "bad-duration", "10 min"),
    ("map", "- a\n", 1, 1, "wrong-type", "jmap: 1"),
    ("map", "Once upon a time\n", 1, 1, "wrong-type", "jmap: 1"),
    ("project", "jmap: 1\nevidence: [{method: survey}]\n", 2, 13, "missing-key", "id"),
    ("project", "jmap: 1\nevidence: [interviews]\n", 2, 12, "wrong-type", "method"),
    ("project", "jmap: 1\nbuild: {formats: png}\n", 2, 18, "unknown-value", "html, svg or dot"),
    ("project", "jmap: 1\noutput: ../site\n", 2, 9, "bad-path", "inside"),
    ("project", "jmap: 1\nmeasure: {source: x}\n", 2, 11, "unknown-key", "no keys"),
    ("project", "jmap: 1\ncheck: {stale_after: soon}\n", 2, 22, "bad-duration", "10 min"),
    ("project", "jmap: 1\npersonas: [{name: A, traits: {Tech: 6}}]\n", 2, 37, "out-of-range", "0 to 5"),
    ("project", "jmap: 1\npersonas: [{name: A, demographics: [a]}]\n", 2, 36, "wrong-type", "key: value"),
    ("catalogue", "jmap: 1\ntitle: T\n", 2, 1, "unknown-key", "teams"),
    ("theme", "jmap: 1\nlight: {papper: '#fff'}\n", 2, 9, "unknown-key", "paper"),
    ("theme", "jmap: 1\nlight: {paper: red}\n", 2, 16, "bad-colour", "#RRGGBB"),
    ("theme", "jmap: 1\nlight: {paper: 2156C8}\n", 2, 16, "bad-colour", '"#2156C8"'),
    ("theme", "jmap: 1\nlight: {paper: 'url(x)'}\n", 2, 16, "bad-colour", "#RRGGBB"),
    ("theme", "jmap: 1\nfonts: {sans: Arial}\n", 2, 1, "unknown-key", "extends"),
]


@pytest.mark.parametrize(("kind", "text", "line", "column", "code", "help_"), FILES, ids=lambda value: str(value)[-40:])
def test_a_mistake_in_a_file(kind: str, text: str, line: int, column: int, code: str, help_: str) -> None:
    _, notes = load(text, kind)
    assert [(n.line, n.column, n.code) for n in notes] == [(line, column, code)]
    assert help_ in f"{notes[0].expected} {notes[0].suggestion}"


def test_all_mistakes_are_told_in_one_run_in_the_order_of_the_file() -> None:
    text = (
        "jmap: 2\ntitel: T\nstages:\n  - name: A\n    feelings: 9\n    feelings: 1\n    goal:\n"
        "    time: 3 dayz\n  - name: Pay at 10: 30\n    steps: [{name: B, severity: x}, {nmae: C}]\n"
    )
    _, notes = load(text)
    assert [(n.line, n.code) for n in notes] == [
        (1, "unknown-version"),
        (2, "unknown-key"),
        (5, "out-of-range"),
        (6, "duplicate-key"),
        (7, "empty-value"),
        (8, "bad-duration"),
        (9, "needs-quotes"),
        (10, "unknown-key"),
        (10, "unknown-key"),
    ]


def test_messages_speak_of_the_key_that_was_written_and_never_in_pydantics_words() -> None:
    for line, *_ in IN_A_STAGE:
        for note in load(f"{HEAD}    {line}\n")[1]:
            told = f"{note.message} {note.expected}".lower()
            assert not any(
                word in told for word in ("pydantic", "input", "valid ", "validation", "string", "none", "{")
            )
    assert load(HEAD + "    feelings: 3\n")[1][0].message == "`feelings` cannot be `3`"


def test_a_flood_of_mistakes_is_cut_short() -> None:
    many = "".join(f"k{i}: 1\n" for i in range(2000))
    _, notes = load(f"jmap: 1\ntitle: T\nstages: [A]\n{many}")
    assert len(notes) == 501
    assert any(n.code == "too-many" and "1500" in n.message for n in notes)


REPAIRED = [
    "feelings: 3",
    "feelings: [nervous, 1]",
    "time: soon",
    "severity: x",
    "goal:",
    "pain_points: {text: a, severity: Hihg}",
    "actions: {note: a}",
    "id: Two words",
]


@pytest.mark.parametrize("line", REPAIRED)
def test_a_file_with_small_mistakes_still_has_a_model_so_that_references_can_be_checked(line: str) -> None:
    model, notes = load(f"{HEAD}    {line}\n  - name: Pay\n    next: Nowhere\n")
    assert notes
    assert model.stages[1].next[0].to == "Nowhere"


def test_what_a_misspelt_list_holds_is_not_lost() -> None:
    model, _ = load(f"{HEAD}    pain_pionts: [{{id: p, text: a}}]\n    opportunities: {{text: b, addresses: p}}\n")
    assert model is not None
    assert model.stages[0].pain_points[0].id == "p"
