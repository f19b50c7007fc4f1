"""Where a page may lead: addresses of the web and of mail, and the other files of the output folder."""

from __future__ import annotations

import re
from urllib.parse import quote

_SAFE = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f\x7f]+", re.IGNORECASE)


def safe_link(address: str) -> str:
    """The address if it is http, https or mailto, else nothing."""
    return address if _SAFE.fullmatch(address) else ""


def file_link(name: str) -> str:
    """The address of a file in the same folder."""
    return quote(name)
