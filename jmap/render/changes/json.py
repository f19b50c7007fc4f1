"""For programs: everything that the comparison holds, as `schemas/diff.json` describes it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from jmap.diagnostics import Diagnostic
from jmap.diff.change import Change, MapComparison, Side, Spot, Touched, Value
from jmap.diff.gap import Gap
from jmap.diff.wording import side_note
from jmap.locale.words import words as language
from jmap.render.changes.kit.review import Review, is_gone, is_new, tally
from jmap.text.visible import COMMAND

VERSION = 1


def render(review: Review) -> str:
    """One object. Keys are added in later versions of jmap, and none is taken away without another format_version."""
    comparison = review.comparison
    document = {
        "format_version": VERSION,
        "base": _side(comparison.base),
        "head": _side(comparison.head),
        "project": comparison.title,
        "verdict": review.verdict,
        "counts": asdict(tally(comparison.changes)) | {"approved": review.approvals},
        "gate": {"fail_on": review.fail_on, "stopping": [change.fingerprint for change in review.stopping]},
        "changes": [_change(change, review) for change in comparison.changes],
        "maps": [_map(one) for one in comparison.maps],
        "touched": [_touched(one) for one in comparison.touched],
        "broken": [_mistake(d) for d in comparison.broken],
        "unused_approvals": list(review.unused),
        "notes": list(review.notes),
        "gap": _gap(review.gap) if review.gap else None,
    }
    return COMMAND.sub(r"\1\\u005b", json.dumps(document, indent=2))


def _change(change: Change, review: Review) -> dict[str, object]:
    return {
        "code": change.code,
        "level": change.level,
        "effect": change.effect,
        "kind": change.kind,
        "map": change.map,
        "path": change.path,
        "before": _plain(change.before),
        "after": _plain(change.after),
        "base": _spot(change.base, change.base_path),
        "head": _spot(change.head, change.head_path),
        "fingerprint": change.fingerprint,
        "guess": change.guess,
        "approved": change.fingerprint in review.approved,
        "action": change.action,
        "thing": change.thing,
        "field": change.field,
        "name": change.name,
        "label": change.label,
        "stage": {"id": change.where.stage, "name": change.where.stage_name} if change.where.stage else None,
        "step": {"id": change.where.step, "name": change.where.step_name} if change.where.step else None,
        "personas": list(change.personas),
        "reason": change.reason,
        "sentence": review.sentence(change),
        "folded": [_change(one, review) for one in change.folded],
    }


def _spot(spot: Spot | None, path: str) -> dict[str, object] | None:
    return {"file": spot.file, "line": spot.line, "path": path} if spot else None


def _side(side: Side) -> dict[str, object]:
    """In English whatever the maps speak: programs compare names."""
    return {"name": side.name, "commit": side.commit, "date": side.date, "note": side_note(side, language("en"))}


def _map(one: MapComparison) -> dict[str, object]:
    return {
        "id": one.id,
        "title": one.title,
        "file": one.file,
        "new": is_new(one),
        "gone": is_gone(one),
        "broken_base": one.broken_base,
        "counts": asdict(tally(one.changes)),
    }


def _touched(one: Touched) -> dict[str, object]:
    return {
        "map": one.map,
        "thing": one.thing,
        "name": one.name,
        "file": one.spot.file,
        "line": one.spot.line,
        "fingerprint": one.fingerprint,
    }


def _mistake(d: Diagnostic) -> dict[str, object]:
    return {"file": d.file, "line": d.line, "column": d.column, "code": d.code, "message": d.message}


def _gap(gap: Gap) -> dict[str, object]:
    return {
        "steps_removed": list(gap.steps_removed),
        "steps_added": list(gap.steps_added),
        "seconds_saved": {"active": gap.active, "waiting": gap.waiting, "elapsed": gap.elapsed},
        "scores": [asdict(score) for score in gap.scores],
        "pains": {key: list(labels) for key, labels in asdict(gap.pains).items()},
    }


def _plain(value: Value) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, tuple) else value
