"""`jmap fmt` as a function: one spelling, the same meaning, every comment, and once is enough."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from jmap.model.load import plain
from jmap.model.spelling import formatted
from jmap.source import Document, parse
from jmap.source.comments import comments

ROOT = Path(__file__).parent.parent.parent
FILES = sorted(
    path
    for folder in ("examples", "themes", "tests/ugly", "tests/model/samples", "jmap/templates/init")
    for path in (ROOT / folder).rglob("*.yaml")
)


SCRIBBLES = (
    "alone", "alone", "beside", "beside", "blank", "block", "long", "dash", "quotes", "brackets", "deeper",
)  # fmt: skip


def spelled(text: str, name: str = "x.journey.yaml", ids: bool = False) -> str:
    document = parse(text, name)
    assert not document.diagnostics
    return formatted(document, ids=ids)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_of_ours_keeps_its_meaning_and_is_spelled_once(path: Path) -> None:
    before = parse(path.read_bytes(), path.name)
    text = formatted(before)
    after = parse(text, path.name)
    assert not after.diagnostics
    assert plain(after.root) == plain(before.root)  # type: ignore[arg-type]
    assert formatted(after) == text


@pytest.mark.parametrize("seed", range(120))
def test_whatever_comments_stand_wherever_none_is_lost_and_nothing_changes(seed: int) -> None:
    chance = random.Random(seed)
    before = next(document for _ in range(20) if not (document := _scribbled(chance)).diagnostics)
    once = formatted(before)
    after = parse(once, "x.journey.yaml")
    assert plain(after.root) == plain(before.root)  # type: ignore[arg-type]
    assert sorted(c.text for c in comments(after)) == sorted(c.text for c in comments(before))
    assert formatted(after) == once


def _scribbled(chance: random.Random) -> Document:
    """A map with comments, blank lines and texts of many lines put in anywhere; not always YAML any more."""
    maps = [path for path in FILES if path.name.endswith(".journey.yaml") and path.stat().st_size < 20_000]
    rows = chance.choice(maps).read_text(encoding="utf-8").splitlines()
    for n in range(chance.randint(1, 12)):
        at = chance.randrange(len(rows))
        kind = chance.choice(SCRIBBLES)
        key, colon, value = rows[at].partition(": ")
        simple = colon and not set(value) & set("{[\"'|>")
        deep = len(key) - len(key.lstrip()) + (2 if key.lstrip().startswith("-") else 0)
        if kind == "alone":
            rows.insert(at, " " * chance.randrange(0, 14, 2) + f"# note {n}")
        elif kind == "beside" and rows[at].strip():
            rows[at] += f"   # beside {n}"
        elif kind == "blank":
            rows.insert(at, "")
        elif kind == "block" and simple:
            sign = chance.choice(["|", ">", "|-", ">-", "|+"])
            pad = " " * (deep + 3)
            rows[at : at + 1] = [f"{key}: {sign}", pad + value, "", pad + "  deeper # no comment", pad + "end", ""]
        elif kind == "long" and simple:
            rows[at : at + 1] = [rows[at], " " * (deep + 5) + "goes on", "", " " * (deep + 2) + "and on"]
        elif kind == "dash" and rows[at].lstrip().startswith("- "):
            between = [" " * chance.randrange(8) + f"# between {n}"] * chance.randrange(2)
            rows[at : at + 1] = [" " * (deep - 2) + "-", *between, " " * deep + rows[at].lstrip()[2:]]
        elif kind == "quotes" and simple:
            texts = [f"'{value}", f'"{value}', "'it''s"]
            rows[at : at + 1] = [
                f"{key}: {chance.choice(texts)}",
                " " * (deep + 3) + "# no comment",
                " " * deep + " end",
            ]
            rows[at + 2] += rows[at].partition(": ")[2][0]
        elif kind == "brackets" and "#" not in rows[at]:
            rows[at : at + 1] = _opened(rows[at], deep, n, chance)
        elif kind == "deeper":
            _indent(rows, at, chance.randint(1, 3))
    end = chance.choice(["\n", "\r\n"])
    return parse(end.join(rows) + chance.choice([end, "", end * 3]), "x.journey.yaml")


def _opened(row: str, deep: int, n: int, chance: random.Random) -> list[str]:
    """A line broken behind its first brackets and commas, with comments."""
    parts = re.split(r"(?<=[\[{,])[ ]?", row, maxsplit=chance.randint(1, 3))
    pad = " " * (deep + chance.randint(2, 5))
    return [(part if i == 0 else pad + part) + f"  # in {n}" * (i < len(parts) - 1) for i, part in enumerate(parts)]


def _indent(rows: list[str], at: int, by: int) -> None:
    """Everything below a line that lies deeper moves on."""
    indent = len(rows[at]) - len(rows[at].lstrip())
    for number in range(at + 1, len(rows)):
        if rows[number].strip() and len(rows[number]) - len(rows[number].lstrip()) <= indent:
            return
        rows[number] = " " * by * bool(rows[number].strip()) + rows[number]


ODD = {
    "text at the end of a file without a line end": "jmap: 1\ndescription: |\n  x",
    "blank line in a text in brackets": "jmap: 1\ntags: [\n  one\n\n  two, three]\n",
    "line end that an escape hides, in brackets": 'jmap: 1\ntags: ["one\\\n  two"]\n',
    "single quotes over two lines": "jmap: 1\ntitle: 'one\n  two'\n",
    "given indent": "jmap: 1\ndescription: |2\n    deeper\n  back\n",
    "line of nothing but spaces that a text holds": "jmap: 1\ndescription: |\n  one\n     \n  two\n",
    "sign of a block on its own line": "jmap: 1\nstages:\n  - name: # a\n\n      >1-\n     a\n    # b\n    goal: c\n",
    "text of nothing but line ends": "jmap: 1\ndescription: >+\n\n\ntitle: t\n",
    "list of nothing": "jmap: 1\ntags:\n  - # nothing\n  -\n",
    "comment without a space behind brackets": "jmap: 1\ntags: [a, # one\n  b] #two\n",
    "byte order mark": "\ufeff# top\njmap: 1\ntags: [ ]\n",
    "line separator": "jmap: 1\nstages:\n  - name: one\u2028two\n",
    "line separator in a block": 'jmap: 1\ntags: [\n  "one\\\n  two\\u2028"]\n',
    "escaped space at the end of a line": 'jmap: 1\ntitle: "one\\  \n  two"\ntags: ["a\\ \n  b"]\n',
    "pair in brackets": "jmap: 1\nstages: [name: Pay]\n",
}


@pytest.mark.parametrize("text", ODD.values(), ids=list(ODD))
def test_odd_yaml_keeps_its_meaning_too(text: str) -> None:
    before = parse(text.encode(), "x.journey.yaml")
    once = formatted(before)
    assert plain(parse(once, "x.journey.yaml").root) == plain(before.root)  # type: ignore[arg-type]
    assert formatted(parse(once, "x.journey.yaml")) == once
    assert formatted(before, ids=True)


def test_a_comment_beside_a_dash_goes_with_what_the_dash_begins() -> None:
    text = "stages:\n- name: z\n-  # first\n  a\n-\n  # second\n  name: b\n"
    assert spelled(text) == "stages:\n  - name: z\n  - a  # first\n  # second\n  - name: b\n"


def test_keys_of_the_language_lose_their_quotes() -> None:
    assert spelled("\"jmap\": 1\n'title': t\n'my key': x\n") == 'jmap: 1\ntitle: t\n"my key": x\n'


def test_what_jmap_gets_wrong_is_told_and_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jmap.model.spelling.canonical", lambda document, order: "jmap: 2\n")
    with pytest.raises(AssertionError, match="a.journey.yaml was left as it is: its new spelling says something else"):
        spelled("jmap: 1\n", "a.journey.yaml")


def test_keys_come_in_the_order_of_the_language_and_lists_stay_in_theirs() -> None:
    text = """\
