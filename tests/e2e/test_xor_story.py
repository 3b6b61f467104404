"""The first five minutes of a newcomer: build XOR, step, train, save, reopen."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QToolBar
from pytestqt.qtbot import QtBot

from mlp_studio.project import edits
from mlp_studio.ui.app import Studio
from mlp_studio.ui.panels.data import DataPanel
from tests.e2e.mouse import Mouse, middle, on_canvas
from tests.ui.answers import Answers


def tile(studio: Studio, row: int) -> QPoint:
    """Where the palette's item number `row` is."""
    tiles = studio.palette.list
    return middle(tiles.viewport(), tiles.visualItemRect(tiles.item(row)))


def canvas_place(studio: Studio, x: float, y: float) -> QPoint:
    """A point of the canvas by shares of its width and height."""
    area = studio.canvas.viewport()
    return area.mapToGlobal(QPoint(round(area.width() * x), round(area.height() * y)))


def port(studio: Studio, layer: str, side: str) -> QPoint:
    item = studio.canvas.figure.layers[layer]
    within = item.column.right_port if side == "right" else item.column.left_port
    return on_canvas(studio.canvas, item.pos() + within)


def tool_button(studio: Studio, name: str) -> QPoint:
    for bar in studio.window.findChildren(QToolBar):
        widget = bar.widgetForAction(studio.actions[name])
        if widget is not None:
            return middle(widget)
    raise AssertionError(f"no button for {name} in the toolbar")


def choose_xor(studio: Studio, mouse: Mouse, qtbot: QtBot) -> None:
    """Open the list of data sets with the mouse and take XOR."""
    dock = studio.window.docks["data"]
    dock.show()
    dock.raise_()
    qtbot.wait(100)
    panel = studio.window.findChild(DataPanel)
    assert panel is not None
    mouse.click(middle(panel.name))
    view = panel.name.view()
    qtbot.waitUntil(view.isVisible)
    xor = panel.name.model().index(panel.name.findData("xor"), 0)
    mouse.click(middle(view.viewport(), view.visualRect(xor)))


def build_xor(studio: Studio, mouse: Mouse, qtbot: QtBot) -> None:
    choose_xor(studio, mouse, qtbot)
    studio.window.docks["palette"].raise_()
    for row, x in ((0, 0.2), (1, 0.5), (3, 0.8)):
        mouse.drag(tile(studio, row), canvas_place(studio, x, 0.5))
    layers = [layer.id for layer in studio.document.project.layers]
    assert len(layers) == 3, studio.document.project
    for source, target in pairwise(layers):
        mouse.drag(port(studio, source, "right"), port(studio, target, "left"))


def test_a_newcomer_builds_steps_trains_saves_and_reopens(
    studio: Studio, mouse: Mouse, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    document, cursor = studio.document, studio.cursor

    build_xor(studio, mouse, qtbot)
    assert document.problems == ()
    assert [layer.units for layer in document.project.layers] == [2, 2, 1]
    assert len(document.project.links) == 2

    built = document.project
    assert document.compiled is not None
    weights = document.compiled.parameters.copy()
    numbers = cursor.trace
    mouse.click(tool_button(studio, "step"))
    for _ in cursor.steps:
        mouse.click(tool_button(studio, "step_forward"))
    assert cursor.index == len(cursor.steps) - 1
    for _ in cursor.steps:
        mouse.click(tool_button(studio, "step_back"))
    assert cursor.index == -1
    assert document.project is built
    assert cursor.trace is numbers
    assert document.compiled.parameters.tobytes() == weights.tobytes()

    mouse.click(tool_button(studio, "train"))
    document.apply("Until it has converged", edits.set_training, converge_below=0.01)
    before = document.project
    mouse.click(tool_button(studio, "run"))
    qtbot.waitUntil(lambda: not studio.run.running, timeout=60_000)
    assert studio.run.latest is not None
    assert studio.run.latest.stopped == "converged"
    assert studio.run.history.train[-1] <= 0.01 < studio.run.history.train[0]

    assert document.compiled is not None
    predictions = document.compiled.network.predict(
        document.compiled.parameters, document.compiled.inputs
    )
    assert np.array_equal(predictions.round(), document.compiled.targets)
    answers.saves = tmp_path / "my xor.mlps"
    mouse.press_key("ctrl+s")
    qtbot.waitUntil(answers.saves.exists)
    assert not document.is_modified

    mouse.press_key("ctrl+n")
    qtbot.waitUntil(lambda: document.project.layers == ())
    answers.opens = answers.saves
    mouse.press_key("ctrl+o")
    qtbot.waitUntil(lambda: len(document.project.layers) == 3)
    assert document.compiled is not None
    again = document.compiled.network.predict(
        document.compiled.parameters, document.compiled.inputs
    )
    assert again.tobytes() == predictions.tobytes()
    assert before != document.project
    assert answers.told == []


def test_undo_takes_every_gesture_back(studio: Studio, mouse: Mouse, qtbot: QtBot) -> None:
    start = studio.document.project
    build_xor(studio, mouse, qtbot)
    built = studio.document.project
    while studio.document.undo_stack.can_undo():
        mouse.press_key("ctrl+z")
    assert studio.document.project == start
    while studio.document.undo_stack.can_redo():
        mouse.press_key("ctrl+shift+z")
    assert studio.document.project == built


def test_a_layer_is_selected_by_a_click_and_deleted_by_its_key(
    studio: Studio, mouse: Mouse, qtbot: QtBot
) -> None:
    mouse.drag(tile(studio, 1), canvas_place(studio, 0.5, 0.5))
    layer = studio.document.project.layers[0].id
    item = studio.canvas.figure.layers[layer]
    mouse.click(canvas_place(studio, 0.1, 0.1))
    assert not studio.selection.current
    mouse.click(on_canvas(studio.canvas, item.pos() + QPointF(item.column.header.center())))
    assert studio.selection.current.layers == {layer}
    mouse.press_key("Delete")
    qtbot.waitUntil(lambda: studio.document.project.layers == ())
