"""A thought in quotation marks, twice.

Thoughts are drawn as quotes: jmap puts the marks of the map's language around them. Marks that stand in the text
itself are drawn inside those. `--fix` takes them away.

Fails:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        thoughts: '"Where is the label?"'  # <- JM407

Passes:

    jmap: 1
    title: I return a pair of shoes
    stages:
      - name: Pack
        thoughts: "Where is the label?"
"""

from __future__ import annotations

from collections.abc import Iterator

from jmap.check.context import Context
from jmap.check.rule import At, at
from jmap.check.sheet import Sheet, wording
from jmap.source.document import Scalar
from jmap.source.edit import Edit
from jmap.source.quote import quoted

CODE = "JM407"
SEVERITY = "info"
MESSAGE = "these quotation marks are drawn inside those that jmap draws"
ADVICE = "the thought without them"
PAIRS = {'"': '"', "\u201c": "\u201d", "\u201e": "\u201c", "\u00ab": "\u00bb", "\u300c": "\u300d"}


def check(sheet: Sheet, context: Context) -> Iterator[At]:
    for _, thought in sheet.lane("thoughts"):
        text = thought.text
        if len(text) > 2 and PAIRS.get(text[0]) == text[-1] and not {text[0], text[-1]} & {*text[1:-1]}:
            node = sheet.node(wording(thought))
            yield at(wording(thought), fix=_fix(sheet.journey.file, node, text) if isinstance(node, Scalar) else ())


def _fix(file: str, node: Scalar, text: str) -> tuple[Edit, ...]:
    """The scalar anew, where it stands on one line."""
    if node.line != node.end_line or node.value.strip() != text:
        return ()
    return (Edit(file, node.line, node.column, node.end_line, node.end_column, quoted(text[1:-1].strip())),)
