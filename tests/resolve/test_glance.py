"""At a glance a map is who it is when read in full."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from jmap.resolve.glance import glance
from jmap.resolve.identity import identity
from jmap.source.files import Disk
from jmap.source.read import read_from


@pytest.mark.parametrize(
    "text",
    [
        "jmap: 1\ntitle: A\n",
        "jmap: 1\nid: shoes\n",
        "jmap: 1\r\nid:  shoes   # for feet\r\ntitle: A\r\n",
        'id: "shoes"\n',
        "id: 'shoes'\n",
        '"id": shoes\n',
        "{id: shoes, title: A}\n",
        "? id\n: shoes\n",
        "id: sho es\n",
        "id:\n  shoes\n",
        "id: shoes\nid: boots\n",
        "id: [shoes]\n",
        "id: >\n  shoes\n",
        "id : shoes\n",
        "id: Schuhe-für-alle\n",
        'id: "sh\\u006fes"\n',
        "title: |\n  id: not this\nid: shoes\n",
        "stages:\n  - id: not-this\n",
        "future_of: shoes\n",
        "stages:\n  - name: A\n    journey: other\n",
        "stages: [{name: A, 'journey' : other}]\n",
        "stages:\n  - name: A\n    steps:\n      - {name: B, journey: other}\n",
        "\ufeffid: shoes\n",
        "  id: shoes\n  title: A\n",
        "# A\n\n  # B\nid: shoes\nstages:\n- name: A\n",
        "- id: shoes\n",
        "# id: not\n---\nid: shoes\n",
        "",
        "\tid: x\n",
    ],
)
def test_as_in_full(tmp_path: Path, text: str) -> None:
    (tmp_path / "the map.journey.yaml").write_bytes(text.encode())
    files = Disk(tmp_path)
    full = identity(read_from(files, "the map.journey.yaml"))
    assert replace(glance(files, "the map.journey.yaml"), title="") == replace(full, title="")
