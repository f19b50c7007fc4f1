"""docs/review.md: what commands show and draw in the pull request that the page walks through; `blocks`, `pictures`."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from review_cut import picture
from review_story import BRANCH, EXAMPLE, ROOT, Repository, repository

PAGE = ROOT / "docs" / "review.md"
FOLDER = ROOT / "docs" / "images" / "review"
MAP, NEXT = "maps/onboarding-today.journey.yaml", "maps/onboarding-next.journey.yaml"
GATE = ("diff", "main", "--fail-on", "worse")
GAP = ("diff", MAP, NEXT)
APPROVED = "jmap-approved.yaml"
REASONS = {  # why each change that trips the gate is right, by the end of its path
    "days-to-the-first-call.n": "One month is what there is; the year's figures come in January",
    "kick-off.feelings.marta.evidence": "The next round of interviews is in January",
    "support-article.satisfaction": "The article still describes the empty editor; rewritten in ONB-31",
    "write-rules.feelings.marta.evidence": "Nine people saw the new editor, fifteen only the old one",
    "no-night-rate": "Known; the hauliers' rules get it with ONB-15",
}

_BLOCK = re.compile(r"(<!-- generated: ([\w-]+) -->\n).*?(<!-- end -->\n)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Review:
    """What belongs in the page, by the name of the block, and in its pictures, by file name."""

    blocks: Mapping[str, str]
    drawn: Mapping[str, str]


def review() -> Review:
    """Everything, from a repository that is made and thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        repo = repository(Path(folder))
        drawn = dict(_drawn(repo))
        return Review(dict(_blocks(repo)), drawn)


def page(found: Review) -> str:
    """The page as it is, with its blocks anew."""
    return _BLOCK.sub(lambda block: f"{block[1]}{found.blocks[block[2]]}\n{block[3]}", PAGE.read_text("utf-8"))


def files() -> Iterator[tuple[Path, bytes]]:
    """The page and its pictures: where they belong, and what belongs in them."""
    found = review()
    for name, text in found.drawn.items():
        yield FOLDER / name, (text + "\n").encode()
    yield PAGE, page(found).encode()


def _drawn(repo: Repository) -> Iterator[tuple[str, str]]:
    yield "overlay.svg", repo.made("svg", "diff", "main", BRANCH)
    yield "history.svg", repo.made("svg", "log", MAP)
    project, today, later = ((EXAMPLE / name).read_text("utf-8") for name in ("jmap.yaml", MAP, NEXT))
    yield "feelings.svg", picture(project, today, (repo.folder / MAP).read_text("utf-8"))
    yield "gap.svg", picture(project, today, later)


def _blocks(repo: Repository) -> Iterator[tuple[str, str]]:
    yield "commits", _console("git log --oneline main..", repo.git("log", "--oneline", "main.."))
    yield "terminal", _console("jmap diff main", repo.jmap("diff", "main").text)
    yield "comment", quoted(repo.made("markdown", "diff", "main", BRANCH))
    yield "log", _console(f"jmap log {MAP}", repo.jmap("log", MAP).text)
    yield "gap", _console(_line(GAP), before_changes(Repository(EXAMPLE).jmap(*GAP).text))
    yield "gate", _gate(repo)
    approved = approvals(repo)
    (repo.folder / APPROVED).write_text(f"{approved}\n", "utf-8")
    yield "approved", f"```yaml\n{approved}\n```"
    yield "passed", _gate(repo)


def _gate(repo: Repository) -> str:
    """The gate with the page for reviewers, as a build runs it."""
    line = (*GATE, "-f", "html=diff.html")
    shown = repo.jmap(*line)
    (repo.folder / "diff.html").unlink()
    return _console(_line(line), shown.text, f"$ echo $?\n{shown.status}")


def approvals(repo: Repository) -> str:
    """`jmap-approved.yaml` with the changes that trip the gate, each with its reason."""
    found = json.loads(repo.made("json", *GATE))
    return "\n".join(["jmap: 1", "approved:", *_entries(found)])


def _entries(found: Mapping[str, Any]) -> Iterator[str]:
    for change in found["changes"]:
        if change["fingerprint"] in found["gate"]["stopping"]:
            yield f"  - fingerprint: {change['fingerprint']}"
            yield f"    reason: {next(why for path, why in REASONS.items() if change['path'].endswith(path))}"
            yield "    by: Sam Okoro"


def before_changes(text: str) -> str:
    """What stands above the changes of the first map: the verdict, and the gap report."""
    return text.split("\n\nI get Tallybook")[0]


def quoted(markdown: str) -> str:
    """The document as a quotation, so that a page shows it as a comment."""
    return "\n".join(f"> {line}".rstrip() for line in markdown.splitlines())


def _console(command: str, shown: str, more: str = "") -> str:
    return "\n".join(["```console", f"$ {command}", shown, *filter(None, [more]), "```"])


def _line(arguments: Sequence[str]) -> str:
    return " ".join(("jmap", *arguments))
