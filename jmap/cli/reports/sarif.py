"""SARIF 2.1.0, for code scanning: rules with their manuals, results with regions, fingerprints and fixes."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jmap import __version__
from jmap.check.finding import Finding
from jmap.check.fingerprint import fingerprints
from jmap.check.manual import manual
from jmap.check.page import page
from jmap.check.rule import Rule
from jmap.cli.findings import Report, as_json
from jmap.cli.mistakes import explanations
from jmap.source.edit import Edit

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
Json = dict[str, Any]


def render(report: Report) -> str:
    """One run. Columns count code points; places are relative to the folder in which jmap ran."""
    codes = list(dict.fromkeys(f.code for f in report.findings))
    known_by = fingerprints(report.findings)
    results = [_result(f, codes.index(f.code), known) for f, known in zip(report.findings, known_by, strict=True)]
    mistakes = explanations()
    driver = {
        "name": "jmap",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(code, report.rules, mistakes) for code in codes],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str, rules: Mapping[str, Rule], mistakes: Mapping[str, str]) -> Json:
    rule = rules.get(code)
    if rule is None:
        return _mistake(code, mistakes.get(code, ""))
    text = manual(rule)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": text.summary},
        "fullDescription": {"text": " ".join(text.why.split())},
        "help": {"text": f"{text.summary}\n\n{text.why}", "markdown": page(rule)},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": ["journey-map"], "precision": "high"},
    }


def _mistake(code: str, text: str) -> Json:
    """A mistake in the language; `text` is its page of the manual, if that is at hand."""
    words = code.replace("-", " ").capitalize()
    about = " ".join(text.partition("```")[0].partition("\n\n")[2].split()) or words
    return {
        "id": code,
        "name": code,
        "shortDescription": {"text": words},
        "fullDescription": {"text": about},
        "help": {"text": about, "markdown": text or f"# {code}\n"},
        "defaultConfiguration": {"level": "error"},
    }


def _result(f: Finding, index: int, fingerprint: str) -> Json:
    region: Json = {"startLine": f.line, "startColumn": f.column, "endColumn": f.column + f.length}
    if f.source_line:
        region["snippet"] = {"text": f.source_line}
    result: Json = {
        "ruleId": f.code,
        "ruleIndex": index,
        "level": LEVELS[f.severity],
        "message": {"text": f"{f.message}. Better: {f.advice}" if f.advice else f.message},
        "locations": [{"physicalLocation": {"artifactLocation": _file(f.file), "region": region}}],
        "partialFingerprints": {"primaryLocationLineHash": f"{fingerprint}:1"},
    }
    return result | ({"fixes": [_fix(f)]} if f.fix else {})


def _fix(f: Finding) -> Json:
    changes = [{"artifactLocation": _file(edit.file), "replacements": [_replacement(edit)]} for edit in f.fix]
    return {"description": {"text": f.advice or f.message}, "artifactChanges": changes}


def _replacement(edit: Edit) -> Json:
    region = {
        "startLine": edit.line,
        "startColumn": edit.column,
        "endLine": edit.end_line,
        "endColumn": edit.end_column,
    }
    return {"deletedRegion": region, "insertedContent": {"text": edit.text}}


def _file(name: str) -> Json:
    if os.path.isabs(name):
        return {"uri": Path(name).as_uri()}
    return {"uri": quote(name.encode("utf-8", "replace")), "uriBaseId": "%SRCROOT%"}
