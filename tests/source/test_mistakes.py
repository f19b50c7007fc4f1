"""Texts that are no good YAML for jmap: the place, the code, and the line as it should be; with and without libyaml."""

from __future__ import annotations

import pytest

from jmap.source import Document, parse
from jmap.source.compose import FAST, PURE

CASES = [
    # a sign that YAML takes for its own
    ("title: Pay at 10:30: 3\n", 1, 20, "needs-quotes", 'title: "Pay at 10:30: 3"'),
    ("title: 日本 😀: b: c\n", 1, 12, "needs-quotes", 'title: "日本 😀: b: c"'),
    ("- Note: this: hurts\n", 1, 13, "needs-quotes", '- Note: "this: hurts"'),
    ("title: @home\n", 1, 8, "needs-quotes", 'title: "@home"'),
    ("title: `x`\n", 1, 8, "needs-quotes", 'title: "`x`"'),
    ("title: %50\n", 1, 8, "needs-quotes", 'title: "%50"'),
    ("title: [Draft] Buying\n", 1, 8, "needs-quotes", 'title: "[Draft] Buying"'),
    ("title: {x} Buying\n", 1, 8, "needs-quotes", 'title: "{x} Buying"'),
    ('title: "Really" she said\n', 1, 8, "needs-quotes", "title: '\"Really\" she said'"),
    ('title: "He said "no" to me"\n', 1, 8, "needs-quotes", "title: 'He said \"no\" to me'"),
    ("title: 'It's late'\n", 1, 8, "needs-quotes", 'title: "It\'s late"'),
    ("title: - b\n", 1, 8, "needs-quotes", 'title: "- b"'),
    ("title: > 3 days\n", 1, 8, "needs-quotes", 'title: "> 3 days"'),
    ("title: , b\n", 1, 8, "needs-quotes", 'title: ", b"'),
    ('title: "a\\qb"\n', 1, 8, "needs-quotes", "title: 'a\\qb'"),
    ("lanes: [@a, b]\n", 1, 9, "needs-quotes", 'lanes: ["@a", b]'),
    ("lanes: [a, (b), c [2]]\n", 1, 19, "needs-quotes", 'lanes: [a, (b), "c [2]"]'),
    ("light: {paper: #fff}\n", 1, 8, "needs-quotes", 'light: {paper: "#fff"}'),
    ("title: &Co rises\n", 1, 8, "anchor", 'title: "&Co rises"'),
    ("title: *starred*\n", 1, 8, "alias", 'title: "*starred*"'),
    ("title: !Wow\n", 1, 8, "tag", 'title: "!Wow"'),
    ("title: PR #12 flow\n", 1, 11, "needs-quotes", 'title: "PR #12 flow"'),
    ("paper: #FFFFFF\n", 1, 8, "needs-quotes", 'paper: "#FFFFFF"'),
    ("- Sees #lari\n", 1, 8, "needs-quotes", '- "Sees #lari"'),
    # something is missing
    ("title:Shoes\nstages: []\n", 1, 6, "yaml-syntax", "title: Shoes"),
    ('title: "Shoes\nstages: []\n', 1, 8, "yaml-syntax", 'title: "Shoes"'),
    ("lanes: [a, b\nstages: c\n", 1, 8, "yaml-syntax", "lanes: [a, b]"),
    ("a: {b: c\nd: e\n", 1, 4, "yaml-syntax", "a: {b: c}"),
    ("title\nstages: []\n", 1, 1, "yaml-syntax", "key: value"),
    ("a: 1\ntitle\nstages: []\n", 2, 1, "yaml-syntax", "key: value"),
    ("a: 1\n  b: 2\n", 2, 3, "yaml-syntax", "below each other"),
    ("a:\n  - b\n c: d\n", 3, 2, "yaml-syntax", "below each other"),
    ("a:\n  - b: c\n    d: e\n - b: f\n", 4, 2, "yaml-syntax", "each `-` exactly below"),
    ("a:\n  -b: c\n  -b: d\n", 2, 3, "yaml-syntax", "- b: c"),
    ("a:\n  - b\n  -c\n", 3, 3, "yaml-syntax", "- c"),
    ("a:\n  -b: c\n   d: e\n", 2, 3, "yaml-syntax", "- b: c"),
    ("a:\n  • b: c\n    d: e\n", 2, 3, "yaml-syntax", "- b: c"),
    ("a:\n  – b: c\n", 2, 3, "yaml-syntax", "- b: c"),
    ("a:\n  - b: c\n  d\n", 3, 3, "yaml-syntax", "goes on is indented further"),
    # what maps may not use
    ("a: 1\na: 2\n", 2, 1, "duplicate-key", "once"),
    ("x: {a: 1, b: 2, a: 3}\n", 1, 17, "duplicate-key", "once"),
    ("x:\n  a: 1\n  a: 2\n", 3, 3, "duplicate-key", "`- ` before each `a`"),
    ("a:\n  - ? why\n", 2, 5, "needs-quotes", '- "? why"'),
    ("a: 1\n<<: {b: c}\n", 2, 1, "merge-key", "catalogue"),
    ("a: 1\n---\nb: 2\n", 2, 1, "many-documents", "one document"),
    ("%YAML 1.2\n---\na: 1\n", 1, 1, "tag", "without this line"),
    ("{{name}}: 1\n", 1, 1, "bad-key", "quotes"),
    (": 1\n", 1, 1, "yaml-syntax", "a key"),
    ("a:\n\tb: 1\n", 2, 1, "tab-indentation", "spaces"),
    ("a:\n  - b\n  \t- c\n", 3, 3, "tab-indentation", "spaces"),
    # characters
    ("a: b\x07c\n", 1, 5, "control-character", "without it"),
    ("a: b\x00c\n", 1, 5, "control-character", "without it"),
    ("a: 1\nb: 日本\x85c\n", 2, 6, "control-character", "without it"),
    ("a: \u202etxt\n", 1, 4, "control-character", "without it"),
    ("a: \u2066txt\n", 1, 4, "control-character", "without it"),
    ("a: b\ufeffc\n", 1, 5, "control-character", "without it"),
    ("a: b\ud800c\n", 1, 5, "control-character", "without it"),
    ('a: "\\uD800"\n', 1, 4, "control-character", "seen"),
    ('a: "b\\e[31m"\n', 1, 4, "control-character", "seen"),
    ('a: "\\u202e"\n', 1, 4, "control-character", "seen"),
    # what other programs leave
    ("a: 1\n<<<<<<< ours\nb: 1\n=======\nb: 2\n>>>>>>> theirs\n", 2, 1, "yaml-syntax", "one version"),
    ("a: 1\n<<<<<<< o\nb: 1\n||||||| base\nb: 0\n=======\n>>>>>>> t\n", 2, 1, "yaml-syntax", "one version"),
    ("```yaml\na: 1\n```\n", 1, 1, "yaml-syntax", "without this line"),
    ("a:\n\u00a0\u00a0b: 1\n\u00a0\u00a0c: 2\n", 2, 1, "control-character", "ordinary spaces"),
    ("a:\n  - b: 1\n \u3000 c: 2\n", 3, 2, "control-character", "ordinary spaces"),
    ("a:\u00a01\nb: 2\n", 1, 2, "control-character", "a: 1"),
    ("title：日本\nstages: []\n", 1, 6, "yaml-syntax", "title: 日本"),
    ("title: “Now: or never”\n", 1, 12, "needs-quotes", 'title: "Now: or never"'),
    # no map at all
    ("", 1, 1, "empty-file", "jmap: 1"),
    ("\n\n", 1, 1, "empty-file", "jmap: 1"),
    ("# nothing\n  # but this\n", 1, 1, "empty-file", "jmap: 1"),
    ("---\n", 1, 1, "empty-file", "jmap: 1"),
    ("a: " + "[" * 60 + "]" * 60, 1, 53, "too-deep", "50"),
    ("[" * 50_000, 1, 51, "too-deep", "50"),
    ("a: " + "x" * 1_000_000, 1, 1, "too-big", "1,000,000"),
]


