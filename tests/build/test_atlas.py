"""The atlas of a build that looks at some maps only does not pretend to know all."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import small_map
from tests.render.html.test_page import Element, Tree
from tests.running import inside


def atlas(folder: Path) -> Element:
    return Tree((folder / "index.html").read_text("utf-8")).root


def test_the_first_build_of_some_maps_says_that_there_are_more(project: Path) -> None:
    inside("build", "-f", "html", "maps/buy.journey.yaml", cwd=project)
    page = atlas(project / "site")
    assert "built from some maps of the project" in page.text and "1 map" in page.text
    assert "One map so far" not in page.text
    inside("build", "-f", "html", cwd=project)
    assert "2 maps" in atlas(project / "site").text
    assert "built from some maps" not in atlas(project / "site").text


def test_a_later_build_of_some_maps_leaves_the_atlas_of_all(project: Path) -> None:
    inside("build", "-f", "html", cwd=project)
    inside("build", "-f", "html", "maps/buy.journey.yaml", cwd=project)
    assert "2 maps" in atlas(project / "site").text


def test_maps_without_a_project_find_each_other(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.journey.yaml").write_text(small_map(name), "utf-8")
        inside("build", "-f", "html", f"{name}.journey.yaml", "-o", "out", cwd=tmp_path)
    page = atlas(tmp_path / "out")
    hrefs = {link.attributes["href"] for link in page.all("a")}
    assert {"one.html", "two.html"} <= hrefs
    assert "Built earlier" in page.text and "built from some maps of the project" not in page.text


def test_a_map_with_errors_is_in_the_atlas_beside_the_others(project: Path) -> None:
    broken = small_map("swap").replace("feelings:", "feelngs:")
    (project / "maps" / "swap.journey.yaml").write_text(broken, "utf-8")
    inside("build", "-f", "html", cwd=project)
    page = atlas(project / "site")
    assert "2 maps · 1 not built" in page.text
    assert "maps/swap.journey.yaml:9:9" in page.text and "Did you mean feelings?" in page.text
