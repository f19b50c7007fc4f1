"""Other words that people use for jmap's keys, so that "did you mean" knows them."""

from jmap.model.names import nearest, slug

MEANT = {
    "actor": "persona",
    "barriers": "pain_points",
    "channel": "channels",
    "complaints": "pain_points",
    "costs": "effort",
    "customer-actions": "actions",
    "delights": "gains",
    "desc": "description",
    "destination": "to",
    "drop-off": "exits",
    "dropoffs": "exits",
    "duration": "time",
    "emotional-state": "feelings",
    "emotions": "feelings",
    "front-stage": "frontstage",
    "highlights": "gains",
    "ideas": "opportunities",
    "image-alt": "alt",
    "journey-stages": "stages",
    "kpi": "metrics",
    "kpis": "metrics",
    "label": "name",
    "language": "locale",
    "mood": "feelings",
    "moments-of-truth": "moment_of_truth",
    "mot": "moment_of_truth",
    "pains": "pain_points",
    "painpoints": "pain_points",
    "personalization": "personalisation",
    "phase": "stages",
    "phases": "stages",
    "physical-evidence": "props",
    "picture": "image",
    "problems": "pain_points",
    "quotes": "thoughts",
    "rules": "policies",
    "sample-size": "n",
    "solutions": "opportunities",
    "support-processes": "support",
    "target-value": "target",
    "touch-points": "touchpoints",
    "url": "link",
    "version": "jmap",
}


def meant(word: str, known: tuple[str, ...]) -> str:
    """The one of `known` that `word` most likely means, or an empty string."""
    other = MEANT.get(slug(word).replace("_", "-"), "")
    return other if other in known else nearest(word, known)
