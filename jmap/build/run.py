"""A build from workspace to folder: compile and write, clear away what is gone, and put it on record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from jmap.build import manifest
from jmap.build.artifacts import content, digest, settle, sweep, write
from jmap.build.folder import prepare
from jmap.build.gone import Cleared, clear
from jmap.build.manifest import Entry, Manifest
from jmap.build.workers import Outcome, Task, bare, processes, run
from jmap.compiler import Compiler
from jmap.diagnostics import Diagnostic
from jmap.outputs import ATLAS, MANIFEST, OUTPUTS, output
from jmap.render.dot_program import DotProgram
from jmap.resolve.journey import Workspace
from jmap.theme.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to build. `whole`: the workspace holds every map of its project, so others are gone.

    `diagnostics` are for the list of maps, which says what is wrong with those that failed.
    """

    workspace: Workspace
    theme: Theme
    dot: DotProgram
    folder: Path
    formats: tuple[str, ...]
    jobs: int | None = None
    whole: bool = True
    diagnostics: Sequence[Diagnostic] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What was done: an outcome a map, the files that no single map owns, and what was cleared away."""

    outcomes: tuple[Outcome, ...]
    shared: tuple[str, ...]
    cleared: Cleared

    @property
    def files(self) -> int:
        """How many files this build stands for, manifest included."""
        return sum(len(o.outputs) for o in self.outcomes) + len(self.shared) + 1

    @property
    def built(self) -> int:
        return sum(1 for o in self.outcomes if o.outputs)


def build(request: Request, advance: Callable[[], None] = lambda: None) -> Report:
    """Build into the folder; `advance` is called for each map. Raises `Failure` when the folder is at fault."""
    prepare(request.folder)
    sweep(request.folder)
    before = manifest.read(request.folder)
    outcomes = _compile(request, advance)
    shared = _shared(request, before)
    now = _record(request, before, outcomes, shared)
    cleared = clear(request.folder, before.outputs(), now.outputs())
    write(request.folder, {MANIFEST: now.text().encode()})
    settle(request.folder)
    return Report(outcomes, tuple(shared), cleared)


def _compile(request: Request, advance: Callable[[], None]) -> tuple[Outcome, ...]:
    journeys = request.workspace.journeys
    task = Task(journeys, bare(request.workspace), request.theme, request.dot, request.formats, request.folder)
    found: dict[str, Outcome] = {}
    for outcome in run(task, processes(request.jobs, len(journeys))) if journeys else ():
        found[outcome.id] = outcome
        advance()
    return tuple(found[journey.id] for journey in journeys)


def _shared(request: Request, before: Manifest) -> dict[str, str]:
    """The list of all maps; a build of a few of a project's maps leaves the list that is there.

    Maps without a project may come one by one: then the list names those that were built earlier as well.
    """
    part = not request.whole and (Path(request.workspace.root) / "jmap.yaml").is_file()
    if "html" not in request.formats or (ATLAS in before.shared and part):
        return {}
    compiler = Compiler(bare(request.workspace), request.theme, request.dot)
    page = compiler.atlas(request.workspace, request.diagnostics, whole=not part, others=_others(request, before))
    return write(request.folder, {ATLAS: page})


def _others(request: Request, before: Manifest) -> tuple[str, ...]:
    """The ids of maps that this build did not look at, and whose pages stay."""
    workspace = request.workspace
    looked_at = {journey.id for journey in workspace.journeys} | {failed.id for failed in workspace.failed}
    stay = (id for id, entry in sorted(before.maps.items()) if _stays(request, id, entry) and id not in looked_at)
    return tuple(id for id in stay if output(id, "html") in before.maps[id].outputs)


def _record(request: Request, before: Manifest, outcomes: Iterable[Outcome], shared: dict[str, str]) -> Manifest:
    """The new manifest: what was built now, what a failed map still has, and what this build did not look at."""
    maps = {id: entry for id, entry in before.maps.items() if _stays(request, id, entry)}
    for outcome in outcomes:
        if outcome.outputs:
            source = content(Path(request.workspace.root) / outcome.file) or b""
            older = _older(request, before.maps.get(outcome.id), outcome)
            maps[outcome.id] = Entry(outcome.file, digest(source), {**older, **dict(outcome.outputs)})
    return Manifest(maps, {**before.shared, **shared})


def _older(request: Request, entry: Entry | None, outcome: Outcome) -> dict[str, str]:
    """Files of the map that this build did not mean to make, or could not: they stay as they are."""
    made = {output(outcome.id, suffix) for name in request.formats for suffix in OUTPUTS[name]}
    return {n: d for n, d in (entry.outputs if entry else {}).items() if outcome.missing or n not in made}


def _stays(request: Request, id: str, entry: Entry) -> bool:
    """Whether the files of an earlier build are still somebody's."""
    workspace = request.workspace
    built = {journey.file: journey.id for journey in workspace.journeys}
    failed = {failed.file for failed in workspace.failed}
    if entry.source in failed or id in built.values() or id in {failed.id for failed in workspace.failed}:
        return True
    if entry.source in built or request.whole:
        return False
    root = Path(workspace.root)  # without a project, its maps may lie anywhere: then only a whole build can tell
    return not (root / "jmap.yaml").is_file() or (root / entry.source).is_file()
