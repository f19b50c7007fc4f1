"""`jmap lsp` as a program: how it ends."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

pytest.importorskip("pygls", reason="needs the extra lsp: pip install -e .[lsp]")


def message(method: str, **more: object) -> bytes:
    text = json.dumps({"jsonrpc": "2.0", "method": method, **more}).encode()
    return b"Content-Length: %d\r\n\r\n" % len(text) + text


def test_an_editor_that_closes_ends_it_without_a_word() -> None:
    opening = message("initialize", id=1, params={"processId": None, "rootUri": None, "capabilities": {}})
    asked = opening + message("initialized", params={}) + message("shutdown", id=2) + message("exit")
    with subprocess.Popen(
        [sys.executable, "-m", "jmap", "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        answers, complaints = running.communicate(asked, timeout=60)
    assert b'"capabilities"' in answers
    assert (running.returncode, complaints) == (0, b"")
