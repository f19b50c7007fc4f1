"""The examples of a page of the manual, each put into a project in which it can be read.

A fenced block says behind `yaml` what it is: `map`, `project`, `catalogue` and `theme` are whole files; `head` is
the top of a map, `step` what stands in one step. A word behind that is the code of the mistake in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
KINDS = ("map", "head", "step", "project", "catalogue", "theme")

_FENCE = re.compile(r"^```yaml(?: (\S+))?(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_STAGES = "stages:\n  - name: Consideration\n"
_OTHER = "jmap: 1\nid: other-map\ntitle: Another map\n" + _STAGES
_PLAIN = "jmap: 1\ntitle: A map\n" + _STAGES
_STEP = """\
jmap: 1
title: I buy running shoes online
personas: [Dewi, Budi]
evidence: [{{id: interviews-2026, method: interview}}]
stages:
  - name: Consideration
    steps:
      - name: Compares shoes
      - {step}
  - name: Purchase
    steps:
      - name: Checks out
"""


@dataclass(frozen=True, slots=True)
class Block:
    """An example: what it is, its text, the line of the page on which it begins, and the code of its mistake."""

    kind: str
    text: str
    line: int
    code: str = ""

    @property
    def name(self) -> str:
        return f"line-{self.line}-{self.kind}{'-' * bool(self.code)}{self.code}"

    def files(self) -> dict[str, str]:
        """A small project that holds the example, by path."""
        match self.kind:
            case "map":
                return {"a.journey.yaml": self.text}
            case "head":
                return {"a.journey.yaml": self._with_head(), "other.journey.yaml": _OTHER}
            case "step":
                return {"a.journey.yaml": self._in_step(), "other.journey.yaml": _OTHER}
            case "project":
                return {"jmap.yaml": self.text, "maps/a.journey.yaml": _PLAIN, "catalogue/a.yaml": "jmap: 1\n"}
            case "catalogue":
                project = 'jmap: 1\ninclude: ["catalogue/*.yaml"]\n'
                return {"jmap.yaml": project, "catalogue/a.yaml": self.text, "a.journey.yaml": _PLAIN}
            case "theme":
                project = "jmap: 1\ntheme: own.theme.yaml\n"
                return {"jmap.yaml": project, "own.theme.yaml": self.text, "a.journey.yaml": _PLAIN}
        raise AssertionError(f"line {self.line}: what is `yaml {self.kind}`? Known: {', '.join(KINDS)}")

    def write(self, folder: Path) -> None:
        """Puts the project into a folder, with a picture wherever one is named."""
        for path, text in self.files().items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        for picture in re.findall(r"^\s*image: (\S+)$", self.text, re.MULTILINE):
            _draw(folder / picture)

    def _with_head(self) -> str:
        title = "" if re.search("^title:", self.text, re.MULTILINE) else "title: A map\n"
        return "jmap: 1\n" + title + self.text + _STAGES

    def _in_step(self) -> str:
        named = "" if re.search("^name:", self.text, re.MULTILINE) else "name: Reads the size guide\n"
        return _STEP.format(step=(named + self.text).rstrip().replace("\n", "\n        "))


def blocks(page: str) -> list[Block]:
    """All YAML examples of a page of `docs/`."""
    text = (DOCS / page).read_text(encoding="utf-8")
    found = []
    for match in _FENCE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        found.append(Block(match[1] or "(nothing)", match[3], line, match[2] or ""))
    return found


def _draw(path: Path) -> None:
    from PIL import Image

    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (24, 24), "#2156C8").save(path)
