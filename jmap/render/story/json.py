"""The history for programs."""

from __future__ import annotations

import json

from jmap.diff.story import Episode, people, scores
from jmap.diff.wording import sentence
from jmap.render.story import Story
from jmap.text.visible import COMMAND


def render(story: Story) -> str:
    """One object: the map, and its commits from the newest to the oldest, with what changed and the scores since."""
    document = {
        "format_version": 1,
        "title": story.title,
        "file": story.file,
        "complete": not story.cut,
        "commits": [_commit(episode, story) for episode in story.episodes],
    }
    return COMMAND.sub(r"\1\\u005b", json.dumps(document, indent=2))


def _commit(episode: Episode, story: Story) -> dict[str, object]:
    journey = episode.journey
    return {
        "commit": episode.commit,
        "date": episode.date,
        "author": episode.author,
        "subject": episode.subject,
        "broken": episode.broken,
        "verdict": episode.said,
        "changes": [
            {
                "code": change.code, "level": change.level, "effect": change.effect, "kind": change.kind,
                "fingerprint": change.fingerprint, "sentence": sentence(change, story.words),
            }
            for change in episode.changes
        ],
        "feelings": {name: scores(journey, id) for id, name in people(journey).items()} if journey else {},
    }  # fmt: skip
