"""Sentences that a product manager reads: plain, true, and never better-sounding than the change."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from jmap.diff.change import Comparison, Note, Side, Why
from jmap.diff.codes import every_code
from jmap.diff.judge import RULES
from jmap.diff.wording import SELF_EVIDENT, details, noted, reason, sentence, side_name, side_note, verdict
from jmap.locale.words import words
from tests.diff.comparing import PROJECT, maps

EN, ID = words("en"), words("id")
BASE = """\
personas: [Dewi, Budi]
stages:
  - name: Find
    steps:
      - name: Sees an ad
        touchpoints: [{name: Chat, satisfaction: 2}]
        feelings: [{score: -1.5, personas: [Budi]}, {score: 1, personas: [Dewi]}]
        pain_points: [{text: Shipping cost appears at the last step, severity: high}]
        opportunities: [{text: Say it at once, status: idea}]
        time: {waiting: 2 days}
        exits: [{reason: Too dear, share: 25 %}]
        next: [{to: Pays, share: 10 %}]
      - name: Pays
"""
SENTENCES = [
    ("score: -1.5", "score: 0", "Budi feels better at “Sees an ad”: −1.5 → 0", ""),
    ("score: 1,", "score: -1,", "Dewi feels worse at “Sees an ad”: +1 → −1", ""),
    (
        "waiting: 2 days", "waiting: 3 days",
        "Waiting at “Sees an ad” is longer: 2\u00a0days → 3\u00a0days", "",
    ),
    (
        "        pain_points: [{text: Shipping cost appears at the last step, severity: high}]\n", "",
        "Pain point “Shipping cost appears at the last step” (was P1) is gone at “Sees an ad”", "",
    ),
    (
        "severity: high", "severity: low",
        "Severity of pain point P1 “Shipping cost appears at the last step”: High → Low", "",
    ),
    (
        "share: 25 %", "share: 40 %",
        "More customers leave at “Sees an ad”: 25\u00a0% → 40\u00a0%", "",
    ),
    (
        "severity: high}]\n", "severity: high}]\n        moment_of_truth: Stay or go\n",
        "Step “Sees an ad” is a moment of truth now: “Stay or go”", "",
    ),
    (
        "status: idea", "status: idea, addresses: [Shipping cost appears at the last step]",
        "Opportunity O1 “Say it at once” now answers “Shipping cost appears at the last step”", "",
    ),
    (
        "score: 1, personas: [Dewi]", "score: 1, personas: [Dewi], n: 9",
        "Sample size of Dewi’s feeling at “Sees an ad” is new: 9", "",
    ),
    ("status: idea", "status: done", "Status of opportunity O1 “Say it at once”: Idea → Done", ""),
    ("      - name: Pays\n", "      - name: Pays\n      - name: Runs\n", "Step “Runs” is new, after “Pays”", ""),
    (
        "[{name: Chat, satisfaction: 2}]", "[{name: Chat}]",
        "Satisfaction of touchpoint “Chat” at “Sees an ad” is gone, was: 2", "",
    ),
    ("share: 10 %", "share: 20 %", "Share of way to “Pays” at “Sees an ad”: 10\u00a0% → 20\u00a0%", ""),
    ("[{name: Chat, satisfaction: 2}]", "[]", "Touchpoint “Chat” is gone at “Sees an ad”", "customers disliked it"),
    (
        "score: -1.5, personas: [Budi]", "score: 0, personas: [Budi], emotion: calm",
        "Budi feels better at “Sees an ad”: −1.5 → “calm”\u00a0(0)", "",
    ),
    ("name: Sees an ad", "name: Sees ads", "Step “Sees an ad” is now “Sees ads” (a guess)", ""),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said", "why"), SENTENCES)
def test_a_change_is_one_plain_sentence(old: str, new: str, said: str, why: str) -> None:
    (change,) = maps(BASE, BASE.replace(old, new)).changes
    assert sentence(change, EN) == said
    assert reason(change, EN) == why
    assert sentence(change, ID) != said


@pytest.mark.parametrize("language", [EN, ID], ids=["en", "id"])
def test_everything_that_can_change_has_a_word(language: object) -> None:
    known = words(language.locale)  # type: ignore[attr-defined]
    for code in every_code():
        if code.noun in ("custom-lane-item", "project"):
            continue
        shelf = code.noun.startswith("catalogue-")
        assert known(f"diff.catalogue.{code.thing}" if shelf else f"diff.thing.{code.thing}")
        if code.field:
            assert known(f"diff.field.{code.field.rpartition('.')[2]}"), code


@pytest.mark.parametrize("rule", sorted(RULES.glob("[a-z]*.py")), ids=lambda path: path.stem)
def test_every_reason_that_a_rule_gives_has_words_or_a_sentence_that_says_it(rule: Path) -> None:
    labels = SELF_EVIDENT | {key.removeprefix("diff.reason.") for key in EN._texts if key.startswith("diff.reason.")}
    tree = ast.parse(rule.read_text("utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    given = {
        arg.value
        for call in calls
        for arg in call.args
        if isinstance(arg, ast.Constant) and isinstance(arg.value, str) and "-" in arg.value
    }
    assert given <= labels


def test_the_verdict_names_what_weighs_most_the_worse_first() -> None:
    after = BASE.replace("score: -1.5", "score: 0").replace("waiting: 2 days", "waiting: 3 days")
    assert verdict(maps(BASE, after), EN) == (
        "Mixed for the customer: 1 worse, 1 better. Waiting at “Sees an ad” is longer: 2\u00a0days → 3\u00a0days. "
        "Budi feels better at “Sees an ad”: −1.5 → 0."
    )


def test_a_gain_never_hides_what_is_breaking() -> None:
    after = BASE.replace("      - name: Pays\n", "").replace("        next: [{to: Pays, share: 10 %}]\n", "")
    said = verdict(maps(BASE, after.replace("score: -1.5", "score: 0")), EN)
    assert said.startswith("Better for the customer: 1 better, none worse, 1 breaking. Step “Pays” is gone. ")


FEELS = "{score: 1, personas: [Dewi]}"
ASKED = FEELS.replace("}", ", n: 15, spread: 0.5, basis: reported, evidence: [{method: interview, n: 15}]}")


def test_evidence_that_is_gone_takes_what_hangs_on_it_along() -> None:
    (change,) = maps(BASE.replace(FEELS, ASKED), BASE.replace(FEELS, FEELS.replace("}", ", basis: assumed}"))).changes
    assert (change.code, change.effect) == ("feeling-evidence-changed", "worse")
    assert sorted(one.field for one in change.folded) == ["basis", "n", "spread"]
    assert details(change, EN) == ("Basis: reported → assumed", "Sample size: 15 → none", "Spread: 0.5 → none")


def test_a_judgement_is_never_folded_away() -> None:
    fewer = maps(BASE.replace(FEELS, ASKED), BASE.replace(FEELS, ASKED.replace("n: 15, s", "n: 9, s"))).changes
    assert [(change.field, change.effect, change.folded) for change in fewer] == [("n", "worse", ())]


def test_sides_that_nobody_named_have_names_in_every_language() -> None:
    tree = Side("working tree", key="working_tree")
    assert (side_name(tree, EN), side_name(tree, ID)) == ("working tree", "berkas kerja")
    assert side_name(Side("main"), ID) == "main"
    parted = Side("main", why=Why("merge_base", (("side", "main"), ("head", "HEAD")), 2))
    assert side_note(parted, EN) == "the merge base of main and HEAD, because main has moved on by 2 commits"
    assert side_note(parted, ID) == "titik pisah main dan HEAD, karena main sudah maju 2 komit"
    assert "berkas kerja" in noted(Note("base_map", "a.journey.yaml", tree), ID)


def test_wording_alone_is_no_change_in_the_journey() -> None:
    assert verdict(maps(BASE, BASE), EN) == "No change in the journey."
    after = BASE.replace("stages:\n", "description: In short\nstages:\n", 1)
    assert verdict(maps(BASE, after), EN) == "The journey stays as it is: 1 change, of wording and the like."


def test_what_could_not_be_compared_is_never_no_change() -> None:
    broken = maps(BASE, BASE + "colour: red\n")
    assert verdict(broken, EN) == "Nothing could be compared: 1 file with mistakes."
    project = PROJECT + "teams: [{name: Web}]\n"
    said = verdict(maps(BASE, BASE + "colour: red\n", PROJECT, project), EN)
    assert said.startswith("1 file could not be compared. ")


def test_an_empty_comparison_says_so() -> None:
    assert verdict(Comparison(base=Side("a"), head=Side("b")), ID) == "Tidak ada perubahan dalam perjalanan."
