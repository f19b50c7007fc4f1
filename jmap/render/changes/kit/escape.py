"""Text of a map on its way out: one function for each kind of reader, and one type, so that raw text cannot be joined.

Each returns a single line. What cannot be seen, or would act on the reader, is spelt out. Tests go by class of payload.
"""

from __future__ import annotations

import re
from html import escape
from typing import NewType

from jmap.text.visible import spell, visible

Terminal = NewType("Terminal", str)
Markdown = NewType("Markdown", str)
Command = NewType("Command", str)  # the message of a workflow command of GitHub, or with `prop` one of its properties
Xml = NewType("Xml", str)

LONGEST = 600  # characters: a text may be as long as its file
BREAK = "\u200b"  # zero-width space: nothing is seen of it, and no service takes what it parts for a reference

_SPACE = re.compile(r"[^\S\u00a0\u202f]+")  # but for the spaces that keep digits and units together
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&$@]")
_FIRST = re.compile(r"^(\d*)([!-/:-@\[-`{-~])")  # what could begin a list, a heading, a quotation, a rule
_ANYWHERE = (
    re.compile(r"@"),  # people and teams
    re.compile(r"www(?=\.)", re.I),
    re.compile(r":(?=//)"),
)
_REFERENCES = (
    *_ANYWHERE,
    re.compile(r"[#!$%&~^](?=[\w\"'])"),  # issues, merge requests, snippets, milestones, epics, labels, alerts
    re.compile(r"\bGH-(?=\d)", re.I),
    re.compile(r":(?=\w[\w+-]*:|[+-]1:)"),  # :emoji:
    re.compile(r"\[(?=\w+:)|[\[{](?=[+-])"),  # [vulnerability:1], {+ added +}
)
_COMMIT = re.compile(r"\b(?=[0-9a-f]*\d)[0-9a-f]{7,40}\b")
_SHORT_OF_ONE = re.compile(r"[0-9a-f]{6}(?=[0-9a-f])")
_COMMAND = re.compile(r"(^|\s)(?=::)")
_NO_XML = re.compile("[\ufffe\uffff]")


def one_line(text: str) -> str:
    """The text without line breaks, no longer than a person reads."""
    text = _SPACE.sub(" ", text).strip(" ")
    return text if len(text) <= LONGEST else text[: LONGEST - 2] + " …"


def terminal(text: str) -> Terminal:
    """For a terminal or a log: wherever a line is wrapped, none begins with a command to a CI service."""
    return Terminal(_COMMAND.sub(r"\1\\", visible(one_line(text))))


def markdown(text: str, code: bool = False) -> Markdown:
    """For Markdown on GitHub or GitLab: in a paragraph, a heading, a cell, an item, or inside of our own tags.

    Numeric references never are markup, to CommonMark and to HTML alike; and as the services look for mentions, issues
    and addresses in what is left after both, those are parted; inside of `code` (our tag) they look for addresses only.
    """
    shown = one_line(text)
    shown = shown if shown.isprintable() else "".join(map(spell, shown))
    for reference in _ANYWHERE if code else _REFERENCES:
        shown = reference.sub(rf"\g<0>{BREAK}", shown)
    if not code:
        shown = _COMMIT.sub(lambda found: _SHORT_OF_ONE.sub(rf"\g<0>{BREAK}", found[0]), shown)
    shown = _MARKUP.sub(_numeric, shown)
    return Markdown(_FIRST.sub(lambda found: found[1] + ("&" if found[2] == "&" else _numeric(found[2])), shown))


def command(text: str, prop: bool = False) -> Command:
    """For a workflow command: its message, or with `prop` a property, where `:` and `,` are marks too."""
    shown = visible(one_line(text)).replace("%", "%25")
    return Command(shown.replace(":", "%3A").replace(",", "%2C") if prop else shown)


def xml(text: str) -> Xml:
    """For XML 1.0, as content or in an attribute."""
    return Xml(escape(_NO_XML.sub("\ufffd", terminal(text))))


def _numeric(found: re.Match[str] | str) -> str:
    return f"&#{ord(found if isinstance(found, str) else found[0])};"
