"""`make bench`: how fast jmap is, as ratios within one run, so that they mean the same on every machine."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from opening import opening

ROUNDS = 7
REVIEWED, CHANGED = 1000, (10, 500, 900)  # maps of a repository, and which of them change
STEPS = 12
T = TypeVar("T")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--maps", default="10,100,1000", help="how many maps to build, e.g. 10,100")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often to start a command")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        starts(Path(folder), options.rounds)
        review(Path(folder) / "review", options.rounds)
        opening(Path(folder) / "pages", options.rounds)
        many(Path(folder), [int(n) for n in options.maps.split(",")])
    return 0


@dataclass(frozen=True, slots=True)
class Aim:
    name: str
    command: Sequence[str]
    against: str
    limit: float


def starts(folder: Path, rounds: int) -> None:
    """The command line against the imports that it cannot do without. CPU time, the best of some rounds."""
    project(folder / "one", 1)
    build = ["-m", "jmap", "build", str(folder / "one"), "-o", str(folder / "out"), "-f", "svg"]
    aims = (
        Aim("jmap --version", ["-m", "jmap", "--version"], "import click", 1.5),
        Aim("one map to SVG, cold", build, "import click, yaml, pydantic", 1.4),
    )
    print(f"{'command':24} {'CPU ms':>8}   {'against':30} {'CPU ms':>8} {'ratio':>7} {'aim':>6}")
    for aim in aims:
        cpu(aim.command)  # compiles what is not compiled yet
        pairs = [(cpu(aim.command), cpu(["-c", aim.against])) for _ in range(rounds)]
        ours, theirs = (min(times) for times in zip(*pairs, strict=True))
        print(f"{aim.name:24} {ours:8.0f}   {aim.against:30} {theirs:8.0f} {ours / theirs:7.2f} {aim.limit:6.1f}")


def review(folder: Path, rounds: int) -> None:
    """What changed in three of many maps, against what git and a start of jmap take. CPU time, the best of rounds."""
    project(folder, REVIEWED)
    git = ["git", "-c", "user.name=Bench", "-c", "user.email=bench@example.com", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
    for changed in (None, *CHANGED):
        if changed is not None:
            path = folder / "maps" / f"map-{changed:04}.journey.yaml"
            path.write_text(path.read_text("utf-8").replace("score: 1,", "score: 2,"), "utf-8")
        subprocess.run([*git, "add", "."], cwd=folder, check=True)
        subprocess.run([*git, "commit", "--quiet", "-m", "Change"], cwd=folder, check=True)
    base = f"HEAD~{len(CHANGED)}"
    ours, start = [sys.executable, "-m", "jmap", "diff", base, "HEAD"], [sys.executable, "-m", "jmap", "--version"]
    stat = ["git", "--no-pager", "diff", "--stat", base, "HEAD"]
    used(ours, folder)  # compiles what is not compiled yet
    pairs = [(used(ours, folder), used(start, folder) + used(stat, folder)) for _ in range(rounds)]
    diff, least = (min(times) for times in zip(*pairs, strict=True))
    name, against = f"diff of 3 in {REVIEWED} maps", "jmap --version, git diff --stat"
    print(f"{name:24} {diff:8.0f}   {against:30} {least:8.0f} {diff / least:7.2f} {3:6.1f}")


def cpu(arguments: Sequence[str]) -> float:
    """Milliseconds of CPU that Python takes for these arguments, with all processes that it starts."""
    return used([sys.executable, *arguments])


def used(command: Sequence[str], folder: Path | None = None) -> float:
    """Milliseconds of CPU that a command takes in a folder, with all processes that it starts."""
    before = os.times()
    subprocess.run(
        command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=compiled(), cwd=folder
    )
    after = os.times()
    used = after.children_user - before.children_user + after.children_system - before.children_system
    return used * 1000


def compiled() -> dict[str, str]:
    """The environment, with compiled code kept from one start to the next, as it is where jmap is installed."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def many(folder: Path, sizes: Sequence[int]) -> None:
    """Maps of twelve steps in all formats, in one process: is the time a map constant, and where does it go?"""
    print(f"\n{'maps':>6} {'ms a map':>10} {'parsing':>9} {'dot runs':>9} {'ratio':>7} {'growth':>8}   aim: 5 and 1")
    first = 0.0
    for size in sizes:
        at = folder / f"maps-{size}"
        project(at, size)
        parsing, dot, whole = measure(at)
        first = first or whole / size
        print(
            f"{size:6} {whole / size * 1000:10.1f} {parsing / size * 1000:9.1f} {dot / size * 1000:9.1f}"
            f" {whole / (parsing + dot):7.2f} {whole / size / first:8.2f}"
        )


