"""`jmap-manifest.json`: which file of the output folder was made from which map, and what both hold.

It is read back at the next build, and then it is a stranger's file: what does not look exactly like what jmap
writes is passed over, so that no line in it can name a file that is not a picture or a page of a map.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jmap import __version__
from jmap.build.artifacts import content
from jmap.outputs import ATLAS, MANIFEST, is_output_of, is_slug

FORMAT = 1
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One map: its file relative to the project, that file's digest, and the digest of each output by name."""

    source: str
    sha256: str
    outputs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Manifest:
    """The entries by the map's id, and the files that belong to no single map."""

    maps: Mapping[str, Entry] = field(default_factory=dict)
    shared: Mapping[str, str] = field(default_factory=dict)

    def outputs(self) -> dict[str, str]:
        """The digests of all files that belong to a map, by name."""
        return {name: sha for _, entry in sorted(self.maps.items()) for name, sha in sorted(entry.outputs.items())}

    def text(self) -> str:
        """The file: sorted, no time, no absolute path."""
        maps = {id: {"source": e.source, "sha256": e.sha256, "outputs": dict(e.outputs)} for id, e in self.maps.items()}
        document = {"format": FORMAT, "jmap": __version__, "maps": maps, "outputs": dict(self.shared)}
        return json.dumps(document, indent=2, sort_keys=True) + "\n"


def read(folder: Path) -> Manifest:
    """The manifest of the folder; an empty one if there is none that this version can trust."""
    try:
        document = json.loads(content(folder / MANIFEST) or b"")
    except (ValueError, RecursionError):
        return Manifest()
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        return Manifest()
    entries = {id: _entry(id, value) for id, value in _mapping(document.get("maps")).items() if is_slug(id)}
    shared = {name: value for name, value in _digests(document.get("outputs")).items() if name == ATLAS}
    return Manifest({id: entry for id, entry in entries.items() if entry}, shared)


def _entry(id: str, value: object) -> Entry | None:
    fields = _mapping(value)
    source, sha256 = fields.get("source"), fields.get("sha256")
    outputs = {n: d for n, d in _digests(fields.get("outputs")).items() if is_output_of(n, id)}
    if isinstance(source, str) and isinstance(sha256, str) and _DIGEST.fullmatch(sha256):
        return Entry(source, sha256, outputs)
    return None


def _digests(value: object) -> dict[str, str]:
    return {n: d for n, d in _mapping(value).items() if isinstance(d, str) and _DIGEST.fullmatch(d)}


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
