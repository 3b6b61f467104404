"""What is dragged from the palette becomes a layer or a unit where it is dropped."""

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication

from mlp_studio.project import edits
from mlp_studio.project.model import Project
from mlp_studio.ui.canvas.places import COLUMN_GAP
from tests.ui.canvas.conftest import xor_project
from tests.ui.canvas.mouse import Dragged, middle_of


def test_an_input_dropped_on_the_empty_canvas_becomes_a_layer_there(empty) -> None:
    Dragged(empty.view, "input").drop(QPointF(40.0, -20.0))
    (layer,) = empty.project.layers
    assert (layer.id, layer.kind) == ("x", "input")
    assert empty.figure.project_places["x"] == QPointF(40.0, -20.0)
    assert empty.document.undo_stack.count() == 1


def test_what_was_dropped_is_selected(empty) -> None:
    Dragged(empty.view, "dense").drop(QPointF())
    assert empty.selection.current.layers == {"h1"}


def test_a_dense_layer_has_two_units_and_a_neuron_one(empty) -> None:
    Dragged(empty.view, "dense").drop(QPointF(0.0, 0.0))
    Dragged(empty.view, "neuron").drop(QPointF(300.0, 0.0))
    assert [layer.units for layer in empty.project.layers] == [2, 1]


def test_inputs_and_outputs_fit_the_data(show) -> None:
    studio = show(edits.set_data(Project(), xor_project().data))
    Dragged(studio.view, "input").drop(QPointF(0.0, 0.0))
    Dragged(studio.view, "output").drop(QPointF(300.0, 0.0))
    assert [(layer.id, layer.units) for layer in studio.project.layers] == [("x", 2), ("o", 1)]


def test_a_neuron_dropped_on_a_layer_joins_it(xor) -> None:
    Dragged(xor.view, "neuron").drop(middle_of(xor.view, "h1", 0))
    assert [layer.units for layer in xor.project.layers] == [2, 3, 1]
    assert xor.document.undo_stack.undo_text() == "Add unit to h1"


def test_the_other_layers_stay_where_they_were_seen(xor) -> None:
    before = xor.figure.project_places
    Dragged(xor.view, "dense").drop(QPointF(0.0, 220.0))
    after = xor.figure.project_places
    assert {layer: after[layer] for layer in before} == before
    assert all(layer.position is not None for layer in xor.project.layers)


def test_a_ghost_shows_beforehand_what_a_drop_would_make(empty) -> None:
    dragged = Dragged(empty.view, "dense")
    assert dragged.over(QPointF(80.0, 40.0)).isAccepted()
    assert empty.figure.ghost.isVisible()
    ((column, at),) = empty.figure.ghost.columns
    assert (column.units, at) == (2, QPointF(80.0, 40.0))
    assert not empty.project.layers
    dragged.leave()
    assert not empty.figure.ghost.isVisible()


def test_the_ghost_goes_with_the_drop(empty) -> None:
    Dragged(empty.view, "dense").drop(QPointF())
    assert not empty.figure.ghost.isVisible()


def test_a_layer_dropped_nearly_level_with_another_is_level_with_it(empty) -> None:
    Dragged(empty.view, "input").drop(QPointF(-200.0, 0.0))
    Dragged(empty.view, "dense").drop(QPointF(100.0, 9.0))
    assert [at.y() for at in empty.figure.project_places.values()] == [0.0, 0.0]


def test_a_layer_dropped_close_beside_another_is_moved_a_column_away(empty) -> None:
    for kind, x in (("input", 0.0), ("dense", 124.0), ("output", 400.0)):
        Dragged(empty.view, kind).drop(QPointF(x, 0.0))
    places = [at.x() for at in empty.figure.project_places.values()]
    assert places == [0.0, COLUMN_GAP, 2 * COLUMN_GAP]


def test_a_layer_dropped_between_two_others_stays_between_them(empty) -> None:
    for kind, x in (("input", 0.0), ("output", 400.0), ("dense", 120.0)):
        Dragged(empty.view, kind).drop(QPointF(x, 0.0))
    assert empty.figure.project_places["h1"] == QPointF(200.0, 0.0)


def test_a_layer_dropped_below_another_stays_there(empty) -> None:
    Dragged(empty.view, "input").drop(QPointF(0.0, 0.0))
    Dragged(empty.view, "dense").drop(QPointF(40.0, 320.0))
    assert empty.figure.project_places["h1"] == QPointF(40.0, 320.0)


def test_other_things_are_not_accepted(empty) -> None:
    data = QMimeData()
    data.setText("a poem")
    copy, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event = QDragEnterEvent(QPointF(50, 50).toPoint(), copy, data, left, none)
    QApplication.sendEvent(empty.view.viewport(), event)
    assert not event.isAccepted()
