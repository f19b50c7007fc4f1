"""Changes in words that need no key to read: `Waiting at “Waits for delivery” is longer: 2 days → 3 days`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jmap.diff.change import Change, Comparison, Note
from jmap.diff.sentences import said
from jmap.locale.words import Words

LEVEL = {"breaking": 2.0, "notable": 1.0, "minor": 0.0}
SEVERITY = {"low": 0.5, "medium": 1.0, "high": 1.5, "critical": 2.0}
# What customers live through outweighs what is known of it.
KIND = {"experience": 1.0, "structure": 0.8, "evidence": 0.2, "presentation": 0.0, "metadata": 0.0}


def sentence(change: Change, words: Words) -> str:
    """The change in one sentence, without a full stop."""
    text = said(change, words)
    text = text[:1].upper() + text[1:]
    return words("diff.say.guess", sentence=text) if change.guess else text


def reason(change: Change, words: Words) -> str:
    """Why it is better or worse for the customer; empty where it is neither."""
    return words(f"diff.reason.{change.reason}") if change.reason else ""


def noted(note: Note, words: Words) -> str:
    """What a reader has to know besides, in a sentence with its full stop."""
    return words(f"diff.note.{note.key}", before=note.before, after=note.after, side=note.side)


def verdict(comparison: Comparison, words: Words) -> str:
    """What changed for the customer: how much is worse and better, and the weightiest of each.

    What could not be compared comes first, for nobody knows what is in it.
    """
    files = len({one.file for one in comparison.broken})
    changes = comparison.changes
    if files and not changes:
        return words("diff.verdict.nothing_compared", count=words.plural("file", files)) + "."
    parts = [words("diff.verdict.broken", count=words.plural("file", files))] if files else []
    parts.append(_head(changes, words))
    parts += [sentence(change, words) for change in weightiest(changes)]
    return ". ".join(parts) + "."


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
    return LEVEL[change.level] * 2 + KIND[change.kind] * 2 + (change.effect != "neutral") + _amount(change)


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


def _head(changes: Sequence[Change], words: Words) -> str:
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
