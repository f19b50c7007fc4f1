"""Names that refer: entries found by id or by name, whatever the case and the signs between words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Generic, TypeVar

from jmap.model.names import nearest, slug

T = TypeVar("T")


def same_id(id: str) -> str:
    """What two ids have in common that are the same whatever the case and the form of their letters."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", id).casefold())


class Index(Generic[T]):
    """Entries by id and by name. An index may stand before another one: what it lacks is looked for behind it."""

    def __init__(self, behind: Index[T] | None = None) -> None:
        self.behind = behind
        self._ids: dict[str, T] = {}
        self._slugs: dict[str, list[T]] = {}  # of ids
        self._names: dict[str, list[T]] = {}  # slugs of names
        self._shown: dict[str, None] = {}  # in order, for suggestions
        self._found: dict[str, tuple[T, ...]] = {}  # the same references come again and again

    def __len__(self) -> int:
        return len(self._ids) + (len(self.behind) if self.behind else 0)

    def __iter__(self) -> Iterator[T]:
        yield from self._ids.values()

    def add(self, entry: T, id: str, name: str = "", shown: str = "") -> T | None:
        """Take an entry in. If its id is taken here, nothing changes and the one that has it is returned.

        What has no id is found by its name only, and never clashes. `shown`, if not its name, stands for it in lists.
        """
        self._found.clear()
        clash = self._ids.setdefault(same_id(id) if id else f"\0{len(self._ids)}", entry)
        if clash is not entry:
            return clash
        if id:
            self._slugs.setdefault(slug(id), []).append(entry)
        self._shown[shown or name or id] = None
        if name:
            self._names.setdefault(slug(name), []).append(entry)
        return None

    def find(self, reference: str) -> tuple[T, ...]:
        """What a reference means: nothing, one entry, or several if it is the name of several.

        An exact id comes before a similar one, and ids before names.
        """
        found = self._found.get(reference)
        if found is None:
            found = self._here(reference) if self._ids else ()
            if not found and self.behind:
                found = self.behind.find(reference)
            self._found[reference] = found
        return found

    def _here(self, reference: str) -> tuple[T, ...]:
        exact = self._ids.get(same_id(reference))
        if exact is not None:
            return (exact,)
        key = slug(reference)
        return tuple(self._slugs.get(key) or self._names.get(key) or ())

    def one(self, reference: str) -> T | None:
        """The entry if the reference means exactly one."""
        found = self.find(reference)
        return found[0] if len(found) == 1 else None

    def suggestion(self, reference: str) -> str:
        """The name or id that was most likely meant, or an empty string."""
        return nearest(reference, dict.fromkeys([*self.shown(), *self._all_ids()]))

    def _all_ids(self) -> list[str]:
        return [*self._slugs, *(self.behind._all_ids() if self.behind else ())]

    def shown(self) -> list[str]:
        """The names (ids where there is no name) in order: this index's own, then those behind."""
        return [*self._shown, *(self.behind.shown() if self.behind else ())]
