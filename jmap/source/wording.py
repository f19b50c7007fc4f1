"""The complaints of YAML's parser in plain words."""

from __future__ import annotations

# What each sign does at the start of a text.
SIGNS = {
    "@": "`@` cannot begin a text in YAML",
    "`": "a backtick cannot begin a text in YAML",
    "%": "`%` cannot begin a text in YAML",
    "&": "`&` at the start of a text is an anchor in YAML, and anchors are not read",
    "*": "`*` at the start of a text is an alias in YAML, and aliases are not read",
    "!": "`!` at the start of a text is a tag in YAML, and tags are not read",
    "|": "`|` has a meaning of its own at the start of a text in YAML",
    ">": "`>` has a meaning of its own at the start of a text in YAML",
    "[": "`[` begins a list in YAML, and text follows its end",
    "{": "`{` begins keys and values in YAML, and text follows their end",
    "]": "`]` ends a list in YAML, and there is none",
    "}": "`}` ends keys and values in YAML, and there are none",
    ",": "a comma cannot begin a text in YAML",
    "-": "`-` begins an item of a list in YAML, and no list can begin here",
    "?": "`?` has a meaning of its own at the start of a text in YAML",
    '"': "the quotes end before the text does",
    "'": "the quotes end before the text does",
}

REFUSED_SIGNS = {"&": "anchor", "*": "alias", "!": "tag"}  # and the codes of their diagnostics

_CLOSE_QUOTES = ("these quotes are never closed", "the same quote at the end of the text")
_BACKSLASH = ("a backslash in double quotes needs a letter that YAML knows", "single quotes, or two backslashes")
_BLOCK = ("after `|` or `>` the text begins on the next line", "the text in quotes")
_DASH = ("this `-` does not line up with its list", "each `-` exactly below the one before")
_NO_COLON = ("this line has no colon", "a line such as `key: value`; a text that goes on is indented further")
_LEFT = ("the file does not go on as it began", "keys that begin at the left margin")
_NOT_ALIGNED = ("this line does not line up with what it belongs to", "keys of one thing exactly below each other")

# Part of the parser's complaint -> (what is wrong, what would be right); the first that fits counts.
PLAIN = (
    ("found character '\\t'", ("a tab stands where YAML wants spaces", "spaces")),
    ("mapping values are not allowed", ("YAML cannot place this colon", "a text with a colon in quotes")),
    ("sequence entries are not allowed", ("no list can begin here", "the `-` on a line of its own")),
    ("but found ':'", ("there is no key before this colon", "a key, or the text in quotes")),
    ("could not find expected ':'", _NO_COLON),
    ("expected <block end>, but found '<block mapping start>'", _NOT_ALIGNED),
    ("expected <block end>, but found '-'", _DASH),
    ("expected <block end>, but found '<block sequence start>'", _DASH),
    ("expected <block end>", ("this line does not fit where it stands", "`key: value`, lined up with its neighbours")),
    ("expected ',' or ']'", ("this `[` is never closed, or a comma is missing", "a list such as `[one, two]`")),
    ("expected ',' or '}'", ("this `{` is never closed, or a comma is missing", "`{key: value, key: value}`")),
    ("found unexpected end of stream", _CLOSE_QUOTES),
    ("found unexpected document separator", _CLOSE_QUOTES),
    ("escape", _BACKSLASH),
    ("expected chomping or indentation", _BLOCK),
    ("expected a comment or a line break", _BLOCK),
    ("<document start>", _LEFT),
)
