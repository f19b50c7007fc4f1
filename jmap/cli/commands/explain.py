"""Print the manual page of a rule, or of a mistake."""

from __future__ import annotations

import click


@click.command()
@click.argument("code", required=False)
def command(code: str | None) -> int:
    """Print the manual page of a rule, or of a mistake.

    CODE is what stands in brackets in the findings of `jmap check`: a rule's code such as JM301, its name, or the code
    of a mistake such as unknown-key. Without one, all rules are listed; with the beginning of a code (JM3), those of
    that family.
    """
    from jmap.check.manual import manual
    from jmap.check.page import page
    from jmap.check.rule import load_rules
    from jmap.check.selection import suggestion
    from jmap.cli.mistakes import explanations
    from jmap.model.names import nearest

    rules = load_rules()
    start = (code or "").upper()
    family = [rule for rule in rules if rule.code.startswith(start) and rule.code != start]
    if code is None or family:
        width = max(len(rule.name) for rule in family)
        for rule in family:
            click.echo(f"{rule.code}  {rule.severity:7}  {rule.name:{width}}  {manual(rule).summary}")
        return 0
    mistakes = explanations()
    found = next((rule for rule in rules if code.upper() == rule.code or code.lower() == rule.name), None)
    if found is None and code not in mistakes:
        meant = nearest(code, [*mistakes, *(rule.name for rule in rules)]) or suggestion(code, rules)
        tip = f" Did you mean {meant}?" if meant else " `jmap explain` lists all rules."
        raise click.BadParameter(f"there is no rule or mistake {code!r}.{tip}", param_hint="CODE")
    click.echo(page(found) if found else mistakes[code], nl=False)
    return 0
