"""Runs the command: `jmap` in a process of its own, as a user would, and `inside` in this one, which is faster."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path

from jmap.cli.main import main

ROOT = Path(__file__).parent.parent


def jmap(*args: str | Path, cwd: Path | None = None, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    """What `jmap ARGS` did: `returncode`, `stdout`, `stderr`."""
    return subprocess.run(
        [sys.executable, "-m", "jmap", *map(str, args)],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **env},
        check=False,
    )


def inside(*args: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The same without a process: for tests that do not care about one."""
    out, err, code = io.StringIO(), io.StringIO(), 0
    with contextlib.chdir(cwd), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main([str(arg) for arg in args])
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else 1
    return subprocess.CompletedProcess(list(args), code, out.getvalue(), err.getvalue())