def told(document: Document) -> list[tuple[int, int, str]]:
    return [(note.line, note.column, note.code) for note in document.diagnostics]


@pytest.mark.parametrize(("text", "line", "column", "code", "expected"), CASES, ids=lambda v: repr(v)[:40])
def test_a_mistake(text: str, line: int, column: int, code: str, expected: str) -> None:
    document = parse(text, "a.yaml")
    assert told(document) == [(line, column, code)]
    assert expected in document.diagnostics[0].expected


@pytest.mark.parametrize("text", [case[0] for case in CASES if len(case[0]) < 1000], ids=lambda v: repr(v)[:40])
def test_it_is_the_same_without_libyaml_and_with_windows_line_ends(text: str) -> None:
    fast, pure = parse(text, "a.yaml", loader=FAST), parse(text, "a.yaml", loader=PURE)
    assert (fast.diagnostics, fast.root) == (pure.diagnostics, pure.root)
    assert told(parse(text.replace("\n", "\r\n"), "a.yaml")) == told(fast)


def test_the_line_is_shown_as_it_stands_and_the_marker_covers_the_key() -> None:
    note = parse("a: 1\ntitle: 日本\ntitle: x  # why\n", "maps/a.yaml").diagnostics[0]
    assert (note.file, note.source_line, note.length) == ("maps/a.yaml", "title: x  # why", 5)


