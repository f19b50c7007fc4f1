"""The extension for VS Code: it packs without a network, and drives the real `jmap lsp` and `jmap serve`."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import pytest

import jmap
from tests.running import ROOT

HERE = ROOT / "editors" / "vscode"
PACKAGE = json.loads((HERE / "package.json").read_text("utf-8"))
SPACE = "{http://schemas.microsoft.com/developer/vsx-schema/2011}"
CATALOGUE = (
    "jmap: 1\ntitle: Shoes\npersonas: [{id: dewi, name: Dewi}]\ntouchpoints: [{name: Size guide, owner: brand}]\n"
)
MAP = """\
jmap: 1
title: I buy shoes
personas: [Dewi]
stages:
  - name: Decide
    steps:
      - name: Read
        touchpoints: [Size guide]
        feelings: 1
"""


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("vsix", HERE / "build.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def vsix(tool: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    return zipfile.ZipFile(tool.build(tmp_path_factory.mktemp("vsix")))


def test_it_holds_everything_that_it_needs(vsix: zipfile.ZipFile) -> None:
    names = set(vsix.namelist())
    assert {"[Content_Types].xml", "extension.vsixmanifest"} <= names
    named = [PACKAGE["main"], *(one["url"] for one in PACKAGE["contributes"]["yamlValidation"])]
    assert {f"extension/{name.removeprefix('./')}" for name in named} <= names
    for name in (name for name in names if name.endswith(".js")):
        for needed in re.findall(r'require\("(\.[^"]+)"\)', vsix.read(name).decode()):
            target = (Path("/") / name).parent / f"{needed}.js"
            assert os.path.normpath(target).lstrip(os.sep).replace(os.sep, "/") in names, f"{name} needs {needed}"
        others = set(re.findall(r'require\("([^."][^"]*)"\)', vsix.read(name).decode()))
        assert all(other == "vscode" or other.startswith("node:") for other in others), "nothing is to be installed"
    assert vsix.read("extension/schemas/map.json") == (ROOT / "schemas" / "map.json").read_bytes()


def test_its_manifest_says_what_the_package_says(vsix: zipfile.ZipFile) -> None:
    manifest = ElementTree.fromstring(vsix.read("extension.vsixmanifest"))
    identity = manifest.find(f"{SPACE}Metadata/{SPACE}Identity")
    assert identity is not None
    assert (identity.get("Id"), identity.get("Version")) == (PACKAGE["name"], PACKAGE["version"])
    names = set(vsix.namelist())
    assert {asset.get("Path") for asset in manifest.iter(f"{SPACE}Asset")} <= names
    known = {one.get("Extension") for one in ElementTree.fromstring(vsix.read("[Content_Types].xml"))}
    assert {Path(name).suffix for name in names if name != "[Content_Types].xml"} <= known


def test_the_package_is_sound() -> None:
    assert PACKAGE["version"] == jmap.__version__
    contributes = PACKAGE["contributes"]
    commands = {one["command"] for one in contributes["commands"]}
    used = {one["command"] for menu in contributes["menus"].values() for one in menu}
    source = (HERE / "extension.js").read_text("utf-8")
    assert used <= commands == set(re.findall(r'registerCommand\("([^"]+)"', source))
    read = "".join(path.read_text("utf-8") for path in (HERE / "lib").glob("*.js"))
    assert all(name in source or name in read for name in contributes["configuration"]["properties"])
    assert PACKAGE["capabilities"]["untrustedWorkspaces"]["supported"] is False  # it starts a program


def test_the_same_sources_make_the_same_file(tool: ModuleType, tmp_path: Path) -> None:
    assert tool.build(tmp_path / "a").read_bytes() == tool.build(tmp_path / "b").read_bytes()


def driven(folder: Path, file: str, *command: str) -> dict[str, Any]:
    """What the extension did in a stand-in for VS Code."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("needs node: install nodejs")
    folder.mkdir(exist_ok=True)
    (folder / "jmap.yaml").write_text(CATALOGUE, "utf-8")
    (folder / file).write_text(MAP, "utf-8")
    done = subprocess.run(
        [node, ROOT / "tests" / "editors" / "editor.js", folder, folder / file, *command],
        capture_output=True, text=True, encoding="utf-8", timeout=150, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_an_editor_gets_all_that_the_server_knows_and_a_preview(tmp_path: Path) -> None:
    pytest.importorskip("pygls", reason="needs the extra lsp: pip install -e .[lsp]")
    found = driven(tmp_path / "p", "buy.journey.yaml", sys.executable, "-m", "jmap")
    assert set(found["commands"]) == {one["command"] for one in PACKAGE["contributes"]["commands"]}
    assert found["fine"] == 0
    assert "Size guide" in found["hover"] and found["definition"] == "jmap.yaml" and found["references"] == 2
    assert found["symbols"] == [["Decide", ["Read"]]]
    assert found["prepared"] == "Dewi" and "Only a name" in found["refused"]
    assert found["renamed"]["buy.journey.yaml"] == ["Guide"] and "jmap.yaml" in found["renamed"]
    assert "Size guide" in found["completed"]
    assert isinstance(found["formatted"], list)
    message, code, source, line = found["mistake"]
    assert "Did you mean `stages`?" in message and (code, source, line) == ("unknown-key", "jmap", 3)
    assert found["action"] == ["Change to `stages`", {"buy.journey.yaml": ["stages"]}]

    preview = found["preview"]
    assert preview["svg"].startswith("<svg ") and "I buy shoes" in preview["svg"]
    assert preview["kept"] and preview["mistake"] == [4, "stages"] and preview["title"] == "I buy boots"
    assert "shown buy.journey.yaml 3" in found["messages"]
    assert any(re.fullmatch(r"opened http://(localhost|127\.0\.0\.1):\d+/.+/", one) for one in found["messages"])
    assert "default-src 'none'" in preview["html"] and "NONCE" not in preview["html"]


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("no-such-program",), "there is no program no-such-program"),
        ((sys.executable, "-c", "import sys; sys.exit('pygls is missing')"), "pygls is missing"),
        ((sys.executable, "-c", "import sys; sys.exit('Usage: jmap -histo <pid>')"), "this jmap is Java's"),
    ],
)
def test_what_is_not_there_is_told(tmp_path: Path, command: tuple[str, ...], told: str) -> None:
    messages = driven(tmp_path / "p", "missing.journey.yaml", *command)["messages"]
    assert len(messages) == 1 and told in messages[0] and "jmap.command" in messages[0]
