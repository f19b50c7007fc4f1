"""Runs the rules: each over every map, some over the project; then what comments silence is taken out."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from jmap.check.context import Context, Look
from jmap.check.finding import Finding
from jmap.check.rule import At, Rule, load_rules
from jmap.check.selection import unknown
from jmap.check.settings import Settings
from jmap.check.sheet import Sheet, parts
from jmap.check.silence import Silence, silences
from jmap.failure import place
from jmap.resolve.journey import Workspace
from jmap.resolve.workspace import Reading
from jmap.source.document import Document, Path

CRASHED, UNUSED, WITHOUT_REASON, UNKNOWN = "JM999", "JM990", "JM991", "JM992"


def check(
    reading: Reading,
    settings: Settings,
    today: datetime.date,
    *,
    rules: Sequence[Rule] | None = None,
    whole: bool = True,
    look: Look | None = None,
    workspace: Workspace | None = None,
) -> tuple[Finding, ...]:
    """What the rules find in the maps that have no mistakes, in the order of files and lines.

    `whole` says that all maps of the project were read: only then can be told what none of them uses. `workspace`
    stands for the reading's own where maps were taken out since. Files in findings are relative to the project.
    """
    every = load_rules() if rules is None else tuple(rules)
    run = _Run(_context(reading, settings, today, whole, look, workspace or reading.workspace), every, settings)
    return tuple(sorted(run.findings()))


def _context(
    reading: Reading, settings: Settings, today: datetime.date, whole: bool, look: Look | None, workspace: Workspace
) -> Context:
    sheets = []
    for journey in workspace.journeys:
        written = reading.maps[journey.file]
        assert written.file is not None
        sheets.append(Sheet(journey, written.document, written.file))
    documents = {document.file: document for document, _ in reading.catalogue}
    documents |= {sheet.journey.file: sheet.document for sheet in sheets}
    if look:
        documents[look.document.file] = look.document
    return Context(
        workspace=workspace,
        sheets=tuple(sheets),
        catalogue=reading.catalogue,
        documents=documents,
        limits=settings.limits,
        today=today,
        whole=whole and not workspace.failed,
        look=look,
    )


@dataclass(slots=True)
class _Run:
    context: Context
    rules: Sequence[Rule]
    settings: Settings
    paths: dict[Finding, Path] = field(default_factory=dict)

    def findings(self) -> Iterator[Finding]:
        chosen = self.settings.selection.chosen(self.rules)
        files = self.context.documents
        ignored = {file: self.settings.selection.ignored_in(file, chosen) for file in files}
        by_code = {rule.code: rule for rule in self.rules}
        found = [f for f in dict.fromkeys(self._run(chosen)) if f.code not in ignored.get(f.file, ())]
        quiet = [silence for document in files.values() for silence in silences(document)]
        at: dict[tuple[str, int], list[Silence]] = {}
        for silence in quiet:
            at.setdefault((silence.file, silence.line), []).append(silence)
        used: set[tuple[Silence, str]] = set()
        for finding in found:
            near = [*at.get((finding.file, finding.line), ()), *self._above(finding, at)] if at else []
            hits = [(silence, code) for silence in near for code in silence.meant(by_code[finding.code])]
            used.update(hits)
            if not hits or finding.code == CRASHED:
                yield finding
        on = {rule.code: rule for rule in chosen}
        for silence in quiet:
            for finding in _of_silence(silence, used, self, on):
                if finding.code not in ignored[silence.file]:
                    yield finding

    def _above(self, finding: Finding, at: Mapping[tuple[str, int], Sequence[Silence]]) -> list[Silence]:
        """The comments of their own above the item whose text (name, score, date) a finding stands at."""
        path = self.paths.get(finding, ())
        if len(path) < 2 or not isinstance(path[-1], str):
            return []
        line = self.context.documents[finding.file].position(path[:-1]).line
        if line == finding.line:
            return []
        return [silence for silence in at.get((finding.file, line), ()) if silence.alone]

    def _run(self, chosen: Iterable[Rule]) -> Iterator[Finding]:
        for rule in chosen:
            if rule.check_all:
                yield from self._guarded(rule, None)
            if rule.check:
                for sheet in self.context.sheets:
                    yield from self._guarded(rule, sheet)

    def _guarded(self, rule: Rule, sheet: Sheet | None) -> list[Finding]:
        """What a rule finds. If it breaks, that is a finding about jmap, and the others run on."""
        file = sheet.journey.file if sheet else ""
        try:
            if sheet is None:
                return [self.finding(rule, one, file) for one in (rule.check_all or _none)(self.context)]
            assert rule.check is not None
            return [self.finding(rule, one, file) for one in rule.check(sheet, self.context)]
        except Exception as error:
            return self._crash(rule, file or next(iter(self.context.documents), ""), error)

    def _crash(self, rule: Rule, file: str, error: Exception) -> list[Finding]:
        crashed = next((r for r in self.rules if r.code == CRASHED), None)
        if crashed is None or file not in self.context.documents:
            raise error
        says = {"rule": f"{rule.code} ({rule.name})", "what": type(error).__name__, "where": place(error)}
        return [self.finding(crashed, At((), says), file)]

    def finding(self, rule: Rule, one: At, file: str) -> Finding:
        """The finding with its position. `file` is the map's, where the rule names none."""
        document = self.context.documents[one.file or file]
        path = parts(one.path) if isinstance(one.path, str) else one.path
        found = _finding(rule, document, path, one)
        self.paths[found] = path
        return found