stages:
  - steps:
    - touchpoints: [Shelf, App]
      name: Second named, first written
      goal: None
    - name: Another
    name: Collect
title: I collect
jmap: 1
"""
    assert (
        spelled(text)
        == """\
jmap: 1
title: I collect
stages:
  - name: Collect
    steps:
      - name: Second named, first written
        goal: None
        touchpoints: [Shelf, App]
      - name: Another
"""
    )


def test_comments_go_where_their_lines_go() -> None:
    text = """\
# yaml-language-server: $schema=map.json
title: I collect  # the customer's words
# the version
jmap: 1


stages:
  # the only one
  - name: Collect
    feelings: [   # three of them
      1, 0,  # zero
      -1]
    # closing words
# the end
"""
    assert (
        spelled(text)
        == """\
# yaml-language-server: $schema=map.json
# the version
jmap: 1
title: I collect  # the customer's words

stages:
  # the only one
  - name: Collect
    feelings:  # three of them
      - 1
      - 0  # zero
      - -1
    # closing words
# the end
"""
    )


def test_author_keys_keep_their_order() -> None:
    text = "jmap: 1\npersonas:\n- demographics: {zodiac: lion, age: 3}\n  name: Leo\n"
    expected = "jmap: 1\npersonas:\n  - name: Leo\n    demographics: {zodiac: lion, age: 3}\n"
    assert spelled(text, "jmap.yaml") == expected


def test_brackets_that_do_not_fit_on_a_line_are_opened() -> None:
    feelings = ", ".join(f"{{score: {n}, emotion: a long word for it, personas: [Somebody]}}" for n in (1, 2))
    text = spelled(f"jmap: 1\ntitle: t\nstages: [{{name: a, feelings: [{feelings}]}}]\n")
    assert "      - {score: 1, emotion: a long word for it, personas: [Somebody]}\n" in text
    assert max(map(len, text.splitlines())) <= 120


def test_single_quotes_become_double_ones_unless_the_text_has_some() -> None:
    text = spelled("jmap: 1\ntitle: 'no'\nstages: ['say \"hi\"', \"it's\", 'it''s']\n")
    assert text == 'jmap: 1\ntitle: "no"\nstages: [\'say "hi"\', "it\'s", "it\'s"]\n'


def test_the_line_ends_of_the_file_stay() -> None:
    assert spelled("jmap: 1\r\ntitle:   t\r\nstages: [a]\r\n") == "jmap: 1\r\ntitle: t\r\nstages: [a]\r\n"


def test_ids_are_what_the_names_stand_for_and_differ() -> None:
    text = """\
jmap: 1
title: t
stages:
  - name: Say "hi"
    steps:
      - {name: Wait}
      - name: Wait
      - id: mine
        name: Pay
      - Leave
"""
    assert (
        spelled(text, ids=True)
        == """\
jmap: 1
title: t
stages:
  - id: say-hi
    name: Say "hi"
    steps:
      - {id: wait, name: Wait}
      - id: wait-2
        name: Wait
      - id: mine
        name: Pay
      - Leave
"""
    )
