"""Which maps of a project a comparison has to read: those that changed, and those that mention what changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from jmap.git.working import Snapshot
from jmap.resolve.concerned import concerned, mentions, plain_words
from jmap.resolve.glance import glance
from jmap.resolve.globs import PROJECT, every
from jmap.resolve.journey import Workspace
from jmap.resolve.names import same_id
from jmap.resolve.project import includes
from jmap.resolve.workspace import Opened, Reading
from jmap.source.decode import LIMIT
from jmap.source.document import Document

_PICTURES = (".png", ".jpg", ".jpeg", ".webp")


@dataclass(frozen=True, slots=True)
class Half:
    """One side of a project; `opened` is None where it does not exist, and then `empty` stands for it."""

    files: Snapshot
    opened: Opened | None
    empty: Reading = field(default_factory=lambda: Reading(Workspace(root="")))

    @property
    def maps(self) -> tuple[str, ...]:
        return tuple(path.name for path in self.opened.found) if self.opened else ()

    @property
    def asked(self) -> tuple[str, ...]:
        return tuple(path.name for path in self.opened.found if path.asked) if self.opened else ()

    @property
    def catalogue(self) -> tuple[str, ...]:
        """The files of the project as a whole."""
        project = self.opened.project if self.opened else None
        return (PROJECT, *project.included) if project and self.opened and self.opened.place.project else ()

    @property
    def documents(self) -> tuple[Document, ...]:
        return tuple(document for document, _ in self.opened.project.sources) if self.opened else ()


@dataclass(frozen=True, slots=True)
class Needed:
    """The maps to read on either side, in order, and the ids of maps that the base does not have."""

    base: tuple[str, ...]
    head: tuple[str, ...]
    new: frozenset[str]


def narrow(base: Half, head: Half) -> Needed:
    """Compare both sides by content, and search the maps that are the same for what is not."""
    different = set(changed({*base.asked, *head.asked}, base, head))
    before, after = different & {*base.asked}, different & {*head.asked}
    old, new = _ids(before, base), _ids(after, head)
    before |= _moved(new, old, base, head)
    after |= _moved(old, new, head, base)
    old, new = _ids(before, base), _ids(after, head)
    gone = frozenset(old) - frozenset(new)
    words = [plain_words(id) for id in gone]
    if any(True for _ in changed({*base.catalogue, *head.catalogue}, base, head)):
        words += concerned(base.documents, head.documents)
    words += [plain_words(name.rpartition("/")[2]) for name in _changed_pictures(base, head)]
    rest = [name for name in head.asked if name not in after]
    touched = {name for name in rest if mentions(_text(head, name), words)} if words else set[str]()
    return Needed(
        tuple(sorted(before | (touched & {*base.maps}))),
        tuple(sorted(after | touched)),
        frozenset(new) - frozenset(old),
    )


def same_catalogue(files: Snapshot, other: Half) -> bool:
    """Whether the catalogue of a project is the same on this side, with its pictures."""
    project = other.opened.project if other.opened else None
    if project is None or project.file is None or includes(project.file, files) != project.included:
        return False
    names = [*other.catalogue, *pictures(files), *pictures(other.files)]
    return all(same(name, files, other.files) for name in names)


def changed(names: Iterable[str], here: Half, there: Half) -> Iterator[str]:
    """Those of the names that are not maps or catalogue on both sides, or whose files are not the same."""
    known = {*here.maps, *here.catalogue} & {*there.maps, *there.catalogue}
    for name in names:
        if name not in known or not same(name, here.files, there.files):
            yield name


def same(name: str, here: Snapshot, there: Snapshot) -> bool:
    """Whether a file is there on both sides, with the same content."""
    ids = there.ids(name)
    return any(id in ids for id in here.ids(name))


def _ids(names: Iterable[str], half: Half) -> dict[str, str]:
    """The maps with these names by their id."""
    return {same_id(glance(half.files, name).id): name for name in names}


def _moved(wanted: Iterable[str], known: Iterable[str], half: Half, other: Half) -> set[str]:
    """Maps that were not asked for, but are the ones that the other side has under another name."""
    missing = set(wanted) - set(known)
    if not missing:
        return set()
    asked = {*half.asked}
    candidates = changed([name for name in half.maps if name not in asked], half, other)
    return {name for id, name in _ids(candidates, half).items() if id in missing}


def _changed_pictures(base: Half, head: Half) -> list[str]:
    if base.opened is None or head.opened is None:
        return []
    found = dict.fromkeys((*pictures(base.files), *pictures(head.files)))
    return [name for name in found if not same(name, base.files, head.files)]


def pictures(files: Snapshot) -> list[str]:
    """The files that may be pictures, in the order of their names."""
    return sorted(name for name in every(files) if name.lower().endswith(_PICTURES))


def _text(half: Half, name: str) -> str:
    data = half.files.data(name, LIMIT)
    return data.decode("utf-8", "replace") if isinstance(data, bytes) else ""
