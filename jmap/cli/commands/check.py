"""Find every mistake in maps, project and catalogue, and what is weak in them."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jmap.cli.destination import Destination, format_option

if TYPE_CHECKING:
    from jmap.check.finding import Finding
    from jmap.check.rule import Rule
    from jmap.cli.checking import Options

FORMATS = ("text", "json", "sarif", "github", "gitlab", "junit")


@click.command()
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path(path_type=Path))
@format_option(FORMATS)
@click.option("--select", metavar="RULE,...", multiple=True, help="Only these rules: codes (JM301, JM3) or names.")
@click.option("--ignore", metavar="RULE,...", multiple=True, help="Not these rules.")
@click.option("--fix", is_flag=True, help="Mend what can be mended without a change of meaning.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--statistics", is_flag=True, help="How many findings each rule has, instead of the findings.")
@click.option(
    "--baseline",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Tell only what is not in FILE; without such a file, write it.",
)
@click.option("--watch", is_flag=True, help="Check again whenever a file of the project changes; stop with Ctrl-C.")
def command(
    paths: tuple[Path, ...],
    destinations: tuple[Destination, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fix: bool,
    diff: bool,
    statistics: bool,
    baseline: Path | None,
    watch: bool,
) -> int:
    """Find every mistake in maps, project and catalogue, and what is weak in them.

    PATH is a map, a folder or a jmap.yaml; without one, the maps of this folder are checked, and those of every
    project below it. Nothing is built. `jmap explain RULE` tells more about a finding.

    Ends with 1 if anything is an error or a warning; notes (info) do not count.
    """
    from functools import partial

    from jmap.check.rule import load_rules
    from jmap.cli.checking import Options
    from jmap.cli.today import today

    rules = load_rules()
    options = Options(rules, today(), _patterns("--select", select, rules), _patterns("--ignore", ignore, rules))
    once = partial(_check, paths, options, destinations, fix, diff, statistics, baseline)
    if not watch:
        return once()
    from jmap.cli.project import watched
    from jmap.cli.watching import again

    return again(lambda: (once(), *watched(paths, Path.cwd())))


def _check(
    paths: tuple[Path, ...],
    options: Options,
    destinations: tuple[Destination, ...],
    fix: bool,
    diff: bool,
    statistics: bool,
    baseline: Path | None,
) -> int:
    """Check once; the exit status."""
    from jmap.cli.checking import beyond_baseline
    from jmap.cli.counts import count

    cwd = Path.cwd()
    gc.unfreeze()  # the time before, when watching
    found, maps = _look(paths, options, cwd)
    if diff:
        return _show(found, cwd)
    if fix and _mend(found, paths, options, cwd):
        found, maps = _look(paths, options, cwd)
    found, note = beyond_baseline(found, baseline, cwd) if baseline else (found, "")
    _tell(found, destinations, options.rules, statistics)
    click.echo(f"Checked {count(maps, 'map')}: {_verdict(found)}." + (f"\n{note}" if note else ""), err=True)
    return 1 if any(f.severity != "info" for f in found) else 0


def _show(found: tuple[Finding, ...], cwd: Path) -> int:
    """Print what the fixes would change: 1 if they would change anything."""
    from jmap.cli.checking import differences, mending
    from jmap.cli.counts import count
    from jmap.text.visible import visible

    would = mending(found, cwd)
    for line in differences(would).splitlines():
        click.echo(visible(line))
    click.echo(f"Would mend {count(would.count, 'finding')} in {count(len(would.files), 'file')}.", err=True)
    return 1 if would.count else 0


def _mend(found: tuple[Finding, ...], paths: tuple[Path, ...], options: Options, cwd: Path) -> bool:
    """Make the fixes, and those that they bring to light; whether there were any."""
    from jmap.cli.checking import ROUNDS, mending, write
    from jmap.cli.counts import count

    mended = False
    for _ in range(ROUNDS):
        change = mending(found, cwd)
        if not change.count:
            break
        write(change, cwd)
        mended = True
        click.echo(f"Mended {count(change.count, 'finding')} in {count(len(change.files), 'file')}.", err=True)
        found, _maps = _look(paths, options, cwd)
    return mended


def _look(paths: tuple[Path, ...], options: Options, cwd: Path) -> tuple[tuple[Finding, ...], int]:
    """The findings of every project that the paths lead to, and how many maps were looked at."""
    from jmap.cli.checking import look_over, seen_from
    from jmap.cli.project import open_projects

    projects = open_projects(paths, cwd)
    gc.freeze()  # all of it stays to the end: to look through it for garbage would take as long as the rules do
    found = [f for project in projects for f in seen_from(cwd, project, look_over(project, options))]
    return tuple(found), sum(len(p.workspace.journeys) + len(p.workspace.failed) for p in projects)


def _tell(
    found: tuple[Finding, ...], destinations: tuple[Destination, ...], rules: tuple[Rule, ...], statistics: bool
) -> None:
    from jmap.cli.delivery import deliver_all
    from jmap.cli.findings import Report, rendered
    from jmap.cli.terminal import colour

    by_code = {rule.code: rule for rule in rules}
    made = []
    for destination in destinations or (Destination("text", None),):
        report = Report(found, by_code, destination.file is None and colour())
        counted = statistics and destination.format == "text"
        made.append((destination, _statistics(found) if counted else rendered(report, destination.format)))
    deliver_all(made)


def _statistics(found: tuple[Finding, ...]) -> str:
    """One line a rule, the most frequent first."""
    numbers: dict[tuple[str, str, str], int] = {}
    for f in found:
        key = (f.code, f.name if f.name != f.code else "", f.severity)
        numbers[key] = numbers.get(key, 0) + 1
    rows = sorted(numbers.items(), key=lambda row: (-row[1], row[0]))
    return "\n".join(f"{number:6}  {code}  {severity:7}  {name}".rstrip() for (code, name, severity), number in rows)


def _verdict(found: tuple[Finding, ...]) -> str:
    from jmap.cli.counts import count

    if not found:
        return "no mistakes"
    words = {"error": "error", "warning": "warning", "info": "note"}
    numbers = [(sum(f.severity == severity for f in found), word) for severity, word in words.items()]
    listed = [count(number, word) for number, word in numbers if number]
    told = " and ".join(filter(None, (", ".join(listed[:-1]), listed[-1])))
    mend = sum(bool(f.fix) for f in found)
    tip = f"; --fix mends {mend}" if mend else ""
    return f"{told} in {count(len({f.file for f in found}), 'file')}{tip}"


def _patterns(option: str, values: tuple[str, ...], rules: tuple[Rule, ...]) -> tuple[str, ...]:
    """The rules that an option names, each of which must exist."""
    from jmap.check.selection import suggestion, unknown

    named = tuple(part.strip() for value in values for part in value.split(",") if part.strip())
    for name in named:
        if unknown(name, rules):
            meant = suggestion(name, rules)
            tip = f" Did you mean {meant}?" if meant else ""
            raise click.BadParameter(f"there is no rule {name!r}.{tip}", param_hint=option)
    return named
