"""The builder's gestures with a real mouse: units, edges, weights, links, paper."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from mlp_studio.document.selection import Selected
from mlp_studio.project import edits
from mlp_studio.ui.app import Studio
from mlp_studio.ui.mime import PaletteItem
from tests.e2e.mouse import Mouse, middle, on_canvas
from tests.e2e.test_xor_story import canvas_place, port, tile


@pytest.fixture
def xor(studio: Studio, qtbot: QtBot) -> Studio:
    """The XOR template on the canvas, nothing selected, motion off so that places are final."""
    studio.canvas.motion.wanted = False
    studio.canvas.acts.add(PaletteItem("template", "xor"))
    studio.selection.clear()
    studio.canvas.fit()
    qtbot.wait(200)
    return studio


def unit(studio: Studio, layer: str, number: int, *, down: float = 0.0) -> QPoint:
    item = studio.canvas.figure.layers[layer]
    centre = item.column.centre(number)
    assert centre is not None
    return on_canvas(studio.canvas, item.pos() + centre + QPointF(0.0, down))


def unit_port(studio: Studio, layer: str, number: int) -> QPoint:
    item = studio.canvas.figure.layers[layer]
    return on_canvas(studio.canvas, item.pos() + item.column.unit_port(number, "right"))


def header(studio: Studio, layer: str) -> QPoint:
    item = studio.canvas.figure.layers[layer]
    return on_canvas(studio.canvas, item.pos() + item.column.header.center())


def number_of(studio: Studio, link: str, j: int, k: int) -> QPoint:
    row = studio.canvas.figure.table.find(link, j, k)
    plates = studio.canvas.figure.labels.plates
    box = next(plate.box for plate in plates if plate.label.edge == row)
    return on_canvas(studio.canvas, box.center())


def weights(studio: Studio, link: str) -> np.ndarray:
    return edits.materialised_weights(studio.document.project, link).values


def between(studio: Studio, source: str, target: str) -> QPoint:
    spots = studio.canvas.figure.project_places
    return on_canvas(studio.canvas, (spots[source] + spots[target]) / 2)


def test_a_neuron_is_dropped_into_a_layer_at_its_place(xor: Studio, mouse: Mouse) -> None:
    before = weights(xor, "x->h1").copy()
    xor.document.apply("", edits.set_weights, "x->h1", before)
    mouse.drag(tile(xor, 2), unit(xor, "h1", 0, down=44.0))
    assert xor.document.project.layer("h1").units == 3
    assert np.array_equal(weights(xor, "x->h1")[[0, 2]], before)


def test_a_layer_is_dropped_into_a_link(xor: Studio, mouse: Mouse) -> None:
    mouse.drag(tile(xor, 1), between(xor, "h1", "o"))
    assert {link.id for link in xor.document.project.links} == {"x->h1", "h1->h2", "h2->o"}
    assert xor.document.compiled is not None


def test_a_click_on_the_palette_and_one_on_the_canvas_place_a_layer(
    studio: Studio, mouse: Mouse
) -> None:
    mouse.click(tile(studio, 1))
    mouse.point(canvas_place(studio, 0.5, 0.5))
    assert studio.canvas.figure.ghost.isVisible()
    mouse.click(canvas_place(studio, 0.5, 0.5))
    assert [layer.id for layer in studio.document.project.layers] == ["h1"]


def test_a_unit_is_carried_within_its_layer(xor: Studio, mouse: Mouse) -> None:
    before = weights(xor, "x->h1").copy()
    mouse.drag(unit(xor, "h1", 0), unit(xor, "h1", 1, down=40.0))
    assert np.array_equal(weights(xor, "x->h1"), before[::-1])


def test_a_single_edge_is_drawn_from_unit_to_unit(xor: Studio, mouse: Mouse) -> None:
    mouse.point(unit(xor, "x", 0))
    mouse.drag(unit_port(xor, "x", 0), unit(xor, "o", 0))
    assert xor.document.project.link("x->o").mask is not None
    assert xor.document.project.link("x->o").mask.tolist() == [[True, False]]


def test_a_layer_is_carried_by_its_header(xor: Studio, mouse: Mouse) -> None:
    start = header(xor, "h1")
    mouse.drag(start, start + QPoint(0, 60))
    assert xor.document.undo_stack.undo_text() == "Move Hidden"


def test_a_link_is_drawn_around_a_layer(xor: Studio, mouse: Mouse) -> None:
    mouse.drag(port(xor, "x", "right"), port(xor, "o", "left"))
    assert xor.document.project.has_link("x->o")


def test_a_weight_is_dragged_and_another_one_typed(xor: Studio, mouse: Mouse, qtbot: QtBot) -> None:
    before = weights(xor, "x->h1")[0, 0]
    at = number_of(xor, "x->h1", 0, 0)
    mouse.drag(at, at - QPoint(0, 50))
    assert weights(xor, "x->h1")[0, 0] > before + 0.5
    mouse.double_click(number_of(xor, "x->h1", 1, 1))
    assert xor.canvas.weight_editor.isVisible()
    mouse.type("1/3")
    mouse.press_key("Return")
    assert weights(xor, "x->h1")[1, 1] == 1 / 3


def test_a_band_and_shift_select(xor: Studio, mouse: Mouse) -> None:
    mouse.drag(canvas_place(xor, 0.35, 0.12), canvas_place(xor, 0.9, 0.9))
    assert xor.selection.current.layers == {"h1", "o"}
    mouse._do("keydown", "shift")
    mouse.click(header(xor, "o"))
    mouse._do("keyup", "shift")
    assert xor.selection.current.layers == {"h1"}


def test_the_paper_is_zoomed_under_the_pointer_and_panned_three_ways(
    xor: Studio, mouse: Mouse
) -> None:
    view = xor.canvas
    at = unit(xor, "h1", 0)
    zoom = view.paper.zoom
    mouse.turn(at, 2, holding="ctrl")
    assert view.paper.zoom > zoom * 1.3
    assert (unit(xor, "h1", 0) - at).manhattanLength() < 4
    for way in ({"button": 2}, {"holding": "space"}):
        before = unit(xor, "h1", 0)
        start = canvas_place(xor, 0.5, 0.9)
        view.setFocus()
        mouse.drag(start, start + QPoint(40, -30), **way)
        moved = unit(xor, "h1", 0) - before
        assert (moved - QPoint(40, -30)).manhattanLength() < 4, way
    before = unit(xor, "h1", 0)
    mouse.turn(at, -2)
    assert unit(xor, "h1", 0).y() < before.y()


def test_the_menu_under_the_pointer_duplicates_a_unit(
    xor: Studio, mouse: Mouse, qtbot: QtBot
) -> None:
    mouse.click(unit(xor, "h1", 0), button=3)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(each for each in menu.actions() if each is xor.actions["duplicate"])
    mouse.click(menu.mapToGlobal(menu.actionGeometry(action).center()))
    assert xor.document.project.layer("h1").units == 3


def test_copy_paste_and_arrange_by_keys(xor: Studio, mouse: Mouse) -> None:
    mouse.click(header(xor, "h1"))
    mouse.press_key("ctrl+c")
    mouse.press_key("ctrl+v")
    assert len(xor.document.project.layers) == 4
    assert len(xor.selection.current.layers) == 1
    mouse.press_key("ctrl+l")
    assert xor.document.undo_stack.undo_text() == "Arrange"


def test_a_large_layer_is_unfolded_and_folded_by_a_click(
    studio: Studio, mouse: Mouse, qtbot: QtBot
) -> None:
    studio.canvas.acts.add(PaletteItem("template", "digits"))
    studio.selection.set(Selected())
    qtbot.wait(200)
    item = studio.canvas.figure.layers["h1"]
    mouse.click(on_canvas(studio.canvas, item.pos() + item.column.fold_button.center()))
    assert item.column.folded == 0
    studio.actions["fold"].trigger()
    assert item.column.folded > 0


def test_a_problem_is_mended_at_its_mark(xor: Studio, mouse: Mouse, qtbot: QtBot) -> None:
    xor.document.apply("", edits.remove_link, "h1->o")
    xor.canvas.fit()
    qtbot.wait(200)
    item = xor.canvas.figure.layers["o"]
    mouse.click(on_canvas(xor.canvas, item.pos() + item.column.badge.center()))
    assert xor.canvas.problem_note.isVisible()
    mouse.click(middle(xor.canvas.problem_note.buttons[0]))
    assert xor.document.problems == ()


def test_the_overview_moves_the_view(studio: Studio, mouse: Mouse, qtbot: QtBot) -> None:
    studio.canvas.acts.add(PaletteItem("template", "deep_narrow"))
    studio.selection.clear()
    studio.canvas.paper.zoom_by(3.0)
    qtbot.wait(200)
    overview = studio.canvas.overview
    assert overview.isVisible()
    layer = studio.canvas.figure.layers["x"]
    at = overview.to_map(layer.pos())
    mouse.click(overview.mapToGlobal(at.toPoint()))
    shown = overview.visible_part()
    assert shown.contains(layer.pos())
