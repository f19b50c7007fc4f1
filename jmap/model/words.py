"""Other words that people use for jmap's keys, so that "did you mean" knows them."""

from jmap.model.names import nearest, slug

MEANT = {
    "actor": "persona",
    "age": "demographics",
    "barriers": "pain_points",
    "channel": "channels",
    "complaints": "pain_points",
    "costs": "effort",
    "customer": "persona",
    "customer-actions": "actions",
    "delights": "gains",
    "desc": "description",
    "destination": "to",
    "drop-off": "exits",
    "doing": "actions",
    "dropoffs": "exits",
    "duration": "time",
    "emotion": "feelings",
    "emotional-state": "feelings",
    "emotions": "feelings",
    "front-stage": "frontstage",
    "frustrations": "pain_points",
    "heading": "name",
    "highlights": "gains",
    "gender": "demographics",
    "ideas": "opportunities",
    "image-alt": "alt",
    "job": "role",
    "journey-stages": "stages",
    "kpi": "metrics",
    "kpis": "metrics",
    "label": "name",
    "language": "locale",
    "mood": "feelings",
    "moments-of-truth": "moment_of_truth",
    "mot": "moment_of_truth",
    "name": "title",
    "occupation": "role",
    "pain": "pain_points",
    "pains": "pain_points",
    "painpoints": "pain_points",
    "personalization": "personalisation",
    "phase": "stages",
    "phases": "stages",
    "physical-evidence": "props",
    "picture": "image",
    "problems": "pain_points",
    "questions": "thoughts",
    "quote": "thoughts",
    "quotes": "thoughts",
    "rules": "policies",
    "sample-size": "n",
    "solutions": "opportunities",
    "support-processes": "support",
    "target-value": "target",
    "thinking": "thoughts",
    "title": "name",
    "touch-points": "touchpoints",
    "url": "link",
    "user": "persona",
    "version": "jmap",
}


KEYS_ELSEWHERE = ("personas", "age")  # that look like others where they may not stand


def meant(word: str, known: tuple[str, ...]) -> str:
    """The one of `known` that `word` most likely means, or an empty string."""
    other = MEANT.get(slug(word).replace("_", "-"), "")
    if other in known:
        return other
    return "" if word in KEYS_ELSEWHERE and word not in known else nearest(word, known)
