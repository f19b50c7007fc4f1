"""The settings in docs/editors.md are sound, and start what there is."""

from __future__ import annotations

import json
import re
import tomllib

from tests.editors.test_vscode import PACKAGE
from tests.running import ROOT

PAGE = (ROOT / "docs" / "editors.md").read_text("utf-8")


def block(language: str) -> str:
    found = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert found
    return str(found[0])


def test_helix_starts_the_server_for_maps_and_projects() -> None:
    settings = tomllib.loads(block("toml"))
    (language,) = settings["language"]
    server = settings["language-server"][language["language-servers"][0]]
    assert [server["command"], *server["args"]] == ["jmap", "lsp"]
    assert [kind["glob"] for kind in language["file-types"]] == ["*.journey.yaml", "jmap.yaml"]


def test_vs_code_knows_the_settings() -> None:
    assert set(json.loads(block("json"))) <= set(PACKAGE["contributes"]["configuration"]["properties"])


def test_the_commands_exist() -> None:
    commands = {path.stem for path in (ROOT / "jmap" / "cli" / "commands").glob("*.py")}
    assert {"lsp", *re.findall(r"`jmap ([a-z]+)", PAGE)} <= commands


def test_pictures_and_links_lead_somewhere() -> None:
    for page in ("editors.md", "embedding.md"):
        text = (ROOT / "docs" / page).read_text("utf-8")
        links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "://" not in link]
        assert links and [link for link in links if not (ROOT / "docs" / link).exists()] == []
