"""The page in fewer bytes: quotes, end tags and line breaks that HTML does not need are left out.

This reads what our own templates and our own renderer write: texts and values are escaped, so that a `<`, a `>` or a
quote is always markup. What a reader sees, hears or finds by its words stays as it is.
"""

from __future__ import annotations

import re

_KEPT = re.compile(r"(<style>.*?</style>|<script\b[^>]*>.*?</script>)", re.S)
_TAG = re.compile(r"<(?!html\b)[a-zA-Z][^<>]*>")  # the root keeps its quotes: tools look there for the language
_ATTRIBUTE = re.compile(r'="([^"]*)"')
_BARE = re.compile(r"[^\s\"'=<>`]*[^\s\"'=<>`/]").fullmatch
_BLOCK = (
    "article|blockquote|body|button|dd|div|dl|dt|figure|footer|h[1-4]|head|header|li|link|main|meta|nav|ol|p|section|"
    "table|tbody|td|tfoot|th|thead|title|tr|ul"
)
# A line break beside the edge of a block is never shown; between two words it is a space, and stays.
_BREAK = re.compile(rf"\s*\n\s*(?=</?(?:{_BLOCK})\b)|(?<=>)(?<!</span>)(?<!</a>)(?<!</b>)\s*\n\s*(?=</)")
_AFTER = re.compile(rf"(</?(?:{_BLOCK})(?: [^<>]*)?>)\s*\n\s*")
# https://html.spec.whatwg.org/multipage/syntax.html#optional-tags: what follows says that the element has ended.
_ENDED = (
    (re.compile(r"</li>(?=<li\b|</ul>|</ol>)"), ""),
    (re.compile(r"</t[dh]>(?=<t[dh]\b|</tr>)"), ""),
    (re.compile(r"</tr>(?=<tr\b|</t(?:body|head|foot)>)"), ""),
    (re.compile(r"</(?:thead|tbody|tfoot)>(?=<t(?:body|foot)\b|</table>)"), ""),
    (re.compile(r"</d[td]>(?=<d[td]\b|</div>|</dl>)"), ""),
    (re.compile(r"</p>(?=<(?:p|div|dl|h[1-4]|section|table|ul)\b|</(?:div|section|article)>)"), ""),
)


def lean(html: str) -> str:
    """The same page; its style sheet and its script stay byte for byte, as its policy asks."""
    return "".join(part if _KEPT.fullmatch(part) else _lean(part) for part in _KEPT.split(html))


def _lean(markup: str) -> str:
    markup = _AFTER.sub(r"\1", _BREAK.sub("", markup))
    for end, nothing in _ENDED:
        markup = end.sub(nothing, markup)
    known: dict[str, str] = {}
    return _TAG.sub(lambda found: known.get(found[0]) or known.setdefault(found[0], _bare(found[0])), markup)


def _bare(tag: str) -> str:
    """One tag without the quotes it can do without. `<a b="c"/>` needs a space then: the slash would be part of `c`."""
    single = tag.endswith("/>")
    body = _ATTRIBUTE.sub(lambda found: f"={found[1]}" if _BARE(found[1]) else found[0], tag[: -2 if single else -1])
    return f"{body} />" if single and not body.endswith('"') else f"{body}{'/>' if single else '>'}"
