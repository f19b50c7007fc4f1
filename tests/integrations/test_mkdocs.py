"""A real MkDocs builds sites with maps: from files and from fences, with mistakes, and anew when a map changes."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest

from tests.integrations.site import BROKEN, GOOD, IMAGE, indented, project, tool
from tests.integrations.site import seen as in_browser
from tests.running import ROOT

pytest.importorskip("mkdocs", reason="needs the extra mkdocs: pip install -e .[mkdocs]")

PAGE = f"""\
---
title: Home
---
# Maps

```jmap
jmap: ../journeys/buy.journey.yaml
```

!!! note
    In a note:

    ```jmap
{indented(GOOD.replace("[Rina]", "[{name: Somebody}]"), 4)}    ```

- In a list, its ways:

    ~~~ jmap flow
    jmap: /journeys/buy.journey.yaml
    ~~~

````markdown
```jmap
jmap: not/a/map.yaml
```
````
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    project(tmp_path)
    settings = "site_name: Coffee\nplugins: [search, jmap]\nmarkdown_extensions: [admonition]\n"
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    (tmp_path / "docs" / "index.md").write_text(PAGE, "utf-8")
    return tmp_path


def build(site: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return tool("mkdocs", "build", *more, cwd=site)


def test_maps_are_shown_from_files_and_from_fences(site: Path, browser: Any) -> None:
    made = build(site, "--strict")
    assert made.returncode == 0, made.stderr
    page = (site / "site" / "index.html").read_text("utf-8")
    pictures = IMAGE.findall(page)
    assert len(pictures) == 3
    assert pictures[0][1].startswith("I buy a coffee. Personas: Rina. 1 stage: Order.")
    drawn = [(site / "site" / source).read_text("utf-8") for source, _ in pictures]
    assert "The &lt;terminal&gt;" in drawn[0] and "Rina" in drawn[0]
    assert "Somebody" in drawn[1] and drawn[2] != drawn[0]
    assert "jmap: not/a/map.yaml" in page  # a fence in a fence is an example of one
    assert '<link href="assets/jmap/jmap.css"' in page
    shown = in_browser(browser, site / "site" / "index.html")
    assert len(shown) == 3 and all(one["natural"] > 500 and one["drawn"] > 400 for one in shown)


def test_what_the_picture_shows_is_there_in_words(site: Path) -> None:
    build(site)
    page = (site / "site" / "index.html").read_text("utf-8")
    assert "<summary>The map as a table</summary>" in page
    assert '<th scope="col">2 Pay</th>' in page and "P1 The &lt;terminal&gt; is slow" in page
    search = (site / "site" / "search" / "search_index.json").read_text("utf-8")
    assert "P1 The" in search and "Counter" in search


def test_a_broken_map_stops_a_strict_build_and_is_told_on_the_page(site: Path) -> None:
    (site / "journeys" / "buy.journey.yaml").write_text(BROKEN, "utf-8")
    named = "```jmap\njmap: ../../journeys/buy.journey.yaml\n```\n"
    text = f"---\ntitle: Bad\n---\n\n{named}\n* a\n\n    ```jmap\n{indented(BROKEN, 4)}    ```\n"
    (site / "docs" / "guide" / "bad.md").write_text(text, "utf-8")
    (site / "docs" / "index.md").write_text("# Fine\n", "utf-8")
    strict = build(site, "--strict")
    assert strict.returncode == 1
    assert "jmap: journeys/buy.journey.yaml:4:1: `stagez` is not a key" in strict.stderr
    assert "jmap: docs/guide/bad.md:15:5: `stagez` is not a key" in strict.stderr
    assert build(site).returncode == 0
    page = (site / "site" / "guide" / "bad" / "index.html").read_text("utf-8")
    assert page.count('class="jmap-mistakes"') == 2 and "<img src" not in page
    assert "<code>docs/guide/bad.md:15:5</code>" in page and "<mark>stagez</mark>:" in page
    assert "did you mean `stages`?" in page


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("../../../secret.journey.yaml", "this file is outside"),
        ("../../../../../../../../etc/passwd.yaml", "this file is outside"),
        ("link.journey.yaml", "this file is outside"),
        ("none.journey.yaml", "there is no such file"),
    ],
)
def test_pages_read_nothing_outside_of_the_folder(site: Path, name: str, message: str) -> None:
    secret = site.parent / "secret.journey.yaml"
    secret.write_text(GOOD.replace("coffee", "secret").replace("personas: [Rina]\n", ""), "utf-8")
    if hasattr(os, "symlink"):
        (site / "docs" / "guide" / "link.journey.yaml").symlink_to(secret)
    (site / "docs" / "guide" / "a.md").write_text(f"# A\n\n```jmap\njmap: {name}\n```\n", "utf-8")
    made = build(site, "--strict")
    assert made.returncode == 1
    assert f"jmap: docs/guide/a.md:4:7: {name}: {message}" in made.stderr
    pictures = (site / "site" / "assets" / "jmap").glob("*.svg")
    assert not any("I buy a secret" in path.read_text("utf-8") for path in pictures)


def test_a_wider_folder_is_a_setting_of_the_site(site: Path) -> None:
    (site / "pages").mkdir()
    (site / "pages" / "mkdocs.yml").write_text(
        "site_name: C\ndocs_dir: ../docs\nsite_dir: ../site\nplugins: [{jmap: {root: ..}}]\n", "utf-8"
    )
    (site / "docs" / "index.md").write_text("```jmap\njmap: ../journeys/buy.journey.yaml\n```\n", "utf-8")
    made = build(site, "--strict", "-f", "pages/mkdocs.yml")
    assert made.returncode == 0, made.stderr
    assert IMAGE.search((site / "site" / "index.html").read_text("utf-8"))


def test_the_same_map_is_written_once_and_the_same_each_time(site: Path) -> None:
    fence = "```jmap\njmap: ../journeys/buy.journey.yaml\n```\n\n"
    (site / "docs" / "index.md").write_text(fence * 2, "utf-8")
    build(site)
    first = {path.name: path.read_bytes() for path in (site / "site" / "assets" / "jmap").iterdir()}
    build(site)
    assert {path.name: path.read_bytes() for path in (site / "site" / "assets" / "jmap").iterdir()} == first
    assert len([name for name in first if name.endswith(".svg")]) == 1


@pytest.fixture
def served(site: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    running = subprocess.Popen(command, cwd=site, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield f"http://127.0.0.1:{port}/"
    running.terminate()
    running.wait(20)


def until(address: str, wanted: str) -> str:
    """The page, as soon as that pattern is found on it."""
    end = time.monotonic() + 90
    page = ""
    while time.monotonic() < end:
        try:
            with urlopen(address, timeout=10) as answer:
                page = answer.read().decode("utf-8")
        except OSError:
            page = ""
        if re.search(wanted, page):
            return page
        time.sleep(0.2)
    raise AssertionError(f"{wanted} never came: {page[-2000:]}")


def test_serving_follows_maps_and_catalogues_beside_the_pages(site: Path, served: str) -> None:
    until(served, 'alt="I buy a coffee. Personas: Rina')
    map, catalogue = site / "journeys" / "buy.journey.yaml", site / "journeys" / "jmap.yaml"
    map.write_text(GOOD.replace("a coffee", "two coffees"), "utf-8")
    until(served, 'alt="I buy two coffees')
    catalogue.write_text(catalogue.read_text("utf-8").replace("Rina", "Rinna"), "utf-8")
    assert "did you mean `Rinna`?" in until(served, "jmap-mistakes")
