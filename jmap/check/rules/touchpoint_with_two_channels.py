"""One touchpoint takes place on two channels.

`Order mail` by e-mail in one map and by app in another: two touchpoints under one name, or one whose channel somebody
mistook. Touchpoints that exist on several channels deserve a name for each; customers meet them apart.

Fails:

    # jmap.yaml
    jmap: 1
    channels: [Email, App]
    # buy.journey.yaml
    jmap: 1
    title: I buy shoes
    stages: [{name: Wait, touchpoints: {name: Order mail, channel: Email}}]
    # return.journey.yaml
    jmap: 1
    title: I return shoes
    stages: [{name: Wait, touchpoints: {name: Order mail, channel: App}}]  # <- JM703

Passes:

    # jmap.yaml
    jmap: 1
    channels: [Email, App]
    # buy.journey.yaml
    jmap: 1
    title: I buy shoes
    stages: [{name: Wait, touchpoints: {name: Order mail, channel: Email}}]
    # return.journey.yaml
    jmap: 1
    title: I return shoes
    stages: [{name: Wait, touchpoints: {name: Order message, channel: App}}]
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, Words, at
from jmap.check.same import differing
from jmap.check.sheet import wording
from jmap.resolve.content import Touchpoint

CODE = "JM703"
SEVERITY = "warning"
MESSAGE = "`{name}` is on {channel} here, and on {other} in {where}"
ADVICE = "one channel, best in the catalogue of the project, or a name for each"


def check_all(context: Context) -> Iterator[At]:
    for met, first in differing(context, _channel):
        says: Words = {"channel": _channel(met.touchpoint), "other": _channel(first.touchpoint), "where": first.file}
        yield at(wording(met.touchpoint), file=met.file, name=met.touchpoint.text, **says)


def _channel(touchpoint: Touchpoint) -> str:
    return touchpoint.channel.name if touchpoint.channel else ""
