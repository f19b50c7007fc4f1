"""Whatever stands in a map, it reaches its reader as text."""

from __future__ import annotations

import re
import unicodedata
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from jmap.render.changes.kit.escape import BREAK, LONGEST, command, markdown, one_line, terminal, xml
from jmap.text.visible import spell
from tests.render.changes.payloads import EXAMPLES, TEXTS

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
IDS = [f"{kind}-{number}" for number, (kind, _) in enumerate(EXAMPLES)]
REFERENCES = (
    r"@\w", r"[#!$%&~^][\w\"']", r"(?i)\bGH-\d", r"(?i)www\.", "://", r":[\w+-]+:", r"\[\w+:", r"[\[{][+-]",
    r"\b(?=[0-9a-f]*\d)[0-9a-f]{7,40}\b",
)  # fmt: skip

INSIDE = {
    "heading": ("heading",), "paragraph": ("paragraph",), "list_item": ("bullet_list", "list_item", "paragraph"),
    "td": ("table", "thead", "tr", "th", "tbody", "td"),
}  # fmt: skip


def seen(text: str) -> str:
    return "".join(map(spell, one_line(text)))


def check_markdown(text: str) -> None:
    """A text is one run of text wherever a line can hold one, and nothing in it is a reference."""
    escaped = markdown(text)
    for start, block in (("## ", "heading"), ("x ", "paragraph"), ("- ", "list_item"), ("| a |\n|---|\n| ", "td")):
        tokens = READER.parse(f"{start}{escaped} .\n")
        opened = [token.type.removesuffix("_open") for token in tokens if token.nesting == 1]
        assert opened.count(block) == 1 and set(opened) <= set(INSIDE[block])
        texts = [child for token in tokens if token.type == "inline" for child in token.children or ()]
        assert {child.type for child in texts} == {"text"}
        shown = "".join(child.content for child in texts)
        assert shown.replace(BREAK, "").endswith(f"{seen(text)} .".lstrip())
        assert [pattern for pattern in REFERENCES if re.search(pattern, shown)] == []
    html = READER.render(f"<details><summary>{escaped}</summary>")
    assert re.findall(r"</?\w+", html) == ["<details", "<summary", "</summary"]


@pytest.mark.parametrize(("kind", "text"), EXAMPLES, ids=IDS)
def test_markdown_says_it_and_does_nothing(kind: str, text: str) -> None:
    check_markdown(text)


@settings(deadline=None)
@given(TEXTS)
def test_markdown_says_anything_and_does_nothing(text: str) -> None:
    check_markdown(text)


@settings(deadline=None)
@given(TEXTS)
def test_a_terminal_gets_no_orders(text: str) -> None:
    shown = terminal(text)
    assert all(
        unicodedata.category(c) not in ("Cc", "Cs") and unicodedata.bidirectional(c) not in ("RLO", "LRI")
        for c in shown
    )
    assert not re.search(r"(^|\s)::|##\w*\[", shown)


@settings(deadline=None)
@given(TEXTS)
def test_a_workflow_command_is_one_line_with_the_fields_it_was_given(text: str) -> None:
    line = f"::error file={command(text, prop=True)},line=1::{command(text)}"
    assert len(line.splitlines()) == 1
    fields = re.fullmatch(r"::error file=([^,:]*),line=1::(.*)", line)
    assert fields and not re.search("%(?!25|3A|2C)", fields[1]) and not re.search("%(?!25)", fields[2])


@settings(deadline=None)
@given(TEXTS)
def test_xml_holds_it_as_text(text: str) -> None:
    element = ElementTree.fromstring(f'<a b="{xml(text)}">{xml(text)}</a>')
    assert len(element) == 0
    assert (element.text or "") == element.get("b") == re.sub("[\ufffe\uffff]", "\ufffd", terminal(text))


def test_a_text_of_any_size_is_short() -> None:
    assert len(one_line("x" * 1_000_000)) == LONGEST
