"""One sentence for each change, by what happened to it."""

from __future__ import annotations

from collections.abc import Mapping

from jmap.diff.change import Change
from jmap.diff.spoken import field_name, lane, named, noun, place, quoted, short, value, who
from jmap.locale.words import Words

TIMES = ("active", "waiting", "elapsed")


def said(change: Change, words: Words) -> str:
    """The sentence, without a capital and a full stop."""
    special = _special(change, words)
    if special:
        return special
    what, around = named(change, words), place(change, words)
    ends = _ends(change, words)
    if change.action in ("added", "removed"):
        return words(f"diff.say.{change.action}", what=what, place=around)
    if change.action in ("moved", "reordered"):
        if change.field == "lane":
            ends = {"before": lane(change.before, words), "after": lane(change.after, words)}
        elif change.action == "moved":
            ends = {"before": quoted(change.before, words), "after": quoted(change.after, words)}
        else:
            what += around
        return words(f"diff.say.{change.action}", what=what, **ends)
    if _is_renamed(change):
        ends = {"before": quoted(change.before, words), "after": quoted(change.after, words)}
        return words("diff.say.renamed", thing=noun(change, words), **ends)
    if change.field in ("text", "name") and ends["before"] and ends["after"]:
        thing = " ".join(filter(None, (noun(change, words), change.label)))
        return words("diff.say.reworded", thing=thing, place=around, **ends)
    return _changed(change, ends, words)


def _is_renamed(change: Change) -> bool:
    """Whether people know it by another name; another id alone is a change of the id."""
    if change.action == "renamed":
        return bool(change.field) or change.after == change.name
    return change.thing == "map" and change.field == "title"


def _changed(change: Change, ends: Mapping[str, str], words: Words) -> str:
    field = field_name(change, words) or words("diff.field.id")
    fields = {"what": named(change, words), "place": place(change, words), "field": field}
    if not ends["before"]:
        return words("diff.say.set", after=ends["after"], **fields)
    if not ends["after"]:
        return words("diff.say.unset", before=ends["before"], **fields)
    return words("diff.say.changed", **ends, **fields)


def _special(change: Change, words: Words) -> str:
    """What has a sentence of its own."""
    if change.thing == "feelings" and change.field in ("", "score"):
        return _feeling(change, words)
    if change.thing == "time" and change.field in TIMES:
        return _time(change, words)
    if change.thing == "exit" and change.field == "share" and change.reason:
        key = "diff.say.more_leave" if change.reason == "more-leave" else "diff.say.fewer_leave"
        return words(key, place=_spot(change, words), **_ends(change, words))
    if change.field == "addresses":
        return _answers(change, words)
    if change.field == "moment_of_truth" and not (change.before and change.after):
        return _moment(change, words)
    if change.field == "image" and change.before == change.after:
        return words("diff.say.picture", what=named(change, words), place=place(change, words), after=str(change.after))
    if (
        change.code in ("step-added", "stage-added")
        and isinstance(change.after, Mapping)
        and change.after.get("follows")
    ):
        return words("diff.say.added_after", what=named(change, words), follows=quoted(change.after["follows"], words))
    return ""


def _moment(change: Change, words: Words) -> str:
    """That something came to be a moment of truth, and why if somebody says so; or that it is none any more."""
    what, why = named(change, words) + place(change, words), change.before or change.after
    said = words("diff.say.moment" if change.after else "diff.say.moment_not", what=what)
    return words("diff.say.because", sentence=said, reason=quoted(why, words)) if isinstance(why, str) else said


def _answers(change: Change, words: Words) -> str:
    """Which pain points an opportunity is for, by what of that is new and what is gone."""
    before, after = (one if isinstance(one, tuple) else () for one in (change.before, change.after))
    gone, new = (
        [quoted(name, words) for name in one if name not in other] for one, other in ((before, after), (after, before))
    )
    key = "diff.say.answers_else" if gone and new else "diff.say.answers" if new else "diff.say.answers_not"
    return words(key, what=named(change, words), before=", ".join(gone), after=", ".join(new))


def _feeling(change: Change, words: Words) -> str:
    fields = {"who": who(change, words), "place": _spot(change, words)}
    if change.action == "changed":
        key = {"better": "diff.say.feels_better", "worse": "diff.say.feels_worse"}.get(change.effect, "diff.say.feels")
        return words(key, **fields, **_felt(change, words))
    if change.action in ("added", "removed"):
        whole = change.after if change.action == "added" else change.before
        score = whole.get("score", 0) if isinstance(whole, Mapping) else 0
        key = "diff.say.feels_new" if change.action == "added" else "diff.say.feels_gone"
        return words(key, score=words.score(float(str(score))), **fields)
    return ""


def _felt(change: Change, words: Words) -> dict[str, str]:
    """The scores, with the words for them where those changed too: `“lost” (−1)`."""
    ends = _ends(change, words)
    word = next((one for one in change.folded if one.field == "emotion"), None)
    if word is None:
        return ends
    said = {"before": word.before, "after": word.after}
    return {
        end: words("diff.say.felt", emotion=quoted(said[end], words), score=score) if said[end] else score
        for end, score in ends.items()
    }


def _time(change: Change, words: Words) -> str:
    fields = {"field": field_name(change, words), "place": _spot(change, words)}
    ends = _ends(change, words)
    if change.before is None:
        return words("diff.say.time_new", after=ends["after"], **fields)
    if change.after is None:
        return words("diff.say.time_gone", before=ends["before"], **fields)
    keys = {"worse": "diff.say.longer", "better": "diff.say.shorter"}
    return words(keys.get(change.effect, "diff.say.time"), **fields, **ends)


def _ends(change: Change, words: Words) -> dict[str, str]:
    return {"before": value(change, change.before, words), "after": value(change, change.after, words)}


def _spot(change: Change, words: Words) -> str:
    return words.quote(short(change.where.step_name or change.where.stage_name))
