"""Circles in a graph of names, in time linear in its edges."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence


def circles(edges: Mapping[str, Sequence[str]]) -> Mapping[str, int]:
    """The number of the knot that each node is in: two nodes have one number if each leads to the other.

    Nodes that no edge leaves need not be keys.
    """
    return _Knots(edges).of


def way(start: str, end: str, edges: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The shortest way from `start` to `end`, both included; empty if there is none."""
    before: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        if here == end:
            return _back(start, end, before)
        for there in edges.get(here, ()):
            if there != start and there not in before:
                before[there] = here
                waiting.append(there)
    return ()


def _back(start: str, end: str, before: Mapping[str, str]) -> tuple[str, ...]:
    found = [end]
    while found[-1] != start:
        found.append(before[found[-1]])
    return tuple(reversed(found))


class _Knots:
    """Tarjan's strongly connected components, without recursion: chains of maps may be long."""

    def __init__(self, edges: Mapping[str, Sequence[str]]) -> None:
        self._edges: Mapping[str, Sequence[str]] = edges
        self._seen: dict[str, int] = {}
        self._low: dict[str, int] = {}
        self._open: list[str] = []
        self.of: dict[str, int] = {}
        for node in edges:
            if node not in self._seen:
                self._walk(node)

    def _walk(self, start: str) -> None:
        waiting = [(start, iter(self._enter(start)))]
        while waiting:
            node, rest = waiting[-1]
            deeper = next(rest, None)
            if deeper is None:
                waiting.pop()
                self._leave(node)
                if waiting:
                    above = waiting[-1][0]
                    self._low[above] = min(self._low[above], self._low[node])
            elif deeper not in self._seen:
                waiting.append((deeper, iter(self._enter(deeper))))
            elif deeper not in self.of:
                self._low[node] = min(self._low[node], self._seen[deeper])

    def _enter(self, node: str) -> Sequence[str]:
        self._seen[node] = self._low[node] = len(self._seen)
        self._open.append(node)
        return self._edges.get(node, ())

    def _leave(self, node: str) -> None:
        if self._low[node] != self._seen[node]:
            return
        while True:
            member = self._open.pop()
            self.of[member] = self._seen[node]
            if member == node:
                return
