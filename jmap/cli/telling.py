"""From a map's file to its history: the commits that changed it, and what each did to the journey."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from jmap.diff.change import MapComparison, Side
from jmap.diff.compare import compare
from jmap.diff.story import Episode
from jmap.diff.wording import verdict
from jmap.failure import Failure
from jmap.git.ends import nothing
from jmap.git.history import Version, end_at, history
from jmap.git.readings import Pair, readings
from jmap.git.repository import Repository, open_repository
from jmap.locale.words import Words, words
from jmap.resolve.journey import Journey


@dataclass(frozen=True, slots=True)
class Told:
    episodes: tuple[Episode, ...]
    cut: bool
    words: Words


def told(path: Path, cwd: Path, environment: Mapping[str, str], limit: int, revision: str) -> Told:
    """The last commits that changed a map, the newest first. Raises `Failure` where there are none."""
    folder = (cwd / path).parent
    with open_repository(next(here for here in (folder, *folder.parents) if here.is_dir()), environment) as repository:
        if repository.top is None:
            raise Failure("this repository has no working tree: its files have no paths here")
        full = folder.resolve() / path.name
        if not full.is_relative_to(repository.top):
            raise Failure(f"{path} is not in the repository at {repository.top}")
        found = history(repository, full.relative_to(repository.top).as_posix(), limit + 1, revision)
        versions = found.versions
        if not versions:
            raise Failure(_unknown(path, full.exists(), revision))
        pairs = zip(versions, (*versions[1:], None), strict=True)
        episodes: list[Episode] = []
        language: Words | None = None
        for version, before in list(pairs)[:limit]:
            pair = _pair(repository, version, before, repository.top)
            language = language or words(_locale(pair))
            episodes.append(_episode(version, before, pair, language, found.cut))
        return Told(tuple(episodes), found.cut or len(versions) > limit, language or words(_locale(None)))


def _unknown(path: Path, exists: bool, revision: str) -> str:
    if not exists:
        return f"{path}: there is no such file, and no commit up to {revision} had one"
    return f"{path} is in no commit up to {revision}: its history begins with the commit that adds it"


def _pair(repository: Repository, version: Version, before: Version | None, top: Path) -> Pair | None:
    old = end_at(repository, before) if before else nothing(repository)
    names = dict.fromkeys(file for file in (version.file, before.file if before else "") if file)
    found = readings(repository, [top / name for name in names], top, old, end_at(repository, version)) if names else ()
    return found[0] if found else None


def _episode(version: Version, before: Version | None, pair: Pair | None, language: Words, cut: bool) -> Episode:
    made = version.commit
    plain = Episode(made.id, made.date, made.author, made.subject)
    if pair is None:
        return plain
    comparison = compare(pair.base, pair.head, Side(made.parents[0] if made.parents else ""), Side(made.id))
    one = _map(comparison.maps, version, pair)
    alone = replace(comparison, project=(), maps=(one,), touched=(), notes=(), broken=()) if one else None
    return replace(
        plain,
        changes=one.changes if one else (),
        said=verdict(alone, language) if alone and alone.changes else "",
        journey=_journey(version, pair),
        broken=bool(pair.head.workspace.failed) and _journey(version, pair) is None,
        first=before is None and not cut,
    )


def _map(maps: tuple[MapComparison, ...], version: Version, pair: Pair) -> MapComparison | None:
    file = _inside(version.file, pair)
    return next((one for one in maps if one.file == file), maps[0] if len(maps) == 1 else None)


def _journey(version: Version, pair: Pair) -> Journey | None:
    file = _inside(version.file, pair)
    return next((journey for journey in pair.head.workspace.journeys if journey.file == file), None)


def _inside(file: str, pair: Pair) -> str:
    return file.removeprefix(f"{pair.folder}/") if pair.folder else file


def _locale(pair: Pair | None) -> str:
    journeys = pair.head.workspace.journeys if pair else ()
    return journeys[0].locale if journeys else pair.head.workspace.locale if pair else "en"
