"""Compiles and writes many maps, in this process or in several: the same bytes either way."""

from __future__ import annotations

import io
import math
import multiprocessing
import os
import pickle
import signal
import threading
import traceback
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jmap.build.artifacts import write
from jmap.compiler import Compiler
from jmap.failure import Failure
from jmap.outputs import output
from jmap.render.dot_program import DotProgram
from jmap.resolve.journey import Journey, Workspace
from jmap.theme.theme import Theme

CHUNK = 16  # maps handed to a process at a time: few enough that progress shows and Ctrl-C is soon heard
FEW = 24  # up to so many maps, starting another process costs more than it saves


@dataclass(frozen=True, slots=True)
class Defect:
    """jmap failed on a map: what Python said, and the whole traceback."""

    what: str
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
    return _pool(task, jobs)


def _one(compiler: Compiler, journey: Journey, task: Task) -> Outcome:
    """One map. A defect in compiling it is an outcome: the other maps are still built."""
    made = Outcome(journey.id, journey.file)
    try:
        compiled = compiler.compile(journey, task.formats)
    except Exception as error:
        return replace(made, defect=Defect(f"{type(error).__name__}: {error}", traceback.format_exc()))
    named = {output(journey.id, suffix): data for suffix, data in compiled.files.items()}
    return replace(made, outputs=tuple(write(task.folder, named).items()), missing=compiled.missing)


def _pool(task: Task, jobs: int) -> Iterator[Outcome]:
    size = min(CHUNK, math.ceil(len(task.journeys) / (2 * jobs)))
    parts = [replace(task, journeys=task.journeys[i : i + size]) for i in range(0, len(task.journeys), size)]
    context = multiprocessing.get_context("spawn")  # the same on every system, and safe beside threads
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_start)
    try:
        waiting = {pool.submit(_part, _pack(part)) for part in parts}
        while waiting:
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                yield from future.result()
    except BrokenProcessPool as error:
        raise Failure("a worker process was killed: perhaps memory ran out; try -j 1") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _part(packed: bytes) -> list[Outcome]:
    return list(run(pickle.loads(packed), 1))


def _pack(task: Task) -> bytes:
    buffer = io.BytesIO()
    _Pickler(buffer, pickle.HIGHEST_PROTOCOL).dump(task)
    return buffer.getvalue()


class _Pickler(pickle.Pickler):
    """Also takes read-only mappings, which Python's own does not."""

    def reducer_override(self, obj: Any) -> Any:
        return (_read_only, (dict(obj),)) if isinstance(obj, MappingProxyType) else NotImplemented


def _read_only(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)


def _start() -> None:
    """In a worker: leave Ctrl-C to the parent, and end when the parent is no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
