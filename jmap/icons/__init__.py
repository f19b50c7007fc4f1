"""Lucide's icons as path data on a 24 x 24 grid, drawn with round strokes: no fills, no logos of companies."""

from jmap.icons.channels import channel_icon
from jmap.icons.lucide import PATHS, icon_paths

__all__ = ["PATHS", "channel_icon", "icon_paths"]
