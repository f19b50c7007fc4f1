"""Fonts of a page, packed: the same tables, deflated, as WOFF 1.0 (https://www.w3.org/TR/WOFF/)."""

from __future__ import annotations

import re
import struct
import zlib
from base64 import b64decode, b64encode

_RULE = re.compile(r"data:font/ttf;base64,([A-Za-z0-9+/=]+)\)format\('truetype'\)")
_HEADER = struct.Struct(">4sIIHHIHHIIIII")
_ENTRY = struct.Struct(">4sIIII")


def packed(fonts_css: str) -> str:
    """The @font-face rules with every TrueType font in them as WOFF."""
    return _RULE.sub(lambda found: _rule(b64decode(found[1])), fonts_css)


def _rule(font: bytes) -> str:
    return f"data:font/woff;base64,{b64encode(woff(font)).decode('ascii')})format('woff')"


def woff(font: bytes) -> bytes:
    """A TrueType font as WOFF: tables in their order, each deflated where that is shorter."""
    flavour, count = struct.unpack_from(">4sH", font)
    tables = [struct.unpack_from(">4sIII", font, 12 + 16 * n) for n in range(count)]
    at = _HEADER.size + _ENTRY.size * count
    entries, bodies = [], []
    for tag, checksum, offset, length in tables:
        plain = font[offset : offset + length]
        small = zlib.compress(plain, 9)
        body = small if len(small) < length else plain
        entries.append(_ENTRY.pack(tag, at, len(body), length, checksum))
        padded = body + b"\0" * (-len(body) % 4)
        bodies.append(padded)
        at += len(padded)
    whole = 12 + 16 * count + sum(length + -length % 4 for *_, length in tables)
    header = _HEADER.pack(b"wOFF", int.from_bytes(flavour), at, count, 0, whole, 1, 0, 0, 0, 0, 0, 0)
    return header + b"".join(entries) + b"".join(bodies)
