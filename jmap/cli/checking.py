"""What `jmap check` does with projects: read, check, mend, and leave out what a baseline knows."""

from __future__ import annotations

import datetime
import difflib
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jmap.check.baseline import NotABaseline, from_text, to_text
from jmap.check.engine import check
from jmap.check.finding import Finding, of_diagnostic
from jmap.check.fix import fixable
from jmap.check.look import own_look
from jmap.check.rule import Rule
from jmap.check.selection import Selection
from jmap.check.settings import Settings, settings
from jmap.cli.project import Project
from jmap.diagnostics import Diagnostic
from jmap.failure import Failure
from jmap.source.edit import applied

ROUNDS = 3  # a fix may bring another weakness to light


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says about rules; `select` stands for the project's, `ignore` is added to it."""

    rules: tuple[Rule, ...]
    today: datetime.date
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def over(self, project: Settings) -> Settings:
        old = project.selection
        return replace(
            project, selection=Selection(self.select or old.select, (*old.ignore, *self.ignore), old.per_file)
        )


def look_over(project: Project, options: Options) -> tuple[Finding, ...]:
    """All that is wrong with a project and its maps; files are relative to its root."""
    chosen, unknown = settings(project.reading, options.rules)
    look, in_theme = own_look(project.reading)
    mistakes: tuple[Diagnostic, ...] = tuple(dict.fromkeys((*project.diagnostics, *unknown, *in_theme)))
    weak = check(
        project.reading, options.over(chosen), options.today,
        rules=options.rules, whole=project.whole, look=look, workspace=project.workspace,
    )  # fmt: skip
    shared = [document.file for document, _ in project.reading.catalogue]
    rank = {file: i for i, file in enumerate(dict.fromkeys([*shared, *project.reading.maps]))}
    both = [*map(of_diagnostic, mistakes), *weak]
    return tuple(sorted(both, key=lambda f: (rank.get(f.file, -1), f.file, f.line, f.column)))


def seen_from(folder: Path, project: Project, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings with their files as somebody in that folder would type them."""
    names = {f.file: project.typed(f.file, folder) for f in findings}
    return tuple(
        replace(f, file=names[f.file], fix=tuple(replace(edit, file=names[edit.file]) for edit in f.fix))
        for f in findings
    )


@dataclass(frozen=True, slots=True)
class Mending:
    """The files that fixes change, by name: text before and after; and how many findings that mends."""

    files: dict[str, tuple[str, str]]
    count: int


def mending(findings: Sequence[Finding], cwd: Path) -> Mending:
    """What the fixes would change, in files as they are now."""
    chosen = fixable(findings)
    files: dict[str, tuple[str, str]] = {}
    for name in dict.fromkeys(edit.file for f in chosen for edit in f.fix):
        old = _text(cwd / name)
        new = applied(old.removeprefix("\ufeff"), [edit for f in chosen for edit in f.fix if edit.file == name])
        files[name] = (old, "\ufeff" * old.startswith("\ufeff") + new)
    return Mending(files, len(chosen))


def write(mending: Mending, cwd: Path) -> None:
    """Put the new texts in the place of the old ones. Raises `Failure`."""
    from jmap.build.artifacts import write as replace_file

    for name, (_, new) in mending.files.items():
        path = Path(os.path.realpath(cwd / name))
        replace_file(path.parent, {path.name: new.encode()})


def differences(mending: Mending) -> str:
    """The change as a unified diff, which `git apply` and `patch -p1` understand."""
    parts: list[str] = []
    for name, (old, new) in mending.files.items():
        lines = difflib.unified_diff(
            old.splitlines(), new.splitlines(), f"a/{name}", f"b/{name}", lineterm=""
        )  # fmt: skip
        parts += lines
    return "\n".join(parts)


def beyond_baseline(findings: Sequence[Finding], file: Path, cwd: Path) -> tuple[tuple[Finding, ...], str]:
    """The findings that the file does not know, and a sentence about it. Where there is no file yet, it is written.

    Mistakes in the language are never known: a map that cannot be built is no matter of taste.
    """
    path = cwd / file
    names = {f.file: _from(path.parent, cwd / f.file) for f in findings}
    weak = [replace(f, file=names[f.file]) for f in findings if f.code != f.name]
    if not path.exists():
        from jmap.build.artifacts import write as replace_file

        replace_file(path.absolute().parent, {path.name: to_text(weak).encode()})
        kept = tuple(f for f in findings if f.code == f.name)
        return kept, f"Wrote {file}: from now on, only what is not in it is told."
    try:
        baseline = from_text(_text(path))
    except NotABaseline:
        raise Failure(f"{file} is no baseline of `jmap check`: remove it, and a new one is written") from None
    new, gone = baseline.split(weak)
    old_names = {name: file for file, name in names.items()}
    found = {replace(f, file=old_names[f.file]) for f in new}
    told = tuple(f for f in findings if f.code == f.name or f in found)
    note = f"{gone} of {len(baseline.known)} findings in {file} are gone: remove it to write a shorter one."
    return told, note if gone else ""


def _from(folder: Path, file: Path) -> str:
    """The way from the baseline to a file, so that it holds wherever the command runs."""
    try:
        return os.path.relpath(file, folder).replace(os.sep, "/")
    except ValueError:  # another drive
        return str(file)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise Failure(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise Failure(f"cannot read {path}: it is not UTF-8") from error
