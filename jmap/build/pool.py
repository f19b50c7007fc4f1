"""Several processes that compile and write maps."""

from __future__ import annotations

import contextlib
import io
import math
import multiprocessing
import os
import pickle
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from jmap.build.workers import Outcome, Task, run
from jmap.failure import Failure

CHUNK = 16  # maps handed to a process at a time: few enough that progress shows and Ctrl-C is soon heard


def in_processes(task: Task, jobs: int) -> Iterator[Outcome]:
    """The outcomes of all maps as they are ready. Raises `Failure` like `run`, or if a process is killed."""
    size = min(CHUNK, math.ceil(len(task.journeys) / (2 * jobs)))
    parts = [replace(task, journeys=task.journeys[i : i + size]) for i in range(0, len(task.journeys), size)]
    context = multiprocessing.get_context("spawn")  # the same on every system, and safe beside threads
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_start)
    try:
        with _interrupts_held():
            waiting = {pool.submit(_part, _pack(part)) for part in parts}
        while waiting:
            done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                yield from future.result()
    except BrokenProcessPool as error:
        raise Failure("a worker process was killed: perhaps memory ran out; try -j 1") from error
    finally:
        pool.shutdown(cancel_futures=True)


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits, here until this ends and in processes that are started meanwhile for good.

    They would otherwise hear it while they still import, before `_start` can tell them to leave it to the parent.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


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
