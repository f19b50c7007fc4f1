"""Runs dot, ours or the user's own, with limits on time, memory and output, and takes only numbers from it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from jmap.graph.diagram import Diagram
from jmap.graph.failure import DotFailed, DotUnusable
from jmap.graph.geometry import Layout, read_all

SECONDS = 20.0  # for one graph, and for as many as are drawn in one run
MEMORY = 2_000_000_000  # bytes of address space
OUTPUT = 64_000_000  # bytes a run
BATCH = 50  # graphs a run
NODES, EDGES = 500, 600  # a diagram above that is no help to anybody, and takes dot too long
BUNDLED = "graphviz-pure"
KEPT = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "HOME")  # of the environment; LC_ALL is set
INSTALL = "Install jmap again with its dependencies, or name a dot of your own with --dot."


@dataclass(frozen=True)
class DotProgram:
    """A dot that has been found. `path` is the program; nothing has been run yet."""

    path: str

    def name(self) -> str:
        """What the program calls itself, for the manifest: `graphviz 2.43.0`."""
        code, out = _run([self.path, "-V"], "", SECONDS)
        found = re.search(r"([a-z-]+)[ ]version ([0-9A-Za-z.]{1,30})", out)
        if code != 0 or found is None:
            raise DotFailed(f"{Path(self.path).name} does not say which version of Graphviz it is.")
        return f"{found[1]} {found[2]}"

    def run(self, sources: Sequence[str]) -> list[Layout | DotFailed]:
        """A layout a source, in their order; a failure in the place of a graph that cannot be drawn.

        Many graphs go through one process. If one of them spoils a run, those of that run are drawn one by one.
        Raises DotUnusable if the program does not start at all.
        """
        found: list[Layout | DotFailed] = []
        for first in range(0, len(sources), BATCH):
            found += self._batch(sources[first : first + BATCH])
        return found

    def _batch(self, sources: Sequence[str]) -> Iterator[Layout | DotFailed]:
        try:
            yield from self._layouts(sources)
        except DotUnusable:
            raise
        except DotFailed as failure:
            if len(sources) == 1:
                yield failure
                return
            for source in sources:
                yield from self._batch([source])

    def _layouts(self, sources: Sequence[str]) -> list[Layout]:
        code, out = _run([self.path, "-Tjson0"], "\n".join(sources), SECONDS)
        layouts = read_all(out)
        if code != 0 or len(layouts) != len(sources):
            raise DotFailed(f"{Path(self.path).name} could not draw this diagram (it ended with status {code}).")
        return layouts


def find(wanted: str = "") -> DotProgram:
    """The dot that comes with jmap; with "system" the one on the PATH; else the program at that path.

    Raises DotFailed if there is none.
    """
    import shutil

    if not wanted:
        path = next((str(p) for p in _bundled() if p.is_file()), "") or shutil.which(BUNDLED)
        hint = f"The program {BUNDLED} is missing. {INSTALL}"
    elif wanted == "system":
        path = shutil.which("dot")
        hint = "There is no dot on the PATH. Install Graphviz, or leave out --dot to use the one that comes with jmap."
    else:
        path = shutil.which(str(Path(wanted).absolute()))  # not resolved: Debian's dot is a link, and goes by its name
        hint = f"{wanted} is not a program. Name Graphviz' dot with --dot, or leave it out."
    if not path:
        raise DotFailed(hint)
    return DotProgram(path)


def too_big(diagram: Diagram) -> str:
    """Why a diagram is not given to dot at all; empty if it may be."""
    if diagram.nodes <= NODES and diagram.edges <= EDGES:
        return ""
    return f"The diagram has {diagram.nodes} boxes and {diagram.edges} lines; dot is given {NODES} and {EDGES} at most."


def _bundled() -> Iterator[Path]:
    """Where the wheel's script may be: beside this Python, in the user's scripts, or where pip noted it."""
    import sysconfig

    script = BUNDLED + (".exe" if os.name == "nt" else "")
    schemes = ("", sysconfig.get_preferred_scheme("user"))
    for scheme in schemes:
        folder = sysconfig.get_path("scripts", scheme) if scheme else sysconfig.get_path("scripts")
        yield Path(folder) / script
    from importlib.metadata import PackageNotFoundError, files

    try:
        noted = files(BUNDLED) or []
    except PackageNotFoundError:
        return
    yield from (Path(str(file.locate())).resolve() for file in noted if file.name == script)


def _run(command: Sequence[str], given: str, seconds: float) -> tuple[int, str]:
    """Exit status and output (and complaints, if there is nothing else). Raises DotFailed at a limit.

    Files stand at both ends, so that no pipe can fill up, and so that the system itself can bound the output.
    """
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as complaints:
        source.write(given.encode("utf-8", "replace"))
        source.seek(0)
        try:
            process = subprocess.Popen(
                _limited(command), stdin=source, stdout=out, stderr=complaints, env=_environment(), close_fds=True
            )
        except OSError as error:
            raise DotUnusable(f"{Path(command[0]).name} cannot be started ({error.strerror}). {INSTALL}") from error
        code = _wait(process, seconds, Path(command[0]).name)
        return code, _read(out) or _read(complaints)


def _wait(process: subprocess.Popen[bytes], seconds: float, name: str) -> int:
    """Its exit status. A timer ends what takes too long: to wait with a limit would look only every 50 ms."""
    late = threading.Event()

    def stop() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(seconds, stop)
    timer.start()
    try:
        code = process.wait()
    except BaseException:
        process.kill()
        process.wait()
        raise
    finally:
        timer.cancel()
    if late.is_set():
        raise DotFailed(f"{name} did not finish a diagram in {seconds:g} seconds. Has it very many ways?")
    return code


def _read(file: IO[bytes]) -> str:
    file.seek(0, os.SEEK_END)
    if file.tell() > OUTPUT:
        raise DotFailed("dot answered with more than a diagram can be.")
    file.seek(0)
    return file.read().decode("utf-8", "replace")


def _limited(command: Sequence[str]) -> Sequence[str]:
    """The command under limits. A shell sets them: to run Python between fork and exec is not safe with threads."""
    if sys.platform == "win32" or not Path("/bin/sh").exists():
        return command
    limits = f"ulimit -v {MEMORY // 1024} 2>/dev/null; ulimit -f {OUTPUT // 512} 2>/dev/null; ulimit -c 0 2>/dev/null"
    return ["/bin/sh", "-c", f'{limits}; exec "$@"', "sh", *command]


def _environment() -> dict[str, str]:
    """No settings of Graphviz, no libraries to load, no language."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return {**kept, "LC_ALL": "C"}
