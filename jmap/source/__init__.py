"""Files become documents: the only room that knows YAML."""

from jmap.source.document import Document, Mapping, Node, Position, Scalar, Sequence
from jmap.source.read import parse, read

__all__ = ["Document", "Mapping", "Node", "Position", "Scalar", "Sequence", "parse", "read"]
