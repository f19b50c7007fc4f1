"""Compiles and writes many maps, in this process or in several: the same bytes either way."""

from __future__ import annotations

import os
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from jmap.build.artifacts import write
from jmap.compiler import Compiler
from jmap.failure import place
from jmap.outputs import output
from jmap.render.dot_program import DotProgram
from jmap.resolve.journey import Journey, Workspace
from jmap.theme.theme import Theme

FEW = 24  # up to so many maps, starting another process costs more than it saves


@dataclass(frozen=True, slots=True)
class Defect:
    """jmap failed on a map: what Python said, where in jmap, and the whole traceback."""

    what: str
    where: str
    traceback: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one map: the digests of its files, what is missing among them, or why there are none."""

    id: str
    file: str
    outputs: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    defect: Defect | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """What a process is told: maps, how they shall look, and where they go. `workspace` is a bare one."""

    journeys: tuple[Journey, ...]
    workspace: Workspace
    theme: Theme
    dot: DotProgram
    formats: tuple[str, ...]
    folder: Path


def bare(workspace: Workspace) -> Workspace:
    """The workspace with no more of each map than what others say about it: it goes to every process."""
    journeys = (Journey(id=j.id, file=j.file, title=j.title, state=j.state) for j in workspace.journeys)
    return replace(workspace, personas={}, journeys=tuple(journeys))


def processes(wanted: int | None, maps: int) -> int:
    """How many processes to use: as wanted, else one for a few maps and one a processor for many."""
    if wanted is None:
        wanted = 1 if maps <= FEW else os.cpu_count() or 1
    return max(1, min(wanted, maps))


def run(task: Task, jobs: int) -> Iterator[Outcome]:
    """Compile and write every map. Outcomes come as they are ready; raises `Failure` if a file cannot be written."""
    if jobs == 1:
        compiler = Compiler(task.workspace, task.theme, task.dot)
        return (_one(compiler, journey, task) for journey in task.journeys)
    from jmap.build.pool import in_processes  # multiprocessing takes a while to load, and most builds are small

    return in_processes(task, jobs)


def _one(compiler: Compiler, journey: Journey, task: Task) -> Outcome:
    """One map. A defect in compiling it is an outcome: the other maps are still built."""
    made = Outcome(journey.id, journey.file)
    try:
        compiled = compiler.compile(journey, task.formats)
    except Exception as error:
        return replace(made, defect=Defect(f"{type(error).__name__}: {error}", place(error), traceback.format_exc()))
    named = {output(journey.id, suffix): data for suffix, data in compiled.files.items()}
    return replace(made, outputs=tuple(write(task.folder, named).items()), missing=compiled.missing)
