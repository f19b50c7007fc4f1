"""Script in fewer bytes: without remarks and air, and with short names for what only the script itself calls."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

# What is kept as it stands, then names, then all other signs.
_TOKEN = re.compile(
    r"""(?P<kept>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`"""
    r"""|(?:(?<=[(,=&|?:!;])|(?<=[(,=&|?:!;] ))/(?:\\.|[^/\\\n])+/[a-z]*)"""
    r"""|(?P<name>(?:(?<![\w$.])|(?<=\.\.\.))[A-Za-z_$][\w$]*)|(?P<rest>\.\.\.|\.[A-Za-z_$][\w$]*|[^\w\s]|\d[\w.]*|\s+)"""
)
_DECLARED = re.compile(r"\b(?:const|let)\s+([A-Za-z_$][\w$]*)\s*(?:=|of\b)")
_PARAMETERS = re.compile(r"\(([^()]*)\)\s*=>")
_PARAMETER = re.compile(r"(?:^|,)\s*(?:\.\.\.)?([A-Za-z_$][\w$]*)")
_BROWSER = frozenset(("document", "history", "location", "name", "open", "parent", "performance", "print", "top"))
# Only signs that mean the same without air: not `+` and `-`, which grow together, nor a `}` that ends a line.
_AIR = re.compile(
    r"[ ]*(?P<opens>[{;,(\[])\s*|[ ]*(?P<sign>=>|[=!]==|&&|\|\||[<>]=?|[?:=*})\]])[ ]*"
    r"|(?<=[\w)\]])[ ](?P<between>[-+/])[ ](?=[\w($])"
)
_INSIDE = re.compile(r"\$\{[^{}]*\}")  # the code in a template
_CALLED = re.compile(r"""(?P<kept>"[^"]*"|'[^']*')|(?<![\w$.])[A-Za-z_$][\w$]*""")
_WORTH = 4  # letters: a shorter name stays


def squeezed(source: str) -> str:
    """The same script. `source` keeps to our style: remarks on lines of their own, a semicolon after each statement."""
    lines = (line.strip() for line in source.splitlines())
    bare = "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))
    tokens = list(_TOKEN.finditer(bare))
    short = _short_names(bare, tokens)
    return "".join(_told(tokens, short))


def _told(tokens: list[re.Match[str]], short: dict[str, str]) -> Iterator[str]:
    """Code between strings without its air; strings and patterns as they are."""
    code = ""
    for token in tokens:
        if token["kept"] is None:
            code += short.get(token[0], token[0])
            continue
        yield _tight(code)
        yield _INSIDE.sub(lambda found: _renamed(found[0], short), token[0]) if token[0][0] == "`" else token[0]
        code = ""
    yield _tight(code)


def _renamed(code: str, short: dict[str, str]) -> str:
    return _CALLED.sub(lambda found: found[0] if found["kept"] else short.get(found[0], found[0]), code)


def _tight(code: str) -> str:
    return _AIR.sub(lambda found: found["opens"] or found["sign"] or found["between"], code)


def _short_names(source: str, tokens: list[re.Match[str]]) -> dict[str, str]:
    """New names for what `const` and `let` declare, unless it is also a key or a property; `let` is the shorter."""
    uses = Counter(token["name"] for token in tokens if token["name"])
    given = [name for names in _PARAMETERS.findall(source) for name in _PARAMETER.findall(names)]
    own = {name for name in (*_DECLARED.findall(source), *given) if len(name) >= _WORTH}
    declared = own - _bound(tokens) - _BROWSER
    ordered = sorted(declared, key=lambda name: (-uses[name] * len(name), name))
    return {name: f"_{_letters(n)}" for n, name in enumerate(ordered)} | {"const": "let"}


def _bound(tokens: list[re.Match[str]]) -> set[str]:
    """Names that mean something beyond the script: keys of objects, in full or in short."""
    found: set[str] = set()
    solid = [token for token in tokens if token[0].strip()]
    brackets: list[str] = []
    for n, token in enumerate(solid):
        if token["kept"]:
            continue
        if token[0] in "([{":
            brackets.append(token[0])
        elif token[0] in ")]}":
            brackets.pop()
        elif token["name"] and brackets and brackets[-1] == "{":
            before, after = solid[n - 1][0], solid[n + 1][0]
            if (before in ("{", ",") and after in (",", "}", "=")) or after == ":":
                found.add(token["name"])
    return found


def _letters(n: int) -> str:
    digits = "abcdefghijklmnopqrstuvwxyz"
    return digits[n] if n < 26 else _letters(n // 26 - 1) + digits[n % 26]
