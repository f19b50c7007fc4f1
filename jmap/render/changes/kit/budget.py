"""Room in a document that may only be so long: what matters most gets in first, and what does not is counted."""

from __future__ import annotations

from dataclasses import dataclass


def size(text: str) -> int:
    """Characters as the strictest service counts them: one outside of the basic plane is two."""
    return len(text.encode("utf-16-le")) // 2


@dataclass(slots=True)
class Budget:
    left: int

    def take(self, *texts: str) -> bool:
        """Whether the texts and their line ends fit; then the room is theirs."""
        wanted = sum(size(text) + 1 for text in texts)
        if wanted > self.left:
            return False
        self.left -= wanted
        return True
