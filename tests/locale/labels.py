"""Which labels the code and its templates ask for, read from their source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TypeGuard

from jmap.resources import PACKAGE

WORDS = re.compile(r"(?:w|_?words|say)")
KEY = re.compile(r"[a-z_]+\.[a-z0-9_.-]+")
PIECE = "([a-z0-9_.-]+)"
TEMPLATE_CALL = re.compile(r"""\bw\(["']([a-z0-9_.-]+)["']\s*([,)~])""")
TEMPLATE_JOINED = re.compile(r"""["']([a-z_.]+[._])["']\s*~\s*\w[\w.]*(?:\s*~\s*["']([a-z_.]+)["'])?""")


@dataclass(frozen=True, slots=True)
class Asked:
    """Keys that are written out in a call, nouns of plurals, patterns of keys that are put together, all strings."""

    keys: frozenset[str]
    nouns: frozenset[str]
    patterns: frozenset[str]
    strings: frozenset[str]

    def uses(self, key: str) -> bool:
        """Whether the key is written out somewhere, or can be put together from strings that are."""
        if key in self.strings:
            return True
        found = (re.fullmatch(pattern, key) for pattern in self.patterns)
        return any(all(self._known(piece) for piece in match.groups()) for match in found if match)

    def _known(self, piece: str) -> bool:
        """A string of the code, a number, or several strings joined by `_`."""
        parts = {piece} if piece in self.strings else set(piece.split("_"))
        return parts <= self.strings or re.fullmatch(r"-?\d+", piece) is not None


def asked() -> Asked:
    """What all modules and templates of jmap ask for."""
    trees = [ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))]
    nodes = list(chain.from_iterable(map(ast.walk, trees)))
    pages = [path.read_text("utf-8") for path in _pages()]
    strings = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    joined = {_pattern(node) for node in nodes if isinstance(node, ast.JoinedStr)}
    joined |= {re.escape(node.left.value) + PIECE for node in nodes if _adds(node)}
    keys, nouns = set(_called(nodes, WORDS)), set(_called(nodes, re.compile("plural")))
    for page in pages:
        strings |= set(re.findall(r"""["']([a-z0-9_.-]+)["']""", page))
        keys |= {key for key, end in TEMPLATE_CALL.findall(page) if end != "~"}
        nouns |= set(re.findall(r"""\.plural\(["']([a-z_]+)["']""", page))
        joined |= {re.escape(head) + PIECE + re.escape(tail) for head, tail in TEMPLATE_JOINED.findall(page)}
    patterns = {pattern for pattern in joined if re.match(r"[a-z_]*\\\.|\(\[", pattern)}
    return Asked(*(frozenset(found) for found in (keys, nouns, patterns, strings)))


def prefixes() -> dict[str, str]:
    """The pattern of each key that is put together in a call, and the file it is in."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for call in _calls(ast.walk(ast.parse(path.read_text("utf-8"))), WORDS):
            if isinstance(call.args[0], ast.JoinedStr):
                found[_pattern(call.args[0])] = path.name
    return found


def _pages() -> Iterator[Path]:
    for suffix in ("html", "js"):
        yield from sorted((PACKAGE / "render").rglob(f"*.{suffix}"))


def _calls(nodes: Iterator[ast.AST], name: re.Pattern[str]) -> Iterator[ast.Call]:
    for node in nodes:
        if isinstance(node, ast.Call) and node.args:
            called = node.func
            said = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
            if name.fullmatch(said):
                yield node


def _called(nodes: list[ast.AST], name: re.Pattern[str]) -> Iterator[str]:
    for call in _calls(iter(nodes), name):
        first = call.args[0]
        branches = (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,)
        for part in branches:
            if isinstance(part, ast.Constant) and _is_text(part):
                yield str(part.value)


def _adds(node: ast.AST) -> TypeGuard[ast.BinOp]:
    """Whether it is `"prefix." + something`."""
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) and _is_text(node.left)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _pattern(joined: ast.JoinedStr) -> str:
    return "".join(re.escape(str(v.value)) if isinstance(v, ast.Constant) else PIECE for v in joined.values)
