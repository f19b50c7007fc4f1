"""The built wheel holds everything, and works in an environment where the source tree is not."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from email import message_from_string
from pathlib import Path

import pytest

import jmap

ROOT = Path(__file__).parent.parent.parent
POSIX = os.name == "posix"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("hatchling", reason="needs hatchling: pip install -e .[dev]")
    out = tmp_path_factory.mktemp("dist")
    code = f"from hatchling.build import build_wheel; print(build_wheel({str(out)!r}))"
    made = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return out / made.stdout.splitlines()[-1]


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        list(map(str, command)), cwd=cwd, env=env, capture_output=True, text=True, timeout=180, check=False
    )


def test_it_holds_data_and_licences(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    tree = {f"jmap/{p.relative_to(ROOT).as_posix()}" for f in ("themes", "schemas") for p in (ROOT / f).iterdir()}
    assert {name for name in tree if name.endswith((".yaml", ".json"))} <= names
    package = [p for p in (ROOT / "jmap").rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    shipped = {p.relative_to(ROOT).as_posix() for p in package if ".hypothesis" not in p.parts}
    assert shipped <= names
    licences = {name.partition("/licenses/")[2] for name in names if "/licenses/" in name}
    assert {"LICENSE", "NOTICE"} <= licences and any("OFL" in name for name in licences)
    assert not [name for name in names if not name.startswith(("jmap/", "jmap_journeys-"))]


def test_its_metadata(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    folder = f"jmap_journeys-{jmap.__version__}.dist-info"
    metadata = message_from_string(archive.read(f"{folder}/METADATA").decode())
    assert metadata["Name"] == "jmap-journeys" and metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "Apache-2.0"
    assert "jmap = jmap.cli.main:main" in archive.read(f"{folder}/entry_points.txt").decode()


@pytest.mark.skipif(not POSIX, reason="only on POSIX systems")
def test_installed_into_an_empty_environment_it_builds_a_map(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "env"
    venv.create(home, with_pip=False, symlinks=True)
    site = next((home / "lib").glob("python3*/site-packages"))
    # What jmap needs comes from this environment, jmap itself from the wheel alone: its folder is found first.
    (site / "needs.pth").write_text(sysconfig.get_path("purelib") + "\n" + sysconfig.get_path("platlib") + "\n")
    code = "import sys; from pip._internal.cli.main import main; sys.exit(main(sys.argv[1:]))"
    pip = [home / "bin" / "python", "-c", code, "install", "--quiet", "--no-deps", "--no-index", "--ignore-installed"]
    installed = run(*pip, "--prefix", home, wheel, cwd=tmp_path)
    assert installed.returncode == 0, installed.stderr
    command = home / "bin" / "jmap"
    where = run(home / "bin" / "python", "-c", "import jmap; print(jmap.__file__)", cwd=tmp_path)
    assert where.stdout.startswith(str(site))
    assert run(command, "--version", cwd=tmp_path).stdout == f"jmap {jmap.__version__}\n"
    assert run(command, "init", "new", cwd=tmp_path).returncode == 0
    built = run(command, "build", "new", cwd=tmp_path)
    assert built.returncode == 0, built.stdout + built.stderr
    assert {"first.html", "first.swimlane.svg", "first.flow.svg"} <= set(os.listdir(tmp_path / "new" / "site"))
    assert run(command, "schema", "theme", cwd=tmp_path).returncode == 0


def test_the_source_archive_can_build_the_wheel(tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="needs hatchling: pip install -e .[dev]")
    code = f"from hatchling.build import build_sdist; print(build_sdist({str(tmp_path)!r}))"
    made = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    archive = tmp_path / made.stdout.splitlines()[-1]
    subprocess.run(["tar", "xzf", archive], cwd=tmp_path, check=True)
    folder = tmp_path / archive.name.removesuffix(".tar.gz")
    code = f"from hatchling.build import build_wheel; build_wheel({str(tmp_path)!r})"
    subprocess.run([sys.executable, "-c", code], cwd=folder, check=True, capture_output=True)
    names = zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist()
    assert {"jmap/themes/default.theme.yaml", "jmap/schemas/map.json"} <= set(names)
    assert {"tests", "examples", "Makefile"} <= set(os.listdir(folder))
