"""A rule's docstring as its manual page: what it is about, why, where that is known from, and what fails and passes."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass

from jmap.check.rule import Rule

_SECTION = re.compile(r"^(Source|Fails|Passes):[ \n]", re.MULTILINE)
_FILE = re.compile(r"^# (\S+\.yaml)$", re.MULTILINE)
MARK = "  # <- "  # behind a line of a snippet in which the finding stands


@dataclass(frozen=True, slots=True)
class Snippet:
    """Files of a small project by name, and the lines that are marked: (file, line from 1)."""

    files: tuple[tuple[str, str], ...]
    marked: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Manual:
    summary: str
    why: str
    source: str
    fails: str
    passes: str


def manual(rule: Rule) -> Manual:
    """The parts of the docstring; snippets without their indentation."""
    head, *sections = _SECTION.split(rule.docstring.strip() + "\n")
    summary, _, why = head.partition("\n")
    named = dict(zip(sections[::2], sections[1::2], strict=True))
    text = {name: textwrap.dedent(body.lstrip("\n")).strip("\n") for name, body in named.items()}
    source = " ".join(text.get("Source", "").split())
    return Manual(summary.strip(), why.strip(), source, text.get("Fails", ""), text.get("Passes", ""))


def snippet(text: str) -> Snippet:
    """The files of a snippet, without the marks. A line `# NAME.yaml` begins a file; the first may go without."""
    first, *named = _FILE.split(text)
    files = [("map.journey.yaml", first)] if first.strip() else []
    files += [(name, body.lstrip("\n")) for name, body in zip(named[::2], named[1::2], strict=True)]
    clean: list[tuple[str, str]] = []
    marked: list[tuple[str, int]] = []
    for name, body in files:
        lines = body.rstrip("\n").split("\n")
        marked += [(name, number) for number, line in enumerate(lines, 1) if MARK in line]
        clean.append((name, "\n".join(line.partition(MARK)[0] for line in lines) + "\n"))
    return Snippet(tuple(clean), tuple(marked))