def test_the_search_goes_on_behind_lines_that_yaml_cannot_read() -> None:
    text = "title: a: b\ngoal: @x\nnote: [a, b\na: 1\na: 2\ntime: `3`\n"
    assert told(parse(text, "a.yaml")) == [
        (1, 9, "needs-quotes"),
        (2, 7, "needs-quotes"),
        (3, 7, "yaml-syntax"),
        (5, 1, "duplicate-key"),
        (6, 7, "needs-quotes"),
    ]


def test_many_tabs_are_one_mistake_and_what_follows_from_them_is_none() -> None:
    notes = parse("a:\n\tb: 1\n  \tc: 2\n d: 4\n\te: 3\n", "a.yaml").diagnostics
    assert [(n.line, n.code) for n in notes] == [(2, "tab-indentation")]
    assert "2 more" in notes[0].message


def test_lines_with_odd_blanks_are_one_mistake_and_the_search_goes_on() -> None:
    notes = parse("a:\n\u00a0\u00a0b: @x\n\u00a0\u00a0c: 2\n", "a.yaml").diagnostics
    assert [(n.line, n.code) for n in notes] == [(2, "control-character"), (2, "needs-quotes")]
    assert "a no-break space (U+00A0)" in notes[0].message and "1 more" in notes[0].message


def test_odd_blanks_inside_a_text_are_text() -> None:
    assert parse("a: |\n  \u3000b: c\n  \u00a0- d\ne: \u00a0f\n", "a.yaml").diagnostics == ()


def test_behind_a_conflict_the_search_goes_on_with_one_side() -> None:
    notes = parse("<<<<<<< ours\nb: 1\n=======\nb: 2\n>>>>>>> theirs\nc: @x\n", "a.yaml").diagnostics
    assert [(n.line, n.code) for n in notes] == [(1, "yaml-syntax"), (6, "needs-quotes")]
    assert "conflict" in notes[0].message


def test_a_comment_is_no_cut_text() -> None:
    document = parse("a: b # c\nd: [e] #f\ng: 'h' #i\nj: k#l\n", "a.yaml")
    assert document.diagnostics == ()
