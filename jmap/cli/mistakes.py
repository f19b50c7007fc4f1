"""What the manual says about each mistake in the language, by code."""

from __future__ import annotations

import re

from jmap.resources import folder

_SECTION = re.compile(r"^### ([^\n]+)\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
_FENCE = re.compile(r"^```yaml .*$", re.MULTILINE)  # what the examples stand for is a matter of the tests


def explanations() -> dict[str, str]:
    """A page of Markdown for each code; empty where the manual is not there."""
    path = folder("docs") / "errors.md"
    if not path.is_file():
        return {}
    found: dict[str, str] = {}
    for heading, text in _SECTION.findall(path.read_text("utf-8")):
        body = _FENCE.sub("```yaml", text.strip())
        for code in re.findall(r"`([^`]+)`", heading):
            found[code] = f"# {code}\n\n{body}\n"
    return found
