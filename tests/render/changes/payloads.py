"""What somebody might write into a map to act on its reader: by class, joined and cut at random by hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

CLASSES: dict[str, tuple[str, ...]] = {
    "mentions": ("@octocat", "@org/team", "a@b.example", "@\u200bx", "<b>@</b>octocat"),
    "references": ("#123", "GH-7", "org/repo#9", "!45", "$3", "&12", "%4", "~bug", '~"a b"', "^alert#1", "[epic:3]",
                   "deadbee1"),
    "links": ("[x](http://a.example)", "<http://a.example>", "http://a.example", "www.a.example", "mailto:a@b.example",
              "[x]: http://a.example", "[x][y]", "ftp://a.example"),
    "images": ("![x](http://a.example/x.png)", "<img src=x onerror=alert(1)>", "![][x]"),
    "html": ("<script>alert(1)</script>", "</details>", "</summary>", "<!-- jmap-diff -->", "-->", "&lt;b&gt;",
             "&#64;x", "<b"),
    "code": ("`", "``` ```", "```mermaid\ngraph", "~~~", "    indented", "</code>"),
    "blocks": ("# heading", "- item", "+ item", "* item", "1. item", "2) item", "> quote", "---", "===", "- [ ] task",
               "\n\n"),
    "tables": ("|", "| a | b |", "|--|--|", "\\|"),
    "emphasis": ("**Nothing changed.**", "__x__", "~~x~~", "\\", "*", "_", "==x==", "{+ a +}", "[- b -]"),
    "services": (":rocket:", ":+1:", "$x$", "$$x$$", "/close", "/merge", "[[x]]", "{{x}}"),
    "logs": ("::error::x", " ::set-output name=a::b", "##[error]x", "##vso[task.complete]", "##teamcity[x]",
             "%0A::error::", "\r\n::stop-commands::x"),
    "terminals": ("\x1b[31m", "\x1b]8;;http://a.example\x07", "\x9b2J", "\x07", "\b\b", "\u202e",
                  "\u2066", "\u2028", "\ufeff", "\t", "\0"),
    "xml": ("]]>", "<![CDATA[", "&amp;", "\ufffe", "\x0b", "'", '"', "<?x?>", "</testcase>"),
}  # fmt: skip

TEXTS = st.lists(st.one_of(*map(st.sampled_from, CLASSES.values()), st.text(max_size=6), st.just(" ")), max_size=8).map(
    "".join
)
EXAMPLES = [(kind, text) for kind, texts in CLASSES.items() for text in texts]
