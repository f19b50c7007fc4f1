"""From what `jmap diff` was given to comparisons: of revisions through git, or of two files as they lie there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from jmap.cli.compared import Compared, with_moved
from jmap.diff.approvals import FILE as APPROVED
from jmap.diff.change import Comparison, Note, Side
from jmap.diff.compare import compare, compare_maps
from jmap.diff.gap import Gap, gap, is_gap
from jmap.failure import Failure
from jmap.resolve.discover import ground
from jmap.resolve.names import same_id
from jmap.resolve.workspace import NothingToRead, Reading, open_project, read_maps
from jmap.source.document import Document
from jmap.source.files import Disk, Files
from jmap.source.read import read_from

if TYPE_CHECKING:
    from jmap.git.readings import Pair

Announce = Callable[[Side, Side], None]


@dataclass(frozen=True, slots=True)
class Work:
    """All that one run compares. `top` is the folder from which services name files."""

    top: Path
    projects: tuple[Compared, ...]
    gap: Gap | None = None  # between a current and a future map


def revisions(
    typed: Sequence[str], paths: Sequence[Path], cwd: Path, environment: Mapping[str, str], direct: bool, say: Announce
) -> Work:
    """Every project that the paths lead to, between two revisions or one and the working tree.

    `say` is told the two sides before anything of them is read. Raises `Failure` where they cannot be compared.
    """
    from jmap.git.readings import readings
    from jmap.git.repository import open_repository
    from jmap.git.sides import sides

    with open_repository(cwd, environment) as repository:
        base, head = sides(repository, typed, environment, direct=direct)
        say(base.side, head.side)
        top = repository.top or cwd
        pairs = readings(repository, paths, cwd, base, head)
        found = [
            Compared(
                _noted(compare(pair.base, pair.head, base.side, head.side), pair), pair.head.workspace,
                _approvals(head.files.below(pair.folder)), top / pair.folder, top / pair.base_folder,
                not paths and (top / pair.folder).is_relative_to(cwd.resolve()),
            )
            for pair in pairs
        ]  # fmt: skip
        return Work(top, with_moved(found, pairs))


def _noted(comparison: Comparison, pair: Pair) -> Comparison:
    """With a note if the whole project is in another folder now, for then its maps are the same."""
    moved = (Note("moved", ""),) if pair.moved else ()
    return replace(comparison, notes=(*moved, *comparison.notes))


def two_files(old: Path, new: Path, cwd: Path, say: Announce) -> Work:
    """Two maps as one map before and after, whatever their ids. Raises `Failure` if the old one has mistakes."""
    base_side, head_side = Side(str(old)), Side(str(new))
    say(base_side, head_side)
    base, head = _read(old, new, cwd), _read(new, old, cwd)
    if base.diagnostics:
        raise Failure(f"{old} has mistakes, so nothing can be compared with it: `jmap check {old}` shows them")
    found = _gap(base, head, base_side, head_side)
    comparison = found.comparison if found else compare_maps(base, head, base_side, head_side)
    folder = Path(head.workspace.root)
    project = Compared(
        _but_for_names(comparison), head.workspace, _approvals(Disk(folder)), folder, Path(base.workspace.root), False
    )
    return Work(cwd, (project,), found)


def _gap(base: Reading, head: Reading, base_side: Side, head_side: Side) -> Gap | None:
    """The gap, if it is a current and a future map that are compared."""
    ours, theirs = base.workspace.journeys[:1], head.workspace.journeys[:1]
    if not ours or not theirs or not is_gap(ours[0], theirs[0]):
        return None
    return gap(base, head, base_side, head_side)


def _approvals(files: Files) -> Document | None:
    return read_from(files, APPROVED) if APPROVED in files.listing("").files else None


def _but_for_names(comparison: Comparison) -> Comparison:
    """Without the change that two files have two names."""
    maps = (replace(m, changes=tuple(c for c in m.changes if c.code != "map-file-changed")) for m in comparison.maps)
    return replace(comparison, maps=tuple(one for one in maps if one.changes))


def _read(path: Path, other: Path, cwd: Path) -> Reading:
    """One map with its project. The other may be a copy of it: then it does not count as another map of the project."""
    try:
        place = ground([path], cwd)
    except NothingToRead as error:
        raise Failure(str(error)) from error
    opened = open_project(Disk(place.root), place)
    names = {_name(path, cwd, place.root), _name(other, cwd, place.root)}
    found = tuple(one for one in opened.found if one.asked or one.name not in names or not _copies(path, other))
    return read_maps(replace(opened, found=found))


def _name(path: Path, cwd: Path, root: Path) -> str:
    full = (cwd / path).resolve()
    return full.relative_to(root).as_posix() if full.is_relative_to(root) else ""


def _copies(one: Path, other: Path) -> bool:
    """Whether two files say that they are the same map."""
    from jmap.resolve.glance import glance

    ids = [same_id(glance(Disk(path.resolve().parent), path.name).id) for path in (one, other)]
    return ids[0] == ids[1]
