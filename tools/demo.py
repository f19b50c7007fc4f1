"""`make demo`: builds every project in examples/ into build/demo/ and makes one page that shows them all."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from html import escape
from pathlib import Path

ROOT = Path(__file__).parent.parent
OUT = ROOT / "build" / "demo"

PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>jmap: the examples</title>
<style>
body {{ margin: 0 auto; max-width: 1400px; padding: 48px 24px; font: 16px/1.5 Inter, system-ui, sans-serif;
  color: #15212c; background: #f3f5f6 }}
h1 {{ font: 400 48px/1.1 Newsreader, Georgia, serif; margin: 0 0 8px }}
h2 {{ font: 500 28px/1.2 Newsreader, Georgia, serif; margin: 56px 0 8px }}
a {{ color: #2156c8 }}
img {{ display: block; width: 100%; margin-top: 12px; border: 1px solid #dce2e6; background: #fff }}
</style>
<h1>The examples</h1>
<p>Built from <code>examples/</code>. Click a picture for its page.</p>
{projects}
</html>
"""


def main() -> int:
    start, status = time.monotonic(), 0
    projects = sorted(path for path in (ROOT / "examples").iterdir() if any(path.rglob("*.journey.yaml")))
    for project in projects:
        print(f"{project.relative_to(ROOT).as_posix()}:", flush=True)
        command = [sys.executable, "-m", "jmap", "build", str(project), "-o", str(OUT / project.name)]
        status = max(status, subprocess.run(command, check=False, cwd=ROOT).returncode)
    OUT.mkdir(parents=True, exist_ok=True)
    index = OUT / "index.html"
    index.write_text(PAGE.format(projects="\n".join(map(section, projects))), "utf-8")
    print(f"\nDone in {time.monotonic() - start:.0f} s. Look at this page in a browser:\n  {index}")
    return status


def section(project: Path) -> str:
    """A heading for the project, and its maps."""
    folder = OUT / project.name
    return "\n".join([f"<h2>{escape(project.name)}</h2>", *(entry(folder.name, id) for id in maps(folder))])


def entry(folder: str, id: str) -> str:
    at = f"{folder}/{id}"
    links = (
        ("Page", "html"),
        ("Journey map", "swimlane.svg"),
        ("Flow", "flow.svg"),
        ("Touchpoints", "touchpoints.svg"),
    )
    named = " · ".join(f'<a href="{at}.{suffix}">{name}</a>' for name, suffix in links)
    return f'<p>{escape(id)}: {named}</p>\n<a href="{at}.html"><img src="{at}.swimlane.svg" alt="{escape(id)}"></a>'


def maps(folder: Path) -> Iterator[str]:
    """The ids of the maps that were built there."""
    manifest = folder / "jmap-manifest.json"
    if manifest.is_file():
        yield from json.loads(manifest.read_text("utf-8"))["maps"]


if __name__ == "__main__":
    sys.exit(main())
