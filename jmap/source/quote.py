"""Lines that YAML trips over, as they should be written: candidates, which syntax.py tries out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from jmap.source.characters import BLANKS

_PLAIN_KEY = r"""[^\s:#'"\[\]{},&*!|>%@`-][^:#'"\[\]{},]*?"""
_ENTRY = re.compile(
    rf"""(?P<lead>\s*(?:-[ ]+)*)(?P<key>(?:{_PLAIN_KEY}|"[^"]*"|'[^']*')[ ]*:[ ]+)?"""
    r"""(?P<value>\S.*?)(?P<tail>\s+#.*|\s*)"""
)
_TIGHT = re.compile(r"""(?P<lead>\s*(?:-[ ]+)*)(?P<key>[A-Za-z_][A-Za-z_0-9]*):(?P<value>[^\s/].*)""")

_ODD_COLON = re.compile(
    rf"""(?P<lead>\s*(?:-[ ]+)*)(?P<key>[A-Za-z_][A-Za-z_0-9]*)(?P<colon>[ ]*\uff1a|:(?=[{BLANKS}]))\s*(?P<value>.*)"""
)
_CURLY = ("“”", "„“", "„”", "‘’", "«»", "「」")
_ITEM = re.compile(r"-(?=[^\W\d_])|[•·‣⁃◦▪●–—−]\s+")  # -name, • name


class Fix(NamedTuple):
    """A line as it could be, changed at `column` (from 0). `kind` is quotes, end-quote, end-bracket, space or colon."""

    kind: str
    line: str
    column: int


def quoted(text: str) -> str:
    """A text in the quotes that suit it."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def item_sign(text: str) -> tuple[str, str] | None:
    """What is wrong with the sign before a text that seems to be an item of a list, and the item as it should be."""
    found = _ITEM.match(text)
    if found is None:
        return None
    sign, item = found[0].rstrip(), text[found.end() :]
    message = (
        "a space is missing after this dash" if sign == "-" else f"an item of a list begins with `-`, not `{sign}`"
    )
    return message, f"`- {item}`"


def quoted_line(line: str, column: int) -> str:
    """The line with the value that begins at a column (from 0) in quotes, or an empty text."""
    found = _ENTRY.fullmatch(line)
    if found is None or found.start("value") != column:
        return ""
    return line[:column] + quoted(found["value"])


def fixes(line: str) -> Iterator[Fix]:
    """What could be meant by a line, the likeliest first."""
    found = _ENTRY.fullmatch(line)
    if found is None or found["value"][0] == ":":
        return
    value, at = found["value"], found.start("value")
    head, tail = line[:at], found["tail"]
    if value[0] in "\"'":
        yield from _quotes(head, value, tail, at)
    if value[0] in "[{":
        yield from _brackets(head, value, tail, at)
    odd = _ODD_COLON.fullmatch(line)
    if odd and not found["key"]:
        yield Fix("colon", f"{odd['lead']}{odd['key']}: {odd['value']}".rstrip(), odd.end("colon") - 1)
    tight = _TIGHT.fullmatch(line)
    if tight and not found["key"]:
        yield Fix("space", f"{tight['lead']}{tight['key']}: {tight['value']}", tight.end("key"))
    inner = value[1:-1] if value[0] + value[-1] in _CURLY else value  # straight quotes for those of a word processor
    yield Fix("quotes", head + quoted(inner) + tail, at)
    if tail.strip():
        yield Fix("quotes", head + quoted((value + tail).rstrip()), at)


def _quotes(head: str, value: str, tail: str, at: int) -> Iterator[Fix]:
    """`'It's late'` and `"He said "no""` are closed too early; `"I always` is never closed."""
    mark = value[0]
    if len(value) > 2 and value.endswith(mark):
        yield Fix("quotes", head + quoted(value[1:-1]) + tail, at)
    if value.count(mark) == 1:
        yield Fix("end-quote", head + value + mark + tail, at)


def _brackets(head: str, value: str, tail: str, at: int) -> Iterator[Fix]:
    """Values that begin with a sign of YAML's, and a bracket that is never closed."""
    close = "]" if value[0] == "[" else "}"
    whole = (value + tail).rstrip()
    inner = re.search(r"(?<=[,\[])\s*(?P<text>[^\s\[\]{},\"'][^\[\]{},\"']*\[[^\[\]{}\"']*\])(?=\s*[,\]])", whole)
    if inner and value[0] == "[":  # `[one, two [2]]`
        fixed = whole[: inner.start("text")] + quoted(inner["text"]) + whole[inner.end("text") :]
        yield Fix("quotes", head + fixed, at + whole.index("[", inner.start("text")))
    if whole.endswith(close):
        better = _FLOW_VALUE.sub(_better, whole)
        if better != whole:
            yield Fix("quotes", head + better, at)
    if close not in whole:
        yield Fix("end-bracket", head + value.rstrip(", ") + close + tail, at)


_FLOW_VALUE = re.compile(
    r"""(?P<before>[\[{,]\s*|:\s+)"""
    r"""(?P<text>"[^"]*"|'[^']*'|(?![\s"'])(?:(?!:\s|\s*[\[\]{},]).)+)(?=\s*[\]},]|:\s)"""
)


def _better(found: re.Match[str]) -> str:
    text = found["text"]
    wrong = text[0] in "@`%&*!|>?#" or text[:2] == "- " or re.search(r"\s#", text)
    return found["before"] + (quoted(text) if wrong else text)
