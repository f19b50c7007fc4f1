"""The level and the kind of a change that no rule judges: by the action, the thing and the field."""

from __future__ import annotations

from jmap.diff.change import Kind, Level
from jmap.diff.found import Found
from jmap.diff.judgement import Judgement

# Fields whose change is no matter of wording, by the last part of their name. All others are wording.
STRUCTURE = (
    "kind", "to", "share", "when", "journey", "future_of", "state", "channel", "owner", "initiator", "team", "system",
)  # fmt: skip
EXPERIENCE = (
    "goal", "scenario", "expectations", "importance", "satisfaction", "score", "severity", "active", "waiting",
    "elapsed", "moment_of_truth", "personas", "consent", "data", "emotion", "needs", "goals", "frustrations",
    "preferences",
)  # fmt: skip
EVIDENCE = (
    "evidence", "basis", "n", "spread", "source", "date", "method", "level", "value", "target", "unit", "events",
)  # fmt: skip
PLAN = ("addresses", "customer_value", "business_value", "effort", "status", "business_goal")
PRESENTATION = ("image", "alt", "icon", "theme", "lanes", "locale", "after")
METADATA = (
    "reviewed", "review_every", "tags", "link", "note", "contact", "id", "file", "device", "maps", "output", "include",
    "formats", "stale_after", "select", "ignore", "per_file", "measure", "thresholds", "jargon",
    "coverage", "longest_wait", "most_stages", "most_personas", "most_items", "smallest_sample",
)  # fmt: skip
EVIDENCE_THINGS = ("metric", "catalogue-evidence")
PLACES = ("map", "stage", "step", "persona")


def default(found: Found) -> Judgement:
    """What a change means where no rule says otherwise. It is neither better nor worse."""
    if found.action in ("added", "removed"):
        return Judgement("notable", _kind_of_thing(found.noun))
    if found.action == "moved":
        return Judgement("notable", "structure")
    if found.action == "reordered":
        structural = found.noun in ("stage", "step")
        return Judgement("notable" if structural else "minor", "structure" if structural else "presentation")
    if not found.field:
        return Judgement("minor", "metadata")  # the id of an item
    return Judgement(*_of_field(found.noun, found.field.rpartition(".")[2]))


def _of_field(noun: str, field: str) -> tuple[Level, Kind]:
    if field in METADATA or noun == "setting" and field not in PRESENTATION:
        return "minor", "metadata"
    if field in PRESENTATION:
        return "minor", "presentation"
    if field == "owner" and noun in ("map", "opportunity"):
        return "minor" if noun == "map" else "notable", "metadata"
    for fields, kind in _KINDS:
        if field in fields:
            return "notable", kind
    return "minor", "presentation"


_KINDS: tuple[tuple[tuple[str, ...], Kind], ...] = (
    (STRUCTURE, "structure"),
    (EXPERIENCE, "experience"),
    (EVIDENCE, "evidence"),
    (PLAN, "metadata"),
)


def _kind_of_thing(noun: str) -> Kind:
    if noun in EVIDENCE_THINGS:
        return "evidence"
    structural = noun in PLACES or noun.startswith("catalogue-") or noun in ("next", "opportunity", "policy")
    return "structure" if structural else "experience"
