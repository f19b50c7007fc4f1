"""Who a map is, at a glance: for the many maps that are read for their ids only, most of which need no parsing."""

from __future__ import annotations

import re

from jmap.resolve.identity import Identity, identity, stem
from jmap.source.decode import LIMIT
from jmap.source.files import Files, plain_name
from jmap.source.read import read_from

# A file that may name other maps, or is written in an unusual way, is parsed.
_REFERENCE = re.compile(rb"journey[\"']?[ \t]*:|future_of|[\"']\\|^(?:[\"'?{\[%&*!]|---)", re.MULTILINE)
_USUAL = re.compile(rb"(?:[ \t]*(?:#[^\n]*)?\n|[ \t]*\r\n)*[A-Za-z_]")  # the first line with a key: not indented
_ID = re.compile(rb"^id[ \t]*:", re.MULTILINE)
_PLAIN = re.compile(rb"^id[ \t]*:[ \t]+([\"']?)([A-Za-z0-9][A-Za-z0-9_-]*)\1[ \t]*(?:#[^\r\n]*)?\r?$", re.MULTILINE)


def glance(files: Files, name: str) -> Identity:
    """As `identity` says of the whole document, without the title."""
    data = files.data(name, LIMIT + 1)
    shown = plain_name(name)
    if isinstance(data, bytes) and _USUAL.match(data) and not _REFERENCE.search(data):
        ids = _PLAIN.findall(data)
        if len(ids) == len(_ID.findall(data)) <= 1:
            id = ids[0][1].decode() if ids else ""
            return Identity(shown, id or stem(shown), bool(id), "", (), ())
    return identity(read_from(files, name))
