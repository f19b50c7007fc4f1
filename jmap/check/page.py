"""A rule's manual page as Markdown: what `jmap explain` prints, what `docs/rules/` holds, what code scanning shows."""

from __future__ import annotations

from jmap.check.manual import manual
from jmap.check.rule import Rule

MEANS = {
    "error": "an error: `jmap check` ends with 1",
    "warning": "a warning: `jmap check` ends with 1",
    "info": "a note: `jmap check` ends with 0",
}


def page(rule: Rule) -> str:
    """Title, why, examples, source, and how to do without the rule. Ends with a line end."""
    text = manual(rule)
    parts = [f"# {rule.code} {rule.name}", f"{text.summary} This is {MEANS[rule.severity]}.", text.why]
    for title, yaml in (("Fails", text.fails), ("Passes", text.passes)):
        if yaml:
            parts += [f"## {title}", f"```yaml\n{yaml}\n```"]
    if text.source:
        parts += ["## Source", text.source]
    whole = f"`ignore: [{rule.code}]` under `check` in `jmap.yaml` for the whole project"
    parts += ["## Without it", f"{whole}, or\n`# jmap: ignore[{rule.code}] reason` on the line or above it."]
    return "\n\n".join(parts) + "\n"
