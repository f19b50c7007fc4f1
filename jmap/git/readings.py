"""Both sides of a comparison as readings, each with its whole catalogue, and with no more maps than a change needs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jmap.failure import Failure
from jmap.git.ends import End
from jmap.git.narrow import Half, narrow, same_catalogue
from jmap.git.places import Places, names_in, places
from jmap.git.repository import Repository
from jmap.git.working import Snapshot
from jmap.resolve.discover import MAPS, Ground
from jmap.resolve.globs import find, is_file, is_folder
from jmap.resolve.identity import Identity
from jmap.resolve.journey import Workspace
from jmap.resolve.workspace import Reading, open_project, read_maps
from jmap.source.files import plain_name


@dataclass(frozen=True, slots=True)
class Pair:
    """One project on both sides. `folder` is where it lies in the repository: at the head, or at the base if gone.
    `base_folder` is where it lay at the base: another one if it moved, or if a part of the repository became a project.

    The readings hold the maps that are not the same on both sides, and those that mention what changed. A project
    that is not there on one side is empty there.
    """

    folder: str
    base: Reading
    head: Reading
    base_folder: str = ""
    moved: bool = False  # it was a project in the other folder too


def readings(repository: Repository, paths: Sequence[Path], cwd: Path, base: End, head: End) -> tuple[Pair, ...]:
    """Every project that the paths (none: `cwd`) lead to on either side, in the order of their folders.

    Raises `Failure` if a path leads to nothing on both sides, or there is no map at all.
    """
    names = names_in(repository, paths, cwd)
    before, after = places(base.files, names), places(head.files, names)
    _exists(names, base.files, head.files)
    if not before and not after:
        where = ", ".join(plain_name(name) or "the repository" for name in names)
        raise Failure(f"there is no journey map in {where}, neither at the base nor at the head")
    top = repository.top or Path("/")
    found = []
    for old, new in _paired(before, after, base.files, head.files):
        shown = (old if new is None else new) or ""
        now = _half(head.files, after, new, top, shown)
        pair = _pair(_half(base.files, before, old, top, shown, now), now, shown if old is None else old, shown)
        moved = old is not None and new is not None and old != new and before[old][0] and after[new][0]
        found.append(replace(pair, moved=moved))
    return tuple(found)


def read_revision(repository: Repository, end: End, folder: str, only: Sequence[str] | None = None) -> Reading:
    """The project in a folder at one end: all its maps, or those with these names; without any where there is none."""
    found = places(end.files, [folder])
    half = _half(end.files, found, folder if folder in found else None, repository.top or Path("/"), folder)
    return _read(half, only)


def _exists(names: Iterable[str], base: Snapshot, head: Snapshot) -> None:
    for name in names:
        above, _, last = name.rpartition("/")
        listings = [side.listing(above) for side in (base, head)]
        if name and not any(last in (*listing.folders, *listing.files) for listing in listings):
            raise Failure(f"{plain_name(name)}: there is no such file or folder, neither at the base nor at the head")


def _paired(before: Places, after: Places, base: Snapshot, head: Snapshot) -> list[tuple[str | None, str | None]]:
    """The same project on both sides: in the same folder, or (it moved) with the same maps, or the only one left."""
    gone, new = [root for root in before if root not in after], [root for root in after if root not in before]
    both: list[tuple[str | None, str | None]] = [(root, root) for root in after if root in before]
    if len(gone) > 1 or len(new) > 1:
        for old, now in _moved(gone, new, base, head):
            both.append((old, now))
            gone.remove(old)
            new.remove(now)
    if len(gone) == len(new) == 1:
        both.append((gone[0], new[0]))
    else:
        both += [*((root, None) for root in gone), *((None, root) for root in new)]
    return sorted(both, key=lambda pair: (pair[1] if pair[1] is not None else pair[0]) or "")


def _moved(gone: Sequence[str], new: Sequence[str], base: Snapshot, head: Snapshot) -> list[tuple[str, str]]:
    """Which folder became which: those that have the most maps in common, by what stands in these."""
    old, now = {root: _contents(base, root) for root in gone}, {root: _contents(head, root) for root in new}
    counted = [(len(old[one] & now[other]), one, other) for one in gone for other in new]
    found: dict[str, str] = {}
    for count, one, other in sorted(counted, key=lambda entry: (-entry[0], entry[1:])):
        if count and one not in found and other not in found.values():
            found[one] = other
    return [*found.items()]


def _contents(files: Snapshot, root: str) -> set[str]:
    """What tells the contents of the maps below a folder."""
    return {id for name in find(files, MAPS, (), root) for id in files.ids(name)}


def _half(files: Snapshot, found: Places, folder: str | None, top: Path, shown: str, other: Half | None = None) -> Half:
    """One side of a project, its catalogue read (or taken from the other side, if it is the same).

    `shown` is the folder to name where the project is not there on this side.
    """
    if folder is None:
        return Half(files, None, Reading(Workspace(root=str(top / shown))))
    has_project, asked = found[folder]
    here = files.below(folder)
    alone = not has_project and all(is_file(here, name) for name in asked)
    known = other.opened.project if other and other.opened and has_project and same_catalogue(here, other) else None
    opened = open_project(here, Ground(top / folder, has_project, tuple(asked), alone), known)
    gone = {name for name in asked if not is_folder(here, name) and not is_file(here, name)}
    maps = tuple(replace(path, named=False) for path in opened.found if path.name not in gone)
    return Half(here, replace(opened, found=maps))


def _pair(base: Half, head: Half, base_folder: str, folder: str) -> Pair:
    needed = narrow(base, head)
    after = _read(head, needed.head, others=bool(needed.new))
    return Pair(folder, _read(base, needed.base), after, base_folder)


def _read(half: Half, only: Sequence[str] | None, others: bool = False) -> Reading:
    """The maps of one side. The rest is looked at for `others`, and where these maps refer to maps."""
    if half.opened is None:
        return half.empty

    def look(asked: Sequence[Identity]) -> bool:
        needed = others or any(map.details or map.future_of for map in asked)
        if needed:
            half.files.fetch(half.maps)
        return needed

    half.files.fetch(half.asked if only is None else only)
    return read_maps(half.opened, only, look)
