"""What `jmap git install` sets in a repository: settings of git, and the files that they are for."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jmap.failure import Failure
from jmap.git.program import Git

BEGIN, END = "# jmap git install: begin", "# jmap git install: end"
LINES = ("*.journey.yaml diff=jmap merge=jmap", "jmap.yaml diff=jmap merge=jmap")
RECORD = "jmap.installed"  # says which settings are ours, and what they were set to

# The heading of a hunk is the stage or step above it, in a map as in what `textconv` makes of one.
HEADINGS = r"^ {0,8}((- +)?(stage|step|name|title): .*)$"


@dataclass(frozen=True, slots=True)
class Setting:
    """A key of git's configuration, and its value."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class State:
    """What a repository's own configuration holds now: settings, those that are ours, and the attributes' file."""

    settings: Mapping[str, str]
    ours: Mapping[str, str]
    attributes: Path

    @property
    def written(self) -> str:
        """The text of the attributes' file; empty where there is none."""
        if not self.attributes.exists():
            return ""
        return self.attributes.read_bytes().decode("utf-8", "surrogateescape")

    def mine(self, key: str) -> bool:
        """Whether a setting is there, and as we set it."""
        return key in self.ours and self.settings.get(key) == self.ours[key]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done. `kept` are settings of somebody else that stand where one of ours would."""

    put: tuple[Setting, ...] = ()
    remove: tuple[str, ...] = ()
    kept: tuple[Setting, ...] = ()
    attributes: str | None = None  # the new text of the file; None: it stays as it is

    @property
    def empty(self) -> bool:
        return not self.put and not self.remove and self.attributes is None


def wanted(program: Sequence[str], external: bool) -> tuple[Setting, ...]:
    """The settings. `program` is how jmap is started, its first word a path; should it go away, git does without it."""
    jmap = " ".join(shlex.quote(word) for word in program)
    there = f"test -x {shlex.quote(program[0])}"
    merge = f"{there} && exec {jmap} git merge"
    settings = [
        Setting("diff.jmap.xfuncname", HEADINGS),
        Setting("diff.jmap.textconv", f'f() {{ {there} && exec {jmap} git textconv "$1"; exec cat "$1"; }}; f'),
        Setting("difftool.jmap.cmd", f'{jmap} git difftool "$LOCAL" "$REMOTE" "$MERGED"'),
        Setting("merge.jmap.name", "journey map, joined fact by fact"),
        Setting(
            "merge.jmap.driver",
            merge.replace("%", "%%") + " --size %L --ours %X --theirs %Y %O %A %B %P; "
            "exec git merge-file --marker-size=%L %A %O %B",
        ),
    ]
    if external:
        gone = shlex.quote(f"jmap is not at {program[0]} any more: install it, and run `jmap git install` again")
        command = f'f() {{ {there} && exec {jmap} git external-diff "$@"; echo {gone}; }}; f'
        settings.append(Setting("diff.jmap.command", command))
    return tuple(settings)


def state(git: Git) -> State:
    """How the repository is set up. Raises `Failure` where there is none."""
    listed = git.done(["config", "--local", "-z", "--list"])
    path = git.run("rev-parse", "--git-path", "info/attributes")
    if listed.returncode or path is None:
        raise Failure(f"{git.folder} is in no git repository: run this in the one whose git is to read maps")
    settings: dict[str, str] = {}
    ours: dict[str, str] = {}
    for entry in listed.stdout.decode("utf-8", "surrogateescape").split("\0"):
        key, _, value = entry.partition("\n")
        if key == RECORD:
            name, _, was = value.partition("=")
            ours[name] = was
        else:
            settings[key] = value
    return State(settings, ours, git.folder / path)


def installing(now: State, settings: Sequence[Setting]) -> Plan:
    """What is missing."""
    foreign = [one.key for one in settings if one.key in now.settings and not now.mine(one.key)]
    kept = tuple(Setting(key, now.settings[key]) for key in foreign)
    put = tuple(one for one in settings if one.key not in foreign and now.settings.get(one.key) != one.value)
    text = now.written
    block = "\n".join((BEGIN, *LINES, END)) + "\n"
    new = block + _without_block(text)  # on top: what somebody else says further down counts more
    return Plan(put, kept=kept, attributes=None if block in text else new)


def uninstalling(now: State) -> Plan:
    """What was set, as far as it still stands as it was set."""
    remove = tuple(key for key in now.ours if now.mine(key))
    kept = tuple(Setting(key, now.settings[key]) for key in now.ours if key in now.settings and not now.mine(key))
    text = now.written
    rest = _without_block(text)
    return Plan(remove=remove, kept=kept, attributes=None if rest == text else rest)


def carry_out(git: Git, plan: Plan, now: State) -> None:
    """Do it. Raises `Failure` where git or the disk refuses."""
    for one in plan.put:
        _config(git, "--replace-all", one.key, one.value)
    for key in plan.remove:
        _config(git, "--unset-all", key)
    record = {key: value for key, value in now.ours.items() if now.mine(key) and key not in plan.remove}
    record |= {one.key: one.value for one in plan.put}
    if record != now.ours:
        if now.ours:
            _config(git, "--unset-all", RECORD)
        for key, value in record.items():
            _config(git, "--add", RECORD, f"{key}={value}")
    if plan.attributes is not None:
        _write(now.attributes, plan.attributes)


def _write(file: Path, text: str) -> None:
    if not text:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode("utf-8", "surrogateescape"))


def _without_block(text: str) -> str:
    before, begin, rest = text.partition(BEGIN + "\n")
    _, end, after = rest.partition(END + "\n")
    return before + after if begin and end else text


def _config(git: Git, *arguments: str) -> None:
    done = git.done(["config", "--local", *arguments])
    if done.returncode:
        raise Failure(f"git did not change its settings: {done.stderr.decode('utf-8', 'replace').strip()}")