def _none(context: Context) -> Iterator[At]:
    yield from ()


def _finding(rule: Rule, document: Document, path: Path, one: At) -> Finding:
    where = document.position(path, one.key)
    return Finding(
        document.file, where.line, where.column, rule.code, rule.name, rule.severity,
        rule.message.format_map(one.says), tuple(one.says.items()), rule.advice.format_map(one.says), "",
        document.line(where.line), where.length, one.fix,
    )  # fmt: skip


def _of_silence(
    silence: Silence, used: set[tuple[Silence, str]], run: _Run, on: Mapping[str, Rule]
) -> Iterator[Finding]:
    """What is wrong with a comment that silences."""
    document = run.context.documents[silence.file]
    strange = [code for code in silence.codes if unknown(code, run.rules)]
    idle = [
        code
        for code in silence.codes
        if code not in strange and (silence, code) not in used and _had_its_chance(code, run, on)
    ]
    bare = not silence.codes
    if UNKNOWN in on and (strange or bare):
        yield _about(on[UNKNOWN], silence, document, codes=", ".join(strange) or "no code")
    if UNUSED in on and idle:
        found = _about(on[UNUSED], silence, document, codes=", ".join(idle))
        alone = len(idle) == len(silence.codes)
        yield replace(found, fix=(silence.removal(document.line(silence.at)),)) if alone else found
    if WITHOUT_REASON in on and not silence.reason and not bare:
        yield _about(on[WITHOUT_REASON], silence, document, codes=", ".join(silence.codes))


def _had_its_chance(code: str, run: _Run, on: Mapping[str, Rule]) -> bool:
    """Whether a rule of that code ran, and saw all that it had to see."""
    from jmap.check.selection import weight

    meant = [rule for rule in on.values() if weight(code, rule)]
    return bool(meant) and (run.context.whole or not any(rule.check_all for rule in meant))


def _about(rule: Rule, silence: Silence, document: Document, codes: str) -> Finding:
    says = {"codes": codes}
    return Finding(
        document.file, silence.at, silence.column, rule.code, rule.name, rule.severity,
        rule.message.format_map(says), tuple(says.items()), rule.advice.format_map(says), "",
        document.line(silence.at), len(silence.text),
    )  # fmt: skip
