"""The templates of `jmap init`: each works at once, in each language, and teaches what it is there to teach."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jmap.cli import choices, templates
from jmap.resolve.journey import Journey
from tests.examples.pipeline import load
from tests.running import inside

EVERY = [(name, locale) for name in choices.templates() for locale in templates.locales()]
SCHEMA = "# yaml-language-server: $schema="


@pytest.fixture(params=EVERY, ids="-".join)
def begun(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str, str]:
    """A new project, its template and its language."""
    template, locale = request.param
    done = inside("init", "--template", template, "--locale", locale, cwd=tmp_path)
    assert done.returncode == 0 and done.stderr.endswith("Next: jmap build\n")
    return tmp_path, template, locale


def maps(template: str, locale: str, folder: Path) -> list[Journey]:
    assert inside("init", folder, "--template", template, "--locale", locale, cwd=folder.parent).returncode == 0
    workspace, diagnostics = load(folder)
    assert diagnostics == ()
    return sorted(workspace.journeys, key=lambda journey: journey.state)


def test_which_there_are() -> None:
    assert choices.templates() == ["blank", "e-commerce", "service-blueprint", "software-onboarding"]
    assert templates.locales() == ["en", "id"]


def test_it_checks_and_builds_at_once(begun: tuple[Path, str, str]) -> None:
    folder, _, locale = begun
    checked = inside("check", cwd=folder)
    assert (checked.returncode, checked.stdout) == (0, "") and "no mistakes" in checked.stderr
    assert inside("build", cwd=folder).returncode == 0
    pages = sorted((folder / "site").glob("*.html"))
    assert (folder / "site" / "index.html") in pages and len(pages) >= 2
    assert all(f'<html lang="{locale}"' in page.read_text("utf-8") for page in pages)


def test_it_has_what_editors_and_git_need(begun: tuple[Path, str, str]) -> None:
    folder, _, _ = begun
    assert "/site/" in (folder / ".gitignore").read_text("utf-8").splitlines()
    for path in folder.rglob("*.yaml"):
        first = path.read_text("utf-8").splitlines()[0]
        assert first.startswith(SCHEMA) and (path.parent / first.removeprefix(SCHEMA)).is_file()


def test_it_teaches_in_remarks(begun: tuple[Path, str, str]) -> None:
    folder, _, _ = begun
    for path in folder.rglob("*.yaml"):
        text = path.read_text("utf-8").partition("\n")[2]
        assert len(re.findall(r"(?:^|\s)# \w", text)) >= 4, f"{path.name} explains nothing"
        assert all(len(line) <= 125 for line in text.splitlines())


def test_it_is_modest(begun: tuple[Path, str, str]) -> None:
    folder, template, _ = begun
    for journey in load(folder)[0].journeys:
        assert 3 <= len(journey.stages) <= 6 and 4 <= len(journey.columns) <= 7
        assert (journey.coverage.known > 0) == (journey.state == "current")
        assert journey.goal and journey.personas


@pytest.mark.parametrize("template", choices.templates())
def test_languages_have_nothing_but_names_in_common(template: str) -> None:
    english, indonesian = (templates.files(template, locale) for locale in ("en", "id"))
    assert len(english) == len(indonesian)
    assert english["jmap.yaml"] != indonesian["jmap.yaml"] and english[".gitignore"] != indonesian[".gitignore"]
    one, two = (remarks(files) for files in (english, indonesian))
    assert len(one) == pytest.approx(len(two), abs=2) and not one & two


def remarks(files: dict[str, bytes]) -> set[str]:
    """What the comments of the YAML files say."""
    text = "\n".join(data.decode() for name, data in files.items() if name.endswith(".yaml"))
    return {remark for remark in re.findall(r"(?:^|\s)# (.+)$", text, re.MULTILINE) if "$schema" not in remark}


@pytest.mark.parametrize("template", choices.templates())
def test_both_languages_draw_the_same_shape(template: str, tmp_path: Path) -> None:
    english, indonesian = (maps(template, locale, tmp_path / locale) for locale in ("en", "id"))
    for one, two in zip(english, indonesian, strict=True):
        assert [len(stage.steps) for stage in one.stages] == [len(stage.steps) for stage in two.stages]
        assert [lane.key for lane in one.lanes] == [lane.key for lane in two.lanes]
        assert (one.coverage, one.left_at_end) == (two.coverage, two.left_at_end)


@pytest.mark.parametrize("locale", templates.locales())
def test_e_commerce_shows_who_leaves_and_what_to_do(locale: str, tmp_path: Path) -> None:
    (journey,) = maps("e-commerce", locale, tmp_path / "new")
    assert len(journey.stages) == 5 and journey.left_at_end < 0.7
    assert any(way.kind == "back" for way in journey.ways)
    pains = {item.label for _, item in journey.every("pain_points")}
    assert pains and pains == {label for _, item in journey.every("opportunities") for label in item.addresses}


@pytest.mark.parametrize(("locale", "lines"), [("en", "Line of"), ("id", "Garis")])
def test_service_blueprint_draws_three_lines(locale: str, lines: str, tmp_path: Path) -> None:
    inside("init", "--template", "service-blueprint", "--locale", locale, cwd=tmp_path)
    inside("build", "-f", "svg", cwd=tmp_path)
    (picture,) = (tmp_path / "site").glob("*.swimlane.svg")
    found = re.findall(rf">({lines} \w+[\w ]*)<", picture.read_text("utf-8"))
    assert len(set(found)) == 3


@pytest.mark.parametrize("locale", templates.locales())
def test_software_onboarding_shows_today_and_tomorrow(locale: str, tmp_path: Path) -> None:
    today, tomorrow = maps("software-onboarding", locale, tmp_path / "new")
    assert (today.state, tomorrow.state, tomorrow.future_of) == ("current", "future", today.id)
    assert [place.name for place in today.columns] == [place.name for place in tomorrow.columns]
    assert tomorrow.left_at_end > today.left_at_end


def test_help_lists_the_templates(tmp_path: Path) -> None:
    shown = " ".join(inside("init", "--help", cwd=tmp_path).stdout.split())
    assert all(f"{name} {templates.about(name)}" in shown for name in choices.templates())


@pytest.mark.parametrize("wrong", [("--template", "shop"), ("--locale", "xx")])
def test_what_there_is_not_is_wrong_usage(wrong: tuple[str, str], tmp_path: Path) -> None:
    done = inside("init", *wrong, cwd=tmp_path)
    assert done.returncode == 2 and wrong[1] in done.stderr and list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("taken", ["maps/buy-a-plant.journey.yaml", ".gitignore", ".jmap/map.json"])
def test_nothing_is_overwritten_and_nothing_half_done(taken: str, tmp_path: Path) -> None:
    (tmp_path / taken).parent.mkdir(exist_ok=True)
    (tmp_path / taken).write_text("mine")
    done = inside("init", "--template", "e-commerce", cwd=tmp_path)
    assert done.returncode == 2 and f"{Path(taken)} is there already" in done.stderr
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / taken]
    assert (tmp_path / taken).read_text() == "mine"
