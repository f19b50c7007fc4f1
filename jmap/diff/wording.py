"""Changes in words that need no key to read: `Waiting at “Waits for delivery” is longer: 2 days → 3 days`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jmap.diff.change import Change, Comparison, Note, Side
from jmap.diff.sentences import said
from jmap.diff.spoken import field_name, value
from jmap.locale.words import Words

LEVEL = {"breaking": 2.0, "notable": 1.0, "minor": 0.0}
TELLING = {  # what a reader asks for first; actions, thoughts and props are detail
    "pain_points": 0.5, "exit": 0.5, "stage": 0.5, "step": 0.5, "persona": 0.5,
    "opportunities": 0.3, "touchpoints": 0.3,
}  # fmt: skip
SEVERITY = {"low": 0.5, "medium": 1.0, "high": 1.5, "critical": 2.0}
# Reasons that the sentence gives itself: "Waiting is longer" needs no "customers wait longer".
SELF_EVIDENT = frozenset((
    "active-longer", "active-shorter", "elapsed-longer", "elapsed-shorter", "waiting-longer", "waiting-shorter",
    "exit-added", "exit-removed", "more-leave", "fewer-leave", "gain-added", "gain-removed", "pain-added",
    "pain-removed", "satisfaction-fell", "satisfaction-rose", "severity-fell", "severity-rose",
))  # fmt: skip
# What customers live through outweighs what is known of it.
KIND = {"experience": 1.0, "structure": 0.8, "evidence": 0.2, "presentation": 0.0, "metadata": 0.0}


def sentence(change: Change, words: Words) -> str:
    """The change in one sentence, without a full stop."""
    text = said(change, words)
    text = text[:1].upper() + text[1:]
    return words("diff.say.guess", sentence=text) if change.guess else text


def reason(change: Change, words: Words) -> str:
    """Why it is better or worse for the customer; empty where it is neither, or the sentence says so already."""
    if not change.reason or change.reason in SELF_EVIDENT:
        return ""
    rises = change.reason in ("score-rose", "score-fell") or change.field == "n"
    return "" if rises and change.action == "changed" else words(f"diff.reason.{change.reason}")


def details(change: Change, words: Words) -> tuple[str, ...]:
    """What is folded into a change, each as `Sample size: 15 → 9`, but for what its sentence says."""
    found = (one for one in change.folded if one.field != "emotion")
    return tuple(_detail(one, words) for one in found)


def _detail(change: Change, words: Words) -> str:
    field, none = field_name(change, words), words("overlay.none")
    before, after = (value(change, one, words) or none for one in (change.before, change.after))
    return words("diff.say.detail", field=field[:1].upper() + field[1:], before=before, after=after)


def noted(note: Note, words: Words) -> str:
    """What a reader has to know besides, in a sentence with its full stop."""
    return words(f"diff.note.{note.key}", before=note.before, after=note.after, side=side_name(note.side, words))


def side_name(side: Side, words: Words) -> str:
    """`main`, `working tree`: what people call this side."""
    return words(f"diff.side.{side.key}") if side.key else side.name


def side_note(side: Side, words: Words) -> str:
    """Why this side was chosen, without a full stop; empty where that goes without saying."""
    if side.why is None:
        return ""
    names = {**dict(side.why.names), "commits": words.plural("commit", side.why.commits)}
    if side.key:
        names["side"] = side_name(side, words)
    return words(f"diff.why.{side.why.key}", **names)


def verdict(comparison: Comparison, words: Words) -> str:
    """What changed for the customer: how much is worse and better, and the weightiest of each.

    What could not be compared comes first, for nobody knows what is in it.
    """
    files = len({one.file for one in comparison.broken})
    changes = comparison.changes
    if files and not changes:
        return words("diff.verdict.nothing_compared", count=words.plural("file", files)) + "."
    parts = [words("diff.verdict.broken", count=words.plural("file", files))] if files else []
    parts.append(balance(changes, words))
    parts += [_placed(change, comparison, words) for change in weightiest(changes)]
    return ". ".join(parts) + "."


def _placed(change: Change, comparison: Comparison, words: Words) -> str:
    """The sentence, with the map where there are several: nobody knows all steps of all maps."""
    title = next((one.title for one in comparison.maps if change in one.changes), "")
    if len(comparison.maps) < 2 or not title or change.thing == "map":
        return sentence(change, words)
    return words("diff.say.in_map", sentence=sentence(change, words), map=words.quote(title))


def weightiest(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The two changes to name first: something breaking or worse, then something better."""
    bad = [change for change in changes if change.effect == "worse"]
    breaking = [change for change in changes if change.level == "breaking"]
    good = [change for change in changes if change.effect == "better"]
    named = [max(group, key=weight) for group in (breaking, bad, good) if group]
    if not named:
        named = sorted((change for change in changes if change.level != "minor"), key=weight, reverse=True)
    return tuple({change.fingerprint: change for change in named}.values())[:2]


def weight(change: Change) -> float:
    """How much a change is worth telling, from 0; equal ones are told in their order."""
    told = 0.5 if change.field == "score" else TELLING.get(change.thing, 0.0)
    return LEVEL[change.level] * 2 + KIND[change.kind] * 2 + (change.effect != "neutral") + told + _amount(change)


def _amount(change: Change) -> float:
    before, after = change.before, change.after
    if change.field == "score" and isinstance(before, float) and isinstance(after, float):
        return abs(after - before)
    if change.field == "severity":
        return abs(SEVERITY.get(str(after), 0) - SEVERITY.get(str(before), 0))
    if change.field == "share" and isinstance(before, float) and isinstance(after, float):
        return abs(after - before) * 4
    whole = after if change.action == "added" else before
    if change.thing == "pain_points" and isinstance(whole, Mapping):
        return SEVERITY.get(str(whole.get("severity")), 0.75)
    return 0.5


def balance(changes: Sequence[Change], words: Words) -> str:
    """Whether it is better or worse for the customer, in numbers; without a full stop."""
    worse = sum(change.effect == "worse" for change in changes)
    better = sum(change.effect == "better" for change in changes)
    breaking = sum(change.level == "breaking" for change in changes)
    head = _balance(changes, worse, better, words)
    return f"{head}, {words('diff.verdict.breaking', count=words.number(breaking))}" if breaking else head


def _balance(changes: Sequence[Change], worse: int, better: int, words: Words) -> str:
    if worse and better:
        return words("diff.verdict.mixed", worse=words.number(worse), better=words.number(better))
    if worse:
        return words("diff.verdict.worse", count=words.number(worse))
    if better:
        return words("diff.verdict.better", count=words.number(better))
    if not changes:
        return words("diff.verdict.none")
    key = "diff.verdict.minor" if all(change.level == "minor" for change in changes) else "diff.verdict.neutral"
    return words(key, count=words.plural("change", len(changes)))