def measure(folder: Path) -> tuple[float, float, float]:
    """Seconds for parsing, for the runs of dot alone, and for everything, files written included."""
    from jmap.build.run import Request, build
    from jmap.compiler import Compiler
    from jmap.graph.flow import flow
    from jmap.graph.touchpoints import touchpoints
    from jmap.locale.words import words
    from jmap.render.dot_program import find
    from jmap.resolve.workspace import load_workspace
    from jmap.text.typesetter import Typesetter
    from jmap.theme.load import load_theme

    (workspace, diagnostics), parsing = timed(lambda: load_workspace([folder], folder))
    assert not diagnostics, diagnostics
    theme, _ = load_theme("default", folder)
    program, typesetter, english = find(), Typesetter(), words("en")
    Compiler(workspace, theme, program).compile(workspace.journeys[0], ("html",))  # imports are not what is measured
    makers = (flow, touchpoints)
    drawn = [[make(journey, theme, typesetter, english, {}) for make in makers] for journey in workspace.journeys]
    _, dot = timed(lambda: [program.run([diagram.source for diagram in both if diagram]) for both in drawn])
    request = Request(
        workspace=workspace, theme=theme, dot=program, folder=folder / "site", formats=workspace.formats, jobs=1
    )
    _, building = timed(lambda: build(request))
    return parsing, dot, parsing + building


def timed(work: Callable[[], T]) -> tuple[T, float]:
    start = time.perf_counter()
    return work(), time.perf_counter() - start


def project(folder: Path, size: int) -> None:
    """A project of that many maps."""
    (folder / "maps").mkdir(parents=True)
    (folder / "jmap.yaml").write_text("jmap: 1\npersonas: [{name: Dewi}, {name: Budi}]\n", "utf-8")
    for number in range(size):
        (folder / "maps" / f"map-{number:04}.journey.yaml").write_text(journey(number), "utf-8")


def journey(number: int) -> str:
    """Three stages of four steps, with most lanes filled, a way back and an exit."""
    lines = ["jmap: 1", f"title: Journey number {number}", "personas: [Dewi, Budi]", "stages:"]
    for step in range(STEPS):
        dewi, budi, satisfaction, page = step % 5 - 2, step * 3 % 5 - 2, step % 5 + 1, (step + number) % 17
        if step % 4 == 0:
            lines += [f"  - name: Stage {step // 4 + 1}", "    steps:"]
        lines += [
            f"      - id: s{step}",
            f"        name: Takes step {step} of journey {number}",
            f"        actions: [Looks at thing {step + number}, Compares it with the old one]",
            f"        touchpoints: [{{name: Page {page}, importance: 4, satisfaction: {satisfaction}}}]",
            f'        thoughts: ["Is this what I asked for, {number}?"]',
            f"        feelings: [{{score: {dewi}, personas: [Dewi]}}, {{score: {budi}, personas: [Budi]}}]",
            f"        pain_points: [{{text: It takes {step} minutes too long, severity: high}}]",
            f"        opportunities: [{{text: Do it in half of {step} minutes, customer_value: 4, effort: 2}}]",
            f"        time: {step + 1} min",
        ]
    lines += ["        next: [{to: s3, share: 10 %}]", "        exits: [{reason: Had enough, share: 5 %}]"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
