"""The links between maps, as dot draws them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from jmap.graph.links import links
from jmap.graph.relations import relations
from jmap.layout.scene import Group, Item, Scene, Text
from jmap.locale.words import words
from jmap.render.dot_program import find
from jmap.resolve.journey import FailedMap, Journey, Stage, Workspace
from jmap.text.typesetter import Typesetter
from jmap.theme.load import load_theme


def journey(id: str, *details: str, title: str = "", future_of: str = "") -> Journey:
    stages = tuple(
        Stage(path=f"stages.{n}", id=f"s{n}", name=f"Stage {n + 1}", number=n + 1, journey=to)
        for n, to in enumerate(details or ("",))
    )
    state = "future" if future_of else "current"
    return Journey(
        id=id, file=f"{id}.journey.yaml", title=title or f"I {id}", stages=stages, columns=stages,
        state=state, future_of=future_of,
    )  # fmt: skip


def workspace(*journeys: Journey, failed: tuple[FailedMap, ...] = ()) -> Workspace:
    return Workspace(root="/", title="Shop", journeys=journeys, failed=failed)


def drawn(found: Workspace) -> Scene:
    theme, _ = load_theme("default", Path())
    diagram = links(found, theme, Typesetter(), words("en"))
    assert diagram
    (layout,) = find().run([diagram.source])
    assert not isinstance(layout, Exception)
    return diagram.scene(layout)


def texts(items: tuple[Item, ...]) -> list[str]:
    found: list[str] = []
    for item in items:
        if isinstance(item, Group):
            found += texts(item.children)
        elif isinstance(item, Text):
            found.append(item.text)
    return found


def test_maps_without_links_have_no_diagram() -> None:
    theme, _ = load_theme("default", Path())
    assert links(workspace(journey("buy"), journey("pay")), theme, Typesetter(), words("en")) is None


def test_a_map_that_details_two_stages_is_one_link() -> None:
    (found,) = relations(workspace(journey("buy", "pay", "", "pay"), journey("pay")))
    assert (found.kind, found.source.id, found.target.id) == ("details", "buy", "pay")
    assert [place.name for place in found.places] == ["Stage 1", "Stage 3"]


def test_a_future_begins_at_its_current_map() -> None:
    (found,) = relations(workspace(journey("later", future_of="buy"), journey("buy")))
    assert (found.kind, found.source.id, found.target.id) == ("future", "buy", "later")


def test_a_future_of_a_map_that_is_not_here_is_not_lost() -> None:
    (found,) = relations(workspace(journey("later", future_of="buy"), failed=(FailedMap("b.yaml", "buy", "I buy"),)))
    assert (found.source.title, found.source.failed, found.source.journey) == ("I buy", True, None)


def test_the_picture_names_maps_steps_and_what_was_not_built() -> None:
    maps = (journey("buy", "pay", "gone"), journey("pay"), journey("later", "broken", future_of="buy"))
    scene = drawn(workspace(*maps, failed=(FailedMap("x.yaml", "broken", "I return"),)))
    said = texts(scene.children)
    for text in ("I buy", "I pay", "I later", "I return", "Stage 1", "Stage 2", "Shall become"):
        assert text in said
    assert said.count("Not built: it has errors") == 2  # on its card, and in the legend
    assert said.count("Not in this build") == 2


def test_the_legend_names_only_what_is_drawn() -> None:
    said = texts(drawn(workspace(journey("buy", "pay"), journey("pay"))).children)
    assert "The step has a map of its own" in said
    assert not {"Shall become", "Not in this build", "Not built: it has errors"} & set(said)


def test_from_right_to_left_the_picture_mirrors() -> None:
    maps = (journey("buy", "pay", title="Aaa"), journey("pay", title="Zzz"))

    def place(found: Workspace, title: str) -> float:
        def walk(items: tuple[Item, ...]) -> float | None:
            for item in items:
                if isinstance(item, Text) and item.text == title:
                    return item.x
                if isinstance(item, Group) and (x := walk(item.children)) is not None:
                    return x
            return None

        x = walk(drawn(found).children)
        assert x is not None
        return x

    ltr = workspace(*maps)
    rtl = replace(ltr, title="متجر")
    assert place(ltr, "Aaa") < place(ltr, "Zzz")
    assert place(rtl, "Aaa") > place(rtl, "Zzz")
