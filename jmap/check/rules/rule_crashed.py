"""A rule of jmap's broke. This is jmap's defect, not yours.

Your map did nothing wrong: a rule met something that its author had not thought of. The other rules ran on, and what
they found is complete; only what this one would have found is missing. Please report it with the message and, if you
can, the map. Until it is mended, `ignore` the rule that is named.
"""

from __future__ import annotations

CODE = "JM999"
SEVERITY = "error"
MESSAGE = "the rule {rule} broke ({what} in {where}): this is a defect in jmap, not in your map"
ADVICE = "a report to the authors of jmap; until then, `ignore` for that rule"
